import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { mapEvents, results, untold, withFinals } from '../check/results/fixtures.js';
import type { ResultsInput } from '../check/results/input.js';
import { judgeResults } from '../check/results/judge.js';
import { resultsVerdictJson } from './results-json.js';
import { explainFinding } from './results-sentences.js';
import { formatResultsVerdict } from './results-words.js';

function sentences(input: ResultsInput): string[] {
  return judgeResults(input).findings.map(explainFinding);
}

const answered = (input: ResultsInput, change: object) =>
  mapEvents(input, (event) => (event.kind === 'query' ? { ...event, ...change } : event));
const untoldTen = untold(results(0n, ['deposit 1000 @1', 'withdraw 5000 @1']));

describe('a finding in one sentence', () => {
  test.each<[what: string, input: ResultsInput, sentence: string]>([
    [
      'an own write that is missing',
      results(0n, ['query @1 = 0', 'deposit 1000 @1', 'query @1 = 1000', 'query @2 = 0']),
      'customer 1, event 4 (query at branch 2) answered 0; its own deposit of 10 (event 2) is missing: with it the balance is 10.',
    ],
    [
      'several of them',
      results(0n, ['deposit 1000 @1', 'withdraw 250 @1', 'query @2 = 0']),
      'customer 1, event 3 (query at branch 2) answered 0; its own deposit of 10 (event 1) and its own withdrawal of 2.5 (event 2) are missing: with them the balance is 7.5.',
    ],
    [
      'many of them',
      results(0n, [...[1, 2, 4, 8, 16].map((amount) => `deposit ${amount}00 @1`), 'query @2 = 0']),
      'customer 1, event 6 (query at branch 2) answered 0; its own deposit of 1 (event 1), its own deposit of 2 (event 2), its own deposit of 4 (event 3) and 2 more are missing: with them the balance is 31.',
    ],
    [
      'many alike',
      results(0n, ['deposit 500 @1', 'deposit 500 @1', 'withdraw 500 @1', 'deposit 500 @1', 'deposit 500 @1', 'query @2 = -500']),
      'customer 1, event 6 (query at branch 2) answered -5; its own deposits of 5 (events 1, 2, 4 and 1 more) are missing: with them the balance is 15.',
    ],
    [
      'one that is missing among what others may have done',
      results(0n, ['deposit 1000 @1', 'query @1 = 500'], ['deposit 500 @2']),
      'customer 1, event 2 (query at branch 1) answered 5, as if its own deposit of 10 (event 1) were missing: with it no set of writes adds up to that.',
    ],
    [
      'a lost read',
      results(0n, ['query @1 = 1000', 'query @2 = 0'], ['deposit 1000 @1']),
      'customer 1, event 2 (query at branch 2) answered 0, but its earlier query at branch 1 (event 1) answered 10, and no writes lead from there to here: something that it showed is lost.',
    ],
    [
      'reads that only together cannot be',
      results(0n, ['query @1 = 1000', 'query @1 = 0', 'query @2 = 1000'], ['deposit 1000 @1', 'withdraw 1000 @1']),
      'customer 1, event 3 (query at branch 2) answered 10, which cannot be together with what its earlier queries answered: something that they showed is lost.',
    ],
    [
      'a refused withdrawal that took the money',
      results(10_000n, ['withdraw 5000 @1 fail', 'query @2 = 5000']),
      'customer 1, event 2 (query at branch 2) answered 50, as if its own withdrawal of 50 (event 1), which did not succeed, had been done: without it the balance is 100.',
    ],
    [
      "another's failed deposit",
      results(0n, ['query @2 = 5000'], ['deposit 5000 @1 fail']),
      'customer 1, event 1 (query at branch 2) answered 50, as if the deposit of 50 of customer 2 (event 1), which did not succeed, had been done: without it the balance is 0.',
    ],
    [
      'a write that counts twice',
      results(0n, ['deposit 1000 @1', 'query @2 = 2000']),
      'customer 1, event 2 (query at branch 2) answered 20, as if its own deposit of 10 (event 1) counted twice: counted once, the balance is 10.',
    ],
    [
      'a write that comes only later',
      results(0n, ['query @2 = 1000', 'deposit 1000 @1']),
      'customer 1, event 1 (query at branch 2) answered 10, as if its own deposit of 10 (event 2), which comes only later, had been done: without it the balance is 0.',
    ],
    [
      'garbage',
      results(0n, ['deposit 1000 @1', 'query @2 = 700']),
      'customer 1, event 2 (query at branch 2) answered 7, which no set of writes explains: the balance is 10.',
    ],
    [
      'garbage among what others may have done',
      results(0n, ['deposit 1000 @1', 'query @2 = 1700'], ['deposit 500 @1', 'withdraw 200 @1']),
      'customer 1, event 2 (query at branch 2) answered 17, which no set of writes explains: the least that is possible is 8, the most 15.',
    ],
    [
      'no money at all',
      answered(results(0n, ['query @2 = 0']), { answer: { kind: 'odd', text: '0.1\u001b[2J' } }),
      'customer 1, event 1 (query at branch 2) answered 0.1?[2J, which is no amount of money.',
    ],
    [
      'a withdrawal without the money',
      results(1000n, ['withdraw 5000 @1']),
      'customer 1, event 1 (withdrawal of 50 at branch 1) succeeded, but there was only 10.',
    ],
    [
      'a withdrawal that nobody else can help',
      results(1000n, ['withdraw 5000 @1'], ['deposit 1000 @1']),
      'customer 1, event 1 (withdrawal of 50 at branch 1) succeeded, but there can have been at most 20.',
    ],
    [
      'withdrawals that together are too much',
      results(1000n, ['withdraw 1000 @1'], ['withdraw 1000 @2']),
      'customer 2, event 1 (withdrawal of 10 at branch 2) succeeded, but in no order of the customers is there enough money for all withdrawals that did.',
    ],
    [
      'a negative balance',
      results(0n, ['query @1 = -500'], ['deposit 500 @1', 'withdraw 500 @1']),
      'customer 1, event 1 (query at branch 1) answered -5: a balance is never negative.',
    ],
    [
      'final balances that differ',
      withFinals(results(0n, ['deposit 1000 @1 unknown'], []), 1000n, 0n),
      'the final balance of customer 2 is 0, but the final balance of customer 1 is 10: once every branch has every write, all agree.',
    ],
    [
      'a wrong final balance',
      withFinals(untoldTen, 0n),
      'the final balance of customer 1 is 0; the deposit of 10 of customer 1 (event 1) is missing: with it the balance is 10.',
    ],
    [
      'a withdrawal that was paid out all the same',
      withFinals(untoldTen, -4000n),
      'the final balance of customer 1 is -40, as if the withdrawal of 50 of customer 1 (event 2), for which the money was not there, had been done: without it the balance is 10.',
    ],
    [
      'a missing entry',
      results(0n, ['deposit 1000 @1 missing']),
      'customer 1, event 1 (deposit of 10 at branch 1) has no entry, so nobody can tell what became of it.',
    ],
    [
      'missing entries',
      results(0n, ['deposit 1000 @1 missing', 'query @1 missing']),
      'customer 1, events 1 to 2 have no entries, so nobody can tell what became of them.',
    ],
    [
      'an entry of no event',
      { ...results(0n, []), strays: [{ customer: 1, why: 'no-event', line: 1, operation: 'query', branch: 2 }] },
      'customer 1 has an entry for a query at branch 2 that belongs to no event.',
    ],
    [
      'several of them alike',
      {
        ...results(0n, []),
        strays: Array.from({ length: 2 }, () => ({ customer: 1, why: 'no-event', line: 1, operation: 'query' }) as const),
      },
      'customer 1 has 2 entries for a query that belong to no event.',
    ],
    [
      'an entry of no customer',
      { ...results(0n, []), strays: [{ customer: 7, why: 'no-customer', line: 1 }] },
      'there is an entry for customer 7, and the scenario has no such customer.',
    ],
    [
      'a second final balance',
      { ...results(0n, []), strays: [{ customer: 1, why: 'second-final', line: 1 }] },
      'customer 1 has more than one final balance.',
    ],
    [
      'an entry of something else',
      answered(results(0n, ['query @2 = 0']), { said: { operation: 'lend', branch: 3 } }),
      'customer 1, event 1 (query at branch 2) has an entry for a lend at branch 3.',
    ],
  ])('%s', (_what, input, sentence) => {
    expect(sentences(input)).toEqual([sentence]);
  });
});

