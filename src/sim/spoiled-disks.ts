import { type BranchId, nonceOf, originId } from '../domain/ids.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Rng } from '../std/rng.js';
import type { Membership } from './membership.js';
import type { Sites } from './sites.js';

/**
 * Disks that are not what they were when the next process begins. The bank gets over
 * one at a time: two could lose what the one was to get back from the other.
 */
export class SpoiledDisks {
  /** Whose disk was spoiled last, and is perhaps not healed yet. */
  private last: BranchId | undefined;
  /** Their disk is gone, and they have no other one yet. */
  private readonly lost = new Set<BranchId>();

  constructor(
    private readonly sites: Sites,
    private readonly membership: Membership,
  ) {}

  /** Whether all whose disk was spoiled are there again with all that they had. */
  get areHealed(): boolean {
    if (this.last === undefined || !this.membership.members.includes(this.last)) return true;
    return this.sites.site(this.last).isHealed;
  }

  /**
   * The process ends, and its disk is an old copy, or damaged somewhere, when the
   * next one begins. Own writes are lost only as far as other disks have them:
   * nobody could bring back the rest.
   */
  spoil(id: BranchId, how: 'old-copy' | 'damaged-disk', rng: Rng): boolean {
    if (!this.begin(id)) return false;
    const { disk, config } = this.sites.site(id);
    const own = config.origin;
    const batches = [...disk.batches()];
    const elsewhere = this.lastElsewhere(id);
    const isSafe = (batch: WriteBatch) => batch.origin !== own || lastSequence(batch) <= elsewhere;
    const least = Math.max(disk.extent.beginning, batches.findLastIndex((batch) => !isSafe(batch)) + 1);
    if (how === 'old-copy') {
      disk.setBack(rng.integer(least, batches.length));
    } else {
      // Own writes are what it cannot do without.
      const all = Array.from(batches.keys()).slice(Math.max(least, disk.extent.needed));
      const ownOnes = all.filter((at) => batches[at]?.origin === own);
      const [first = batches.length] = rng.shuffled(ownOnes.length > 0 ? ownOnes : all);
      disk.damage(first, rng.integer(1, 3));
    }
    this.sites.tell((watcher) => watcher.spoiled?.(id, [...disk.batches()]));
    return true;
  }

  /** The process ends, its disk is gone, and nobody will bring it back. */
  abandon(id: BranchId): boolean {
    if (!this.begin(id)) return false;
    this.membership.abandon(id);
    return true;
  }

  /** The process ends, and its disk is gone when the next one begins, with another one that has what another branch has. */
  lose(id: BranchId): boolean {
    if (this.membership.members.length === 1 || !this.begin(id)) return false;
    this.lost.add(id);
    return true;
  }

  /** Before the process begins again: if its disk is gone, it has another one from now on. */
  replaceLost(id: BranchId): void {
    if (!this.lost.delete(id)) return;
    const site = this.sites.site(id);
    const nonce = nonceOf(site.config.origin) + 1;
    const others = this.membership.members.filter((member) => member !== id && !this.membership.isOrphan(member));
    const donor = this.sites.site(others[nonce % others.length] as BranchId);
    const log = [...donor.disk.durable];
    const origin = originId(id, nonce);
    site.replaceOrigin(origin);
    site.disk.replace(origin, 'replaced', donor.summary(), log);
    this.sites.tell((watcher) => watcher.replaced?.(id, origin, log));
  }

  /** Of its own writes, the last one that another disk has. */
  private lastElsewhere(id: BranchId): number {
    const { members, founders } = this.membership;
    // Not at one that has joined since: a disk that is set back may not know of it.
    const others = members.filter((other) => other !== id && founders.includes(other));
    const { origin } = this.sites.site(id).config;
    return Math.max(0, ...others.map((other) => this.sites.site(other).disk.lastOf(origin)));
  }

  private begin(id: BranchId): boolean {
    // One that leaves has promised to write no more, so that a disk which is lost meanwhile could not be given up.
    if (!this.areHealed || this.membership.isAnyoneLeaving || !this.sites.crash(id)) return false;
    this.last = id;
    return true;
  }
}
