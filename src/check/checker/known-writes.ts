/**
 * Every write that the history names, by id: acknowledged to a customer, logged by
 * a branch, or both. Indices are ordered by origin and sequence, so that a prefix
 * of an origin's log is a range, and the question what it holds a binary search.
 */
import type { AccountId, WriteId } from '../../domain/ids.js';
import { openedAccount } from '../../domain/ids.js';
import { isWrite, type OperationKind } from '../../domain/operations.js';
import { WriteKind } from '../../domain/writes.js';
import type { BranchTape } from './branch-tape.js';
import { firstIndex } from './column.js';
import { NONE, type Tape } from './tape.js';

const WRITE_KINDS: Record<Exclude<OperationKind, 'query'>, WriteKind> = {
  open: WriteKind.open,
  deposit: WriteKind.deposit,
  withdraw: WriteKind.withdraw,
  transfer: WriteKind.transfer,
};

/** Two claims on one id; rows of operations, or of the log. */
export interface Clash {
  readonly origin: number;
  readonly sequence: number;
  readonly rows: readonly [number, number];
  readonly what: 'operations' | 'log';
}

export class KnownWrites {
  /** By index: the sequence, the operation and the row of the log; NONE where there is none. */
  readonly sequence: Float64Array;
  readonly operation: Int32Array;
  readonly logRow: Int32Array;
  readonly clashes: Clash[] = [];
  /** By origin: where its writes begin; one more entry at the end. */
  private readonly starts: Int32Array;
  /** By origin: up to here every number is known. */
  readonly gapless: Float64Array;
  readonly size: number;

  constructor(
    readonly tape: Tape,
    readonly log: BranchTape,
  ) {
    const origins = tape.vectors.origins.values.length;
    const told = byOrigin(
      origins,
      tape.size,
      (row) => tape.writeOrigin.at(row),
      (row) => tape.writeSequence.at(row),
    );
    const logged = byOrigin(
      origins,
      log.logged,
      (row) => log.origin.at(row),
      (row) => log.sequence.at(row),
    );
    const most = told.rows.length + logged.rows.length;
    this.sequence = new Float64Array(most);
    this.operation = new Int32Array(most).fill(NONE);
    this.logRow = new Int32Array(most).fill(NONE);
    this.starts = new Int32Array(origins + 1);
    this.gapless = new Float64Array(origins);
    let size = 0;
    for (let origin = 0; origin < origins; origin++) {
      const begin = size;
      this.starts[origin] = begin;
      const place = (sequence: number) => {
        if (size > begin && this.sequence[size - 1] === sequence) return size - 1;
        this.sequence[size] = sequence;
        return size++;
      };
      let a = told.starts[origin] as number;
      let b = logged.starts[origin] as number;
      const [aEnd, bEnd] = [told.starts[origin + 1] as number, logged.starts[origin + 1] as number];
      while (a < aEnd || b < bEnd) {
        const nextTold = a < aEnd ? tape.writeSequence.at(told.rows[a] as number) : Infinity;
        const nextLogged = b < bEnd ? log.sequence.at(logged.rows[b] as number) : Infinity;
        if (nextTold <= nextLogged) this.claim('operations', origin, place(nextTold), told.rows[a++] as number);
        else this.claim('log', origin, place(nextLogged), logged.rows[b++] as number);
      }
      this.gapless[origin] = this.unbroken(begin, size);
    }
    this.starts[origins] = size;
    this.size = size;
  }

  begin(origin: number): number {
    return this.starts[origin] as number;
  }

  end(origin: number): number {
    return this.starts[origin + 1] as number;
  }

  /** How many writes of the origin, counted from its begin, have a sequence up to that. */
  upTo(origin: number, sequence: number): number {
    const [begin, end] = [this.begin(origin), this.end(origin)];
    // Without holes the number tells the place.
    const guess = begin + sequence - 1;
    if (guess < end && this.sequence[guess] === sequence) return guess + 1;
    return firstIndex(begin, end, (index) => (this.sequence[index] as number) > sequence);
  }

