import type { FaultEvent, FaultKind } from '../domain/history.js';
import { type BranchId, branchId } from '../domain/ids.js';
import type { Stamps } from './record.js';
import type { Timeline } from './timeline.js';

/** The time in which things break: what was to break yet, or to be mended, when it is over does not happen. */
export class FaultTime {
  private over = false;

  constructor(
    private readonly timeline: Timeline,
    private readonly stamps: Stamps,
    private readonly tell: (event: FaultEvent) => void,
  ) {}

  get isOver(): boolean {
    return this.over;
  }

  end(): void {
    this.over = true;
    this.say('faults-end', []);
  }

  at(ms: number, run: () => void): void {
    this.timeline.at(ms, () => {
      if (!this.over) run();
    });
  }

  after(ms: number, run: () => void): void {
    this.at(this.timeline.nowMs + ms, run);
  }

  say(fault: FaultKind, branches: readonly number[], detail?: string, to?: readonly BranchId[]): void {
    this.tell({
      atUs: this.stamps.nowUs(),
      fault,
      branches: branches.map(branchId),
      ...(to && { to }),
      ...(detail && { detail }),
    });
  }
}
