/**
 * Causality. With D(w) what a branch had applied when it accepted the write w, and
 * C(o, n) the join of D over the first n writes of origin o:
 *
 *   every vector x that anybody shows has   C(o, x[o]) ≤ x   for every origin o
 *
 * A branch only ever gains writes, so D grows along an origin and C(o, n) is the D
 * of its nth write; where that is not known, the D of the last known one before. What
 * a vector lacks is called a miss of the session whose write it has, if the session
 * had made or read it before, and else a gap. Also: nothing is shown that no log has,
 * and nothing that was asked for only after the answer.
 */
import { type BranchId, branchOf, type WriteId } from '../../domain/ids.js';
import { homeOf } from './branch-tape.js';
import { type Context, type Seen, seenVectors } from './context.js';
import { sessionMiss } from './session-miss.js';
import { NONE, type SessionName } from './tape.js';

export function checkCausality(context: Context): void {
  const known = new LastKnown(context);
  for (const seen of seenVectors(context)) {
    checkClosed(context, known, seen);
    checkFuture(context, known, seen);
    checkThere(context, known, seen);
  }
  checkRequests(context);
  checkApplication(context, known);
}

/** By index of a write: the last one of its origin, up to it, of which more is known. */
class LastKnown {
  /** Whose D is known. */
  readonly withVector: Int32Array;
  /** That began latest. */
  readonly latest: Int32Array;
  readonly latestUs: Float64Array;
  /** By origin: the last number in its log, where the log was recorded to its end; else Infinity. */
  readonly logEnd: Float64Array;

  constructor(context: Context) {
    const { tape, writes } = context;
    this.withVector = new Int32Array(writes.size).fill(NONE);
    this.latest = new Int32Array(writes.size).fill(NONE);
    this.latestUs = new Float64Array(writes.size).fill(-1);
    this.logEnd = new Float64Array(tape.vectors.origins.values.length);
    for (let origin = 0; origin < this.logEnd.length; origin++) {
      this.logEnd[origin] = logEnd(context, origin);
      for (let index = writes.begin(origin); index < writes.end(origin); index++) {
        this.enter(context, index, index > writes.begin(origin) ? index - 1 : NONE);
      }
    }
  }

  private enter({ writes, requests }: Context, index: number, before: number): void {
    const operation = writes.operation[index] as number;
    const beganUs = operation === NONE ? -1 : requests.begunUs(operation);
    const earlier = before === NONE ? NONE : (this.withVector[before] as number);
    this.withVector[index] = writes.before(index) === NONE ? earlier : index;
    const isLatest = before === NONE || beganUs > (this.latestUs[before] as number);
    this.latest[index] = isLatest ? index : (this.latest[before] as number);
    this.latestUs[index] = isLatest ? beganUs : (this.latestUs[before] as number);
  }
}

function logEnd({ tape, log, writes, losses, facts }: Context, origin: number): number {
  const home = homeOf(tape, origin);
  const isToTheEnd = log.finals.has(home) && facts.complete === true && log.logged > 0;
  return isToTheEnd && !losses.hasCrashed(home) ? lastLogged(writes, origin) : Infinity;
}

function lastLogged(writes: Context['writes'], origin: number): number {
  for (let index = writes.end(origin) - 1; index >= writes.begin(origin); index--) {
    if (writes.logRow[index] !== NONE) return writes.sequence[index] as number;
  }
  return 0;
}

function checkClosed(context: Context, known: LastKnown, { vector, observer }: Seen): void {
  const { tape, writes, docket } = context;
  const { vectors } = tape;
  docket.checked('CausalGap');
  for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
    const origin = vectors.name(k);
    const count = writes.upTo(origin, vectors.sequence(k));
    const index = count > writes.begin(origin) ? (known.withVector[count - 1] as number) : NONE;
    if (index === NONE) continue;
    const j = vectors.firstLacking(vector, writes.before(index));
    if (j >= 0) {
      const needed = vectors.name(j);
      const has = vectors.entry(vector, needed);
      const lacks = { origin: tape.origin(needed), sequence: vectors.sequence(j) };
      const miss = sessionMiss(context, index, needed, has);
      if (!miss)
        return docket.found('CausalGap', { kind: 'causal-gap', observer: observer(), having: writes.idOf(index), lacks, has });
      const name = miss.guarantee === 'monotonic-writes' ? 'MonotonicWrites' : 'WritesFollowReads';
      return docket.found(name, { kind: 'missed-elsewhere', observer: observer(), ...miss }, 1000);
    }
  }
}

