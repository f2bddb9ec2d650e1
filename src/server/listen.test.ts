import { type Client, Server, ServerCredentials } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { branchId } from '../domain/ids.js';
import { silenceLibrary } from '../wire/library-log.js';
import { type BranchServer, ListenError, PortTakenError } from './branch-server.js';
import { startServer } from './fixtures.js';

let server: BranchServer;
let client: Client;

beforeEach(async () => {
  silenceLibrary();
  ({ server, client } = await startServer({ branch: branchId(1), members: [branchId(1)], foundedMinor: [] }));
});
afterEach(async () => {
  client.close();
  await server.close();
});

test('only a port that another program has is called taken', async () => {
  const other = new Server();
  const port = await new Promise<number>((resolve) =>
    other.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_, bound) => resolve(bound)),
  );
  const taken = new PortTakenError(`port ${port} is taken by another program`);
  await expect(server.listen('127.0.0.1', port)).rejects.toThrow(taken);
  other.forceShutdown();
  // Reserved for documentation: no machine has it.
  const elsewhere = await server.listen('192.0.2.1', 0).catch((error: Error) => error);
  expect(elsewhere).toEqual(new ListenError('192.0.2.1 is no address of this machine'));
});

test('a host that has no address is named', async () => {
  // Reserved, so that no name ends so.
  const nowhere = await server.listen('nohost.invalid', 0).catch((error: Error) => error);
  expect(nowhere).toEqual(new ListenError('the name nohost.invalid cannot be resolved to an address'));
});
