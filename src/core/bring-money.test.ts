import { expect, test } from 'vitest';
import { branchId, foundedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import { Auditor } from '../sim/auditor.js';
import { type Asked, World } from '../sim/world.js';

const ACCOUNT = foundedAccount(1);
const DEADLINE_MS = 5_000;
const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];

/** A bank of three branches and one account, of which each may pay out a third. */
function bank(balance: bigint) {
  const world = new World({ seed: 1, branches: 3, foundedMinor: [balance], delayMs: [5, 10], patienceMs: 60 });
  const auditor = new Auditor(world, [balance], 10);
  let customers = 0;
  const ask = (branch: number, operation: Operation) =>
    world.operate(branchId(branch), { operation, customer: `customer-${customers++}`, timeoutMs: DEADLINE_MS });
  return { world, auditor, ask };
}

function query(wanted?: number): Operation {
  return { kind: 'query', account: ACCOUNT, ...(wanted && { wanted: wanted as AmountMinor }) };
}

function withdraw(amount: number): Operation {
  return { kind: 'withdraw', account: ACCOUNT, amount: amount as AmountMinor };
}

function availableOf({ outcome }: Asked): bigint | undefined {
  return outcome?.kind === 'balance' ? outcome.available : undefined;
}

test('a query brings what it wants along, and what it brought can be paid out although all others are out of reach', () => {
  const { world, auditor, ask } = bank(300n);
  const first = ask(1, query(250));
  world.run();
  expect(availableOf(first)).toBeGreaterThanOrEqual(250n);
  world.partition([ONE], [TWO, THREE]);
  const asked = ask(1, withdraw(250));
  world.run(world.timeline.nowMs + 100);
  expect(asked.outcome).toMatchObject({ kind: 'written' });
  world.heal();
  world.run();
  auditor.checkConverged();
});

test('a query that wants nothing, or no more than there is, asks nobody', () => {
  const { world, ask } = bank(300n);
  const asked = [ask(1, query()), ask(2, query(100))];
  world.run();
  expect(asked.map(availableOf)).toEqual([100n, 100n]);
  expect(asked.map(({ answeredAtMs }) => answeredAtMs)).toEqual([0, 0]);
});

test('where money lacks it is answered with all there is, long before its deadline', () => {
  const { world, auditor, ask } = bank(300n);
  const asked = ask(1, query(301));
  world.run();
  expect(asked.outcome).toMatchObject({ kind: 'balance', balance: 300n, available: 300n });
  expect(asked.answeredAtMs).toBeLessThan(1_000);
  auditor.checkConverged();
});

test('where a branch is out of reach it is answered at its deadline with what could be had', () => {
  const { world, auditor, ask } = bank(300n);
  world.partition([ONE, TWO], [THREE]);
  const asked = ask(1, query(250));
  world.run(DEADLINE_MS + 100);
  expect(availableOf(asked)).toBe(200n);
  expect(asked.answeredAtMs).toBeGreaterThanOrEqual(DEADLINE_MS);
  world.heal();
  world.run();
  auditor.checkConverged();
});

test('it takes its place in the order: a smaller withdrawal elsewhere gets its money', () => {
  const { world, auditor, ask } = bank(300n);
  const [brings, takes] = [ask(1, query(300)), ask(2, withdraw(200))];
  world.run();
  expect(takes.outcome).toMatchObject({ kind: 'written' });
  expect(brings.outcome).toMatchObject({ kind: 'balance' });
  auditor.checkConverged();
});
