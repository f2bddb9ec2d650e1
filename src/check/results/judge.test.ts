import { describe, expect, test } from 'vitest';
import { mapEvents, results, untold, withFinals } from './fixtures.js';
import type { ResultsInput } from './input.js';
import { judgeResults } from './judge.js';
import type { Anomaly } from './verdict.js';

/** `ReadYourWrites 1/4`: the anomaly, the customer and the event; `1/-` is a final balance. */
function found(input: ResultsInput): string[] {
  return judgeResults(input).findings.map(({ anomaly, entry }) => `${anomaly} ${entry.customer}/${entry.event ?? '-'}`);
}

type Customers = readonly (readonly string[])[];

describe('each violation, and beside it what only looks like one', () => {
  test.each<[rule: string, wrong: Customers, finding: string, right: Customers]>([
    [
      'an own deposit is missing',
      [['deposit 10 @1', 'query @1 = 10', 'query @2 = 0']],
      'ReadYourWrites 1/3',
      [['deposit 10 @1', 'query @1 = 10', 'query @2 = 10']],
    ],
    [
      'an own withdrawal is missing',
      [['deposit 10 @1', 'withdraw 4 @1', 'query @2 = 10']],
      'ReadYourWrites 1/3',
      [['deposit 10 @1', 'withdraw 4 @1', 'query @2 = 6']],
    ],
    [
      'an own deposit is missing that others cannot make up for',
      [['deposit 10 @1', 'query @1 = 5'], ['deposit 5 @2']],
      'ReadYourWrites 1/2',
      [
        ['deposit 10 @1', 'query @1 = 5'],
        ['deposit 5 @2', 'withdraw 10 @2'],
      ],
    ],
    [
      'what an earlier query showed is lost',
      [['query @1 = 10', 'query @2 = 0'], ['deposit 10 @1']],
      'MonotonicReads 1/2',
      [
        ['query @1 = 10', 'query @2 = 0'],
        ['deposit 10 @1', 'withdraw 10 @1'],
      ],
    ],
    [
      'what an earlier query showed is lost, and an own deposit looks just like it',
      [['query @1 = 10', 'deposit 10 @1', 'query @2 = 10'], ['deposit 10 @1']],
      'MonotonicReads 1/3',
      [['query @1 = 10', 'deposit 10 @1', 'query @2 = 20'], ['deposit 10 @1']],
    ],
    [
      'three queries that only together cannot be',
      [
        ['query @1 = 10', 'query @1 = 0', 'query @1 = 10'],
        ['deposit 10 @1', 'withdraw 10 @1'],
      ],
      'MonotonicReads 1/3',
      [
        ['query @1 = 10', 'query @1 = 0', 'query @1 = 0'],
        ['deposit 10 @1', 'withdraw 10 @1'],
      ],
    ],
    [
      'a refused withdrawal took the money',
      [['deposit 10 @1', 'withdraw 4 @1 fail', 'query @2 = 6']],
      'ResurrectedRefusal 1/3',
      [['deposit 10 @1', 'withdraw 4 @1 unknown', 'query @2 = 6']],
    ],
    [
      "another customer's failed deposit is there",
      [['query @1 = 10'], ['deposit 10 @1 fail']],
      'ResurrectedRefusal 1/1',
      [['query @1 = 10'], ['deposit 10 @1 unknown']],
    ],
    [
      'an own deposit counts twice',
      [['deposit 10 @1', 'query @1 = 20']],
      'DuplicateEffect 1/2',
      [['deposit 10 @1', 'query @1 = 20'], ['deposit 10 @1']],
    ],
    [
      "another customer's deposit counts twice",
      [['query @1 = 14'], ['deposit 7 @1']],
      'DuplicateEffect 1/1',
      [['query @1 = 14'], ['deposit 7 @1', 'deposit 7 @1']],
    ],
    [
      'a deposit of unknown outcome counts twice',
      [['deposit 7 @1 unknown', 'query @1 = 14']],
      'DuplicateEffect 1/2',
      [['deposit 7 @1 unknown', 'query @1 = 0', 'query @1 = 7']],
    ],
    [
      'a query shows what comes only later',
      [['query @1 = 10', 'deposit 10 @1']],
      'FutureRead 1/1',
      [['query @1 = 10', 'deposit 10 @1'], ['deposit 10 @1']],
    ],
    [
      'no set of writes adds up to the balance',
      [['deposit 10 @1', 'query @1 = 7']],
      'GarbageBalance 1/2',
      [['deposit 10 @1', 'query @1 = 7'], ['withdraw 3 @1']],
    ],
    [
      'a withdrawal of more than there is',
      [['deposit 10 @1', 'withdraw 50 @1']],
      'Overdraft 1/2',
      [['deposit 10 @1', 'withdraw 10 @1']],
    ],
    [
      'a withdrawal of more than there ever can be',
      [['withdraw 50 @1'], ['deposit 40 @1', 'withdraw 20 @1', 'deposit 20 @1']],
      'Overdraft 1/1',
      [['withdraw 40 @1'], ['deposit 40 @1', 'deposit 20 @1', 'withdraw 20 @1']],
    ],
    [
      'withdrawals that only together are too much',
      [['deposit 10 @1'], ['withdraw 10 @1'], ['withdraw 10 @1']],
      'Overdraft 3/1',
      [['deposit 10 @1'], ['withdraw 10 @1'], ['withdraw 10 @1', 'deposit 10 @1'], ['deposit 10 @1']],
    ],
    [
      'each can pay only after the other has',
      [
        ['withdraw 10 @1', 'deposit 20 @1'],
        ['withdraw 10 @2', 'deposit 20 @2'],
      ],
      'Overdraft 1/1',
      [
        ['withdraw 10 @1', 'deposit 20 @1'],
        ['deposit 20 @2', 'withdraw 10 @2'],
      ],
    ],
    [
      'enough at the end, but not on the way there',
      [
        ['deposit 30 @1', 'withdraw 30 @1', 'deposit 5 @1'],
        ['withdraw 20 @2', 'deposit 15 @2'],
        ['withdraw 20 @2', 'deposit 15 @2', 'withdraw 15 @2'],
      ],
      'Overdraft 3/3',
      [
        ['deposit 30 @1', 'withdraw 30 @1', 'deposit 5 @1'],
        ['withdraw 20 @2', 'deposit 20 @2'],
        ['withdraw 20 @2', 'deposit 20 @2'],
      ],
    ],
    [
      'a balance below zero',
      [['query @2 = -5'], ['deposit 5 @1', 'withdraw 5 @1']],
      'Overdraft 1/1',
      [['query @2 = 0'], ['deposit 5 @1', 'withdraw 5 @1']],
    ],
    [
      'an event without an entry',
      [['deposit 10 @1 missing', 'query @1 = 10']],
      'MissingEntry 1/1',
      [['deposit 10 @1 unknown', 'query @1 = 10']],
    ],
  ])('%s', (_rule, wrong, finding, right) => {
    expect(found(results(0n, ...wrong))).toEqual([finding]);
    expect(found(results(0n, ...right))).toEqual([]);
  });
});

