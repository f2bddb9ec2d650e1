/**
 * Who may decide a request. The right begins at one branch, its home, and a cession
 * hands it to another. Whoever has it writes about the request: its effect, a void
 * by which it is refused for good, or the next cession. So
 * - beside a void there is neither an effect nor another void;
 * - after a cession a log has nothing about the request, unless the branch had by
 *   then applied a cession back to it, made after its own;
 * - of the branches that write about a request to which nobody has handed it, there
 *   is one: the home. Logs do not say who that is.
 *
 * All data directories of a branch have its rights, one after the other, and its heir has
 * them when it has left. What is given up is as if it had never been.
 *
 * With D what a branch had applied when it logged a write. Where D is not told, or
 * has writes that no log tells, there may be a cession among those, and nothing follows.
 */
import type { BranchId, WriteId } from '../../domain/ids.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import { homeOf } from './branch-tape.js';
import type { Context } from './context.js';
import { NONE, type SessionName } from './tape.js';
import type { DecisionKind, RequestRef } from './verdict.js';

export function checkRights(context: Context): void {
  for (const rows of requestsHandedOnOrVoided(context)) {
    checkVoids(context, rows);
    checkHolders(context, rows);
  }
}

/** Of each request that a cession or void names, all rows of the log about it, those of one origin in its order. */
function requestsHandedOnOrVoided({ log, writes, seals }: Context): Iterable<number[]> {
  const found = new Map<string, number[]>();
  const isNamed = (row: number) => log.session.at(row) !== NONE && log.counter.at(row) > 0;
  const keyOf = (row: number) => `${log.session.at(row)} ${log.counter.at(row)}`;
  for (let row = 0; row < log.logged; row++) {
    const kind = log.kind.at(row);
    if (seals.isLostRow(row)) continue;
    if ((kind === WriteKind.cede || kind === WriteKind.void) && isNamed(row)) found.set(keyOf(row), []);
  }
  if (found.size === 0) return [];
  for (let row = 0; row < log.logged; row++) {
    const isOne = writes.firstRow(row) === row && !seals.isLostRow(row);
    if (isOne && isNamed(row)) found.get(keyOf(row))?.push(row);
  }
  for (const rows of found.values()) {
    rows.sort((a, b) => log.origin.at(a) - log.origin.at(b) || log.sequence.at(a) - log.sequence.at(b));
  }
  return found.values();
}

function checkVoids(context: Context, rows: readonly number[]): void {
  const { log, docket } = context;
  const voids = rows.filter((row) => log.kind.at(row) === WriteKind.void);
  for (const [k, first] of voids.entries()) {
    docket.checked('ResurrectedRefusal');
    docket.checked('DuplicateEffect');
    const witness = (row: number) => ({ request: requestOf(context, row), void: idOf(context, first), id: idOf(context, row) });
    for (const row of rows) {
      if (!isEffect(context, row) || mayBeForgotten(context, first, row)) continue;
      docket.found('ResurrectedRefusal', { kind: 'voided', what: 'effect', ...witness(row) });
    }
    for (const row of voids.slice(k + 1)) {
      if (mayBeForgotten(context, first, row)) continue;
      docket.found('DuplicateEffect', { kind: 'voided', what: 'void', ...witness(row) });
    }
  }
}

/** One of the two may have died with its branch, and the other was logged by one that had not heard of it. */
export function mayBeForgotten({ tape, log, losses }: Context, a: number, b: number): boolean {
  const isLost = (row: number, other: number) => {
    const origin = log.origin.at(row);
    const had = log.follows.at(other);
    const knew = log.origin.at(other) === origin || (had !== NONE && tape.vectors.entry(had, origin) >= log.sequence.at(row));
    return !knew && losses.mayHaveLost(origin, log.sequence.at(row));
  };
  return isLost(a, b) || isLost(b, a);
}

