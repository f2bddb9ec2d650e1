import { afterEach, describe, expect, test } from 'vitest';
import { Bank } from '../client/bank.js';
import { FakeBranch } from '../client/fixtures.js';
import { branchId } from '../domain/ids.js';
import { EMPTY_VECTOR } from '../domain/vector.js';
import { allWrites, everywhere, patienceMs } from './settle.js';

const [ONE, TWO] = [branchId(1), branchId(2)];
const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** Two branches with a write of their own each, and a balance. */
async function twoBranches(balances: readonly [bigint, bigint]): Promise<{ bank: Bank; one: FakeBranch; two: FakeBranch }> {
  const [one, two] = [await FakeBranch.start(1), await FakeBranch.start(2)];
  [one.balance, two.balance] = balances;
  [one.own, two.own] = [1, 1];
  const bank = new Bank({
    branches: new Map([
      [ONE, one.address],
      [TWO, two.address],
    ]),
  });
  open.push(bank, { close: () => one.crash() }, { close: () => two.crash() });
  return { bank, one, two };
}

const audit = (bank: Bank) => everywhere(bank, [ONE, TWO], EMPTY_VECTOR, 5_000);

describe('the balance once every branch has every write', () => {
  test('is that on which all agree', async () => {
    const { bank } = await twoBranches([7n, 7n]);
    expect(await audit(bank)).toEqual({ behind: [], finalBalanceMinor: 7n });
  });

  test('is told of the others when one cannot be asked', async () => {
    const { bank } = await twoBranches([7n, 7n]);
    bank.lost(TWO, 'its process died');
    const message = expect.stringContaining('is gone: its process died');
    expect(await audit(bank)).toEqual({ behind: [{ branch: TWO, message }], finalBalanceMinor: 7n });
  });

  test('is not known while a write that nobody waited for has come to one of them only', async () => {
    const { bank } = await twoBranches([700n, 950n]);
    const { behind, finalBalanceMinor } = await audit(bank);
    expect(finalBalanceMinor).toBeUndefined();
    expect(behind).toHaveLength(1);
    expect(behind[0]?.message).toMatch(/^its balance is (7|9\.5) where branch [12] has (7|9\.5)$/);
  });

  test('cannot differ where the writes are the same: that is a bug, and no result', async () => {
    const { bank, one, two } = await twoBranches([700n, 950n]);
    one.others = new Map([[two.origin, 1]]);
    two.others = new Map([[one.origin, 1]]);
    await expect(audit(bank)).rejects.toThrow('with the same writes');
  });
});

test('what has to be everywhere is all that any branch has', async () => {
  const { bank, one, two } = await twoBranches([0n, 0n]);
  two.own = 5;
  const all = await allWrites(bank, [ONE, TWO], new Map([[one.origin, 9]]), 5_000);
  expect(all).toEqual(
    new Map([
      [one.origin, 9],
      [two.origin, 5],
    ]),
  );
  bank.lost(TWO, 'its process died');
  expect(await allWrites(bank, [ONE, TWO], EMPTY_VECTOR, 5_000)).toEqual(new Map([[one.origin, 1]]));
});

test('the wait grows with the pairs of branches that have to meet', () => {
  expect(patienceMs(1000, 1)).toBe(1000);
  expect(patienceMs(1000, 10)).toBe(1450);
  expect(patienceMs(1000, 100)).toBe(50_500);
});
