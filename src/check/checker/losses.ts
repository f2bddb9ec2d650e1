/**
 * What may have been lost without anybody's fault.
 *
 * Of a branch whose disk is lost, the bank gives up what no other branch had, by a
 * seal: what is beyond its cut is gone for good. Where no log tells the seal, nothing
 * is concluded from the absence of the last writes of that branch.
 *
 * A bank that keeps its logs in
 * memory forgets a branch that crashes: what this branch alone had, nobody has any
 * more. So, unless the bank is said to be durable, nothing is concluded from the
 * absence of the last writes of an origin whose branch has crashed, as long as no
 * later write of the same origin shows that its log was still there afterwards.
 * What another branch has applied of it did leave, and binds.
 *
 * A crash also cuts off the record: the last events of a process that is killed may
 * never reach whoever writes the history.
 */
import { DISK_LOST } from '../../domain/history.js';
import { type BranchId, branchOf } from '../../domain/ids.js';
import { branchesNeeded } from '../../domain/operations.js';
import type { BranchTape, Final } from './branch-tape.js';
import type { Requests } from './requests.js';
import type { Seals } from './seals.js';
import { NONE, type Tape } from './tape.js';

export class Losses {
  private readonly crashes = new Map<BranchId, number[]>();
  /** When branches lost their disks, or ended and are not there in the end. */
  private readonly disks: { readonly branch: BranchId; readonly atUs: number }[] = [];
  /** By then writes may have been lost for good, as far as can be told without logs; -Infinity: never. */
  readonly lostByUs: number;
  private readonly toldUs: number;
  /** Operations that were told what another attempt had done, perhaps at another branch. */
  private readonly again: ReadonlySet<number>;
  /** By origin: when the last operation began that its log has. */
  private readonly lastUse: Float64Array;
  private readonly finals: ReadonlyMap<BranchId, Final>;

  constructor(
    private readonly tape: Tape,
    log: BranchTape,
    requests: Requests,
    private readonly seals: Seals,
    private readonly durable: boolean,
  ) {
    for (const { fault, branches, atUs, detail } of log.faults) {
      if (fault !== 'crash' && fault !== 'failing-disk') continue;
      for (const branch of branches) {
        this.crashes.set(branch, [...(this.crashes.get(branch) ?? []), atUs]);
        if (detail === DISK_LOST) this.disks.push({ branch, atUs });
      }
    }
    for (const [branch, times] of this.crashes) {
      const isGone = log.finals.size > 0 && !log.finals.has(branch);
      if (isGone) this.disks.push({ branch, atUs: Math.max(...times) });
    }
    this.finals = log.finals;
    this.toldUs = lastTold(tape);
    this.again = requests.again();
    this.lostByUs = this.disks.reduce((last, { atUs }) => Math.max(last, atUs), this.toldUs);
    this.lastUse = new Float64Array(tape.vectors.origins.values.length).fill(-1);
    if (this.crashes.size === 0) return;
    const { again } = this;
    for (let row = 0; row < tape.size; row++) {
      const origin = tape.writeOrigin.at(row);
      // That a write is told again says nothing of the log that it was in: the branch may have got it back from others.
      if (origin !== NONE && !again.has(row))
        this.lastUse[origin] = Math.max(this.lastUse[origin] as number, tape.invokedAt.at(row));
    }
  }

  /** Whether what the operation did may be lost for good: whoever answered it has lost its disk since, or a customer was told of losses. */
  mayHaveLostRow(row: number): boolean {
    const invokedUs = this.tape.invokedAt.at(row);
    if (invokedUs <= this.toldUs || (invokedUs <= this.lostByUs && this.again.has(row))) return true;
    const by = this.tape.branch.at(row);
    return this.disks.some(({ branch, atUs }) => branch === by && invokedUs <= atUs);
  }

  hasCrashed(branch: BranchId): boolean {
    return this.crashes.has(branch);
  }

