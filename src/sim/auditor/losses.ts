import type { Branch } from '../../core/branch.js';
import type { BranchId, OriginId, WriteId } from '../../domain/ids.js';
import type { SessionVectors } from '../../domain/session.js';
import { includesWrite, type VersionVector } from '../../domain/vector.js';
import { lastSequence, type WriteBatch } from '../../domain/writes.js';
import { insist, nameOf, type TwinWrite, type WriteName } from '../twin.js';
import type { Answered } from '../watcher.js';
import { describe, isRefusedAs } from './asked.js';

/**
 * What is lost when a data directory is given up: all that comes after its cut, the
 * last write that stands. A write that others were counted for is lost only with
 * all of them, and a passbook that names a lost one is told so.
 */
export class Losses {
  private readonly cuts = new Map<OriginId, number>();
  /** The seals that tell of the cuts. */
  private readonly seals = new Map<OriginId, WriteId>();
  private readonly names = new Set<WriteName>();
  /** Who was counted when a write was acknowledged, and has the same disk since. */
  private readonly holders = new Map<WriteName, Set<BranchId>>();

  /** Without a seal, nobody has ever heard of the data directory. */
  cut(origin: OriginId, last: number, seal?: WriteId): void {
    this.cuts.set(origin, last);
    if (seal) this.seals.set(origin, seal);
  }

  isCut(origin: OriginId): boolean {
    return this.cuts.has(origin);
  }

  /** Whether nothing of the batch stands. */
  isBeyond(batch: WriteBatch): boolean {
    return batch.first > this.cutOf(batch.origin);
  }

  /** The last write of a batch that stands; one before it, if none does. */
  lastThatStands(batch: WriteBatch): number {
    return Math.min(lastSequence(batch), this.cutOf(batch.origin));
  }

  /** Of a vector, what stands. */
  standing(vector: VersionVector): VersionVector {
    return new Map([...vector].map(([origin, last]) => [origin, Math.min(last, this.cutOf(origin))]));
  }

  lost(writes: readonly TwinWrite[]): void {
    for (const { name } of writes) this.names.add(name);
  }

  /** The name is that of another write now. */
  logged(name: WriteName): void {
    this.names.delete(name);
  }

  counted(name: WriteName, holders: readonly BranchId[]): void {
    this.holders.set(name, new Set(holders));
  }

  /** Its disk is not the one with which it was counted. */
  holdsNothing(branch: BranchId): void {
    for (const holders of this.holders.values()) holders.delete(branch);
  }

  /** What a branch had when it was counted, it has promised to keep: only with all who had it can a write be lost. */
  checkOnlyLocalOnesLost(answers: readonly Answered[], isGone: (branch: BranchId) => boolean): void {
    for (const { outcome, ...asked } of answers) {
      if (asked.request.acks === 'local' || outcome.kind !== 'written') continue;
      const name = nameOf(outcome.view.origin, outcome.view.own);
      const holders = [...(this.holders.get(name) ?? [])].filter((id) => !isGone(id));
      insist(
        !this.names.has(name) || holders.length === 0,
        'LostAcknowledgedWrite',
        () => `${describe(asked)} was acknowledged, branch ${holders} has ${name}, and it is given up`,
      );
    }
  }

  /** Whether the passbook names what the branch knows to be lost. */
  areNamed(passbook: SessionVectors | undefined, { applied, isSure }: Branch): boolean {
    const isKnownLost = ([origin, sequence]: [OriginId, number]) => {
      const seal = this.seals.get(origin);
      return seal !== undefined && includesWrite(applied, seal) && sequence > this.cutOf(origin);
    };
    return isSure && passbook !== undefined && [...passbook.written, ...passbook.read].some(isKnownLost);
  }

  /** Who shows a passbook that names them is told, by every branch that knows. */
  checkTold(answered: Answered, wereNamed: boolean): void {
    // Who refuses everybody need not look at passbooks.
    const isRefused = isRefusedAs(answered.outcome, 'WRITES_LOST', 'OVERLOADED', 'CLOSING');
    insist(!wereNamed || isRefused, 'ReadYourWrites', () => `${describe(answered)} was not told what is lost`);
  }

  /** What is told is true, and the passbook names some of it. */
  checkTrue(answered: Answered, told: VersionVector | undefined): void {
    const isTrue = [...(told ?? [])].every(([origin, cut]) => this.cuts.get(origin) === cut);
    const { written, read } = answered.request.passbook as SessionVectors;
    const exceeds = ([origin, sequence]: [OriginId, number]) => sequence > (told?.get(origin) ?? Infinity);
    const isNamed = [...written, ...read].some(exceeds);
    insist(isTrue && isNamed, 'UnjustifiedRefusal', () => `${describe(answered)} was told of losses that are none`);
  }

  private cutOf(origin: OriginId): number {
    return this.cuts.get(origin) ?? Infinity;
  }
}
