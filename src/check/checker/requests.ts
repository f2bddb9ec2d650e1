/**
 * Operations by session and number: what a log's write came from, and which
 * operations are one request that was asked again. A request without a number is
 * none that anybody could ask again.
 */
import type { BranchTape } from './branch-tape.js';
import { firstIndex } from './column.js';
import { NONE, type Tape } from './tape.js';

export class Requests {
  /** Rows of operations by session and event, else in their own order. */
  private readonly rows: Int32Array;
  private readonly starts: Int32Array;
  private readonly sessionsOf = new Map<string, SessionsOf>();
  private repeatedSince: ReadonlyMap<number, number> | undefined;

  constructor(
    private readonly tape: Tape,
    private readonly log: BranchTape,
  ) {
    const { session, event, size } = tape;
    const starts = new Int32Array(tape.sessions.length + 1);
    for (let row = 0; row < size; row++) starts[session.at(row) + 1] = (starts[session.at(row) + 1] as number) + 1;
    for (let s = 0; s < tape.sessions.length; s++) starts[s + 1] = (starts[s + 1] as number) + (starts[s] as number);
    const next = starts.slice();
    const rows = new Int32Array(size);
    for (let row = 0; row < size; row++) {
      const s = session.at(row);
      rows[next[s] as number] = row;
      next[s] = (next[s] as number) + 1;
    }
    for (let s = 0; s < tape.sessions.length; s++) {
      const part = rows.subarray(starts[s], starts[s + 1]);
      const sorted = part.every((row, k) => k === 0 || event.at(part[k - 1] as number) <= event.at(row));
      if (!sorted) part.sort((a, b) => event.at(a) - event.at(b) || a - b);
    }
    this.rows = rows;
    this.starts = starts;
    for (const [number, { customer, session: name }] of tape.sessions.entries()) {
      const { count, silent } = this.sessionsOf.get(customer) ?? { count: 0, silent: undefined };
      this.sessionsOf.set(customer, { count: count + 1, silent: silent ?? (name === undefined ? number : undefined) });
    }
  }

  /** The operations of a session, in the order of their numbers. */
  ofSession(session: number): Int32Array {
    return this.rows.subarray(this.starts[session], this.starts[session + 1]);
  }

  /** Which operations asked for a logged write; undefined where the history does not tell requests apart well enough. */
  askedFor(logRow: number): Int32Array | undefined {
    const counter = this.log.counter.at(logRow);
    const session = this.sessionOf(this.log.session.at(logRow));
    if (counter === 0 || session === undefined) return undefined;
    return this.numbered(session, counter);
  }

  /** Groups of two and more operations that are one request. */
  *repeated(): Generator<Int32Array> {
    for (let s = 0; s < this.tape.sessions.length; s++) {
      const rows = this.ofSession(s);
      for (let k = 0; k < rows.length; ) {
        const event = this.tape.event.at(rows[k] as number);
        let end = k + 1;
        while (end < rows.length && this.tape.event.at(rows[end] as number) === event) end += 1;
        if (end > k + 1 && event > 0) yield rows.subarray(k, end);
        k = end;
      }
    }
  }

  /** Operations that ask for what an earlier one asked for. */
  again(): Set<number> {
    const again = new Set<number>();
    for (const rows of this.repeated()) for (const row of rows.subarray(1)) again.add(row);
    return again;
  }

  /** Of operations that are one request: the one that tells most of what became of it. It was done, if any says so; refused, if all do. */
  bestAnswered(): Map<number, number> {
    const told = ['ok', 'info', 'fail'];
    const best = new Map<number, number>();
    for (const rows of this.repeated()) {
      const rank = (row: number) => told.indexOf(this.tape.outcome(row));
      const first = rows.reduce((one, other) => (rank(other) < rank(one) ? other : one));
      for (const row of rows) best.set(row, first);
    }
    return best;
  }

  /** When what the operation asks for was first asked for. */
  begunUs(row: number): number {
    this.repeatedSince ??= new Map(
      [...this.repeated()].flatMap((rows) => {
        const firstUs = rows.reduce((first, each) => Math.min(first, this.tape.invokedAt.at(each)), Infinity);
        return [...rows].map((each) => [each, firstUs] as const);
      }),
    );
    return this.repeatedSince.get(row) ?? this.tape.invokedAt.at(row);
  }

  private numbered(session: number, counter: number): Int32Array {
    const { event } = this.tape;
    const [from, to] = [this.starts[session] as number, this.starts[session + 1] as number];
    const begin = firstIndex(from, to, (k) => event.at(this.rows[k] as number) >= counter);
    const end = firstIndex(begin, to, (k) => event.at(this.rows[k] as number) > counter);
    return this.rows.subarray(begin, end);
  }

  /** Where operations do not say their session, a customer is taken for one, if the logs know one only. */
  private sessionOf(logged: number): number | undefined {
    if (logged === NONE) return undefined;
    const { customer } = this.tape.sessions[logged] as { customer: string };
    const { count, silent } = this.sessionsOf.get(customer) as SessionsOf;
    if (silent === undefined) return logged;
    return count === 2 ? silent : undefined;
  }
}

/** Of a customer: how many sessions, and the one that has no name. */
interface SessionsOf {
  readonly count: number;
  readonly silent: number | undefined;
}
