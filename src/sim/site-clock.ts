import type { ClockPlan } from './plan.js';
import type { Timeline } from './timeline.js';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
  cancel: () => void;
}

/**
 * The clock of one branch: it began anywhere, goes faster or slower than the
 * world's, and may jump ahead. It only grows; a timer is never early by it.
 */
export class SiteClock {
  private readonly timers = new Set<Timer>();
  private jumpedMs = 0;
  /** What a timer was set for may be a fraction more than what the sum below makes of its moment. */
  private leastMs = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly plan: ClockPlan = { originMs: 0, rate: 1 },
  ) {}

  nowMs(): number {
    const shownMs = this.plan.originMs + this.jumpedMs + this.timeline.nowMs * this.plan.rate;
    this.leastMs = Math.max(this.leastMs, shownMs);
    return this.leastMs;
  }

  /** Calls back once, not before this clock shows `atMs`; returns how to cancel. */
  at(atMs: number, run: () => void): () => void {
    const timer: Timer = { atMs, run, cancel: () => undefined };
    this.timers.add(timer);
    this.schedule(timer);
    return () => {
      this.timers.delete(timer);
      timer.cancel();
    };
  }

  jump(byMs: number): void {
    this.jumpedMs += byMs;
    for (const timer of this.timers) {
      timer.cancel();
      this.schedule(timer);
    }
  }

  private schedule(timer: Timer): void {
    const atWorldMs = (timer.atMs - this.plan.originMs - this.jumpedMs) / this.plan.rate;
    timer.cancel = this.timeline.at(atWorldMs, () => {
      this.timers.delete(timer);
      this.leastMs = Math.max(this.leastMs, timer.atMs);
      timer.run();
    });
  }
}
