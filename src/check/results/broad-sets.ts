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
import { magnitude, SubsetSums } from './subset-sums.js';

/** How many writes there are of each effect; none with a count of 0. */
type Pool = Map<bigint, number>;

export class BroadSets implements OptionalSets {
  private readonly available: Pool = new Map();
  /** Of all that is available; made when it is asked for, and anew when there is more. */
  private sums: SubsetSums | 'too many' | 'not made' = 'not made';
  private last = 0n;
  /** What no read before needs; undefined once the chain is lost. */
  private pool: Pool | undefined = new Map();
  private risen = 0n;
  private fallen = 0n;
  private least = 0n;
  private most = 0n;

  constructor(
    kinds: readonly Kind[],
    private readonly effort: Effort,
  ) {
    // Large ones first: sums are then made of few, and the small ones, which fit anywhere, are left.
    const sorted = [...kinds].sort((a, b) => Number(magnitude(b.effectMinor) - magnitude(a.effectMinor)));
    for (const { effectMinor, others } of sorted) this.add(effectMinor, others);
  }

  offer(effectMinor: bigint): void {
    this.add(effectMinor, 1);
  }

  fits(rest: bigint, effort: Effort): boolean | undefined {
    if (rest < this.least || rest > this.most) return false;
    return this.allSums()?.has(rest, effort);
  }

  follow(rest: bigint): 'fits' | 'impossible' | 'lost' | 'unknown' {
    const difference = rest - this.last;
    // A chain that is found settles it, and costs less than to know all sums.
    const found = this.pool && this.take(this.pool, difference);
    if (!found && this.fits(rest, this.effort) === false) return 'impossible';
    this.last = rest;
    if (difference > 0n) this.risen += difference;
    else this.fallen -= difference;
    if (found) return 'fits';
    this.pool = undefined;
    if (!this.outOfReach(difference)) return 'unknown';
    this.beginAnew(rest);
    return 'lost';
  }

  contradicts(earlier: bigint, later: bigint, effort: Effort): boolean {
    return this.allSums()?.has(later - earlier, effort) === false;
  }

  bounds(): { least: bigint; most: bigint } {
    return { least: this.least, most: this.most };
  }

  private add(effectMinor: bigint, count: number): void {
    if (count === 0) return;
    for (const pool of [this.available, this.pool]) pool?.set(effectMinor, (pool.get(effectMinor) ?? 0) + count);
    if (effectMinor < 0n) this.least += effectMinor * BigInt(count);
    else this.most += effectMinor * BigInt(count);
    this.sums = 'not made';
  }

  private outOfReach(difference: bigint): boolean {
    return this.risen > this.most || this.fallen > -this.least || this.allSums()?.has(difference, this.effort) === false;
  }

  private beginAnew(rest: bigint): void {
    this.risen = rest > 0n ? rest : 0n;
    this.fallen = rest < 0n ? -rest : 0n;
    const pool = new Map(this.available);
    if (this.take(pool, rest)) this.pool = pool;
  }

  private allSums(): SubsetSums | undefined {
    if (this.sums === 'not made') this.sums = SubsetSums.of(listed(this.available), this.effort) ?? 'too many';
    return this.sums === 'too many' ? undefined : this.sums;
  }

  /**
   * Takes a set that adds up to the difference out of the pool; false where none was
   * found. Few writes and no detours first: what is taken now is gone for later reads.
   */
  private take(pool: Pool, difference: bigint): boolean {
    if (difference === 0n) return true;
    const effects = few(pool, difference, this.effort) ?? this.straight(pool, difference) ?? this.search(pool, difference);
    for (const effect of effects ?? []) {
      const left = (pool.get(effect) ?? 0) - 1;
      if (left > 0) pool.set(effect, left);
      else pool.delete(effect);
    }
    return effects !== undefined;
  }

  /** Of those writes alone that go the same way, and not too far. */
  private straight(pool: Pool, difference: bigint): bigint[] | undefined {
    const length = magnitude(difference);
    const effects = [...pool].flatMap(([effect, count]) => {
      if (effect < 0n !== difference < 0n) return [];
      const fitting = length / magnitude(effect);
      return repeated(effect, fitting < BigInt(count) ? Number(fitting) : count);
    });
    const picked = SubsetSums.of(effects.map(magnitude), this.effort, length)?.pick(length, this.effort);
    return picked?.map((index) => effects[index] as bigint);
  }

  private search(pool: Pool, difference: bigint): bigint[] | undefined {
    // Where all are too many, what is left of them is hardly ever few enough.
    if (!this.allSums()) return undefined;
    const effects = listed(pool);
    const picked = SubsetSums.of(effects, this.effort)?.pick(difference, this.effort);
    return picked?.map((index) => effects[index] as bigint);
  }
}

/** One or two writes with that sum, which is what most reads see of the others since the read before. */
function few(pool: Pool, sum: bigint, effort: Effort): bigint[] | undefined {
  if (pool.has(sum)) return [sum];
  if (!effort.spend(pool.size)) return undefined;
  for (const [effect, count] of pool) {
    const other = sum - effect;
    if (other === effect ? count > 1 : pool.has(other)) return [effect, other];
  }
  return undefined;
}

function listed(pool: Pool): bigint[] {
  return [...pool].flatMap(([effect, count]) => repeated(effect, count));
}

function repeated(effect: bigint, count: number): bigint[] {
  return new Array<bigint>(count).fill(effect);
}
