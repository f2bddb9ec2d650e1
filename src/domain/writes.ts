import { type AccountId, type BranchId, type CustomerId, type OriginId, openedAccount, type WriteId } from './ids.js';
import type { MutableVector, VersionVector } from './vector.js';

/** The numbers are those of the wire (passbook.v1.WriteKind). */
export const WriteKind = { open: 1, deposit: 2, withdraw: 3, transfer: 4, grant: 5, cede: 6, void: 7 } as const;
export type WriteKind = (typeof WriteKind)[keyof typeof WriteKind];

/** Refusals that can be final: the numbers are those of the wire (passbook.v1.Reason), and stand in a void. */
export const FINAL_REASONS = { INSUFFICIENT_FUNDS: 9 } as const;
export type FinalReason = keyof typeof FINAL_REASONS;

/** Whether a request asked for the write and it is what became of it; all others are between branches. */
export function isOfCustomer(kind: WriteKind): boolean {
  return kind < WriteKind.grant;
}

/** Whoever asked for a write: one session of one customer. */
export interface WriteSession {
  readonly customer: CustomerId;
  /** Drawn when the session began; below 2^53. */
  readonly session: number;
}

/** A session as a batch names it. */
export interface LoggedSession extends WriteSession {
  /** It will not ask again for any request with a smaller counter. */
  readonly settledBelow: number;
}

/**
 * Consecutive writes of one origin as columns: the unit of the log. It is made
 * once, by its origin, and from then on is logged and forwarded as the same
 * bytes. Columns without a remark hold one entry a write.
 *
 * Dependencies are the accepting branch's vector at acceptance, stored as a
 * difference to the origin's previous write; the origin's own entry is implied
 * by the sequence.
 */
export interface WriteBatch {
  readonly origin: OriginId;
  /** Sequence of the first write. */
  readonly first: number;
  readonly kinds: WriteKind[];
  /** Index into `accounts`; an opening, a cession and a void have none and hold 0. */
  readonly accountIndices: number[];
  readonly accounts: AccountId[];
  /** Minor units; of a void, its reason as a number. */
  readonly amounts: number[];
  /** 0 for a write that no request is about, else index into `sessions` plus 1. */
  readonly sessionIndices: number[];
  readonly sessions: LoggedSession[];
  /** The request's counter within its session; 0 for a write that no request is about. */
  readonly counters: number[];
  /** For transfers, grants and cessions, in order: index of the account credited, number of the branch that receives. */
  readonly counterparts: number[];
  /** For openings, in order. */
  readonly labels: string[];
  readonly origins: OriginId[];
  /** Before write `dependencyAt[i]`, the entry of `origins[dependencyOrigin[i]]` becomes `dependencySequence[i]`. */
  readonly dependencyAt: number[];
  readonly dependencyOrigin: number[];
  readonly dependencySequence: number[];
  /** Digest of the origin's batch before this one, so that each vouches for all before it; empty in the first. */
  previousDigest: string;
  /** The bytes as logged and their digest; set by whoever encoded or received them. */
  encoded?: Uint8Array;
  digest?: string;
}

export function lastSequence(batch: WriteBatch): number {
  return batch.first + batch.kinds.length - 1;
}

export function emptyBatch(origin: OriginId, first: number): WriteBatch {
  return {
    origin,
    first,
    previousDigest: '',
    kinds: [],
    accountIndices: [],
    accounts: [],
    amounts: [],
    sessionIndices: [],
    sessions: [],
    counters: [],
    counterparts: [],
    labels: [],
    origins: [],
    dependencyAt: [],
    dependencyOrigin: [],
    dependencySequence: [],
  };
}

/** A write as a branch that has applied it lists it. */
export interface AppliedWrite {
  readonly id: WriteId;
  readonly kind: WriteKind;
  readonly account: AccountId;
  /** Minor units; 0 for an opening. */
  readonly amountMinor: number;
  /** The request that it came from or, for a cession or void, is about; absent for a grant. */
  readonly request?: WriteSession & { readonly counter: number };
  /** In the order in which this branch applied its writes, from 1. */
  readonly position: number;
}

/** One write of a log, taken out of its batch. */
export interface LoggedWrite {
  readonly id: WriteId;
  readonly kind: WriteKind;
  /** The account opened, credited, debited or granted from; empty for a cession or void. */
  readonly account: AccountId;
  /** Minor units; 0 where no money is meant. */
  readonly amountMinor: number;
  /** The account that a transfer credits. */
  readonly to?: AccountId;
  /** The branch that a grant or cession is for. */
  readonly receiver?: BranchId;
  /** Of an opening. */
  readonly label?: string;
  /** Why a void was written. */
  readonly reason?: FinalReason;
  /** The request that it came from or, for a cession or void, is about; absent for a grant. The counter is 0 where it had none. */
  readonly request?: WriteSession & { readonly counter: number };
  /** Entries of the branch's vector that had changed since the origin's previous write: what this write follows besides. */
  readonly follows: VersionVector;
}

/** The writes of a batch, one by one. */
export function* writesOf(batch: WriteBatch): Generator<LoggedWrite> {
  let dependency = 0;
  let counterpart = 0;
  let label = 0;
  for (let i = 0; i < batch.kinds.length; i++) {
    const follows: MutableVector = new Map();
    for (; batch.dependencyAt[dependency] === i; dependency++) {
      const origin = batch.origins[batch.dependencyOrigin[dependency] as number] as OriginId;
      follows.set(origin, batch.dependencySequence[dependency] as number);
    }
    const kind = batch.kinds[i] as WriteKind;
    const id = { origin: batch.origin, sequence: batch.first + i };
    const other = hasCounterpart(kind) ? (batch.counterparts[counterpart++] as number) : undefined;
    const session = batch.sessions[(batch.sessionIndices[i] as number) - 1];
    yield {
      id,
      kind,
      account: accountOf(batch, i),
      amountMinor: kind === WriteKind.void ? 0 : (batch.amounts[i] as number),
      ...(kind === WriteKind.transfer && { to: batch.accounts[other as number] as AccountId }),
      ...((kind === WriteKind.grant || kind === WriteKind.cede) && { receiver: other as BranchId }),
      ...(kind === WriteKind.open && { label: batch.labels[label++] as string }),
      ...(kind === WriteKind.void && { reason: finalReason(batch.amounts[i] as number) as FinalReason }),
      ...(session && { request: requestOf(session, batch.counters[i] as number) }),
      follows,
    };
  }
}

export function hasCounterpart(kind: WriteKind): boolean {
  return kind === WriteKind.transfer || kind === WriteKind.grant || kind === WriteKind.cede;
}

/** Whether a write is about an account that its batch names. */
export function namesAccount(kind: WriteKind): boolean {
  return kind !== WriteKind.open && kind <= WriteKind.grant;
}

/** The reason with that number, if it can be final. */
export function finalReason(number: number): FinalReason | undefined {
  return (Object.keys(FINAL_REASONS) as FinalReason[]).find((reason) => FINAL_REASONS[reason] === number);
}

function accountOf(batch: WriteBatch, i: number): AccountId {
  const kind = batch.kinds[i] as WriteKind;
  if (kind === WriteKind.open) return openedAccount({ origin: batch.origin, sequence: batch.first + i });
  return namesAccount(kind) ? (batch.accounts[batch.accountIndices[i] as number] as AccountId) : ('' as AccountId);
}

/** Its names only: a branch keeps more about the sessions that it serves. */
function requestOf({ customer, session }: WriteSession, counter: number): WriteSession & { readonly counter: number } {
  return { customer, session, counter };
}
