import { type AccountId, type BranchId, type CustomerId, type OriginId, openedAccount, originId, type WriteId } from './ids.js';
import { EMPTY_VECTOR, type MutableVector, type VersionVector } from './vector.js';

/** The numbers are those of the wire (passbook.v1.WriteKind). */
export const WriteKind = {
  open: 1,
  deposit: 2,
  withdraw: 3,
  transfer: 4,
  grant: 5,
  cede: 6,
  void: 7,
  /** Its branch takes nothing more from the data directories of another one, but what other writes follow. */
  fence: 8,
  /** The data directories of a branch are given up: what its writer had not applied of them is lost for good. */
  seal: 9,
  /** A new branch belongs to the bank from here on. */
  join: 10,
} as const;
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
  /** Index into `accounts`; an opening and writes without an account hold 0. */
  readonly accountIndices: number[];
  readonly accounts: AccountId[];
  /** Minor units; of a void, its reason as a number; of a fence or seal, the nonce of the directory that goes on. */
  readonly amounts: number[];
  /** 0 for a write that no request is about, else index into `sessions` plus 1. */
  readonly sessionIndices: number[];
  readonly sessions: LoggedSession[];
  /** The request's counter within its session; 0 for a write that no request is about. */
  readonly counters: number[];
  /**
   * In order, for transfers the index of the account credited, for grants and cessions
   * the branch that receives, for fences, seals and joinings the branch concerned.
   */
  readonly counterparts: number[];
  /** Of openings, and the addresses of those that join, in order. */
  readonly labels: string[];
  readonly origins: OriginId[];
  /** Before write `dependencyAt[i]`, the entry of `origins[dependencyOrigin[i]]` becomes `dependencySequence[i]`. */
  readonly dependencyAt: number[];
  readonly dependencyOrigin: number[];
  readonly dependencySequence: number[];
  /** Sum of what the origin's previous write followed of other origins, and by how much each dependency makes it grow. */
  readonly followed: number;
  readonly dependencyGrowth: number[];
  /** Digest of the origin's batch before this one, so that each vouches for all before it; empty in the first. */
  previousDigest: string;
  /** The bytes as logged and their digest; set by whoever encoded or received them. */
  encoded?: Uint8Array;
  digest?: string;
}

export function lastSequence(batch: WriteBatch): number {
  return batch.first + batch.kinds.length - 1;
}

export function emptyBatch(origin: OriginId, first: number, followed = 0): WriteBatch {
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
    followed,
    dependencyGrowth: [],
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
  /** The branch that a grant or cession is for; the one that a fence, seal or joining is about. */
  readonly receiver?: BranchId;
  /** Of a fence or seal: the data directory by which the branch goes on; absent if it leaves the bank. */
  readonly successor?: OriginId;
  /** Of an opening; the address of a branch that joins. */
  readonly label?: string;
  /** Why a void was written. */
  readonly reason?: FinalReason;
  /** The request that it came from or, for a cession or void, is about; absent for a grant. The counter is 0 where it had none. */
  readonly request?: WriteSession & { readonly counter: number };
  /** Entries of the branch's vector that had changed since the origin's previous write: what this write follows besides. */
  readonly follows: VersionVector;
}

export interface RankedWrite extends LoggedWrite {
  /**
   * 1 + the number of writes that this one follows: larger than that of any of
   * them, so an order by rank respects causality.
   */
  readonly rank: number;
}

/** The writes of a batch, one by one. */
export function* writesOf(batch: WriteBatch): Generator<RankedWrite> {
  let dependency = 0;
  let counterpart = 0;
  let label = 0;
  let followed = batch.followed;
  for (let i = 0; i < batch.kinds.length; i++) {
    let follows: MutableVector | undefined;
    for (; batch.dependencyAt[dependency] === i; dependency++) {
      const origin = batch.origins[batch.dependencyOrigin[dependency] as number] as OriginId;
      follows ??= new Map();
      follows.set(origin, batch.dependencySequence[dependency] as number);
      followed += batch.dependencyGrowth[dependency] as number;
    }
    const kind = batch.kinds[i] as WriteKind;
    const id = { origin: batch.origin, sequence: batch.first + i };
    const other = hasCounterpart(kind) ? (batch.counterparts[counterpart++] as number) : undefined;
    const session = batch.sessions[(batch.sessionIndices[i] as number) - 1];
    yield {
      id,
      kind,
      account: accountOf(batch, i),
      amountMinor: namesAccount(kind) ? (batch.amounts[i] as number) : 0,
      ...(kind === WriteKind.transfer && { to: batch.accounts[other as number] as AccountId }),
      ...(other !== undefined && kind !== WriteKind.transfer && { receiver: other as BranchId }),
      ...successorOf(kind, other, batch.amounts[i] as number),
      ...(hasLabel(kind) && { label: batch.labels[label++] as string }),
      ...(kind === WriteKind.void && { reason: finalReason(batch.amounts[i] as number) as FinalReason }),
      ...(session && { request: requestOf(session, batch.counters[i] as number) }),
      follows: follows ?? EMPTY_VECTOR,
      rank: followed + id.sequence,
    };
  }
}

export function hasCounterpart(kind: WriteKind): boolean {
  return kind === WriteKind.transfer || (kind >= WriteKind.grant && kind !== WriteKind.void);
}

export function hasLabel(kind: WriteKind): boolean {
  return kind === WriteKind.open || kind === WriteKind.join;
}

/** The data directory by which a branch goes on, of which a fence or seal has the nonce; none if that is 0. */
export function successorWith(branch: BranchId, nonce: number): OriginId | undefined {
  return nonce === 0 ? undefined : originId(branch, nonce);
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

function successorOf(kind: WriteKind, branch: number | undefined, nonce: number): { successor?: OriginId } {
  if (kind !== WriteKind.fence && kind !== WriteKind.seal) return {};
  const successor = successorWith(branch as BranchId, nonce);
  return successor === undefined ? {} : { successor };
}

/** Its names only: a branch keeps more about the sessions that it serves. */
function requestOf({ customer, session }: WriteSession, counter: number): WriteSession & { readonly counter: number } {
  return { customer, session, counter };
}
