import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Bank } from 'passbook';
import { describe, expect } from 'vitest';
import { type Message, PASSBOOK_PROTOS, Stub } from './grpc.js';
import { type Bench, type Command, type Ended, freeBasePort, HOST, test } from './harness.js';

/** A bank of processes on this machine. */
class Served {
  private readonly commands = new Map<number, Command>();

  private constructor(
    private readonly bench: Bench,
    private readonly basePort: number,
  ) {}

  /** Founded with so many branches, of which all are ready. */
  static async founded(bench: Bench, count: number): Promise<Served> {
    const served = new Served(bench, Number(await freeBasePort(count + 1)));
    const branches = Array.from({ length: count }, (_, i) => i + 1);
    const founding = (branch: number) => served.peers(...branches.filter((other) => other !== branch));
    await served.ready(...branches.map((branch) => served.start(branch, ...founding(branch), '--accounts', '100.00')));
    return served;
  }

  start(branch: number, ...args: string[]): Command {
    return this.startAt(this.directory(branch), branch, ...args);
  }

  startAt(directory: string, branch: number, ...args: string[]): Command {
    const command = this.bench.start(['serve', '-b', `${branch}`, '-l', this.address(branch), '--data', directory, ...args]);
    this.commands.set(branch, command);
    return command;
  }

  async ready(...commands: Command[]): Promise<void> {
    for (const command of commands) await command.says(/ready/);
  }

  retire(branches: readonly number[], at: number, ...args: string[]): Promise<Ended> {
    return this.bench.passbook(['retire', ...branches.map(String), '--at', this.address(at), ...args]);
  }

  async end(branch: number, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const command = this.command(branch);
    command.kill(signal);
    const ended = await command.ended;
    if (signal === 'SIGTERM') expect(ended).toMatchObject({ code: 0, stdout: '' });
    this.commands.delete(branch);
  }

  command(branch: number): Command {
    return this.commands.get(branch) as Command;
  }

  peers(...branches: number[]): string[] {
    return ['--peers', branches.map((branch) => `${branch}=${this.address(branch)}`).join(',')];
  }

  directory(branch: number): string {
    return this.bench.path(join('data', `${branch}`));
  }

  /** Clients of these branches. */
  bank(...branches: number[]): Bank {
    return new Bank({ branches: new Map(branches.map((branch) => [branch, this.address(branch)])) });
  }

  /** Waits until the branches agree on everything, and says what they agree on. */
  async agreement(...branches: number[]): Promise<Message> {
    const stubs = branches.map((branch) => new Stub(PASSBOOK_PROTOS, 'passbook.v1.BranchService', this.basePort + branch));
    try {
      for (;;) {
        const all = await Promise.all(stubs.map((stub) => stub.call('GetStatus', {})));
        if (new Set(all.map(({ stateDigest }) => stateDigest)).size === 1) return all[0] as Message;
      }
    } finally {
      for (const stub of stubs) stub.close();
    }
  }

  address(branch: number): string {
    return `${HOST}:${this.basePort + branch}`;
  }
}

const balances = ({ accounts }: Message) => (accounts as { balanceMinor: string }[]).map(({ balanceMinor }) => balanceMinor);

