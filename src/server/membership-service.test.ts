import { type Client, type MethodDefinition, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { branchId } from '../domain/ids.js';
import { unpackError } from '../wire/errors.js';
import { BranchService } from '../wire/services.js';
import { decodeSnapshot } from '../wire/snapshot.js';
import type { BranchServer } from './branch-server.js';
import { startServer } from './fixtures.js';
import { DECIDED_BY } from './membership-service.js';

const HOST = '127.0.0.1';
const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];

let server: BranchServer;
let client: Client;

async function start(branch: typeof ONE): Promise<void> {
  const founding = { branch, members: [ONE, TWO], foundedMinor: [100n] };
  ({ server, client } = await startServer(founding, { address: `${HOST}:20001` }));
}

beforeEach(() => start(ONE));
afterEach(async () => {
  client.close();
  await server.close();
});

function ask<Req>({ path, requestSerialize, responseDeserialize }: MethodDefinition<Req, object>, request: object) {
  return new Promise<ServiceError | undefined>((resolve) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request as Req, (error) => resolve(error ?? undefined));
  });
}

interface Part {
  readonly bank?: { readonly members: readonly { branch: number; address: string }[] };
  readonly part: Uint8Array;
}

async function read(request: object): Promise<Part[]> {
  const { path, requestSerialize, responseDeserialize } = BranchService.getSnapshot;
  const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request as never);
  const parts: Part[] = [];
  for await (const part of call) parts.push(part as Part);
  return parts;
}

test('who joins is told to whoever asks, with its address, and is part of what is handed on', async () => {
  expect(await ask(BranchService.join, { branch: 3, address: `${HOST}:20003` })).toBeUndefined();
  // Its answer may have been lost.
  expect(await ask(BranchService.join, { branch: 3, address: `${HOST}:20003` })).toBeUndefined();
  const [facts, ...parts] = await read({});
  expect(facts?.bank).toMatchObject({
    bankId: 'bank',
    foundingMembers: [1, 2],
    foundedMinor: ['100'],
    members: [
      { branch: 1, address: `${HOST}:20001` },
      { branch: 2, address: '' },
      { branch: 3, address: `${HOST}:20003` },
    ],
  });
  const snapshot = decodeSnapshot(Buffer.concat(parts.map(({ part }) => part)));
  expect(snapshot).toMatchObject({ bankId: 'bank', membership: { joined: [{ branch: THREE, address: `${HOST}:20003` }] } });
  expect(await read({ bankOnly: true })).toMatchObject([{ bank: { bankId: 'bank' } }]);
});

test('a refusal says who decides', async () => {
  client.close();
  await server.close();
  await start(TWO);
  const join = await ask(BranchService.join, { branch: 3, address: `${HOST}:20003` });
  expect(join).toMatchObject({ code: status.FAILED_PRECONDITION, details: 'branch 1 decides this; ask it' });
  expect(join?.metadata.get(DECIDED_BY)).toEqual(['1']);
  // If the first one leaves, it is the next.
  const unlikely = await ask(BranchService.retire, { branches: [1, 9] });
  expect(unlikely?.metadata.get(DECIDED_BY)).toEqual(['2']);
});

test('what makes no sense is refused with the field', async () => {
  const refusals: [MethodDefinition<never, object>, object, string][] = [
    [BranchService.join as never, { branch: 0, address: `${HOST}:20003` }, 'branch'],
    [BranchService.join as never, { branch: 3, address: 'somewhere' }, 'address'],
    [BranchService.join as never, { branch: 3, address: `${HOST}:0` }, 'address'],
    [BranchService.retire as never, {}, 'branches'],
    [BranchService.retire as never, { branches: [0] }, 'branches'],
  ];
  for (const [method, request, field] of refusals) {
    const error = await ask(method, request);
    expect(error?.code).toBe(status.INVALID_ARGUMENT);
    expect(unpackError(error as ServiceError)).toMatchObject({ reason: 'INVALID_REQUEST', details: { field } });
  }
});
