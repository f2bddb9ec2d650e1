import { type Client, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { branchId } from '../domain/ids.js';
import { unpackError } from '../wire/errors.js';
import type { pb } from '../wire/messages.js';
import { TellerService } from '../wire/services.js';
import type { BranchServer } from './branch-server.js';
import { startServer } from './fixtures.js';

const FOUNDED = 2n ** 60n;
const CONTEXT = { customer: 'ada' };

type Page = InstanceType<typeof pb.ListEntriesResponse>;

let server: BranchServer;
let client: Client;

beforeEach(async () => {
  const founding = { branch: branchId(1), members: [branchId(1)], foundedMinor: [FOUNDED, 5n] };
  ({ server, client } = await startServer(founding, { maxDeadlineMs: 10_000 }));
});
afterEach(async () => {
  client.close();
  await server.close();
});

function call<Response>(method: 'deposit' | 'withdraw' | 'query' | 'listEntries', request: object): Promise<Response> {
  const { path, requestSerialize, responseDeserialize } = TellerService[method];
  const serialize = requestSerialize as (request: object) => Buffer;
  const deserialize = responseDeserialize as (bytes: Buffer) => Response;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, serialize, deserialize, { context: CONTEXT, ...request }, (error, response) =>
      error ? reject(error) : resolve(response as Response),
    );
  });
}

function page(account: string, pageToken = ''): Promise<Page> {
  return call('listEntries', { account, pageSize: 2, pageToken });
}

async function refusal(account: string, pageToken: string): Promise<ServiceError> {
  return (await page(account, pageToken).catch((error: unknown) => error)) as ServiceError;
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
    expect(unpackError(error)).toEqual({ reason: 'INVALID_REQUEST', applied: 'no', details: { field: 'page_token' } });
  }
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
