/**
 * A whole history in columns: what a million operations said, in some hundred
 * bytes each. It is filled entry by entry and judged in the end, because writes are
 * seen elsewhere before their own customer has the answer, so that hardly any
 * check can be made when an entry comes.
 *
 * Rows of operations are in the order in which they were told of.
 */
import type { GuaranteeSet } from '../../domain/guarantees.js';
import type { Invocation, RecordedOperation } from '../../domain/history.js';
import { type AccountId, type BranchId, branchOf, type CustomerId, type OriginId, type WriteId } from '../../domain/ids.js';
import { ACK_LEVELS, type AckLevel, isWrite, type OperationKind } from '../../domain/operations.js';
import { REFUSALS, type Reason } from '../../domain/refusals.js';
import type { VersionVector } from '../../domain/vector.js';
import { Column, Interner } from './column.js';
import { NO_VECTOR, Vectors } from './vectors.js';

export const NONE = -1;

const KINDS: readonly OperationKind[] = ['query', 'deposit', 'withdraw', 'transfer', 'open'];
const OUTCOMES = ['ok', 'fail', 'info'] as const;
const REASONS = Object.keys(REFUSALS) as readonly Reason[];

export interface SessionName {
  readonly customer: CustomerId;
  /** Absent where the history does not tell sessions apart: then a customer is one. */
  readonly session: number | undefined;
}

export class Tape {
  readonly vectors = new Vectors();
  readonly accounts = new Interner<AccountId>();
  readonly sessions: SessionName[] = [];
  readonly session = new Column(Int32Array);
  readonly event = new Column(Float64Array);
  readonly branch = new Column(Int32Array);
  readonly account = new Column(Int32Array);
  /** The account that a transfer credits; NONE where there is none, or nobody said it. */
  readonly to = new Column(Int32Array);
  /** Minor units; 0 where nothing is moved. */
  readonly amount = new Column(Float64Array);
  readonly invokedAt = new Column(Float64Array);
  /** NaN while no answer has come. */
  readonly completedAt = new Column(Float64Array);
  /** Number of the origin; NONE without a write id. */
  readonly writeOrigin = new Column(Int32Array);
  readonly writeSequence = new Column(Float64Array);
  readonly vector = new Column(Int32Array);
  /** 1 where the operation was refused for good. */
  readonly final = new Column(Uint8Array);
  private readonly kinds = new Column(Uint8Array);
  private readonly outcomes = new Column(Uint8Array);
  /** Index into REASONS plus 1. */
  private readonly reasons = new Column(Uint8Array);
  private readonly guarantees = new Column(Uint8Array);
  /** Index into ACK_LEVELS plus 1. */
  private readonly levels = new Column(Uint8Array);
  /** What refusals told to be lost, by row. */
  readonly lost = new Map<number, VersionVector>();
  /** NaN: none, or one that a double does not hold and `large` does. */
  private readonly balances = new Column(Float64Array);
  private readonly large = new Map<number, bigint>();
  private lastVector: { readonly row: number; readonly vector: VersionVector } | undefined;
  private readonly sessionNumbers = new Map<string, number>();
  /** Of each session, by event, the operations under way: a request may be asked again before it is answered. */
  private readonly open = new Map<number, Map<number, number[]>>();

  get size(): number {
    return this.session.length;
  }

  invoked(operation: Invocation): void {
    const session = this.sessionOf(operation.customer, operation.session);
    let open = this.open.get(session);
    if (!open) this.open.set(session, (open = new Map()));
    const row = this.begin(operation, session);
    const rows = open.get(operation.event);
    if (rows) rows.push(row);
    else open.set(operation.event, [row]);
  }

