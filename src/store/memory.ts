import type { OriginId } from '../domain/ids.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import { assert } from '../std/assert.js';

interface Stored {
  readonly first: number;
  readonly last: number;
  readonly bytes: Uint8Array;
}

/**
 * A log in memory: as durable as its process. For scenarios and tests, where a
 * branch that dies is meant to forget.
 */
export class MemoryStore implements Store {
  private readonly order: Uint8Array[] = [];
  private readonly byOrigin = new Map<OriginId, Stored[]>();

  append(batches: readonly WriteBatch[], done: () => void): void {
    for (const batch of batches) {
      assert(batch.encoded !== undefined, 'a batch is encoded before it is stored');
      const stored = { first: batch.first, last: lastSequence(batch), bytes: batch.encoded };
      const log = this.byOrigin.get(batch.origin);
      // In their order also where an earlier one comes later, as after a repair.
      if (log) log.splice(firstAtOrAfter(log, stored.first), 0, stored);
      else this.byOrigin.set(batch.origin, [stored]);
      this.order.push(batch.encoded);
    }
    // Not within the call, as a disk would not either.
    queueMicrotask(done);
  }

  read(origin: OriginId, first: number, last: number): Uint8Array[] {
    const log = this.byOrigin.get(origin) ?? [];
    const found: Uint8Array[] = [];
    for (let i = firstAtOrAfter(log, first); i < log.length; i++) {
      const stored = log[i] as Stored;
      if (stored.first > last) break;
      found.push(stored.bytes);
    }
    return found;
  }

  begins(origin: OriginId): number | undefined {
    return this.byOrigin.get(origin)?.[0]?.first;
  }

  readAll(): Iterable<Uint8Array> {
    return this.order;
  }

  /** It would save nothing: whoever starts again finds nothing. */
  readonly wantsSnapshot = false;

  keepSnapshot(): void {}

  trust(): void {}

  trim(): void {}

  close(): void {}
}

/** Binary search for the first batch that ends at or after `sequence`. */
function firstAtOrAfter(log: readonly Stored[], sequence: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log[middle] as Stored).last < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}