describe('the verdict', () => {
  const lost = results(0n, ['deposit 1000 @1', ...Array.from({ length: 14 }, () => 'query @2 = 0')]);

  test('tells the first findings, and how many more there are', () => {
    const lines = formatResultsVerdict(judgeResults(lost), { color: false }).split('\n');
    expect(lines[0]).toBe('violated: 14 findings');
    expect(lines.filter((line) => line.startsWith('  ReadYourWrites (line '))).toHaveLength(10);
    expect(lines.slice(-2)).toEqual(['  and 4 more', '13 out of 13 cross-branch query events are correct.']);
  });

  test('tells a cause of every wrong balance once', () => {
    const events = ['deposit 3000 @1', 'withdraw 1000 @1 fail', 'query @2 = 2000', 'withdraw 500 @2 fail', 'query @1 = 1500'];
    const lines = formatResultsVerdict(judgeResults(results(0n, events)), { color: false }).split('\n');
    expect(lines[0]).toBe('violated: 2 findings');
    expect(lines.slice(7, -1)).toEqual([
      '  ResurrectedRefusal (line 3): customer 1, event 3 (query at branch 2) answered 20, as if its own withdrawal of 10 (event 2), which did not succeed, had been done: without it the balance is 30. 1 more balance of customer 1 likewise: what failed was done.',
    ]);
  });

  test('is the same in colour', () => {
    const verdict = judgeResults(lost);
    const colored = formatResultsVerdict(verdict, { color: true });
    expect(colored).toContain('\u001b[31m✗\u001b[0m read your writes          \u001b[31mviolated\u001b[0m  14 findings');
    expect(stripVTControlCharacters(colored)).toBe(formatResultsVerdict(verdict, { color: false }));
  });

  test('says what could not be decided', () => {
    expect(`\n${formatResultsVerdict(judgeResults(results(0n, ['query @1 fail'])), { color: false })}\n`).toBe(`
unknown: nothing was found, but 1 question could not be decided
  · read your writes          not visible in balances
  · monotonic reads           not visible in balances
  · monotonic writes          not visible in balances
  · writes follow reads       not visible in balances
  ? balances                  unknown
  ✓ an entry for each event   holds
  no query was answered, so there is nothing to judge.
0 out of 0 cross-branch query events are correct.
`);
  });

  test.each<[what: string, input: ResultsInput, sentence: string]>([
    [
      'one query without a balance',
      results(0n, ['query @1 = 0', 'query @2 fail']),
      'customer 1, event 2 (query at branch 2) showed no balance, so nobody can tell what it would have been.',
    ],
    [
      'several',
      results(0n, ['query @1 = 0', 'query @2 fail', 'query @1 unknown']),
      'customer 1, event 2 (query at branch 2) and 1 more query showed no balance, so nobody can tell what it would have been.',
    ],
    [
      'writes without an outcome',
      results(0n, ['deposit 100 @1 unknown', 'deposit 100 @1 unknown', 'withdraw 100 @1 unknown', 'query @1 = 0']),
      'nobody can tell what became of customer 1, event 1 (deposit of 1 at branch 1) and 2 more writes.',
    ],
    [
      'a write without a reason',
      results(0n, ['deposit 100 @1 fail', 'query @1 = 0']),
      'customer 1, event 1 (deposit of 1 at branch 1) failed, and not for lack of money: balances cannot tell why.',
    ],
    [
      'final balances alone',
      { ...withFinals(untold(results(0n, ['deposit 100 @1', 'query @1'])), 100n), onlyFinals: 'instead of entries' },
      'the results have final balances alone: what became of 2 events, 1 of them a query, they do not tell.',
    ],
  ])('asks about %s', (_what, input, sentence) => {
    expect(resultsVerdictJson(judgeResults(input))).toMatchObject({ verdict: 'unknown', findings: [], doubts: [sentence] });
  });

  test('does not say that there are entries where there are none', () => {
    const input: ResultsInput = { ...withFinals(untold(results(0n, ['query @1'])), 0n), onlyFinals: 'instead of entries' };
    const verdict = judgeResults(input);
    expect(verdict.complete).toBe(false);
    expect(formatResultsVerdict(verdict, { color: false })).toContain('? an entry for each event   unknown');
  });

  test('holds where nothing was asked', () => {
    const [first] = formatResultsVerdict(judgeResults(results(0n, ['deposit 1 @1'])), { color: false }).split('\n');
    expect(first).toBe('holds: nothing in the results contradicts the scenario');
  });
});

