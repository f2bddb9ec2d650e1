import { type AccountId, type BranchId, branchOf, type OriginId, openedAccount, type WriteId } from '../domain/ids.js';
import { EMPTY_VECTOR, type MutableVector, raise, type VersionVector } from '../domain/vector.js';
import {
  type FinalReason,
  finalReason,
  hasCounterpart,
  hasLabel,
  lastSequence,
  namesAccount,
  successorWith,
  type WriteBatch,
  WriteKind,
} from '../domain/writes.js';
import { assert, unreachable } from '../std/assert.js';
import { ApplicationOrder } from './application-order.js';
import { type Account, Ledger } from './ledger.js';
import type { Membership, Seal } from './membership.js';
import type { Fact, SessionRecord, Sessions } from './once.js';
import type { BranchSnapshot } from './snapshot.js';

/** Writes received in order from one origin, of which some wait for others. */
interface Pending {
  readonly batches: WriteBatch[];
  /** Position of the next write within batches[0]. */
  cursor: number;
  /** Positions of the next dependency and counterpart and label of batches[0]. */
  dependency: number;
  counterpart: number;
  label: number;
  /** The sessions of batches[0], once one was needed. */
  sessions: SessionRecord[] | undefined;
}

/**
 * What became of a received batch. A fork is a batch that does not continue what
 * is known of its origin: two logs go by the same name, and neither can be told
 * to be the right one.
 */
export type Receipt = 'new' | 'duplicate' | 'gap' | 'fork';

/** What else is to know of applied writes. */
export interface ReplicaHost {
  readonly sessions: Sessions;
  readonly membership: Membership;
  /** As far as writes of the origin are applied although no others follow them: less than all if this branch has fenced it off, or may have. */
  freeUpTo(origin: OriginId): number;
  granted(origin: OriginId, account: AccountId, to: BranchId, sequence: number): void;
  /** A fact about a request was learnt. */
  learnt(session: SessionRecord, counter: number): void;
  joined(branch: BranchId): void;
  sealed(seal: Seal): void;
  /** This replica has writes that the bank has given up: it is none of the bank any more. */
  strayed(origin: OriginId): void;
}

/**
 * A replica: the ledger and the vector that says which writes are in it.
 *
 *   applied names exactly the writes in the ledger, and they are causally closed:
 *   write (o, n) is applied after (o, n-1) and after its dependencies
 *
 * Without the second half monotonic writes and writes follow reads break at
 * third branches, where nobody waits for anything.
 */
export class Replica {
  readonly ledger: Ledger;
  readonly applied: MutableVector = new Map();
  /** Per origin, the last sequence received without a gap; at least `applied`. */
  readonly received: MutableVector = new Map();
  readonly order = new ApplicationOrder();
  private readonly pending = new Map<OriginId, Pending>();
  /** Of each origin's last batch that was received. */
  private readonly digests = new Map<OriginId, string>();
  private lastOwn: WriteBatch | undefined;
  /** What the last applied write of each origin followed, itself left out; never changed once shared. */
  private readonly followed = new Map<OriginId, VersionVector>();

  constructor(
    members: readonly BranchId[],
    founded: readonly bigint[],
    private readonly host: ReplicaHost,
  ) {
    this.ledger = new Ledger(members, founded);
  }

  /** Takes in a batch; call `applyPending` afterwards. */
  receive(batch: WriteBatch): Receipt {
    // What goes on in the place of a directory that is given up is taken in once a fence has named it.
    return this.host.membership.mayWrite(batch.origin) ? this.receiveAgain(batch) : 'duplicate';
  }

