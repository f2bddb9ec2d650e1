/**
 * Idempotency: a request makes one write at most, in all logs together, and is told
 * the same id whenever it is asked again. What is given up is as if it had never been.
 * Only who has the right to it decides it.
 */
import { isOfCustomer, type WriteKind } from '../../domain/writes.js';
import type { Context } from './context.js';
import { checkRights, mayBeForgotten } from './rights.js';
import { NONE, type SessionName } from './tape.js';

export function checkIdempotency(context: Context): void {
  checkOneWriteEach(context);
  checkReplays(context);
  checkRights(context);
}

function checkOneWriteEach(context: Context): void {
  const { tape, log, seals, docket } = context;
  /** By session, the row of the log by counter. */
  const made = new Map<number, Map<number, number>>();
  for (let row = 0; row < log.logged; row++) {
    const [session, counter] = [log.session.at(row), log.counter.at(row)];
    if (session === NONE || counter === 0 || !isOfCustomer(log.kind.at(row) as WriteKind)) continue;
    if (seals.isLostRow(row)) continue;
    docket.checked('DuplicateEffect');
    let counters = made.get(session);
    if (!counters) made.set(session, (counters = new Map()));
    const first = counters.get(counter);
    if (first === undefined) counters.set(counter, row);
    else if (log.origin.at(first) !== log.origin.at(row) || log.sequence.at(first) !== log.sequence.at(row)) {
      if (mayBeForgotten(context, first, row)) continue;
      const id = (at: number) => ({ origin: tape.origin(log.origin.at(at)), sequence: log.sequence.at(at) });
      const request = { customer: (tape.sessions[session] as SessionName).customer, counter };
      docket.found('DuplicateEffect', { kind: 'two-writes', request, ids: [id(first), id(row)] });
    }
  }
}

function checkReplays({ tape, requests, losses, docket }: Context): void {
  for (const rows of requests.repeated()) {
    const stands = (row: number) => !losses.mayHaveLost(tape.writeOrigin.at(row), tape.writeSequence.at(row));
    const told = rows.filter((row) => tape.writeOrigin.at(row) !== NONE && stands(row));
    const first = told[0];
    if (first === undefined) continue;
    for (const row of told.subarray(1)) {
      docket.checked('ConflictingReplay');
      const same =
        tape.writeOrigin.at(row) === tape.writeOrigin.at(first) && tape.writeSequence.at(row) === tape.writeSequence.at(first);
      if (same) continue;
      docket.found('ConflictingReplay', { kind: 'two-answers', first: tape.operation(first), second: tape.operation(row) });
    }
  }
}
