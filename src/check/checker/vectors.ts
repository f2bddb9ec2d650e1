/**
 * Version vectors as rows of columns. A row names its origins by number, in rising
 * order. Most rows name all origins, so entry k is looked for at position k first.
 */
import type { OriginId } from '../../domain/ids.js';
import type { VersionVector } from '../../domain/vector.js';
import { Column, Interner, placeInChunk, sameChunk } from './column.js';

/** A row of `Vectors`; -1 stands for none. */
export type VectorRow = number;
export const NO_VECTOR: VectorRow = -1;

export class Vectors {
  readonly origins = new Interner<OriginId>();
  private readonly starts = new Column(Float64Array);
  private readonly names = new Column(Int32Array);
  private readonly sequences = new Column(Float64Array);

  constructor() {
    this.starts.push(0);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  add(vector: VersionVector): VectorRow {
    const start = this.names.length;
    let rising = true;
    let last = -1;
    for (const [origin, sequence] of vector) {
      const name = this.origins.of(origin);
      rising &&= name > last;
      last = name;
      this.names.push(name);
      this.sequences.push(sequence);
    }
    if (!rising) this.sort(start);
    this.starts.push(this.names.length);
    return this.size - 1;
  }

  /** Positions of the entries of a row: from `begin` to before `end`. */
  begin(row: VectorRow): number {
    return this.starts.at(row);
  }

  end(row: VectorRow): number {
    return this.starts.at(row + 1);
  }

  /** The number of the origin at a position. */
  name(position: number): number {
    return this.names.at(position);
  }

  sequence(position: number): number {
    return this.sequences.at(position);
  }

  /** The entry of an origin, by its number; 0 where the row has none. */
  entry(row: VectorRow, name: number): number {
    const start = this.begin(row);
    const end = this.end(row);
    if (start + name < end && this.names.at(start + name) === name) return this.sequences.at(start + name);
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.names.at(middle) < name) low = middle + 1;
      else high = middle;
    }
    return low < end && this.names.at(low) === name ? this.sequences.at(low) : 0;
  }

  /** The position of the first entry of `needed` that the row does not include; -1 if it includes all. */
  firstLacking(row: VectorRow, needed: VectorRow): number {
    const [begin, end, other] = [this.begin(needed), this.end(needed), this.begin(row)];
    const length = end - begin;
    const aligned =
      length > 0 && length <= this.end(row) - other && sameChunk(begin, end - 1) && sameChunk(other, other + length - 1);
    if (!aligned) return this.searchLacking(row, begin, end);
    const [wantedNames, wanted] = [this.names.chunkOf(begin), this.sequences.chunkOf(begin)];
    const [hadNames, had] = [this.names.chunkOf(other), this.sequences.chunkOf(other)];
    const [at, from] = [placeInChunk(begin), placeInChunk(other)];
    for (let k = 0; k < length; k++) {
      // Rows that do not name the same origins are compared entry by entry.
      if (wantedNames[at + k] !== hadNames[from + k]) return this.searchLacking(row, begin + k, end);
      if ((wanted[at + k] as number) > (had[from + k] as number)) return begin + k;
    }
    return -1;
  }

  private searchLacking(row: VectorRow, begin: number, end: number): number {
    for (let at = begin; at < end; at++) if (this.entry(row, this.name(at)) < this.sequence(at)) return at;
    return -1;
  }

  equal(a: VectorRow, b: VectorRow): boolean {
    const begin = this.begin(a);
    const other = this.begin(b);
    const length = this.end(a) - begin;
    if (this.end(b) - other !== length) return false;
    for (let k = 0; k < length; k++) {
      if (this.name(begin + k) !== this.name(other + k) || this.sequence(begin + k) !== this.sequence(other + k)) return false;
    }
    return true;
  }

  vector(row: VectorRow): VersionVector {
    const vector = new Map<OriginId, number>();
    for (let at = this.begin(row); at < this.end(row); at++) vector.set(this.origins.at(this.name(at)), this.sequence(at));
    return vector;
  }

  /** A writer names its origins in an order of its own. They are few, unless somebody means harm. */
  private sort(start: number): void {
    if (this.names.length - start > 64) return this.sortMany(start);
    for (let at = start + 1; at < this.names.length; at++) {
      const [name, sequence] = [this.names.at(at), this.sequences.at(at)];
      let to = at;
      for (; to > start && this.names.at(to - 1) > name; to--) {
        this.names.set(to, this.names.at(to - 1));
        this.sequences.set(to, this.sequences.at(to - 1));
      }
      this.names.set(to, name);
      this.sequences.set(to, sequence);
    }
  }

  private sortMany(start: number): void {
    const entries: [number, number][] = [];
    for (let at = start; at < this.names.length; at++) entries.push([this.names.at(at), this.sequences.at(at)]);
    entries.sort(([a], [b]) => a - b);
    for (const [k, [name, sequence]] of entries.entries()) {
      this.names.set(start + k, name);
      this.sequences.set(start + k, sequence);
    }
  }
}
