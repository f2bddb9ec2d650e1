/**
 * Durability, from ids, logs and the end of the run:
 * - the numbers of a log are 1, 2, 3, …, and one id is one write;
 * - a log holds what was asked for, and of a request that failed nothing;
 * - what was acknowledged is in its log and, in the end, somewhere.
 */
import type { BranchId } from '../../domain/ids.js';
import { isWrite } from '../../domain/operations.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import { homeOf } from './branch-tape.js';
import type { Context } from './context.js';
import { NONE } from './tape.js';

export function checkDurability(context: Context): void {
  checkIds(context);
  checkLogOrder(context);
  checkLogContent(context);
  checkRefusals(context);
  checkStillThere(context);
}

function checkIds({ tape, log, writes, docket }: Context): void {
  docket.checked('WriteIdReuse', writes.size);
  for (const { origin, sequence, rows, what } of writes.clashes) {
    const [a, b] = rows;
    const id = { origin: tape.origin(origin), sequence };
    if (what === 'log') {
      if (!sameLogged(log, a, b)) docket.found('WriteIdReuse', { kind: 'id-reused', id, operations: [] });
      continue;
    }
    // A request that was asked again is told the same id again.
    const again = tape.session.at(a) === tape.session.at(b) && tape.event.at(a) === tape.event.at(b);
    if (!again) docket.found('WriteIdReuse', { kind: 'id-reused', id, operations: [tape.operation(a), tape.operation(b)] });
  }
}

function sameLogged(log: Context['log'], a: number, b: number): boolean {
  const columns = [log.kind, log.account, log.to, log.receiver, log.successor, log.amount, log.session, log.counter];
  return columns.every((column) => column.at(a) === column.at(b));
}

/** A log may have been recorded from its middle on, unless the history is complete; it has no holes, though. */
function checkLogOrder({ tape, log, facts, losses, docket }: Context): void {
  const last = new Map<number, number>();
  for (let row = 0; row < log.logged; row++) {
    const [origin, sequence] = [log.origin.at(row), log.sequence.at(row)];
    const before = last.get(origin) ?? (facts.complete ? 0 : sequence - 1);
    docket.checked('LogGap');
    if (sequence <= before) continue;
    last.set(origin, sequence);
    if (sequence === before + 1 || losses.hasCrashed(homeOf(tape, origin))) continue;
    docket.found('LogGap', { kind: 'log-gap', id: { origin: tape.origin(origin), sequence }, after: before });
  }
}

/** Where a write is both logged and acknowledged, or its request is known, the two must say the same. */
function checkLogContent({ tape, log, writes, docket }: Context): void {
  for (let index = 0; index < writes.size; index++) {
    const [row, operation] = [writes.logRow[index] as number, writes.operation[index] as number];
    if (row === NONE || operation === NONE) continue;
    docket.checked('SilentCorruption');
    const id = writes.idOf(index);
    const what = alteration(tape, log, operation, row);
    if (what) docket.found('SilentCorruption', { kind: 'altered', operation: tape.operation(operation), id, what });
  }
}

function alteration(
  tape: Context['tape'],
  log: Context['log'],
  operation: number,
  row: number,
): 'content' | 'vector' | undefined {
  if (contentDiffers(tape, log, operation, row)) return 'content';
  return vectorDiffers(tape, log, operation, row) ? 'vector' : undefined;
}

const LOGGED_KINDS = ['', 'open', 'deposit', 'withdraw', 'transfer', 'grant', 'cede', 'void'];

function contentDiffers(tape: Context['tape'], log: Context['log'], operation: number, row: number): boolean {
  const kind = tape.kind(operation);
  if (LOGGED_KINDS[log.kind.at(row)] !== kind) return true;
  if (kind === 'open') return false;
  if (log.account.at(row) !== tape.account.at(operation) || log.amount.at(row) !== tape.amount.at(operation)) return true;
  const to = tape.to.at(operation);
  return kind === 'transfer' && to !== NONE && to !== log.to.at(row);
}

function vectorDiffers(tape: Context['tape'], log: Context['log'], operation: number, row: number): boolean {
  const [told, logged] = [tape.vector.at(operation), log.follows.at(row)];
  return told !== NONE && logged !== NONE && !tape.vectors.equal(told, logged);
}

