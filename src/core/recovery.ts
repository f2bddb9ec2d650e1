import type { BranchId } from '../domain/ids.js';
import type { Deadline, Deadlines } from './deadlines.js';

/** What a data directory says about the branch that begins with it. */
export interface DirectoryState {
  /** The last own write that was durable there, as far as can be told: more than there are if some are damaged. */
  readonly ownLast: number;
  /** Whether the directory is whole and where it was left. Neither can be said of a new one, or of one that was copied. */
  readonly isTrusted: boolean;
}

export interface RecoveryHost {
  readonly others: readonly BranchId[];
  readonly deadlines: Deadlines;
  readonly patienceMs: number;
  now(): number;
  /** The last own write that is here with all that it follows. */
  ownApplied(): number;
  ownReceived(): number;
  /** Asks a branch what it has of this origin. */
  ask(branch: BranchId): void;
  /** This branch has all that its origin ever wrote: it may go on writing. */
  becameSure(): void;
}

/** A trusted directory is believed after so many patiences, although some branches are silent. */
const TRUST_AFTER = 4;

/**
 * A branch that begins again must not write before it is sure to have all that it
 * has ever written: it would use the names of writes a second time, and spend
 * allowance that is spent. Its directory alone cannot say so, as it may be an old
 * copy. So all other branches are asked what they have of this origin.
 *
 *   sure <= everyone has answered, or the directory is trusted and some time has passed,
 *           and all own writes that anyone is known to have had are here
 */
export class Recovery {
  private readonly silent = new Set<BranchId>();
  private wanted = 0;
  private hasWaited = false;
  private sure = true;
  private timer: Deadline | undefined;

  constructor(private readonly host: RecoveryHost) {}

  get isSure(): boolean {
    return this.sure;
  }

  /** The last own write that is known to exist. */
  get ownWanted(): number {
    return this.wanted;
  }

  /** Those that have not yet told what they have of this origin. */
  get silentOnes(): BranchId[] {
    return [...this.silent].sort((a, b) => a - b);
  }

  begin({ ownLast, isTrusted }: DirectoryState): void {
    const { host } = this;
    this.sure = false;
    this.wanted = ownLast;
    for (const branch of host.others) this.silent.add(branch);
    if (isTrusted) {
      host.deadlines.add(host.now() + TRUST_AFTER * host.patienceMs, () => {
        this.hasWaited = true;
        this.decide();
      });
    }
    this.ask();
    this.decide();
  }

  /** A branch has said what it has of this origin. */
  heard(from: BranchId, last: number): void {
    if (this.sure) return;
    this.silent.delete(from);
    this.wanted = Math.max(this.wanted, last);
    this.decide();
  }

  /** Own writes were applied, or somebody has answered. */
  decide(): void {
    if (this.sure || (this.silent.size > 0 && !this.hasWaited)) return;
    const applied = this.host.ownApplied();
    if (applied < this.wanted || applied < this.host.ownReceived()) return;
    this.sure = true;
    this.timer?.cancel();
    this.host.becameSure();
  }

  /** A question or its answer may be lost: asks again until there is nobody to ask. */
  private ask(): void {
    if (this.sure || this.silent.size === 0) return;
    for (const branch of this.silent) this.host.ask(branch);
    this.timer = this.host.deadlines.add(this.host.now() + this.host.patienceMs, () => this.ask());
  }
}