function checkHolders(context: Context, rows: readonly number[]): void {
  const { log, docket } = context;
  const cessions = rows.filter((row) => log.kind.at(row) === WriteKind.cede);
  if (cessions.length === 0) return;
  let atHome: number | undefined;
  for (const row of rows) {
    const had = log.follows.at(row);
    if (had === NONE) continue;
    const own = lastOwn(context, cessions, row);
    const isHandedTo = cessions.some((cession) => isReceived(context, cession, row, own));
    if (!isHandedTo && !isAllTold(context, had)) continue;
    docket.checked('DuplicateEffect');
    if (isHandedTo) continue;
    const [request, id] = [requestOf(context, row), idOf(context, row)];
    if (own !== undefined) {
      const [cession, to] = [idOf(context, own), log.receiver.at(own) as BranchId];
      docket.found('DuplicateEffect', { kind: 'ceded', request, cession, to, id, what: whatIs(context, row) });
    } else if (atHome === undefined) atHome = row;
    else if (!isOneHome(context, atHome, row)) {
      docket.found('DuplicateEffect', { kind: 'two-homes', request, ids: [idOf(context, atHome), id] });
    }
  }
}

/** The last cession by which the branch of `row`, or one whose heir it is, had handed the request on by then. */
function lastOwn(context: Context, cessions: readonly number[], row: number): number | undefined {
  const { tape, log } = context;
  const isBefore = (a: number, b: number) => tape.vectors.entry(log.follows.at(b), log.origin.at(a)) >= log.sequence.at(a);
  let last: number | undefined;
  for (const cession of cessions) {
    const isOwn = cession !== row && isRightOf(context, homeOf(tape, log.origin.at(cession)), row) && isBefore(cession, row);
    if (isOwn && (last === undefined || log.follows.at(cession) === NONE || isBefore(last, cession))) last = cession;
  }
  return last;
}

/** What the branch had a right to, the branch of `row` had a right to by then. */
function isRightOf({ tape, log, seals }: Context, branch: BranchId, row: number): boolean {
  return seals.heirOf(branch, log.follows.at(row)) === homeOf(tape, log.origin.at(row));
}

/** The same branch, or the one is the heir of the other. */
function isOneHome(context: Context, a: number, b: number): boolean {
  const { tape, log } = context;
  const [homeOfA, homeOfB] = [homeOf(tape, log.origin.at(a)), homeOf(tape, log.origin.at(b))];
  return isRightOf(context, homeOfA, b) || isRightOf(context, homeOfB, a);
}

/** The branch of `row` had applied a cession to it, made after its own if there is one. */
function isReceived(context: Context, cession: number, row: number, own: number | undefined): boolean {
  const { tape, log } = context;
  const receiver = log.receiver.at(cession) as BranchId;
  if (!isRightOf(context, receiver, row)) return false;
  // What was handed to another branch comes back to its heir.
  if (cession === own) return receiver !== homeOf(tape, log.origin.at(cession));
  const { vectors } = tape;
  if (vectors.entry(log.follows.at(row), log.origin.at(cession)) < log.sequence.at(cession)) return false;
  const had = log.follows.at(cession);
  return own === undefined || had === NONE || vectors.entry(had, log.origin.at(own)) >= log.sequence.at(own);
}

/** Of all writes in the vector somebody told what they are. */
function isAllTold({ tape, writes }: Context, vector: number): boolean {
  const { vectors } = tape;
  for (let k = vectors.begin(vector); k < vectors.end(vector); k++) {
    if (vectors.sequence(k) > (writes.gapless[vectors.name(k)] as number)) return false;
  }
  return true;
}

function isEffect({ log }: Context, row: number): boolean {
  return isOfCustomer(log.kind.at(row) as WriteKind);
}

function whatIs({ log }: Context, row: number): DecisionKind {
  const kind = log.kind.at(row);
  if (kind === WriteKind.cede) return 'cession';
  return kind === WriteKind.void ? 'void' : 'effect';
}

function requestOf({ tape, log }: Context, row: number): RequestRef {
  const { customer } = tape.sessions[log.session.at(row)] as SessionName;
  return { customer, counter: log.counter.at(row) };
}

function idOf({ tape, log }: Context, row: number): WriteId {
  return { origin: tape.origin(log.origin.at(row)), sequence: log.sequence.at(row) };
}
