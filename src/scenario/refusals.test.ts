import { describe, expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.js';
import { readScenario } from './read.js';

/** «…» marks what a problem has to point at, line, column and length; it is not part of the file. */
function unmark(marked: string): { text: string; line: number; column: number; length: number } {
  const start = marked.indexOf('«');
  const before = marked.slice(0, start).split(/\r\n|\n|\r/);
  const length = Math.max(1, marked.indexOf('»') - start - 1);
  // A byte order mark has no column.
  const column = (before.at(-1) ?? '').replace('\uFEFF', '').length + 1;
  return { text: marked.replace('«', '').replace('»', ''), line: before.length, column, length };
}

function problemsOf(text: string): Diagnostic[] {
  const read = readScenario(text, 'input.json');
  return 'problems' in read ? read.problems : [];
}

function expectRefused(marked: string, message: string, advice?: string): void {
  const { text, ...place } = unmark(marked);
  const problems = problemsOf(text);
  expect(problems[0]).toMatchObject({ severity: 'error', file: 'input.json', ...place });
  expect(problems[0]?.message).toContain(message);
  if (advice !== undefined) expect(`${problems[0]?.expected}; ${problems[0]?.hint}`).toContain(advice);
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
}

const BANK = '{"id": 1, "type": "branch", "balance": 0}, {"id": 2, "type": "branch", "balance": 0}';
const withEvents = (events: string) => `[${BANK},\n {"id": 1, "type": "customer", "events": [${events}]}]`;
const CUSTOMER = '{"id": 1, "type": "customer", "events": [{"interface": "query"}]}';

describe('broken JSON is refused at the first character that is wrong', () => {
  test.each([
    ['«»', 'the file is empty', 'a JSON array'],
    ['«» \r\n\t\n', 'the file is empty'],
    ['\uFEFF«»', 'the file is empty'],
    ['[1«,»]', 'a comma before "]" with nothing after it', 'remove the comma'],
    ['[\r\n\t{"a": 1«,»\r\n\r\n\t}]', 'a comma before "}" with nothing after it'],
    ['[\r\n{},\r\n\t[1, 2 «,» ],\r\n]', 'a comma before "]"'],
    ['[1,\n«,» 2]', 'a comma where a value belongs', 'a value'],
    ['[«,»]', 'a comma where a value belongs'],
    ['[{}\n «{»}]', 'a comma is missing before this', 'a comma or "]"'],
    ['{"a": 1 «"b"»: 2}', 'a comma is missing', 'a comma or "}"'],
    ['[1«:» 2]', 'a comma is missing'],
    ['{"a" «1»}', 'a colon is missing', 'a colon and a value'],
    ['{"a": «}»', '"}" where a value belongs'],
    ['{"a"«}»', '"}" where a colon and a value belongs'],
    ['{«1»: 2}', 'this is not a key', 'a key in double quotes'],
    ['{"a": 1, «b»: 2}', 'this is not a key', 'a key in double quotes'],
    ["{«'a'»: 1}", 'this is not a key', 'straight double quotes'],
    ['[«}»]', '"}" closes nothing here', 'a value or "]"'],
    ['{«]»}', '"]" closes nothing here'],
    ['«]»', '"]" closes nothing here'],
    ['[]\n«The» data consistency model', 'more text after the end', 'the end of the file'],
    ['[] «]»', 'more text after the end'],
    ['[]\n«[»]', 'more text after the end'],
    ['[]\r\n\r\n\t«"x»', 'more text after the end'],
    ['[1, 2«»\n\n\n', 'the file ends before the "[" of line 1 is closed', 'a comma or "]"'],
    ['[\n{\n"a": [1]«»', 'the file ends before the "{" of line 2 is closed', 'a comma or "}"'],
    ['[{"a":«»', 'the file ends before the "{"', 'a value'],
    ['[«True»]', 'lower case'],
    ['[«None»]', 'no None', 'write null'],
    ['[«NaN»]', 'no such value'],
    ['[«-Infinity»]', 'no such value'],
    ['[«deposit»]', 'this is not JSON', 'double quotes'],
    ["[«'deposit'»]", 'straight double quotes'],
    ['[«“deposit”»]', 'straight double quotes'],
    ['[1, «//»\n2]', 'no comments'],
    ['[1 «/*» 2 */]', 'a comma is missing', 'JSON has no comments: remove it'],
    ['[«01»]', 'cannot begin with 0'],
    ['[«+1»]', 'no plus sign'],
    ['[«.5»]', 'not a JSON number'],
    ['[«5.»]', 'not a JSON number'],
    ['[«1e»]', 'not a JSON number'],
    ['[«0x10»]', 'not a JSON number'],
    ['[«1_000»]', 'not a JSON number'],
    ['[«\u00A0»1]', 'unexpected character U+00A0'],
    ['[«"deposit, »\n"x"]', 'not closed on its line', 'a closing double quote'],
    ['["x", «"deposit»', 'not closed on its line'],
    ['["a«\t»b"]', 'a control character', '\\t'],
    ['["a«\0»b"]', 'a control character', '\\u0000'],
    ['["a«\\x»41"]', 'no such escape'],
    ['["a«\\u12G4»"]', 'no such escape'],
    ['["a«\\»', 'no such escape'],
    ['\uFEFF[1«,»]', 'a comma before'],
    [`${'['.repeat(100)}«[»${']'.repeat(101)}`, 'nested more than 100 levels deep'],
    [`${'['.repeat(100)}«[»${'['.repeat(100_000)}`, 'nested more than 100 levels deep'],
  ])('%j', expectRefused);

  test('a file that is not UTF-8 is told apart', () => {
    expect(problemsOf('\uFFFD\uFFFD[\0]\0')[0]?.hint).toBe('is the file saved as UTF-8?');
  });

  test('and told alone', () => {
    expect(problemsOf('[{"id": 1, "id": 2}, 1, 2,]')).toHaveLength(1);
  });
});

describe('the entries of the file', () => {
  test.each([
    ['«{»"id": 1}', 'an object instead of an array', 'a JSON array of branches and customers'],
    ['«"»x"', 'the text "x" instead of an array'],
    ['«n»ull', 'null instead of an array'],
    ['«[»]', 'there are no branches', '"type": "branch"'],
    [`«[»${CUSTOMER}]`, 'there are no branches'],
    [`[${BANK}, «7»]`, 'a number where a branch or a customer belongs', 'an object'],
    [`[${BANK}, «[1]»]`, 'an array where a branch or a customer belongs'],
    [`[${BANK}, «{»"id": 3}]`, 'entry without "type"', '"customer" or "branch"'],
    [`[${BANK}, {«"typ"»: "branch", "id": 3}]`, 'entry without "type"', 'did you mean "type" by "typ"?'],
    [`[${BANK}, {"type": «"brnch"», "id": 3}]`, 'unknown type "brnch"', 'did you mean "branch"?'],
    [`[${BANK}, {"type": «1», "id": 3}]`, 'a number is not allowed here', 'customer, client, branch or bank'],
  ])('%j', expectRefused);
});

describe('branches', () => {
  const second = (branch: string) => `[{"id": 1, "type": "branch", "balance": 400}, ${branch}, ${CUSTOMER}]`;
  test.each([
    [second('«{»"type": "branch", "balance": 400}'), 'branch without "id"', 'a whole number from 1 to 1048576'],
    [second('{"id": «0», "type": "branch", "balance": 400}'), '0 is not a whole number from 1'],
    [second('{"id": «-1», "type": "branch", "balance": 400}'), '-1 is not a whole number from 1'],
    [second('{"id": «1.5», "type": "branch", "balance": 400}'), '1.5 is not a whole number'],
    [second('{"id": «1048577», "type": "branch", "balance": 400}'), '1048577 is not a whole number'],
    [second('{"id": «1e400», "type": "branch", "balance": 400}'), '1e400 is not a whole number'],
    [second('{"id": «"2"», "type": "branch", "balance": 400}'), 'the text "2" is not allowed', 'write 2 without quotes'],
    [second('{«"id": 1», "type": "branch", "balance": 400}'), 'duplicate branch 1', 'the first is at 1:3'],
    [second('{«"id": 1», "type": "bank", "balance": 400}'), 'duplicate branch 1'],
    [second('{«"id": 1», "type": "branch", "balance": 200}'), 'duplicate branch 1', 'the first is at 1:3'],
    [second('«{»"id": 2, "type": "branch"}'), 'branch without "balance"', 'the initial balance'],
    [second('{"id": 2, "type": "branch", «"balence"»: 400}'), 'without "balance"', 'did you mean "balance"'],
    [second('{"id": 2, "type": "branch", "balance": «-1»}'), '-1 is negative', '0 or more'],
    [second('{"id": 2, "type": "branch", "balance": «400.001»}'), 'too precise: money has at most 2 decimals'],
    [second('{"id": 2, "type": "branch", "balance": «1e400»}'), 'too large: at most 90071992547409.91'],
    [second('{"id": 2, "type": "branch", "balance": «"400"»}'), 'the text "400"', 'write 400 without quotes'],
    [second('{"id": 2, "type": "branch", "balance": «null»}'), 'null is not allowed here'],
    [second('{"id": 2, "type": "branch", "balance": «399.99»}'), 'branch 1 starts with 400, but branch 2 starts with 399.99'],
  ])('%j', expectRefused);

  test('of unequal balances one pair is told, also when the first is the odd one out', () => {
    const branches = [1, 2, 2, 2].map((balance, i) => `{"id": ${i + 1}, "type": "branch", "balance": ${balance}}`);
    expect(problemsOf(`[${branches.join(',')}]`).filter((problem) => problem.severity === 'error')).toHaveLength(1);
  });
});

describe('customers', () => {
  test.each([
    [`[${BANK}, «{»"type": "customer", "events": []}]`, 'customer without "id"'],
    [`[${BANK}, {"id": «"1"», "type": "customer", "events": []}]`, 'the text "1"', 'write 1 without quotes'],
    [`[${BANK}, {"id": «9007199254740993», "type": "customer", "events": []}]`, 'is not a whole number'],
    [`[${BANK}, ${CUSTOMER}, {«"id": 1», "type": "client", "events": []}]`, 'duplicate customer 1', 'the first is at'],
    [`[${BANK}, «{»"id": 1, "type": "customer"}]`, 'customer without "events"', 'an array of events'],
    [`[${BANK}, {"id": 1, "type": "customer", «"event"»: []}]`, 'without "events"', 'did you mean "events" by "event"?'],
    [`[${BANK}, {"id": 1, "type": "customer", "events": «{»}}]`, 'an object where the events belong', 'an array of events'],
    [`[${BANK}, {"id": 1, "type": "customer", "events": [], «"customer-requests": []»}]`, 'says again', 'only one of them'],
    [`[${BANK}, {"id": 1, "type": "customer", "events": [], "guarantees": «"al"»}]`, 'unknown guarantee "al"', '"all"'],
    [`[${BANK}, {"id": 1, "type": "customer", "events": [], "guarantees": «1»}]`, 'a number is not allowed here', '"none"'],
  ])('%j', expectRefused);
});

describe('events', () => {
  test.each([
    ['«7»', 'a number where an event belongs'],
    ['«{»}', 'event without "interface"', 'deposit, withdraw or query'],
    ['{«"interfase"»: "query"}', 'event without "interface"', 'did you mean "interface" by "interfase"?'],
    ['{"interface": «"depost"», "money": 10}', 'unknown operation "depost"', 'did you mean "deposit"?'],
    ['{"interface": «"transfer"», "money": 10}', 'unknown operation "transfer"', 'deposit, withdraw or query'],
    ['{"interface": «""», "money": 10}', 'unknown operation ""'],
    ['{"interface": «null»}', 'null is not allowed here', 'deposit, withdraw or query'],
    ['{"interface": "query", «"dest": 4»}', 'branch 4 does not exist', 'branch 1 or 2'],
    ['{"interface": "query", «"branch"  :  0»}', 'branch 0 does not exist'],
    ['{"interface": "query", "branch": «-1»}', '-1 is not the number of a branch'],
    ['{"interface": "query", "branch": «"1"»}', 'the text "1" is not allowed here', 'write 1 without quotes'],
    ['{"interface": "query", "branch": 1, «"dest": 1»}', '"dest" says again what "branch" says'],
    ['«{»"interface": "deposit", "branch": 1}', 'event without "money"', 'the amount to deposit'],
    ['{"interface": "withdraw", «"mony"»: 1}', 'event without "money"', 'did you mean "money"'],
    ['{"interface": "deposit", "money": «-10»}', '-10 is negative', 'an amount above 0'],
    ['{"interface": "deposit", "money": «-1e400»}', '-1e400 is negative'],
    ['{"interface": "withdraw", "money": «0»}', 'an amount of zero moves nothing'],
    ['{"interface": "withdraw", "money": «-0.00»}', 'an amount of zero moves nothing'],
    ['{"interface": "deposit", "money": «0.001»}', '0.001 is too precise'],
    ['{"interface": "deposit", "money": «1e-3»}', '1e-3 is too precise'],
    ['{"interface": "deposit", "money": «9007199254740993»}', '9007199254740993 is too large'],
    ['{"interface": "deposit", "money": «90071992547409.92»}', 'too large: at most 90071992547409.91'],
    ['{"interface": "deposit", "money": «1e400»}', '1e400 is too large'],
    ['{"interface": "deposit", "money": «"10"»}', 'the text "10" is not allowed', 'write 10 without quotes'],
    ['{"interface": "deposit", "money": «"ten"»}', 'the text "ten" is not allowed', 'an amount above 0'],
    ['{"interface": "deposit", "money": «true»}', 'true is not allowed here'],
    ['{"interface": "deposit", "money": «[»10]}', 'an array is not allowed here'],
    ['{"interface": "query", "id": «null»}', 'null is not allowed here', 'a number or a text'],
    ['{"interface": "query", "guarantees": [«"monotonic-read"»]}', 'unknown guarantee', 'did you mean "monotonic-reads"?'],
    ['{"interface": "query", "guarantees": [«"all"»]}', 'unknown guarantee "all"'],
    ['{"interface": "query", "guarantees": [«1»]}', 'a number is not allowed here'],
    ['{"interface": "query", "guarantees": «"read-your-writes,"»}', 'unknown guarantee ""'],
    ['{"interface": "query", "after": «1»}', 'a number where "after" belongs', 'an object'],
    ['{"interface": "query", "after": «{»"event": 1}}', 'after without "customer"'],
    ['{"interface": "query", "after": «{»"customer": 1}}', 'after without "event"'],
    ['{"interface": "query", "after": {"customer": «"1"», "event": 1}}', 'the text "1"'],
    ['{"interface": "query", "after": {«"customer": 9», "event": 1}}', 'there is no customer 9'],
    ['{"interface": "query", "after": {"customer": 1, «"event": 0»}}', 'there is no event 0 of customer 1', 'from 1 to 1'],
    ['{"interface": "query", "after": {"customer": 1, «"event": 2»}}', 'there is no event 2 of customer 1'],
  ])('%j', (event, message, advice?: string) => {
    expectRefused(withEvents(event), message, advice);
  });

  test('without a target, and without a branch with the id of the customer: told once', () => {
    const events = '[{"interface": "query", "branch": 1}, «{»"interface": "query"}, {"interface": "query"}]';
    expectRefused(
      `[${BANK}, {"id": 7, "type": "customer", "events": ${events}}]`,
      'there is no branch 7',
      '"branch" on the event',
    );
  });

  test.each([
    [[3, 1, 2], 'branch 1, 2 or 3'],
    [[10, 9, 8, 7], 'a branch from 7 to 10'],
    [[5, 1, 3, 9], 'branch 1, 3, 5 or 9'],
    [Array.from({ length: 20 }, (_, i) => 2 * i + 1), 'branch 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …'],
  ])('of branches %j, what is expected says: %s', (ids, expected) => {
    const branches = ids.map((id) => `{"id": ${id}, "type": "branch", "balance": 0}`).join(', ');
    const event = '{"interface": "query", "branch": 1000}';
    const [problem] = problemsOf(`[${branches}, {"id": 1, "type": "customer", "events": [${event}]}]`);
    expect(problem?.expected).toBe(expected);
  });
});

describe('keys', () => {
  test.each([
    ['{"interface": "query", «"interface"»: "query"}', 'duplicate key "interface"', 'the first is at 2:'],
    ['{"interface": "query", «"\\u0069nterface"»: "query"}', 'duplicate key "interface"'],
    ['{"interface": "query", "money": {"a": 1, «"a"»: 1}}', 'duplicate key "a"'],
    ['{"interface": "query", «"__proto__"»: 1}', 'the key "__proto__" is not allowed'],
    ['{"interface": "query", "money": [{«"__proto__"»: {}}]}', 'the key "__proto__" is not allowed'],
    ['{"interface": "query", «"\\u005f_proto__"»: 1}', 'the key "__proto__" is not allowed'],
  ])('%j', (event, message, advice?: string) => {
    expectRefused(withEvents(event), message, advice);
  });
});

describe('an after that would never end', () => {
  const query = (after?: [number, number]) =>
    `{"interface": "query", "branch": 1${after ? `, "after": {"customer": ${after[0]}, "event": ${after[1]}}` : ''}}`;
  const bank = (...customers: string[][]) =>
    `[${BANK}, ${customers.map((events, i) => `{"id": ${i + 1}, "type": "customer", "events": [${events}]}`).join(', ')}]`;
  const mark = (event: string) => event.replace('"after"', '«"after"').replace('}}', '}»}');

  test.each([
    ['itself', bank([mark(query([1, 1]))]), 'event 1 of customer 1 waits for event 1 of customer 1'],
    ['a later event of its own customer', bank([query(), mark(query([1, 3])), query()]), 'event 2 of customer 1 waits'],
    [
      'each other',
      bank([mark(query([2, 1]))], [query([1, 1])]),
      'waits for event 1 of customer 2, event 1 of customer 2 waits for',
    ],
    ['what comes after what waits for it', bank([mark(query([2, 2])), query()], [query([1, 2]), query()]), 'never ends'],
    [
      'a circle of three, others waiting behind it',
      bank([query([2, 1])], [mark(query([3, 1]))], [query([4, 1])], [query([2, 1])]),
      'event 1 of customer 4 waits for event 1 of customer 2',
    ],
  ])('%s', (_, marked, message) => {
    expectRefused(marked, message);
  });

  test.each([
    ['an earlier event of its own customer', bank([query(), query([1, 1])])],
    ['a ladder', bank([query(), query([2, 1]), query([2, 2])], [query([1, 1]), query([1, 2]), query([1, 3])])],
    ['one that is waited for by many', bank([query()], [query([1, 1])], [query([1, 1])], [query([3, 1]), query([2, 1])])],
  ])('but not %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test('a chain of 5,000 customers is followed without recursion', () => {
    const size = 5000;
    const chain = Array.from({ length: size }, (_, i) => [query([((i + 1) % size) + 1, 1])]);
    expect(problemsOf(bank(...chain))[0]?.message).toMatch(/^this never ends: event 1 of customer 1 .* and so on$/);
    expect(problemsOf(bank(...chain.slice(0, -1), [query()]))).toEqual([]);
  });
});

describe('one reading tells of several problems', () => {
  test('in the order of the file, warnings last', () => {
    const text = `[
      {"id": 1, "type": "customer", "colour": 1, "events": [
        {"interface": "depost", "money": 1, "branch": 9},
        {"interface": "deposit", "money": -1}
      ]},
      {"id": 1, "type": "branch", "balance": -1}
    ]`;
    expect(problemsOf(text).map(({ line, severity }) => `${line} ${severity}`)).toEqual([
      '3 error',
      '3 error',
      '4 error',
      '6 error',
      '2 warning',
    ]);
  });

  test('but of no more than twenty', () => {
    const events = Array(1000).fill('{"interface": "x", "money": 1}').join(',');
    expect(problemsOf(withEvents(events))).toHaveLength(20);
  });

  test('and does not blame targets on a branch that could not be read', () => {
    const text = '[{"id": 1, "type": "branch", "balance": 0}, {"id": "2", "type": "branch", "balance": 0}, ';
    expect(problemsOf(`${text} {"id": 2, "type": "customer", "events": [{"interface": "query"}]}]`)).toHaveLength(1);
  });
});
