import { status } from '@grpc/grpc-js';
import { afterEach, expect, test } from 'vitest';
import { branchId, originId } from '../domain/ids.js';
import { WriteKind } from '../domain/writes.js';
import { packError } from '../wire/errors.js';
import { Bank } from './bank.js';
import type { Entry } from './entries.js';
import { ACCOUNT, FakeBranch, freePort } from './fixtures.js';
import { RefusedError } from './reply.js';
import type { Session } from './session.js';

const ORIGIN = { branch: 2, nonce: 9 };
const TWO = branchId(2);
const KINDS = [WriteKind.open, WriteKind.deposit, WriteKind.withdraw, WriteKind.transfer, WriteKind.deposit];
const LISTED = KINDS.map((kind, i) => ({
  writeId: { origin: ORIGIN, sequence: i + 1 },
  kind,
  amountMinor: [0, 500, -200, -100, 50][i],
  ...(kind === WriteKind.transfer ? { otherAccount: '2' } : {}),
  customer: 'ada',
}));

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function startFake(branch: number): Promise<FakeBranch> {
  const fake = await FakeBranch.start(branch);
  fake.entries = LISTED;
  open.push({ close: () => fake.crash() });
  return fake;
}

function bankAt(branches: Record<number, string>): Bank {
  const bank = new Bank({ branches });
  open.push(bank);
  return bank;
}

async function all(session: Session, more: object = {}): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of session.entries({ account: ACCOUNT, ...more })) entries.push(entry);
  return entries;
}

test('the entries of an account come page by page, signed and in order', async () => {
  const fake = await startFake(1);
  const session = bankAt({ 1: fake.address }).session({ customer: 'ada' });
  const entries = await all(session, { pageSize: 2 });
  const origin = originId(TWO, 9);
  expect(entries.map(({ kind, amountMinor, otherAccount }) => [kind, amountMinor, otherAccount])).toEqual([
    ['open', 0n, undefined],
    ['deposit', 500n, undefined],
    ['withdraw', -200n, undefined],
    ['transfer', -100n, '2'],
    ['deposit', 50n, undefined],
  ]);
  expect(entries[1]).toEqual({ id: { origin, sequence: 2 }, kind: 'deposit', amountMinor: 500n, customer: 'ada' });
  expect(fake.listings.map(({ pageToken, pageSize }) => [pageToken, pageSize])).toEqual([
    ['', 2],
    ['2', 2],
    ['4', 2],
  ]);
});

test('what is not listed is told as sums, with the first page and without another call', async () => {
  const fake = await startFake(1);
  const session = bankAt({ 1: fake.address }).session({ customer: 'ada' });
  expect(await session.entries({ account: ACCOUNT }).broughtForward()).toEqual({ credits: 0n, debits: 0n });
  fake.broughtForward = { broughtForwardCreditsMinor: `${2n ** 70n}`, broughtForwardDebitsMinor: '7' };
  const entries = session.entries({ account: ACCOUNT });
  await entries.next();
  expect(await entries.broughtForward()).toEqual({ credits: 2n ** 70n, debits: 7n });
  for await (const entry of entries) expect(entry.customer).toBe('ada');
  expect(fake.listings.map(({ pageToken }) => pageToken)).toEqual(['', '', '2', '4']);
  fake.broughtForward = { broughtForwardCreditsMinor: '-1' };
  await expect(session.entries({ account: ACCOUNT, timeoutMs: 100 }).broughtForward()).rejects.toThrow(
    '"-1" is not a sum of money',
  );
});

test('whoever goes through the same entries once more gets all of them, with what happened since', async () => {
  const fake = await startFake(1);
  const entries = bankAt({ 1: fake.address }).session({ customer: 'ada' }).entries({ account: ACCOUNT });
  const kinds = async () => {
    const found: string[] = [];
    for await (const { kind } of entries) found.push(kind);
    return found;
  };
  const all = ['open', 'deposit', 'withdraw', 'transfer', 'deposit'];
  expect(await kinds()).toEqual(all);
  fake.entries = [...LISTED, LISTED[1] as (typeof LISTED)[0]];
  fake.broughtForward = { broughtForwardCreditsMinor: '7', broughtForwardDebitsMinor: '0' };
  expect(await kinds()).toEqual([...all, 'deposit']);
  expect(await entries.broughtForward()).toEqual({ credits: 7n, debits: 0n });
  for await (const { kind } of entries) if (kind === 'deposit') break;
  expect(await kinds(), 'also after one that was broken off').toHaveLength(6);
  expect(
    (await Promise.all([kinds(), kinds()])).map(({ length }) => length),
    'side by side',
  ).toEqual([6, 6]);
});