describe('final balances', () => {
  const deposits = results(100n, ['deposit 10 @1', 'query @1 = 110'], ['withdraw 5 @2 unknown']);

  test.each<[rule: string, input: ResultsInput, finding: string[]]>([
    ['are what was done', withFinals(deposits, 110n, 110n), []],
    ['and any of what may have been done', withFinals(deposits, 105n, 105n), []],
    ['are equal', withFinals(deposits, 105n, 110n), ['Divergence 2/-']],
    ['lose nothing', withFinals(deposits, 100n, 110n), ['Divergence 1/-']],
    ['are not below zero', withFinals(results(0n, ['deposit 10 @1', 'withdraw 30 @1 fail']), -20n), ['Overdraft 1/-']],
  ])('%s', (_rule, input, finding) => {
    expect(found(input)).toEqual(finding);
  });

  test.each<[rule: string, final: bigint, finding: string[]]>([
    ['withdrawals are refused exactly where money lacks', 15n, []],
    ['not when there is enough', 20n, ['Divergence 1/-']],
    ['nor paid out when there is not', -15n, ['Overdraft 1/-']],
    ['every deposit counts', 5n, ['Divergence 1/-']],
    ['a deposit counts once', 25n, ['Divergence 1/-']],
  ])('of one customer, nothing else being told: %s', (_rule, final, finding) => {
    expect(found(withFinals(untold(results(0n, ['deposit 20 @1', 'withdraw 30 @1', 'withdraw 5 @2'])), final))).toEqual(finding);
  });

  test('of several customers: any withdrawal may have come too early', () => {
    const told = untold(results(0n, ['deposit 20 @1'], ['withdraw 5 @2', 'withdraw 7 @2']));
    for (const final of [20n, 15n, 13n, 8n]) expect(found(withFinals(told, final, final))).toEqual([]);
    for (const final of [0n, 12n, 25n, 27n]) expect(found(withFinals(told, final, final))).toHaveLength(2);
  });

  test('that nobody knows leave the verdict open', () => {
    const input = untold(results(0n, ['deposit 20 @1']));
    const customers = input.customers.map((customer) => ({ ...customer, final: { kind: 'unknown', line: 1 } as const }));
    expect(judgeResults({ ...input, customers })).toMatchObject({ overall: 'unknown', doubts: [{ kind: 'no-final' }] });
  });
});

