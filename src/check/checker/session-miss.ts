/**
 * Whether a vector that has a write but lacks another breaks a promise to the
 * session of the first: it had made the other before (monotonic writes), or had
 * read it (writes follow reads). Asked only where a gap was found.
 */
import type { GuaranteeName } from '../../domain/guarantees.js';
import type { RecordedOperation } from '../../domain/history.js';
import type { WriteId } from '../../domain/ids.js';
import { isRead } from '../../domain/operations.js';
import type { Context } from './context.js';
import { NONE } from './tape.js';

export interface SessionMiss {
  readonly guarantee: GuaranteeName;
  readonly later: RecordedOperation;
  readonly earlier: RecordedOperation;
  readonly lacks: WriteId;
}

/** `index` is the write that is there; lacking is every write of `origin` above `has`. */
export function sessionMiss(
  { tape, writes, requests }: Context,
  index: number,
  origin: number,
  has: number,
): SessionMiss | undefined {
  const operation = writes.operation[index] as number;
  if (operation === NONE) return undefined;
  const beganUs = tape.invokedAt.at(operation);
  let found: SessionMiss | undefined;
  for (const row of requests.ofSession(tape.session.at(operation))) {
    if (!(tape.completedAt.at(row) <= beganUs)) continue;
    const make = (guarantee: GuaranteeName, sequence: number): SessionMiss => ({
      guarantee,
      later: tape.operation(operation),
      earlier: tape.operation(row),
      lacks: { origin: tape.origin(origin), sequence },
    });
    if (tape.isDone(row) && tape.writeOrigin.at(row) === origin && tape.writeSequence.at(row) > has) {
      found = make('monotonic-writes', tape.writeSequence.at(row));
    } else if (
      found?.guarantee !== 'monotonic-writes' &&
      tape.outcome(row) === 'ok' &&
      isRead(tape.kind(row)) &&
      !tape.isDone(row)
    ) {
      const vector = tape.vector.at(row);
      const shown = vector === NONE ? 0 : tape.vectors.entry(vector, origin);
      if (shown > has) found = make('writes-follow-reads', shown);
    }
  }
  return found;
}
