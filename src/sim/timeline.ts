import { Heap } from '../std/heap.js';

interface Event {
  readonly atMs: number;
  /** Breaks ties: of events at one time, the one that was scheduled first happens first. */
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/**
 * Simulated time: what is going to happen, in one order that depends on nothing
 * but what was scheduled. Time passes only from one event to the next.
 */
export class Timeline {
  private readonly events = new Heap<Event>((a, b) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order));
  private scheduled = 0;
  private now = 0;

  get nowMs(): number {
    return this.now;
  }

  /** Returns how to cancel. What is due in the past happens next. */
  at(atMs: number, run: () => void): () => void {
    const event: Event = { atMs: Math.max(atMs, this.now), order: this.scheduled++, run, cancelled: false };
    this.events.push(event);
    return () => {
      event.cancelled = true;
    };
  }

  after(ms: number, run: () => void): () => void {
    return this.at(this.now + ms, run);
  }

  /** When something happens next; undefined if nothing ever will. */
  nextMs(): number | undefined {
    while (this.events.peek()?.cancelled) this.events.pop();
    return this.events.peek()?.atMs;
  }

  /** Lets the next event happen. */
  step(): void {
    if (this.nextMs() === undefined) return;
    const event = this.events.pop() as Event;
    this.now = event.atMs;
    event.run();
  }

  /** Time passes without an event, as far as the next one allows. */
  advanceTo(atMs: number): void {
    this.now = Math.max(this.now, Math.min(atMs, this.nextMs() ?? atMs));
  }
}