  /** The row that first told of a logged write; what is told again under one id is one write. */
  firstRow(row: number): number {
    return this.logRow[this.upTo(this.log.origin.at(row), this.log.sequence.at(row)) - 1] as number;
  }

  idOf(index: number): WriteId {
    const origin = this.originOf(index);
    return { origin: this.tape.origin(origin), sequence: this.sequence[index] as number };
  }

  originOf(index: number): number {
    return firstIndex(0, this.starts.length - 1, (origin) => (this.starts[origin + 1] as number) > index);
  }

  /** What the log says, for it is what counts; else what the customer asked for. */
  kind(index: number): number {
    const row = this.logRow[index] as number;
    if (row !== NONE) return this.log.kind.at(row);
    const kind = this.tape.kind(this.operation[index] as number);
    return kind === 'query' ? 0 : WRITE_KINDS[kind];
  }

  account(index: number): number {
    const row = this.logRow[index] as number;
    if (row !== NONE) return this.log.account.at(row);
    const operation = this.operation[index] as number;
    if (this.tape.kind(operation) !== 'open') return this.tape.account.at(operation);
    return this.tape.accounts.of(openedAccount(this.idOf(index)) as AccountId);
  }

  to(index: number): number {
    const row = this.logRow[index] as number;
    return row !== NONE ? this.log.to.at(row) : this.tape.to.at(this.operation[index] as number);
  }

  amount(index: number): number {
    const row = this.logRow[index] as number;
    return row !== NONE ? this.log.amount.at(row) : this.tape.amount.at(this.operation[index] as number);
  }

  /** What its branch had applied when it accepted the write: a row of the vectors, or NONE. */
  before(index: number): number {
    const row = this.logRow[index] as number;
    const logged = row === NONE ? NONE : this.log.follows.at(row);
    if (logged !== NONE) return logged;
    const operation = this.operation[index] as number;
    return operation === NONE ? NONE : this.tape.vector.at(operation);
  }

  private claim(what: Clash['what'], origin: number, index: number, row: number): void {
    const rows = what === 'operations' ? this.operation : this.logRow;
    const first = rows[index] as number;
    if (first === NONE) rows[index] = row;
    else this.clashes.push({ origin, sequence: this.sequence[index] as number, rows: [first, row], what });
  }

  private unbroken(begin: number, end: number): number {
    // Sequences rise strictly from 1 at the least, so the sequence − place never falls.
    return firstIndex(begin, end, (index) => (this.sequence[index] as number) - (index - begin) > 1) - begin;
  }
}

interface Grouped {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** Rows by their origin, those of one by sequence, else in their own order. */
function byOrigin(
  origins: number,
  size: number,
  originOf: (row: number) => number,
  sequenceOf: (row: number) => number,
): Grouped {
  const starts = new Int32Array(origins + 1);
  for (let row = 0; row < size; row++) {
    const origin = originOf(row);
    if (origin !== NONE) starts[origin + 1] = (starts[origin + 1] as number) + 1;
  }
  for (let origin = 0; origin < origins; origin++) {
    starts[origin + 1] = (starts[origin + 1] as number) + (starts[origin] as number);
  }
  const next = starts.slice();
  const rows = new Int32Array(starts[origins] as number);
  for (let row = 0; row < size; row++) {
    const origin = originOf(row);
    if (origin === NONE) continue;
    rows[next[origin] as number] = row;
    next[origin] = (next[origin] as number) + 1;
  }
  for (let origin = 0; origin < origins; origin++) {
    const part = rows.subarray(starts[origin], starts[origin + 1]);
    if (!part.every((row, k) => k === 0 || sequenceOf(part[k - 1] as number) <= sequenceOf(row))) {
      part.sort((a, b) => sequenceOf(a) - sequenceOf(b) || a - b);
    }
  }
  return { starts, rows };
}

export function mayStand(tape: Tape, row: number): boolean {
  return isWrite(tape.kind(row)) && tape.outcome(row) !== 'fail';
}
