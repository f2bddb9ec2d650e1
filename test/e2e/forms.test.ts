import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { judgeResults } from '../../src/check/results/judge.js';
import { parseMinor } from '../../src/domain/money.js';
import { readScenario } from '../../src/scenario/read.js';
import { readResults } from '../../src/scenario/read-results.js';
import { matchResults } from '../../src/scenario/read-results-match.js';
import { type CustomerResults, formatResults, type ResultEntry } from '../../src/scenario/results.js';
import { RESULT_FORMS, type ResultForm, type Scenario } from '../../src/scenario/scenario.js';
import { branches, customer, deposit, query, scenario, withdraw } from './bank.js';
import { type Bench, test } from './harness.js';

async function outputOf(bench: Bench, text: string, ...args: string[]): Promise<string> {
  const ended = await bench.run('-', args, { stdin: text });
  expect(ended.code, ended.stderr).toBe(0);
  return ended.stdout;
}

describe('what the programs print that this one replaces, to the letter', () => {
  test('an entry an event, with its branch', async ({ bench }) => {
    const events = [deposit(400, { id: 1, branch: 1 }), query({ id: 2, branch: 1 }), query({ id: 3, branch: 2 })];
    expect(await outputOf(bench, scenario(branches(2), customer(1, events)))).toBe(`[
  {"id":1,"recv":[{"interface":"deposit","branch":1,"result":"success"}]},
  {"id":1,"recv":[{"interface":"query","branch":1,"balance":400}]},
  {"id":1,"recv":[{"interface":"query","branch":2,"balance":400}]}
]
`);
  });

  test('an entry a customer, with nested results', async ({ bench }) => {
    const customers = [customer(1, [query()]), customer(2, [deposit(170), query()]), customer(3, [withdraw(70), query()])];
    expect(await outputOf(bench, scenario(customers, branches(3, 400)), '--sequential')).toBe(`[
  {"id":1,"recv":[{"interface":"query","result":{"balance":400}}]},
  {"id":2,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","result":{"balance":570}}]},
  {"id":3,"recv":[{"interface":"withdraw","result":"success"},{"interface":"query","result":{"balance":500}}]}
]
`);
  });

  test('the balance of each customer, when all writes are everywhere', async ({ bench }) => {
    const inOrder = [deposit(400, { id: 1, dest: 1 }), withdraw(400, { id: 2, dest: 2 }), query({ id: 3, dest: 2 })];
    expect(await outputOf(bench, scenario(customer(1, inOrder), branches(2)), '--delay', '30ms')).toBe(
      '[\n  {"id":1,"balance":0}\n]\n',
    );
    const readBack = [deposit(400, { id: 1, dest: 1 }), query({ id: 2, dest: 2 })];
    expect(await outputOf(bench, scenario(customer(1, readBack), branches(2)), '--delay', '30ms')).toBe(
      '[\n  {"id":1,"balance":400}\n]\n',
    );
  });
});

/** One customer, so that there is one right answer; the last withdrawal is refused. */
const ONE = scenario(
  branches(2, 5),
  customer(1, [deposit(10, { branch: 1 }), query({ branch: 2 }), withdraw(99.5, { branch: 2 })]),
);

