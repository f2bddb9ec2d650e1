import { type Client, type MethodDefinition, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import { unpackError } from '../wire/errors.js';
import type { pb } from '../wire/messages.js';
import { formatPageToken } from '../wire/page-token.js';
import { BranchService, TellerService } from '../wire/services.js';
import { packPassbook, parsePassbook } from '../wire/vectors.js';
import type { BranchServer } from './branch-server.js';
import { startServer } from './fixtures.js';

const FOUNDED = 2n ** 60n;
const CONTEXT = { customer: 'ada' };
/** As the contract numbers the guarantees. */
const MONOTONIC_READS = 2;

type Page = InstanceType<typeof pb.ListEntriesResponse>;

let server: BranchServer;
let client: Client;

beforeEach(async () => {
  const founding = { branch: branchId(1), members: [branchId(1)], foundedMinor: [FOUNDED, 5n] };
  ({ server, client } = await startServer(founding, { maxDeadlineMs: 1_000 }));
});
afterEach(async () => {
  client.close();
  await server.close();
});

function call<Response>(method: keyof typeof TellerService & string, request: object): Promise<Response> {
  return ask(TellerService[method] as unknown as MethodDefinition<object, Response>, { context: CONTEXT, ...request });
}

function ask<Request, Response>(method: MethodDefinition<Request, Response>, request: object): Promise<Response> {
  const { path, requestSerialize, responseDeserialize } = method;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request as Request, (error, response) =>
      error ? reject(error) : resolve(response as Response),
    );
  });
}

function passbookOf(read: VersionVector): object {
  return packPassbook({ bankId: 'bank', customer: CONTEXT.customer as CustomerId, written: new Map(), read });
}

function page(account: string, pageToken = ''): Promise<Page> {
  return call('listEntries', { account, pageSize: 2, pageToken });
}

async function refusal(account: string, pageToken: string, context: object = CONTEXT): Promise<ServiceError> {
  const listed = call('listEntries', { account, pageSize: 2, pageToken, context });
  return (await listed.catch((error: unknown) => error)) as ServiceError;
}

test('with what is brought forward, the pages of a listing make up what a query tells', async () => {
  for (const amountMinor of [1, 2, 3]) await call('deposit', { account: '1', amountMinor });
  const first = await page('1');
  await call('withdraw', { account: '1', amountMinor: 9 });
  const second = await page('1', first.nextPageToken);
  expect([first, second].map(({ entries }) => entries.map(({ amountMinor }) => amountMinor))).toEqual([[1, 2], [3]]);
  expect(first).toMatchObject({ broughtForwardCreditsMinor: `${FOUNDED}`, broughtForwardDebitsMinor: '0' });
  expect(second).toMatchObject({ broughtForwardCreditsMinor: '', nextPageToken: '', vector: { sequences: [3] } });
  const now = await page('1');
  expect(await call('query', { account: '1' })).toMatchObject({ creditsMinor: `${FOUNDED + 6n}`, debitsMinor: '9' });
  expect((await page('1', now.nextPageToken)).entries.map(({ amountMinor }) => amountMinor)).toEqual([3, -9]);
});

test('a page token that no branch gave, or one for another account, is refused', async () => {
  for (const amountMinor of [1, 2, 3]) await call('deposit', { account: '1', amountMinor });
  const { nextPageToken } = await page('1');
  const bad: [account: string, pageToken: string, why: string][] = [
    ['1', 'garbage', 'the page token is not one that a branch gave, or not all of it'],
    ['1', '2.CgEBEgEHGgED', 'the page token is not one that a branch gave, or not all of it'],
    ['1', nextPageToken.slice(1), 'the page token is not one that a branch gave, or not all of it'],
    ['2', nextPageToken, 'the page token is of account 1, and the request of account 2'],
  ];
  for (const [account, token, why] of bad) {
    const error = await refusal(account, token);
    expect(error).toMatchObject({ code: status.INVALID_ARGUMENT, details: why });
    expect(unpackError(error)).toMatchObject({ reason: 'INVALID_REQUEST', applied: 'no', details: { field: 'page_token' } });
  }
});

