import { type ClientDuplexStream, type ServiceError, type StatusObject, status } from '@grpc/grpc-js';
import type { OriginId } from '../domain/ids.js';
import { demands } from '../domain/session.js';
import { includes, joinInto, type MutableVector, raise, type VersionVector } from '../domain/vector.js';
import { BatchRequestWriter, type StreamedOperation } from '../wire/batch-requests.js';
import { BatchResponseReader, type StreamedOutcome } from '../wire/batch-results.js';
import { type BatchRequest, type BatchResponse, WireError } from '../wire/messages.js';
import { unpackOrigin } from '../wire/vectors.js';
import { LONGEST_TIMEOUT_MS } from './attempt.js';
import type { PendingOperation } from './pending-operation.js';

/** Operations of one message. */
const MOST_OPERATIONS = 1024;
/** Named on one stream: the branch remembers them as long as it lasts. */
const MOST_SESSIONS = 2 ** 14;
/** Of one message, about; a branch takes up to 1 MiB. */
const MOST_BYTES = 2 ** 18;

export type BatchCall = ClientDuplexStream<BatchRequest, BatchResponse>;

/** What a stream tells its owner. After `ended` it says nothing more. */
export interface BranchStreamEvents {
  welcomed(bankId: string, origin: OriginId): void;
  /** There is room again. */
  writable(): void;
  ended(end: StreamEnd): void;
}

export interface StreamEnd {
  readonly code: status;
  readonly details: string;
  /** Operations that were not answered, in the order in which they were sent. */
  readonly unanswered: PendingOperation[];
}

/**
 * One stream of batches to one branch. What is numbered over a stream, and what
 * the branch has shown on it, lives and dies with this object.
 *
 * Invariant: `shown` is included in the branch's vector, as a branch never
 * forgets while a stream to it lasts.
 */
export class BranchStream {
  /** Who answers; undefined until the branch has welcomed. */
  origin: OriginId | undefined;
  isWritable = true;
  private readonly writer = new BatchRequestWriter();
  private reader: BatchResponseReader | undefined;
  private readonly inFlight = new Map<number, PendingOperation>();
  private readonly shown: MutableVector = new Map();
  /** The part of a view that is joined already: views share it for as long as it does not change. */
  private lastOthers: VersionVector | undefined;
  private isRetired = false;
  private hasEnded = false;

  constructor(
    private readonly call: BatchCall,
    private readonly events: BranchStreamEvents,
    private readonly nowMs: () => number,
  ) {
    call.on('data', (response: BatchResponse) => this.receive(response));
    call.on('drain', () => this.drained());
    call.on('status', ({ code, details }: StatusObject) => this.end(code, details));
    // Comes before the status, or without one if it is Node's own.
    call.on('error', (error: Error & Partial<ServiceError>) =>
      this.end(error.code ?? status.UNKNOWN, error.details ?? error.message),
    );
  }

  /** Sends the front of the queue as one message, to whom the branch has said it is. */
  send(queue: PendingOperation[], to: OriginId): void {
    let taken = 0;
    let bytes = 0;
    while (taken < queue.length && this.writer.size < MOST_OPERATIONS && bytes < MOST_BYTES) {
      const pending = queue[taken++] as PendingOperation;
      if (pending.isDone) continue;
      const row = this.row(pending);
      bytes += bytesOf(row);
      this.inFlight.set(this.writer.add(row), pending);
      pending.send(to);
    }
    queue.splice(0, taken);
    // The writer makes the fields of a message, which is all that encoding needs.
    if (this.writer.size > 0) this.isWritable = this.call.write(this.writer.take() as BatchRequest);
  }

  /** Whether it has named so many sessions that another one is to take its place. */
  get isFull(): boolean {
    return this.writer.sessions >= MOST_SESSIONS;
  }

  /** Sends nothing more, and ends when all is answered. */
  retire(): void {
    this.isRetired = true;
    this.endIfDone();
  }

  /** Ends the stream without a word to its owner; returns what was not answered. */
  cancel(): PendingOperation[] {
    this.hasEnded = true;
    this.call.cancel();
    return this.unanswered();
  }

  private row({ request, terms, deadlineMs }: PendingOperation): StreamedOperation {
    const { operation, session, counter, guarantees, acks } = request;
    const carried = session.carried;
    // A passbook of somebody else is for the branch to refuse, whatever was shown to others.
    const isOwn = carried.customer === session.customer;
    const isShown = isOwn && demands(operation.kind, guarantees, carried).every((demand) => includes(this.shown, demand));
    return {
      operation,
      session,
      counter,
      // Also where it is this branch: whoever else answers at its address then leaves the request alone.
      home: terms.home,
      settledBelow: session.settledBelow,
      timeoutMs: branchTimeoutMs(terms.timeoutMs, deadlineMs - this.nowMs()),
      guarantees,
      acks,
      passbook: isShown ? undefined : carried,
    };
  }

  private receive(response: BatchResponse): void {
    if (this.hasEnded) return;
    try {
      if (response.welcome) this.welcome(response.welcome);
      if (response.operations.length === 0 || this.hasEnded) return;
      if (!this.reader) throw new WireError('a branch welcomes before it answers');
      this.reader.read(response, (number, outcome) => this.deliver(number, outcome));
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      // The two ends no longer agree on numbers and vectors; a new stream begins afresh.
      this.call.cancel();
      this.end(status.INTERNAL, error.message);
    }
  }

  private welcome(welcome: NonNullable<BatchResponse['welcome']>): void {
    const origin = unpackOrigin(welcome.origin);
    this.origin = origin;
    this.reader = new BatchResponseReader(origin);
    this.events.welcomed(welcome.bankId ?? '', origin);
  }

  private deliver(number: number, outcome: StreamedOutcome): void {
    const pending = this.inFlight.get(number);
    this.inFlight.delete(number);
    this.learn(outcome);
    pending?.finish(outcome);
    this.endIfDone();
  }

  private endIfDone(): void {
    if (this.isRetired && this.inFlight.size === 0) this.call.end();
  }

  private learn(outcome: StreamedOutcome): void {
    const view = outcome.view;
    if (!view) return;
    if (view.own > 0) raise(this.shown, view.origin, view.own);
    if (view.others === this.lastOthers) return;
    this.lastOthers = view.others;
    joinInto(this.shown, view.others);
  }

  private drained(): void {
    if (this.hasEnded) return;
    this.isWritable = true;
    this.events.writable();
  }

  private end(code: status, details: string): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.events.ended({ code, details, unanswered: this.unanswered() });
  }

  private unanswered(): PendingOperation[] {
    const unanswered = [...this.inFlight.values()].filter((pending) => !pending.isDone);
    this.inFlight.clear();
    return unanswered;
  }
}

/** About what an operation takes of a message. */
function bytesOf({ operation, session, passbook }: StreamedOperation): number {
  const label = operation.kind === 'open' ? operation.label.length : 0;
  const entries = passbook ? passbook.written.size + passbook.read.size : 0;
  return 64 + 3 * (label + session.customer.length) + 20 * entries;
}

/**
 * How long the branch may take, so that its explanation wins over our backstop.
 * Operations that were sent soon after they began get the same number, which
 * makes one entry of a column; those that were held up get what is left.
 */
export function branchTimeoutMs(timeoutMs: number, remainingMs: number): number {
  const marginMs = Math.max(20, timeoutMs / 20);
  const granted = Math.floor(Math.min(timeoutMs - marginMs, remainingMs - marginMs / 2));
  return Math.min(Math.max(1, granted), LONGEST_TIMEOUT_MS);
}
