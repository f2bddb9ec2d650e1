/**
 * What one session has made and seen so far, and which of its operations each
 * part comes from. It is kept from the history alone and on purpose shares
 * nothing with the code that maintains passbooks: the oracle is independent.
 *
 * Invariants, over the operations whose reply came before the moment of `follow`:
 * - `written` joins the ids of acknowledged writes; `writtenOn` the same by what they touch.
 * - `seen` joins the vectors of queries and of refusals that reveal state;
 *   `seenOf` the same by the account that was read.
 * - A write's reply enters neither `seen` nor `seenOf`, not even a withdrawal's:
 *   otherwise a later write could miss something that nobody ever showed the customer.
 * - What a refusal told the session to be lost is in none of them from then on.
 */
import type { RecordedOperation } from '../domain/history.js';
import type { AccountId, OriginId } from '../domain/ids.js';
import { isWrite } from '../domain/operations.js';
import { REFUSALS } from '../domain/refusals.js';
import type { MutableVector, VersionVector } from '../domain/vector.js';
import { Heap } from '../std/heap.js';
import { type Scope, scopesOf } from './write-index.js';

/** A version vector that remembers, of each entry, the latest operation that supports it. */
export type Marks = Map<OriginId, Mark>;

/** Changes as its session goes on: whoever keeps something of it copies that. */
export interface Mark {
  sequence: number;
  operation: RecordedOperation;
}

export class SessionTrace {
  readonly written: Marks = new Map();
  readonly writtenOn = new Map<Scope, Marks>();
  /** The latest write that was acknowledged without an id, by what it touches. */
  readonly unnamed = new Map<Scope, RecordedOperation>();
  readonly seen: Marks = new Map();
  readonly seenOf = new Map<AccountId, Marks>();
  /** The latest answered query that did not say what it reflects. */
  silent: RecordedOperation | undefined;

  /** Told by refusals: of each origin the last write that stands. */
  private readonly cuts: MutableVector = new Map();
  private readonly ownWrites: RecordedOperation[] = [];

  private readonly inFlight = new Heap<RecordedOperation>((a, b) => {
    const difference = completion(a) - completion(b);
    return difference < 0 || (difference === 0 && a.event < b.event);
  });

  /** @param losesWrites something may be told to be lost: only then earlier writes have to be kept */
  constructor(private readonly losesWrites = false) {}

  /** An operation follows those whose replies its session has received; overlapping ones are unordered. */
  follow(operation: RecordedOperation): void {
    for (let next = this.inFlight.peek(); next && completion(next) <= operation.invokedAtUs; next = this.inFlight.peek()) {
      this.inFlight.pop();
      this.remember(next);
    }
    this.inFlight.push(operation);
  }

  /** Nothing may be expected of an operation whose outcome is unknown: it was never acknowledged. */
  private remember(operation: RecordedOperation): void {
    if (operation.lost) this.goOnWithout(operation.lost);
    if (operation.outcome === 'ok' && isWrite(operation.kind)) {
      if (this.losesWrites) this.ownWrites.push(operation);
      this.rememberWrite(operation);
    } else if (operation.outcome === 'ok' || revealsState(operation)) this.rememberRead(operation);
  }

  private rememberWrite(operation: RecordedOperation): void {
    const id = operation.write;
    if (id !== undefined && id.sequence > this.lastOf(id.origin)) return;
    if (id !== undefined) mark(this.written, id.origin, id.sequence, operation);
    for (const scope of scopesOf(operation)) {
      if (id === undefined) this.unnamed.set(scope, operation);
      else mark(marksOf(this.writtenOn, scope), id.origin, id.sequence, operation);
    }
  }

  private goOnWithout(lost: VersionVector): void {
    for (const [origin, cut] of lost) {
      this.cuts.set(origin, Math.min(cut, this.lastOf(origin)));
      for (const marks of [this.seen, ...this.seenOf.values()]) lower(marks, origin, cut);
      for (const marks of [this.written, ...this.writtenOn.values()]) marks.delete(origin);
    }
    for (const operation of this.ownWrites)
      if (operation.write && lost.has(operation.write.origin)) this.rememberWrite(operation);
  }

  /** Of an origin, the last write that may be expected. */
  private lastOf(origin: OriginId): number {
    return this.cuts.get(origin) ?? Infinity;
  }

  private rememberRead(operation: RecordedOperation): void {
    if (operation.vector === undefined) {
      this.silent = operation;
      return;
    }
    const ofAccount = marksOf(this.seenOf, operation.account);
    for (const [origin, shown] of operation.vector) {
      const sequence = Math.min(shown, this.lastOf(origin));
      if (sequence === 0) continue;
      mark(this.seen, origin, sequence, operation);
      mark(ofAccount, origin, sequence, operation);
    }
  }
}

/** A refusal that shows the state of the bank, and says which: a read, whatever was asked. */
export function revealsState(operation: RecordedOperation): boolean {
  const { outcome, reason, vector } = operation;
  return outcome === 'fail' && vector !== undefined && reason !== undefined && REFUSALS[reason].revealsState;
}

/** Whether `lacking` would find nothing, which is the rule: this makes nothing to find it out. */
export function includesMarks(vector: VersionVector, marks: Marks | undefined): boolean {
  if (marks) for (const [origin, { sequence }] of marks) if (sequence > (vector.get(origin) ?? 0)) return false;
  return true;
}

/** The entries of `marks` that `vector` does not include, and up to where it does. */
export function* lacking(marks: Marks | undefined, vector: VersionVector): Generator<[OriginId, Mark, number]> {
  for (const [origin, wanted] of marks ?? []) {
    const after = vector.get(origin) ?? 0;
    if (wanted.sequence > after) yield [origin, wanted, after];
  }
}

function completion(operation: RecordedOperation): number {
  return operation.completedAtUs ?? operation.invokedAtUs;
}

function mark(marks: Marks, origin: OriginId, sequence: number, operation: RecordedOperation): void {
  const known = marks.get(origin);
  if (!known) marks.set(origin, { sequence, operation });
  else if (sequence >= known.sequence) {
    known.sequence = sequence;
    known.operation = operation;
  }
}

/** What showed more showed that as well. */
function lower(marks: Marks, origin: OriginId, cut: number): void {
  const known = marks.get(origin);
  if (!known || known.sequence <= cut) return;
  if (cut > 0) known.sequence = cut;
  else marks.delete(origin);
}

function marksOf<Key>(all: Map<Key, Marks>, key: Key): Marks {
  let marks = all.get(key);
  if (!marks) {
    marks = new Map();
    all.set(key, marks);
  }
  return marks;
}
