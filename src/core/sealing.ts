import type { BranchId, OriginId } from '../domain/ids.js';
import type { Deadline, Deadlines } from './deadlines.js';
import type { Membership } from './membership.js';
import type { PeerMessage } from './messages.js';

export interface SealingHost {
  readonly self: BranchId;
  readonly membership: Membership;
  readonly deadlines: Deadlines;
  readonly patienceMs: number;
  now(): number;
  send(peer: BranchId, message: PeerMessage): void;
  /** Promises itself what it asks of the others. */
  fence(branch: BranchId, successor: OriginId | undefined): void;
  /** Everybody has promised, and what they had is here. */
  seal(branch: BranchId, successor: OriginId | undefined): void;
}

/** One or several branches of which the data directories are to be given up. */
export interface Ending {
  readonly branches: readonly BranchId[];
  /** The directory by which the only one of them goes on; absent if they leave the bank. */
  readonly successor: OriginId | undefined;
  /** They are gone: what only they have is lost. Otherwise they are asked for their last writes as well. */
  readonly areLost: boolean;
  readonly done: () => void;
}

/** Asks everybody for fences, until the seals can be written (`Membership`). */
export class Sealing {
  /** A branch that takes the place of a lost directory may have to give up others first. */
  private endings: Ending[] = [];
  private timer: Deadline | undefined;

  constructor(private readonly host: SealingHost) {}

  get isUnderway(): boolean {
    return this.endings.length > 0;
  }

  /** Those that have not promised yet. */
  get silentOnes(): BranchId[] {
    return this.endings.flatMap((ending) => this.missing(ending).map(({ by }) => by));
  }

  /** What was begun about the same branches is forgotten. */
  begin(ending: Ending): void {
    this.endings = [...this.endings.filter(({ branches }) => !branches.some((id) => ending.branches.includes(id))), ending];
    this.timer?.cancel();
    this.ask();
  }

  /** Fences were applied, or branches have left. */
  decide(): void {
    for (const ending of this.endings) {
      if (this.missing(ending).length > 0) continue;
      this.endings = this.endings.filter((other) => other !== ending);
      for (const branch of ending.branches) this.host.seal(branch, ending.successor);
      ending.done();
    }
  }

  /** A question or its answer may be lost: asks again until nobody is missing. */
  private ask(): void {
    const { host } = this;
    if (!this.isUnderway) return;
    for (const ending of this.endings) {
      for (const { of, by } of this.missing(ending)) {
        if (by === host.self) host.fence(of, ending.successor);
        else host.send(by, { kind: 'fence', branch: of, successor: ending.successor });
      }
    }
    this.timer = host.deadlines.add(host.now() + host.patienceMs, () => this.ask());
  }

  private missing({ branches, successor, areLost }: Ending): { of: BranchId; by: BranchId }[] {
    const { membership } = this.host;
    const isOpen = (of: BranchId, by: BranchId) => !membership.hasFence({ of, by, successor });
    // Those who leave come first, each with the promise to write no more: that has to be here before anybody fences it off.
    const leaving = areLost || successor ? [] : branches.filter((branch) => isOpen(branch, branch));
    if (leaving.length > 0) return leaving.map((branch) => ({ of: branch, by: branch }));
    const staying = membership.members.filter((by) => !branches.includes(by));
    return branches.flatMap((of) => staying.filter((by) => isOpen(of, by)).map((by) => ({ of, by })));
  }
}
