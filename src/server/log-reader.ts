import type { OriginId } from '../domain/ids.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import { readWriteBatch } from '../wire/write-batch.js';

/** Writes of which the store is asked at a time: it gives their batches at once. */
const WRITES_ASKED_FOR = 500;

/** Which writes of an origin are wanted. */
export interface Reach {
  readonly behind: number;
  readonly through: number;
}

/**
 * The batches that hold any such write, in order. The log may grow and be made
 * shorter while they are read; where it does not have writes, `missing` is told
 * up to which, before the batch that follows.
 */
export function* readLog(
  store: Store,
  origin: OriginId,
  { behind, through }: Reach,
  missing: (upTo: number) => void,
): Generator<WriteBatch> {
  let last = behind;
  const skipTo = (sequence: number) => {
    if (sequence > last) missing((last = sequence));
  };
  while (last < through) {
    skipTo(Math.min((store.begins(origin) ?? Infinity) - 1, through));
    const end = Math.min(last + WRITES_ASKED_FOR, through);
    for (const bytes of last < end ? store.read(origin, last + 1, end) : []) {
      const batch = readWriteBatch(bytes);
      // After a repair the log may have it twice.
      if (lastSequence(batch) <= last) continue;
      skipTo(batch.first - 1);
      yield batch;
      last = lastSequence(batch);
    }
    skipTo(end);
  }
}
