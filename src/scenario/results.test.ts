import { describe, expect, test } from 'vitest';
import { type CustomerResults, formatResults } from './results.js';
import { RESULT_FORMS } from './scenario.js';

const RESULTS: CustomerResults[] = [
  {
    id: 2,
    entries: [
      { interface: 'deposit', branch: 1, outcome: 'success' },
      { interface: 'query', branch: 1, outcome: 'success', balanceMinor: 40_000n },
    ],
    finalBalanceMinor: 0n,
  },
  { id: 7, entries: [] },
  {
    id: 1,
    entries: [
      { interface: 'withdraw', branch: 3, outcome: 'fail' },
      { interface: 'withdraw', branch: 3, outcome: 'unknown' },
      { interface: 'query', branch: 10, outcome: 'fail' },
      { interface: 'query', branch: 10, outcome: 'unknown' },
    ],
    finalBalanceMinor: 12_345n,
  },
];

describe('each form, as the programs that read it know it', () => {
  test('events: an entry for every event', () => {
    expect(formatResults('events', RESULTS)).toBe(`[
  {"id":2,"recv":[{"interface":"deposit","branch":1,"result":"success"}]},
  {"id":2,"recv":[{"interface":"query","branch":1,"balance":400}]},
  {"id":1,"recv":[{"interface":"withdraw","branch":3,"result":"fail"}]},
  {"id":1,"recv":[{"interface":"withdraw","branch":3,"result":"unknown"}]},
  {"id":1,"recv":[{"interface":"query","branch":10,"result":"fail"}]},
  {"id":1,"recv":[{"interface":"query","branch":10,"result":"unknown"}]}
]
`);
  });

  test('customers: an entry for every customer, also for one without events', () => {
    expect(formatResults('customers', RESULTS)).toBe(`[
  {"id":2,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","result":{"balance":400}}]},
  {"id":7,"recv":[]},
  {"id":1,"recv":[{"interface":"withdraw","result":"fail"},{"interface":"withdraw","result":"unknown"},{"interface":"query","result":"fail"},{"interface":"query","result":"unknown"}]}
]
`);
  });

  test('customers-balance: the balance beside the interface', () => {
    expect(formatResults('customers-balance', RESULTS)).toBe(`[
  {"id":2,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","balance":400}]},
  {"id":7,"recv":[]},
  {"id":1,"recv":[{"interface":"withdraw","result":"fail"},{"interface":"withdraw","result":"unknown"},{"interface":"query","result":"fail"},{"interface":"query","result":"unknown"}]}
]
`);
  });

  test('customers-money: a result and the money', () => {
    expect(formatResults('customers-money', RESULTS)).toBe(`[
  {"id":2,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","result":"success","money":400}]},
  {"id":7,"recv":[]},
  {"id":1,"recv":[{"interface":"withdraw","result":"fail"},{"interface":"withdraw","result":"unknown"},{"interface":"query","result":"fail"},{"interface":"query","result":"unknown"}]}
]
`);
  });

  test('lines: the objects of customers, one a line, and no array around them', () => {
    const text = formatResults('lines', RESULTS);
    expect(text).toBe(`{"id":2,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","result":{"balance":400}}]}
{"id":7,"recv":[]}
{"id":1,"recv":[{"interface":"withdraw","result":"fail"},{"interface":"withdraw","result":"unknown"},{"interface":"query","result":"fail"},{"interface":"query","result":"unknown"}]}
`);
    const objects = text.trimEnd().split('\n');
    expect(formatResults('customers', RESULTS)).toBe(`[\n  ${objects.join(',\n  ')}\n]\n`);
  });

  test('balances: the last balance of every customer, null where it is not known', () => {
    expect(formatResults('balances', RESULTS)).toBe(`[
  {"id":2,"balance":0},
  {"id":7,"balance":null},
  {"id":1,"balance":123.45}
]
`);
  });
});

describe('with reasons', () => {
  const refused: CustomerResults[] = [
    {
      id: 1,
      entries: [
        { interface: 'withdraw', branch: 3, outcome: 'fail', reason: 'INSUFFICIENT_FUNDS' },
        { interface: 'deposit', branch: 3, outcome: 'unknown', reason: 'OUTCOME_UNKNOWN' },
        { interface: 'query', branch: 3, outcome: 'fail', reason: 'NOT_STARTED' },
        { interface: 'query', branch: 3, outcome: 'success', balanceMinor: 100n },
      ],
    },
  ];
  const reasons = { reasons: true };

  test('they follow the result of what did not succeed', () => {
    expect(formatResults('events', refused, reasons)).toBe(`[
  {"id":1,"recv":[{"interface":"withdraw","branch":3,"result":"fail","reason":"INSUFFICIENT_FUNDS"}]},
  {"id":1,"recv":[{"interface":"deposit","branch":3,"result":"unknown","reason":"OUTCOME_UNKNOWN"}]},
  {"id":1,"recv":[{"interface":"query","branch":3,"result":"fail","reason":"NOT_STARTED"}]},
  {"id":1,"recv":[{"interface":"query","branch":3,"balance":1}]}
]
`);
    const entries =
      '{"interface":"withdraw","result":"fail","reason":"INSUFFICIENT_FUNDS"},' +
      '{"interface":"deposit","result":"unknown","reason":"OUTCOME_UNKNOWN"},' +
      '{"interface":"query","result":"fail","reason":"NOT_STARTED"}';
    expect(formatResults('lines', refused, reasons)).toBe(
      `{"id":1,"recv":[${entries},{"interface":"query","result":{"balance":1}}]}\n`,
    );
    for (const form of ['customers', 'customers-balance', 'customers-money'] as const)
      expect(formatResults(form, refused, reasons)).toContain(`{"id":1,"recv":[${entries},`);
  });

  test('nothing else changes, and without being asked they stay out', () => {
    for (const form of RESULT_FORMS) {
      expect(formatResults(form, refused)).not.toContain('reason');
      expect(formatResults(form, RESULTS, reasons)).toBe(formatResults(form, RESULTS));
    }
  });
});

test.each(RESULT_FORMS.filter((form) => form !== 'lines'))('without customers, %s are an empty array', (form) => {
  expect(formatResults(form, [])).toBe('[]\n');
});

test('without customers there are no lines', () => {
  expect(formatResults('lines', [])).toBe('');
});

test('balances are exact, beyond what floating point can hold', () => {
  const entry = { interface: 'query', branch: 1, outcome: 'success', balanceMinor: 900_719_925_474_099_301n } as const;
  expect(formatResults('events', [{ id: 1, entries: [entry] }])).toContain('"balance":9007199254740993.01}');
});

test('a query that succeeded without a balance is a bug of ours', () => {
  const entry = { interface: 'query', branch: 1, outcome: 'success' } as const;
  expect(() => formatResults('events', [{ id: 1, entries: [entry] }])).toThrow('has a balance');
});
