/**
 * The sums of the subsets of a bag of amounts, positive and negative, exactly.
 *
 * A negative amount is turned round: not to choose −a is to choose a and begin a
 * lower. So all values are positive, and divided by what they have in common.
 * Where sums are small then, there is a table with a slot for each (Bellman); else
 * the bag is split in two, and a sum is one of the first half and one of the second
 * (Horowitz and Sahni, "Computing Partitions with Applications to the Knapsack
 * Problem", 1974). Neither fits more than some 35 large amounts that differ.
 */
import type { Effort } from './effort.js';

/** Which values make up a sum, by index. */
type Found = readonly number[] | 'none' | 'unknown';

interface Reach {
  find(sum: bigint, effort: Effort): Found;
}

const MOST_SLOTS = 2n ** 20n;
const MOST_SUMS = 200_000;
/** An entry of a map costs about as much time as so many slots of an array. */
const STEPS_PER_ENTRY = 50;

export class SubsetSums {
  private constructor(
    private readonly amounts: readonly bigint[],
    private readonly unit: bigint,
    /** What all negative amounts together take away. */
    private readonly shift: bigint,
    private readonly reach: Reach,
  ) {}

  /**
   * Undefined where the sums are too many to know them all. With a `limit`, for bags
   * without negative amounts, only sums up to that are known, and are fewer.
   */
  static of(amounts: readonly bigint[], effort: Effort, limit?: bigint): SubsetSums | undefined {
    const unit = amounts.reduce((common, amount) => gcd(common, magnitude(amount)), 0n) || 1n;
    const values = amounts.map((amount) => magnitude(amount) / unit);
    const shift = amounts.reduce((sum, amount) => (amount < 0n ? sum - amount : sum), 0n);
    const total = values.reduce((sum, value) => sum + value, 0n);
    const most = limit === undefined || limit / unit > total ? total : limit / unit;
    const reach = most < MOST_SLOTS ? dense(values, Number(most), effort) : sparse(values, most, effort);
    return reach && new SubsetSums(amounts, unit, shift, reach);
  }

  /** Undefined where the effort does not suffice to tell. */
  has(sum: bigint, effort: Effort): boolean | undefined {
    const found = this.find(sum, effort);
    return found === 'unknown' ? undefined : found !== 'none';
  }

  /** Indices of some amounts that add up to the sum; undefined where there are none, or none can be found. */
  pick(sum: bigint, effort: Effort): number[] | undefined {
    const found = this.find(sum, effort);
    if (typeof found === 'string') return undefined;
    const turned = new Set(found);
    return [...this.amounts.keys()].filter((index) => turned.has(index) !== (this.amounts[index] as bigint) < 0n);
  }

  private find(sum: bigint, effort: Effort): Found {
    const target = sum + this.shift;
    return target < 0n || target % this.unit !== 0n ? 'none' : this.reach.find(target / this.unit, effort);
  }
}

/**
 * `first[s]` is the value by which the sum s was first reached, so that what is left
 * when all of that value is taken off was reached with earlier ones; `used[s]` is how
 * often it was taken. Files have many equal amounts, so each value is gone through once.
 */
function dense(values: readonly bigint[], most: number, effort: Effort): Reach | undefined {
  const kinds = [...indicesByValue(values)];
  if (!effort.spend((most + 1) * (kinds.length + 1))) return undefined;
  const first = new Int32Array(most + 1).fill(-1);
  const used = new Int32Array(most + 1);
  first[0] = kinds.length;
  for (const [kind, [value, { length }]] of kinds.entries()) {
    for (let sum = value; sum <= most; sum++) {
      const rest = sum - value;
      if (first[sum] !== -1 || first[rest] === -1) continue;
      const already = first[rest] === kind ? (used[rest] as number) : 0;
      if (already === length) continue;
      first[sum] = kind;
      used[sum] = already + 1;
    }
  }
  return {
    find(target) {
      if (target > most || first[Number(target)] === -1) return 'none';
      const found: number[] = [];
      for (let rest = Number(target); rest > 0; ) {
        const [value, having] = kinds[first[rest] as number] as [number, number[]];
        const times = used[rest] as number;
        found.push(...having.slice(0, times));
        rest -= value * times;
      }
      return found;
    },
  };
}

function indicesByValue(values: readonly bigint[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [index, value] of values.entries()) {
    const known = found.get(Number(value));
    if (known) known.push(index);
    else found.set(Number(value), [index]);
  }
  return found;
}

function sparse(values: readonly bigint[], most: bigint, effort: Effort): Reach | undefined {
  // Every other one, so that equal amounts fall into both halves.
  const left = firstReached(values, 0, most, effort);
  const right = left && firstReached(values, 1, most, effort);
  if (!left || !right) return undefined;
  return {
    find(target, toFind) {
      if (!toFind.spend(left.size * STEPS_PER_ENTRY)) return 'unknown';
      for (const sum of left.keys()) {
        const other = trace(right, values, target - sum);
        if (other) return [...(trace(left, values, sum) ?? []), ...other];
      }
      return 'none';
    },
  };
}

type FirstReached = ReadonlyMap<bigint, number>;

/** As in the table above, of every other value from `start` on. */
function firstReached(values: readonly bigint[], start: number, most: bigint, effort: Effort): FirstReached | undefined {
  const first = new Map<bigint, number>([[0n, -1]]);
  for (let index = start; index < values.length; index += 2) {
    const value = values[index] as bigint;
    // A map goes on to what is added while one walks through it: only what was there before counts.
    let earlier = first.size;
    if (!effort.spend(earlier * STEPS_PER_ENTRY)) return undefined;
    for (const sum of first.keys()) {
      if (earlier-- === 0) break;
      if (sum + value <= most && !first.has(sum + value)) first.set(sum + value, index);
      if (first.size > MOST_SUMS) return undefined;
    }
  }
  return first;
}

function trace(first: FirstReached, values: readonly bigint[], target: bigint): number[] | undefined {
  if (!first.has(target)) return undefined;
  const found: number[] = [];
  for (let rest = target; rest !== 0n; rest -= values[found.at(-1) as number] as bigint) found.push(first.get(rest) as number);
  return found;
}

export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
