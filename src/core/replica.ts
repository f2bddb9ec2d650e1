import { type AccountId, type BranchId, branchOf, type OriginId, openedAccount } from '../domain/ids.js';
import type { MutableVector, VersionVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch, WriteKind } from '../domain/writes.js';
import { assert, unreachable } from '../std/assert.js';
import { ApplicationOrder } from './application-order.js';
import { type Account, Ledger } from './ledger.js';

/** Writes received in order from one origin, of which some wait for others. */
interface Pending {
  readonly batches: WriteBatch[];
  /** Position of the next write within batches[0]. */
  cursor: number;
  /** Positions of the next dependency and counterpart and label of batches[0]. */
  dependency: number;
  counterpart: number;
  label: number;
}

/** What became of a received batch. */
export type Receipt = 'new' | 'duplicate' | 'gap';

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

  constructor(members: readonly BranchId[], founded: readonly bigint[]) {
    this.ledger = new Ledger(members, founded);
  }

  /** Takes in a batch; call `applyPending` afterwards. */
  receive(batch: WriteBatch): Receipt {
    const received = this.received.get(batch.origin) ?? 0;
    if (batch.first > received + 1) return 'gap';
    if (lastSequence(batch) <= received) return 'duplicate';
    // Batches are cut once, by their origin, so two never overlap in part.
    assert(batch.first === received + 1, 'a batch continues the log where the last one ended');
    this.received.set(batch.origin, lastSequence(batch));
    const pending = this.pending.get(batch.origin);
    if (pending) pending.batches.push(batch);
    else this.pending.set(batch.origin, { batches: [batch], cursor: 0, dependency: 0, counterpart: 0, label: 0 });
    return 'new';
  }

  /** Applies all that may be applied; returns the origins that advanced. */
  applyPending(): Set<OriginId> {
    const advanced = new Set<OriginId>();
    for (let progress = true; progress; ) {
      progress = false;
      for (const [origin, pending] of this.pending) {
        if (!this.advance(origin, pending)) continue;
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

  /** Marks own writes, which are applied as they are accepted. */
  accepted(origin: OriginId, sequence: number): void {
    this.appliedUpTo(origin, sequence);
    this.received.set(origin, sequence);
  }

  private advance(origin: OriginId, pending: Pending): boolean {
    let moved = false;
    for (let batch = pending.batches[0]; batch !== undefined; batch = pending.batches[0]) {
      while (pending.cursor < batch.kinds.length && this.isReady(batch, pending)) {
        this.applyOne(batch, pending);
        pending.cursor += 1;
        moved = true;
      }
      // Not where nothing moved: of an origin's first batch that would be an entry of 0.
      if (moved) this.appliedUpTo(origin, batch.first + pending.cursor - 1);
      if (pending.cursor < batch.kinds.length) return moved;
      pending.batches.shift();
      pending.cursor = pending.dependency = pending.counterpart = pending.label = 0;
    }
    return moved;
  }

  private appliedUpTo(origin: OriginId, sequence: number): void {
    this.order.applied(origin, (this.applied.get(origin) ?? 0) + 1, sequence);
    this.applied.set(origin, sequence);
  }

  /** Consumes the dependencies of the write at the cursor as they are met. */
  private isReady(batch: WriteBatch, pending: Pending): boolean {
    while (batch.dependencyAt[pending.dependency] === pending.cursor) {
      const origin = batch.origins[batch.dependencyOrigin[pending.dependency] as number] as OriginId;
      if ((this.applied.get(origin) ?? 0) < (batch.dependencySequence[pending.dependency] as number)) return false;
      pending.dependency += 1;
    }
    return true;
  }

  private applyOne(batch: WriteBatch, pending: Pending): void {
    const i = pending.cursor;
    const kind = batch.kinds[i] as WriteKind;
    const at = branchOf(batch.origin);
    const amount = batch.amounts[i] as number;
    switch (kind) {
      case WriteKind.open:
        this.ledger.open(
          openedAccount({ origin: batch.origin, sequence: batch.first + i }),
          batch.labels[pending.label++] as string,
        );
        return;
      case WriteKind.deposit:
        this.ledger.credit(this.account(batch, batch.accountIndices[i] as number), at, amount);
        return;
      case WriteKind.withdraw:
        this.ledger.debit(this.account(batch, batch.accountIndices[i] as number), at, amount);
        return;
      case WriteKind.transfer:
        this.ledger.debit(this.account(batch, batch.accountIndices[i] as number), at, amount);
        this.ledger.credit(this.account(batch, batch.counterparts[pending.counterpart++] as number), at, amount);
        return;
      case WriteKind.grant: {
        const to = batch.counterparts[pending.counterpart++] as BranchId;
        this.ledger.grant(this.account(batch, batch.accountIndices[i] as number), at, to, amount);
        return;
      }
      default:
        unreachable(kind);
    }
  }

  private account(batch: WriteBatch, index: number): Account {
    const account = this.ledger.find(batch.accounts[index] as AccountId);
    assert(account !== undefined, 'a write about an account is applied after its opening');
    return account;
  }
}
