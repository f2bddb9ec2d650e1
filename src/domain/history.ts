import type { GuaranteeSet } from './guarantees.js';
import type { AccountId, BranchId, CustomerId, OriginId, WriteId } from './ids.js';
import type { AckLevel, OperationKind } from './operations.js';
import { before, type Outcome, type View, viewVector } from './outcomes.js';
import type { Applied, Reason } from './refusals.js';
import type { VersionVector } from './vector.js';
import type { LoggedWrite } from './writes.js';

/**
 * What happened in a run, in four voices: customers begin and end operations,
 * branches tell of their work, and whoever breaks things says what was broken.
 * Only the customers' part is needed for a verdict; the rest lets more be judged,
 * and lets it be explained and drawn.
 */
export type HistoryEntry =
  | { readonly kind: 'invoked'; readonly operation: Invocation }
  | { readonly kind: 'completed'; readonly operation: RecordedOperation }
  | { readonly kind: 'branch'; readonly event: BranchEvent }
  | { readonly kind: 'fault'; readonly event: FaultEvent };

/** What is known of an operation when it begins. */
export type Invocation = Pick<
  RecordedOperation,
  'customer' | 'session' | 'event' | 'branch' | 'kind' | 'account' | 'to' | 'amountMinor' | 'guarantees' | 'acks' | 'invokedAtUs'
>;

/**
 * One operation of one session as its customer lived through it: the record on
 * which guarantees are judged. A history is a list of these, in the order in
 * which they were invoked; operations of one customer are in session order.
 */
export interface RecordedOperation {
  readonly customer: CustomerId;
  /** Tells the sessions of a customer apart, as in the logs of the branches; absent where nobody said it. */
  readonly session?: number;
  /** Position among the operations of the customer, from 1; the request's counter within its session. */
  readonly event: number;
  /**
   * Who was asked; once there is an answer, who gave it. The write may be one that
   * yet another branch has accepted: its id tells.
   */
  readonly branch: BranchId;
  readonly kind: OperationKind;
  /** The account asked about, credited or debited; empty for an opening. */
  readonly account: AccountId;
  /** The account that a transfer credits; absent where nobody said it. */
  readonly to?: AccountId;
  /** Minor units; absent for a query. */
  readonly amountMinor?: number;
  /** The guarantees the branch was asked to wait for. */
  readonly guarantees: GuaranteeSet;
  /** How many branches were to have the write before it was acknowledged; absent where nobody said it. */
  readonly acks?: AckLevel;
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
  /** Refused for good: it will never take effect, however often it is asked. What it shows may be what another branch had. */
  readonly final?: boolean;
  /** What the bank has lost of what the session had made and seen, as the refusal told it: of each origin, the last write that stands. */
  readonly lost?: VersionVector;
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

/** What came out of an operation. */
export type Ending = Pick<
  RecordedOperation,
  'outcome' | 'reason' | 'applied' | 'final' | 'lost' | 'message' | 'write' | 'vector' | 'balanceMinor'
>;

/** An answer as its customer takes it. */
export function endingOf(answer: Outcome): Ending {
  switch (answer.kind) {
    case 'written':
      return { outcome: 'ok', ...writtenAs(answer.view) };
    case 'balance':
      return { outcome: 'ok', vector: viewVector(answer.view), balanceMinor: answer.balance };
    case 'refused': {
      const { reason, applied, final, lost, message, standing, view } = answer;
      // A write that stands but missed its acknowledgement level was done.
      const outcome = ({ yes: 'ok', maybe: 'info', no: 'fail' } as const)[applied];
      return {
        outcome,
        reason,
        applied,
        ...(final && { final }),
        ...(lost && { lost }),
        message,
        ...(standing && writtenAs(standing)),
        ...(view && { vector: viewVector(view) }),
      };
    }
  }
}

/** `view` ends with the write. */
function writtenAs(view: View): Pick<RecordedOperation, 'write' | 'vector'> {
  return { write: { origin: view.origin, sequence: view.own }, vector: before(view) };
}

/** A branch on its own work. Those of one branch are in the order in which they happened. */
export type BranchEvent = { readonly branch: BranchId; readonly atUs: number } & BranchWork;

export type BranchWork =
  /** An own write has become durable: it stands. In log order, without gaps. */
  | { readonly kind: 'logged'; readonly write: LoggedWrite }
  /** All remote writes of an origin up to `upTo` are applied. */
  | { readonly kind: 'applied'; readonly upTo: WriteId }
  /** A request waits for writes that its session has made or seen. */
  | { readonly kind: 'parked'; readonly request: RequestName; readonly lacking: VersionVector }
  /** A withdrawal or transfer waits for allowance: the branch may pay out only so much by itself. */
  | { readonly kind: 'short'; readonly request: RequestName; readonly allowanceMinor: bigint }
  /** A request is decided; its answer leaves when all that it shows is durable. */
  | { readonly kind: 'decided'; readonly request: RequestName }
  /** Writes were handed to a link. */
  | { readonly kind: 'sent'; readonly to: BranchId; readonly writes: WriteRange }
  | {
      readonly kind: 'received';
      readonly from: BranchId;
      readonly writes: WriteRange;
      readonly receipt: 'new' | 'duplicate' | 'gap';
    }
  /** Other branches are asked for allowance. */
  | { readonly kind: 'asked'; readonly peers: readonly BranchId[]; readonly account: AccountId; readonly wantedMinor: bigint }
  | { readonly kind: 'granted'; readonly to: BranchId; readonly account: AccountId; readonly amountMinor: number }
  /** Missing writes are asked for. */
  | { readonly kind: 'fetching'; readonly from: BranchId; readonly writes: WriteRange }
  | { readonly kind: 'linked'; readonly peer: BranchId }
  | { readonly kind: 'unlinked'; readonly peer: BranchId }
  /** What the branch holds once nothing is going on any more: after the last fault, with every write delivered. */
  | { readonly kind: 'final'; readonly vector: VersionVector; readonly balances: ReadonlyMap<AccountId, bigint> };

/** Which operation of which session; the name that customer and branch have in common. */
export interface RequestName {
  readonly customer: CustomerId;
  readonly session: number;
  /** The operation's `event`; 0 for a request without a counter. */
  readonly counter: number;
}

/** Consecutive writes of one origin, both ends included. */
export interface WriteRange {
  readonly origin: OriginId;
  readonly first: number;
  readonly last: number;
}

/** What was done to the bank on purpose, or befell it. */
export interface FaultEvent {
  readonly atUs: number;
  readonly fault: FaultKind;
  /** Whom it concerns; for a cut, the lines from each of `branches` to each of `to`. Empty: everyone. */
  readonly branches: readonly BranchId[];
  readonly to?: readonly BranchId[];
  /** For people: `for 200 ms`, `the last group was lost`. */
  readonly detail?: string;
}

/** The detail of a crash after which the branch begins again without anything that it had: for people, and for judges who see no logs. */
export const DISK_LOST = 'its disk is lost';

export const FAULT_KINDS = [
  'cut', // lines let nothing through
  'heal', // every line is free again
  'break-link', // a connection breaks; what was on its way is lost
  'crash', // a process ends at once
  'restart', // and begins again with what its disk kept
  'pause', // a process stands still
  'resume',
  'clock-jump',
  'slow-disk',
  'failing-disk', // an append fails; the branch stops
  'lossy', // messages are lost, doubled or overtake each other
  'faults-end', // from here on nothing more is broken
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
