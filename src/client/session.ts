import { ALL_GUARANTEES, type GuaranteeSet } from '../domain/guarantees.js';
import type { Invocation, RecordedOperation } from '../domain/history.js';
import type { AccountId, BranchId, CustomerId, WriteId } from '../domain/ids.js';
import { type AmountMinor, isAmount } from '../domain/money.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import { type Refusal, type View, viewVector, writeOf } from '../domain/outcomes.js';
import { REFUSALS } from '../domain/refusals.js';
import { type Passbook, SessionMemory, type SessionVectors } from '../domain/session.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import type { Carrier, OperationRequest } from './pending-operation.js';
import { invocationOf, recordOf } from './record.js';

/** What a branch is asked on a session; accounts are opened by a unary call. */
export type SessionOperation = Exclude<Operation, { kind: 'open' }>;

/** How an operation ended. Refusals are values; exceptions mean bugs. */
export type Reply =
  /** `viewVector(view)`: the writes that the balance is the sum of. */
  | { readonly kind: 'balance'; readonly balance: bigint; readonly view: View }
  /** `before(view)`: what the branch had applied just before this write. */
  | { readonly kind: 'written'; readonly id: WriteId; readonly view: View }
  | Refusal;

export interface OperationChoices {
  /** What the branch waits for before it serves. Default: all four. */
  readonly guarantees?: GuaranteeSet;
  /** How many branches have a write before it is acknowledged. Default: `local`. */
  readonly acks?: AckLevel;
  /** Counts from when the operation begins, not while it waits for those before it. Default: 10 s. */
  readonly timeoutMs?: number;
}

export interface OperationOptions extends OperationChoices {
  /** Begins at once, beside the others of its session; it follows only those that are answered already. */
  readonly concurrent?: boolean;
}

export interface SessionOptions extends OperationChoices {
  /** Whose session it is; 1 to 128 characters. */
  readonly customer: CustomerId;
  /** Goes on where another session stopped. */
  readonly passbook?: Passbook | SessionVectors;
  /** Called when an operation begins. */
  readonly onInvocation?: (invocation: Invocation) => void;
  /** Called when an operation ends, before its reply is delivered. */
  readonly onOperation?: (record: RecordedOperation) => void;
}

/** What a session needs of its bank. */
export interface SessionPorts {
  /** Empty until a branch has said it. */
  readonly bankId: string;
  /** The moment from which histories count, on the same clock. */
  readonly startedAtMs: number;
  nowMs(): number;
  ask(branch: BranchId, request: OperationRequest, done: (outcome: StreamedOutcome) => void): void;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * One customer's thread of operations, at whatever branches. It carries the
 * passbook by itself. Operations run one after another unless they ask to be
 * concurrent; each resolves to its reply and never rejects.
 */
export class Session implements Carrier {
  readonly customer: CustomerId;
  private readonly memory: SessionMemory;
  /** Counters of operations under way, ascending: they are added in order. */
  private readonly unanswered = new Set<number>();
  private counter = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    /** Tells the sessions of a customer apart; below 2^53. */
    readonly session: number,
    private readonly options: SessionOptions,
    private readonly ports: SessionPorts,
  ) {
    this.customer = options.customer;
    this.memory = new SessionMemory(options.passbook);
  }

  query(branch: BranchId, account: AccountId, options?: OperationOptions): Promise<Reply> {
    return this.perform(branch, { kind: 'query', account }, options);
  }

  deposit(branch: BranchId, account: AccountId, amountMinor: number, options?: OperationOptions): Promise<Reply> {
    return this.perform(branch, { kind: 'deposit', account, amount: amountMinor as AmountMinor }, options);
  }

  withdraw(branch: BranchId, account: AccountId, amountMinor: number, options?: OperationOptions): Promise<Reply> {
    return this.perform(branch, { kind: 'withdraw', account, amount: amountMinor as AmountMinor }, options);
  }

  transfer(branch: BranchId, from: AccountId, to: AccountId, amountMinor: number, options?: OperationOptions): Promise<Reply> {
    return this.perform(branch, { kind: 'transfer', account: from, to, amount: amountMinor as AmountMinor }, options);
  }

  perform(branch: BranchId, operation: SessionOperation, options: OperationOptions = {}): Promise<Reply> {
    if (options.concurrent) return this.begin(branch, operation, options);
    const reply = this.last.then(() => this.begin(branch, operation, options));
    this.last = reply;
    return reply;
  }

  /** What the session has made and seen, as it stands; resume with it anywhere. */
  get passbook(): Passbook {
    const { bankId, customer, written, read } = this.carried;
    return { bankId, customer, written: new Map(written), read: new Map(read) };
  }

  get carried(): Passbook {
    const given: Partial<Passbook> = this.options.passbook ?? {};
    // A passbook of somebody else is shown as it is, so that the branch can refuse it.
    const bankId = given.bankId || this.ports.bankId;
    const customer = given.customer || this.customer;
    return { bankId, customer, written: this.memory.written, read: this.memory.read };
  }

  get settledBelow(): number {
    for (const counter of this.unanswered) return counter;
    return this.counter + 1;
  }

  private begin(branch: BranchId, operation: SessionOperation, options: OperationOptions): Promise<Reply> {
    const request = this.request(operation, options);
    const invocation = invocationOf(branch, request, this.nowUs());
    this.options.onInvocation?.(invocation);
    this.unanswered.add(request.counter);
    return new Promise((resolve) => {
      const done = (outcome: StreamedOutcome) => {
        this.unanswered.delete(request.counter);
        this.remember(outcome);
        this.options.onOperation?.(recordOf(invocation, this.nowUs(), outcome));
        resolve(replyOf(outcome));
      };
      if (operation.kind !== 'query' && !isAmount(operation.amount)) return done(invalidAmount(operation.amount));
      this.ports.ask(branch, request, done);
    });
  }

  private request(operation: SessionOperation, options: OperationOptions): OperationRequest {
    return {
      operation,
      session: this,
      counter: ++this.counter,
      guarantees: options.guarantees ?? this.options.guarantees ?? ALL_GUARANTEES,
      acks: options.acks ?? this.options.acks ?? 'local',
      timeoutMs: options.timeoutMs ?? this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    };
  }

  /** Whatever guarantees are selected: selection changes what is waited for, never what is remembered. */
  private remember(outcome: StreamedOutcome): void {
    const write = writeOf(outcome);
    if (write) this.memory.wrote(write);
    if (outcome.kind !== 'written' && outcome.view) this.memory.saw(viewVector(outcome.view));
  }

  /** Since the histories of the bank began; rounded down, which keeps the order of any two moments. */
  private nowUs(): number {
    return Math.floor((this.ports.nowMs() - this.ports.startedAtMs) * 1000);
  }
}

function replyOf(outcome: StreamedOutcome): Reply {
  if (outcome.kind !== 'written') return outcome;
  const { view } = outcome;
  return { kind: 'written', id: { origin: view.origin, sequence: view.own }, view };
}

function invalidAmount(amount: number): Refusal {
  const message = `${amount} is not an amount: it has to be from 1 to 2^53-1 minor units`;
  return {
    kind: 'refused',
    reason: 'INVALID_AMOUNT',
    applied: REFUSALS.INVALID_AMOUNT.applied,
    message,
    details: { field: 'amount_minor' },
  };
}
