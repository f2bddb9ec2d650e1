import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Bank } from 'passbook';
import { describe, expect } from 'vitest';
import { branches, customer, deposit, query, results, scenario } from './bank.js';
import { PASSBOOK_PROTOS, Stub } from './grpc.js';
import { type Bench, type Command, freeBasePort, HOST, test } from './harness.js';

/** The options of one of so many branches on this machine. */
function served(branch: number, count: number, basePort: string, data: string): string[] {
  const address = (b: number) => `${HOST}:${Number(basePort) + b}`;
  const others = Array.from({ length: count }, (_, i) => i + 1).filter((other) => other !== branch);
  const peers = others.length > 0 ? ['--peers', others.map((other) => `${other}=${address(other)}`).join(',')] : [];
  return ['serve', '-b', `${branch}`, '-l', address(branch), ...peers, '--data', join(data, `${branch}`), '--accounts', '100.00'];
}

async function startBank(bench: Bench, count: number, basePort: string, data: string): Promise<Command[]> {
  const commands = Array.from({ length: count }, (_, i) => bench.start(served(i + 1, count, basePort, data)));
  for (const command of commands) await command.says(/ready/);
  return commands;
}

function bankAt(basePort: string, count: number): Bank {
  return new Bank({ branches: new Map(Array.from({ length: count }, (_, i) => [i + 1, `${HOST}:${Number(basePort) + i + 1}`])) });
}

async function end(command: Command): Promise<void> {
  command.kill('SIGTERM');
  expect(await command.ended).toMatchObject({ code: 0, stdout: '' });
}

