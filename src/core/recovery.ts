import type { BranchId } from '../domain/ids.js';
import type { Deadline, Deadlines } from './deadlines.js';

/** How a data directory came to be the one of its branch. */
export type Place =
  /** The bank was founded with it. */
  | 'founded'
  /** Its branch joined the running bank. */
  | 'joined'
  /** It takes the place of one that is lost. */
  | 'replaced';

/** What a data directory says about the branch that begins with it. */
export interface DirectoryState {
  readonly place: Place;
  /** It was made just now: nobody can know of a write of it. */
  readonly isNew: boolean;
  /** The last own write that was durable there, as far as can be told: more than there are if some are damaged. */
  readonly ownLast: number;
  /** Whether the directory is whole, where it was left, and has its place in the bank. None of that can be said of one that was copied. */
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
  /** Whether any write of anybody is here. */
  hasWrites(): boolean;
  /** Whether the directories that it takes the place of are given up, if there are any. */
  isOnlyOne(): boolean;
  /** Those that have no write of this directory by which they would know it, if they must. */
  unaware(): readonly BranchId[];
  /** Makes that write. */
  introduce(): void;
  /** Asks a branch what it has of this origin. */
  ask(branch: BranchId): void;
  /** This branch has all that its origin ever wrote: it knows by which name the next write goes. */
  becameWhole(): void;
  /** It may go on writing. */
  becameSure(): void;
}

/** A trusted directory is believed after so many patiences, although some branches are silent. */
const TRUST_AFTER = 4;

/**
 * A branch that begins must not write before it is sure to have all that it has
 * ever written: it would use the names of writes a second time, and spend allowance
 * that is spent. Its directory alone cannot say so, as it may be an old copy, or a
 * new one in the place of another. So all other branches are asked what they have.
 *
 *   whole <= the directory is new,
 *            or everyone has answered, or it is trusted and some time has passed,
 *               and all own writes that anyone is known to have had are here
 *   sure  <= whole, it is the only directory of its branch,
 *            and everyone has answered and knows it, or it is trusted and some time has passed
 */
export class Recovery {
  private readonly silent = new Set<BranchId>();
  private state: DirectoryState | undefined;
  private wanted = 0;
  private hasWaited = false;
  private whole = true;
  private sure = true;
  private timer: Deadline | undefined;

  constructor(private readonly host: RecoveryHost) {}

  /** Whether it takes on writes of customers. */
  get isSure(): boolean {
    return this.sure;
  }

  /** Whether it can log writes, those between branches at least. */
  get isWhole(): boolean {
    return this.whole;
  }

  /**
   * It has nothing, and nobody has told it anything: who knows whether this is its bank.
   * Not even queries are answered from that.
   */
  get isBlank(): boolean {
    return !this.sure && this.state !== undefined && !this.state.isTrusted && !this.host.hasWrites();
  }

  /** The last own write that is known to exist. */
  get ownWanted(): number {
    return this.wanted;
  }

  /** Those that have not yet told what they have of this origin, or that they have anything of it. */
  get silentOnes(): BranchId[] {
    const isOnlyUnknown = this.silent.size === 0 && this.whole && !this.sure && !this.state?.isTrusted;
    return [...(isOnlyUnknown ? this.host.unaware() : this.silent)].sort((a, b) => a - b);
  }

  begin(state: DirectoryState): void {
    const { host } = this;
    this.state = state;
    this.whole = this.sure = false;
    this.wanted = state.ownLast;
    for (const branch of host.others) this.silent.add(branch);
    if (state.isTrusted) {
      host.deadlines.add(host.now() + TRUST_AFTER * host.patienceMs, () => {
        this.hasWaited = true;
        this.decide();
      });
    }
    this.decide();
    this.ask();
  }

  /** A branch has said what it has of this origin. */
  heard(from: BranchId, last: number): void {
    if (this.sure) return;
    this.silent.delete(from);
    this.wanted = Math.max(this.wanted, last);
    this.decide();
  }

  /** A branch has left the bank. */
  left(branch: BranchId): void {
    this.silent.delete(branch);
    this.decide();
  }

  /** Own writes were applied here or elsewhere, somebody has answered, or other directories are given up. */
  decide(): void {
    if (this.sure || !this.state) return;
    const hasHeard = this.silent.size === 0 || this.hasWaited;
    if (!this.whole && this.isAllHere(hasHeard || this.state.isNew)) {
      this.whole = true;
      this.host.becameWhole();
    }
    if (!this.whole || !hasHeard || !this.host.isOnlyOne()) return;
    if (!this.state.isTrusted && this.host.unaware().length > 0) return this.host.introduce();
    this.sure = true;
    this.timer?.cancel();
    this.host.becameSure();
  }

  private isAllHere(isKnown: boolean): boolean {
    const applied = this.host.ownApplied();
    return isKnown && applied >= this.wanted && applied >= this.host.ownReceived();
  }

  /** A question or its answer may be lost: asks again until there is nobody to ask. */
  private ask(): void {
    if (this.sure || this.silent.size === 0) return;
    for (const branch of this.silent) this.host.ask(branch);
    this.timer = this.host.deadlines.add(this.host.now() + this.host.patienceMs, () => this.ask());
  }
}
