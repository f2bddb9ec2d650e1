/**
 * What an account holds after the writes of a vector, and whether that is certain.
 *
 *   balance(account, x) = founded + Σ over origins o of the effects of its writes up to x[o]
 */
import type { AccountId } from '../../domain/ids.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import { type KnownWrites, mayStand } from './known-writes.js';
import { SeriesTable } from './sums.js';
import { NONE, type Tape } from './tape.js';

/** `certain`; or writes that nobody knows the id of may count, too; or anything may. */
export type Certainty = 'certain' | 'unplaced' | 'unaccounted';

export interface Optional {
  readonly row: number;
  readonly effectMinor: bigint;
}

export class Balances {
  /** By account and origin: the indices of known writes that touch the account. */
  readonly touching: SeriesTable;
  private readonly optional = new Map<number, Optional[]>();
  private readonly bounds = new Map<number, { most: bigint; least: bigint }>();
  /** Somewhere a transfer credits an account that nobody told. */
  readonly creditsUnknown: boolean;

  constructor(
    private readonly tape: Tape,
    private readonly writes: KnownWrites,
    private readonly founded: ReadonlyMap<AccountId, bigint>,
    private readonly complete: boolean,
    /** 1 for operations of which a log tells what became of them: a write, or nothing. */
    placed: Uint8Array,
  ) {
    this.touching = new SeriesTable(tape.vectors.origins.values.length);
    let credits = false;
    for (let origin = 0; origin < tape.vectors.origins.values.length; origin++) {
      for (let index = writes.begin(origin); index < writes.end(origin); index++) {
        const kind = writes.kind(index) as WriteKind;
        if (!isOfCustomer(kind)) continue;
        const to = writes.to(index);
        this.touching.add(writes.account(index), origin, index, effectOn(kind) * writes.amount(index));
        if (kind !== WriteKind.transfer) continue;
        if (to === NONE) credits = true;
        else this.touching.add(to, origin, index, writes.amount(index));
      }
    }
    for (let row = 0; row < tape.size; row++) {
      if (!mayStand(tape, row) || tape.writeOrigin.at(row) !== NONE || placed[row] === 1) continue;
      credits ||= this.addOptional(row);
    }
    this.creditsUnknown = credits;
  }

  foundedMinor(account: number): bigint {
    return this.founded.get(this.tape.accounts.at(account)) ?? 0n;
  }

  /** The sum of all known writes of the vector. */
  at(account: number, vector: number): bigint {
    const { vectors } = this.tape;
    let sum = this.foundedMinor(account);
    for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
      const origin = vectors.name(k);
      const series = this.touching.get(account, origin);
      if (series) sum += series.sumBelow(this.writes.upTo(origin, vectors.sequence(k)));
    }
    return sum;
  }

  certainty(account: number, vector: number): Certainty {
    if (this.creditsUnknown) return 'unaccounted';
    const { vectors } = this.tape;
    for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
      if (vectors.sequence(k) <= (this.writes.gapless[vectors.name(k)] as number)) continue;
      if (!this.complete) return 'unaccounted';
      // In a complete history, what no customer was told of is the bank's own, or one of these.
      if (this.optionalOn(account).length > 0) return 'unplaced';
    }
    return 'certain';
  }

  /** How much those operations can have brought at most, and how much they can have taken away, below 0. */
  optionalBounds(account: number): { readonly most: bigint; readonly least: bigint } {
    let bounds = this.bounds.get(account);
    if (!bounds) {
      bounds = { most: 0n, least: 0n };
      for (const { effectMinor } of this.optionalOn(account)) bounds[effectMinor > 0n ? 'most' : 'least'] += effectMinor;
      this.bounds.set(account, bounds);
    }
    return bounds;
  }

  /** Operations on the account that have, or may have, taken effect under an id that nobody told. */
  optionalOn(account: number): readonly Optional[] {
    return this.optional.get(account) ?? [];
  }

  /** Whether there are such operations at all. */
  get hasOptional(): boolean {
    return this.optional.size > 0 || this.creditsUnknown;
  }

  private addOptional(row: number): boolean {
    const { tape } = this;
    const kind = tape.kind(row);
    const minor = BigInt(tape.amount.at(row));
    const to = tape.to.at(row);
    const add = (account: number, effectMinor: bigint) => {
      const known = this.optional.get(account);
      if (known) known.push({ row, effectMinor });
      else this.optional.set(account, [{ row, effectMinor }]);
    };
    if (kind === 'open') return false;
    add(tape.account.at(row), kind === 'deposit' ? minor : -minor);
    if (kind === 'transfer' && to !== NONE) add(to, minor);
    return kind === 'transfer' && to === NONE;
  }
}

function effectOn(kind: number): number {
  if (kind === WriteKind.deposit) return 1;
  return kind === WriteKind.open ? 0 : -1;
}
