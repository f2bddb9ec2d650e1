/**
 * Which entry is of which event, where the two lists of a customer do not match one
 * to one: the fewest missing and extra entries, and of these the fewest that name
 * another branch (an edit distance: Wagner and Fischer, 1974).
 */
export interface Pair {
  /** Positions in the two lists; one of them may be absent, never both. */
  readonly event: number | undefined;
  readonly entry: number | undefined;
}

/** How badly an entry fits an event. */
export type Misfit = 'none' | 'branch' | 'operation';

/** A missing and an extra entry together cost more than an entry with another operation: 2 against 1.5. */
const GAP = 1_000_000;
const COST: Record<Misfit, number> = { none: 0, branch: 1, operation: 1_500_000 };
/** Beyond so many comparisons the order in the file decides alone. */
const MOST_CELLS = 4_000_000;

export function align(events: number, entries: number, misfit: (event: number, entry: number) => Misfit): Pair[] {
  let start = 0;
  while (start < events && start < entries && misfit(start, start) === 'none') start += 1;
  const shared = pairsInOrder(start, start);
  const [restOfEvents, restOfEntries] = [events - start, entries - start];
  const inner = (event: number, entry: number) => misfit(start + event, start + entry);
  const rest =
    restOfEvents * restOfEntries > MOST_CELLS
      ? pairsInOrder(restOfEvents, restOfEntries)
      : cheapest(restOfEvents, restOfEntries, inner);
  const shifted = rest.map(({ event, entry }) => ({ event: shift(event, start), entry: shift(entry, start) }));
  return [...shared, ...shifted];
}

function shift(position: number | undefined, by: number): number | undefined {
  return position === undefined ? undefined : position + by;
}

/** The first with the first, and so on; what is left of the longer list stays alone. */
function pairsInOrder(events: number, entries: number): Pair[] {
  return Array.from({ length: Math.max(events, entries) }, (_, index) => ({
    event: index < events ? index : undefined,
    entry: index < entries ? index : undefined,
  }));
}

function cheapest(events: number, entries: number, misfit: (event: number, entry: number) => Misfit): Pair[] {
  // cost[i][j]: of the events from i on with the entries from j on.
  const cost = Array.from({ length: events + 1 }, () => new Float64Array(entries + 1));
  const at = (event: number, entry: number) => cost[event]?.[entry] ?? Number.POSITIVE_INFINITY;
  const paired = (event: number, entry: number) =>
    event < events && entry < entries ? at(event + 1, entry + 1) + COST[misfit(event, entry)] : Number.POSITIVE_INFINITY;
  for (let event = events; event >= 0; event--) {
    for (let entry = entries; entry >= 0; entry--) {
      if (event === events && entry === entries) continue;
      const alone = Math.min(at(event + 1, entry), at(event, entry + 1)) + GAP;
      (cost[event] as Float64Array)[entry] = Math.min(alone, paired(event, entry));
    }
  }
  const pairs: Pair[] = [];
  for (let event = 0, entry = 0; event < events || entry < entries; ) {
    // To pair as early as possible leaves what is missing at the end, where killed runs leave it.
    if (paired(event, entry) === at(event, entry)) pairs.push({ event: event++, entry: entry++ });
    else if (at(event + 1, entry) + GAP === at(event, entry)) pairs.push({ event: event++, entry: undefined });
    else pairs.push({ event: undefined, entry: entry++ });
  }
  return pairs;
}