  /** An operation of which only the end is told is as good. */
  completed(operation: RecordedOperation): void {
    const session = this.sessionOf(operation.customer, operation.session);
    const row = this.close(operation, session) ?? this.begin(operation, session);
    const { branch, completedAtUs, outcome, reason, final, lost, write, vector, balanceMinor, to } = operation;
    this.branch.set(row, branch);
    this.outcomes.set(row, OUTCOMES.indexOf(outcome));
    this.reasons.set(row, reason === undefined ? 0 : REASONS.indexOf(reason) + 1);
    if (final) this.final.set(row, 1);
    if (lost) this.lost.set(row, lost);
    if (completedAtUs !== undefined) this.completedAt.set(row, completedAtUs);
    if (to !== undefined) this.to.set(row, this.accounts.of(to));
    if (write) {
      this.writeOrigin.set(row, this.vectors.origins.of(write.origin));
      this.writeSequence.set(row, write.sequence);
    }
    if (vector) this.vector.set(row, this.vectors.add(vector));
    if (balanceMinor === undefined) return;
    if (isSafe(balanceMinor)) this.balances.set(row, Number(balanceMinor));
    else this.large.set(row, balanceMinor);
  }

  private close({ event, branch, invokedAtUs }: RecordedOperation, session: number): number | undefined {
    const open = this.open.get(session);
    const rows = open?.get(event);
    if (!open || !rows) return undefined;
    const isThen = (row: number) => this.invokedAt.at(row) === invokedAtUs;
    const at = rows.findIndex((row) => isThen(row) && this.branch.at(row) === branch);
    // Another branch than the one that was asked may have answered.
    const [row] = rows.splice(Math.max(0, at < 0 ? rows.findIndex(isThen) : at), 1);
    if (rows.length === 0) open.delete(event);
    return row;
  }

  sessionOf(customer: CustomerId, session: number | undefined): number {
    const key = `${session ?? ''} ${customer}`;
    let number = this.sessionNumbers.get(key);
    if (number === undefined) {
      number = this.sessions.push({ customer, session }) - 1;
      this.sessionNumbers.set(key, number);
    }
    return number;
  }

  findSession(customer: CustomerId, session: number | undefined): number | undefined {
    return this.sessionNumbers.get(`${session ?? ''} ${customer}`);
  }

  kind(row: number): OperationKind {
    return KINDS[this.kinds.at(row)] as OperationKind;
  }

  outcome(row: number): RecordedOperation['outcome'] {
    return OUTCOMES[this.outcomes.at(row)] as RecordedOperation['outcome'];
  }

  reason(row: number): Reason | undefined {
    return REASONS[this.reasons.at(row) - 1];
  }

  /** The guarantees that were asked for. */
  asked(row: number): GuaranteeSet {
    return this.guarantees.at(row) as GuaranteeSet;
  }

  /** How many branches were to have the write, if somebody said it. */
  acks(row: number): AckLevel | undefined {
    return ACK_LEVELS[this.levels.at(row) - 1];
  }

  /**
   * The branch whose vector an answer shows. What a request became for good any branch
   * may tell: of a write its id says who had that vector, of a final refusal nothing does.
   */
  shownBy(row: number): BranchId | undefined {
    if (this.final.at(row) === 1) return undefined;
    const origin = this.writeOrigin.at(row);
    return origin === NONE ? (this.branch.at(row) as BranchId) : branchOf(this.origin(origin));
  }

  /** The operation changed the bank for certain. */
  isDone(row: number): boolean {
    return this.outcome(row) === 'ok' && isWrite(this.kind(row));
  }

  balance(row: number): bigint | undefined {
    const small = this.balances.at(row);
    return Number.isNaN(small) ? this.large.get(row) : BigInt(small);
  }

  write(row: number): WriteId | undefined {
    const origin = this.writeOrigin.at(row);
    return origin === NONE ? undefined : { origin: this.origin(origin), sequence: this.writeSequence.at(row) };
  }

  origin(number: number): OriginId {
    return this.vectors.origins.at(number);
  }

