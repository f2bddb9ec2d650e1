import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../fixtures.js';
import { deposit, final, found, judgeStory, lost, query, refused, type Step, withdraw } from './fixtures.js';

const RUNS = { seed: 1, numRuns: 400 };

/** What a customer asks next; amounts are drawn from few, so that sums can be mistaken for each other, or from many. */
interface Ask {
  readonly customer: number;
  readonly branch: number;
  readonly what: 'query' | 'deposit' | 'withdraw';
  readonly amount: number;
  readonly fate: 'ok' | 'lost, done' | 'lost, not done' | 'refused';
  /** Which other branch sends all it has to this one before. */
  readonly hears: number;
}

function asks(mostMinor: number): fc.Arbitrary<Ask[]> {
  const ask = fc.record<Ask>({
    customer: fc.integer({ min: 1, max: 2 }),
    branch: fc.integer({ min: 1, max: 3 }),
    what: fc.constantFrom('query', 'query', 'deposit', 'withdraw'),
    amount: fc.integer({ min: 1, max: mostMinor }),
    fate: fc.constantFrom('ok', 'ok', 'ok', 'lost, done', 'lost, not done', 'refused'),
    hears: fc.integer({ min: 1, max: 3 }),
  });
  return fc.array(ask, { minLength: 1, maxLength: 14 });
}

/** A bank of sets of effects, in which each session finds what it has made and seen. */
function honest(script: readonly Ask[], founded: number): Step[] {
  const branches = new Map([1, 2, 3].map((branch) => [branch, new Set<number>()]));
  const knows = new Map([1, 2].map((customer) => [customer, new Set<number>()]));
  const effects: number[] = [];
  const at = (branch: number) => branches.get(branch) as Set<number>;
  const sum = (set: Iterable<number>) => [...set].reduce((total, k) => total + (effects[k] as number), founded);
  const steps = script.map(({ customer, branch, what, amount, fate, hears }): Line => {
    const [here, known] = [at(branch), knows.get(customer) as Set<number>];
    for (const k of [...at(hears), ...known]) here.add(k);
    const line = { customer, branch, amountMinor: amount };
    if (what === 'query') {
      for (const k of here) known.add(k);
      return query(sum(here), { customer, branch });
    }
    const make = what === 'deposit' ? deposit : withdraw;
    if (fate === 'refused' || (what === 'withdraw' && sum(here) < amount)) return refused('OVERLOADED', make(line));
    if (fate !== 'lost, not done') {
      here.add(effects.push(what === 'deposit' ? amount : -amount) - 1);
      if (fate === 'ok') known.add(effects.length - 1);
    }
    return fate === 'ok' ? make(line) : lost(make(line));
  });
  const all = sum(effects.keys());
  // Branches may pay out the same money apart: such a bank is not one that is right.
  return [...steps, ...[1, 2, 3].map((branch) => final(branch, {}, { 1: all }))];
}

const black = { blackBox: true };

describe.each([3, 2 ** 32])('with amounts up to %d', (most) => {
  test('a bank that is right is never accused', () => {
    fc.assert(
      fc.property(asks(most), (script) => {
        // So much that no branch runs out of it.
        const founded = [most * 20];
        expect(found({ steps: honest(script, most * 20), founded, options: black })).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a read is called impossible only where no set of writes explains it, and then always', () => {
    fc.assert(
      fc.property(asks(most), fc.nat(), fc.integer({ min: -most, max: most }), (script, pick, change) => {
        const steps = honest(script, most * 20);
        const reads = steps.flatMap((step, k) => ('balanceMinor' in step ? [k] : []));
        const at = reads[pick % Math.max(1, reads.length)];
        if (at === undefined) return;
        const read = steps[at] as Line;
        const wrong = [...steps];
        wrong[at] = { ...read, balanceMinor: (read.balanceMinor as bigint) + BigInt(change) };
        const anomalies = found({ steps: wrong, founded: [most * 20], options: black });
        const others = anomalies.filter((name) => name !== 'MonotonicReads');
        expect(others.length > 0, `${anomalies}`).toBe(!canBe(wrong as Line[], at, most * 20));
      }),
      RUNS,
    );
  });
});

/** The definition, by trying every set. */
function canBe(steps: readonly Line[], at: number, founded: number): boolean {
  const read = steps[at] as Line;
  const before = steps.slice(0, at).filter(({ kind, outcome }) => kind !== undefined && kind !== 'query' && outcome !== 'fail');
  const effect = ({ kind, amountMinor = 0 }: Line) => (kind === 'deposit' ? amountMinor : -amountMinor);
  const isOwn = (line: Line) => line.customer === read.customer && line.outcome !== 'info';
  const own = before.filter(isOwn).reduce((sum, line) => sum + effect(line), founded);
  const optional = before.filter((line) => !isOwn(line)).map(effect);
  for (let set = 0; set < 2 ** optional.length; set++) {
    const sum = optional.reduce((total, minor, k) => (set & (1 << k) ? total + minor : total), own);
    if (BigInt(sum) === read.balanceMinor) return true;
  }
  return false;
}

describe('with large amounts, drawn at random, a balance shows', () => {
  const amount = (k: number) => 1_000_000_007 + k * 104_729 * (k + 3);
  const others: Line[] = [1, 2, 3, 4, 5, 6].map((k) => deposit({ customer: 2, branch: 2, amountMinor: amount(k) }));
  const own = deposit({ branch: 1, amountMinor: amount(7) });
  const seen = amount(1) + amount(4);

  test.each([
    ['an own write that is lost', [...others, own, query(seen, { branch: 2 })], 'ReadYourWrites'],
    ['a write that counts twice', [...others, own, query(seen + amount(4) + amount(7), { branch: 2 })], 'DuplicateEffect'],
    [
      'a write that was refused',
      [...others, refused('OVERLOADED', own), query(seen + amount(7), { branch: 2 })],
      'ResurrectedRefusal',
    ],
    [
      'a write that an earlier read showed and that is gone',
      [...others, own, query(seen + amount(7), { branch: 2 }), query(amount(1) + amount(7), { branch: 3 })],
      'MonotonicReads',
    ],
  ])('%s', (_, steps, anomaly) => {
    expect(found({ steps, options: black })).toEqual([anomaly]);
  });

  test('nothing wrong where there is nothing wrong', () => {
    const steps = [...others, own, query(seen + amount(7), { branch: 2 })];
    const verdict = judgeStory({ steps, options: black });
    expect([verdict.overall, found({ steps, options: black })]).toEqual(['holds', []]);
  });
});

test('beyond what can be tried, the bounds are still certain', () => {
  const others = Array.from({ length: 600 }, (_, k) => deposit({ customer: 2, branch: 2, amountMinor: 10 + k }));
  const overall = (...reads: Line[]) => judgeStory({ steps: [...others, ...reads], options: black }).overall;
  expect(overall(query(4711, { branch: 1 }))).toBe('unknown');
  expect(overall(query(1_000_000, { branch: 1 }))).toBe('violated');
  expect(overall(query(4711, { branch: 1 }), query(4000, { branch: 1 }))).toBe('violated');
});
