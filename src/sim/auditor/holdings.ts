import type { BranchId, OriginId } from '../../domain/ids.js';
import { includes, type MutableVector, raise, type VersionVector } from '../../domain/vector.js';
import type { WriteBatch } from '../../domain/writes.js';
import { insist, nameOf } from '../twin.js';
import type { Losses } from './losses.js';

/**
 * What every branch has in its log, and of that on its disk: of each data directory
 * so many writes without a gap. Of one that was given up, what does not stand is
 * nowhere.
 */
export class Holdings {
  private readonly origins = new Map<BranchId, OriginId>();
  private readonly logs = new Map<BranchId, MutableVector>();
  private readonly disks = new Map<BranchId, MutableVector>();
  /** What damage has cut off from the rest of a log. */
  private readonly strays = new Map<BranchId, readonly WriteBatch[]>();
  private readonly wereSpoiled = new Set<BranchId>();

  constructor(private readonly losses: Losses) {}

  /** The branch has this data directory from now on, which begins with that log. */
  begin(branch: BranchId, origin: OriginId, log: readonly WriteBatch[] = []): void {
    this.origins.set(branch, origin);
    this.strays.delete(branch);
    const disk: MutableVector = new Map();
    for (const batch of log) this.reach(disk, batch);
    this.disks.set(branch, disk);
    this.logs.set(branch, new Map(disk));
  }

  /** All that ever belonged to the bank. */
  get branches(): BranchId[] {
    return [...this.origins.keys()];
  }

  originOf(branch: BranchId): OriginId {
    return this.origins.get(branch) as OriginId;
  }

  log(branch: BranchId): VersionVector {
    return this.logs.get(branch) as MutableVector;
  }

  disk(branch: BranchId): VersionVector {
    return this.disks.get(branch) as MutableVector;
  }

  /** Whether its disk was ever spoiled or replaced. */
  wasSpoiled(branch: BranchId): boolean {
    return this.wereSpoiled.has(branch);
  }

  logged(branch: BranchId, batch: WriteBatch): void {
    const log = this.logs.get(branch) as MutableVector;
    const last = log.get(batch.origin) ?? 0;
    insist(batch.first === last + 1, 'LogGap', () => `branch ${branch} logs ${nameOf(batch.origin, batch.first)} after ${last}`);
    this.reach(log, batch);
    this.absorb(branch, log);
  }

  durable(branch: BranchId, batches: readonly WriteBatch[]): void {
    const disk = this.disks.get(branch) as MutableVector;
    for (const batch of batches) {
      this.reach(disk, batch);
      this.absorb(branch, disk);
    }
  }

  /** The process has ended, and no more than this was kept; returns the first of its own writes that is lost. */
  crashed(branch: BranchId, kept: readonly WriteBatch[]): number {
    this.durable(branch, kept);
    this.logs.set(branch, new Map(this.disk(branch)));
    const origin = this.originOf(branch);
    // Of one whose disk was spoiled, the other branches know how far it had come.
    const witnesses = this.wasSpoiled(branch) ? [...this.logs.values()] : [this.disk(branch)];
    return Math.max(...witnesses.map((log) => log.get(origin) ?? 0)) + 1;
  }

  /** The disk is not what it was: what it had and has lost, others have. */
  spoiled(branch: BranchId, left: readonly WriteBatch[]): void {
    this.wereSpoiled.add(branch);
    const held: MutableVector = new Map();
    this.disks.set(branch, held);
    this.strays.set(branch, left);
    this.absorb(branch, held);
    this.logs.set(branch, new Map(held));
  }

  /** It begins with what another branch has. */
  replaced(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void {
    this.wereSpoiled.add(branch);
    this.begin(branch, origin, log);
  }

  /** Nothing of the data directory stands after its write `last`. */
  cut(origin: OriginId, last: number): void {
    for (const vector of [...this.logs.values(), ...this.disks.values()]) {
      if ((vector.get(origin) ?? 0) <= last) continue;
      if (last > 0) vector.set(origin, last);
      else vector.delete(origin);
    }
  }

  /** What is lost was never sent. */
  checkNowhere(origin: OriginId, from: number): void {
    for (const log of this.logs.values())
      insist((log.get(origin) ?? 0) < from, 'LostAcknowledgedWrite', () => `${nameOf(origin, from)} is lost, but was sent`);
  }

  /** Nothing leaves a branch that it could still lose. */
  checkDurable(branch: BranchId, vector: VersionVector, where: () => string): void {
    insist(includes(this.disk(branch), vector), 'LostAcknowledgedWrite', () => `${where()} is not durable there`);
  }

  /** As far as a batch goes, and what it has stands. */
  private reach(vector: MutableVector, batch: WriteBatch): void {
    raise(vector, batch.origin, this.losses.lastThatStands(batch));
  }

  /** What damage has cut off from the rest of a log belongs to it again, once that is there. */
  private absorb(branch: BranchId, vector: MutableVector): void {
    for (let progress = true; progress; ) {
      progress = false;
      for (const batch of this.strays.get(branch) ?? []) {
        if (batch.first !== (vector.get(batch.origin) ?? 0) + 1) continue;
        this.reach(vector, batch);
        progress = (vector.get(batch.origin) ?? 0) >= batch.first;
      }
    }
  }
}
