import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUARANTEES, guaranteeSet, NO_GUARANTEES } from '../../domain/guarantees.js';
import {
  type BranchEvent,
  type BranchWork,
  FAULT_KINDS,
  type FaultEvent,
  type HistoryEntry,
  type RecordedOperation,
} from '../../domain/history.js';
import { type AccountId, branchId, type CustomerId, type OriginId, originId } from '../../domain/ids.js';
import { ACK_LEVELS, type OperationKind } from '../../domain/operations.js';
import { REFUSALS, type Reason } from '../../domain/refusals.js';
import { FINAL_REASONS, type FinalReason, WriteKind } from '../../domain/writes.js';
import { history } from '../fixtures.js';
import type { HistoryHeader } from './header.js';
import { type History, HistoryProblem, readHistory } from './reader.js';
import { HistoryWriter } from './writer.js';

const HEADER: HistoryHeader = { branches: [branchId(1), branchId(2)], foundedMinor: [0n] };

/** The lines of a file, as whoever reads it splits them. */
function parse(source: string): History | { readonly problem: HistoryProblem } {
  try {
    return readHistory(source.split(/\r?\n/));
  } catch (problem) {
    if (problem instanceof HistoryProblem) return { problem };
    throw problem;
  }
}

function format(header: HistoryHeader, entries: readonly HistoryEntry[]): string {
  const lines: string[] = [];
  const writer = new HistoryWriter(header, (line) => lines.push(line));
  for (const entry of entries) writer.entry(entry);
  return lines.join('');
}

/** In the order of time; what never completed at the end. */
function entriesOf(operations: readonly RecordedOperation[]): HistoryEntry[] {
  const moments = operations.flatMap((operation, position): { at: number; position: number; entry: HistoryEntry }[] => {
    const { invokedAtUs, completedAtUs = Infinity } = operation;
    return [
      { at: invokedAtUs, position, entry: { kind: 'invoked', operation } },
      { at: completedAtUs, position, entry: { kind: 'completed', operation } },
    ];
  });
  const order = (moment: (typeof moments)[number]) => Number(moment.entry.kind === 'completed');
  return moments.sort((a, b) => a.at - b.at || a.position - b.position || order(a) - order(b)).map(({ entry }) => entry);
}

const GOLDEN = `\
{"passbook":"history","version":1,"branches":[1,2],"foundedMinor":["0"],"complete":true}
{"index":0,"type":"invoke","process":"1","f":"deposit","value":{"event":1,"branch":1,"account":"1","amountMinor":1050,"guarantees":["read-your-writes","monotonic-reads","monotonic-writes","writes-follow-reads"]},"time":0}
{"index":1,"type":"ok","process":"1","f":"deposit","value":{"event":1,"branch":1,"account":"1","amountMinor":1050,"write":"1-1a2b3c4d-3","vector":{"1-1a2b3c4d":2,"2-1a2b3c4d":7}},"time":5000}
{"index":2,"type":"invoke","process":"2","f":"query","value":{"event":1,"branch":2,"account":"1","guarantees":[]},"time":10000}
{"index":3,"type":"invoke","process":"1","f":"withdraw","value":{"event":2,"branch":2,"account":"1","amountMinor":9900,"guarantees":["read-your-writes","monotonic-reads","monotonic-writes","writes-follow-reads"]},"time":20000}
{"index":4,"type":"ok","process":"2","f":"query","value":{"event":1,"branch":2,"account":"1","vector":{},"balanceMinor":"900719925474099300"},"time":22500}
{"index":5,"type":"fail","process":"1","f":"withdraw","value":{"event":2,"branch":2,"account":"1","amountMinor":9900,"vector":{"1-1a2b3c4d":3}},"error":{"reason":"INSUFFICIENT_FUNDS","applied":"no","message":"There is not enough."},"time":25000}
{"index":6,"type":"invoke","process":"1","f":"deposit","value":{"event":3,"branch":2,"account":"1","amountMinor":1,"guarantees":["read-your-writes","monotonic-reads","monotonic-writes","writes-follow-reads"]},"time":30000}
{"index":7,"type":"info","process":"1","f":"deposit","value":{"event":3,"branch":2,"account":"1","amountMinor":1,"answered":false},"error":{"reason":"OUTCOME_UNKNOWN"},"time":30000}
`;

