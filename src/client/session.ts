import { ALL_GUARANTEES } from '../domain/guarantees.js';
import type { Invocation, RecordedOperation } from '../domain/history.js';
import type { AccountId, BranchId, CustomerId } from '../domain/ids.js';
import { parseLosses } from '../domain/losses.js';
import { isAmount } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import { type Refusal, viewVector, writeOf } from '../domain/outcomes.js';
import { NEW_SESSION, type Passbook, SessionMemory, type SessionVectors } from '../domain/session.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import { invalidAmount, minorOf, wantedOf } from './amounts.js';
import { LONGEST_TIMEOUT_MS, type Terms } from './attempt.js';
import { type Entries, listEntries } from './entries.js';
import { Errand, type Route } from './errand.js';
import type { EntriesPage } from './listing.js';
import { givenPassbook, SessionPassbook } from './passbook-text.js';
import type { AttemptDone, OperationRequest } from './pending-operation.js';
import { invocationOf, recordOf } from './record.js';
import { type BalanceReply, type OpenedReply, RefusedError, type RefusedReply, type Reply, type WrittenReply } from './reply.js';
import { refused, replyTo } from './reply-to.js';
import {
  type AnyChoices,
  type EntriesRequest,
  guaranteesOf,
  type MoveRequest,
  type OpenRequest,
  type OperationChoices,
  type OperationOptions,
  problemOf,
  problemOfPage,
  problemOfSession,
  type QueryRequest,
  type TransferRequest,
} from './requests.js';
import type { SessionPorts } from './session-ports.js';
import { Turns } from './turns.js';

export type { Reply } from './reply.js';
export type { OperationOptions } from './requests.js';

/** A session as it begins. What it chooses holds for all its operations, unless one chooses otherwise. */
export interface SessionOptions extends OperationChoices {
  /** Whose session it is; 1 to 128 characters. */
  readonly customer: string;
  /** Goes on where another session stopped: the text of its passbook. */
  readonly passbook?: string | Passbook | SessionVectors | undefined;
  /** The branch to begin at. Default: the first of the bank. */
  readonly branch?: number | undefined;
  /** @internal Called when an operation begins. */
  readonly onInvocation?: (invocation: Invocation) => void;
  /** @internal Called when an operation ends, before its reply is delivered. */
  readonly onOperation?: (record: RecordedOperation) => void;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** The branch in front, and then what is asked of it: as the tests with real faults call a session. */
type Positional<What extends unknown[]> = [branch: BranchId, ...what: What, options?: OperationOptions];
type PositionalMove = Positional<[account: AccountId, amountMinor: number]>;
type PositionalTransfer = Positional<[from: AccountId, to: AccountId, amountMinor: number]>;
type PositionalQuery = Positional<[account: AccountId]>;

/**
 * One customer's thread of operations, at whatever branches. It carries the
 * passbook by itself. Operations run one after another unless they ask to be
 * concurrent; each resolves to its reply and never rejects.
 *
 * An operation that names a branch is carried out there. One that does not goes
 * to the branch of the session and, if that does not work out, to the others:
 * whoever answers is the branch of the session from then on. A request is
 * repeated under one id until its time is up, so it takes effect once at most.
 */
export class Session {
  readonly customer: CustomerId;
  /** Tells the sessions of a customer apart; below 2^53. */
  readonly session: number;
  private readonly memory: SessionMemory;
  private readonly given: Partial<Passbook>;
  /** Counters of operations under way, ascending: they are added in order. */
  private readonly unanswered = new Set<number>();
  private counter = 0;
  private readonly turns = new Turns();
  private place: BranchId;
  private usualRoute: Route | undefined;

