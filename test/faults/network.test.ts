import { describe, expect, test, vi } from 'vitest';
import { Bank } from '../../src/client/bank.js';
import type { BranchWork } from '../../src/domain/history.js';
import { branchId, type CustomerId, foundedAccount } from '../../src/domain/ids.js';
import { Machines } from './machines.js';
import { Network } from './network.js';
import { sayIfLeftOut } from './settings.js';

const [ONE, TWO] = [branchId(1), branchId(2)];
const ACCOUNT = foundedAccount(1);
/** Longer than anything takes once it can be done. */
const PATIENT = { timeoutMs: 30_000 };
/** What cannot be done is given up soon: late enough for a branch on a busy machine to say why, shortly before. */
const HASTY = { timeoutMs: 2_000 };

interface Place {
  readonly network: Network;
  readonly machines: Machines;
  readonly bank: Bank;
  /** What both branches have told of their work so far. */
  readonly told: readonly BranchWork[];
}

async function atTwoBranches(run: (place: Place) => Promise<void>): Promise<void> {
  const network = Network.create([ONE, TWO]);
  let machines: Machines | undefined;
  let bank: Bank | undefined;
  const complaints: string[] = [];
  const told: BranchWork[] = [];
  try {
    machines = await Machines.start(network, {
      branches: [ONE, TWO],
      foundedMinor: [0n],
      delayMs: 0,
      jitterMs: 0,
      onTold: (_, news) => told.push(...news.map(({ work }) => work)),
      onComplaint: (branch, text) => complaints.push(`branch ${branch}: ${text}`),
    });
    bank = new Bank({ branches: machines.addresses });
    await run({ network, machines, bank, told });
  } finally {
    bank?.close();
    machines?.destroy();
    network.remove();
  }
  expect(complaints).toEqual([]);
}

const whyNot = Network.whyNot();

/** Otherwise a fault test could pass because nothing was broken. */
describe.skipIf(whyNot !== undefined)('what is broken is really broken, and mended when it is healed', () => {
  test('a line that is cut lets no write through', () =>
    atTwoBranches(async ({ network, bank }) => {
      const ann = bank.session({ customer: 'ann' as CustomerId });
      await ann.query(TWO, ACCOUNT, PATIENT);
      network.cut([[ONE, TWO]]);
      expect(await ann.deposit(ONE, ACCOUNT, 5, PATIENT)).toMatchObject({ kind: 'written' });
      expect(await ann.query(TWO, ACCOUNT, HASTY)).toMatchObject({ reason: 'SESSION_NOT_SATISFIED' });
      network.heal();
      expect(await ann.query(TWO, ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance', balance: 5n });
    }));

  test('connections that break are made again, and what was lost with them is sent again', () =>
    atTwoBranches(async ({ network, bank, told }) => {
      const ann = bank.session({ customer: 'ann' as CustomerId });
      const isUnlinked = () => told.some(({ kind }) => kind === 'unlinked');
      await ann.deposit(ONE, ACCOUNT, 5, PATIENT);
      expect(await ann.query(TWO, ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance', balance: 5n });
      expect(isUnlinked()).toBe(false);
      network.breakConnections(ONE, TWO);
      await vi.waitUntil(isUnlinked, { timeout: PATIENT.timeoutMs });
      await ann.deposit(ONE, ACCOUNT, 7, PATIENT);
      expect(await ann.query(TWO, ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance', balance: 12n });
    }));

  test('a branch that is unplugged answers nobody', () =>
    atTwoBranches(async ({ network, bank }) => {
      const ann = bank.session({ customer: 'ann' as CustomerId });
      expect(await ann.query(TWO, ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance' });
      network.unplug(TWO);
      expect(await ann.query(TWO, ACCOUNT, HASTY)).toMatchObject({ kind: 'refused' });
      expect(await ann.query(ONE, ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance' });
      network.heal();
      expect(await ann.query(TWO, ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance' });
    }));

  test('a process that stands still answers nobody until it goes on', () =>
    atTwoBranches(async ({ machines, bank }) => {
      const ann = bank.session({ customer: 'ann' as CustomerId });
      expect(await ann.deposit(TWO, ACCOUNT, 5, PATIENT)).toMatchObject({ kind: 'written' });
      machines.pause(TWO);
      expect(await ann.deposit(TWO, ACCOUNT, 7, HASTY)).toMatchObject({ kind: 'refused', applied: 'maybe' });
      machines.resume(TWO);
      expect(await ann.query(TWO, ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance', balance: expect.toBeOneOf([5n, 12n]) });
    }));
});

sayIfLeftOut('what breaks a network', whyNot);
