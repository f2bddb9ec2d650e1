import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { answers, branches, customer, deposit, query, results, scenario, withdraw } from './bank.js';
import { type Bench, test } from './harness.js';

async function outputOf(bench: Bench, text: string, ...args: string[]): Promise<string> {
  const ended = await bench.run('-', args, { stdin: text });
  expect(ended.code, ended.stderr).toBe(0);
  return ended.stdout;
}

describe('the form of the results follows the input', () => {
  test('any "branch" on an event: an entry an event', async ({ bench }) => {
    const text = scenario(branches(2, 400), customer(1, [query(), deposit(1.5, { branch: 2 }), query({ dest: 1 })]));
    expect(await outputOf(bench, text)).toBe(`[
  {"id":1,"recv":[{"interface":"query","branch":1,"balance":400}]},
  {"id":1,"recv":[{"interface":"deposit","branch":2,"result":"success"}]},
  {"id":1,"recv":[{"interface":"query","branch":1,"balance":401.5}]}
]
`);
  });

  test('else any "dest": the balance of every customer, when all writes are everywhere', async ({ bench }) => {
    const text = scenario(
      branches(3, 100),
      customer(2, [deposit(10, { dest: 1, id: 1 }), withdraw(5, { dest: 2, id: 2 })]),
      customer(1, [deposit(20, { dest: 3, id: 3 })]),
    );
    expect(await outputOf(bench, text, '--delay', '50ms')).toBe('[\n  {"id":2,"balance":125},\n  {"id":1,"balance":125}\n]\n');
  });

  test('else an entry a customer', async ({ bench }) => {
    const text = scenario(branches(2, 400), customer(2, [query(), deposit(0.25), query(), withdraw(1000)]), customer(1, []));
    expect(await outputOf(bench, text)).toBe(`[
  {"id":2,"recv":[{"interface":"query","result":{"balance":400}},{"interface":"deposit","result":"success"},${''}{"interface":"query","result":{"balance":400.25}},{"interface":"withdraw","result":"fail"}]},
  {"id":1,"recv":[]}
]
`);
  });
});

/** One bank in several spellings; what it comes to is the same: 400, then 430. */
const SPELLINGS: readonly (readonly [name: string, text: string])[] = [
  [
    'client and bank, in any order',
    '[{"id":1,"type":"bank","balance":400},{"id":1,"type":"client","events":[{"interface":"query"},{"interface":"deposit","money":30},{"interface":"query"}]}]',
  ],
  [
    'customer-requests with customer-request-id',
    '[{"id":1,"type":"customer","customer-requests":[{"customer-request-id":1,"interface":"query"},{"customer-request-id":2,"interface":"deposit","money":30},{"customer-request-id":3,"interface":"query"}]},{"id":1,"type":"branch","balance":400}]',
  ],
  [
    'operations in any case, money on queries, decimals that say nothing',
    '[{"id":1,"type":"customer","events":[{"id":1,"interface":"QUERY","money":400},{"id":2,"interface":"Deposit","money":30.0},{"id":3,"interface":"query","money":"?"}]},{"id":1,"type":"branch","balance":400.00}]',
  ],
  [
    'a byte order mark, tabs and CRLF',
    '\uFEFF[\r\n\t{"id":1,"type":"customer","events":[\r\n\t\t{"interface":"query"},\r\n\t\t{"interface":"deposit","money":30},\r\n\t\t{"interface":"query"}]},\r\n\t{"id":1,"type":"branch","balance":400}\r\n]\r\n',
  ],
];

describe('every dialect is read', () => {
  test.for(SPELLINGS)('%s', async ([, text], { bench }) => {
    const ended = await bench.run(bench.file('input.json', text));
    expect(results(ended)).toEqual([
      {
        id: 1,
        recv: [
          { interface: 'query', result: { balance: 400 } },
          { interface: 'deposit', result: 'success' },
          { interface: 'query', result: { balance: 430 } },
        ],
      },
    ]);
    expect(ended.stderr).not.toMatch(/warning|error/);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('a repeated event id is a warning, and the order of the file decides', async ({ bench }) => {
    const events = [deposit(10, { branch: 1, id: 2 }), query({ branch: 2, id: 2 }), withdraw(10, { branch: 2, id: 1 })];
    const file = bench.file('repeated.json', scenario(branches(2), customer(1, events)));
    const ended = await bench.run(file);
    expect(answers(ended)).toEqual(['success', 10, 'success']);
    expect(ended.stderr).toMatch(/repeated\.json:\d+:\d+: warning: repeated event id 2\n/);
    expect(ended.code, ended.stderr).toBe(0);
  });
});

describe('customers one after another', () => {
  test('--sequential gives the same every time: each starts when the one before has reached all branches', async ({ bench }) => {
    const outputs: string[] = [];
    for (const delay of ['0', '20ms', '60ms']) {
      const ended = await bench.run('scenarios/base-bank.json', ['--sequential', '--delay', delay]);
      outputs.push(ended.stdout);
      expect(ended.code, ended.stderr).toBe(0);
    }
    const line = (id: number, ...recv: string[]) => `  {"id":${id},"recv":[${recv.join(',')}]}`;
    const queried = (balance: number) => `{"interface":"query","result":{"balance":${balance}}}`;
    const done = (operation: string) => `{"interface":"${operation}","result":"success"}`;
    const expected = `[\n${[
      line(1, queried(250)),
      line(2, done('deposit'), queried(370)),
      line(3, done('withdraw'), queried(320)),
    ].join(',\n')}\n]\n`;
    expect(outputs).toEqual([expected, expected, expected]);
  });

  test('--sequential with an "after" that would wait for a later customer is refused', async ({ bench }) => {
    const text = scenario(
      branches(1),
      customer(1, [query({ branch: 1, after: { customer: 2, event: 1 } })]),
      customer(2, [query({ branch: 1 })]),
    );
    const ended = await bench.run(bench.file('later.json', text), ['--sequential']);
    expect(ended).toMatchObject({ code: 65, stdout: '' });
    expect(ended.stderr).toMatch(
      /later\.json:\d+:\d+: with --sequential, event 1 of customer 1 would wait for ever for customer 2/,
    );
  });
});

/** Any folder of scenarios, good or bad, small or of a hundred branches: `PASSBOOK_EXTRA_SCENARIOS=folder npm test`. */
const extra = process.env.PASSBOOK_EXTRA_SCENARIOS;
const extraFiles = extra ? readdirSync(extra).filter((name) => name.endsWith('.json')) : [];

describe.runIf(extra)('the scenarios of PASSBOOK_EXTRA_SCENARIOS', () => {
  test.for(extraFiles)('%s runs, or is refused with its place', { timeout: 300_000 }, async (name, { bench }) => {
    const ended = await bench.run(join(extra ?? '', name), ['--deadline', '2m']);
    expect([0, 65], ended.stderr).toContain(ended.code);
    if (ended.code === 0) expect(results(ended).length).toBeGreaterThan(0);
    else expect(ended).toMatchObject({ stdout: '', stderr: expect.stringMatching(/\.json:\d+:\d+: error: /) });
  });
});
