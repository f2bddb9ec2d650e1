import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readResults } from './read-results.js';

/** The entries in short: `1: deposit @1 done`, `1: query @2 = 40000`; final balances: `1 = 40000`. */
function read(text: string): string[] {
  const found = readResults(text, 'r.json');
  if ('problems' in found) {
    const errors = found.problems.filter(({ severity }) => severity === 'error');
    return errors.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  }
  const { entries, finals } = found.results;
  return [
    ...entries.map(({ customer, operation = '?', branch, answer }) => {
      const at = branch === undefined ? '' : ` @${branch}`;
      return `${customer}: ${operation}${at} ${told(answer)}`;
    }),
    ...finals.map(({ customer, balance }) => `${customer} ${told(balance)}`),
  ];
}

function told(answer: { kind: string; minor?: bigint; text?: string }): string {
  if (answer.kind === 'balance') return `= ${answer.minor}`;
  return answer.kind === 'odd' ? `= ${answer.text}` : answer.kind;
}

function warnings(text: string): string[] {
  const found = readResults(text, 'r.json');
  return 'problems' in found ? [] : found.warnings.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

const EVENTS = ['1: deposit @1 done', '1: query @2 = 40000', '1: withdraw @2 refused', '2: query @1 = 40000'];
const NO_BRANCH = EVENTS.map((line) => line.replace(/ @\d/, ''));

describe('every form', () => {
  test('events', () => {
    expect(
      read(`[
  {"id":1,"recv":[{"interface":"deposit","branch":1,"result":"success"}]},
  {"id":1,"recv":[{"interface":"query","branch":2,"balance":400}]},
  {"id":1,"recv":[{"interface":"withdraw","branch":2,"result":"fail","reason":"INSUFFICIENT_FUNDS"}]},
  {"id":2,"recv":[{"interface":"query","branch":1,"balance":400}]}
]
`),
    ).toEqual(EVENTS);
  });

  test.each([
    ['customers', '"result":{"balance":400}'],
    ['customers-balance', '"balance":400'],
    ['customers-balance, with a result', '"result":"success","balance":400'],
    ['customers-money', '"result":"success","money":400'],
  ])('%s', (_form, query) => {
    const first = `{"interface":"deposit","result":"success"},{"interface":"query",${query}},{"interface":"withdraw","result":"fail"}`;
    expect(read(`[{"id":1,"recv":[${first}]},{"id":2,"recv":[{"interface":"query",${query}}]}]`)).toEqual(NO_BRANCH);
  });

  test.each([
    ['balances', '[{"id":1,"balance":0},{"id":2,"balance":12.5},{"id":3,"balance":null}]'],
    ['lines', '{"id":1,"balance":0}\n{"id":2,"balance":12.50}\r\n{"id":3,"balance":null}\n'],
    ['as Python prints them', "[{'id': 1, 'balance': 0.0}, {'id': 2, 'balance': 12.5}, {'id': 3, 'balance': None}]"],
  ])('%s', (_form, text) => {
    expect(read(text)).toEqual(['1 = 0', '2 = 1250', '3 unknown']);
  });

  test('customers without events, and files without customers', () => {
    expect(read('[{"id":1,"recv":[]}]')).toEqual([]);
    expect(read('[]')).toEqual([]);
  });

  test('an entry that is not wrapped', () => {
    expect(read('{"id":1,"interface":"query","branch":2,"balance":400}')).toEqual(['1: query @2 = 40000']);
    expect(read('{"customer":1,"id":7,"interface":"query","balance":4}')).toEqual(['1: query = 400']);
    expect(read('{"id":1,"recv":{"interface":"query","balance":4}}')).toEqual(['1: query = 400']);
  });
});

describe('as found in the wild', () => {
  const deposit = '{"id":1,"recv":[{"interface":"deposit","branch":1,"result":"success"}]}';
  const query = '{"id":1,"recv":[{"interface":"query","branch":2,"balance":400}]}';
  const both = ['1: deposit @1 done', '1: query @2 = 40000'];

  test.each([
    ['objects one after the other', `${deposit}${query}`],
    ['one a line', `${deposit}\n${query}\n`],
    ['one a line, with commas', `${deposit},\n${query},\n`],
    ['several arrays', `[${deposit}]\n[${query}]`],
    ['an array in an array', `[[${deposit}],[${query}]]`],
    ['commas too many', `[${deposit},,${query},]`],
    ['commas too few', `[${deposit} ${query}]`],
    ['commas too many within', deposit.replace('"success"', '"success",').replace('}]', '},]') + query],
    ['a byte order mark', `\uFEFF[${deposit},${query}]`],
    ['a run that was killed', `[${deposit},\n${query},\n`],
    ['all in capitals', `[${deposit},${query}]`.toUpperCase()],
    ['single quotes', `[${deposit},${query}]`.replaceAll('"', "'")],
    ['texts as Python 2 prints them', `[${deposit},${query}]`.replaceAll(/"(\w+)"/g, "u'$1'")],
    ['numbers as texts', `[${deposit},${query}]`.replaceAll(/:(\d+)/g, ':"$1"')],
    ['floats', `[${deposit},${query}]`.replaceAll(/:(\d+)/g, ':$1.0')],
    ['keys without quotes', `[${deposit},${query}]`.replaceAll(/"(\w+)":/g, '$1: ')],
    ['keys that nobody knows', deposit.replace('{"interface"', '{"logical_clock": [1, {"a": {}}], "interface"') + query],
    ['"dest" and other words', `${deposit.replace('success', 'Ok').replace('"branch"', '"dest"')}${query}`],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual(both);
  });

  test.each([
    ['400', '= 40000'],
    ['400.0', '= 40000'],
    ['"400"', '= 40000'],
    ['" 400.00 "', '= 40000'],
    ['4e2', '= 40000'],
    ['+400.', '= 40000'],
    ['.5', '= 50'],
    ['-40', '= -4000'],
    ['-0.0', '= 0'],
    ['0012.340', '= 1234'],
    ['9007199254740993', '= 900719925474099300'],
    ['123456789012345678901234567890.12', '= 12345678901234567890123456789012'],
    ['0.30000000000000004', '= 0.30000000000000004'],
    ['NaN', '= NaN'],
    ['1e400', '= 1e400'],
    ['null', 'unknown'],
  ])('a balance of %s', (number, answer) => {
    expect(read(`{"id":1,"recv":[{"interface":"query","balance":${number}}]}`)).toEqual([`1: query ${answer}`]);
  });

  test.each([
    ['"result":"SUCCESS"', 'done'],
    ['"result":True', 'done'],
    ['"result":"failed"', 'refused'],
    ['"status":"fail"', 'refused'],
    ['"result":"unknown"', 'unknown'],
    ['"result":{"result":"success"}', 'done'],
    // What is not certain stays open: an error may come after the money has moved.
    ['"result":"error"', 'unknown'],
    ['"result":null', 'unknown'],
    ['"branch":1', '@1 unknown'],
    ['"balance":10', 'unknown'],
  ])('a deposit with %s', (result, answer) => {
    expect(read(`{"id":1,"recv":[{"interface":"deposit",${result}}]}`)).toEqual([`1: deposit ${answer}`]);
  });

  test.each([
    ['"result":"fail"', 'refused'],
    ['"result":"fail","balance":0', 'refused'],
    ['"result":400', '= 40000'],
    ['"result":{"balance":"400.0"}', '= 40000'],
    // Scenarios have a meaningless amount on queries, and some programs repeat it.
    ['"money":400', 'unknown'],
    ['"money":7,"balance":400', '= 40000'],
    ['"result":"success"', 'unknown'],
  ])('a query with %s', (result, answer) => {
    expect(read(`{"id":1,"recv":[{"interface":"query",${result}}]}`)).toEqual([`1: query ${answer}`]);
  });

  test('entries know their lines', () => {
    const found = readResults(
      '[{"id":1,"recv":[\n{"interface":"query","balance":1},\n\n{"interface":"query","balance":1}]}]',
      'r',
    );
    expect('results' in found && found.results.entries.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('an operation that nobody knows is kept for the comparison', () => {
    const found = readResults('{"id":1,"recv":[{"interface":"Propagate_Deposit","result":"success"}]}', 'r');
    expect('results' in found && found.results.entries).toMatchObject([{ unknownOperation: 'propagate_deposit' }]);
  });
});

describe('what is doubtful is read with a warning', () => {
  test.each([
    ['[{"id":1,"recv":[{"interface":"deposit","result":"done?"}]}]', '1:50: what "done?" means for the operation is not known'],
    ['[{"id":1,"recv":[{"interface":"deposit"}]}]', '1:18: an entry without a result: nobody can tell what became of it'],
    ['[{"id":1,"recv":[{"interface":"query"}]}]', '1:18: a query without a balance: nobody can tell what became of it'],
    ['[{"id":1,"recv":[],"balance":3}]', '1:2: a "balance" beside "recv" is not judged'],
    ['[{"id":1},{"id":1,"recv":[]}]', '1:2: this object has neither entries nor a balance, and is ignored'],
    ['[{"id":1,"type":"branch","balance":3},{"id":1,"recv":[]}]', '1:2: the balance of a branch is not judged'],
    ['[{"id":1,"recv":[]}', '1:20: the file ends before its array is closed'],
  ])('%s', (text, warning) => {
    expect(warnings(text)).toEqual([warning]);
  });
});

describe('what cannot be read is told with its place', () => {
  test.each([
    ['', '1:1: the file is empty'],
    [' \n', '1:1: the file is empty'],
    ['done', '1:1: this is no entry'],
    ['[1,\n2]', '1:2: this is no entry', '2:1: this is no entry'],
    ['{"id":1,"recv":[{"interface":"query"', '1:37: the file ends too early'],
    ['{"id":1,"recv":[{"interface":"query","balance":}]}', '1:48: "}" does not belong here'],
    ['{"id" 1}', '1:7: "1" does not belong here'],
    ['{"id":1,"recv":[{"interface":"que\nry"}]}', '1:30: this text is not closed on its line'],
    ['{"id":1,"recv":["success"]}', '1:17: this is no entry'],
    ['{"id":1,"recv":[{"interface":"query","balance":"lots"}]}', '1:48: "lots" is no balance'],
    ['{"id":1,"balance":[]}', '1:19: this is no balance'],
    ['{"recv":[]}', '1:1: an entry without the "id" of its customer'],
    ['{"id":"one","recv":[]}', '1:7: "one" is not the id of a customer'],
    ['{"id":1,"recv":[{"interface":"query","branch":1.5}]}', '1:47: "1.5" is not the number of a branch'],
    ['{"id":1,"recv":[{"interface":"query","balance":1,"Balance":2}]}', '1:50: "Balance" stands twice in one object'],
    ['{"id":1,"balance":1,000}', '1:24: "}" does not belong here'],
    ['[{"id":1,"type":"customer","events":[]}]', '1:2: these are the events of a scenario, not their results'],
    ['{}', '1:1: nothing in this file is a result'],
    ['[{"id":1,"type":"branch","balance":3},{"id":1}]', '1:2: nothing in this file is a result'],
    ['['.repeat(200), '1:102: nested more than 100 levels deep'],
  ])('%j', (text, ...problems) => {
    expect(read(text)).toEqual(problems);
  });

  test('and never throws', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ':',
      ',',
      '"id"',
      "'recv'",
      '"interface"',
      '"query"',
      '1',
      '-0.5',
      'None',
      '"',
      '\\',
      '\n',
      'balance',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = readResults(text, 'r.json');
        if ('problems' in found) expect(found.problems[0]?.severity).toBe('error');
        else expect(Array.isArray(found.results.entries)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('nor when the text is long or deep', () => {
    for (const text of [
      '['.repeat(1e6),
      '{"a":'.repeat(1e5),
      "'".repeat(1e5),
      `{"id":1,"balance":${'9'.repeat(1e6)}}`,
      '[],'.repeat(1e5),
    ]) {
      expect(() => readResults(text, 'r.json')).not.toThrow();
    }
  });
});
