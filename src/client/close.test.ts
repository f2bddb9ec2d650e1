import { expect, test, vi } from 'vitest';
import { branchId, type CustomerId } from '../domain/ids.js';
import { Bank } from './bank.js';
import { ACCOUNT, FakeBranch, freePort } from './fixtures.js';

/** What keeps this process alive, of the kinds that a client opens. In a file of its own, so that no other test adds to it. */
function open(kind: string): number {
  return process.getActiveResourcesInfo().filter((name) => name === kind).length;
}

test('a closed bank answers what was under way and leaves nothing open', async () => {
  const [ONE, DEAD] = [branchId(1), branchId(2)];
  const deadAddress = `127.0.0.1:${await freePort()}`;
  const timersBefore = open('Timeout');
  const fake = await FakeBranch.start(1);
  const bank = new Bank({
    branches: new Map([
      [ONE, fake.address],
      [DEAD, deadAddress],
    ]),
  });
  const session = bank.session({ customer: 'ada' as CustomerId });
  await session.query({ branch: ONE, account: ACCOUNT });
  fake.holds = true;
  const write = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1 });
  const later = session.query({ branch: ONE, account: ACCOUNT });
  const unsent = session.deposit({ branch: DEAD, account: ACCOUNT, amountMinor: 1, concurrent: true });
  const reachable = bank.waitUntilReachable(DEAD, { timeoutMs: 60_000 });
  const described = bank.status(DEAD, { timeoutMs: 60_000 });
  await fake.receivedAtLeast(2);
  bank.close();

  expect(await write).toMatchObject({ reason: 'OUTCOME_UNKNOWN', applied: 'maybe' });
  const message = 'the bank was closed by its user';
  expect(await later).toMatchObject({ reason: 'BRANCH_UNREACHABLE', applied: 'no', message });
  expect(await unsent).toMatchObject({ reason: 'BRANCH_UNREACHABLE', applied: 'no' });
  expect(await reachable).toEqual({ reachable: false, message });
  await expect(described).rejects.toThrow(message);
  // The branch is still up: the client closes its end by itself.
  await vi.waitFor(() => expect(open('TCPSocketWrap')).toBe(0));
  expect(open('Timeout')).toBeLessThanOrEqual(timersBefore);
  fake.crash();
});
