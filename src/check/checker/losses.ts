/**
 * What may have been lost without anybody's fault. A bank that keeps its logs in
 * memory forgets a branch that crashes: what this branch alone had, nobody has any
 * more. So, unless the bank is said to be durable, nothing is concluded from the
 * absence of the last writes of an origin whose branch has crashed, as long as no
 * later write of the same origin shows that its log was still there afterwards.
 * What another branch has applied of it did leave, and binds.
 *
 * A crash also cuts off the record: the last events of a process that is killed may
 * never reach whoever writes the history.
 */
import { type BranchId, branchOf } from '../../domain/ids.js';
import type { BranchTape } from './branch-tape.js';
import type { Requests } from './requests.js';
import { NONE, type Tape } from './tape.js';

export class Losses {
  private readonly crashes = new Map<BranchId, number[]>();
  /** By origin: when the last operation began that its log has. */
  private readonly lastUse: Float64Array;

  constructor(
    tape: Tape,
    log: BranchTape,
    requests: Requests,
    private readonly durable: boolean,
  ) {
    for (const { fault, branches, atUs } of log.faults) {
      if (fault !== 'crash' && fault !== 'failing-disk') continue;
      for (const branch of branches) this.crashes.set(branch, [...(this.crashes.get(branch) ?? []), atUs]);
    }
    this.lastUse = new Float64Array(tape.vectors.origins.values.length).fill(-1);
    if (this.crashes.size === 0) return;
    const again = requests.again();
    for (let row = 0; row < tape.size; row++) {
      const origin = tape.writeOrigin.at(row);
      // That a write is told again says nothing of the log that it was in: the branch may have got it back from others.
      if (origin !== NONE && !again.has(row))
        this.lastUse[origin] = Math.max(this.lastUse[origin] as number, tape.invokedAt.at(row));
    }
  }

  hasCrashed(branch: BranchId): boolean {
    return this.crashes.has(branch);
  }

  /** The branch crashed between the two moments. */
  crashedWithin(branch: BranchId, fromUs: number, toUs: number): boolean {
    return (this.crashes.get(branch) ?? []).some((atUs) => atUs >= fromUs && atUs <= toUs);
  }

  /** The end of this origin's log may have died with its branch. */
  mayHaveLostItsEnd(tape: Tape, origin: number): boolean {
    if (this.durable) return false;
    const last = Math.max(...(this.crashes.get(branchOf(tape.origin(origin))) ?? [-1]));
    return last >= 0 && (this.lastUse[origin] as number) <= last;
  }

  /** As above for what a branch showed before it crashed and not after: it may have had more than it has. */
  mayForget(branch: BranchId): boolean {
    return !this.durable && this.crashes.has(branch);
  }
}