describe('one wrong balance is one finding', () => {
  test('a dip, with what others write', () => {
    const others = ['deposit 10 @1', 'deposit 10 @1', 'deposit 10 @1'];
    expect(found(results(0n, ['query @1 = 20', 'query @1 = 10', 'query @1 = 20', 'query @1 = 30'], others))).toEqual([
      'MonotonicReads 1/2',
    ]);
  });

  test('a peak, which can only be seen by what follows', () => {
    const others = ['deposit 10 @1', 'deposit 10 @1', 'deposit 10 @1'];
    expect(found(results(0n, ['query @1 = 10', 'query @1 = 30', 'query @1 = 10', 'query @1 = 10'], others))).toEqual([
      'MonotonicReads 1/3',
    ]);
  });

  test('an overdraft, not again the balance below zero that follows', () => {
    const events = ['deposit 10 @1', 'withdraw 50 @1', 'query @1 = -40', 'deposit 60 @1', 'query @1 = 20', 'withdraw 20 @1'];
    expect(found(results(0n, events))).toEqual(['Overdraft 1/2']);
  });
});

describe('the same story is told of what stays wrong', () => {
  const explanations = (...events: string[]) =>
    judgeResults(results(0n, events)).findings.map(({ witness }) =>
      witness.kind === 'impossible' ? witness.explanation : witness,
    );

  test('a lost deposit', () => {
    const lost = { kind: 'left-out', writes: [expect.objectContaining({ event: 1 })] };
    expect(explanations('deposit 10 @1', 'query @2 = 0', 'deposit 10 @2', 'query @2 = 10')).toEqual([lost, lost]);
  });

  test('refusals that counted, where that alone explains every balance', () => {
    const deposits = Array.from({ length: 3 }, () => 'deposit 10 @1');
    const told = explanations(...deposits, 'withdraw 10 @1 fail', 'query @2 = 20', 'withdraw 10 @2 fail', 'query @1 = 10');
    expect(told).toMatchObject([
      { kind: 'resurrected', writes: [{ event: 4 }] },
      { kind: 'resurrected', writes: [{ event: 4 }, { event: 6 }] },
    ]);
    const lost = explanations(...deposits, 'withdraw 10 @1 fail', 'query @2 = 20', 'withdraw 10 @2 fail', 'query @1 = 0');
    expect(lost.map((explanation) => explanation.kind)).toEqual(['left-out', 'left-out']);
  });

  test('but after a right balance it is another one', () => {
    const told = explanations('deposit 10 @1', 'query @2 = 0', 'query @1 = 10', 'deposit 10 @2', 'query @1 = 10');
    expect(told).toMatchObject([{ writes: [{ event: 1 }] }, { writes: [{ event: 4 }] }]);
  });

  test('of several sets the smallest, and the most recent of them', () => {
    const told = explanations('deposit 5 @1', 'deposit 5 @1', 'deposit 10 @1', 'deposit 5 @1', 'query @2 = 10');
    expect(told).toMatchObject([{ kind: 'left-out', writes: [{ event: 3 }, { event: 4 }] }]);
  });
});

