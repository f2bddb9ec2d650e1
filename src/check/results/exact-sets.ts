/**
 * Every set of optional writes, by how many of each kind it has: a number whose
 * digits, in a system with a radix of its own for each kind, are these counts.
 * Writes of one kind are interchangeable, so no more has to be told apart.
 *
 * After a read, `open` has the sets that the next read can show: those that contain
 * one which explains all reads so far. With the same rest again nothing changes:
 * the sets that explain it are all in `open`, and contain one that was there.
 */
import type { Effort } from './effort.js';
import type { Kind, OptionalSets } from './optional-writes.js';

const MOST_SETS = 2 ** 16;

export class ExactSets implements OptionalSets {
  private readonly strides: readonly number[];
  /** Of each kind, how many a read may show by now. */
  private readonly available: number[];
  /** The sets that add up to a sum. */
  private readonly bySum: ReadonlyMap<bigint, readonly number[]>;
  private open: Uint8Array | undefined;
  private lastRest: bigint | undefined;
  /** Whether `open` says all there is to say. */
  private sure = true;

  private constructor(
    private readonly kinds: readonly Kind[],
    private readonly size: number,
    private readonly effort: Effort,
  ) {
    this.available = kinds.map(({ others }) => others);
    let stride = 1;
    this.strides = kinds.map((kind) => {
      const own = stride;
      stride *= radix(kind);
      return own;
    });
    this.bySum = this.sums();
  }

  /** Undefined where the sets are too many. */
  static of(kinds: readonly Kind[], effort: Effort): ExactSets | undefined {
    const size = kinds.reduce((product, kind) => product * radix(kind), 1);
    if (size > MOST_SETS || !effort.spend(size * (kinds.length + 1))) return undefined;
    return new ExactSets(kinds, size, effort);
  }

  offer(effectMinor: bigint): void {
    const kind = this.kinds.findIndex((candidate) => candidate.effectMinor === effectMinor);
    this.available[kind] = (this.available[kind] ?? 0) + 1;
  }

  fits(rest: bigint, effort: Effort): boolean | undefined {
    const sets = this.bySum.get(rest) ?? [];
    return effort.spend(sets.length + 1) ? sets.some((set) => this.isAvailable(set)) : undefined;
  }

  follow(rest: bigint): 'fits' | 'impossible' | 'lost' | 'unknown' {
    if (rest === this.lastRest) return this.sure ? 'fits' : 'unknown';
    const sets = this.setsFor(rest);
    if (sets.length === 0) return 'impossible';
    this.lastRest = rest;
    const { open, sure } = this;
    const left = open ? sets.filter((set) => open[set] === 1) : sets;
    this.open = this.containing(left.length > 0 ? left : sets, this.effort);
    // Without effort to say what is open, everything is, and what fits may not fit what was before.
    this.sure = this.open !== undefined;
    if (left.length === 0) return 'lost';
    return sure ? 'fits' : 'unknown';
  }

  contradicts(earlier: bigint, later: bigint, effort: Effort): boolean {
    // What could be seen earlier is no more than what can be seen now, so this errs on the safe side.
    const after = this.containing(this.setsFor(earlier), effort);
    return after !== undefined && !this.setsFor(later).some((set) => after[set] === 1);
  }

  bounds(): { least: bigint; most: bigint } {
    let least = 0n;
    let most = 0n;
    for (const [index, { effectMinor }] of this.kinds.entries()) {
      const all = effectMinor * BigInt(this.available[index] as number);
      if (all < 0n) least += all;
      else most += all;
    }
    return { least, most };
  }

  private setsFor(rest: bigint): readonly number[] {
    return (this.bySum.get(rest) ?? []).filter((set) => this.isAvailable(set));
  }

  private isAvailable(set: number): boolean {
    return this.kinds.every((_, kind) => this.countOf(set, kind) <= (this.available[kind] as number));
  }

  private countOf(set: number, kind: number): number {
    return Math.floor(set / (this.strides[kind] as number)) % radix(this.kinds[kind] as Kind);
  }

  private sums(): Map<bigint, number[]> {
    const sums: bigint[] = [0n];
    for (const kind of this.kinds) {
      // Each further digit repeats all numbers before it, once for every value above 0.
      const stride = sums.length;
      for (let set = stride; set < stride * radix(kind); set++) sums.push((sums[set - stride] as bigint) + kind.effectMinor);
    }
    const bySum = new Map<bigint, number[]>();
    for (const [set, sum] of sums.entries()) {
      const sets = bySum.get(sum);
      if (sets) sets.push(set);
      else bySum.set(sum, [set]);
    }
    return bySum;
  }

  /** All sets that contain one of these: each that has one more of some kind than one that does, a kind at a time. */
  private containing(sets: readonly number[], effort: Effort): Uint8Array | undefined {
    if (!effort.spend(this.size * (this.kinds.length + 1))) return undefined;
    const found = new Uint8Array(this.size);
    for (const set of sets) found[set] = 1;
    for (const kind of this.kinds.keys()) {
      const stride = this.strides[kind] as number;
      for (let set = stride; set < this.size; set++) {
        if (found[set - stride] === 1 && this.countOf(set, kind) > 0) found[set] = 1;
      }
    }
    return found;
  }
}

function radix({ others, own }: Kind): number {
  return others + own + 1;
}
