import type { BranchId, CustomerId } from '../../domain/ids.js';

/**
 * A run as a space-time diagram, as data: a lane for everybody, what happened on
 * it, and who told whom. Time runs downwards, in microseconds since the run
 * began. Every picture format is made from this and decides nothing itself.
 *
 * Invariants: events are in the order of time, an event's id is its place in
 * `events`; those of one lane never share a time with their order undecided; an
 * arrow never goes back in time; no lane is without an event.
 */
export interface Diagram {
  readonly title: string;
  /** Customers first, then branches, each in their order. */
  readonly lanes: readonly Lane[];
  readonly events: readonly DiagramEvent[];
  readonly arrows: readonly Arrow[];
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
  /** What short names of writes stand for, one a log: `1-1 is 1-b094fccb-1`. */
  readonly namesInFull: readonly string[];
  readonly endUs: number;
}

export type Lane =
  | { readonly kind: 'customer'; readonly customer: CustomerId; readonly label: string }
  | { readonly kind: 'branch'; readonly branch: BranchId; readonly label: string };

export type EventKind =
  | 'ask' // a customer begins an operation
  | 'answer' // and has its answer
  | 'arrive' // a branch has the request, or decides it
  | 'accept' // a write is in the log of its branch
  | 'apply' // a branch has applied writes of another
  | 'park' // a request waits for writes
  | 'short' // a withdrawal waits for allowance
  | 'grant'
  | 'cede' // a branch hands a request to another
  | 'void' // a request is refused for good
  | 'send'
  | 'receive'
  | 'fetch'
  | 'fault';

export interface DiagramEvent {
  readonly id: number;
  /** Index into `lanes`. */
  readonly lane: number;
  readonly atUs: number;
  readonly kind: EventKind;
  /** A few words for the picture: `deposit 10`, `→ 400`. */
  readonly label: string;
  /** Sentences for whoever wants to know more. */
  readonly details: readonly string[];
  /** The operation that it belongs to, as `customer:event`. */
  readonly operation?: string;
  /** The lane of the branch whose write it is about: writes have the colour of their branch. */
  readonly origin?: number;
  /** Of an answer; `info`: there was none, or nobody can tell what came of it. */
  readonly outcome?: 'ok' | 'fail' | 'info';
}

export type ArrowKind = 'request' | 'answer' | 'writes' | 'allowance' | 'fetch';

export interface Arrow {
  readonly kind: ArrowKind;
  /** Ids of events. */
  readonly from: number;
  /** Absent: it never arrived. */
  readonly to?: number;
  /** The lane it was meant for. */
  readonly toLane: number;
  readonly label: string;
  /** Of writes: the lane of the branch that made them. */
  readonly origin?: number;
}

export type SpanKind =
  | 'operation' // from its beginning to its end, on the customer's lane
  | 'parked'
  | 'short'
  | 'down' // no process
  | 'paused'
  | 'cut'; // lines that let nothing through

export interface Span {
  readonly kind: SpanKind;
  readonly lane: number;
  readonly fromUs: number;
  readonly toUs: number;
  readonly label: string;
  readonly operation?: string;
}

/** An anomaly, at the event that shows it. */
export interface Mark {
  readonly anomaly: string;
  /** The event that is blamed, then what it should have known of: the witness. */
  readonly events: readonly number[];
  /** Why, in one sentence. */
  readonly sentence: string;
}
