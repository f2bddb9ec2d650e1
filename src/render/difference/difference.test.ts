import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { judge } from '../../check/guarantees.js';
import { ALL_GUARANTEES, NO_GUARANTEES } from '../../domain/guarantees.js';
import type { BranchEvent, HistoryEntry, RecordedOperation } from '../../domain/history.js';
import { type AccountId, branchId, type CustomerId, originId } from '../../domain/ids.js';
import type { Difference, Side } from './difference.js';
import { type Moment, sideBySide } from './timeline.js';
import { formatTimelines, storyOf } from './words.js';

const [ONE, TWO] = [branchId(1), branchId(2)];
const WRITE = { origin: originId(ONE, 7), sequence: 1 };

/** Customer 1 deposits 4 at branch 1 and asks branch 2, which answers after `waitUs`, at 10 µs or with the write. */
function run(sees: boolean): { side: Side; operations: RecordedOperation[] } {
  const common = { customer: '1' as CustomerId, account: '1' as AccountId, outcome: 'ok' as const, guarantees: ALL_GUARANTEES };
  const deposit: RecordedOperation = {
    ...common,
    event: 1,
    branch: ONE,
    kind: 'deposit',
    amountMinor: 400,
    invokedAtUs: 0,
    completedAtUs: 5000,
    write: WRITE,
    vector: new Map(),
  };
  const query: RecordedOperation = {
    ...common,
    guarantees: sees ? ALL_GUARANTEES : NO_GUARANTEES,
    event: 2,
    branch: TWO,
    kind: 'query',
    invokedAtUs: 6000,
    completedAtUs: sees ? 301_000 : 10_000,
    vector: new Map(sees ? [[WRITE.origin, 1]] : []),
    balanceMinor: sees ? 400n : 0n,
  };
  const entries: HistoryEntry[] = [deposit, query].flatMap((operation): HistoryEntry[] => [
    { kind: 'invoked', operation },
    { kind: 'completed', operation },
  ]);
  const request = { customer: common.customer, session: 1, counter: 2 };
  if (sees)
    entries.push({
      kind: 'branch',
      event: { kind: 'parked', branch: TWO, atUs: 8000, request, lacking: new Map([[WRITE.origin, 1]]) },
    });
  for (const atUs of [300_000, 310_000])
    entries.push({ kind: 'branch', event: { kind: 'applied', branch: TWO, atUs, upTo: WRITE } });
  return { side: { entries, operation: query, missing: { by: deposit, at: TWO } }, operations: [deposit, query] };
}

function missed(): Difference {
  const [kept, dropped] = [run(true), run(false)];
  const witness = judge(dropped.operations).guarantees[0]?.witness;
  return { seed: 1, ...(witness && { witness }), kept: kept.side, dropped: dropped.side };
}

describe('the story of a difference', () => {
  it('says what is missed without, when it comes, and how long the branch waits for it otherwise', () => {
    const { without, with: kept, keptWaitUs } = storyOf(missed());
    expect(without).toBe(
      'Customer 1 deposited 4 at branch 1 (event 1, write 1-1), but its query at branch 2 (event 2) answered 0 without it. ' +
        'The write comes to branch 2 290 ms later.',
    );
    expect(kept).toBe('Branch 2 lets the query wait until write 1-1 has come, 293 ms, and answers 4.');
    expect(keptWaitUs).toBe(293_000);
  });

  it('is told in two columns, the same moments in the same row, each once', () => {
    const rows = formatTimelines(storyOf(missed()), ['with', 'without']).split('\n').slice(2);
    expect(rows.map((row) => row.replace(/ {2,}/g, ' | '))).toEqual([
      '0.000 s | customer 1 deposits 4 at branch 1 | 0.000 s | customer 1 deposits 4 at branch 1',
      '0.005 s | customer 1 is told done, as write 1-1 | 0.005 s | customer 1 is told done, as write 1-1',
      '0.006 s | customer 1 asks for the balance at branch 2 | 0.006 s | customer 1 asks for the balance at branch 2',
      '0.008 s | branch 2 waits for write 1-1',
      '0.300 s | branch 2 gets write 1-1',
      '0.301 s | customer 1 is told 4 | 0.010 s | customer 1 is told 0',
      ' | 0.300 s | branch 2 gets write 1-1',
    ]);
  });

  it('says when the write left, and that its branch had to be linked to the other first', () => {
    const { kept, ...difference } = missed();
    const tell = (event: BranchEvent): HistoryEntry => ({ kind: 'branch', event });
    const sent = { kind: 'sent', branch: ONE, to: TWO, writes: { origin: WRITE.origin, first: 1, last: 1 } } as const;
    const entries = [
      ...kept.entries,
      // Of others, and before there was the write: nothing that it waited for.
      tell({ kind: 'linked', branch: ONE, atUs: 1000, peer: TWO }),
      tell({ kind: 'linked', branch: TWO, atUs: 150_000, peer: ONE }),
      tell({ kind: 'linked', branch: ONE, atUs: 200_000, peer: TWO }),
      tell({ ...sent, atUs: 200_000 }),
      tell({ ...sent, atUs: 250_000 }),
    ];
    const told = storyOf({ ...difference, kept: { ...kept, entries } }).kept.map(({ atUs, text }) => `${atUs} ${text}`);
    expect(told.slice(4, 7)).toEqual([
      '200000 branch 1 is linked to branch 2',
      '200000 branch 1 sends write 1-1',
      '300000 branch 2 gets write 1-1',
    ]);
  });

  it('without a violation says that both answers are right', () => {
    const { witness: _, ...difference } = missed();
    expect(storyOf(difference).without).toContain('No guarantee is violated');
  });
});

test('side by side, nothing is lost, orders are kept, and rows pair only what is the same', () => {
  const moments = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
  const toMoments = (keys: readonly string[]): Moment[] => keys.map((key, i) => ({ key, atUs: i, text: key }));
  fc.assert(
    fc.property(moments, moments, (left, right) => {
      const rows = sideBySide(toMoments(left), toMoments(right));
      expect(rows.flatMap(([one]) => one?.key ?? [])).toEqual(left);
      expect(rows.flatMap(([, other]) => other?.key ?? [])).toEqual(right);
      for (const [one, other] of rows) if (one && other) expect(one.key).toBe(other.key);
      const paired = rows.filter(([one, other]) => one && other).length;
      expect(paired).toBe(longestCommon(left, right));
    }),
    { seed: 1, numRuns: 500 },
  );
});

/** The obvious way. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  const [first, ...rest] = left;
  if (first === undefined) return 0;
  const place = right.indexOf(first);
  const without = longestCommon(rest, right);
  return place < 0 ? without : Math.max(without, 1 + longestCommon(rest, right.slice(place + 1)));
}
