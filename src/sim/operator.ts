import { DISK_LOST } from '../domain/history.js';
import { type BranchId, branchOf } from '../domain/ids.js';
import { type WriteBatch, WriteKind, writesOf } from '../domain/writes.js';
import type { FaultTime } from './fault-time.js';
import type { World } from './world.js';

/** How long it waits before it asks again. */
const PATIENCE_MS = 300;

/** Takes branches in and lets them go: asks until it is done, also when the faults are over. */
export class Operator {
  private joining: BranchId | undefined;
  private leaving: BranchId | undefined;

  constructor(
    private readonly world: World,
    private readonly time: FaultTime,
  ) {}

  join(): void {
    if (this.joining !== undefined) return;
    const { membership } = this.world;
    const id = membership.nextNumber;
    this.joining = id;
    this.untilDone(
      (then) => membership.join(id, then),
      () => (this.joining = undefined),
    );
  }

  leave(id: BranchId, isLost: boolean): void {
    const { membership, spoiledDisks } = this.world;
    if (this.leaving !== undefined || !membership.members.includes(id) || !membership.mayLeave(id, isLost)) return;
    if (isLost ? !spoiledDisks.abandon(id) : !spoiledDisks.areHealed) return;
    this.leaving = id;
    if (isLost) this.time.say('crash', [id], DISK_LOST);
    this.untilDone(
      (then) => membership.leave(id, isLost, then),
      () => (this.leaving = undefined),
    );
  }

  /** Who seals knows which branches are nobody's any more. */
  logged(branch: BranchId, batches: readonly WriteBatch[]): void {
    const { timeline, membership } = this.world;
    const own = batches.filter(({ origin }) => branchOf(origin) === branch).flatMap((batch) => [...writesOf(batch)]);
    for (const { kind, receiver } of own) {
      if (kind !== WriteKind.seal) continue;
      timeline.after(0, () => this.world.isUp(branch) && membership.sealed(branch, receiver as BranchId));
    }
  }

  private untilDone(ask: (then: (done: boolean) => void) => void, done: () => void): void {
    let isDone = false;
    const again = () => {
      if (isDone) return;
      ask((answer) => {
        if (!answer || isDone) return;
        isDone = true;
        done();
      });
      if (!isDone) this.world.timeline.after(PATIENCE_MS, again);
    };
    again();
  }
}
