/** A branch server for tests: in memory, on a free port of this machine, with a client. */
import { Client, credentials } from '@grpc/grpc-js';
import { BranchServer, type BranchServerConfig } from './branch-server.js';
import { type Founding, openInMemory } from './open-branch.js';

const HOST = '127.0.0.1';

export async function startServer(
  founding: Omit<Founding, 'bankId'>,
  more: Partial<BranchServerConfig> = {},
): Promise<{ server: BranchServer; client: Client }> {
  const server = new BranchServer({
    opened: openInMemory({ ...founding, bankId: 'bank' }),
    patienceMs: 100,
    maxParked: 100,
    observe: false,
    maxDeadlineMs: 100,
    slowness: { delayMs: 0, jitterMs: 0 },
    onNote: () => {},
    onFailure: unexpected,
    onBadMessage: (_, error) => unexpected(error),
    onStranger: (_, sentence) => unexpected(new Error(sentence)),
    ...more,
  });
  const client = new Client(`${HOST}:${await server.listen(HOST, 0)}`, credentials.createInsecure());
  return { server, client };
}

/** Of a branch that stops, or hears what it cannot read: no test here means to see that. */
function unexpected(error: Error): never {
  throw error;
}
