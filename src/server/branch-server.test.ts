import { type Client, type ClientDuplexStream, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { branchId, type CustomerId, originId } from '../domain/ids.js';
import { unpackError } from '../wire/errors.js';
import type { BatchRequestShape, BatchResponse } from '../wire/messages.js';
import { BranchService, TellerService } from '../wire/services.js';
import { decodeSnapshot } from '../wire/snapshot.js';
import { packPassbook } from '../wire/vectors.js';
import type { BranchServer } from './branch-server.js';
import { startServer } from './fixtures.js';

const MIB = 2 ** 20;
/** Names a write that nobody has. */
const AHEAD = packPassbook({
  bankId: 'bank',
  customer: 'ada' as CustomerId,
  written: new Map([[originId(branchId(2), 7), 1]]),
  read: new Map(),
});

let server: BranchServer;
let client: Client;

beforeEach(async () => {
  ({ server, client } = await startServer({ branch: branchId(1), members: [branchId(1)], foundedMinor: [100n] }));
});
afterEach(async () => {
  client.close();
  await server.close();
});

type Method = 'query' | 'open' | 'deposit' | 'listEntries';

/** Its deadline is an hour away. */
function call(method: Method, request: object): Promise<object> {
  const { path, requestSerialize, responseDeserialize } = TellerService[method];
  const serialize = requestSerialize as (request: object) => Buffer;
  const deserialize = responseDeserialize as (bytes: Buffer) => object;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, serialize, deserialize, request, { deadline: Date.now() + 3_600_000 }, (error, response) =>
      error ? reject(error) : resolve(response as object),
    );
  });
}

/** The error with which a call is answered. */
async function refusal(method: Method, request: object): Promise<ServiceError> {
  const error = await call(method, request).catch((thrown: ServiceError) => thrown);
  expect(error).toBeInstanceOf(Error);
  return error as ServiceError;
}

function stream(): ClientDuplexStream<BatchRequestShape, BatchResponse> {
  const { path, requestSerialize, responseDeserialize } = TellerService.batch;
  const call = client.makeBidiStreamRequest(path, requestSerialize as (batch: BatchRequestShape) => Buffer, responseDeserialize);
  return call;
}

test('a request that waits is refused when the time is up that the branch allows, whatever its deadline', async () => {
  const context = { customer: 'ada', passbook: AHEAD };
  for (const method of ['query', 'listEntries'] as const)
    expect(unpackError(await refusal(method, { context }))).toMatchObject({ reason: 'SESSION_NOT_SATISFIED', applied: 'no' });
});

test('so is an operation of a stream', async () => {
  const call = stream();
  call.write({
    sessions: [{ customer: 'ada', session: 1 }],
    accounts: ['1'],
    kinds: [1],
    sessionNumbers: [0],
    accountNumbers: [0],
    counters: [1],
    timeoutsMs: [3_600_000],
    guaranteeBits: [15],
    passbooks: [{ at: 0, passbook: AHEAD }],
  });
  const [refused] = await new Promise<BatchResponse['refusals']>((resolve) => {
    call.on('data', ({ refusals }: BatchResponse) => refusals.length > 0 && resolve(refusals));
  });
  expect(refused?.message).toMatch(/still lacks write/);
  call.end();
});

test('a call that is too large is refused with what to do about it, although the port takes larger messages', async () => {
  for (const size of [MIB + 1, 7 * MIB]) {
    const error = await refusal('open', { context: { customer: 'ada' }, label: 'x'.repeat(size) });
    expect(error.code).toBe(status.RESOURCE_EXHAUSTED);
    expect(error.details).toMatch(/more than a branch takes from a customer, which is 1048576; send fewer operations at a time/);
    expect(unpackError(error)).toMatchObject({ reason: 'MESSAGE_TOO_LARGE', applied: 'no', details: { most_bytes: '1048576' } });
  }
  expect(unpackError(await refusal('listEntries', { pageToken: 'x'.repeat(MIB) }))).toMatchObject({
    reason: 'MESSAGE_TOO_LARGE',
  });
  // A little less is looked at.
  expect(unpackError(await refusal('open', { context: { customer: 'ada' }, label: 'x'.repeat(MIB - 100) }))).toMatchObject({
    reason: 'INVALID_REQUEST',
  });
});

test('a batch that is too large ends its stream in the same way', async () => {
  const call = stream();
  const ended = new Promise<ServiceError>((resolve) => call.on('error', resolve));
  call.on('data', () => {});
  call.write({ accounts: ['x'.repeat(MIB + 1)] });
  const error = await ended;
  expect(error.code).toBe(status.RESOURCE_EXHAUSTED);
  expect(unpackError(error)).toMatchObject({ reason: 'MESSAGE_TOO_LARGE', applied: 'no' });
});

test('a query may want money at hand, and is answered also where the bank has less', async () => {
  const context = { customer: 'ada' };
  expect(await call('query', { context, wantAvailableMinor: 1000 })).toMatchObject({
    balanceMinor: '100',
    availableMinor: '100',
  });
  const error = await refusal('query', { context, wantAvailableMinor: 2 ** 53 });
  expect(unpackError(error)).toMatchObject({ reason: 'INVALID_REQUEST', details: { field: 'want_available_minor' } });
});

test('sessions that write are remembered, and those that only ask are not', async () => {
  const named = (customer: string) => ({ customer, requestId: { session: 5, counter: 1, settledBelow: 1 } });
  await call('query', { context: named('ada') });
  await call('deposit', { context: { customer: 'ada' }, account: '1', amountMinor: 1 });
  await call('deposit', { context: named('bob'), account: '1', amountMinor: 1 });
  const batches = stream();
  const rows = { accounts: ['1'], sessionNumbers: [0, 1, 1], accountNumbers: [0], timeoutsMs: [1000], guaranteeBits: [15] };
  const sessions = ['cid', 'dan'].map((customer) => ({ customer, session: 6 }));
  let answered = 0;
  const all = new Promise<void>((resolve) => {
    batches.on('data', ({ operations }: BatchResponse) => {
      answered += operations.length;
      if (answered === 3) resolve();
    });
  });
  batches.write({ ...rows, sessions, kinds: [1, 1, 2], amountsMinor: [0, 0, 5], counters: [1, 1, 2] });
  await all;
  batches.end();
  const snapshot = decodeSnapshot(await readSnapshot());
  expect(snapshot.sessions.map(({ customer, session }) => [customer, session])).toEqual([
    ['bob', 5],
    ['dan', 6],
  ]);
});

async function readSnapshot(): Promise<Uint8Array> {
  const { path, requestSerialize, responseDeserialize } = BranchService.getSnapshot;
  const parts: Uint8Array[] = [];
  for await (const { part } of client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, {} as never))
    parts.push(part);
  return Buffer.concat(parts);
}

test('a write of a session that is not counted is refused, as it could not be repeated', async () => {
  const context = { customer: 'ada', requestId: { session: 5, counter: 0 } };
  const error = await refusal('deposit', { context, account: '1', amountMinor: 1 });
  expect(unpackError(error)).toMatchObject({ reason: 'INVALID_REQUEST', details: { field: 'context.request_id.counter' } });
});