  /** Takes in a batch of the own disk, which was taken in before. */
  receiveAgain(batch: WriteBatch): Receipt {
    const { origin, first } = batch;
    // Whoever has applied its seal has all of it that stands.
    if (this.host.membership.cutOf(origin) !== undefined) return 'duplicate';
    const received = this.received.get(origin) ?? 0;
    const last = lastSequence(batch);
    if (first > received + 1) return 'gap';
    if (last < received) return 'duplicate';
    const known = this.digestOf(origin);
    if (last === received) return batch.digest === known ? 'duplicate' : 'fork';
    // Batches are cut once, by their origin, so two never overlap in part, but for one of which a snapshot has a part.
    const isFirst = !this.pending.has(origin);
    if ((first !== received + 1 && !isFirst) || batch.previousDigest !== known) return 'fork';
    this.received.set(origin, last);
    this.digests.set(origin, batch.digest as string);
    if (isFirst) this.pending.set(origin, pendingFrom(batch, received - first + 1));
    else this.pending.get(origin)?.batches.push(batch);
    return 'new';
  }

  /** Applies all that may be applied; returns the origins that advanced. */
  applyPending(): Set<OriginId> {
    const advanced = new Set<OriginId>();
    for (let progress = true; progress; ) {
      progress = false;
      for (const [origin, pending] of this.pending) {
        if (!this.advance(origin, pending, this.mostOf(origin))) continue;
        advanced.add(origin);
        progress = true;
        if (pending.batches.length === 0) this.pending.delete(origin);
      }
    }
    return advanced;
  }

  /** What received writes wait for: for each origin, a sequence that is needed. */
  blockers(): VersionVector {
    const needed: MutableVector = new Map();
    for (const pending of this.pending.values()) {
      const batch = pending.batches[0] as WriteBatch;
      for (let d = pending.dependency; batch.dependencyAt[d] === pending.cursor; d++) {
        const origin = batch.origins[batch.dependencyOrigin[d] as number] as OriginId;
        const sequence = batch.dependencySequence[d] as number;
        if (sequence > (this.applied.get(origin) ?? 0)) needed.set(origin, Math.max(sequence, needed.get(origin) ?? 0));
      }
    }
    return needed;
  }

  /** What is here of each origin, where that is more than could be applied. */
  receivedOnly(): VersionVector {
    return new Map([...this.pending.keys()].map((origin) => [origin, this.received.get(origin) as number]));
  }

  /** Begins where a snapshot was taken; its pending batches are received afterwards. */
  restore({ vector, count, accounts, origins }: BranchSnapshot): void {
    this.ledger.restore(accounts);
    this.order.beginAfter(count);
    for (const [origin, sequence] of vector) {
      this.applied.set(origin, sequence);
      this.received.set(origin, sequence);
    }
    for (const { origin, followed, digest } of origins) {
      this.followed.set(origin, followed);
      this.digests.set(origin, digest);
    }
  }

  /** Batches that could not be applied to the end, and all origins as a snapshot keeps them. */
  summary(): Pick<BranchSnapshot, 'origins' | 'pending'> {
    const pending: Uint8Array[] = [];
    const origins = [...this.received.keys()].map((origin) => {
      const batches = this.pending.get(origin)?.batches ?? [];
      for (const batch of batches) pending.push(batch.encoded as Uint8Array);
      return { origin, followed: this.followedBy(origin), digest: batches[0]?.previousDigest ?? this.digestOf(origin) };
    });
    return { origins, pending };
  }

  /** Marks own writes, which are applied as they are accepted; they follow all that is there. */
  accepted(origin: OriginId, sequence: number, others: VersionVector): void {
    this.followed.set(origin, others);
    this.appliedUpTo(origin, sequence);
    this.received.set(origin, sequence);
  }

  /** An own batch is closed; it has a digest as soon as it is encoded. */
  closed(batch: WriteBatch): void {
    this.lastOwn = batch;
  }

  /** Of the last batch of the origin; empty if there is none. */
  digestOf(origin: OriginId): string {
    return (this.lastOwn?.origin === origin ? this.lastOwn.digest : this.digests.get(origin)) ?? '';
  }

  /** What the last applied write of an origin followed, itself left out. */
  followedBy(origin: OriginId): VersionVector {
    return this.followed.get(origin) ?? EMPTY_VECTOR;
  }

