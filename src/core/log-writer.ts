import { type AccountId, type BranchId, nonceOf, type OriginId } from '../domain/ids.js';
import { joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { emptyBatch, FINAL_REASONS, type FinalReason, type LoggedSession, type WriteBatch, WriteKind } from '../domain/writes.js';
import { assert } from '../std/assert.js';

/** The request that a write is about. */
export interface WriteRequest {
  readonly session: LoggedSession;
  readonly counter: number;
}

/**
 * Collects the writes that a branch accepts into the next batch of its log.
 * A batch is one commit group: it grows until `take` closes it.
 */
export class LogWriter {
  private batch: WriteBatch;
  private readonly accountIndex = new Map<AccountId, number>();
  private readonly sessionIndex = new Map<LoggedSession, number>();
  private readonly originIndex = new Map<OriginId, number>();
  /** Entries of the branch's vector that changed since the last own write. */
  private readonly changed = new Map<OriginId, number>();
  /** What the last own write followed of other origins, and the sum of that. */
  private readonly followed: MutableVector = new Map();
  private followedSum = 0;

  private sequence = 0;

  constructor(private readonly origin: OriginId) {
    this.batch = emptyBatch(origin, 1);
  }

  /** Goes on after what the disk has kept. */
  resumeAfter(sequence: number): void {
    assert(this.sequence === 0 && this.batch.kinds.length === 0, 'a log is resumed before anything is written to it');
    this.changed.clear();
    this.sequence = sequence;
    this.batch = emptyBatch(this.origin, sequence + 1, this.followedSum);
  }

  /** What the last own write on the disk has followed: known before the log is resumed. */
  hasFollowed(others: VersionVector): void {
    joinInto(this.followed, others);
    for (const sequence of others.values()) this.followedSum += sequence;
  }

  /** Sequence of the last own write. */
  get last(): number {
    return this.sequence;
  }

  /** Remote writes were applied: the next own write depends on them. */
  dependsOn(origin: OriginId, sequence: number): void {
    this.changed.set(origin, sequence);
  }

  open(label: string, request: WriteRequest): number {
    this.batch.labels.push(label);
    return this.append(WriteKind.open, 0, 0, request);
  }

  deposit(account: AccountId, amount: number, request: WriteRequest): number {
    return this.append(WriteKind.deposit, this.index(account), amount, request);
  }

  withdraw(account: AccountId, amount: number, request: WriteRequest): number {
    return this.append(WriteKind.withdraw, this.index(account), amount, request);
  }

  transfer(from: AccountId, to: AccountId, amount: number, request: WriteRequest): number {
    this.batch.counterparts.push(this.index(to));
    return this.append(WriteKind.transfer, this.index(from), amount, request);
  }

  grant(account: AccountId, to: BranchId, amount: number): number {
    this.batch.counterparts.push(to);
    return this.append(WriteKind.grant, this.index(account), amount);
  }

  cede(request: WriteRequest, to: BranchId): number {
    this.batch.counterparts.push(to);
    return this.append(WriteKind.cede, 0, 0, request);
  }

  void(request: WriteRequest, reason: FinalReason): number {
    return this.append(WriteKind.void, 0, FINAL_REASONS[reason], request);
  }

  fence(branch: BranchId, successor: OriginId | undefined): number {
    this.batch.counterparts.push(branch);
    return this.append(WriteKind.fence, 0, successor === undefined ? 0 : nonceOf(successor));
  }

  seal(branch: BranchId, successor: OriginId | undefined): number {
    this.batch.counterparts.push(branch);
    return this.append(WriteKind.seal, 0, successor === undefined ? 0 : nonceOf(successor));
  }

  join(branch: BranchId, address: string): number {
    this.batch.counterparts.push(branch);
    this.batch.labels.push(address);
    return this.append(WriteKind.join, 0, 0);
  }

  /** Closes and returns the batch, if it has any writes. */
  take(previousDigest: string): WriteBatch | undefined {
    const batch = this.batch;
    if (batch.kinds.length === 0) return undefined;
    batch.previousDigest = previousDigest;
    this.batch = emptyBatch(this.origin, this.sequence + 1, this.followedSum);
    this.accountIndex.clear();
    this.sessionIndex.clear();
    this.originIndex.clear();
    return batch;
  }

  private append(kind: WriteKind, accountIndex: number, amount: number, request?: WriteRequest): number {
    const batch = this.batch;
    if (this.changed.size > 0) this.recordDependencies(batch);
    batch.kinds.push(kind);
    batch.accountIndices.push(accountIndex);
    batch.amounts.push(amount);
    batch.sessionIndices.push(request ? this.indexSession(request.session) : 0);
    batch.counters.push(request ? request.counter : 0);
    this.sequence += 1;
    return this.sequence;
  }

  private recordDependencies(batch: WriteBatch): void {
    for (const [origin, sequence] of this.changed) {
      let index = this.originIndex.get(origin);
      if (index === undefined) {
        index = batch.origins.push(origin) - 1;
        this.originIndex.set(origin, index);
      }
      batch.dependencyAt.push(batch.kinds.length);
      batch.dependencyOrigin.push(index);
      batch.dependencySequence.push(sequence);
      batch.dependencyGrowth.push(this.grow(origin, sequence));
    }
    this.changed.clear();
  }

  private grow(origin: OriginId, sequence: number): number {
    const growth = sequence - (this.followed.get(origin) ?? 0);
    assert(growth > 0, 'what a branch has applied only grows');
    this.followed.set(origin, sequence);
    this.followedSum += growth;
    return growth;
  }

  private index(account: AccountId): number {
    let index = this.accountIndex.get(account);
    if (index === undefined) {
      index = this.batch.accounts.push(account) - 1;
      this.accountIndex.set(account, index);
    }
    return index;
  }

  private indexSession(session: LoggedSession): number {
    let index = this.sessionIndex.get(session);
    if (index === undefined) {
      index = this.batch.sessions.push(session);
      this.sessionIndex.set(session, index);
    }
    return index;
  }
}
