import { describe, expect, test } from 'vitest';
import { readScenario } from './read.js';
import { readResults } from './read-results.js';
import { type MatchedResults, matchResults } from './read-results-match.js';
import type { Scenario } from './scenario.js';

const BRANCHES = '{"id":1,"type":"branch","balance":0},{"id":2,"type":"branch","balance":0}';

/** `deposit @1`, `query @2`: one customer with these events, and others with none. */
function scenario(events: readonly string[], target = 'branch'): Scenario {
  const objects = events.map((event) => {
    const [kind, branch] = event.split(' @');
    return `{"interface":"${kind}","money":10,"${target}":${branch}}`;
  });
  const read = readScenario(
    `[{"id":1,"type":"customer","events":[${objects}]},{"id":2,"type":"customer","events":[]},${BRANCHES}]`,
    's.json',
  );
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return read.scenario;
}

function match(events: readonly string[], text: string, target?: string): MatchedResults {
  const read = readResults(text, 'r.json');
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return matchResults(scenario(events, target), read.results);
}

/** The entries in results, one a line: `deposit @1`, `query @2`. */
function entries(...lines: readonly string[]): string {
  return lines
    .map((line) => {
      const [kind, branch] = line.split(' @');
      const result = kind === 'query' ? '"balance":1' : '"result":"success"';
      const where = branch === undefined ? '' : `"branch":${branch},`;
      return `{"id":1,"recv":[{"interface":"${kind}",${where}${result}}]}`;
    })
    .join('\n');
}

/** What became of each event of customer 1, and the entries that are of none, by line. */
function outcome(events: readonly string[], text: string) {
  const { customers, strays } = match(events, text);
  const answers = customers[0]?.events.map(({ answer, said }) => {
    const claims = said ? ` said ${said.operation}${said.branch === undefined ? '' : ` @${said.branch}`}` : '';
    return `${answer.kind}${claims}`;
  });
  return [...(answers ?? []), ...strays.map(({ line, why }) => `line ${line}: ${why}`)];
}

const EVENTS = ['query @1', 'deposit @1', 'query @1', 'query @2', 'withdraw @2'];

describe('entries belong to events by customer and position', () => {
  test.each<[what: string, lines: string[], outcome: string[]]>([
    ['one to one', EVENTS, ['balance', 'done', 'balance', 'balance', 'done']],
    ['without branches', EVENTS.map((line) => line.replace(/ @\d/, '')), ['balance', 'done', 'balance', 'balance', 'done']],
    ['a run that was killed', EVENTS.slice(0, 2), ['balance', 'done', 'missing', 'missing', 'missing']],
    ['another branch', EVENTS.with(3, 'query @1'), ['balance', 'done', 'balance', 'balance said query @1', 'done']],
    [
      'always branch 1',
      EVENTS.map((line) => line.replace('@2', '@1')),
      ['balance', 'done', 'balance', 'balance said query @1', 'done said withdraw @1'],
    ],
    ['another operation', EVENTS.with(1, 'withdraw @1'), ['balance', 'unknown said withdraw @1', 'balance', 'balance', 'done']],
    ['a word that nobody knows', EVENTS.with(1, 'lend @1'), ['balance', 'unknown said lend @1', 'balance', 'balance', 'done']],
    // What stands behind a gap may be of another event, so nothing follows from it.
    ['one missing', EVENTS.toSpliced(1, 1), ['balance', 'missing', 'unplaced', 'unplaced', 'unplaced']],
    [
      'one too many',
      EVENTS.toSpliced(1, 0, 'withdraw @1'),
      ['balance', 'unplaced', 'unplaced', 'unplaced', 'unplaced', 'line 2: no-event'],
    ],
    ['more at the end', [...EVENTS, 'query @2'], ['balance', 'done', 'balance', 'balance', 'done', 'line 6: no-event']],
    ['nothing', [], ['missing', 'missing', 'missing', 'missing', 'missing']],
  ])('%s', (_what, lines, expected) => {
    expect(outcome(EVENTS, lines.length === 0 ? '[]' : entries(...lines))).toEqual(expected);
  });

  test('also where customers take turns in the file', () => {
    const text =
      '{"id":2,"recv":[]}{"id":1,"recv":[{"interface":"deposit","result":"success"}]}{"id":9,"recv":[{"interface":"query"}]}';
    expect(outcome(['deposit @1'], text)).toEqual(['done', 'line 1: no-customer']);
  });

  test('of very many that differ, the order in the file decides', () => {
    const events = Array.from({ length: 2500 }, () => 'deposit @1');
    const told = outcome(events, entries(...events.map(() => 'query @1')));
    expect(told).toHaveLength(2500);
    expect(new Set(told)).toEqual(new Set(['unknown said query @1']));
  });
});

describe('final balances', () => {
  test('alone leave the operations untold', () => {
    const { customers } = match(
      ['deposit @1', 'withdraw @2', 'query @1'],
      '[{"id":1,"balance":0},{"id":2,"balance":0.5}]',
      'dest',
    );
    expect(customers[0]?.events.map(({ answer }) => answer.kind)).toEqual(['not-told', 'not-told', 'unknown']);
    expect(customers.map(({ final }) => final)).toEqual([
      { kind: 'balance', minor: 0n, line: 1 },
      { kind: 'balance', minor: 50n, line: 1 },
    ]);
  });

  test('beside entries judge both', () => {
    const { customers } = match(['deposit @1'], `${entries('deposit @1')}\n{"id":1,"balance":10}`);
    expect(customers[0]).toMatchObject({ events: [{ answer: { kind: 'done' } }], final: { minor: 1000n } });
    expect(customers[1]?.final).toBeUndefined();
  });

  test('that are missing, or there twice, are named', () => {
    const { customers, strays } = match(['deposit @1'], '[{"id":1,"balance":10},\n{"id":1,"balance":10}]', 'dest');
    expect(customers[1]?.final).toEqual({ kind: 'missing' });
    expect(strays).toEqual([{ customer: 1, why: 'second-final', line: 2 }]);
    expect(match(['deposit @1'], '[]', 'dest').customers.map(({ final }) => final?.kind)).toEqual(['missing', 'missing']);
  });
});

test("the course's count gets the entries in the order of the file", () => {
  const { inFileOrder } = match(['query @1', 'query @2'], entries('query @2', 'deposit @1', 'query @1'));
  expect(inFileOrder).toEqual([{ query: true, balanceMinor: 100n }, { query: false }, { query: true, balanceMinor: 100n }]);
});
