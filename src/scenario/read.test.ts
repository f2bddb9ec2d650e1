import { describe, expect, test } from 'vitest';
import { readScenario } from './read.js';
import type { Scenario } from './scenario.js';

function read(text: string): { scenario: Scenario; warnings: string[] } {
  const result = readScenario(text, 'input.json');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return {
    ...result,
    warnings: result.warnings.map(({ line, column, message, hint }) => `${line}:${column} ${message}; ${hint}`),
  };
}

const branches = (...ids: number[]) => ids.map((id) => `{"id": ${id}, "type": "branch", "balance": 0}`).join(', ');
const customer = (events: string, id = 1) => `{"id": ${id}, "type": "customer", "events": [${events}]}`;

/** The events of the only customer at branches 1 and 2, without their positions. */
function eventsOf(events: string): object[] {
  const { scenario } = read(`[${customer(events)}, ${branches(1, 2)}]`);
  return scenario.customers[0]?.events.map(({ position, ...event }) => event) ?? [];
}

test('a scenario has all that the file says', () => {
  const text = `[
  { "id": 7, "type": "customer", "guarantees": "none", "events": [
    { "id": 1, "interface": "deposit", "money": 400.5, "branch": 2 },
    { "id": "x", "interface": "query", "branch": 1, "guarantees": ["read-your-writes"],
      "after": { "customer": 3, "event": 1 } }
  ] },
  { "id": 2, "type": "branch", "balance": 10 },
  { "id": 3, "type": "customer", "events": [{ "interface": "withdraw", "money": 1, "branch": 2 }] },
  { "id": 1, "type": "branch", "balance": 10.00 }
]`;
  expect(read(text)).toEqual({
    warnings: [],
    scenario: {
      file: 'input.json',
      branches: [1, 2],
      initialBalanceMinor: 1000n,
      form: 'events',
      customers: [
        {
          id: 7,
          customer: '7',
          guarantees: 0,
          events: [
            { number: 1, id: 1, kind: 'deposit', branch: 2, amountMinor: 40_050, position: { line: 3, column: 5 } },
            {
              number: 2,
              id: 'x',
              kind: 'query',
              branch: 1,
              guarantees: 1,
              after: { customer: 3, event: 1 },
              position: { line: 4, column: 5 },
            },
          ],
        },
        {
          id: 3,
          customer: '3',
          events: [{ number: 1, kind: 'withdraw', branch: 2, amountMinor: 100, position: { line: 8, column: 45 } }],
        },
      ],
    },
  });
});

