import { once } from 'node:events';
import type { Socket } from 'node:net';
import { protoPath as healthProto } from 'grpc-health-check';
import { describe, expect } from 'vitest';
import { answers, branches, customer, deposit, query, results, scenario } from './bank.js';
import { PASSBOOK_PROTOS, Stub } from './grpc.js';
import { type Bench, type Command, type Ended, eventually, freeBasePort, occupy, test } from './harness.js';
import { killProcess } from './processes.js';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** Two operations are done at once, two wait for half a minute, two come after those. */
const slow = scenario(
  branches(3),
  customer(1, [deposit(10, { branch: 1 }), query({ branch: 2 }), query({ branch: 3 })]),
  customer(2, [deposit(10, { branch: 3 }), query({ branch: 1 }), deposit(1, { branch: 1 })]),
);

async function bothWait(command: Command): Promise<void> {
  await Promise.all([command.says(/branch 2 +customer 1 waits/), command.says(/branch 1 +customer 2 waits/)]);
}

/** What is promised, and what a machine may take for itself on which everything is slow. */
const PROMISED_MS = 2000;
const SLACK_MS = 2000;

async function endOn(command: Command, signal: () => void): Promise<Ended> {
  const sentMs = performance.now();
  signal();
  const ended = await command.ended;
  expect(performance.now() - sentMs).toBeLessThan(PROMISED_MS + SLACK_MS);
  return ended;
}

function expectTold(ended: Ended): void {
  expect(answers(ended)).toEqual(['success', 'fail', 'fail', 'success', 'fail', 'fail']);
  expect(ended.stderr).toContain('2 of 6 operations done');
  expect(ended.stderr).toContain('not served: 2 operations');
  for (const event of ['customer 1, event 2, query at branch 2', 'customer 2, event 2, query at branch 1'])
    expect(ended.stderr).toMatch(new RegExp(`^ +${event}: .`, 'm'));
  expect(ended.stderr).toContain('not begun: 2 operations');
}

describe('passbook run ends on a signal within 2 seconds', () => {
  test.for(SIGNALS)('%s: exit %i, an entry for each event, and what was not done', async ([signal, code], { bench }) => {
    const run = bench.startRun('-', ['--delay', '30s', '-v'], { stdin: slow });
    await bothWait(run);
    const ended = await endOn(run, () => run.kill(signal));
    expect(ended.stderr).toContain(`passbook: ${signal}: ending the run`);
    expectTold(ended);
    expect(ended.code).toBe(code);
    await bench.nothingIsLeft();
  });

  test.for(SIGNALS)('%s to the whole group, as a terminal sends it: the same', async ([signal, code], { bench }) => {
    const run = bench.startRun('-', ['--delay', '30s', '-v'], { stdin: slow, group: true });
    await bothWait(run);
    const ended = await endOn(run, () => run.killGroup(signal));
    expectTold(ended);
    expect(ended.stderr).not.toContain('died');
    expect(ended.code).toBe(code);
    await bench.nothingIsLeft();
  });

  test('while the branches are still starting: nothing was done, and it says so', async ({ bench }) => {
    const run = bench.startRun('scenarios/ten-branches.json');
    await eventually('the first branch process is there', () => bench.branches(run).length > 0);
    // It does not come to itself again, so the others have to be waited for.
    killProcess(bench.branches(run)[0]?.pid as number, 'SIGSTOP');
    const ended = await endOn(run, () => run.kill('SIGINT'));
    expect(ended.stderr).toContain('not begun: 60 operations');
    expect(results(ended)).toHaveLength(60);
    expect(ended.code).toBe(130);
    await bench.nothingIsLeft();
  });

  test('killed outright, it leaves no branch behind', async ({ bench }) => {
    const run = bench.startRun('-', ['--delay', '30s', '-v'], { stdin: slow });
    await bothWait(run);
    expect(bench.branches()).toHaveLength(3);
    run.kill('SIGKILL');
    expect(await run.ended).toMatchObject({ signal: 'SIGKILL', stdout: '' });
    await bench.nothingIsLeft();
  });
});

async function startBranches(bench: Bench, basePort: string, ...args: string[]): Promise<Command> {
  const command = bench.start(['branches', bench.file('slow.json', slow), '--base-port', basePort, ...args], { group: true });
  await command.says(/3 branches listen/);
  return command;
}

describe('passbook customers ends on a signal within 2 seconds', () => {
  test.for(SIGNALS)('%s: exit %i, an entry for each event, and what was not done', async ([signal, code], { bench }) => {
    const basePort = await freeBasePort(3);
    const bank = await startBranches(bench, basePort, '--delay', '30s', '-v');
    const customers = bench.start(['customers', bench.path('slow.json'), '--base-port', basePort]);
    await bothWait(bank);
    const ended = await endOn(customers, () => customers.kill(signal));
    expectTold(ended);
    expect(ended.code).toBe(code);
    expect(bench.branches()).toHaveLength(3);
  });

  test('while it looks for its branches: nothing was done, and it says so', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const somebody = await occupy(Number(basePort) + 1);
    const customers = bench.start(['customers', 'scenarios/two-branches.json', '--base-port', basePort]);
    const [connection] = (await once(somebody, 'connection')) as [Socket];
    const ended = await endOn(customers, () => customers.kill('SIGINT'));
    expect(ended.stderr).toContain('not begun: 3 operations');
    expect(answers(ended)).toEqual(['fail', 'fail', 'fail']);
    expect(ended.code).toBe(130);
    connection.destroy();
    somebody.close();
  });
});