describe('any form of any scenario', () => {
  const refused = '{"interface":"withdraw","result":"fail"}';
  test.for([
    [
      'events',
      '[\n  {"id":1,"recv":[{"interface":"deposit","branch":1,"result":"success"}]},\n' +
        '  {"id":1,"recv":[{"interface":"query","branch":2,"balance":15}]},\n' +
        '  {"id":1,"recv":[{"interface":"withdraw","branch":2,"result":"fail"}]}\n]\n',
    ],
    [
      'customers',
      `[\n  {"id":1,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","result":{"balance":15}},${refused}]}\n]\n`,
    ],
    [
      'customers-balance',
      `[\n  {"id":1,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","balance":15},${refused}]}\n]\n`,
    ],
    [
      'customers-money',
      `[\n  {"id":1,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","result":"success","money":15},${refused}]}\n]\n`,
    ],
    ['balances', '[\n  {"id":1,"balance":15}\n]\n'],
    [
      'lines',
      `{"id":1,"recv":[{"interface":"deposit","result":"success"},{"interface":"query","result":{"balance":15}},${refused}]}\n`,
    ],
  ] as const)('--format %s', async ([form, expected], { bench }) => {
    expect(await outputOf(bench, ONE, '--format', form)).toBe(expected);
  });

  test('--reasons says why something failed, and that is all', async ({ bench }) => {
    const plain = await outputOf(bench, ONE);
    const withReasons = await outputOf(bench, ONE, '--reasons');
    expect(withReasons).toBe(plain.replace('"result":"fail"', '"result":"fail","reason":"INSUFFICIENT_FUNDS"'));
    expect(await outputOf(bench, ONE, '-f', 'lines', '--reasons', '--delay', '10ms')).toContain(
      '{"interface":"withdraw","result":"fail","reason":"INSUFFICIENT_FUNDS"}]}\n',
    );
  });

  test('a form that does not exist is answered with the one that was meant', async ({ bench }) => {
    const ended = await bench.run('scenarios/two-branches.json', ['--format', 'customer-money']);
    expect(ended).toMatchObject({ code: 64, stdout: '' });
    expect(ended.stderr).toContain('There is no form "customer-money". Did you mean customers-money?');
  });
});

const extra = process.env.PASSBOOK_EXTRA_SCENARIOS;

function scenarioIn(folder: string, name: string): Scenario | undefined {
  const read = readScenario(readFileSync(join(folder, name), 'utf8'), name);
  return 'scenario' in read ? read.scenario : undefined;
}

/** What a run came to, from its `lines` and the last balance. */
function outcomeOf({ customers }: Scenario, lines: string, finalBalanceMinor: bigint): CustomerResults[] {
  const objects = lines === '' ? [] : lines.trimEnd().split('\n');
  return customers.map(({ id, events }, i) => {
    const { recv } = JSON.parse(objects[i] as string) as { recv: { result: string | { balance: number } }[] };
    const entries = events.map(({ kind, branch }, k): ResultEntry => {
      const result = recv[k]?.result;
      if (typeof result === 'string') return { interface: kind, branch, outcome: result as ResultEntry['outcome'] };
      const read = parseMinor(String(result?.balance));
      return { interface: kind, branch, outcome: 'success', ...('minor' in read ? { balanceMinor: read.minor } : {}) };
    });
    return { id, entries, finalBalanceMinor };
  });
}

/** One run a file; the other forms are made of what it came to, as the command makes them. */
describe.runIf(extra)('every file of PASSBOOK_EXTRA_SCENARIOS in every form', () => {
  const folder = extra ?? '';
  const names = readdirSync(folder || '.').filter((name) => name.endsWith('.json') && scenarioIn(folder, name));
  test.for(names)('%s', { timeout: 240_000 }, async (name, { bench }) => {
    const bank = scenarioIn(folder, name) as Scenario;
    const report = bench.path('report.json');
    const ended = await bench.run(join(folder, name), ['--format', 'lines', '--report', report, '--deadline', '60s']);
    expect(ended.code, ended.stderr).toBe(0);
    const told = JSON.parse(readFileSync(report, 'utf8')) as { branches: { finalBalance: number }[] };
    const finals = new Set(told.branches.map(({ finalBalance }) => finalBalance));
    expect(finals.size).toBe(1);
    const final = parseMinor(String([...finals][0]));
    const outcome = outcomeOf(bank, ended.stdout, 'minor' in final ? final.minor : -1n);
    expect(formatResults('lines', outcome)).toBe(ended.stdout);
    for (const form of RESULT_FORMS) {
      const tellsEnough = form !== 'balances' || bank.form === 'balances';
      expect([form, judgementOf(bank, form, outcome)]).toEqual([form, tellsEnough ? 'holds' : 'unknown']);
    }
  });
});

/** Each form is read back, and what it says can be. */
function judgementOf(bank: Scenario, form: ResultForm, outcome: readonly CustomerResults[]): string {
  const text = formatResults(form, outcome);
  if (form !== 'lines') JSON.parse(text);
  const read = readResults(text, form);
  if ('problems' in read) return read.problems.map(({ message }) => message).join('; ');
  return judgeResults(matchResults(bank, read.results)).overall;
}
