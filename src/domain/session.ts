import { type GuaranteeSet, has } from './guarantees.js';
import type { CustomerId, WriteId } from './ids.js';
import { isRead, isWrite, type OperationKind } from './operations.js';
import { EMPTY_VECTOR, joinInto, type MutableVector, raise, type VersionVector } from './vector.js';

/**
 * What a session has made and seen. This is what a passbook carries:
 * `written` joins the ids of its acknowledged writes, `read` the vectors that
 * its reads reflected, and its refusals where they revealed state. Two vectors
 * and not one, because a single joined one would let a write stand in for a
 * read and no guarantee could be chosen, or missed, by itself.
 */
export interface SessionVectors {
  readonly written: VersionVector;
  readonly read: VersionVector;
}

export const NEW_SESSION: SessionVectors = { written: EMPTY_VECTOR, read: EMPTY_VECTOR };

/** A passbook as it travels: bound to one bank and one customer. */
export interface Passbook extends SessionVectors {
  readonly bankId: string;
  readonly customer: CustomerId;
}

/** The vectors a branch must include before it serves (Terry et al. 1994, table 2). */
export function demands(kind: OperationKind, selected: GuaranteeSet, session: SessionVectors): VersionVector[] {
  const wantsWritten =
    (isRead(kind) && has(selected, 'read-your-writes')) || (isWrite(kind) && has(selected, 'monotonic-writes'));
  const wantsRead = (isRead(kind) && has(selected, 'monotonic-reads')) || (isWrite(kind) && has(selected, 'writes-follow-reads'));
  const vectors: VersionVector[] = [];
  if (wantsWritten && session.written.size > 0) vectors.push(session.written);
  if (wantsRead && session.read.size > 0) vectors.push(session.read);
  return vectors;
}

/**
 * The moving side of a session, kept by whoever holds the passbook. It grows
 * with every reply, whatever guarantees are selected: selection changes what is
 * waited for, never what is remembered.
 */
export class SessionMemory implements SessionVectors {
  readonly written: MutableVector;
  readonly read: MutableVector;

  constructor(from: SessionVectors = NEW_SESSION) {
    this.written = new Map(from.written);
    this.read = new Map(from.read);
  }

  wrote(id: WriteId): void {
    raise(this.written, id.origin, id.sequence);
  }

  /**
   * The bank has lost writes that this session has made or seen: it goes on without.
   *
   * @param cuts of each data directory that is given up, the last write that stands
   */
  lost(cuts: VersionVector): void {
    for (const [origin, cut] of cuts) {
      for (const vector of [this.written, this.read]) {
        if ((vector.get(origin) ?? 0) <= cut) continue;
        if (cut > 0) vector.set(origin, cut);
        else vector.delete(origin);
      }
    }
  }

  saw(vector: VersionVector): void {
    joinInto(this.read, vector);
  }
}