test('a transfer of an account to itself has two lines, so that they add up all the same', async () => {
  await call('transfer', { fromAccount: '1', toAccount: '1', amountMinor: 4 });
  await call('transfer', { fromAccount: '2', toAccount: '1', amountMinor: 5 });
  const listed = await page('1');
  expect(listed.entries.map(({ amountMinor, otherAccount }) => [amountMinor, otherAccount])).toEqual([
    [-4, '1'],
    [4, '1'],
    [5, '2'],
  ]);
  expect(listed).toMatchObject({ broughtForwardCreditsMinor: `${FOUNDED}`, broughtForwardDebitsMinor: '0' });
  expect(await call('query', { account: '1' })).toMatchObject({ creditsMinor: `${FOUNDED + 9n}`, debitsMinor: '4' });
});

test('a later page waits for what the listing shows, and for what the session has seen only if that is wanted', async () => {
  for (const amountMinor of [1, 2, 3]) await call('deposit', { account: '1', amountMinor });
  const { nextPageToken } = await page('1');
  const passbook = passbookOf(new Map([[originId(branchId(2), 7), 1]]));
  const later = (names: number[]) => {
    const context = { ...CONTEXT, passbook, guarantees: { guarantees: names } };
    return call<Page>('listEntries', { account: '1', pageSize: 2, pageToken: nextPageToken, context });
  };
  expect((await later([])).entries).toHaveLength(1);
  const error = (await later([MONOTONIC_READS]).catch((thrown: unknown) => thrown)) as ServiceError;
  expect(unpackError(error)).toMatchObject({ reason: 'SESSION_NOT_SATISFIED' });
});

test('a listing of what the bank has lost is to be begun again, once its holder was told of the loss', async () => {
  client.close();
  await server.close();
  const founding = { branch: branchId(1), members: [branchId(1), branchId(2)], foundedMinor: [9n] };
  ({ server, client } = await startServer(founding));
  const lost = originId(branchId(2), 7);
  await ask(BranchService.retire, { branches: [2], lost: true });
  const vector = new Map([[lost, 5]]);
  const last = { rank: 3, id: { origin: lost, sequence: 3 } };
  const pageToken = formatPageToken({ account: foundedAccount(1), vector, broughtForward: new Map(), last });
  const told = await refusal('1', pageToken, { ...CONTEXT, passbook: passbookOf(vector) });
  expect(unpackError(told)).toMatchObject({ reason: 'WRITES_LOST' });
  // The passbook that comes with it does not name what is lost any more.
  const asked = call('query', { context: { ...CONTEXT, passbook: passbookOf(vector) } });
  const refused = (await asked.catch((error: unknown) => error)) as ServiceError;
  for (const error of [told, refused]) {
    const lowered = parsePassbook(unpackError(error)?.details.passbook as string);
    expect(await call('query', { context: { ...CONTEXT, passbook: packPassbook(lowered) } })).toMatchObject({
      balanceMinor: '9',
    });
  }
  const error = await refusal('1', pageToken);
  expect(error.details).toBe('the listing shows writes that the bank has lost: begin it again');
  expect(unpackError(error)).toMatchObject({ reason: 'INVALID_REQUEST', applied: 'no', details: { field: 'page_token' } });
  expect((await page('1')).entries).toEqual([]);
});

test('listings that are asked for at once are all answered, with what there was when they were', async () => {
  const sizes = await Promise.all(
    [1, 2, 3, 4].map(async (amountMinor) => {
      const [listed] = await Promise.all([
        call<Page>('listEntries', { account: '2' }),
        call('deposit', { account: '2', amountMinor }),
      ]);
      return listed.entries.reduce((sum, entry) => sum + Number(entry.amountMinor), Number(listed.broughtForwardCreditsMinor));
    }),
  );
  expect(sizes.every((sum) => sum >= 5 && sum <= 15)).toBe(true);
  expect((await call<Page>('listEntries', { account: '2' })).entries).toHaveLength(4);
});
