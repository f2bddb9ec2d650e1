/**
 * The writes that a session may see or not: those of all other customers, and its
 * own ones of which nobody knows whether they were done. What it must see, its own
 * writes that were done, is taken off before: the `rest` of a balance is what the
 * optional writes have to add up to.
 *
 * Two judges of the same question stand behind one interface: `ExactSets` tries
 * every set, where they are few; `BroadSets` does what can be done beyond that.
 * Both are told of the reads of a session in their order.
 */
import type { Effort } from './effort.js';
import type { Write } from './ledger.js';

export interface OptionalSets {
  /** An own write of unknown outcome was attempted: reads from now on may show it. */
  offer(effectMinor: bigint): void;
  /** Whether some set adds up to the rest; undefined where that cannot be told, at least not with that effort. */
  fits(rest: bigint, effort: Effort): boolean | undefined;
  /**
   * The next read of the session. Monotonic reads asks for sets S1 ⊆ S2 ⊆ … that add
   * up to the rests of its reads. `impossible`: no set at all adds up to this one,
   * which is then left out of the account. `lost`: some do, but there is no chain for
   * all reads up to this one, and the account begins anew with it, so that one wrong
   * read does not make all later ones wrong.
   */
  follow(rest: bigint): 'fits' | 'impossible' | 'lost' | 'unknown';
  /** Whether no set for the earlier rest is part of a set for the later one; only if that is certain. */
  contradicts(earlier: bigint, later: bigint, effort: Effort): boolean;
  /** The least and the most that all sets add up to. */
  bounds(): { readonly least: bigint; readonly most: bigint };
}

/** Writes that change the balance equally: which of them a read shows, nobody can tell. */
export interface Kind {
  readonly effectMinor: bigint;
  /** Of other customers: any read may show them. */
  readonly others: number;
  /** Own ones of unknown outcome: shown by later reads only. */
  readonly own: number;
}

/** How many writes of all customers have each effect, without those that were refused. */
export function countByEffect(writes: readonly Write[]): ReadonlyMap<bigint, number> {
  const counts = new Map<bigint, number>();
  for (const { fate, effectMinor } of writes) {
    if (fate !== 'refused') counts.set(effectMinor, (counts.get(effectMinor) ?? 0) + 1);
  }
  return counts;
}

/** `all` counts the writes of everybody: taking off one's own ones is quicker than counting those of all others. */
export function kindsFor(all: ReadonlyMap<bigint, number>, own: readonly Write[]): Kind[] {
  const mine = countByEffect(own);
  const unsure = countByEffect(own.filter(({ fate }) => fate === 'maybe'));
  return [...all]
    .map(([effectMinor, count]) => ({
      effectMinor,
      others: count - (mine.get(effectMinor) ?? 0),
      own: unsure.get(effectMinor) ?? 0,
    }))
    .filter(({ others, own: ownOnes }) => others + ownOnes > 0);
}
