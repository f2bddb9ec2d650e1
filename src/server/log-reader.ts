import type { AccountId, OriginId } from '../domain/ids.js';
import { includesWrite, joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { isOfCustomer, type LoggedWrite, type WriteBatch, writesOf } from '../domain/writes.js';

export interface RankedWrite extends LoggedWrite {
  /**
   * 1 + the number of writes that this one follows, at least: larger than that
   * of any write it depends on, so an order by rank respects causality.
   */
  readonly rank: number;
}

/** The writes of `batches` that `vector` includes. The batches of each origin come in log order. */
export function* logged(batches: Iterable<WriteBatch>, vector: VersionVector): Generator<RankedWrite> {
  const followed = new Map<OriginId, MutableVector>();
  for (const batch of batches) {
    let others = followed.get(batch.origin);
    if (!others) followed.set(batch.origin, (others = new Map()));
    let rank = sum(others);
    for (const write of writesOf(batch)) {
      if (write.follows.size > 0) {
        joinInto(others, write.follows);
        rank = sum(others);
      }
      if (includesWrite(vector, write.id)) yield { ...write, rank: rank + write.id.sequence };
    }
  }
}

function sum(vector: VersionVector): number {
  let total = 0;
  for (const sequence of vector.values()) total += sequence;
  return total;
}

/** The writes that belong on an account's statement, in the order that all branches agree on. */
export function entriesOf(account: AccountId, writes: Iterable<RankedWrite>): RankedWrite[] {
  const entries: RankedWrite[] = [];
  for (const write of writes) {
    if (isOfCustomer(write.kind) && (write.account === account || write.to === account)) entries.push(write);
  }
  return entries.sort((a, b) => a.rank - b.rank || a.id.origin - b.id.origin || a.id.sequence - b.id.sequence);
}