describe('a branch that joins a running bank', () => {
  test('takes deposits and pays out like the others, also after all have begun again', async ({ bench }) => {
    const served = await Served.founded(bench, 2);
    const bank = served.bank(1, 2, 3);
    const ada = bank.session({ customer: 'ada' });
    expect(await ada.deposit({ account: '1', amount: '20.00', branch: 2 })).toMatchObject({ ok: true });
    // Of the two it names, it is the other one that decides.
    await served.ready(served.start(3, '--join', ...served.peers(2)));
    expect(await ada.query({ account: '1', branch: 3 })).toMatchObject({ ok: true, balance: 12_000n });
    expect(await ada.withdraw({ account: '1', amount: '110.00', branch: 3 })).toMatchObject({ ok: true });
    expect(await ada.deposit({ account: '1', amount: '5.00', branch: 3 })).toMatchObject({ ok: true });
    expect(await ada.withdraw({ account: '1', amount: '15.00', branch: 1 })).toMatchObject({ ok: true });
    expect(balances(await served.agreement(1, 2, 3))).toEqual(['0']);
    for (const branch of [1, 2, 3]) await served.end(branch);
    const again = [served.start(1, ...served.peers(2)), served.start(2, ...served.peers(1))];
    const third = served.start(3, '--join', ...served.peers(2));
    await third.says(/goes on with what is in .*; --join is for an empty directory/);
    await served.ready(...again, third);
    expect(await ada.deposit({ account: '1', amount: '1.00', branch: 3 })).toMatchObject({ ok: true });
    expect(await ada.query({ account: '1', branch: 1 })).toMatchObject({ ok: true, balance: 100n });
    bank.close();
    await served.agreement(1, 2, 3);
  });

  test('keeps trying until somebody answers, and is refused a number that is taken', async ({ bench }) => {
    const served = await Served.founded(bench, 2);
    const taken = await bench.passbook([
      'serve',
      '-b',
      '2',
      '-l',
      `${HOST}:0`,
      '--advertise',
      served.address(3),
      '--join',
      ...served.peers(1),
      '--data',
      bench.path('x'),
    ]);
    expect(taken).toMatchObject({ code: 1, stdout: '' });
    expect(taken.stderr).toMatch(/branch 2 belongs to this bank; if its data directory is lost, start it with --replace/);
    const other = await served.start(3, '--join', ...served.peers(1), '--bank', 'another').ended;
    expect(other).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/the peers are of bank passbook-\w+, and another-\w+ was asked for/),
    });
    await served.end(1);
    const third = served.start(3, '--join', ...served.peers(1, 2));
    await third.says(/cannot begin yet, and keeps trying: nobody answers at /);
    await served.ready(served.start(1, ...served.peers(2)), third);
    await served.agreement(1, 2, 3);
  });
});

describe('a branch whose data directory is lost', () => {
  test('comes back with --replace, with what others had of it and all its money', async ({ bench }) => {
    const served = await Served.founded(bench, 3);
    const bank = served.bank(1, 2, 3);
    const ada = bank.session({ customer: 'ada' });
    expect(await ada.deposit({ account: '1', amount: '50.00', branch: 2, acks: 'all' })).toMatchObject({ ok: true });
    await served.end(2, 'SIGKILL');
    const old = bench.path('old');
    cpSync(served.directory(2), old, { recursive: true, preserveTimestamps: true });
    rmSync(served.directory(2), { recursive: true });

    const empty = served.start(2, ...served.peers(1, 3), '--accounts', '100.00');
    expect(await empty.ended).toMatchObject({ code: 1, stdout: '' });
    expect(empty.stderr).toMatch(
      /has written with another data directory.*start it with that one, or, if that is lost, with an empty one and --replace/,
    );
    rmSync(served.directory(2), { recursive: true });

    // Nobody may be left out, as it could have what is not to come back.
    await served.end(1);
    const fresh = served.start(2, '--replace', ...served.peers(3));
    await fresh.says(/takes on writes as soon as branch 1 gave up the directory that is lost/);
    await served.ready(served.start(1, ...served.peers(2, 3)), fresh);
    expect(await ada.query({ account: '1', branch: 2 })).toMatchObject({ ok: true, balance: 15_000n });
    expect(await ada.withdraw({ account: '1', amount: '150.00', branch: 2 })).toMatchObject({ ok: true });
    expect(await ada.withdraw({ account: '1', amount: '0.01', branch: 1 })).toMatchObject({
      ok: false,
      reason: 'INSUFFICIENT_FUNDS',
    });
    expect(balances(await served.agreement(1, 2, 3))).toEqual(['0']);

    await served.end(2);
    const former = served.startAt(old, 2, ...served.peers(1, 3));
    expect(await former.ended).toMatchObject({ code: 1, stdout: '' });
    expect(former.stderr).toMatch(/the bank goes on without this data directory|has written with another data directory/);
    await served.ready(served.start(2, ...served.peers(1, 3)));
    expect(await ada.deposit({ account: '1', amount: '1.00', branch: 2 })).toMatchObject({ ok: true });
    expect(balances(await served.agreement(1, 2, 3))).toEqual(['100']);
    bank.close();
  });
});

test('a branch that runs is not given up: its directory is not lost', async ({ bench }) => {
  const served = await Served.founded(bench, 3);
  const other = ['serve', '-b', '2', '-l', `${HOST}:0`, '--data', bench.path('other'), '--replace', ...served.peers(1)];
  expect(await bench.passbook(other)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`branch 2 runs, at ${served.address(2)}: stop it first`),
  });
  expect(await served.retire([3], 1, '--lost')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`branch 3 runs, at ${served.address(3)}: leave out --lost`),
  });
  await served.agreement(1, 2, 3);
});