const BRANCH_LINES = `\
{"passbook":"history","version":1,"branches":[1,2],"foundedMinor":["0"]}
{"index":0,"type":"info","process":"branch 2","f":"logged","value":{"write":"2-1a2b3c4d-1","kind":"grant","account":"1","amountMinor":5,"receiver":1,"follows":{"1-1a2b3c4d":4}},"time":1000}
{"index":1,"type":"info","process":"nemesis","f":"crash","value":{"branches":[2],"detail":"kill -9"},"time":2000}
{"index":2,"type":"info","process":"branch 2","f":"logged","value":{"write":"2-1a2b3c4d-2","kind":"cede","account":"","amountMinor":0,"receiver":1,"customer":"ann","session":7,"event":3},"time":3000}
{"index":3,"type":"info","process":"branch 2","f":"logged","value":{"write":"2-1a2b3c4d-3","kind":"void","account":"","amountMinor":0,"reason":"INSUFFICIENT_FUNDS","customer":"ann","session":7,"event":4},"time":4000}
`;

/** Asked of branch 1, and refused for good by branch 2. */
const MOVED_LINES = `\
{"passbook":"history","version":1,"branches":[1,2],"foundedMinor":["0"]}
{"index":0,"type":"invoke","process":"1","f":"withdraw","value":{"session":7,"event":1,"branch":1,"account":"1","amountMinor":5,"guarantees":[]},"time":0}
{"index":1,"type":"fail","process":"1","f":"withdraw","value":{"session":7,"event":1,"branch":2,"account":"1","amountMinor":5,"vector":{}},"error":{"reason":"INSUFFICIENT_FUNDS","applied":"no","final":true},"time":5000}
`;

/** Its disk was lost, and with it what the session had made there. */
const LOST_LINES = `\
{"passbook":"history","version":1,"branches":[1,2],"foundedMinor":["0"]}
{"index":0,"type":"invoke","process":"1","f":"query","value":{"session":7,"event":1,"branch":1,"account":"1","guarantees":[],"acks":"majority"},"time":0}
{"index":1,"type":"info","process":"branch 1","f":"logged","value":{"write":"1-1a2b3c4e-1","kind":"seal","account":"","amountMinor":0,"receiver":1,"successor":"1-1a2b3c4e","follows":{"1-1a2b3c4d":3}},"time":1000}
{"index":2,"type":"info","process":"branch 2","f":"logged","value":{"write":"2-1a2b3c4d-1","kind":"fence","account":"","amountMinor":0,"receiver":3},"time":2000}
{"index":3,"type":"info","process":"branch 2","f":"logged","value":{"write":"2-1a2b3c4d-2","kind":"join","account":"","amountMinor":0,"receiver":4,"label":"4.example:7001"},"time":3000}
{"index":4,"type":"fail","process":"1","f":"query","value":{"session":7,"event":1,"branch":1,"account":"1"},"error":{"reason":"WRITES_LOST","applied":"no","lost":{"1-1a2b3c4c":0,"1-1a2b3c4d":3}},"time":5000}
`;

function goldenOperations(): RecordedOperation[] {
  const operations = history(
    { kind: 'deposit', branch: 1, amountMinor: 1050, write: 3, sees: { 1: 2, 2: 7 } },
    { customer: 2, branch: 2, guarantees: NO_GUARANTEES, completedAtUs: 22.5, sees: {}, balanceMinor: 900719925474099300n },
    {
      kind: 'withdraw',
      branch: 2,
      amountMinor: 9900,
      outcome: 'fail',
      reason: 'INSUFFICIENT_FUNDS',
      applied: 'no',
      message: 'There is not enough.',
      sees: { 1: 3 },
    },
    { kind: 'deposit', branch: 2, amountMinor: 1, outcome: 'info', reason: 'OUTCOME_UNKNOWN' },
  );
  const { completedAtUs: _, ...unanswered } = operations[3] as RecordedOperation;
  return [...operations.slice(0, 3), unanswered];
}

