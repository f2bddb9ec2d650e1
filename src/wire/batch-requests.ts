import type { GuaranteeSet } from '../domain/guarantees.js';
import { type AccountId, type BranchId, branchId, type CustomerId, isBranchNumber } from '../domain/ids.js';
import { isAmount } from '../domain/money.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import type { Passbook } from '../domain/session.js';
import type { WriteSession } from '../domain/writes.js';
import { assert } from '../std/assert.js';
import { type BatchRequest, type BatchRequestShape, WireError } from './messages.js';
import { checkSequence, packPassbook, unpackPassbook } from './vectors.js';

/** One operation of a stream of batches; listings go by unary calls. */
export interface StreamedOperation<Session extends WriteSession = WriteSession> {
  readonly operation: Operation;
  readonly session: Session;
  readonly counter: number;
  /** The branch that the request was first sent to; absent: the one at the end of this stream. */
  readonly home: BranchId | undefined;
  readonly settledBelow: number;
  readonly timeoutMs: number;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  /** Absent when this stream has shown that the branch has all that the session needs. */
  readonly passbook: Passbook | undefined;
}

export const LONGEST_LABEL = 256;
const KINDS = { query: 1, deposit: 2, withdraw: 3, transfer: 4, open: 5 } as const;
const KIND_NAMES = [undefined, 'query', 'deposit', 'withdraw', 'transfer', 'open'] as const;
const ACKS = { local: 1, majority: 2, all: 3 } as const;
const ACK_NAMES: readonly (AckLevel | undefined)[] = ['local', 'local', 'majority', 'all'];

export function packAcks(level: AckLevel): number {
  return ACKS[level];
}

export function unpackAcks(number: number | null | undefined): AckLevel {
  const level = ACK_NAMES[number ?? 0];
  if (!level) throw new WireError(`${number} is not an acknowledgement level`);
  return level;
}

/** The sending end of a stream: collects operations into the columns of the next batch. */
export class BatchRequestWriter {
  /** Of those that are still in use. */
  private readonly sessionNumbers = new WeakMap<WriteSession, number>();
  private introduced = 0;
  private readonly accountNumbers = new Map<AccountId, number>();
  private rows: StreamedOperation[] = [];
  private next = 0;

  /** Adds an operation and returns its number on the stream. */
  add(operation: StreamedOperation): number {
    this.rows.push(operation);
    return this.next++;
  }

  get size(): number {
    return this.rows.length;
  }

  /** Sessions that were named on the stream: the other end remembers all of them. */
  get sessions(): number {
    return this.introduced;
  }

  /** The batch collected so far. Columns that hold one value throughout are sent as that value. */
  take(): BatchRequestShape {
    const rows = this.rows;
    this.rows = [];
    const names = { sessions: [] as { customer: string; session: number }[], accounts: [] as string[] };
    const batch = {
      ...names,
      kinds: column(rows, (row) => KINDS[row.operation.kind]),
      sessionNumbers: column(rows, (row) => this.sessionNumber(row.session, names.sessions)),
      accountNumbers: column(rows, ({ operation }) =>
        operation.kind === 'open' ? 0 : this.accountNumber(operation.account, names.accounts),
      ),
      amountsMinor: column(rows, ({ operation }) => amountOf(operation)),
      toAccountNumbers: [] as number[],
      labels: [] as string[],
      // Never shortened, so that its length tells how many operations there are, also when they are all alike.
      counters: rows.map((row) => row.counter),
      settledBelow: column(rows, (row) => row.settledBelow),
      timeoutsMs: column(rows, (row) => row.timeoutMs),
      guaranteeBits: column(rows, (row) => row.guarantees as number),
      ackLevels: column(rows, (row) => ACKS[row.acks]),
      homes: column(rows, (row) => row.home ?? 0),
      passbooks: [] as { at: number; passbook: ReturnType<typeof packPassbook> }[],
    };
    rows.forEach(({ operation, passbook }, at) => {
      if (operation.kind === 'transfer') batch.toAccountNumbers.push(this.accountNumber(operation.to, names.accounts));
      if (operation.kind === 'open') batch.labels.push(operation.label);
      if (passbook) batch.passbooks.push({ at, passbook: packPassbook(passbook) });
    });
    return batch;
  }

  private sessionNumber(session: WriteSession, names: { customer: string; session: number }[]): number {
    let number = this.sessionNumbers.get(session);
    if (number === undefined) {
      number = this.introduced++;
      this.sessionNumbers.set(session, number);
      names.push({ customer: session.customer, session: session.session });
    }
    return number;
  }

  private accountNumber(account: AccountId, names: string[]): number {
    let number = this.accountNumbers.get(account);
    if (number === undefined) {
      number = this.accountNumbers.size;
      this.accountNumbers.set(account, number);
      names.push(account);
    }
    return number;
  }
}