describe('a branch as a service', () => {
  test('keeps what it acknowledged through kill -9, and ends with 0 when asked to, also when the others are gone', async ({
    bench,
  }) => {
    const [basePort, data] = [await freeBasePort(2), bench.path('data')];
    const [one, two] = (await startBank(bench, 2, basePort, data)) as [Command, Command];
    const bank = bankAt(basePort, 2);
    const session = bank.session({ customer: 'ada' });
    expect(await session.deposit({ account: '1', amount: '12.50', branch: 1 })).toMatchObject({ ok: true });
    one.kill('SIGKILL');
    await one.ended;
    const again = bench.start(served(1, 2, basePort, data));
    await again.says(/ready/);
    expect(await session.query({ account: '1', branch: 1 })).toMatchObject({ ok: true, balance: 11_250n });
    expect(await session.query({ account: '1', branch: 2 })).toMatchObject({ ok: true, balance: 11_250n });
    bank.close();
    await end(two);
    await end(again);
    await bench.nothingIsLeft();
  });

  test('takes on no writes before it knows that it has all its own, and says whom it waits for', async ({ bench }) => {
    const [basePort, data] = [await freeBasePort(2), bench.path('data')];
    const one = bench.start(served(1, 2, basePort, data));
    await one.says(/answers as soon as branch 2 said/);
    const bank = bankAt(basePort, 2);
    const choices = { branch: 1, timeoutMs: 500 };
    const session = bank.session({ customer: 'ada' });
    expect(await session.deposit({ account: '1', amount: '1.00', ...choices })).toMatchObject({
      ok: false,
      reason: 'RECOVERING',
    });
    // It has nothing, and could be at the wrong bank.
    expect(await session.query({ account: '1', ...choices })).toMatchObject({ ok: false, reason: 'RECOVERING' });
    const two = bench.start(served(2, 2, basePort, data));
    await one.says(/ready/);
    expect(await session.deposit({ account: '1', amount: '1.00', branch: 1 })).toMatchObject({ ok: true });
    bank.close();
    await end(one);
    await two.says(/ready/);
    await end(two);
  });

  test('lets nothing wait for longer than it is told to, whatever deadline comes with it', async ({ bench }) => {
    const basePort = await freeBasePort(1);
    const config = bench.file('branch.json', JSON.stringify({ 'in-memory': true, 'max-deadline': '200ms' }));
    const command = bench.start(['serve', '-b', '1', '-l', `${HOST}:${Number(basePort) + 1}`, '-c', config]);
    await command.says(/ready/);
    const teller = new Stub(PASSBOOK_PROTOS, 'passbook.v1.TellerService', Number(basePort) + 1);
    const passbook = { branches: [2], nonces: [7], written: [1], read: [0] };
    const refused = await teller.refusal('Query', { context: { customer: 'ada', passbook } }, 3_600_000);
    expect(refused).toMatchObject({ reason: 'SESSION_NOT_SATISFIED', status: 'UNAVAILABLE' });
    teller.close();
    await end(command);
    const never = await bench.passbook(['serve', '-b', '1', '--in-memory', '--max-deadline', '0']);
    expect(never).toMatchObject({ code: 64, stderr: expect.stringContaining('At least 1ms.') });
  });

  test('refuses a directory that another process has, or that is for another branch', async ({ bench }) => {
    const [basePort, data] = [await freeBasePort(1), bench.path('data')];
    const one = bench.start(served(1, 1, basePort, data));
    await one.says(/ready/);
    const second = await bench.passbook([...served(1, 1, basePort, data), '-l', `${HOST}:0`]);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(/DATA_DIRECTORY_IN_USE: .* held by process \d+/);
    await end(one);
    const other = await bench.passbook(['serve', '-b', '2', '-l', `${HOST}:0`, '--data', join(data, '1')]);
    expect(other.stderr).toMatch(/it has branch 1, and branch 2 was asked for/);
    expect(other.code).toBe(1);
    expect(statSync(join(data, '1')).mode & 0o777).toBe(0o700);
  });

  test('ends where somebody else answers, and says who that is and what to check', async ({ bench }) => {
    const [basePort, data] = [await freeBasePort(2), bench.path('data')];
    const one = bench.start(served(1, 1, basePort, data));
    await one.says(/ready/);
    const two = served(2, 2, basePort, data);
    const there = `${HOST}:${Number(basePort) + 1}`;
    const [bank, check] = ['bank passbook-[0-9a-f]{8}', 'check --peers, --bank and --accounts, or --join with an empty --data'];
    const poorer = await bench.passbook([...two, '--accounts', '50.00']);
    expect(poorer).toMatchObject({ code: 1, stdout: '' });
    expect(poorer.stderr).toMatch(
      new RegExp(`stops: ${there} is branch 1 of ${bank}, and this is branch 2 of ${bank}; ${check}`),
    );
    const uninvited = await bench.passbook([...two, '--data', join(data, 'empty')]);
    expect(uninvited).toMatchObject({ code: 1, stdout: '' });
    expect(uninvited.stderr).toMatch(new RegExp(`branch 1 of ${bank}, which was founded without branch 2; ${check}`));
    const invited = bench.start([...two, '--data', join(data, 'another'), '--join']);
    await invited.says(/ready/);
    await end(invited);
    await end(one);
  });

  test('says why it cannot listen', async ({ bench }) => {
    const listen = (address: string) => bench.passbook(['serve', '-b', '1', '--in-memory', '--allow-plaintext', '-l', address]);
    const [nowhere, elsewhere] = [await listen('nohost.invalid:0'), await listen('192.0.2.1:0')];
    const unresolved = 'passbook: the name nohost.invalid cannot be resolved to an address; choose another --listen\n';
    expect(nowhere).toMatchObject({ code: 1, stdout: '', stderr: unresolved });
    expect(elsewhere).toMatchObject({
      code: 1,
      stderr: 'passbook: 192.0.2.1 is no address of this machine; choose another --listen\n',
    });
  });

  test('speaks in plain text beyond this machine only if it is told to', async ({ bench }) => {
    const refused = await bench.passbook(['serve', '-b', '1', '-l', '0.0.0.0:0', '--data', bench.path('data')]);
    expect(refused).toMatchObject({ code: 64, stdout: '' });
    expect(refused.stderr).toContain('--allow-plaintext');
    const peer = await bench.passbook(['serve', '-b', '1', '-p', '2=192.0.2.1:5', '--data', bench.path('data')]);
    expect(peer.code).toBe(64);
    expect(readdirSync(bench.path('.'))).toEqual([]);
  });

  test('takes its options from the command line, then the environment, then the config file', async ({ bench }) => {
    const config = bench.file('branch.json', JSON.stringify({ branch: 7, data: bench.path('of-file'), 'in-memory': false }));
    const env = { PASSBOOK_LISTEN: `${HOST}:0`, PASSBOOK_DATA: bench.path('of-environment') };
    const command = bench.start(['serve', '--config', config, '--data', bench.path('of-line')], { env });
    await command.says(/branch 7: listens on .*ready/);
    expect(readdirSync(bench.path('.')).sort()).toEqual(['branch.json', 'of-line']);
    await end(command);
    const wrong = await bench.passbook(['serve', '--config', bench.file('wrong.json', '{ "brunch": 1 }')]);
    expect(wrong).toMatchObject({ code: 65, stdout: '' });
    expect(wrong.stderr).toMatch(/there is no "brunch"; did you mean "branch"\?/);
  });
});

describe('a scenario with a data directory', () => {
  test('goes on with the money of the run before', async ({ bench }) => {
    const file = bench.file('s.json', scenario(branches(2, 10), customer(1, [deposit(5), query({ branch: 2 })])));
    const args = ['run', file, '--data', bench.path('bank'), '--base-port', '0'];
    const [first, second] = [await bench.passbook(args), await bench.passbook(args)];
    expect(results(first).at(-1)).toMatchObject({ recv: [{ balance: 15 }] });
    expect(results(second).at(-1)).toMatchObject({ recv: [{ balance: 20 }] });
    expect(second.stderr).toMatch(/goes on with what is in .*bank; its money is still there/);
    expect([first.code, second.code]).toEqual([0, 0]);
  });
});