  /** @internal `bank.session` makes them. */
  constructor(
    session: number,
    private readonly options: SessionOptions,
    private readonly ports: SessionPorts,
  ) {
    const { branch } = options;
    const problem = problemOfSession(options, ports.branches);
    if (problem) throw new RangeError(problem.message);
    if (branch !== undefined && !ports.branches.includes(branch as BranchId))
      throw new RangeError(`a session begins at one of the branches ${ports.branches.join(', ')}, not at ${branch}`);
    this.session = session;
    this.customer = options.customer as CustomerId;
    this.given = givenPassbook(options.passbook);
    this.memory = new SessionMemory({ ...NEW_SESSION, ...this.given });
    this.place = (branch ?? ports.branches[0]) as BranchId;
  }

  /** Opens an account, which is empty; the reply names it. */
  open({ label = '', ...options }: OpenRequest = {}): Promise<OpenedReply | RefusedReply> {
    return this.carryOut({ kind: 'open', label }, options) as Promise<OpenedReply | RefusedReply>;
  }

  /** Pays in. Refused with `INVALID_AMOUNT` or `ACCOUNT_NOT_FOUND`, or because no branch could serve in time. */
  deposit(request: MoveRequest): Promise<WrittenReply | RefusedReply>;
  /** @internal */
  deposit(...request: PositionalMove): Promise<WrittenReply | RefusedReply>;
  deposit(...request: [MoveRequest] | PositionalMove): Promise<WrittenReply | RefusedReply> {
    return this.move('deposit', request.length === 1 ? request[0] : moveOf(request));
  }

  /**
   * Takes out, never below zero, whichever branch may pay it out. Refused as `deposit`
   * is, and with `INSUFFICIENT_FUNDS` (the whole bank has less) or
   * `ALLOWANCE_UNREACHABLE` (more may exist, but its branch does not answer).
   */
  withdraw(request: MoveRequest): Promise<WrittenReply | RefusedReply>;
  /** @internal */
  withdraw(...request: PositionalMove): Promise<WrittenReply | RefusedReply>;
  withdraw(...request: [MoveRequest] | PositionalMove): Promise<WrittenReply | RefusedReply> {
    return this.move('withdraw', request.length === 1 ? request[0] : moveOf(request));
  }

  /** Moves money from one account to another, in one write. Refused as `withdraw` is. */
  transfer(request: TransferRequest): Promise<WrittenReply | RefusedReply>;
  /** @internal */
  transfer(...request: PositionalTransfer): Promise<WrittenReply | RefusedReply>;
  transfer(...request: [TransferRequest] | PositionalTransfer): Promise<WrittenReply | RefusedReply> {
    if (request.length === 1) return this.move('transfer', { account: request[0].from, ...request[0] });
    const [branch, account, to, amountMinor, options] = request;
    return this.move('transfer', { ...options, branch, account, to, amountMinor });
  }

  /**
   * What an account holds, with all that the session has made and seen; `wantAvailable`
   * brings money to the branch besides. Refused with `ACCOUNT_NOT_FOUND`.
   */
  query(request: QueryRequest): Promise<BalanceReply | RefusedReply>;
  /** @internal */
  query(...request: PositionalQuery): Promise<BalanceReply | RefusedReply>;
  query(...request: [QueryRequest] | PositionalQuery): Promise<BalanceReply | RefusedReply> {
    const { account, ...options }: QueryRequest =
      request.length === 1 ? request[0] : { ...request[2], branch: request[0], account: request[1] };
    const wanted = wantedOf(options);
    if (typeof wanted === 'object') return Promise.resolve(refused(wanted, this.first(options)));
    const operation: Operation = { kind: 'query', account: account as AccountId, ...(wanted && { wanted }) };
    return this.carryOut(operation, options) as Promise<BalanceReply | RefusedReply>;
  }

  /**
   * The writes of an account, in an order that is the same at every branch: those
   * that the branch had when the listing began, with all that the session has made
   * and seen. What it no longer has is in `broughtForward`. Both throw a `RefusedError`
   * where other operations reply that they were refused.
   */
  entries(request: EntriesRequest): Entries {
    return listEntries(async (pageToken) => {
      const page = await this.page(request, pageToken);
      if (page.kind === 'refused') throw new RefusedError(page);
      return page;
    });
  }