  /** The branch crashed between the two moments. */
  crashedWithin(branch: BranchId, fromUs: number, toUs: number): boolean {
    return (this.crashes.get(branch) ?? []).some((atUs) => atUs >= fromUs && atUs <= toUs);
  }

  /** As above, or its disk was given up, and nobody said when it was lost. */
  mayHaveForgottenWithin(branch: BranchId, fromUs: number, toUs: number): boolean {
    return this.crashedWithin(branch, fromUs, toUs) || (this.seals.branches.has(branch) && !this.isToldOf(branch));
  }

  /** The write is given up, or it may have died with its branch, and nobody has it in the end. */
  mayHaveLost(origin: number, sequence: number): boolean {
    if (this.seals.isLost(origin, sequence)) return true;
    return this.mayHaveLostItsEnd(origin) && !this.isInTheEnd(origin, sequence);
  }

  /** Some branch has the write in the end. */
  isInTheEnd(origin: number, sequence: number): boolean {
    return [...this.finals.values()].some(({ vector }) => this.tape.vectors.entry(vector, origin) >= sequence);
  }

  /** The end of this origin's log may have died with its branch. */
  mayHaveLostItsEnd(origin: number): boolean {
    const branch = branchOf(this.tape.origin(origin));
    if (this.seals.cutOf(origin) === Infinity && this.hasLostDisk(branch) && !this.wentOn(origin, branch)) return true;
    if (this.durable) return false;
    const last = Math.max(...(this.crashes.get(branch) ?? [-1]));
    return last >= 0 && (this.lastUse[origin] as number) <= last;
  }

  hasLostDisk(branch: BranchId): boolean {
    return this.seals.branches.has(branch) || this.isToldOf(branch);
  }

  /** The branch has all that it ever had: where losses are told at all, all are. */
  hasKeptAll(branch: BranchId): boolean {
    return !this.hasLostDisk(branch) && (this.disks.length > 0 || this.seals.areTold);
  }

  /** The branch went on with this origin after the last time that it lost its disk. */
  private wentOn(origin: number, branch: BranchId): boolean {
    if (!this.seals.isSuccessor(origin)) return false;
    const lost = this.disks.filter((disk) => disk.branch === branch);
    if (lost.length <= this.seals.replacements(branch)) return true;
    return lost.every(({ atUs }) => atUs < (this.lastUse[origin] as number));
  }

  /** Somebody said when the branch lost its disk. */
  private isToldOf(branch: BranchId): boolean {
    return this.disks.some((lost) => lost.branch === branch);
  }

  /** Every branch that had the write when it was acknowledged may have lost its disk since. */
  mayHaveLostAll(row: number, members: number): boolean {
    const level = this.tape.acks(row);
    if (level === undefined || level === 'local' || this.tape.reason(row) === 'ACK_LEVEL_NOT_REACHED') return true;
    const { left, branches, areTold } = this.seals;
    // Refusals name the cuts that their session asks for, and there may be others.
    if (this.disks.length === 0 && !areTold) return true;
    const sinceUs = this.tape.invokedAt.at(row);
    const told = this.disks.flatMap(({ branch, atUs }) => (atUs >= sinceUs ? branch : []));
    const silent = [...branches].filter((branch) => !this.isToldOf(branch));
    const lost = new Set([...told, ...left, ...silent]);
    // Those who left may have made the bank as small as that.
    return lost.size >= branchesNeeded(level, Math.max(1, members - left.size));
  }

  /** As above for what a branch showed before it crashed and not after: it may have had more than it has. */
  mayForget(branch: BranchId): boolean {
    return !this.durable && this.crashes.has(branch);
  }
}

/** When a customer last heard that writes are lost. */
function lastTold({ lost, completedAt }: Tape): number {
  let last = -Infinity;
  for (const row of lost.keys()) last = Math.max(last, Number.isNaN(completedAt.at(row)) ? Infinity : completedAt.at(row));
  return last;
}
