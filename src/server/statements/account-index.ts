import type { AccountId, OriginId } from '../../domain/ids.js';
import type { MutableVector, VersionVector } from '../../domain/vector.js';
import type { Store } from '../../driver/ports.js';
import type { PageToken } from '../../wire/page-token.js';
import { readLog } from '../log-reader.js';
import { inOrder } from './order.js';
import { OriginIndex, type Stretch } from './origin-index.js';
import type { RunSize } from './run.js';
import type { Slices } from './slices.js';

/** What an account has taken in and paid out, in minor units. */
export interface Sums {
  readonly credits: bigint;
  readonly debits: bigint;
}

/** Where in the log the entries of each account are: made from the log, as far as somebody asks, and kept in memory. */
export class AccountIndex {
  private readonly origins = new Map<OriginId, OriginIndex>();
  private readonly numbers = new Map<AccountId, number>();

  constructor(
    private readonly store: Store,
    private readonly runSize: RunSize,
  ) {}

  /** Forgets what the log does not have any more. */
  trim(): void {
    for (const [origin, index] of this.origins) index.forgetBefore(this.store.begins(origin) ?? Infinity);
  }

  /** A batch cannot be read, though it should be there. */
  forget(origin: OriginId, first: number): void {
    this.origins.get(origin)?.forgetBefore(first + 1);
  }

  /** Looks at all that the vector includes. */
  async catchUp(vector: VersionVector, slices: Slices): Promise<void> {
    for (const [origin, last] of vector) {
      const index = this.of(origin);
      const reach = { behind: index.through, through: last };
      for (const batch of readLog(this.store, origin, reach, (upTo) => index.skipTo(upTo))) {
        index.add(batch, last);
        await slices.read(batch.kinds.length);
      }
    }
  }

  /** What it has looked at: all of these writes and no others. */
  get vector(): VersionVector {
    return new Map([...this.origins].map(([origin, { through }]) => [origin, through]));
  }

  /** Which writes are not listed, as the log does not reach back to them. */
  notListed(): VersionVector {
    const vector: MutableVector = new Map();
    for (const [origin, { before }] of this.origins) if (before.sequence > 0) vector.set(origin, before.sequence);
    return vector;
  }

  /** What the listed entries of the account add up to. */
  sums(account: AccountId): Sums {
    let [credits, debits] = [0n, 0n];
    for (const index of this.origins.values()) {
      const sums = index.sums(this.numberOf(account));
      credits += sums.credits;
      debits += sums.debits;
    }
    return { credits, debits };
  }

  /** Whether all of a listing that comes after its last page so far can still be listed. */
  reaches({ vector, broughtForward, last }: PageToken): boolean {
    for (const [origin, { before }] of this.origins) {
      const begins = broughtForward.get(origin) ?? 0;
      if (before.sequence <= begins || begins >= (vector.get(origin) ?? 0)) continue;
      // Nobody knows whether any of those is of the account.
      if (inOrder({ rank: before.rank, id: { origin, sequence: before.sequence } }, last) > 0) return false;
    }
    return true;
  }

  /** First writes of the batches of an origin that hold such entries of the account. */
  batchesOf(origin: OriginId, account: AccountId, stretch: Stretch): Generator<number> {
    return this.of(origin).batchesOf(this.numberOf(account), stretch);
  }

  private of(origin: OriginId): OriginIndex {
    let index = this.origins.get(origin);
    if (!index) this.origins.set(origin, (index = new OriginIndex((account) => this.numberOf(account), this.runSize)));
    return index;
  }

  private numberOf(account: AccountId): number {
    let number = this.numbers.get(account);
    if (number === undefined) this.numbers.set(account, (number = this.numbers.size));
    return number;
  }
}
