/**
 * The sums of the subsets of a bag of amounts, positive and negative, exactly.
 *
 * A negative amount is turned round: not to choose −a is to choose a and begin a
 * lower. So all values are positive, and divided by what they have in common, and
 * then one of two tables fits: one slot a sum, where sums are small, else one
 * entry a sum that occurs (Bellman's recursion); where even those are too many,
 * two halves of the bag, of which a sum takes one entry each (Horowitz and Sahni,
 * "Computing Partitions with Applications to the Knapsack Problem", 1974).
 */
import type { Effort } from './effort.js';

/** Which values make up a sum, by index. */
type Found = readonly number[] | 'none' | 'unknown';

interface Reach {
  find(sum: bigint, effort: Effort): Found;
}

const MOST_SLOTS = 2 ** 20;
const MOST_STEPS = 2 ** 26;
const MOST_SUMS = 200_000;
/** An entry of a map costs about as much time as so many slots of an array. */
const STEPS_PER_ENTRY = 8;

export class SubsetSums {
  private constructor(
    private readonly amounts: readonly bigint[],
    private readonly unit: bigint,
    /** What all negative amounts together take away. */
    private readonly shift: bigint,
    private readonly reach: Reach,
  ) {}

  /** Undefined where the sums are too many to know them all. */
  static of(amounts: readonly bigint[], effort: Effort): SubsetSums | undefined {
    const unit = amounts.reduce((common, amount) => gcd(common, magnitude(amount)), 0n) || 1n;
    const values = amounts.map((amount) => magnitude(amount) / unit);
    const shift = amounts.reduce((sum, amount) => (amount < 0n ? sum - amount : sum), 0n);
    const reach = dense(values, effort) ?? sparse(values, effort);
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

/** `first[s]` is the value with which the sum s was first reached, so the rest of s was reached with earlier ones. */
function dense(values: readonly bigint[], effort: Effort): Reach | undefined {
  const total = values.reduce((sum, value) => sum + value, 0n);
  if (total > MOST_SLOTS) return undefined;
  const steps = (Number(total) + 1) * (values.length + 1);
  if (steps > MOST_STEPS || !effort.spend(steps)) return undefined;
  const numbers = values.map(Number);
  const first = new Int32Array(Number(total) + 1).fill(-1);
  first[0] = values.length;
  let most = 0;
  for (const [index, value] of numbers.entries()) {
    most += value;
    for (let sum = most; sum >= value; sum--) if (first[sum] === -1 && first[sum - value] !== -1) first[sum] = index;
  }
  return {
    find(target) {
      if (target > total || first[Number(target)] === -1) return 'none';
      const found: number[] = [];
      for (let rest = Number(target); rest > 0; rest -= numbers[found.at(-1) as number] as number) {
        found.push(first[rest] as number);
      }
      return found;
    },
  };
}

function sparse(values: readonly bigint[], effort: Effort): Reach | undefined {
  const indices = [...values.keys()];
  // Every other one, so that equal amounts, of which files have many, fall into both halves.
  const left = firstReached(
    values,
    indices.filter((index) => index % 2 === 0),
    effort,
  );
  const right =
    left &&
    firstReached(
      values,
      indices.filter((index) => index % 2 === 1),
      effort,
    );
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

function firstReached(values: readonly bigint[], indices: readonly number[], effort: Effort): FirstReached | undefined {
  const first = new Map<bigint, number>([[0n, -1]]);
  for (const index of indices) {
    const value = values[index] as bigint;
    // A map goes on to what is added while one walks through it: only what was there before counts.
    let earlier = first.size;
    if (!effort.spend(earlier * STEPS_PER_ENTRY)) return undefined;
    for (const sum of first.keys()) {
      if (earlier-- === 0) break;
      if (!first.has(sum + value)) first.set(sum + value, index);
    }
    if (first.size > MOST_SUMS) return undefined;
  }
  return first;
}

function trace(first: FirstReached, values: readonly bigint[], target: bigint): number[] | undefined {
  if (!first.has(target)) return undefined;
  const found: number[] = [];
  for (let rest = target; rest !== 0n; rest -= values[found.at(-1) as number] as bigint) found.push(first.get(rest) as number);
  return found;
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