describe('the explanation is the most plausible one', () => {
  const told = (...customers: string[][]) =>
    judgeResults(results(0n, ...customers)).findings.map(({ anomaly, witness }) =>
      witness.kind === 'impossible' ? { anomaly, ...witness.explanation } : { anomaly },
    );

  test('the smallest set that is left out, though another was found before', () => {
    const own = ['deposit 50 @1', 'deposit 3 @1', 'deposit 20 @1', 'deposit 100 @1', 'query @2 = 50'];
    expect(told(own, ['deposit 27 @1'])).toMatchObject([{ anomaly: 'ReadYourWrites', writes: [{ event: 1 }, { event: 4 }] }]);
  });

  test("another customer's refused write, though the reader has the same", () => {
    expect(told(['deposit 5 @1 fail'], ['query @1 = 5', 'deposit 5 @1 fail'])).toMatchObject([
      { anomaly: 'ResurrectedRefusal', writes: [{ customer: 1, event: 1 }] },
    ]);
  });

  test('an overdraft, not the final balance that follows from it', () => {
    expect(found(withFinals(results(0n, ['deposit 10 @1', 'withdraw 50 @1']), -40n))).toEqual(['Overdraft 1/2']);
  });
});

describe('the verdict', () => {
  const guarantees = (input: ResultsInput) => judgeResults(input).perGuarantee;

  test('on guarantees that no balance shows is always that', () => {
    expect(guarantees(results(0n, ['deposit 10 @1', 'query @1 = 10']))).toEqual({
      'read-your-writes': 'holds',
      'monotonic-reads': 'holds',
      'monotonic-writes': 'not-visible',
      'writes-follow-reads': 'not-visible',
    });
  });

  test('on one guarantee is open where a balance is inexplicable', () => {
    expect(guarantees(results(0n, ['deposit 10 @1', 'query @1 = 7']))).toMatchObject({ 'read-your-writes': 'unknown' });
    expect(guarantees(results(0n, ['deposit 10 @1', 'query @1 = 0']))).toMatchObject({
      'read-your-writes': 'violated',
      'monotonic-reads': 'unknown',
    });
  });

  test('is unknown where no query was answered, and holds where none was asked', () => {
    expect(judgeResults(results(0n, ['deposit 10 @1', 'query @1 fail']))).toMatchObject({
      overall: 'unknown',
      doubts: [{ kind: 'no-balance' }],
      perGuarantee: { 'read-your-writes': 'not-visible' },
    });
    expect(judgeResults(results(0n, ['deposit 10 @1']))).toMatchObject({ overall: 'holds', doubts: [] });
  });

  test.each<[what: string, customers: Customers, doubt: string | undefined]>([
    ['one query of two', [['query @1 = 0', 'query @2 fail']], 'no-answer'],
    ['a query that nobody can tell of', [['query @1 = 0', 'query @2 unknown']], 'no-answer'],
    ['a write that nobody can tell of', [['deposit 10 @1 unknown', 'query @1 = 0']], 'no-outcome'],
    ['a deposit that failed', [['deposit 10 @1 fail', 'query @1 = 0']], 'no-reason'],
    ['a withdrawal that failed with enough there', [['deposit 10 @1', 'withdraw 10 @1 fail', 'query @1 = 10']], 'no-reason'],
    ['one that lacked money', [['deposit 10 @1', 'withdraw 11 @1 fail', 'query @1 = 10']], undefined],
    ['one that others may have forestalled', [['deposit 10 @1', 'withdraw 10 @1 fail'], ['withdraw 1 @1']], undefined],
    ['one that others can have helped', [['withdraw 10 @1 fail'], ['deposit 10 @1']], undefined],
  ])('where nothing is wrong, but not everything done: %s', (_what, customers, doubt) => {
    const { overall, doubts } = judgeResults(results(0n, ...customers));
    expect([overall, doubts.map(({ kind }) => kind)]).toEqual(doubt ? ['unknown', [doubt]] : ['holds', []]);
  });

  test('is unknown where too many sets of writes would have to be tried', { timeout: 60_000 }, () => {
    const amounts = Array.from({ length: 80 }, (_, i) => 2 ** 40 + 7919 ** 2 * i * i);
    const input = results(
      0n,
      ['query @1 = 23456789012345'],
      amounts.map((amount) => `deposit ${amount} @1`),
    );
    expect(judgeResults(input)).toMatchObject({
      overall: 'unknown',
      doubts: [{ kind: 'too-many-sets', entry: { customer: 1, event: 1 } }],
    });
    // What needs no search is still found.
    const negative = mapEvents(input, (event) =>
      event.kind === 'query' ? { ...event, answer: { kind: 'balance', minor: -1n } } : event,
    );
    expect(found(negative)).toEqual(['Overdraft 1/1']);
  });

  test('a stretch of missing entries is one finding', () => {
    const input = results(0n, ['deposit 1 @1', 'deposit 2 @1 missing', 'query @1 missing', 'query @1 missing']);
    expect(judgeResults(input)).toMatchObject({
      complete: false,
      findings: [{ anomaly: 'MissingEntry', witness: { throughEvent: 4 } }],
    });
  });

  test.each<[what: string, change: Partial<ResultsInput>, anomaly: Anomaly]>([
    ['an entry of no event', { strays: [{ customer: 1, why: 'no-event', line: 9 }] }, 'ExtraEntry'],
    ['an entry of no customer', { strays: [{ customer: 9, why: 'no-customer', line: 9 }] }, 'ExtraEntry'],
  ])('%s is named', (_what, change, anomaly) => {
    const input = { ...results(0n, ['deposit 1 @1']), ...change };
    expect(judgeResults(input)).toMatchObject({
      overall: 'violated',
      complete: false,
      findings: [{ anomaly, entry: { line: 9 } }],
    });
  });

  test('an entry that names another branch is named, and answers all the same', () => {
    const input = results(0n, ['deposit 10 @1', 'query @2 = 0']);
    const said = mapEvents(input, (event) => (event.kind === 'query' ? { ...event, said: { branch: 1 } } : event));
    expect(found(said)).toEqual(['MismatchedEntry 1/2', 'ReadYourWrites 1/2']);
  });

  test('a balance that is no money is garbage', () => {
    const input = mapEvents(results(0n, ['query @1 = 0']), (event) => ({ ...event, answer: { kind: 'odd', text: '0.001' } }));
    expect(found(input)).toEqual(['GarbageBalance 1/1']);
  });
});

describe("the course's count", () => {
  test('compares neighbours that are both queries, and nothing else', () => {
    const events = ['query @1 = 0', 'query @2 = 0', 'deposit 1 @1', 'query @1 = 1', 'query @2 = 0', 'query @3 = 0'];
    expect(judgeResults(results(0n, events)).courseCount).toEqual({ correct: 2, total: 3 });
  });

  test('does not count a query that failed as right', () => {
    const events = ['query @1 fail', 'query @2 fail', 'query @2 = 0'];
    expect(judgeResults(results(0n, events)).courseCount).toEqual({ correct: 0, total: 2 });
  });
});
