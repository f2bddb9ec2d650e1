import type { BranchId } from '../domain/ids.js';
import type { Lines } from './lines.js';
import type { Timeline } from './timeline.js';

/** One direction of a link. */
interface Lane {
  lastArrivalMs: number;
  /** What has arrived at a blocked line, in order. */
  readonly held: (() => void)[];
}

/** A connection of two branches: it carries what is sent in order, holds it while the line is blocked, and loses it when it breaks. */
export class Link {
  private readonly lanes: ReadonlyMap<BranchId, Lane>;
  private broken = false;

  constructor(
    ends: readonly BranchId[],
    private readonly lines: Lines,
    private readonly timeline: Timeline,
  ) {
    this.lanes = new Map(ends.map((to): [BranchId, Lane] => [to, { lastArrivalMs: 0, held: [] }]));
  }

  get isBroken(): boolean {
    return this.broken;
  }

  /** What is under way is lost. */
  break(): void {
    this.broken = true;
  }

  /** Arrives after all that this direction of the link carries before it, unless it is lost on the way. */
  carry(from: BranchId, to: BranchId, arrive: () => void, lost?: () => void): void {
    const lane = this.lane(to);
    lane.lastArrivalMs = Math.max(lane.lastArrivalMs, this.timeline.nowMs + this.lines.delayMs());
    this.timeline.at(lane.lastArrivalMs, () => {
      if (this.broken) return lost?.();
      // Behind others that wait, too, or it would overtake them.
      if (lane.held.length > 0 || this.lines.isBlocked(from, to)) lane.held.push(arrive);
      else arrive();
    });
  }

  /** Comes after a time of its own, in no order, to a receiver that knows the link then. */
  stray(from: BranchId, to: BranchId, delayMs: number, isKnown: () => boolean, arrive: () => void): void {
    this.timeline.after(delayMs, () => {
      if (this.broken || !isKnown()) return;
      if (this.lines.isBlocked(from, to)) this.lane(to).held.push(arrive);
      else arrive();
    });
  }

  /** The line is free: what it has held arrives soon, unless it is blocked again. */
  release(from: BranchId, to: BranchId): void {
    this.timeline.after(this.lines.delayMs(), () => {
      if (this.lines.isBlocked(from, to)) return;
      for (const arrive of this.lane(to).held.splice(0)) if (!this.broken) arrive();
    });
  }

  private lane(to: BranchId): Lane {
    return this.lanes.get(to) as Lane;
  }
}
