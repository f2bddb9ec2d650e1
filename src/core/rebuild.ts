import type { CustomerId, OriginId } from '../domain/ids.js';
import { joinInto, type MutableVector, missing } from '../domain/vector.js';
import { type LoggedWrite, type WriteBatch, writesOf } from '../domain/writes.js';
import { assert } from '../std/assert.js';
import type { Allowances } from './allowances.js';
import type { LogWriter } from './log-writer.js';
import { operationOf, type SessionRecord, writtenAs } from './once.js';
import type { Peers } from './peers.js';
import type { Replica } from './replica.js';

/** The parts of a branch that a log tells about. */
export interface Rebuilt {
  readonly origin: OriginId;
  readonly replica: Replica;
  readonly log: LogWriter;
  readonly peers: Peers;
  readonly allowances: Allowances;
  session(customer: CustomerId, session: number): SessionRecord;
}

/**
 * Brings a new branch to where its log ends. What is not in the log is gone, and
 * nobody has seen it, as nothing leaves before it is durable: its sequences are
 * used again.
 */
export function rebuild(batches: Iterable<WriteBatch>, branch: Rebuilt): void {
  const { origin, replica, log, peers } = branch;
  assert(replica.received.size === 0 && log.last === 0, 'a branch is rebuilt before it does anything');
  const followed: MutableVector = new Map();
  for (const batch of batches) {
    assert(replica.receive(batch) === 'new', 'a log has every batch once, those of an origin in order');
    replica.applyPending();
    if (batch.origin === origin) for (const write of writesOf(batch)) remember(write, followed, branch);
  }
  const last = replica.received.get(origin) ?? 0;
  assert((replica.applied.get(origin) ?? 0) === last, 'an own write is logged after all that it follows');
  log.resumeAfter(last);
  for (const [other, sequence] of missing(followed, replica.applied)) if (other !== origin) log.dependsOn(other, sequence);
  peers.restored(last);
}

/** An own write: a retry of its request is told of it, and what it granted is not granted again. */
function remember(write: LoggedWrite, followed: MutableVector, { allowances, session }: Rebuilt): void {
  joinInto(followed, write.follows);
  const { id, request, receiver } = write;
  if (receiver !== undefined) allowances.granted(write.account, receiver, id.sequence);
  if (!request || request.counter === 0) return;
  const view = { origin: id.origin, own: id.sequence, others: new Map(followed) };
  session(request.customer, request.session).restore(request.counter, operationOf(write), writtenAs(write.kind, view));
}