  /** @internal */
  perform(branch: BranchId, operation: Operation, options: OperationOptions = {}): Promise<Reply> {
    return this.carryOut(operation, { ...options, branch });
  }

  /** The branch that is asked unless an operation names one. */
  get branch(): number {
    return this.place;
  }

  /**
   * What the session has made and seen, as it stands. As text (`String(session.passbook)`)
   * it resumes anywhere: `bank.session({ customer, passbook })`.
   */
  get passbook(): SessionPassbook {
    const { bankId, customer, written, read } = this.carried;
    return new SessionPassbook(bankId, customer, new Map(written), new Map(read));
  }

  /** @internal Live, not a copy. */
  get carried(): Passbook {
    // A passbook of somebody else is shown as it is, so that the branch can refuse it.
    const bankId = this.given.bankId || this.ports.bankId;
    const customer = this.given.customer || this.customer;
    return { bankId, customer, written: this.memory.written, read: this.memory.read };
  }

  /** @internal The lowest counter without an answer. */
  get settledBelow(): number {
    for (const counter of this.unanswered) return counter;
    return this.counter + 1;
  }

  private move(kind: 'deposit' | 'withdraw' | 'transfer', request: Move): Promise<WrittenReply | RefusedReply> {
    const { account, to } = request;
    const amount = minorOf(request);
    if (typeof amount !== 'number') return Promise.resolve(refused(amount, this.first(request)));
    const operation = (kind === 'transfer' ? { kind, account, amount, to } : { kind, account, amount }) as Operation;
    return this.carryOut(operation, request) as Promise<WrittenReply | RefusedReply>;
  }

  private carryOut(operation: Operation, options: AnyChoices): Promise<Reply> {
    const problem = problemOf(operation, options, this.ports.branches);
    if (problem) return Promise.resolve(refused(problem, this.first(options)));
    const aborted = () => refused(abortedBefore(operation.kind), this.first(options));
    return this.turns.take(options, () => this.begin(operation, options), aborted);
  }

  private begin(operation: Operation, options: AnyChoices): Promise<Reply> {
    const request = this.request(operation, options);
    const route = this.route(options);
    const { onInvocation, onOperation } = this.options;
    // Only for those who listen.
    const invocation = onInvocation || onOperation ? invocationOf(route.first, request, this.nowUs()) : undefined;
    if (invocation) onInvocation?.(invocation);
    this.unanswered.add(request.counter);
    return new Promise((resolve) => {
      const done = (outcome: StreamedOutcome, branch: BranchId) => {
        this.unanswered.delete(request.counter);
        this.remember(outcome);
        this.staysAt(branch, outcome, options);
        if (invocation) onOperation?.(recordOf({ ...invocation, branch }, this.nowUs(), outcome));
        resolve(replyTo(operation.kind, outcome, branch));
      };
      if ('amount' in operation && !isAmount(operation.amount)) return done(noAmount(operation.amount), route.first);
      const ask = (at: BranchId, terms: Terms, ended: AttemptDone<StreamedOutcome>) => this.ports.ask(at, request, terms, ended);
      new Errand(route, this.ports, ask, done).begin();
    });
  }