/** What failed is in no log: every attempt, or one whose refusal was final. What is given up is as if it had never been. */
function checkRefusals({ tape, log, requests, losses, seals, docket }: Context): void {
  const forgotten = new Set<number>();
  for (let row = 0; row < log.logged; row++) {
    if (log.kind.at(row) !== WriteKind.void || !losses.mayHaveLost(log.origin.at(row), log.sequence.at(row))) continue;
    for (const asked of requests.askedFor(row) ?? []) forgotten.add(asked);
  }
  for (let row = 0; row < log.logged; row++) {
    if (!isOfCustomer(log.kind.at(row) as WriteKind) || seals.isLostRow(row)) continue;
    const asked = requests.askedFor(row);
    const first = asked?.[0];
    if (!asked || first === undefined) continue;
    docket.checked('ResurrectedRefusal');
    const failed = asked.every((operation) => tape.outcome(operation) === 'fail' && isWrite(tape.kind(operation)));
    const final = asked.find((operation) => tape.final.at(operation) === 1 && !forgotten.has(operation));
    if (!failed && final === undefined) continue;
    const id = { origin: tape.origin(log.origin.at(row)), sequence: log.sequence.at(row) };
    docket.found('ResurrectedRefusal', { kind: 'resurrected', operation: tape.operation(final ?? first), id });
  }
}

/** Every acknowledged write is in its log, as far as that was recorded, and with some branch in the end, unless it was rightly given up. */
function checkStillThere(context: Context): void {
  const { tape, log, seals } = context;
  const elsewhere = seenElsewhere(context);
  const told = new Map<number, Told>();
  for (let row = 0; row < log.logged; row++) {
    const [origin, last] = [log.origin.at(row), log.sequence.at(row)];
    const first = context.facts.complete ? 1 : (told.get(origin)?.first ?? last);
    told.set(origin, { first, last });
  }
  for (let row = 0; row < tape.size; row++) {
    const origin = tape.writeOrigin.at(row);
    if (origin === NONE || !tape.isDone(row)) continue;
    checkLogged(context, row, told.get(origin));
    if (seals.isLost(origin, tape.writeSequence.at(row))) checkGivenUp(context, row);
    else checkInTheEnd(context, row, elsewhere[origin] as number);
  }
}

/** What was recorded of the log of an origin. */
interface Told {
  readonly first: number;
  readonly last: number;
}

function checkLogged({ tape, log, writes, losses, docket }: Context, row: number, told: Told | undefined): void {
  const [origin, sequence] = [tape.writeOrigin.at(row), tape.writeSequence.at(row)];
  const home = homeOf(tape, origin);
  const isRecorded = told !== undefined && sequence >= told.first && (sequence <= told.last || log.finals.has(home));
  if (!isRecorded || losses.hasCrashed(home)) return;
  docket.checked('LostAcknowledgedWrite');
  const isLogged = writes.logRow[writes.upTo(origin, sequence) - 1] !== NONE;
  if (!isLogged) docket.found('LostAcknowledgedWrite', { kind: 'gone', operation: tape.operation(row), from: 'log' });
}

function checkGivenUp({ tape, losses, facts, docket }: Context, row: number): void {
  docket.checked('LostAcknowledgedWrite');
  if (losses.mayHaveLostAll(row, facts.branches.length)) return;
  docket.found('LostAcknowledgedWrite', { kind: 'gone', operation: tape.operation(row), from: 'every branch' });
}

/** `seenUpTo` is how far the origin was seen elsewhere. */
function checkInTheEnd({ tape, log, losses, docket }: Context, row: number, seenUpTo: number): void {
  const [origin, sequence] = [tape.writeOrigin.at(row), tape.writeSequence.at(row)];
  if (log.finals.size === 0 || (losses.mayHaveLostItsEnd(origin) && sequence > seenUpTo)) return;
  docket.checked('LostAcknowledgedWrite');
  if (losses.isInTheEnd(origin, sequence)) return;
  docket.found('LostAcknowledgedWrite', { kind: 'gone', operation: tape.operation(row), from: 'every branch' });
}

/** Up to where each origin was seen at a branch that is not its own and has forgotten nothing. */
function seenElsewhere({ tape, losses }: Context): Float64Array {
  const { vectors, vector, branch } = tape;
  const seen = new Float64Array(vectors.origins.values.length);
  for (let row = 0; row < tape.size; row++) {
    const at = vector.at(row);
    const by = branch.at(row) as BranchId;
    if (at === NONE || losses.mayForget(by) || losses.hasLostDisk(by)) continue;
    for (let k = vectors.begin(at); k < vectors.end(at); k++) {
      const origin = vectors.name(k);
      if (vectors.sequence(k) > (seen[origin] as number) && homeOf(tape, origin) !== by) {
        seen[origin] = vectors.sequence(k);
      }
    }
  }
  return seen;
}
