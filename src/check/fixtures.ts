/** For tests: short notation for histories written by hand, where only what matters is said. */
import { ALL_GUARANTEES } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import { type AccountId, branchId, type CustomerId, type OriginId, originId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';

/** What a line of a history may say; `write` is a sequence of the branch, `sees` a vector by branch. */
export interface Line extends Partial<Omit<RecordedOperation, 'customer' | 'branch' | 'account' | 'write' | 'vector'>> {
  readonly customer?: number;
  readonly branch: number;
  readonly account?: string;
  readonly write?: number;
  /** The branch that accepted the write, where that is not the one that was asked. */
  readonly madeAt?: number;
  readonly sees?: Record<number, number>;
  /** The branch that was asked first, where another one answered. */
  readonly askedAt?: number;
}

/** Branch b has one origin, b-1a2b3c4d; `201` is the second data directory of branch 1, and so on. */
export function originOf(branch: number): OriginId {
  return originId(branchId(branch % 100), 0x1a2b3c4d + Math.floor(branch / 100));
}

export function vectorOf(sees: Record<number, number>): VersionVector {
  const entries = Object.entries(sees).filter(([, sequence]) => sequence > 0);
  return new Map(entries.map(([branch, sequence]) => [originOf(Number(branch)), sequence]));
}

/**
 * Operations one after another, each begun 10 µs after the last and taking 5,
 * by customer 1 on account 1 unless said otherwise.
 */
export function history(...lines: Line[]): RecordedOperation[] {
  const events = new Map<number, number>();
  return lines.map(({ customer = 1, branch, account = '1', write, madeAt = branch, sees, askedAt: _, ...rest }, position) => {
    const event = (events.get(customer) ?? 0) + 1;
    events.set(customer, event);
    return {
      customer: String(customer) as CustomerId,
      event,
      branch: branchId(branch),
      kind: 'query',
      account: account as AccountId,
      guarantees: ALL_GUARANTEES,
      invokedAtUs: position * 10,
      completedAtUs: position * 10 + 5,
      outcome: 'ok',
      ...(write !== undefined && { write: { origin: originOf(madeAt), sequence: write } }),
      ...(sees !== undefined && { vector: vectorOf(sees) }),
      ...rest,
    };
  });
}