  /**
   * As far as the writes of an origin may be applied. Of one that is held back, besides
   * only what a write follows that is none of these: it was made before
   * its maker's fence, so the seal follows it too.
   */
  private mostOf(origin: OriginId): number {
    const free = this.host.freeUpTo(origin);
    if (free === Infinity) return free;
    const followed: MutableVector = new Map();
    for (let progress = true; progress; ) {
      progress = false;
      for (const [by, { batches, cursor, dependency }] of this.pending) {
        const batch = batches[0] as WriteBatch;
        if (batch.first + cursor > Math.max(this.host.freeUpTo(by), followed.get(by) ?? 0)) continue;
        for (let d = dependency; batch.dependencyAt[d] === cursor; d++) {
          const other = batch.origins[batch.dependencyOrigin[d] as number] as OriginId;
          if (raise(followed, other, batch.dependencySequence[d] as number)) progress = true;
        }
      }
    }
    return Math.max(free, followed.get(origin) ?? 0);
  }

  private advance(origin: OriginId, pending: Pending, most: number): boolean {
    let moved = false;
    for (let batch = pending.batches[0]; batch !== undefined; batch = pending.batches[0]) {
      const end = Math.min(batch.kinds.length, most - batch.first + 1);
      while (pending.cursor < end && this.isReady(batch, pending)) {
        this.applyOne(batch, pending);
        pending.cursor += 1;
        moved = true;
      }
      // Not where nothing moved: of an origin's first batch that would be an entry of 0.
      if (moved) this.appliedUpTo(origin, batch.first + pending.cursor - 1);
      if (pending.cursor < batch.kinds.length) return moved;
      pending.batches.shift();
      pending.cursor = pending.dependency = pending.counterpart = pending.label = 0;
      pending.sessions = undefined;
    }
    return moved;
  }

  private appliedUpTo(origin: OriginId, sequence: number): void {
    this.order.applied(origin, (this.applied.get(origin) ?? 0) + 1, sequence);
    this.applied.set(origin, sequence);
  }

  /** Consumes the dependencies of the write at the cursor as they are met. */
  private isReady(batch: WriteBatch, pending: Pending): boolean {
    let followed: MutableVector | undefined;
    while (batch.dependencyAt[pending.dependency] === pending.cursor) {
      const origin = batch.origins[batch.dependencyOrigin[pending.dependency] as number] as OriginId;
      const sequence = batch.dependencySequence[pending.dependency] as number;
      if ((this.applied.get(origin) ?? 0) < sequence) return false;
      if (!followed) this.followed.set(batch.origin, (followed = new Map(this.followedBy(batch.origin))));
      followed.set(origin, sequence);
      pending.dependency += 1;
    }
    return true;
  }

  private applyOne(batch: WriteBatch, pending: Pending): void {
    const i = pending.cursor;
    const kind = batch.kinds[i] as WriteKind;
    const other = hasCounterpart(kind) ? (batch.counterparts[pending.counterpart++] as number) : undefined;
    const label = hasLabel(kind) ? (batch.labels[pending.label++] as string) : undefined;
    this.changeLedger(batch, i, kind, other, label);
    const session = batch.sessionIndices[i] as number;
    if (session > 0) this.learn(this.sessionsOf(batch, pending)[session - 1] as SessionRecord, batch, i, kind, other, label);
  }

  private changeLedger(
    batch: WriteBatch,
    i: number,
    kind: WriteKind,
    other: number | undefined,
    label: string | undefined,
  ): void {
    const at = branchOf(batch.origin);
    const amount = batch.amounts[i] as number;
    const sequence = batch.first + i;
    switch (kind) {
      case WriteKind.open:
        this.ledger.open(openedAccount({ origin: batch.origin, sequence }), label as string);
        return;
      case WriteKind.deposit:
        return this.ledger.credit(this.account(batch, batch.accountIndices[i] as number), at, amount);
      case WriteKind.withdraw:
        return this.ledger.debit(this.account(batch, batch.accountIndices[i] as number), at, amount);
      case WriteKind.transfer:
        this.ledger.debit(this.account(batch, batch.accountIndices[i] as number), at, amount);
        return this.ledger.credit(this.account(batch, other as number), at, amount);
      case WriteKind.grant: {
        const account = this.account(batch, batch.accountIndices[i] as number);
        // Whoever granted it may not have known yet that the branch was leaving.
        this.ledger.grant(account, at, this.host.membership.heirOf(other as BranchId), amount);
        return this.host.granted(batch.origin, account.id, other as BranchId, sequence);
      }
      case WriteKind.cede:
      case WriteKind.void:
        return;
      case WriteKind.fence:
        return this.host.membership.fence({ of: other as BranchId, by: at, successor: successorWith(other as BranchId, amount) });
      case WriteKind.seal:
        return this.seal({ origin: batch.origin, sequence }, other as BranchId, successorWith(other as BranchId, amount));
      case WriteKind.join:
        return this.join(other as BranchId, label as string, { origin: batch.origin, sequence });
      default:
        unreachable(kind);
    }
  }