function column(rows: readonly StreamedOperation[], value: (row: StreamedOperation) => number): number[] {
  const values = rows.map(value);
  const first = values[0];
  return values.length > 1 && values.every((v) => v === first) ? [first as number] : values;
}

/** The receiving end of a stream: turns columns back into operations, checked. */
export class BatchRequestReader<Session extends WriteSession> {
  private readonly sessions: Session[] = [];
  private readonly accounts: AccountId[] = [];

  constructor(private readonly openSession: (customer: CustomerId, session: number) => Session) {}

  read(batch: BatchRequest): StreamedOperation<Session>[] {
    for (const { customer, session } of batch.sessions) {
      this.sessions.push(this.openSession(checkCustomer(customer), checkSequence(session)));
    }
    for (const account of batch.accounts) this.accounts.push(account as AccountId);
    const passbooks = new Map(batch.passbooks.map(({ at, passbook }) => [at ?? 0, unpackPassbook(passbook ?? {})]));
    const count = rowCount(batch);
    const operations: StreamedOperation<Session>[] = [];
    const used = { transfers: 0, openings: 0 };
    for (let i = 0; i < count; i++) {
      const session = this.sessions[entry(batch.sessionNumbers, i)];
      if (!session) throw new WireError('an operation names a session that the stream has not introduced');
      operations.push({
        operation: this.operation(batch, i, used),
        session,
        counter: checkSequence(entry(batch.counters as number[], i)),
        home: checkHome(entry(batch.homes, i)),
        settledBelow: checkSequence(entry(batch.settledBelow as number[], i)),
        timeoutMs: entry(batch.timeoutsMs, i),
        guarantees: (entry(batch.guaranteeBits, i) & 15) as GuaranteeSet,
        acks: unpackAcks(entry(batch.ackLevels as unknown as number[], i)),
        passbook: passbooks.get(i),
      });
    }
    return operations;
  }

  /** `used` counts what the rows before have taken of the columns that only some kinds have. */
  private operation(batch: BatchRequest, i: number, used: { transfers: number; openings: number }): Operation {
    const kind = KIND_NAMES[entry(batch.kinds as unknown as number[], i)];
    if (!kind) throw new WireError('an operation is of no known kind');
    if (kind === 'open') {
      const label = batch.labels[used.openings++];
      if (label === undefined) throw new WireError('an opening has a label, if only an empty one');
      return { kind, label: checkLabel(label) };
    }
    const account = this.accounts[entry(batch.accountNumbers, i)];
    if (account === undefined) throw new WireError('an operation names an account that the stream has not introduced');
    const amount = entry(batch.amountsMinor as number[], i);
    if (kind === 'query' && amount === 0) return { kind, account };
    if (!isAmount(amount)) throw new WireError(`${amount} is not an amount: it has to be from 1 to 2^53-1 minor units`);
    if (kind === 'query') return { kind, account, wanted: amount };
    if (kind !== 'transfer') return { kind, account, amount };
    const to = this.accounts[batch.toAccountNumbers[used.transfers++] ?? -1];
    if (to === undefined) throw new WireError('a transfer names the account credited');
    return { kind, account, amount, to };
  }
}

/** What the operation moves, or asks the branch to have at hand. */
function amountOf(operation: Operation): number {
  if (operation.kind === 'query') return operation.wanted ?? 0;
  return 'amount' in operation ? operation.amount : 0;
}

export function checkCustomer(customer: string | null | undefined): CustomerId {
  if (!customer || customer.length > 128) throw new WireError('a customer is a text of 1 to 128 characters');
  return customer as CustomerId;
}

/** A name for people. */
export function checkLabel(label: string | null | undefined): string {
  if (label && label.length > LONGEST_LABEL) throw new WireError(`a label has at most ${LONGEST_LABEL} characters`);
  return label ?? '';
}

/** 0 stands for whoever reads this. */
export function checkHome(number: number): BranchId | undefined {
  if (number === 0) return undefined;
  if (!isBranchNumber(number)) throw new WireError(`${number} is not the number of a branch`);
  return branchId(number);
}

/** A column holds an entry a row, or one entry for all of them. */
function entry(values: readonly number[], i: number): number {
  return (values.length === 1 ? values[0] : values[i]) ?? 0;
}

const COLUMNS = [
  'kinds',
  'sessionNumbers',
  'accountNumbers',
  'amountsMinor',
  'counters',
  'settledBelow',
  'timeoutsMs',
  'guaranteeBits',
  'ackLevels',
  'homes',
] as const;

/** Some column has an entry a row: at least the counters. */
function rowCount(batch: BatchRequest): number {
  const count = Math.max(...COLUMNS.map((name) => batch[name].length));
  for (const name of COLUMNS) {
    const length = batch[name].length;
    if (length !== count && length > 1) throw new WireError(`column ${name} has ${length} entries for ${count} operations`);
  }
  assert(count >= 0, 'a maximum of lengths');
  return count;
}
