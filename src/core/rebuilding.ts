import type { WriteBatch } from '../domain/writes.js';
import { assert } from '../std/assert.js';
import type { Allowances } from './allowances.js';
import type { Membership } from './membership.js';
import type { Sessions } from './once.js';
import type { DirectoryState } from './recovery.js';
import type { Replica } from './replica.js';
import type { BranchSnapshot } from './snapshot.js';

/** What a disk has kept of a branch. */
export interface Kept extends DirectoryState {
  readonly snapshot: BranchSnapshot | undefined;
  /** Those that are pending in the snapshot first, then those of the log. */
  readonly batches: Iterable<WriteBatch>;
}

export interface RebuildingHost {
  readonly bankId: string;
  readonly membership: Membership;
  readonly replica: Replica;
  readonly sessions: Sessions;
  readonly allowances: Allowances;
  /** Who belongs to the bank is known. */
  membersKnown(): void;
}

/** The state of a branch, to and from what a disk keeps of it. */
export class Rebuilding {
  /** Batches of the own disk that do not fit yet, because some before them are damaged. */
  private strays: WriteBatch[] = [];

  constructor(private readonly host: RebuildingHost) {}

  restore({ snapshot, batches }: Kept): void {
    const { replica } = this.host;
    assert(replica.received.size === 0, 'a branch is rebuilt before it does anything');
    if (snapshot) this.begin(snapshot);
    for (const batch of batches) {
      const receipt = replica.receiveAgain(batch);
      assert(receipt !== 'fork', 'a log has one history of every origin');
      if (receipt === 'gap') this.strays.push(batch);
      // One after the other: what came after a fence was applied only where another write followed it.
      replica.applyPending();
    }
    this.takeStrays();
    replica.applyPending();
  }

  /** Takes in batches of the own disk that follow now. They are in the log already. */
  takeStrays(): void {
    for (let progress = this.strays.length > 0; progress; ) {
      progress = false;
      this.strays = this.strays.filter((batch) => {
        const receipt = this.host.replica.receiveAgain(batch);
        if (receipt === 'new') progress = true;
        return receipt === 'gap';
      });
    }
  }

  /** All that is known now, whether it is durable or not. */
  snapshot(): BranchSnapshot {
    const { bankId, membership, replica, sessions, allowances } = this.host;
    const { origins, pending } = replica.summary();
    return {
      bankId,
      vector: new Map(replica.applied),
      count: replica.order.size,
      accounts: [...replica.ledger.all()],
      origins,
      pending: [...pending, ...this.strays.map((batch) => batch.encoded as Uint8Array)],
      log: [],
      membership: membership.summary(),
      sessions: sessions.summaries(),
      grants: [...allowances.grants()],
    };
  }

  private begin(snapshot: BranchSnapshot): void {
    const { bankId, membership, replica, sessions, allowances } = this.host;
    assert(snapshot.bankId === bankId, 'a snapshot is of this bank');
    membership.restore(snapshot.membership);
    this.host.membersKnown();
    replica.restore(snapshot);
    sessions.restore(snapshot.sessions);
    for (const { account, to, sequence } of snapshot.grants) allowances.granted(account, to, sequence);
  }
}
