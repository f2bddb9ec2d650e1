import { describe, expect, test } from 'vitest';
import { type CustomerResults, formatResults } from './results.js';

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

  test('balances: the last balance of every customer, null where it is not known', () => {
    expect(formatResults('balances', RESULTS)).toBe(`[
  {"id":2,"balance":0},
  {"id":7,"balance":null},
  {"id":1,"balance":123.45}
]
`);
  });
});

test.each(['events', 'customers', 'balances'] as const)('without customers, %s are an empty array', (form) => {
  expect(formatResults(form, [])).toBe('[]\n');
});

test('balances are exact, beyond what floating point can hold', () => {
  const entry = { interface: 'query', branch: 1, outcome: 'success', balanceMinor: 900_719_925_474_099_301n } as const;
  expect(formatResults('events', [{ id: 1, entries: [entry] }])).toContain('"balance":9007199254740993.01}');
});

test('a query that succeeded without a balance is a bug of ours', () => {
  const entry = { interface: 'query', branch: 1, outcome: 'success' } as const;
  expect(() => formatResults('events', [{ id: 1, entries: [entry] }])).toThrow('has a balance');
});
