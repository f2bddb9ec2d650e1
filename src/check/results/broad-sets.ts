/**
 * Optional writes that are too many to try every set. What is said here is still
 * certain, in both directions, but some things are not said:
 *
 * - a read is *impossible* where no set at all adds up to its rest;
 * - two reads in a row *contradict* each other where no set adds up to the
 *   difference of their rests: S1 ⊆ S2 makes S2 ∖ S1 such a set;
 * - reads together contradict each other where they rise by more than all that adds,
 *   or fall by more than all that takes away: the sets S2 ∖ S1, S3 ∖ S2, … share no
 *   write, and each rises by no more than what in it adds;
 * - reads *fit* where such a chain was found, by giving each difference the first
 *   disjoint set that can be had. Where none can, another choice before might have
 *   helped: unknown.
 */
import type { Effort } from './effort.js';
import type { Kind, OptionalSets } from './optional-writes.js';
import { SubsetSums } from './subset-sums.js';

export class BroadSets implements OptionalSets {
  private readonly available: bigint[] = [];
  /** Of all that is available; made when it is asked for, and anew when there is more. */
  private sums: { readonly of: number; readonly sums: SubsetSums | undefined } | undefined;
  private last = 0n;
  /** What no read before needs; undefined once the chain is lost. */
  private pool: bigint[] | undefined = [];
  private risen = 0n;
  private fallen = 0n;
  private least = 0n;
  private most = 0n;

  constructor(
    kinds: readonly Kind[],
    private readonly effort: Effort,
  ) {
    for (const { effectMinor, others } of kinds) for (let count = 0; count < others; count++) this.offer(effectMinor);
  }

  offer(effectMinor: bigint): void {
    this.available.push(effectMinor);
    this.pool?.push(effectMinor);
    if (effectMinor < 0n) this.least += effectMinor;
    else this.most += effectMinor;
  }

  fits(rest: bigint, effort = this.effort): boolean | undefined {
    if (rest < this.least || rest > this.most) return false;
    return this.allSums()?.has(rest, effort);
  }

  follow(rest: bigint): 'fits' | 'lost' | 'unknown' {
    const difference = rest - this.last;
    if (this.outOfReach(difference)) {
      this.beginAnew(rest);
      return 'lost';
    }
    this.last = rest;
    if (this.pool && difference !== 0n) this.pool = this.without(this.pool, difference);
    return this.pool ? 'fits' : 'unknown';
  }

  contradicts(earlier: bigint, later: bigint): boolean {
    return this.allSums()?.has(later - earlier, this.effort) === false;
  }

  bounds(): { least: bigint; most: bigint } {
    return { least: this.least, most: this.most };
  }

  private outOfReach(difference: bigint): boolean {
    if (difference > 0n) this.risen += difference;
    else this.fallen -= difference;
    return this.risen > this.most || this.fallen > -this.least || this.allSums()?.has(difference, this.effort) === false;
  }

  private beginAnew(rest: bigint): void {
    this.last = rest;
    this.risen = rest > 0n ? rest : 0n;
    this.fallen = rest < 0n ? -rest : 0n;
    this.pool = this.without(this.available, rest);
  }

  private allSums(): SubsetSums | undefined {
    const { length } = this.available;
    if (this.sums?.of !== length) this.sums = { of: length, sums: SubsetSums.of(this.available, this.effort) };
    return this.sums.sums;
  }

  /** The pool without a set that adds up to the difference; undefined where none was found. */
  private without(pool: readonly bigint[], difference: bigint): bigint[] | undefined {
    // One write at a time is what most reads see of the others, and cheap to find.
    const single = pool.indexOf(difference);
    const picked = single >= 0 ? [single] : SubsetSums.of(pool, this.effort)?.pick(difference, this.effort);
    if (!picked) return undefined;
    const gone = new Set(picked);
    return pool.filter((_, index) => !gone.has(index));
  }
}
