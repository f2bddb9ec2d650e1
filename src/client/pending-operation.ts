import type { GuaranteeSet } from '../domain/guarantees.js';
import type { OriginId } from '../domain/ids.js';
import { type AckLevel, isWrite, type Operation } from '../domain/operations.js';
import type { Refusal } from '../domain/outcomes.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import { type Attempt, clientRefusal, type Place, type Terms } from './attempt.js';
import type { Carrier } from './carrier.js';
import type { Expiring } from './expiry.js';

/** What an operation asks, whichever attempt carries it. */
export interface OperationRequest {
  readonly operation: Operation;
  readonly session: Carrier;
  readonly counter: number;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
}

/** Told of an attempt once, when it ends. */
export type AttemptDone<Answer> = (outcome: Answer | Refusal, attempt: Attempt) => void;

/**
 * An operation at one branch, over all the streams on which it is sent there.
 *
 * It ends exactly once; whatever comes later is ignored. Once `wasSent`, a write
 * may take effect, and only a branch that remembers the attempt can say so:
 * that is the origin `sentTo` and no other.
 */
export class PendingOperation implements Attempt, Expiring {
  again: Attempt['again'] = 'anywhere';
  wasSent: boolean;
  sentTo: OriginId | undefined;
  copies: number;
  /** What went wrong with the last stream, as the second half of a sentence. */
  trouble: string | undefined;
  private onDone: AttemptDone<StreamedOutcome> | undefined;

  constructor(
    readonly request: OperationRequest,
    readonly place: Place,
    readonly terms: Terms,
    readonly deadlineMs: number,
    done: AttemptDone<StreamedOutcome>,
  ) {
    this.onDone = done;
    this.wasSent = terms.before !== undefined;
    this.sentTo = terms.before?.sentTo;
    this.copies = terms.before?.copies ?? 0;
  }

  get isDone(): boolean {
    return this.onDone === undefined;
  }

  get mayHaveTakenEffect(): boolean {
    return this.copies > 0 && isWrite(this.request.operation.kind);
  }

  /** Whether that origin can say what became of every copy. */
  isKnownTo(origin: OriginId): boolean {
    return !this.mayHaveTakenEffect || this.sentTo === origin;
  }

  get doubt(): Refusal | undefined {
    return this.mayHaveTakenEffect ? this.unknown(`${this.place} has not answered every copy of it`) : undefined;
  }

  /** A connected stream takes it. */
  send(to: OriginId): void {
    this.wasSent = true;
    this.sentTo = to;
    this.copies += 1;
  }

  /** The branch has answered. */
  finish(outcome: StreamedOutcome): void {
    this.copies -= 1;
    this.end(outcome);
  }

  fail(why: string, again: Attempt['again'] = 'anywhere'): void {
    this.again = again;
    const kind = this.request.operation.kind;
    const unsent = isWrite(kind) ? `; the ${kind} was not sent` : '';
    this.end(this.mayHaveTakenEffect ? this.unknown(why) : clientRefusal(this.place, 'BRANCH_UNREACHABLE', why + unsent));
  }

  /** The backstop: the branch itself answers a little before the deadline, if it can. */
  expire(): void {
    const { timeoutMs } = this.terms;
    if (this.wasSent) this.fail(`${this.place} did not answer within ${timeoutMs} ms`);
    else if (this.trouble) this.fail(`${this.place} cannot be reached within ${timeoutMs} ms: ${this.trouble}`);
    else this.fail(`${this.place} cannot be reached: no connection within ${timeoutMs} ms`);
  }

  private unknown(why: string): Refusal {
    const message = `${why}; nobody can tell whether the ${this.request.operation.kind} took effect`;
    return clientRefusal(this.place, 'OUTCOME_UNKNOWN', message);
  }

  private end(outcome: StreamedOutcome): void {
    const done = this.onDone;
    this.onDone = undefined;
    done?.(outcome, this);
  }
}