describe('the text of a history', () => {
  const header = { ...HEADER, complete: true };

  it('has a line an invocation and a line a completion, in the order of time', () => {
    expect(format(header, entriesOf(goldenOperations()))).toBe(GOLDEN);
  });

  it('reads back as what it was', () => {
    expect(parse(GOLDEN)).toMatchObject({ header, operations: goldenOperations() });
  });

  it('may have a byte-order mark, CRLF and empty lines at the end', () => {
    const text = `\uFEFF${GOLDEN.replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect(parse(text)).toMatchObject({ header, operations: goldenOperations() });
  });

  it('keeps an operation that never completed, as one whose outcome nobody knows', () => {
    const text = GOLDEN.split('\n').slice(0, 2).join('\n');
    const parsed = parse(text);
    expect(parsed).toMatchObject({ operations: [{ event: 1, outcome: 'info' }] });
    expect('operations' in parsed && parsed.operations[0]).not.toHaveProperty('completedAtUs');
  });

  it('counts the events of each session of a customer for itself', () => {
    const lines = format(HEADER, entriesOf(history({ branch: 1, session: 5 }, { branch: 2, session: 6 }))).replaceAll(
      '"event":2',
      '"event":1',
    );
    expect(parse(lines)).toMatchObject({
      operations: [
        { session: 5, event: 1, branch: 1, outcome: 'ok' },
        { session: 6, event: 1, branch: 2, outcome: 'ok' },
      ],
    });
  });

  it('has a line for what a branch tells, and for a fault', () => {
    const { header: read, entries } = parse(BRANCH_LINES) as History;
    expect(entries).toMatchObject([
      { kind: 'branch', event: { kind: 'logged', branch: 2, atUs: 1, write: { receiver: 1, amountMinor: 5 } } },
      { kind: 'fault', event: { fault: 'crash', branches: [2], detail: 'kill -9', atUs: 2 } },
      { event: { write: { kind: 6, receiver: 1, account: '', amountMinor: 0, request: { customer: 'ann', counter: 3 } } } },
      { event: { write: { kind: 7, reason: 'INSUFFICIENT_FUNDS', account: '', request: { customer: 'ann', counter: 4 } } } },
    ]);
    expect(format(read, entries)).toBe(BRANCH_LINES);
  });

  it('says who was asked first and who answered, and that a refusal is for good', () => {
    const { header: read, entries } = parse(MOVED_LINES) as History;
    expect(entries).toMatchObject([{ operation: { branch: 1 } }, { operation: { branch: 2, final: true, invokedAtUs: 0 } }]);
    expect(format(read, entries)).toBe(MOVED_LINES);
    const silent = MOVED_LINES.replace('"branch":2,', '').replace(',"final":true', '');
    const [, ended] = (parse(silent) as History).entries;
    expect(ended).toMatchObject({ operation: { branch: 1 } });
    expect(ended).not.toHaveProperty('operation.final');
  });

  it('says what a session was told to be lost, and who goes on in whose place', () => {
    const { header: read, entries } = parse(LOST_LINES) as History;
    const [nothing, three] = [originId(branchId(1), 0x1a2b3c4c), originId(branchId(1), 0x1a2b3c4d)];
    expect(entries).toMatchObject([
      { operation: { acks: 'majority' } },
      { event: { write: { kind: WriteKind.seal, receiver: 1, successor: originId(branchId(1), 0x1a2b3c4e) } } },
      { event: { write: { kind: WriteKind.fence, receiver: 3 } } },
      { event: { write: { kind: WriteKind.join, receiver: 4, label: '4.example:7001' } } },
      {
        operation: {
          reason: 'WRITES_LOST',
          lost: new Map([
            [nothing, 0],
            [three, 3],
          ]),
        },
      },
    ]);
    expect(entries[2]).not.toHaveProperty('event.write.successor');
    expect(format(read, entries)).toBe(LOST_LINES);
  });

  it('round-trips whatever branches and faults may be', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyBranchEvent, anyFault), { maxLength: 20 }), (events) => {
        const entries = events.map((entry, i) => ({ ...entry, event: { ...entry.event, atUs: i } }) as HistoryEntry);
        expect((parse(format(HEADER, entries)) as History).entries).toStrictEqual(entries);
      }),
    );
  });

  it('round-trips whatever was recorded', () => {
    fc.assert(
      fc.property(anyHeader, anyHistory, (someHeader, operations) => {
        const read = parse(format(someHeader, entriesOf(operations)));
        expect(read).toMatchObject({ header: someHeader });
        expect('operations' in read && read.operations).toStrictEqual(operations);
      }),
    );
  });
});

describe('a history that cannot be read', () => {
  const lines = GOLDEN.trimEnd().split('\n');
  const changed = (line: number, from: string | RegExp, to: string) =>
    lines.map((text, i) => (i === line - 1 ? text.replace(from, to) : text)).join('\n');

  it.each([
    ['an empty file', '', 1, 'the file is empty'],
    ['no header', lines.slice(1).join('\n'), 1, '"passbook": expected "history", in the first line, found nothing'],
    ['another version', changed(1, '"version":1', '"version":2'), 1, '"version": expected 1, the only one known, found 2'],
    [
      'a balance as a number',
      changed(1, '["0"]', '[0]'),
      1,
      '"foundedMinor": expected a whole number as text, like "1050", found 0',
    ],
    ['a line cut off', lines.join('\n').slice(0, -20), 9, 'not valid JSON'],
    ['a line that is no object', changed(3, /.*/, '[]'), 3, 'the line: expected an object, found []'],
    ['a line lost', lines.toSpliced(2, 1).join('\n'), 3, '"index": expected 1, the next one, found 2'],
    [
      'time going back within a process',
      changed(6, '"time":22500', '"time":9999'),
      6,
      '"time": expected a whole number from 10000 to 2^53-1, found 9999',
    ],
    ['an unknown type', changed(3, '"ok"', '"okay"'), 3, '"type": expected one of invoke, ok, fail, info, found "okay"'],
    [
      'a name of Object',
      changed(3, '"ok"', '"constructor"'),
      3,
      '"type": expected one of invoke, ok, fail, info, found "constructor"',
    ],
    [
      'an unknown operation',
      changed(2, '"deposit"', '"rob"'),
      2,
      '"f": expected one of query, deposit, withdraw, transfer, open, found "rob"',
    ],
    [
      'another operation completed',
      changed(3, '"deposit"', '"query"'),
      3,
      '"f": expected "deposit", as it was invoked, found "query"',
    ],
    ['a completion of nothing', changed(3, '"event":1', '"event":2'), 3, 'event 2 of process "1" has no open invocation'],
    [
      'an event invoked twice',
      changed(5, '"event":2', '"event":1'),
      5,
      'event 1 of process "1" was invoked before, or later ones were',
    ],
    ['a rounded amount', changed(2, '1050', '9007199254740993'), 2, '"amountMinor": expected a whole number from 1 to 2^53-1'],
    ['an amount of nothing', changed(2, '1050', '0'), 2, '"amountMinor": expected a whole number from 1 to 2^53-1, found 0'],
    ['a branch that cannot be', changed(2, '"branch":1', '"branch":0'), 2, 'a branch: expected its number, from 1, found 0'],
    ['an unknown guarantee', changed(2, '"monotonic-reads"', '"luck"'), 2, '"guarantees": expected one of read-your-writes'],
    [
      'a bad write id',
      changed(3, '1a2b3c4d-3', '1a2b3c4d-0'),
      3,
      '"write": expected a write id like "3-1a2b3c4d-7", found "1-1a2b3c4d-0"',
    ],
    [
      'a bad vector',
      changed(3, '"2-1a2b3c4d"', '"__proto__"'),
      3,
      '"vector": expected origins like "3-1a2b3c4d", found "__proto__"',
    ],
    [
      'a vector entry of 0',
      changed(3, '":7', '":0'),
      3,
      '"vector", 2-1a2b3c4d: expected a whole number from 1 to 2^53-1, found 0',
    ],
    ['an unknown reason', changed(7, 'INSUFFICIENT_FUNDS', 'MOOD'), 7, '"reason": expected one of INVALID_AMOUNT'],
    ['no customer', changed(2, '"process":"1"', '"process":""'), 2, '"process": expected the name of a customer, found ""'],
    [
      'a refusal that is final in words',
      MOVED_LINES.replace('"final":true', '"final":"yes"'),
      3,
      '"final": expected true or false',
    ],
    [
      'a void for a reason that is never final',
      BRANCH_LINES.replace('INSUFFICIENT_FUNDS', 'OVERLOADED'),
      5,
      '"reason": expected one of INSUFFICIENT_FUNDS',
    ],
    ['an empty line in the middle', lines.toSpliced(3, 0, '').join('\n'), 5, 'line 4 is empty; only the last lines may be'],
    ['a branch that is none', BRANCH_LINES.replace('branch 2', 'bench 2'), 2, '"process": expected a branch like "branch 3"'],
    ['an unknown fault', BRANCH_LINES.replace('"crash"', '"sneeze"'), 3, '"f": expected one of cut, heal'],
    ['a write of no kind', BRANCH_LINES.replace('"grant"', '"gift"'), 2, '"kind": expected one of open, deposit'],
  ])('%s: says where and what was expected', (_, text, line, message) => {
    expect(parse(text)).toMatchObject({ problem: { line, message: expect.stringContaining(message) } });
  });

  it('never breaks the reader, whatever is wrong with it', () => {
    const text = lines.join('\n');
    const junk = fc.constantFrom(
      '',
      '"',
      '{',
      '}',
      '[]',
      'null',
      '-1',
      '1e400',
      '{"__proto__":1}',
      '\n',
      '\\',
      '[['.repeat(50_000),
    );
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), junk, (at, cut, inserted) => {
        const parsed = parse(text.slice(0, at) + inserted + text.slice(at + cut));
        expect('problem' in parsed ? parsed.problem.line : 1).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

/* Whatever a recorder may produce. */

const origin = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 20 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  .map(([branch, nonce]) => originId(branchId(branch), nonce));
const sequence = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const name = fc.string({ minLength: 1, unit: 'binary' });

const details = fc.record(
  {
    amountMinor: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    reason: fc.constantFrom(...(Object.keys(REFUSALS) as Reason[])),
    applied: fc.constantFrom('no' as const, 'maybe' as const, 'yes' as const),
    final: fc.boolean(),
    acks: fc.constantFrom(...ACK_LEVELS),
    lost: fc.array(fc.tuple(origin, fc.nat()), { maxLength: 4 }).map((entries) => new Map<OriginId, number>(entries)),
    message: fc.string({ unit: 'binary' }),
    write: fc.record({ origin, sequence }, { noNullPrototype: true }),
    vector: fc.array(fc.tuple(origin, sequence), { maxLength: 4 }).map((entries) => new Map<OriginId, number>(entries)),
    balanceMinor: fc.bigInt(),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const branch = fc.integer({ min: 1, max: 2 ** 20 }).map(branchId);
const account = name.map((text) => text as AccountId);
const vector = fc.array(fc.tuple(origin, sequence), { maxLength: 4 }).map((entries) => new Map<OriginId, number>(entries));
const write = fc.record({ origin, sequence }, { noNullPrototype: true });
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const request = fc.record(
  { customer: name.map((text) => text as CustomerId), session: fc.nat(), counter: fc.nat() },
  { noNullPrototype: true },
);
const writes = fc.record({ origin, first: sequence, last: sequence }, { noNullPrototype: true });
const logged = fc.record(
  {
    id: write,
    kind: fc.constantFrom(...Object.values(WriteKind)),
    account,
    amountMinor: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    follows: vector,
    to: account,
    receiver: branch,
    successor: origin,
    label: fc.string({ unit: 'binary' }),
    reason: fc.constantFrom(...(Object.keys(FINAL_REASONS) as FinalReason[])),
    request,
  },
  { requiredKeys: ['id', 'kind', 'account', 'amountMinor', 'follows'], noNullPrototype: true },
);
function work<K extends BranchWork['kind']>(kind: K, fields: Record<string, fc.Arbitrary<unknown>>) {
  return fc.record({ kind: fc.constant(kind), ...fields }, { noNullPrototype: true });
}

const anyBranchEvent = fc
  .tuple(
    branch,
    fc.oneof(
      work('logged', { write: logged }),
      work('applied', { upTo: write }),
      work('parked', { request, lacking: vector }),
      work('short', { request, allowanceMinor: fc.bigInt() }),
      work('decided', { request }),
      work('sent', { to: branch, writes }),
      work('received', { from: branch, writes, receipt: fc.constantFrom('new', 'duplicate', 'gap') }),
      work('asked', { peers: fc.array(branch), account, wantedMinor: fc.bigInt() }),
      work('granted', { to: branch, account, amountMinor: positive }),
      work('fetching', { from: branch, writes }),
      work('linked', { peer: branch }),
      work('unlinked', { peer: branch }),
      work('final', { vector, balances: fc.array(fc.tuple(account, fc.bigInt())).map((entries) => new Map(entries)) }),
    ),
  )
  .map(([number, told]) => ({ kind: 'branch' as const, event: { branch: number, atUs: 0, ...told } as unknown as BranchEvent }));

const anyFault = fc
  .record(
    {
      atUs: fc.constant(0),
      fault: fc.constantFrom(...FAULT_KINDS),
      branches: fc.array(branch),
      to: fc.array(branch),
      detail: fc.string({ unit: 'binary' }),
    },
    { requiredKeys: ['atUs', 'fault', 'branches'], noNullPrototype: true },
  )
  .map((event) => ({ kind: 'fault' as const, event: event as FaultEvent }));

const anyOperation = fc.record({
  customer: name.map((text) => text as CustomerId),
  branch: fc.integer({ min: 1, max: 2 ** 20 }).map(branchId),
  kind: fc.constantFrom<OperationKind>('query', 'deposit', 'withdraw', 'transfer', 'open'),
  account: name.map((text) => text as AccountId),
  guarantees: fc.subarray(GUARANTEES.map((g) => g.name)).map(guaranteeSet),
  outcome: fc.constantFrom('ok' as const, 'fail' as const, 'info' as const),
  details,
  pauseNs: fc.integer({ min: 0, max: 5000 }),
  durationNs: fc.option(fc.integer({ min: 0, max: 20_000 })),
});

const anyHistory = fc.array(anyOperation, { maxLength: 12 }).map((raws) => {
  let nowNs = 0;
  return raws.map(({ details: some, pauseNs, durationNs, ...raw }, position): RecordedOperation => {
    nowNs += pauseNs;
    const invokedAtUs = nowNs / 1000;
    return {
      ...raw,
      ...some,
      event: position + 1,
      invokedAtUs,
      ...(durationNs !== null && { completedAtUs: (nowNs + durationNs) / 1000 }),
    };
  });
});

const anyHeader = fc.record(
  {
    branches: fc.array(fc.integer({ min: 1, max: 2 ** 20 }).map(branchId)),
    foundedMinor: fc.array(fc.bigInt()),
    seed: fc.nat(),
    complete: fc.boolean(),
  },
  { requiredKeys: ['branches', 'foundedMinor'], noNullPrototype: true },
);