test('a listing shows the passbook, and what it showed counts as read', async () => {
  const fake = await startFake(1);
  const session = bankAt({ 1: fake.address }).session({ customer: 'ada' });
  // Not waited for: a listing comes after what its session asked before.
  const deposit = session.deposit({ account: ACCOUNT, amountMinor: 1 });
  await all(session);
  await deposit;
  expect(fake.listings[0]?.context).toMatchObject({
    customer: 'ada',
    passbook: { bankId: 'bank', branches: [1], written: [1] },
    guarantees: { guarantees: [1, 2, 3, 4] },
  });
  expect(session.passbook.read).toEqual(new Map([[fake.origin, 1]]));
  await all(session, { guarantees: ['monotonic-reads'] });
  expect(fake.listings.at(-1)?.context?.guarantees?.guarantees).toEqual([2]);
});

test('a page can come from another branch than the one before', async () => {
  const [one, two] = [await startFake(1), await startFake(2)];
  const session = bankAt({ 1: one.address, 2: two.address }).session({ customer: 'ada' });
  const entries = session.entries({ account: ACCOUNT });
  await entries.next();
  one.crash();
  await entries.next();
  expect(await entries.next()).toMatchObject({ value: { kind: 'withdraw' } });
  expect(two.listings).toMatchObject([{ pageToken: '2' }]);
  expect(session.branch).toBe(TWO);
});

test('what the branch refuses is thrown, as it was refused', async () => {
  const fake = await startFake(1);
  const { code, details, metadata } = packError({
    kind: 'refused',
    reason: 'ACCOUNT_NOT_FOUND',
    applied: 'no',
    message: 'branch 1 knows no account 7',
    details: { account: '7' },
  });
  fake.listingError = { code, details, metadata };
  const listing = all(bankAt({ 1: fake.address }).session({ customer: 'ada' }));
  const error = (await listing.catch((thrown: unknown) => thrown)) as RefusedError;
  expect(error).toBeInstanceOf(RefusedError);
  expect(error).toMatchObject({
    message: 'ACCOUNT_NOT_FOUND: branch 1 knows no account 7',
    refusal: { reason: 'ACCOUNT_NOT_FOUND', details: { account: '7' }, branch: 1 },
  });
});

test('a branch that does not know listings is not asked again', async () => {
  const fake = await startFake(1);
  fake.listingError = { code: status.UNIMPLEMENTED, details: 'no such method' };
  const session = bankAt({ 1: fake.address }).session({ customer: 'ada' });
  await expect(all(session)).rejects.toThrow(`branch 1 at ${fake.address} cannot tell its entries: no such method`);
  expect(fake.listings).toHaveLength(1);
});

test('nobody is there, or the bank is closed meanwhile', async () => {
  const dead = bankAt({ 1: `127.0.0.1:${await freePort()}` }).session({ customer: 'ada' });
  await expect(all(dead, { timeoutMs: 60 })).rejects.toThrow('cannot be reached: no connection within 60 ms');
  const fake = await startFake(1);
  fake.holds = true;
  const bank = bankAt({ 1: fake.address });
  const listing = all(bank.session({ customer: 'ada' }));
  const closed = expect(listing).rejects.toThrow('the bank was closed by its user');
  bank.close();
  await closed;
});

test.each([0, -1, 1.5, 1001, Number.NaN, '10' as never])(
  'a page of %s entries is refused and not asked for',
  async (pageSize) => {
    const fake = await startFake(1);
    const entries = bankAt({ 1: fake.address }).session({ customer: 'ada' }).entries({ account: ACCOUNT, pageSize });
    await expect(entries.next()).rejects.toMatchObject({
      refusal: { reason: 'INVALID_REQUEST', details: { field: 'pageSize' } },
    });
    expect(fake.listings).toEqual([]);
  },
);