describe('for programs', () => {
  test('every key is always there', () => {
    const input = {
      ...results(0n, ['deposit 1000 @1', 'query @2 = 0']),
      strays: [{ customer: 9, why: 'no-customer', line: 3 } as const],
    };
    expect(JSON.parse(JSON.stringify(resultsVerdictJson(judgeResults(input))))).toEqual({
      verdict: 'violated',
      complete: false,
      guarantees: {
        'read-your-writes': 'violated',
        'monotonic-reads': 'unknown',
        'monotonic-writes': 'not visible in balances',
        'writes-follow-reads': 'not visible in balances',
      },
      queries: { total: 1, answered: 1 },
      courseCount: { correct: 0, total: 0 },
      findings: [
        {
          anomaly: 'ReadYourWrites',
          concern: 'read-your-writes',
          customer: 1,
          event: 2,
          line: 2,
          operation: 'query',
          branch: 2,
          balance: '0',
          expected: '10',
          writes: [{ customer: 1, event: 1 }],
          sentence:
            'customer 1, event 2 (query at branch 2) answered 0; its own deposit of 10 (event 1) is missing: with it the balance is 10.',
        },
        {
          anomaly: 'ExtraEntry',
          concern: 'entries',
          customer: 9,
          event: null,
          line: 3,
          operation: null,
          branch: null,
          balance: null,
          expected: null,
          writes: [],
          sentence: 'there is an entry for customer 9, and the scenario has no such customer.',
        },
      ],
      doubts: [],
    });
  });

  test('doubts are sentences', () => {
    const customers = [{ id: 1, events: [], final: { kind: 'unknown', line: 1 } as const }];
    const json = resultsVerdictJson(judgeResults({ ...results(0n), customers }));
    expect(json).toMatchObject({
      verdict: 'unknown',
      doubts: ['the final balance of customer 1 is not known, say the results.'],
    });
  });
});
