import type { AccountId, OriginId } from '../../domain/ids.js';
import { includesWrite, type VersionVector } from '../../domain/vector.js';
import { isOfCustomer, type LoggedWrite, type RankedWrite, type WriteBatch, writesOf } from '../../domain/writes.js';
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

/** Writes of one origin, which come in order as the origin made them. */
class Strand {
  private writes: RankedWrite[] = [];
  private at = 0;

  constructor(
    private readonly batches: Iterator<WriteBatch>,
    private readonly isWanted: (write: RankedWrite) => boolean,
  ) {}

  /** The next write; what `take` returns. */
  get head(): RankedWrite {
    return this.writes[this.at] as RankedWrite;
  }

  take(): RankedWrite {
    return this.writes[this.at++] as RankedWrite;
  }

  /** Reads on until there is a next write; false if there is none. */
  async ready(slices: Slices): Promise<boolean> {
    while (this.at === this.writes.length) {
      const { value: batch, done } = this.batches.next();
      if (done) return false;
      this.at = 0;
      this.writes = [...writesOf(batch)].filter(this.isWanted);
      await slices.read(batch.kinds.length);
    }
    return true;
  }
}

/** Writes of several origins in the one order that all branches agree on. */
export class Merge {
  private readonly strands = new Heap<Strand>((a, b) => inOrder(a.head, b.head) < 0);

  constructor(
    private readonly isWanted: (write: RankedWrite) => boolean,
    private readonly slices: Slices,
  ) {}

  /** Whether all were taken. */
  get isOver(): boolean {
    return this.strands.size === 0;
  }

  /** Adds an origin, before anything is taken; its batches come in order. */
  async add(batches: Iterator<WriteBatch>): Promise<void> {
    const strand = new Strand(batches, this.isWanted);
    if (await strand.ready(this.slices)) this.strands.push(strand);
  }

  /** The next writes, so many or all that are left. */
  async take(count: number): Promise<RankedWrite[]> {
    const writes: RankedWrite[] = [];
    while (writes.length < count) {
      const strand = this.strands.pop();
      if (!strand) break;
      writes.push(strand.take());
      if (await strand.ready(this.slices)) this.strands.push(strand);
    }
    return writes;
  }
}

/** The first `size` of the entries wanted, and whether there are no more. */
export async function firstEntries(wanted: Wanted, size: number, index: AccountIndex, store: Store, slices: Slices) {
  const { account, vector, broughtForward, last } = wanted;
  const isListed = ({ id }: RankedWrite) => includesWrite(vector, id) && !includesWrite(broughtForward, id);
  const merge = new Merge((write) => isEntryOf(account, write) && isListed(write) && (!last || inOrder(last, write) < 0), slices);
  for (const [origin, through] of vector) {
    const stretch = { behind: broughtForward.get(origin) ?? 0, through, rank: last?.rank ?? 0 };
    await merge.add(batchesAt(index.batchesOf(origin, account, stretch), origin, store));
  }
  return { entries: await merge.take(size), isLast: merge.isOver };
}

function* batchesAt(firsts: Iterable<number>, origin: OriginId, store: Store): Generator<WriteBatch> {
  for (const first of firsts) {
    const [bytes] = store.read(origin, first, first);
    if (!bytes) throw new Gone(origin, first);
    yield readWriteBatch(bytes);
  }
}