  /** A branch belongs to the bank, by a write that is being applied. */
  join(branch: BranchId, address: string, by: WriteId): void {
    this.host.membership.join({ branch, address, by });
    this.host.joined(branch);
  }

  /** The directories of a branch are given up, by a write that is being applied. */
  seal(by: WriteId, branch: BranchId, successor: OriginId | undefined): void {
    const seal = this.host.membership.seal(branch, successor, by, this.followedBy(by.origin));
    for (const origin of this.received.keys()) {
      if (branchOf(origin) !== branch || origin === successor) continue;
      const applied = this.applied.get(origin) ?? 0;
      if (applied > (seal.cuts.get(origin) ?? 0)) this.host.strayed(origin);
      // Not of one that may go on in the place of this successor, of which nothing is known here yet.
      if (this.host.membership.cutOf(origin) === undefined) continue;
      this.pending.delete(origin);
      if (applied > 0) this.received.set(origin, applied);
      else this.received.delete(origin);
    }
    if (successor === undefined) this.ledger.inherit(branch, branchOf(by.origin));
    this.host.sealed(seal);
  }

  private learn(
    session: SessionRecord,
    batch: WriteBatch,
    i: number,
    kind: WriteKind,
    other: number | undefined,
    label: string | undefined,
  ): void {
    const counter = batch.counters[i] as number;
    if (counter === 0) return;
    const fact: Fact = {
      kind,
      id: { origin: batch.origin, sequence: batch.first + i },
      account: namesAccount(kind) ? batch.accounts[batch.accountIndices[i] as number] : undefined,
      amount: batch.amounts[i] as number,
      to: kind === WriteKind.transfer ? batch.accounts[other as number] : undefined,
      label,
      receiver: kind === WriteKind.cede ? (other as BranchId) : undefined,
      reason: kind === WriteKind.void ? (finalReason(batch.amounts[i] as number) as FinalReason) : undefined,
      others: this.followedBy(batch.origin),
    };
    session.learn(counter, fact);
    this.host.learnt(session, counter);
  }

  private sessionsOf(batch: WriteBatch, pending: Pending): SessionRecord[] {
    if (pending.sessions) return pending.sessions;
    pending.sessions = batch.sessions.map(({ customer, session, settledBelow }) => {
      const record = this.host.sessions.of(customer, session);
      record.settle(settledBelow);
      return record;
    });
    return pending.sessions;
  }

  private account(batch: WriteBatch, index: number): Account {
    const account = this.ledger.find(batch.accounts[index] as AccountId);
    assert(account !== undefined, 'a write about an account is applied after its opening');
    return account;
  }
}

/** With the first `count` writes of the batch left out, which were applied before. */
function pendingFrom(batch: WriteBatch, count: number): Pending {
  const pending = { batches: [batch], cursor: count, dependency: 0, counterpart: 0, label: 0, sessions: undefined };
  for (let i = 0; i < count; i++) {
    if (hasCounterpart(batch.kinds[i] as WriteKind)) pending.counterpart += 1;
    if (hasLabel(batch.kinds[i] as WriteKind)) pending.label += 1;
  }
  while ((batch.dependencyAt[pending.dependency] ?? count) < count) pending.dependency += 1;
  return pending;
}
