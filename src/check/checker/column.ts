/**
 * A column of numbers that grows without being copied: a million rows take what
 * their numbers take and no more. Rows count from 0.
 */
type Chunk = Float64Array | Int32Array | Uint8Array;

const BITS = 12;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;

export class Column {
  length = 0;
  private readonly chunks: Chunk[] = [];

  constructor(private readonly make: new (length: number) => Chunk) {}

  push(value: number): void {
    const { length } = this;
    if ((length & MASK) === 0) this.chunks.push(new this.make(CHUNK));
    (this.chunks[length >>> BITS] as Chunk)[length & MASK] = value;
    this.length = length + 1;
  }

  at(row: number): number {
    return (this.chunks[row >>> BITS] as Chunk)[row & MASK] as number;
  }

  /** Rows of one chunk, and where this row is in it, for loops that run over neighbours. */
  chunkOf(row: number): Chunk {
    return this.chunks[row >>> BITS] as Chunk;
  }

  set(row: number, value: number): void {
    (this.chunks[row >>> BITS] as Chunk)[row & MASK] = value;
  }
}

export function placeInChunk(row: number): number {
  return row & MASK;
}

export function sameChunk(first: number, last: number): boolean {
  return first >>> BITS === last >>> BITS;
}

/** Gives each value a small number, in the order in which they come. */
export class Interner<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<T, number>();

  of(value: T): number {
    let number = this.numbers.get(value);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.numbers.set(value, number);
    }
    return number;
  }

  find(value: T): number | undefined {
    return this.numbers.get(value);
  }

  at(number: number): T {
    return this.values[number] as T;
  }
}

/** The least index in [from, to] from which on `holds` is true; it must never turn false again. */
export function firstIndex(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
