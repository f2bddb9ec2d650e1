import type { OriginId, WriteId } from '../domain/ids.js';
import { assert } from '../std/assert.js';

/**
 * In which order this branch has applied writes. The log does not say: a write
 * is logged when it comes and applied when what it follows is there, and a
 * branch's own writes of a turn are logged last.
 *
 *   position of the k-th write that was applied = k, from 1
 *
 * The writes of an origin are applied in their order and without gaps, so runs
 * of them are kept, each by where it begins: two numbers a run.
 */
export class ApplicationOrder {
  private readonly runs = new Map<OriginId, { readonly firsts: number[]; readonly positions: number[] }>();
  private lastOrigin: OriginId | undefined;
  private count = 0;

  /** Writes `first` to `last` of an origin (none if that is lower) were applied after all that were before. */
  applied(origin: OriginId, first: number, last: number): void {
    if (last < first) return;
    if (origin !== this.lastOrigin) this.begin(origin, first);
    this.count += last - first + 1;
  }

  /** Goes on after so many writes of which nothing else is known. */
  beginAfter(count: number): void {
    assert(this.count === 0, 'nothing was applied before');
    this.count = count;
  }

  get size(): number {
    return this.count;
  }

  /** Of a write that was applied; 0 if that was before what is known here. */
  positionOf({ origin, sequence }: WriteId): number {
    const runs = this.runs.get(origin);
    const at = runs ? lastAtOrBelow(runs.firsts, sequence) : -1;
    if (!runs || at < 0) return 0;
    return (runs.positions[at] as number) + sequence - (runs.firsts[at] as number);
  }

  private begin(origin: OriginId, first: number): void {
    let runs = this.runs.get(origin);
    if (!runs) this.runs.set(origin, (runs = { firsts: [], positions: [] }));
    runs.firsts.push(first);
    runs.positions.push(this.count + 1);
    this.lastOrigin = origin;
  }
}

/** Binary search in ascending numbers; -1 if all are above. */
function lastAtOrBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
