import { type BranchId, branchId, branchOf } from '../domain/ids.js';
import { type LoggedWrite, WriteKind, writesOf } from '../domain/writes.js';
import type { Site } from './site.js';
import type { Sites } from './sites.js';

/** Who belongs to the bank, who comes and who goes, as an operator brings it about. */
export class Membership {
  /** Those that belong to it now. */
  members: readonly BranchId[];
  /** They have left, or are lost for good. */
  private readonly gone = new Set<BranchId>();
  private readonly leaving = new Set<BranchId>();
  private readonly orphans = new Set<BranchId>();
  /** They leave, and not all know it yet. */
  private readonly unknown = new Set<BranchId>();

  constructor(
    private readonly sites: Sites,
    /** Those that the bank was founded with. */
    readonly founders: readonly BranchId[],
  ) {
    this.members = founders;
  }

  /** Whether it has left, or is lost for good. */
  isGone(id: BranchId): boolean {
    return this.gone.has(id);
  }

  /** Whether it was asked to leave. */
  isLeaving(id: BranchId): boolean {
    return this.leaving.has(id);
  }

  /** Whether anybody leaves, or has left and not all know it. */
  get isAnyoneLeaving(): boolean {
    return this.unknown.size > 0 || [...this.leaving].some((id) => !this.gone.has(id));
  }

  /** The number of the next branch that joins. */
  get nextNumber(): BranchId {
    return branchId(Math.max(...this.sites.ids) + 1);
  }

  /** A new branch is taken in; tells whether it was, unless the branch that decides ends meanwhile. */
  join(id: BranchId, then: (done: boolean) => void): void {
    // One that does not decide it may know that it was done.
    const decider = this.members.find((member) => this.sites.site(member).branch);
    const site = decider && this.sites.site(decider);
    if (!site || site.isPaused) return then(false);
    site.ask((branch, nowMs) =>
      branch.admit(
        id,
        `branch-${id}`,
        ({ kind }) => {
          if (kind === 'done' && !this.sites.ids.includes(id)) this.found(id, site);
          then(kind === 'done');
        },
        nowMs,
      ),
    );
  }

  private found(id: BranchId, donor: Site): void {
    const site = this.sites.build(id, id);
    const { origin } = site.config;
    const log = [...donor.disk.durable];
    site.disk.replace(origin, 'joined', donor.summary(), log);
    this.members = [...this.members, id];
    this.sites.tell((watcher) => watcher.joined?.(id, origin, log));
    site.start();
    this.sites.network.join(id);
  }

  /** Whether the branch that would decide it can: enough others stay, as far as it knows. */
  mayLeave(id: BranchId, isLost: boolean): boolean {
    const [decider] = this.others(id);
    if (decider === undefined || !this.sites.site(decider).isHealed) return false;
    const { members } = this.sites.branch(decider);
    const stay = members.filter((member) => member !== id);
    if (!members.includes(id) || stay[0] !== decider) return false;
    return !isLost || stay.length * 2 > members.length || (stay.length * 2 === members.length && stay[0] === members[0]);
  }

  /**
   * A branch is let go; tells whether all know it, for what one branch has written can
   * be lost with its disk. One that is lost has ended before, and never begins again;
   * one that is there ends by itself when it hears of it.
   */
  leave(id: BranchId, isLost: boolean, then: (done: boolean) => void): void {
    const others = this.others(id).map((other) => this.sites.site(other));
    const [decider] = others as [Site];
    if (!isLost) this.leaving.add(id);
    this.unknown.add(id);
    const isKnown = others.every((other) => hasSealed(other, id));
    if (isKnown && isLost) this.depart(id);
    if (isKnown) this.unknown.delete(id);
    if (!isKnown && decider.branch?.members.includes(id) && !decider.isPaused)
      decider.ask((branch, nowMs) => branch.retire([id], isLost, () => {}, nowMs));
    then(isKnown);
  }

  /** Its process has ended, and nobody will bring it back. */
  abandon(id: BranchId): void {
    this.gone.add(id);
  }

  /** It belongs to the bank no more. */
  depart(id: BranchId): void {
    if (!this.members.includes(id)) return;
    this.members = this.others(id);
    this.gone.add(id);
    this.sites.tell((watcher) => watcher.left?.(id));
  }

  /** A branch has sealed directories of another one: joinings may be lost with those. */
  sealed(sealer: BranchId, sealed: BranchId): void {
    const branch = this.sites.branch(sealer);
    for (const id of this.members) {
      if (branch.members.includes(id) || this.founders.includes(id)) continue;
      const { disk } = this.sites.site(id);
      const origins = new Set(disk.durable.map(({ origin }) => origin).filter((origin) => branchOf(origin) === sealed));
      const lost = [...origins].filter((origin) => disk.lastOf(origin) > branch.lastOf(origin));
      // It will be told that it has what is lost; it begins anew or not at all.
      if (lost.some((origin) => branch.lastOf(origin) > 0)) this.orphans.add(id);
      // Nobody can tell, who has never heard of the directory: only where all branches begin at once, and at their ease.
      else if (lost.length > 0) {
        this.sites.crash(id);
        this.depart(id);
      }
    }
  }

  /** Whether its joining is lost, and nobody will ever know it. */
  isOrphan(id: BranchId): boolean {
    return this.orphans.has(id);
  }

  private others(id: BranchId): BranchId[] {
    return this.members.filter((member) => member !== id);
  }
}

/** Whether it is on the disk of a branch that another one is given up. */
function hasSealed({ branch, disk }: Site, id: BranchId): boolean {
  const isSeal = ({ kind, receiver }: LoggedWrite) => kind === WriteKind.seal && receiver === id;
  const isOnDisk = disk.durable.some((batch) => batch.kinds.includes(WriteKind.seal) && [...writesOf(batch)].some(isSeal));
  return isOnDisk && branch !== undefined && !branch.members.includes(id);
}
