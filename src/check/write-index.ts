/**
 * Which writes a history knows, and which of them matter to a read of an
 * account: Terry's *relevant* writes. A version vector names writes by number
 * only, among them the bank's own (grants, cessions, voids), which change no balance.
 * So a missing number is a miss only where it is known to be a customer's write
 * on the account, and a question where the history does not know it.
 *
 * Invariant: `known` and every list in `touching` rise strictly, so that each
 * question is a binary search and does not depend on how far a branch is behind.
 */
import type { RecordedOperation } from '../domain/history.js';
import { type AccountId, type OriginId, openedAccount, type WriteId } from '../domain/ids.js';
import { isWrite } from '../domain/operations.js';

/**
 * Where nobody said which account a transfer credits, it counts for every account.
 * That is strict: with more than two accounts it may blame a read of a third.
 */
export const EVERY_ACCOUNT = Symbol('every account');

/** Transfers from one of two accounts to the other: what both of them show. */
export type Between = `${string} ${string}`;

/** What a write may change. */
export type Scope = AccountId | Between | typeof EVERY_ACCOUNT;

export function between(a: AccountId, b: AccountId): Between {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** What judges need to know of the writes of a history. */
export interface Writes {
  /** The first write of `origin` in (after, upTo] that is known to touch the account, or every account. */
  firstTouching(scope: Scope, origin: OriginId, after: number, upTo: number): RecordedOperation | undefined;
  /**
   * The first write of `origin` in (after, upTo] that may be a customer's write
   * on the account for all that is known. Ask `firstTouching` first.
   */
  firstDoubtful(scope: Scope, origin: OriginId, after: number, upTo: number): number | undefined;
}

/** What is known beside the history, to classify writes that it does not name. */
export interface Evidence {
  /** Whether this write is known to be the bank's own, such as a grant, and so changes no balance. */
  readonly internal?: (origin: OriginId, sequence: number) => boolean;
  /**
   * The history holds every operation of every customer of the bank. Then a
   * write that it does not name is the bank's own, unless it is one of the
   * history's operations that ended without a write id.
   */
  readonly complete?: boolean;
}

interface OriginWrites {
  readonly known: number[];
  readonly made: Map<number, RecordedOperation>;
  readonly touching: Map<Scope, number[]>;
}

/** The accounts that an operation touches. */
export function scopesOf({ kind, account, to, write }: RecordedOperation): readonly Scope[] {
  if (kind === 'transfer') return to === undefined ? [EVERY_ACCOUNT] : [account, to];
  if (kind !== 'open') return [account];
  return [write === undefined ? EVERY_ACCOUNT : openedAccount(write)];
}

export class WriteIndex implements Writes {
  private readonly origins = new Map<OriginId, OriginWrites>();
  /** What the writes may have touched that have, or may have, taken effect under an id that nobody told. */
  private readonly unplaced = new Set<Scope>();

  constructor(
    history: readonly RecordedOperation[],
    private readonly evidence: Evidence,
  ) {
    const named: Named[] = [];
    for (const operation of history) {
      if (!isWrite(operation.kind) || operation.outcome === 'fail') continue;
      if (operation.write === undefined) for (const scope of indexed(operation)) this.unplaced.add(scope);
      else named.push({ operation, id: operation.write });
    }
    named.sort((a, b) => a.id.sequence - b.id.sequence);
    for (const { operation, id } of named) this.add(operation, id);
  }

  firstTouching(scope: Scope, origin: OriginId, after: number, upTo: number): RecordedOperation | undefined {
    const writes = this.origins.get(origin);
    if (!writes) return undefined;
    const own = firstAbove(writes.touching.get(scope), after);
    const every = scope === EVERY_ACCOUNT ? Infinity : firstAbove(writes.touching.get(EVERY_ACCOUNT), after);
    const first = Math.min(own, every);
    return first <= upTo ? writes.made.get(first) : undefined;
  }

  firstDoubtful(scope: Scope, origin: OriginId, after: number, upTo: number): number | undefined {
    const { complete, internal } = this.evidence;
    if (complete && !this.unplaced.has(scope) && !this.unplaced.has(EVERY_ACCOUNT)) return undefined;
    const known = this.origins.get(origin)?.known ?? [];
    let sequence = firstGap(known, after);
    while (sequence <= upTo && internal?.(origin, sequence)) sequence = firstGap(known, sequence);
    return sequence <= upTo ? sequence : undefined;
  }

  private add(operation: RecordedOperation, id: WriteId): void {
    let writes = this.origins.get(id.origin);
    if (!writes) {
      writes = { known: [], made: new Map(), touching: new Map() };
      this.origins.set(id.origin, writes);
    }
    // An id told twice is an anomaly of its own; here the first operation has it.
    if (writes.made.has(id.sequence)) return;
    writes.made.set(id.sequence, operation);
    writes.known.push(id.sequence);
    for (const scope of indexed(operation)) {
      const touching = writes.touching.get(scope);
      if (touching) touching.push(id.sequence);
      else writes.touching.set(scope, [id.sequence]);
    }
  }
}

/** The accounts, and for a transfer the two of them together. */
function indexed(operation: RecordedOperation): ReadonlySet<Scope> {
  const { kind, account, to } = operation;
  const scopes = new Set(scopesOf(operation));
  if (kind === 'transfer' && to !== undefined) scopes.add(between(account, to));
  return scopes;
}

interface Named {
  readonly operation: RecordedOperation;
  readonly id: WriteId;
}

/** The least index in [from, length] from which on `holds` is true; it must never turn false again. */
function firstIndex(from: number, length: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstAbove(sequences: readonly number[] | undefined, after: number): number {
  if (!sequences) return Infinity;
  return sequences[firstIndex(0, sequences.length, (i) => (sequences[i] as number) > after)] ?? Infinity;
}

/** The least number above `after` that is not in the list. */
function firstGap(sequences: readonly number[], after: number): number {
  const start = firstIndex(0, sequences.length, (i) => (sequences[i] as number) > after);
  // In a strictly rising list, value − index never falls: it stays the same up to the first gap.
  const end = firstIndex(start, sequences.length, (i) => (sequences[i] as number) - i > after + 1 - start);
  return after + 1 + (end - start);
}
