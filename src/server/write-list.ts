import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Branch } from '../core/branch.js';
import { includesWrite, type MutableVector, type VersionVector } from '../domain/vector.js';
import { isOfCustomer, type LoggedWrite } from '../domain/writes.js';
import type { Driver } from '../driver/driver.js';
import type { Store } from '../driver/ports.js';
import { packOrigin, packVector } from '../wire/vectors.js';
import { drained } from './drained.js';
import { readLog } from './log-reader.js';
import { Merge } from './statements/merge.js';
import { Slices } from './statements/slices.js';

/** Writes in one message. */
const WRITES_PER_MESSAGE = 500;

export type ListWritesCall = ServerWritableStream<{ customer?: string }, object>;

/**
 * Answers ListWrites from the log: of what the branch has applied and made durable by now, in slices, as
 * fast as the caller reads. Rejects as `Unwanted` if the caller goes away.
 */
export async function listWrites(
  call: ListWritesCall,
  branch: Pick<Branch, 'applied' | 'positionOf'>,
  driver: Pick<Driver, 'look'>,
  store: Store,
  slices = new Slices(() => !call.cancelled),
): Promise<void> {
  const { customer } = call.request;
  const vector: VersionVector = await driver.look(() => new Map(branch.applied));
  const isWanted = (write: LoggedWrite) => includesWrite(vector, write.id) && (!customer || isOf(customer, write));
  const merge = new Merge(isWanted, slices);
  const notListed: MutableVector = new Map();
  let news: object = { vector: packVector(vector), notListed: packVector(notListed) };
  for (const [origin, through] of vector) {
    const missing = (upTo: number) => {
      notListed.set(origin, upTo);
      news = { ...news, notListed: packVector(notListed) };
    };
    await merge.add(readLog(store, origin, { behind: 0, through }, missing));
  }
  do {
    const writes = await merge.take(WRITES_PER_MESSAGE);
    const message = {
      ...news,
      writes: writes.map((write) => ({ ...loggedShape(write), position: branch.positionOf(write.id) })),
    };
    news = {};
    if (!call.write(message)) await drained(call);
  } while (!merge.isOver && !call.cancelled);
  call.end();
}

function isOf(customer: string, { kind, request }: LoggedWrite): boolean {
  return isOfCustomer(kind) && request?.customer === customer;
}

export function idShape({ id }: LoggedWrite): object {
  return { origin: packOrigin(id.origin), sequence: id.sequence };
}

function loggedShape(write: LoggedWrite): object {
  return {
    writeId: idShape(write),
    kind: write.kind,
    account: write.account,
    amountMinor: write.amountMinor,
    customer: write.request?.customer ?? '',
    ...(write.request && write.request.counter > 0
      ? { requestId: { session: write.request.session, counter: write.request.counter } }
      : {}),
  };
}