  private page(request: EntriesRequest, pageToken: string): Promise<EntriesPage | RefusedReply> {
    const { account, pageSize, ...options } = request;
    const problem =
      problemOfPage(pageSize) ?? problemOf({ kind: 'query', account: account as AccountId }, options, this.ports.branches);
    if (problem) return Promise.resolve(refused(problem, this.first(options)));
    const begin = () =>
      new Promise<EntriesPage | RefusedReply>((resolve) => {
        const { customer } = this;
        const guarantees = guaranteesOf(options.guarantees ?? this.options.guarantees ?? ALL_GUARANTEES);
        const ask = (at: BranchId, terms: Terms, ended: AttemptDone<EntriesPage>) =>
          this.ports.list(
            at,
            { customer, account, pageSize: pageSize ?? 0, pageToken, passbook: this.carried, guarantees },
            terms,
            ended,
          );
        const done = (outcome: EntriesPage | Refusal, branch: BranchId) => {
          this.staysAt(branch, outcome, options);
          if (outcome.kind === 'page') this.memory.saw(outcome.passbook.read);
          else this.forgetLosses(outcome);
          resolve(outcome.kind === 'page' ? outcome : refused(outcome, branch));
        };
        new Errand(this.route(options), this.ports, ask, done).begin();
      });
    return this.turns.take<EntriesPage | RefusedReply>(options, begin, () =>
      refused(abortedBefore('listing'), this.first(options)),
    );
  }

  private request(operation: Operation, options: OperationOptions): OperationRequest {
    return {
      operation,
      session: this,
      counter: ++this.counter,
      guarantees: guaranteesOf(options.guarantees ?? this.options.guarantees ?? ALL_GUARANTEES),
      acks: options.acks ?? this.options.acks ?? 'local',
    };
  }

  /** Nearly all operations of a session go the same way. */
  private route(options: AnyChoices): Route {
    const { branch, failover, timeoutMs, signal } = options;
    if (branch !== undefined || failover !== undefined || timeoutMs !== undefined || signal) return this.routeOf(options);
    if (this.usualRoute?.first !== this.place) this.usualRoute = this.routeOf({});
    return this.usualRoute as Route;
  }

  private routeOf(options: AnyChoices): Route {
    const first = this.first(options);
    const failover = options.failover ?? (options.branch === undefined && (this.options.failover ?? true));
    const others = failover === true ? this.ports.branches : ((failover || []) as readonly BranchId[]);
    return {
      first,
      others: others.filter((branch) => branch !== first),
      timeoutMs: Math.min(options.timeoutMs ?? this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS, LONGEST_TIMEOUT_MS),
      signal: options.signal,
    };
  }

  private first({ branch }: AnyChoices): BranchId {
    return (branch ?? this.place) as BranchId;
  }

  /** Whoever has served the session is asked first from now on. */
  private staysAt(branch: BranchId, { kind }: { readonly kind: string }, options: AnyChoices): void {
    if (options.branch === undefined && kind !== 'refused') this.place = branch;
  }

  /** Whatever guarantees are selected: selection changes what is waited for, never what is remembered. */
  private remember(outcome: StreamedOutcome): void {
    if (outcome.kind === 'refused') this.forgetLosses(outcome);
    const write = writeOf(outcome);
    if (write) this.memory.wrote(write);
    if (outcome.kind !== 'written' && outcome.view) this.memory.saw(viewVector(outcome.view));
  }

  /** Told once: from now on the session goes on without what is lost. */
  private forgetLosses({ reason, details }: Refusal): void {
    if (reason === 'WRITES_LOST') this.memory.lost(parseLosses(details));
  }

  /** Since the histories of the bank began; rounded down, which keeps the order of any two moments. */
  private nowUs(): number {
    return Math.floor((this.ports.nowMs() - this.ports.startedAtMs) * 1000);
  }
}

type Move = AnyChoices & {
  readonly account: string;
  readonly to?: string;
  readonly amount?: string;
  readonly amountMinor?: number | bigint;
};

function moveOf([branch, account, amountMinor, options]: PositionalMove): MoveRequest {
  return { ...options, branch, account, amountMinor };
}

function noAmount(amount: number): Refusal {
  return invalidAmount(`${amount} is not an amount: it has to be an integer of minor units, from 1 to 2^53-1`);
}

function abortedBefore(what: string): Refusal {
  const message = `the ${what} was aborted before it began`;
  return { kind: 'refused', reason: 'BRANCH_UNREACHABLE', applied: 'no', message, details: {} };
}
