import { describe, expect, test } from 'vitest';
import { Branch } from '../core/branch.js';
import { NO_GUARANTEES } from '../domain/guarantees.js';
import { branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import { type Watcher, World } from '../sim/world.js';
import { Driver } from './driver.js';
import type { Store } from './ports.js';

const ONE = branchId(1);
const ACCOUNT = foundedAccount(1);

function deposit(amount: number): Operation {
  return { kind: 'deposit', account: ACCOUNT, amount: amount as AmountMinor };
}

function withdraw(amount: number): Operation {
  return { kind: 'withdraw', account: ACCOUNT, amount: amount as AmountMinor };
}

/** A bank of one branch and a disk that takes 10 ms; the log of what happened, in order. */
function alone() {
  const world = new World({ seed: 1, branches: 1, foundedMinor: [100n], durableMs: [10, 10] });
  const log: string[] = [];
  const watcher: Watcher = {
    logged: (_, batches) => log.push(`${world.timeline.nowMs}: logged ${batches.map((batch) => batch.kinds.length).join('+')}`),
    durable: () => log.push(`${world.timeline.nowMs}: durable`),
    answered: ({ outcome }) => log.push(`${world.timeline.nowMs}: ${outcome.kind}`),
  };
  world.watch(watcher);
  return { world, log };
}

const NO_STORE: Store = {
  append: () => {},
  read: () => [],
  begins: () => undefined,
  readAll: () => [],
  wantsSnapshot: false,
  keepSnapshot: () => {},
  trust: () => {},
  trim: () => {},
  close: () => {},
};

describe('the driver', () => {
  test('puts what arrives together into one group, and what arrives meanwhile into the next', () => {
    const { world, log } = alone();
    for (const amount of [1, 2, 3]) world.operate(ONE, { operation: deposit(amount), customer: 'ann' });
    for (const at of [2, 5, 9]) world.timeline.at(at, () => world.operate(ONE, { operation: deposit(at), customer: 'bob' }));
    world.run();
    expect(log).toEqual([
      '0: logged 3',
      '10: durable',
      '10: written',
      '10: written',
      '10: written',
      '10: logged 3',
      '20: durable',
      '20: written',
      '20: written',
      '20: written',
    ]);
  });

  test('answers a read at once where nothing is on its way to disk', () => {
    const { world, log } = alone();
    world.operate(ONE, { operation: { kind: 'query', account: ACCOUNT }, customer: 'ann' });
    world.run();
    expect(log).toEqual(['0: balance']);
  });

  test('wakes for the deadline that is next, and for none that is settled', () => {
    const { world, log } = alone();
    const passbook = { written: new Map([[world.branch(ONE).config.origin, 1]]), read: new Map() };
    for (const timeoutMs of [500, 300]) world.operate(ONE, { operation: deposit(1), customer: 'ann', passbook, timeoutMs });
    world.run(250);
    // The write that both wait for, so that neither has to wait any longer.
    world.operate(ONE, { operation: deposit(1), customer: 'bob', timeoutMs: 90_000 });
    world.run();
    expect(log.at(-1)).toMatch(/refused|written/);
    expect(world.timeline.nowMs).toBeLessThanOrEqual(500);
  });

  test('comes to rest when it has nothing to do', () => {
    const { world } = alone();
    world.run();
    expect(world.timeline.nowMs).toBe(0);
  });
});

describe('a driver that closes', () => {
  test('is done when all that was accepted is durable and answered', async () => {
    const { world, log } = alone();
    world.operate(ONE, { operation: deposit(1), customer: 'ann' });
    world.run(5);
    let done = false;
    const closed = world.close(ONE).then(() => {
      done = true;
    });
    world.operate(ONE, { operation: deposit(2), customer: 'late' });
    await Promise.resolve();
    expect(done).toBe(false);
    world.run();
    await closed;
    expect(log).toEqual(['0: logged 1', '10: durable', '10: written', '10: refused']);
  });

  test('refuses who waits, at once', async () => {
    const world = new World({ seed: 1, branches: 2, foundedMinor: [100n] });
    world.network.block(ONE, branchId(2));
    const asked = world.operate(ONE, { operation: withdraw(80), customer: 'ann' });
    world.run(50);
    const closed = world.close(ONE);
    world.run(60);
    await closed;
    expect(asked.outcome).toMatchObject({ kind: 'refused', reason: 'CLOSING', applied: 'no' });
  });

  test('with nothing to do is done at once', async () => {
    const { world } = alone();
    const closed = world.close(ONE);
    world.run();
    await closed;
    expect(world.timeline.nowMs).toBe(0);
  });
});

/** A branch whose disk and turns are moved by hand. */
function byHand() {
  const answers: string[] = [];
  const failures: string[] = [];
  const turns: (() => void)[] = [];
  const disk: ((failure?: Error) => void)[] = [];
  const branch = new Branch({
    bankId: 'bank',
    origin: originId(ONE, 1),
    members: [ONE],
    foundedMinor: [100n],
    patienceMs: 100,
    maxParked: 10,
    observe: false,
  });
  const driver = new Driver(branch, {
    clock: { nowMs: () => 0, at: () => () => {}, afterTurn: (run) => void turns.push(run) },
    store: { ...NO_STORE, append: (_, done) => void disk.push(done) },
    transport: { dial: () => {}, meet: () => {}, part: () => {}, send: () => {}, forward: () => {} },
    encodeSnapshot: () => new Uint8Array(),
    encode: () => ({ encoded: new Uint8Array(), digest: '' }),
    observe: () => {},
    failed: (error) => failures.push(error.message),
  });
  const ask = (operation: Operation) =>
    driver.operate({
      operation,
      session: branch.session('ann' as CustomerId, 1),
      counter: 0,
      passbook: undefined,
      guarantees: NO_GUARANTEES,
      acks: 'local',
      deadlineMs: 100,
      reply: (outcome) => answers.push(outcome.kind),
    });
  const turn = () => {
    for (const run of turns.splice(0)) run();
  };
  const synced = (failure?: Error) => disk.shift()?.(failure);
  return { branch, driver, answers, failures, ask, turn, synced };
}

describe('a look at what the branch knows', () => {
  const balanceOf = (branch: Branch) => branch.accounts()[0]?.balance;

  test('shows the end of a turn once that is durable, also while there is always something on its way to disk', async () => {
    const { branch, driver, ask, turn, synced } = byHand();
    ask(deposit(1));
    turn();
    let seen: bigint | undefined;
    const looked = driver.look(() => balanceOf(branch)).then((balance) => (seen = balance));
    ask(deposit(2));
    turn();
    synced();
    ask(deposit(4));
    await Promise.resolve();
    expect(seen).toBeUndefined();
    synced();
    await looked;
    expect(seen).toBe(103n);
  });

  test('is there at once where nothing is on its way to disk, also when the driver has closed', async () => {
    const { branch, driver, turn } = byHand();
    const first = driver.look(() => balanceOf(branch));
    turn();
    expect(await first).toBe(100n);
    const closed = driver.close();
    turn();
    await closed;
    expect(await driver.look(() => balanceOf(branch))).toBe(100n);
  });

  test('is never had of what the disk did not take', async () => {
    const { branch, driver, ask, turn, synced } = byHand();
    let seen: bigint | undefined;
    ask(deposit(1));
    void driver.look(() => balanceOf(branch)).then((balance) => (seen = balance));
    turn();
    synced(new Error('no space'));
    turn();
    await Promise.resolve();
    expect(seen).toBeUndefined();
  });
});

describe('a driver whose disk fails', () => {
  test('tells nobody anything any more', () => {
    const { ask, turn, synced, answers, failures } = byHand();
    ask(deposit(1));
    turn();
    ask(deposit(2));
    turn();
    synced(new Error('no space'));
    ask({ kind: 'query', account: ACCOUNT });
    turn();
    expect(failures).toEqual(['no space']);
    expect(answers).toEqual([]);
  });
});
