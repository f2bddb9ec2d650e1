import { Heap } from '../std/heap.js';

export interface Deadline {
  readonly atMs: number;
  readonly cancelled: boolean;
  cancel(): void;
}

class Entry implements Deadline {
  cancelled = false;

  constructor(
    readonly atMs: number,
    readonly expire: () => void,
    private readonly owner: Deadlines,
  ) {}

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    this.owner.noteCancelled();
  }
}

/** Fewer than this are not worth clearing away. */
const FEW = 1024;

/** Everything that happens when time passes, in order of time. */
export class Deadlines {
  private heap = newHeap();
  /** Cancelled ones stay in the heap until they come up, or until they are most of it. */
  private cancelled = 0;

  add(atMs: number, expire: () => void): Deadline {
    const entry = new Entry(atMs, expire, this);
    this.heap.push(entry);
    return entry;
  }

  /** When the next one is due. */
  next(): number | undefined {
    for (let first = this.heap.peek(); first?.cancelled; first = this.heap.peek()) {
      this.heap.pop();
      this.cancelled -= 1;
    }
    return this.heap.peek()?.atMs;
  }

  run(nowMs: number): void {
    for (let at = this.next(); at !== undefined && at <= nowMs; at = this.next()) {
      const entry = this.heap.pop() as Entry;
      // Past: cancelling it from here on means nothing.
      entry.cancelled = true;
      entry.expire();
    }
  }

  /** Only for entries: one of them will not happen. */
  noteCancelled(): void {
    this.cancelled += 1;
    if (this.heap.size < FEW || this.cancelled * 2 < this.heap.size) return;
    const old = this.heap;
    this.heap = newHeap();
    this.cancelled = 0;
    for (let entry = old.pop(); entry; entry = old.pop()) if (!entry.cancelled) this.heap.push(entry);
  }
}

function newHeap(): Heap<Entry> {
  return new Heap<Entry>((a, b) => a.atMs < b.atMs);
}
