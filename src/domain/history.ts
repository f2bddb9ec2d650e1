import type { GuaranteeSet } from './guarantees.js';
import type { AccountId, BranchId, CustomerId, WriteId } from './ids.js';
import type { OperationKind } from './operations.js';
import type { Applied, Reason } from './refusals.js';
import type { VersionVector } from './vector.js';

/**
 * One operation of one session as its customer lived through it: the record on
 * which guarantees are judged. A history is a list of these, in the order in
 * which they were invoked; operations of one customer are in session order.
 */
export interface RecordedOperation {
  readonly customer: CustomerId;
  /** Position among the operations of the customer, from 1. */
  readonly event: number;
  readonly branch: BranchId;
  readonly kind: OperationKind;
  readonly account: AccountId;
  /** Minor units; absent for a query. */
  readonly amountMinor?: number;
  /** The guarantees the branch was asked to wait for. */
  readonly guarantees: GuaranteeSet;
  /** Microseconds since the run began. */
  readonly invokedAtUs: number;
  /** Absent while no answer has come. */
  readonly completedAtUs?: number;
  /**
   * `ok`: done. `fail`: certainly without effect. `info`: nobody can tell.
   * A write that stands but missed its acknowledgement level is `ok` with a reason.
   */
  readonly outcome: 'ok' | 'fail' | 'info';
  readonly reason?: Reason;
  readonly applied?: Applied;
  /** One sentence for people, where the operation was refused. */
  readonly message?: string;
  /** The id of the write, where one was acknowledged. */
  readonly write?: WriteId;
  /**
   * What the branch had applied: for a write just before it, for a read or a
   * revealing refusal exactly what it reflects. Absent when the branch did not say.
   */
  readonly vector?: VersionVector;
  /** Of an answered query. */
  readonly balanceMinor?: bigint;
}
