import type { GuaranteeSet } from '../domain/guarantees.js';
import type { BranchId, OriginId } from '../domain/ids.js';
import { type AckLevel, isWrite } from '../domain/operations.js';
import type { Refusal } from '../domain/outcomes.js';
import type { Passbook } from '../domain/session.js';
import type { WriteSession } from '../domain/writes.js';
import type { StreamedOperation } from '../wire/batch-requests.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import type { Expiring } from './expiry.js';

/** Where a branch is: `branch 3 at 127.0.0.1:50053`. */
export class Place {
  constructor(
    readonly branch: BranchId,
    /** Host and port. */
    readonly address: string,
  ) {}

  toString(): string {
    return `branch ${this.branch} at ${this.address}`;
  }
}

/** A session as its operations see it: asked when one is sent, so that what it carries is the latest. */
export interface Carrier extends WriteSession {
  /** Live, not a copy. */
  readonly carried: Passbook;
  /** The lowest counter without an answer. */
  readonly settledBelow: number;
}

/** What an operation asks, whichever attempt carries it. */
export interface OperationRequest {
  readonly operation: StreamedOperation['operation'];
  readonly session: Carrier;
  readonly counter: number;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  readonly timeoutMs: number;
}

/**
 * An operation from when it begins until it ends, over all its attempts.
 *
 * It ends exactly once; whatever comes later is ignored. Once `sent`, a write
 * may take effect, and only a branch that remembers the attempt can say so:
 * that is the origin `sentTo` and no other.
 */
export class PendingOperation implements Expiring {
  /** Whether an attempt was handed to a connected stream. */
  sent = false;
  /** Who got the attempts; undefined while that stream has not said who answers. */
  sentTo: OriginId | undefined;
  private onDone: ((outcome: StreamedOutcome) => void) | undefined;

  constructor(
    readonly request: OperationRequest,
    readonly place: Place,
    readonly deadlineMs: number,
    done: (outcome: StreamedOutcome) => void,
  ) {
    this.onDone = done;
  }

  get isDone(): boolean {
    return this.onDone === undefined;
  }

  get mayHaveTakenEffect(): boolean {
    return this.sent && isWrite(this.request.operation.kind);
  }

  finish(outcome: StreamedOutcome): void {
    const done = this.onDone;
    this.onDone = undefined;
    done?.(outcome);
  }

  /** Ends without an answer from the branch; `why` is the first half of a sentence. */
  fail(why: string): void {
    const kind = this.request.operation.kind;
    if (this.mayHaveTakenEffect) {
      this.finish(clientRefusal(this.place, 'OUTCOME_UNKNOWN', `${why}; nobody can tell whether the ${kind} took effect`));
    } else {
      const unsent = isWrite(kind) ? `; the ${kind} was not sent` : '';
      this.finish(clientRefusal(this.place, 'BRANCH_UNREACHABLE', why + unsent));
    }
  }

  /** The backstop: the branch itself answers a little before the deadline, if it can. */
  expire(): void {
    const { timeoutMs } = this.request;
    this.fail(
      this.sent
        ? `${this.place} did not answer within ${timeoutMs} ms`
        : `${this.place} cannot be reached: no connection within ${timeoutMs} ms`,
    );
  }
}

export function clientRefusal(place: Place, reason: 'OUTCOME_UNKNOWN' | 'BRANCH_UNREACHABLE', message: string): Refusal {
  return {
    kind: 'refused',
    reason,
    applied: reason === 'OUTCOME_UNKNOWN' ? 'maybe' : 'no',
    message,
    details: { branch: String(place.branch), address: place.address },
  };
}
