import { afterEach, expect, test } from 'vitest';
import { branchId, originId } from '../domain/ids.js';
import { WriteKind } from '../domain/writes.js';
import { Bank } from './bank.js';
import { ACCOUNT, FakeBranch } from './fixtures.js';
import { unpackWrites } from './unpack.js';

const ONE = branchId(1);
const ORIGIN = { branch: 2, nonce: 9 };
const DEPOSIT = {
  writeId: { origin: ORIGIN, sequence: 4 },
  kind: WriteKind.deposit,
  account: ACCOUNT,
  amountMinor: 1200,
  customer: 'ada',
  requestId: { session: 77, counter: 3 },
  position: 2,
};
const GRANT = { writeId: { origin: ORIGIN, sequence: 3 }, kind: WriteKind.grant, account: ACCOUNT, amountMinor: 5, position: 1 };

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function bankOf(listed: object[]): Promise<{ bank: Bank; fake: FakeBranch }> {
  const fake = await FakeBranch.start(1);
  fake.listed = listed;
  const bank = new Bank({ branches: new Map([[ONE, fake.address]]) });
  open.push(bank, { close: () => fake.crash() });
  return { bank, fake };
}

test('a branch lists what it has applied, put in the order in which it did, with the request behind each', async () => {
  const { bank } = await bankOf([DEPOSIT, GRANT]);
  const origin = originId(branchId(2), 9);
  expect((await bank.writes(ONE)).writes).toEqual([
    { id: { origin, sequence: 3 }, kind: WriteKind.grant, account: ACCOUNT, amountMinor: 5, position: 1 },
    {
      id: { origin, sequence: 4 },
      kind: WriteKind.deposit,
      account: ACCOUNT,
      amountMinor: 1200,
      request: { customer: 'ada', session: 77, counter: 3 },
      position: 2,
    },
  ]);
});

test('a branch that has nothing lists nothing', async () => {
  const { bank } = await bankOf([]);
  expect(await bank.writes(ONE)).toEqual({ writes: [], notListed: new Map() });
});

test('what a branch says it cannot list any more is not listed, though it was before it said so', async () => {
  const [bare, none] = [
    { branches: [], nonces: [], sequences: [] },
    { branches: [2], nonces: [9], sequences: [3] },
  ];
  const { writes, notListed } = unpackWrites([GRANT, DEPOSIT], [bare, none]);
  expect(writes.map(({ id }) => id.sequence)).toEqual([4]);
  expect(notListed).toEqual(new Map([[originId(branchId(2), 9), 3]]));
});

test('a list that breaks the contract is the fault of the branch, which is named', async () => {
  for (const broken of [
    { ...DEPOSIT, kind: 99 },
    { ...DEPOSIT, writeId: undefined },
  ]) {
    const { bank, fake } = await bankOf([GRANT, broken]);
    const why = `branch 1 at ${fake.address} told its writes in a way that cannot be read: a write has an id and a kind`;
    await expect(bank.writes(ONE)).rejects.toThrow(why);
  }
});

test('a list without an end is given up in time, or when the bank is closed', async () => {
  const { bank, fake } = await bankOf([DEPOSIT]);
  fake.holds = true;
  await expect(bank.writes(ONE, { timeoutMs: 200 })).rejects.toThrow(`branch 1 at ${fake.address} did not answer within 200 ms`);
  const listing = bank.writes(ONE, { timeoutMs: 60_000 });
  bank.close();
  await expect(listing).rejects.toThrow('the bank was closed by its user');
  await expect(bank.writes(ONE)).rejects.toThrow('the bank was closed by its user');
  await expect(bank.writes(branchId(9))).rejects.toThrow('there is no branch 9 among those of this bank (1)');
});
