/**
 * How an impossible balance can have come about: which one thing gone wrong makes
 * it possible. That it is impossible is certain before anybody comes here; what is
 * said here is a guess, the most plausible one, and reads "as if".
 *
 * In the order in which it is tried: an own write left out, a refused one that
 * counts, one that counts twice, one that was made only later. Of several sets the
 * smallest, of several of one size that with the most recent write.
 */
import type { Effort } from './effort.js';
import type { Write } from './ledger.js';
import type { Explanation } from './verdict.js';

/** What surrounds the read; of others' writes one of each effect is enough. */
export interface Surroundings {
  /** Own writes before the read, the most recent first. */
  readonly before: readonly Write[];
  /** Own writes after it, the next first. */
  readonly after: readonly Write[];
  readonly others: readonly Write[];
}

export type Fits = (rest: bigint) => boolean;

/** An explanation with the writes it is about, so that it can be tried on the next read. */
export interface Guess {
  readonly explanation: Explanation;
  /** What it would have added to the balance. */
  readonly effectMinor: bigint;
}

/** How many sums of left out writes are kept while looking for the smallest set. */
const MOST_SUMS = 2000;
const STEPS_PER_SUM = 50;

/**
 * `previous` is what explained the impossible read before, if none was right in
 * between: a write that is lost stays lost, and then it is the same story.
 */
export function explain(rest: bigint, fits: Fits, around: Surroundings, previous: Guess | undefined, effort: Effort): Guess {
  if (previous && previous.explanation.kind !== 'none' && fits(rest - previous.effectMinor)) return previous;
  return (
    leftOut(rest, fits, around, effort) ??
    resurrected(rest, fits, around, effort) ??
    single('twice', rest, fits, [...counting(around.before), ...counting(around.others)]) ??
    single('future', rest, fits, around.after) ?? { explanation: { kind: 'none' }, effectMinor: 0n }
  );
}

function leftOut(rest: bigint, fits: Fits, { before }: Surroundings, effort: Effort): Guess | undefined {
  const had = before.filter(({ fate }) => fate === 'done');
  const chosen = smallest(had, (sum) => fits(rest + sum), effort);
  return chosen && { explanation: { kind: 'left-out', writes: chosen.writes.map(refOf) }, effectMinor: -chosen.sum };
}

function resurrected(rest: bigint, fits: Fits, { before, others }: Surroundings, effort: Effort): Guess | undefined {
  const refused = [...before, ...others].filter(({ fate }) => fate === 'refused');
  const chosen = smallest(refused, (sum) => fits(rest - sum), effort);
  return chosen && { explanation: { kind: 'resurrected', writes: chosen.writes.map(refOf) }, effectMinor: chosen.sum };
}

function single(kind: 'twice' | 'future', rest: bigint, fits: Fits, writes: readonly Write[]): Guess | undefined {
  const write = writes.find(({ effectMinor }) => fits(rest - effectMinor));
  return write && { explanation: { kind, write: write.entry }, effectMinor: write.effectMinor };
}

function counting(writes: readonly Write[]): Write[] {
  return writes.filter(({ fate }) => fate !== 'refused');
}

interface Chosen {
  readonly sum: bigint;
  /** In the order of the session. */
  readonly writes: readonly Write[];
}

/** A set of writes as a list that shares its tail with the sets it was made from. */
interface Link {
  readonly write: Write;
  readonly rest: Link | undefined;
  readonly size: number;
}

/** The smallest set of at least one write whose sum will do. */
function smallest(candidates: readonly Write[], fits: Fits, effort: Effort): Chosen | undefined {
  const one = candidates.find(({ effectMinor }) => fits(effectMinor));
  if (one) return { sum: one.effectMinor, writes: [one] };
  let best: { sum: bigint; link: Link } | undefined;
  for (const [sum, link] of smallestBySum(candidates, effort)) {
    if ((best === undefined || link.size < best.link.size) && fits(sum)) best = { sum, link };
  }
  return best && { sum: best.sum, writes: unrolled(best.link) };
}

/** For each sum the smallest set that has it, found as in a knapsack: a write at a time, each used once. */
function smallestBySum(candidates: readonly Write[], effort: Effort): Map<bigint, Link> {
  const found = new Map<bigint, Link>();
  for (const write of candidates) {
    if (!effort.spend(STEPS_PER_SUM * (found.size + 1))) break;
    const sets: (Link | undefined)[] = [undefined, ...found.values()];
    const sums = [0n, ...found.keys()];
    for (const [index, rest] of sets.entries()) {
      const sum = (sums[index] as bigint) + write.effectMinor;
      const size = (rest?.size ?? 0) + 1;
      const known = found.get(sum);
      if (known ? known.size > size : found.size < MOST_SUMS) found.set(sum, { write, rest, size });
    }
  }
  return found;
}

function unrolled(last: Link): Write[] {
  const writes: Write[] = [];
  for (let link: Link | undefined = last; link; link = link.rest) writes.push(link.write);
  return writes;
}

function refOf({ entry }: Write) {
  return entry;
}
