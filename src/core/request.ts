import type { GuaranteeSet } from '../domain/guarantees.js';
import type { BranchId } from '../domain/ids.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { SessionVectors } from '../domain/session.js';
import type { SessionRecord } from './once.js';

/**
 * One operation at one branch. The edge has checked its shape; `passbook` holds
 * only vectors, compared with and never copied into a log: a forged one can
 * delay its own request and nothing else.
 */
export interface Request {
  readonly operation: Operation;
  readonly session: SessionRecord;
  /** The branch that the request was first sent to; absent: this one. */
  readonly home?: BranchId | undefined;
  /** Counts the requests of the session, from 1; 0 asks for no protection against doubling. */
  readonly counter: number;
  readonly passbook: SessionVectors | undefined;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  /** When to give up, on the branch's clock in milliseconds. */
  readonly deadlineMs: number;
  /** Called once by the driver, after all that the outcome reflects is durable. */
  readonly reply: (outcome: Outcome) => void;
}
