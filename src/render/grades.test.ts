import { expect, test } from 'vitest';
import type { EventInput, ResultsInput } from '../check/results/input.js';
import { judgeResults } from '../check/results/judge.js';
import { formatGrades, type Grade, gradesJson, totals } from './grades.js';

/** A deposit of 10 by the only customer, and two queries that show these balances. */
function resultsOf(...shown: (number | undefined)[]): ResultsInput {
  const deposit: EventInput = { event: 1, kind: 'deposit', branch: 1, amountMinor: 1000n, answer: { kind: 'done' }, line: 2 };
  const queries = shown.map((balance, i): EventInput => {
    const answer =
      balance === undefined ? { kind: 'unknown' as const } : { kind: 'balance' as const, minor: BigInt(balance * 100) };
    return { event: i + 2, kind: 'query', branch: i + 1, answer, line: i + 3 };
  });
  const inFileOrder = queries.map(({ answer }) => ({
    query: true,
    ...(answer.kind === 'balance' ? { balanceMinor: answer.minor } : {}),
  }));
  return { initialMinor: 0n, customers: [{ id: 1, events: [deposit, ...queries] }], strays: [], inFileOrder };
}

const judged = (file: string, ...shown: (number | undefined)[]): Grade => ({
  file,
  result: { verdict: judgeResults(resultsOf(...shown)), warnings: [] },
});
const warned = (file: string, ...warnings: string[]): Grade => ({
  file,
  result: { verdict: judgeResults(resultsOf(10)), warnings },
});

const GRADES: Grade[] = [
  judged('ada.json', 10, 10),
  judged('bob/output.json', 10, 0),
  { file: 'e\u001bve.json', result: { unreadable: 'line 1:1: error: the file is \u0007empty' } },
  { file: 'ian/', result: { missing: 'no results found' } },
  judged('mute.json', undefined, undefined),
  warned('zoe.json', 'line 1:2: warning: this is ignored', 'another'),
];

test('the table has a row a file, and cannot command a terminal', () => {
  expect(formatGrades(GRADES).split('\n')).toEqual([
    'file             verdict     pairs  first finding',
    'ada.json         holds       1/1',
    'bob/output.json  violated    0/1    ReadYourWrites: customer 1, event 3 (query at branch 2) answered 0; its own deposit of 10 (event 1) is missing: with it the balance is 10.',
    'e?ve.json        unreadable         line 1:1: error: the file is ?empty',
    'ian/             missing            no results found',
    expect.stringMatching(/^mute\.json {8}unknown {5}\d\/1 {4}\S/),
    'zoe.json         holds       0/0    (line 1:2: warning: this is ignored and 1 more)',
  ]);
});

test('the JSON has the same, with all details', () => {
  const told = gradesJson('input.json', GRADES) as { totals: object; files: Record<string, unknown>[] };
  expect(told.totals).toEqual({ files: 5, ...totals(GRADES) });
  expect(totals(GRADES)).toEqual({ holds: 2, violated: 1, unknown: 1, unreadable: 1, missing: 1 });
  const keys = ['file', 'verdict', 'courseCount', 'firstFinding', 'warnings', 'details'];
  for (const file of told.files) expect(Object.keys(file)).toEqual(keys);
  expect(told.files[1]).toMatchObject({
    verdict: 'violated',
    courseCount: { correct: 0, total: 1 },
    details: { verdict: 'violated' },
  });
  expect(told.files[2]).toMatchObject({ verdict: 'unreadable', courseCount: null, details: null });
});
