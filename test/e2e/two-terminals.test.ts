import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { describe, expect } from 'vitest';
import {
  ALL_HOLD,
  answers,
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
import { type Bench, type Command, freeBasePort, HOST, occupy, test } from './harness.js';
import { killProcess } from './processes.js';

const TWO = 'scenarios/two-branches.json';
const TEN = 'scenarios/ten-branches.json';

async function startBranches(bench: Bench, file: string, basePort: string, ...args: string[]): Promise<Command> {
  const command = bench.start(['branches', file, '--base-port', basePort, ...args]);
  await command.says(/branch(es)? listens?/);
  return command;
}

async function endBranches(command: Command): Promise<void> {
  command.kill('SIGINT');
  expect(await command.ended).toMatchObject({ code: 0, stdout: '' });
}

describe('branches in one terminal, customers in another', () => {
  test('the ten branches: the same results as in one', async ({ bench }) => {
    const basePort = await freeBasePort(10);
    const bank = await startBranches(bench, TEN, basePort, '--delay', '20ms');
    const ended = await bench.passbook(['customers', TEN, '--base-port', basePort]);
    expect(results(ended)).toEqual(expectedOfOneCustomer(readScenarioFile('ten-branches.json')));
    expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
    expect(ended.code, ended.stderr).toBe(0);
    await endBranches(bank);
    await bench.nothingIsLeft();
  });

  test('branches say where they listen and what to type next', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const bank = await startBranches(bench, TWO, basePort, '--delay', '1.5s');
    await bank.says(new RegExp(`branch 1 +${HOST}:${Number(basePort) + 1}\\n +branch 2 +${HOST}:${Number(basePort) + 2}\\n`));
    await bank.says(new RegExp(`In another terminal: npx passbook customers ${TWO} --base-port ${basePort} --delay 1500ms\\n`));
    await endBranches(bank);
  });

  test('customers who come again find the money of the first time', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const bank = await startBranches(bench, TWO, basePort);
    for (const [balance, complete] of [
      [400, true],
      [800, false],
    ]) {
      const history = bench.path(`${balance}.jsonl`);
      const ended = await bench.passbook(['customers', TWO, '--base-port', basePort, '--history', history]);
      expect(answers(ended)).toEqual(['success', balance, balance]);
      expect(ended.code, ended.stderr).toBe(0);
      // Only of a bank that was unused can one run's history hold every operation.
      expect(JSON.parse(readFileSync(history, 'utf8').split('\n')[0] as string)).toMatchObject({ complete });
    }
    await endBranches(bank);
  });

  test('two customers commands at once share one bank', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const bank = await startBranches(bench, TWO, basePort);
    const both = await Promise.all([1, 2].map(() => bench.passbook(['customers', TWO, '--base-port', basePort])));
    for (const ended of both) {
      expect(ended.code, ended.stderr).toBe(0);
      for (const balance of answers(ended).slice(1)) expect([400, 800]).toContain(balance);
    }
    await endBranches(bank);
  });

  test('customers who are there first wait for the branches', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    // Somebody at the first port, only to see that the customers have knocked.
    const somebody = await occupy(Number(basePort) + 1);
    const customers = bench.start(['customers', TWO, '--base-port', basePort, '--wait', '1m']);
    const [connection] = (await once(somebody, 'connection')) as [Socket];
    connection.destroy();
    somebody.close();
    const bank = await startBranches(bench, TWO, basePort);
    const ended = await customers.ended;
    expect(answers(ended)).toEqual(['success', 400, 400]);
    expect(ended.code, ended.stderr).toBe(0);
    await endBranches(bank);
  });
});

describe('what a history of only some of the customers cannot tell', () => {
  test('is unknown, and the exit code is 2', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const bank = await startBranches(bench, TWO, basePort, '--delay', '30s');
    const first = bench.file('first.json', scenario(branches(2), customer(1, [deposit(5, { branch: 1 })])));
    expect(await bench.passbook(['customers', first, '--base-port', basePort])).toMatchObject({ code: 0 });
    // The first query shows a write that only the first terminal knows; the second query lacks it.
    const reader = scenario(branches(2), customer(2, [query({ branch: 1 }), query({ branch: 2 })]));
    const args = ['customers', bench.file('second.json', reader), '--base-port', basePort, '--guarantees', 'none'];
    const ended = await bench.passbook(args);
    expect(answers(ended)).toEqual([5, 0]);
    expect(judgements(ended.stderr)).toEqual({ ...ALL_HOLD, 'monotonic reads': 'unknown' });
    expect(ended.stderr).toMatch(/because write 1-\w+-1, .* and the history does not say what it is\./);
    expect(ended.code).toBe(2);
    await endBranches(bank);
  });
});

describe('customers who find no bank, or another one', () => {
  test('nothing listens: exit 1, and what to start', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const file = bench.file('my bank.json', readFileSync(TWO));
    const { code, stdout, stderr } = await bench.passbook(['customers', file, '--base-port', basePort, '--wait', '300ms']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^passbook: branch 1 at [\d.:]+ cannot be reached: no connection within 300 ms; .*\n$/);
    expect(stderr).toContain(`start the branches first: npx passbook branches '${file}' --base-port ${basePort}\n`);
  });

  test('one of the branches is not there: exit 1, which it is, and that all are started together', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const bank = await startBranches(bench, TWO, basePort);
    const second = bench.branches(bank)[1]?.pid as number;
    killProcess(second, 'SIGKILL');
    await bank.says(/branch 2 died/);
    const { code, stderr } = await bench.passbook(['customers', TWO, '--base-port', basePort, '--wait', '300ms']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^passbook: branch 2 at .*; the others answer: end those, and start all of them together: .*\n$/);
    bank.kill('SIGINT');
    await bank.ended;
  });

  test('another program listens there: exit 1, and which branch was meant', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const somebody = await occupy(Number(basePort) + 1);
    somebody.on('connection', (socket) => socket.end('220 ready\r\n'));
    const { code, stdout, stderr } = await bench.passbook(['customers', TWO, '--base-port', basePort, '--wait', '500ms']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^passbook: branch [12] at .*\n$/);
    somebody.close();
  });

  const query1 = customer(1, [query({ branch: 1 })]);
  test.for([
    ['other balances', scenario(branches(2, 5), query1)],
    ['fewer branches', scenario(branches(1), query1)],
    // Not after the wait for branch 3, who will never come: branch 1 has said whose it is.
    ['more branches', scenario(branches(3), query1)],
  ] as const)('branches of a scenario with %s: exit 1, at once', async ([, text], { bench }) => {
    const basePort = await freeBasePort(3);
    const bank = await startBranches(bench, TWO, basePort);
    const other = bench.file('other.json', text);
    const { code, stdout, stderr } = await bench.passbook(['customers', other, '--base-port', basePort, '--wait', '1h']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^passbook: branch [12] at [\d.:]+ belongs to another bank: .*other\.json\n$/);
    await endBranches(bank);
  });
});
