import { describe, expect } from 'vitest';
import { GUARANTEES } from '../../src/domain/guarantees.js';
import {
  ALL_HOLD,
  branches,
  customer,
  deposit,
  expectedOfOneCustomer,
  judgements,
  query,
  readScenarioFile,
  results,
  scenario,
} from './bank.js';
import { test } from './harness.js';

const TEN = 'scenarios/ten-branches.json';
const tenResults = expectedOfOneCustomer(readScenarioFile('ten-branches.json'));

/** What each example shows when its guarantee alone is left out. */
const EXPLANATIONS = {
  'read-your-writes':
    /customer 1 deposited 100 at branch 1 \(event 1, .*\), but its query at branch 2 \(event 2\) answered 0 without it\./,
  'monotonic-reads':
    /customer 2's query at branch 1 \(event 1\) showed the deposit of 100 made by customer 1 at branch 1 .*, but its later query at branch 2 \(event 2\) did not\./,
  'monotonic-writes':
    /customer 1's deposit of 100 at branch 1 \(event 1, .*\) was missing at branch 2 when its next deposit of 50 was applied there \(event 2, .*\)\./,
  'writes-follow-reads':
    /customer 2's query at branch 1 \(event 1\) showed the deposit of 100 .*, but that was missing at branch 2 when customer 2's next deposit of 50 was applied there \(event 2, .*\)\./,
} as const;

describe('a guarantee that is not asked for is missed, and only that one', () => {
  describe.for(GUARANTEES.map(({ name, title }) => ({ name, title })))('$title', ({ name, title }) => {
    const file = `scenarios/${name}.json`;
    const others = GUARANTEES.filter((guarantee) => guarantee.name !== name).map((guarantee) => guarantee.name);

    test('is violated when it alone is left out, with one sentence that says how', async ({ bench }) => {
      const ended = await bench.run(file, ['--delay', '1s', '--guarantees', others.join(',')]);
      expect(judgements(ended.stderr)).toEqual({ ...ALL_HOLD, [title]: 'violated' });
      expect(ended.stderr).toMatch(EXPLANATIONS[name]);
      expect(ended.code, ended.stderr).toBe(1);
    });

    test('holds with the others when all are on', async ({ bench }) => {
      const ended = await bench.run(file, ['--delay', '1s']);
      expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
      expect(ended.code, ended.stderr).toBe(0);
    });
  });

  test('without any, the ten branches show everything wrong, each explained', async ({ bench }) => {
    const ended = await bench.run(TEN, ['--guarantees', 'none', '--delay', '300ms']);
    expect(results(ended)).toHaveLength(60);
    expect(Object.values(judgements(ended.stderr))).toEqual(['violated', 'violated', 'violated', 'violated']);
    const explained = /✗ .* violated .*\n +customer .*\.\n/g;
    expect(ended.stderr.match(explained)).toHaveLength(4);
    expect(ended.code, ended.stderr).toBe(1);
  });
});

describe('how many branches have a write before it is acknowledged', () => {
  test('with --acks all even customers without guarantees read their writes, everywhere', async ({ bench }) => {
    const ended = await bench.run(TEN, ['--acks', 'all', '--guarantees', 'none', '--delay', '100ms']);
    expect(results(ended)).toEqual(tenResults);
    expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('with --acks majority the guarantees hold as ever', async ({ bench }) => {
    const ended = await bench.run(TEN, ['--acks', 'majority', '--delay', '20ms']);
    expect(results(ended)).toEqual(tenResults);
    expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
    expect(ended.code, ended.stderr).toBe(0);
  });
});

describe('the full form of a scenario', () => {
  const inOrder = scenario(
    branches(2),
    customer(1, [query({ branch: 1, after: { customer: 2, event: 2 } }), deposit(5, { branch: 2 })]),
    customer(2, [deposit(10, { branch: 1 }), deposit(20, { branch: 1 }), query({ branch: 1, after: { customer: 1, event: 2 } })]),
  );

  test('"after": an event begins when the other is acknowledged', async ({ bench }) => {
    const ended = await bench.run('-', ['--guarantees', 'none', '--acks', 'all', '--delay', '50ms'], {
      stdin: inOrder,
    });
    expect(results(ended)).toEqual([
      { id: 1, recv: [{ interface: 'query', branch: 1, balance: 30 }] },
      { id: 1, recv: [{ interface: 'deposit', branch: 2, result: 'success' }] },
      { id: 2, recv: [{ interface: 'deposit', branch: 1, result: 'success' }] },
      { id: 2, recv: [{ interface: 'deposit', branch: 1, result: 'success' }] },
      { id: 2, recv: [{ interface: 'query', branch: 1, balance: 35 }] },
    ]);
    expect(ended.code, ended.stderr).toBe(0);
  });

  /** Customer 1 asks for nothing, customer 2 for everything; each does the same. */
  const step = (id: number) => [deposit(id, { branch: 1 }), query({ branch: 2 })];

  test('"guarantees" on a customer counts for that customer', async ({ bench }) => {
    const two = scenario(branches(2), customer(1, step(1), { guarantees: [] }), customer(2, step(2), { guarantees: 'all' }));
    const ended = await bench.run('-', ['--delay', '1s'], { stdin: two });
    const balances = results(ended).flatMap(({ id, recv }) =>
      recv.flatMap(({ balance }) => (balance === undefined ? [] : [[id, balance]])),
    );
    expect(balances).toEqual([
      [1, 0],
      [2, 3],
    ]);
    expect(judgements(ended.stderr)).toEqual({ ...ALL_HOLD, 'read your writes': 'violated' });
    expect(ended.stderr).toContain('Guarantees (as the scenario asks)');
    expect(ended.code, ended.stderr).toBe(1);
  });

  test('"guarantees" on an event overrides its customer, and both override the command line', async ({ bench }) => {
    const events = [
      deposit(10, { branch: 1 }),
      query({ branch: 2 }),
      query({ branch: 2, guarantees: 'none' }),
      query({ branch: 2, guarantees: ['read-your-writes'] }),
    ];
    const one = scenario(branches(2), customer(1, events, { guarantees: 'monotonic-reads' }));
    const ended = await bench.run('-', ['--delay', '1s', '--guarantees', 'all'], { stdin: one });
    expect(results(ended).map(({ recv }) => recv[0]?.balance)).toEqual([undefined, 0, 0, 10]);
    expect(ended.code, ended.stderr).toBe(1);
  });
});
