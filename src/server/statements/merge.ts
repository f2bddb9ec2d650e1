import type { AccountId, OriginId } from '../../domain/ids.js';
import { includesWrite, type VersionVector } from '../../domain/vector.js';
import { isOfCustomer, type LoggedWrite, type RankedWrite, writesOf } from '../../domain/writes.js';
import type { Store } from '../../driver/ports.js';
import { Heap } from '../../std/heap.js';
import { readWriteBatch } from '../../wire/write-batch.js';
import type { AccountIndex } from './account-index.js';
import { inOrder, type Place } from './order.js';
import type { Slices } from './slices.js';

/** Which entries of an account are wanted: those of `vector` that are not in `broughtForward` and come after `last`. */
export interface Wanted {
  readonly account: AccountId;
  readonly vector: VersionVector;
  readonly broughtForward: VersionVector;
  readonly last: Place | undefined;
}

/** A batch that was there cannot be read any more. */
export class Gone extends Error {
  constructor(
    readonly origin: OriginId,
    readonly first: number,
  ) {
    super('a batch is no longer in the log');
  }
}

/** The writes that belong on an account's statement. */
export function isEntryOf(account: AccountId, write: LoggedWrite): boolean {
  return isOfCustomer(write.kind) && (write.account === account || write.to === account);
}

/** Entries of one origin, which come in order as the origin wrote them. */
class Strand {
  private entries: RankedWrite[] = [];
  private at = 0;

  constructor(
    private readonly origin: OriginId,
    private readonly batches: Iterator<number>,
    private readonly wanted: Wanted,
    private readonly store: Store,
  ) {}

  /** The next entry; what `take` returns. */
  get head(): RankedWrite {
    return this.entries[this.at] as RankedWrite;
  }

  take(): RankedWrite {
    return this.entries[this.at++] as RankedWrite;
  }

  /** Reads on until there is a next entry; false if there is none. */
  async ready(slices: Slices): Promise<boolean> {
    while (this.at === this.entries.length) {
      const { value: first, done } = this.batches.next();
      if (done) return false;
      await slices.read(this.read(first));
    }
    return true;
  }

  private read(first: number): number {
    const [bytes] = this.store.read(this.origin, first, first);
    if (!bytes) throw new Gone(this.origin, first);
    const batch = readWriteBatch(bytes);
    const { account, vector, broughtForward, last } = this.wanted;
    this.at = 0;
    this.entries = [];
    for (const write of writesOf(batch)) {
      if (!isEntryOf(account, write) || !includesWrite(vector, write.id) || includesWrite(broughtForward, write.id)) continue;
      if (!last || inOrder(last, write) < 0) this.entries.push(write);
    }
    return batch.kinds.length;
  }
}

/** The first `size` of the entries wanted, and whether there are no more. */
export async function firstEntries(wanted: Wanted, size: number, index: AccountIndex, store: Store, slices: Slices) {
  const { account, vector, broughtForward, last } = wanted;
  const strands = new Heap<Strand>((a, b) => inOrder(a.head, b.head) < 0);
  for (const [origin, through] of vector) {
    const stretch = { behind: broughtForward.get(origin) ?? 0, through, rank: last?.rank ?? 0 };
    const strand = new Strand(origin, index.batchesOf(origin, account, stretch), wanted, store);
    if (await strand.ready(slices)) strands.push(strand);
  }
  const entries: RankedWrite[] = [];
  while (entries.length < size) {
    const strand = strands.pop();
    if (!strand) break;
    entries.push(strand.take());
    if (await strand.ready(slices)) strands.push(strand);
  }
  return { entries, isLast: strands.size === 0 };
}