function checkFuture({ tape, writes, docket }: Context, known: LastKnown, { vector, row }: Seen): void {
  if (row === NONE) return;
  const answeredUs = tape.completedAt.at(row);
  if (Number.isNaN(answeredUs)) return;
  docket.checked('FutureRead');
  const { vectors } = tape;
  for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
    const origin = vectors.name(k);
    const count = writes.upTo(origin, vectors.sequence(k));
    if (count === writes.begin(origin) || (known.latestUs[count - 1] as number) <= answeredUs) continue;
    const index = known.latest[count - 1] as number;
    const by = tape.operation(writes.operation[index] as number);
    return docket.found('FutureRead', { kind: 'future', operation: tape.operation(row), by, id: writes.idOf(index) });
  }
}

/**
 * A write is of a branch of the bank, and in the log of its origin, which ends where the
 * bank has given it up: for whoever knows that, and for whoever would have kept it from
 * being given up by having it.
 */
function checkThere({ tape, facts, losses, seals, docket }: Context, known: LastKnown, seen: Seen): void {
  const { vector, branch, observer } = seen;
  const { vectors } = tape;
  docket.checked('ThinAirRead');
  for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
    const origin = tape.origin(vectors.name(k));
    const id: WriteId = { origin, sequence: vectors.sequence(k) };
    const home = branchOf(origin);
    if (!facts.branches.includes(home) && !seals.hasJoined(home, vector)) {
      return docket.found('ThinAirRead', { kind: 'unknown-branch', observer: observer(), id });
    }
    const isKeeper = branch !== undefined && losses.hasKeptAll(branch);
    const most = isKeeper ? seals.cutOf(vectors.name(k)) : seals.mostOf(vectors.name(k), vector);
    const last = Math.min(most, known.logEnd[vectors.name(k)] as number);
    if (id.sequence > last) return docket.found('ThinAirRead', { kind: 'unlogged', observer: observer(), id, last });
  }
}

/** Where the history holds every operation, each logged request is one of them. */
function checkRequests({ tape, log, requests, facts, docket }: Context): void {
  if (!facts.complete) return;
  for (let row = 0; row < log.logged; row++) {
    const asked = requests.askedFor(row);
    if (!asked) continue;
    docket.checked('ThinAirRead');
    if (asked.length > 0) continue;
    const { customer } = tape.sessions[log.session.at(row)] as SessionName;
    const id = { origin: tape.origin(log.origin.at(row)), sequence: log.sequence.at(row) };
    docket.found('ThinAirRead', { kind: 'unasked', id, request: { customer, counter: log.counter.at(row) } });
  }
}

/**
 * Each branch applies a write after all that it follows. What a branch applied in
 * one go it tells origin by origin, in no order of theirs: so such a stretch is
 * looked at when something else happens.
 */
function checkApplication(context: Context, known: LastKnown): void {
  // Of a record that begins in the middle nobody knows what was applied before.
  if (!context.facts.complete) return;
  for (const [branch, { origins, sequences, settled, own }] of context.log.work) {
    // Without what it applied of others, there is no telling what it had; nor with what it began, if it joined.
    if (!someApplied(own) || !context.facts.branches.includes(branch)) continue;
    // One that lost its memory or its disk begins anew.
    if (context.losses.hasCrashed(branch) || context.losses.hasLostDisk(branch)) continue;
    const has = new Map<number, number>();
    const open = new Set<number>();
    const settle = () => {
      for (const origin of open) checkHas(context, known, branch, has, origin);
      open.clear();
    };
    for (let k = 0; k < origins.length; k++) {
      const origin = origins.at(k);
      if (settled.at(k) === 1 || own.at(k) === 1) settle();
      has.set(origin, Math.max(has.get(origin) ?? 0, sequences.at(k)));
      open.add(origin);
    }
    settle();
  }
}

function someApplied(own: { readonly length: number; at(k: number): number }): boolean {
  for (let k = 0; k < own.length; k++) if (own.at(k) === 0) return true;
  return false;
}

function checkHas(
  { tape, writes, docket }: Context,
  known: LastKnown,
  branch: BranchId,
  has: Map<number, number>,
  origin: number,
): void {
  const { vectors } = tape;
  const count = writes.upTo(origin, has.get(origin) as number);
  const index = count > writes.begin(origin) ? (known.withVector[count - 1] as number) : NONE;
  if (index === NONE) return;
  docket.checked('CausalGap');
  const before = writes.before(index);
  for (let j = vectors.begin(before); j < vectors.end(before); j++) {
    const needed = vectors.name(j);
    if ((has.get(needed) ?? 0) >= vectors.sequence(j)) continue;
    const lacks = { origin: tape.origin(needed), sequence: vectors.sequence(j) };
    return docket.found('CausalGap', { kind: 'applied-early', branch, applied: writes.idOf(index), lacks }, 1);
  }
}
