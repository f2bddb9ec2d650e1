/**
 * Whether a vector that has a write but lacks another breaks a promise to the
 * session of the first: it had made the other before (monotonic writes), or had
 * read it (writes follow reads). Asked only where a gap was found.
 */
import type { GuaranteeName } from '../../domain/guarantees.js';
import type { RecordedOperation } from '../../domain/history.js';
import type { WriteId } from '../../domain/ids.js';
import { isRead } from '../../domain/operations.js';
import { firstIndex } from './column.js';
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
  const beganUs = requests.begunUs(operation);
  let [found, shown] = [NONE, 0];
  const miss = (guarantee: GuaranteeName, row: number, sequence: number): SessionMiss => ({
    guarantee,
    later: tape.operation(operation),
    earlier: tape.operation(row),
    lacks: { origin: tape.origin(origin), sequence },
  });
  const rows = requests.ofSession(tape.session.at(operation));
  const own = firstIndex(0, rows.length, (k) => tape.event.at(rows[k] as number) >= tape.event.at(operation));
  // Backwards: the last of each is the easiest to follow, and soon found.
  for (let k = own - 1; k >= 0; k--) {
    const row = rows[k] as number;
    if (!(tape.completedAt.at(row) <= beganUs)) continue;
    const made = tape.writeSequence.at(row);
    if (tape.isDone(row) && tape.writeOrigin.at(row) === origin && made > has) return miss('monotonic-writes', row, made);
    const vector = tape.vector.at(row);
    if (found !== NONE || vector === NONE || tape.outcome(row) !== 'ok' || !isRead(tape.kind(row)) || tape.isDone(row)) continue;
    const read = tape.vectors.entry(vector, origin);
    if (read > has) [found, shown] = [row, read];
  }
  return found === NONE ? undefined : miss('writes-follow-reads', found, shown);
}