test('a directory that a start without the flag has made is not taken for that of a new branch', async ({ bench }) => {
  const served = await Served.founded(bench, 2);
  for (const flag of ['--join', '--replace']) {
    const { code, stderr } = await bench.passbook([
      ...['serve', '-b', '2', '-l', `${HOST}:0`, '--data', served.directory(2), flag],
      ...served.peers(1),
    ]);
    expect(stderr).toMatch(new RegExp(`is not empty: it was made by a start without ${flag}`));
    expect(code).toBe(1);
  }
});

describe('an empty directory in the place of a lost one', () => {
  test('is noticed also where nobody has heard of a customer of that branch', async ({ bench }) => {
    const served = await Served.founded(bench, 2);
    await served.ready(served.start(3, '--join', ...served.peers(1)));
    for (const branch of [2, 3]) {
      await served.end(branch, 'SIGKILL');
      rmSync(served.directory(branch), { recursive: true });
    }
    const founded = await served.start(2, ...served.peers(1), '--accounts', '100.00').ended;
    expect(founded).toMatchObject({ code: 1, stderr: expect.stringMatching(/has written with another data directory/) });
    const joined = await served.start(3, '--join', ...served.peers(1)).ended;
    expect(joined).toMatchObject({ code: 1, stderr: expect.stringMatching(/belongs to this bank.*start it with --replace/) });
  });
});

describe('a branch that leaves', () => {
  test('ends with 0, alone or with another one, and its money is there for those that stay', async ({ bench }) => {
    const served = await Served.founded(bench, 4);
    const bank = served.bank(1, 2, 3);
    const ada = bank.session({ customer: 'ada' });
    expect(await ada.deposit({ account: '1', amount: '50.00', branch: 3 })).toMatchObject({ ok: true });
    expect(await served.retire([3], 2)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(`branch 1 decides this; ask it: --at ${served.address(1)}\n`),
    });
    expect(await served.retire([7], 1)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('branch 7 does not belong to this bank'),
    });
    expect(await served.retire([3, 4], 1)).toMatchObject({ code: 0, stdout: 'branches 3, 4 have left the bank\n' });
    for (const branch of [3, 4]) {
      const { code, stderr } = await served.command(branch).ended;
      expect(stderr).toContain(`branch ${branch}: has left the bank`);
      expect(code).toBe(0);
    }
    expect(await ada.withdraw({ account: '1', amount: '150.00', branch: 2 })).toMatchObject({ ok: true });
    expect(balances(await served.agreement(1, 2))).toEqual(['0']);
    for (const branch of [1, 2]) await served.end(branch);
    await served.ready(served.start(1, ...served.peers(2, 3)), served.start(2, ...served.peers(1, 3)));
    expect(await served.start(3, ...served.peers(1, 2)).ended).toMatchObject({ code: 0 });
    expect(await ada.deposit({ account: '1', amount: '1.00', branch: 2 })).toMatchObject({ ok: true });
    expect(balances(await served.agreement(1, 2))).toEqual(['100']);
    bank.close();
  });

  test('is given up when it is lost, if more than half of the branches stay', async ({ bench }) => {
    const served = await Served.founded(bench, 3);
    const bank = served.bank(1, 2);
    const ada = bank.session({ customer: 'ada' });
    await served.end(2);
    await served.end(3, 'SIGKILL');
    const few = await served.retire([2, 3], 1, '--lost');
    expect(few).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('bring some of them back') });
    await served.ready(served.start(2, ...served.peers(1, 3)));
    expect(await served.retire([3], 1, '--lost')).toMatchObject({ code: 0, stdout: 'branch 3 has left the bank\n' });
    expect(await ada.withdraw({ account: '1', amount: '100.00', branch: 2 })).toMatchObject({ ok: true });
    expect(balances(await served.agreement(1, 2))).toEqual(['0']);
    const late = await served.start(3, ...served.peers(1, 2)).ended;
    expect(late).toMatchObject({ code: 1, stderr: expect.stringContaining('the bank goes on without this data directory') });
    bank.close();
  });
});