describe('passbook branches drains on a signal', () => {
  test.for(SIGNALS)('%s: exit 0, and no process stays', async ([signal], { bench }) => {
    const bank = await startBranches(bench, await freeBasePort(3));
    bank.kill(signal);
    expect(await bank.ended).toMatchObject({ code: 0, stdout: '' });
    await bench.nothingIsLeft();
  });

  test.for(SIGNALS)('%s to the whole group, as a terminal sends it: the same', async ([signal], { bench }) => {
    const bank = await startBranches(bench, await freeBasePort(3));
    bank.killGroup(signal);
    const ended = await bank.ended;
    expect(ended.stderr).not.toContain('died');
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    await bench.nothingIsLeft();
  });

  test('customers under way are told that their branch shuts down', async ({ bench }) => {
    const basePort = await freeBasePort(3);
    const bank = await startBranches(bench, basePort, '--delay', '30s', '-v');
    const customers = bench.start(['customers', bench.path('slow.json'), '--base-port', basePort, '--deadline', '1m']);
    await bothWait(bank);
    bank.kill('SIGINT');
    expect(await bank.ended).toMatchObject({ code: 0 });
    customers.kill('SIGINT');
    const ended = await customers.ended;
    expect(ended.stderr).toMatch(/customer 1, event 2, query at branch 2: this branch is shutting down/);
    expect(results(ended)).toHaveLength(6);
  });

  test('requests that wait are answered: a write that stands, and a read that was not served', async ({ bench }) => {
    const basePort = await freeBasePort(3);
    const bank = await startBranches(bench, basePort, '--delay', '30s', '-v');
    const tellers = [1, 2].map((branch) => new Stub(PASSBOOK_PROTOS, 'passbook.v1.TellerService', Number(basePort) + branch));
    const [one, two] = tellers as [Stub, Stub];
    const { passbook } = await one.call('Deposit', { context: { customer: 'ada' }, amountMinor: 1 });
    const request = { context: { customer: 'ada', passbook } };
    const write = one.refusal('Deposit', { ...request, amountMinor: 2, ackLevel: 'ACK_LEVEL_ALL' }, 60_000);
    const read = two.refusal('Query', request, 60_000);
    await Promise.all([bank.says(/branch 1 +customer ada deposits 0\.02/), bank.says(/branch 2 +customer ada waits/)]);
    bank.kill('SIGTERM');
    expect(await write).toMatchObject({ reason: 'ACK_LEVEL_NOT_REACHED', metadata: { applied: 'yes' } });
    expect(await read).toMatchObject({ reason: 'CLOSING', metadata: { applied: 'no' } });
    expect(await bank.ended).toMatchObject({ code: 0 });
    for (const teller of tellers) teller.close();
  });

  test('a second Ctrl-C does not wait for the drain', async ({ bench }) => {
    const basePort = await freeBasePort(3);
    const bank = await startBranches(bench, basePort);
    // Whoever watches the health of a branch holds its connection for as long as it drains.
    const watcher = new Stub([healthProto], 'grpc.health.v1.Health', Number(basePort) + 1);
    const watch = watcher.read('Watch', { service: '' });
    watch.on('error', () => {});
    await once(watch, 'data');
    bank.kill('SIGINT');
    await bank.says(/closing the branches; once more to end at once/);
    bank.kill('SIGINT');
    expect(await bank.ended).toMatchObject({ code: 130, stdout: '' });
    await bench.nothingIsLeft();
    watcher.close();
  });

  test('killed outright, it leaves no branch behind', async ({ bench }) => {
    const bank = await startBranches(bench, await freeBasePort(3));
    expect(bench.branches()).toHaveLength(3);
    bank.kill('SIGKILL');
    expect(await bank.ended).toMatchObject({ signal: 'SIGKILL' });
    await bench.nothingIsLeft();
  });
});

describe('npx, which does not pass on what kills it', () => {
  // A cache of its own: what npx links there must not depend on what it linked before.
  const npx = (bench: Bench) => ({ program: ['npx', '--offline', 'passbook'], env: { npm_config_cache: bench.path('npm') } });

  test('killed outright, leaves no process behind `passbook branches`', async ({ bench }) => {
    const args = ['branches', 'scenarios/two-branches.json', '--base-port', await freeBasePort(2)];
    const command = bench.start(args, npx(bench));
    await command.says(/2 branches listen/);
    command.kill('SIGKILL');
    await bench.nothingIsLeft();
  });

  test('killed outright, leaves no process behind `passbook run`', async ({ bench }) => {
    const command = bench.start(['run', '-', '--base-port', '0', '--delay', '30s', '-v'], { ...npx(bench), stdin: slow });
    await bothWait(command);
    command.kill('SIGKILL');
    await bench.nothingIsLeft();
  });

  test('runs the command as node does', async ({ bench }) => {
    const ended = await bench.run('scenarios/two-branches.json', [], npx(bench));
    expect(answers(ended)).toEqual(['success', 400, 400]);
    expect(ended.code, ended.stderr).toBe(0);
  });
});