  /** The row as it was told, without its message. */
  operation(row: number): RecordedOperation {
    const { customer, session } = this.sessions[this.session.at(row)] as SessionName;
    const [to, amountMinor, completedAtUs] = [this.to.at(row), this.amount.at(row), this.completedAt.at(row)];
    const [write, reason, balanceMinor, vector] = [this.write(row), this.reason(row), this.balance(row), this.vector.at(row)];
    const [acks, lost] = [this.acks(row), this.lost.get(row)];
    return {
      customer,
      ...(session !== undefined && { session }),
      event: this.event.at(row),
      branch: this.branch.at(row) as BranchId,
      kind: this.kind(row),
      account: this.accounts.at(this.account.at(row)),
      ...(to !== NONE && { to: this.accounts.at(to) }),
      ...(amountMinor > 0 && { amountMinor }),
      guarantees: this.asked(row),
      ...(acks !== undefined && { acks }),
      invokedAtUs: this.invokedAt.at(row),
      ...(!Number.isNaN(completedAtUs) && { completedAtUs }),
      outcome: this.outcome(row),
      ...(reason !== undefined && { reason }),
      ...(this.final.at(row) === 1 && { final: true }),
      ...(lost && { lost }),
      ...(write && { write }),
      ...(vector !== NO_VECTOR && { vector: this.vectors.vector(vector) }),
      ...(balanceMinor !== undefined && { balanceMinor }),
    };
  }

  /** As `operation`, but the vector is made when it is asked for, so that one that is kept is small. */
  glimpse(row: number): Glimpse {
    return new Glimpse(this, row);
  }

  /** Of the vector that was asked for last, which is mostly asked for again. */
  vectorOf(row: number): VersionVector | undefined {
    const vector = this.vector.at(row);
    if (vector === NO_VECTOR) return undefined;
    if (this.lastVector?.row !== vector) this.lastVector = { row: vector, vector: this.vectors.vector(vector) };
    return this.lastVector.vector;
  }

  private begin(operation: Invocation, session: number): number {
    const { event, branch, kind, account, to, amountMinor = 0, guarantees, acks, invokedAtUs } = operation;
    this.session.push(session);
    this.event.push(event);
    this.branch.push(branch);
    this.account.push(this.accounts.of(account));
    this.to.push(to === undefined ? NONE : this.accounts.of(to));
    this.amount.push(amountMinor);
    this.invokedAt.push(invokedAtUs);
    this.completedAt.push(Number.NaN);
    this.writeOrigin.push(NONE);
    this.writeSequence.push(0);
    this.vector.push(NO_VECTOR);
    this.final.push(0);
    this.kinds.push(KINDS.indexOf(kind));
    this.outcomes.push(OUTCOMES.indexOf('info'));
    this.reasons.push(0);
    this.guarantees.push(guarantees);
    this.levels.push(acks === undefined ? 0 : ACK_LEVELS.indexOf(acks) + 1);
    this.balances.push(Number.NaN);
    return this.size - 1;
  }
}

function isSafe(value: bigint): boolean {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER);
}

/** What judges of sessions look at. */
export class Glimpse {
  readonly customer: CustomerId;
  readonly session?: number;
  readonly event: number;
  readonly branch: BranchId;
  readonly kind: OperationKind;
  readonly account: AccountId;
  readonly to?: AccountId;
  readonly guarantees: GuaranteeSet;
  readonly invokedAtUs: number;
  readonly completedAtUs?: number;
  readonly outcome: RecordedOperation['outcome'];
  readonly reason?: Reason;
  readonly write?: WriteId;
  lost?: VersionVector;

  constructor(
    private readonly tape: Tape,
    readonly row: number,
  ) {
    const { customer, session } = tape.sessions[tape.session.at(row)] as SessionName;
    const [to, completedAtUs, reason, write] = [tape.to.at(row), tape.completedAt.at(row), tape.reason(row), tape.write(row)];
    this.customer = customer;
    if (session !== undefined) this.session = session;
    this.event = tape.event.at(row);
    this.branch = tape.branch.at(row) as BranchId;
    this.kind = tape.kind(row);
    this.account = tape.accounts.at(tape.account.at(row));
    if (to !== NONE) this.to = tape.accounts.at(to);
    this.guarantees = tape.asked(row);
    this.invokedAtUs = tape.invokedAt.at(row);
    if (!Number.isNaN(completedAtUs)) this.completedAtUs = completedAtUs;
    this.outcome = tape.outcome(row);
    if (reason !== undefined) this.reason = reason;
    if (write) this.write = write;
    const lost = tape.lost.get(row);
    if (lost) this.lost = lost;
  }

  get vector(): VersionVector | undefined {
    return this.tape.vectorOf(this.row);
  }
}
