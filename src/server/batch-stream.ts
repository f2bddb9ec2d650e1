import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Branch } from '../core/branch.js';
import type { SessionRecord } from '../core/once.js';
import type { CustomerId } from '../domain/ids.js';
import { hasName, type OperationKind } from '../domain/operations.js';
import type { Refusal } from '../domain/outcomes.js';
import type { WriteSession } from '../domain/writes.js';
import type { Driver } from '../driver/driver.js';
import { BatchRequestReader, type StreamedOperation } from '../wire/batch-requests.js';
import { BatchResponseWriter } from '../wire/batch-results.js';
import { packError } from '../wire/errors.js';
import { type BatchRequest, type BatchResponseShape, WireError } from '../wire/messages.js';
import { packOrigin } from '../wire/vectors.js';
import { readable } from './message-limit.js';
import { checkPassbook, Refused, refusal } from './requests.js';
import type { TimeLimits } from './time-limits.js';

/** Messages to one customer process that may wait to be read. */
const MOST_UNREAD = 4096;

type Call = ServerDuplexStream<BatchRequest, BatchResponseShape>;

/** A session on a stream. */
class Caller implements WriteSession {
  private record: SessionRecord;
  private isRemembered = false;

  constructor(
    private readonly branch: Branch,
    readonly customer: CustomerId,
    readonly session: number,
  ) {
    this.record = branch.visitor(customer, session);
  }

  /** Whoever asks only leaves no trace; what can be tried again is to be remembered. */
  recordFor(kind: OperationKind, counter: number): SessionRecord {
    if (!this.isRemembered && hasName(kind, counter)) {
      this.record = this.branch.session(this.customer, this.session);
      this.isRemembered = true;
    }
    return this.record;
  }
}

/** One customer process: operations of many sessions in, results out, a message for all that is decided in one go. */
export class BatchStream {
  private readonly reader: BatchRequestReader<Caller>;
  private readonly writer: BatchResponseWriter;
  private operations = 0;
  private flushing = false;
  private ended = false;

  constructor(
    private readonly call: Call,
    private readonly branch: Branch,
    private readonly driver: Driver,
    private readonly limits: TimeLimits,
  ) {
    const { bankId, origin } = branch.config;
    this.reader = new BatchRequestReader((customer, session) => new Caller(branch, customer, session));
    this.writer = new BatchResponseWriter(origin);
    call.write({ welcome: { bankId, origin: packOrigin(origin) } });
    call.on('data', (batch: BatchRequest) => this.receive(batch));
    call.on('end', () => this.end());
    call.on('error', () => this.end());
    call.on('cancelled', () => this.end());
  }

  end(): void {
    if (this.ended) return;
    this.flush();
    this.ended = true;
    this.call.end();
  }

  private breakOff(why: Refusal): void {
    this.ended = true;
    this.call.emit('error', packError(why));
  }

  private receive(batch: BatchRequest): void {
    let operations: StreamedOperation<Caller>[];
    try {
      operations = this.reader.read(readable(batch));
    } catch (error) {
      if (!(error instanceof WireError || error instanceof Refused)) throw error;
      // The two ends no longer agree on numbers: nothing of this batch was done, and the stream is over.
      return this.breakOff(error instanceof Refused ? error.refusal : refusal('INVALID_REQUEST', error.message));
    }
    const nowMs = performance.now();
    for (const operation of operations) this.operate(operation, nowMs);
  }

  private operate(streamed: StreamedOperation<Caller>, nowMs: number): void {
    const number = this.operations++;
    const { operation, session: caller, counter, home, passbook, guarantees, acks } = streamed;
    try {
      if (passbook) checkPassbook(passbook, this.branch.config.bankId, caller.customer);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.writer.add(number, error.refusal);
      this.scheduleFlush();
      return;
    }
    const session = caller.recordFor(operation.kind, counter);
    session.settle(streamed.settledBelow);
    this.driver.operate({
      operation,
      session,
      counter,
      home,
      passbook,
      guarantees,
      acks,
      deadlineMs: this.limits.ofStreamed(streamed.timeoutMs, nowMs),
      reply: (outcome) => {
        this.writer.add(number, outcome);
        this.scheduleFlush();
      },
    });
  }

  /** Replies come in bursts, within one call of the driver: they leave together when it returns. */
  private scheduleFlush(): void {
    if (this.flushing) return;
    this.flushing = true;
    queueMicrotask(() => {
      this.flushing = false;
      this.flush();
    });
  }

  private flush(): void {
    if (this.ended || this.writer.size === 0) return;
    this.call.write(this.writer.take());
    // Whoever asks and does not read is not waited for: what it would read fills our memory.
    if (this.call.writableLength > MOST_UNREAD)
      this.breakOff(refusal('OVERLOADED', `${MOST_UNREAD} messages with answers were not read`));
  }
}