describe('one reader for all dialects', () => {
  const plain = read(`[${customer('{"interface": "deposit", "money": 10}')}, ${branches(1)}]`).scenario;
  const withoutPositions = (scenario: Scenario) =>
    JSON.stringify({ ...scenario, initialBalanceMinor: Number(scenario.initialBalanceMinor) }, (key, value) =>
      key === 'position' ? undefined : value,
    );

  test.each([
    ['client and bank', (text: string) => text.replace('customer', 'client').replace('branch', 'bank')],
    ['types in another case', (text: string) => text.replace('customer', 'CUSTOMER').replace('branch', 'Bank')],
    ['customer-requests', (text: string) => text.replace('events', 'customer-requests')],
    ['operations in upper case', (text: string) => text.replace('deposit', 'DEPOSIT')],
    ['operations with a capital', (text: string) => text.replace('deposit', 'Deposit')],
    ['money with decimals', (text: string) => text.replace('10', '10.00')],
    ['money with an exponent', (text: string) => text.replace('10', '1E+1')],
    ['a balance with decimals', (text: string) => text.replace('"balance": 0', '"balance": 0.0')],
    ['a negative zero as balance', (text: string) => text.replace('"balance": 0', '"balance": -0')],
    ['ids as floats', (text: string) => text.replaceAll('"id": 1', '"id": 1.0')],
    ['escapes in words', (text: string) => text.replace('deposit', 'd\\u0065posit')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['tabs', (text: string) => text.replaceAll(' ', '\t')],
    ['CRLF', (text: string) => text.replaceAll(' ', '\r\n')],
    ['no blanks', (text: string) => text.replaceAll(' ', '')],
    ['blanks around', (text: string) => `\n\n ${text} \n\t\r\n`],
  ])('%s', (_, respell) => {
    const text = `[${customer('{"interface": "deposit", "money": 10}')}, ${branches(1)}]`;
    expect(respell(text)).not.toBe(text);
    expect(withoutPositions(read(respell(text)).scenario)).toBe(withoutPositions(plain));
    expect(read(respell(text)).warnings).toEqual([]);
  });

  test('branches may come first, last or in between, in any order', () => {
    const one = customer('{"interface": "query", "branch": 9}', 1);
    const two = customer('{"interface": "query", "branch": 1}', 2);
    for (const text of [
      `[${branches(9, 1, 4)}, ${two}, ${one}]`,
      `[${two}, ${branches(4, 9)}, ${one}, ${branches(1)}]`,
      `[${two}, ${one}, ${branches(1, 4, 9)}]`,
    ]) {
      const { scenario } = read(text);
      expect(scenario.branches).toEqual([1, 4, 9]);
      expect(scenario.customers.map(({ id }) => id)).toEqual([2, 1]);
    }
  });
});

describe('where an event goes', () => {
  test.each([
    ['{"interface": "query", "branch": 2}', 2, 'events'],
    ['{"interface": "query", "dest": 2}', 2, 'balances'],
    ['{"interface": "query"}', 1, 'customers'],
    ['{"interface": "query"}, {"interface": "query", "dest": 2}', 1, 'balances'],
    ['{"interface": "query", "dest": 2}, {"interface": "query", "branch": 1}', 2, 'events'],
  ])('%s goes first to branch %i, and asks for the form %s', (events, first, form) => {
    const { scenario } = read(`[${customer(events)}, ${branches(1, 2)}]`);
    expect(scenario.customers[0]?.events[0]?.branch).toBe(first);
    expect(scenario.form).toBe(form);
  });

  test('without events the form is customers', () => {
    expect(read(`[${customer('')}, ${branches(1)}]`).scenario.form).toBe('customers');
  });

  test('a customer that always names its target needs no branch of its own', () => {
    expect(read(`[${customer('{"interface": "query", "dest": 1}', 5)}, ${branches(1)}]`).warnings).toEqual([]);
  });
});

describe('amounts are exact', () => {
  test.each([
    ['0.01', 1],
    ['0.10', 10],
    ['1.5', 150],
    ['125e-2', 125],
    ['1.1e3', 110_000],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['1.00000000000000000000', 100],
  ])('%s', (money, amountMinor) => {
    expect(eventsOf(`{"interface": "deposit", "money": ${money}}`)).toEqual([
      { number: 1, kind: 'deposit', branch: 1, amountMinor },
    ]);
  });
});

test.each(['0', '-1', '400', '"none"', 'null', '1e400', '0.0001', '{"a": [1]}'])(
  'the money of a query has no meaning, not even %s',
  (money) => {
    expect(eventsOf(`{"interface": "query", "money": ${money}}`)).toEqual([{ number: 1, kind: 'query', branch: 1 }]);
  },
);

describe('guarantees', () => {
  test.each([
    ['"all"', 15],
    ['"none"', 0],
    ['[]', 0],
    ['"monotonic-reads"', 2],
    ['"monotonic-reads, writes-follow-reads"', 10],
    ['["monotonic-writes", "read-your-writes", "monotonic-writes"]', 5],
  ])('%s', (text, set) => {
    expect(eventsOf(`{"interface": "query", "guarantees": ${text}}`)[0]).toMatchObject({ guarantees: set });
  });

  test('of an event stand beside those of its customer', () => {
    const text = `{"id": 1, "type": "customer", "guarantees": "none", "events": [{"interface": "query", "guarantees": "all"}]}`;
    const [first] = read(`[${text}, ${branches(1)}]`).scenario.customers;
    expect([first?.guarantees, first?.events[0]?.guarantees]).toEqual([0, 15]);
  });
});

describe('warnings', () => {
  test('a repeated event id within a customer; the order in the file decides', () => {
    const events = ['3', '"a"', '3', '"a"', '4'].map((id) => `{"id": ${id}, "interface": "query"}`);
    const { scenario, warnings } = read(`[${customer(`\n${events.join(',\n')}`)}, ${branches(1)}]`);
    expect(scenario.customers[0]?.events.map(({ id }) => id)).toEqual([3, 'a', 3, 'a', 4]);
    expect(warnings).toEqual([
      '4:2 repeated event id 3; the first is at 2:2; the order in the file decides',
      '5:2 repeated event id "a"; the first is at 3:2; the order in the file decides',
    ]);
  });

  test('but not one that another customer has, too', () => {
    const events = '{"customer-request-id": 1, "interface": "query"}';
    expect(read(`[${customer(events, 1)}, ${customer(events, 2)}, ${branches(1, 2)}]`).warnings).toEqual([]);
  });

  test('ids beyond 2^53 are not rounded into equal ones', () => {
    const ids = ['9007199254740993', '9007199254740992'];
    const events = ids.map((id) => `{"id": ${id}, "interface": "query"}`).join(',');
    expect(read(`[${customer(events)}, ${branches(1)}]`)).toMatchObject({
      warnings: [],
      scenario: { customers: [{ events: [{ id: ids[0] }, { id: ids[1] }] }] },
    });
  });

  test('an unknown key, once for all objects of its kind', () => {
    const events = '{"interface": "query", "brnch": 1, "constructor": 1}, {"interface": "query", "brnch": 1}';
    const bank = '{"id": 1, "type": "branch", "balance": 0, "brnch": 1}';
    expect(read(`[\n${bank},\n${customer(events)}]`).warnings).toEqual([
      '2:43 unknown key "brnch" of branch is ignored; undefined',
      '3:65 unknown key "brnch" of event is ignored; did you mean "branch"?',
      '3:77 unknown key "constructor" of event is ignored; undefined',
    ]);
  });

  test('no customers', () => {
    expect(read(`[${branches(1)}]`).warnings).toEqual(['1:1 there are no customers, so nothing will happen; undefined']);
  });
});

test('a file of twenty thousand events is read', () => {
  const events = '{"id": 1, "interface": "deposit", "money": 1, "branch": 2, "after": {"customer": 1, "event": 1}},\n';
  const many = customer(`${events.repeat(20_000)} {"interface": "query"}`, 2);
  const { scenario } = read(`[${customer('{"interface": "query"}')}, ${many}, ${branches(1, 2)}]`);
  expect(scenario.customers[1]?.events).toHaveLength(20_001);
});
