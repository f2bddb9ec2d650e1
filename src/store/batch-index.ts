import type { OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import type { Entry } from './frame.js';

/** Where a batch is. */
export interface Located {
  readonly segment: number;
  readonly at: number;
  readonly length: number;
}

/** Segment and place in it as one number, so that there is one column less. */
const PLACES = 2 ** 32;

export function placeOf(segment: number, at: number): number {
  return segment * PLACES + at;
}

/** The batches of an origin by first sequence, as columns: a log may hold millions. */
interface Column {
  readonly first: number[];
  readonly last: number[];
  readonly place: number[];
  readonly length: number[];
}

/** The sequences of an origin that a segment holds lie in this range. */
interface Range {
  first: number;
  last: number;
}

/** Finds the batches of the log without reading it. */
export class BatchIndex {
  private readonly columns = new Map<OriginId, Column>();
  private readonly ranges = new Map<number, Map<OriginId, Range>>();

  add(segment: number, { origin, first, last, at, length }: Entry): void {
    const column = this.columnOf(origin);
    const place = placeOf(segment, at);
    const rows = column.first.length;
    if (rows === 0 || (column.last[rows - 1] as number) < first) {
      column.first.push(first);
      column.last.push(last);
      column.place.push(place);
      column.length.push(length);
    } else {
      const row = rowAt(column, first);
      // After a repair the same batch may be logged again: the later one stays longer.
      const replaced = column.first[row] === first ? 1 : 0;
      column.first.splice(row, replaced, first);
      column.last.splice(row, replaced, last);
      column.place.splice(row, replaced, place);
      column.length.splice(row, replaced, length);
    }
    this.widen(segment, origin, first, last);
  }

  /** Batches that hold any of `first` to `last`, in order. */
  find(origin: OriginId, first: number, last: number): Located[] {
    const column = this.columns.get(origin);
    const found: Located[] = [];
    if (!column) return found;
    for (let row = rowAt(column, first); row < column.first.length && (column.first[row] as number) <= last; row++) {
      const place = column.place[row] as number;
      found.push({ segment: Math.floor(place / PLACES), at: place % PLACES, length: column.length[row] as number });
    }
    return found;
  }

  /** The first write of an origin that is here. */
  firstOf(origin: OriginId): number | undefined {
    return this.columns.get(origin)?.first[0];
  }

  /** How far the sequences of an origin go without a gap, given that those up to `from` are known. */
  coveredFrom(origin: OriginId, from: number): number {
    const column = this.columns.get(origin);
    let covered = from;
    if (!column) return covered;
    for (let row = rowAt(column, from + 1); row < column.first.length && (column.first[row] as number) <= covered + 1; row++) {
      covered = Math.max(covered, column.last[row] as number);
    }
    return covered;
  }

  /** Whether every batch of the segment ends at or before the vector. */
  endsBy(segment: number, vector: VersionVector): boolean {
    for (const [origin, range] of this.ranges.get(segment) ?? []) if (range.last > (vector.get(origin) ?? 0)) return false;
    return true;
  }

  /** Forgets the batches of a segment. */
  drop(segment: number): void {
    for (const [origin, { first, last }] of this.ranges.get(segment) ?? []) {
      const column = this.columnOf(origin);
      const begin = rowAt(column, first);
      const end = rowAt(column, last + 1);
      const columns = [column.first, column.last, column.place, column.length];
      let kept = begin;
      for (let row = begin; row < end; row++) {
        if (Math.floor((column.place[row] as number) / PLACES) === segment) continue;
        for (const values of columns) values[kept] = values[row] as number;
        kept += 1;
      }
      for (const values of columns) values.splice(kept, end - kept);
    }
    this.ranges.delete(segment);
  }

  private columnOf(origin: OriginId): Column {
    let column = this.columns.get(origin);
    if (!column) this.columns.set(origin, (column = { first: [], last: [], place: [], length: [] }));
    return column;
  }

  private widen(segment: number, origin: OriginId, first: number, last: number): void {
    let ranges = this.ranges.get(segment);
    if (!ranges) this.ranges.set(segment, (ranges = new Map()));
    const range = ranges.get(origin);
    if (!range) ranges.set(origin, { first, last });
    else {
      range.first = Math.min(range.first, first);
      range.last = Math.max(range.last, last);
    }
  }
}

/** The first row whose batch ends at or after `sequence`. */
function rowAt(column: Column, sequence: number): number {
  let low = 0;
  let high = column.last.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column.last[middle] as number) < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}
