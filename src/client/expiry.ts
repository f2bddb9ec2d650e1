import { Heap } from '../std/heap.js';

export interface Expiring {
  readonly deadlineMs: number;
  /** Done ones are dropped on the way, without being told. */
  readonly isDone: boolean;
  expire(): void;
}

/** Below this many it is not worth looking for done ones. */
const LEAST_LIMIT = 4096;
/** A longer timeout makes Node's timer fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Ends what is still pending at its deadline, a request or a pause. One timer for all: operations
 * begin and end many thousand times a second, and nearly all end in time.
 */
export class Expiry {
  private readonly heap = new Heap<Expiring>((a, b) => a.deadlineMs < b.deadlineMs);
  private limit = LEAST_LIMIT;
  private timer: NodeJS.Timeout | undefined;
  private timerAtMs = Number.POSITIVE_INFINITY;
  private isClosed = false;

  constructor(private readonly nowMs: () => number) {}

  /** How many are kept, done or not. */
  get size(): number {
    return this.heap.size;
  }

  add(item: Expiring): void {
    if (this.isClosed) return item.expire();
    this.heap.push(item);
    if (this.heap.size > this.limit) this.dropDone();
    if (item.deadlineMs < this.timerAtMs) this.setTimer(item.deadlineMs);
  }

  /** There is no later: what is still pending ends now, and so does what comes. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.timerAtMs = Number.POSITIVE_INFINITY;
    for (let item = this.heap.pop(); item; item = this.heap.pop()) if (!item.isDone) item.expire();
  }

  /** Keeps the heap at twice what is pending, even behind one that waits for long. */
  private dropDone(): void {
    this.heap.retain((item) => !item.isDone);
    this.limit = Math.max(LEAST_LIMIT, 2 * this.heap.size);
  }

  private setTimer(atMs: number): void {
    clearTimeout(this.timer);
    this.timerAtMs = atMs;
    // Rounded up: a timer that fires a fraction too early would only be set again.
    const delayMs = Math.min(Math.max(0, Math.ceil(atMs - this.nowMs())), LONGEST_TIMER_MS);
    this.timer = setTimeout(() => this.run(), delayMs);
  }

  private run(): void {
    this.timerAtMs = Number.POSITIVE_INFINITY;
    const nowMs = this.nowMs();
    for (let next = this.heap.peek(); next; next = this.heap.peek()) {
      if (!next.isDone && next.deadlineMs > nowMs) return this.setTimer(next.deadlineMs);
      this.heap.pop();
      if (!next.isDone) next.expire();
    }
  }
}
