import type { AccountId, BranchId, CustomerId, OriginId, WriteId } from '../domain/ids.js';
import { openedAccount } from '../domain/ids.js';
import { includesWrite, type MutableVector, type VersionVector } from '../domain/vector.js';
import { type WriteBatch, WriteKind } from '../domain/writes.js';

/** One write of a log, taken out of its batch. */
export interface LoggedWrite {
  readonly id: WriteId;
  readonly kind: WriteKind;
  readonly account: AccountId;
  readonly amount: number;
  /** The account credited by a transfer. */
  readonly to?: AccountId;
  /** The branch that a grant is for. */
  readonly receiver?: BranchId;
  readonly customer?: CustomerId;
  readonly session: number;
  readonly counter: number;
  /**
   * 1 + the number of writes that this one follows, at least: larger than that
   * of any write it depends on, so an order by rank respects causality.
   */
  readonly rank: number;
}

/** The writes of `batches` that `vector` includes. The batches of each origin come in log order. */
export function* logged(batches: Iterable<WriteBatch>, vector: VersionVector): Generator<LoggedWrite> {
  const dependencies = new Map<OriginId, MutableVector>();
  for (const batch of batches) {
    let followed = dependencies.get(batch.origin);
    if (!followed) dependencies.set(batch.origin, (followed = new Map()));
    yield* writesOf(batch, followed, vector);
  }
}

function* writesOf(batch: WriteBatch, followed: MutableVector, vector: VersionVector): Generator<LoggedWrite> {
  let dependency = 0;
  let counterpart = 0;
  let others = sum(followed);
  for (let i = 0; i < batch.kinds.length; i++) {
    for (; batch.dependencyAt[dependency] === i; dependency++) {
      const origin = batch.origins[batch.dependencyOrigin[dependency] as number] as OriginId;
      followed.set(origin, batch.dependencySequence[dependency] as number);
      others = sum(followed);
    }
    const kind = batch.kinds[i] as WriteKind;
    const id = { origin: batch.origin, sequence: batch.first + i };
    const other =
      kind === WriteKind.transfer || kind === WriteKind.grant ? (batch.counterparts[counterpart++] as number) : undefined;
    if (!includesWrite(vector, id)) continue;
    const session = batch.sessions[(batch.sessionIndices[i] as number) - 1];
    yield {
      id,
      kind,
      account: kind === WriteKind.open ? openedAccount(id) : (batch.accounts[batch.accountIndices[i] as number] as AccountId),
      amount: batch.amounts[i] as number,
      ...(kind === WriteKind.transfer ? { to: batch.accounts[other as number] as AccountId } : {}),
      ...(kind === WriteKind.grant ? { receiver: other as BranchId } : {}),
      ...(session ? { customer: session.customer } : {}),
      session: session?.session ?? 0,
      counter: batch.counters[i] as number,
      rank: others + id.sequence,
    };
  }
}

function sum(vector: VersionVector): number {
  let total = 0;
  for (const sequence of vector.values()) total += sequence;
  return total;
}

/** The writes that belong on an account's statement, in the order that all branches agree on. */
export function entriesOf(account: AccountId, writes: Iterable<LoggedWrite>): LoggedWrite[] {
  const entries: LoggedWrite[] = [];
  for (const write of writes) {
    if (write.kind !== WriteKind.grant && (write.account === account || write.to === account)) entries.push(write);
  }
  return entries.sort((a, b) => a.rank - b.rank || a.id.origin - b.id.origin || a.id.sequence - b.id.sequence);
}
