import type { AccountId, BranchId, OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import type { LoggedSession } from '../domain/writes.js';
import type { Account } from './ledger.js';
import type { MembershipSummary } from './membership.js';
import type { Fact } from './once.js';

/** A branch at one moment: with its log from there on, all that it knows. */
export interface BranchSnapshot {
  readonly bankId: string;
  /** The writes that it sums up, and how many they are. */
  readonly vector: VersionVector;
  readonly count: number;
  readonly accounts: readonly Account[];
  readonly origins: readonly OriginSummary[];
  readonly sessions: readonly SessionSummary[];
  readonly membership: MembershipSummary;
  /** Grants of this branch: the last to each branch, of each account. */
  readonly grants: readonly GrantSummary[];
  /** Encoded batches that have come and could not be applied to the end. */
  readonly pending: readonly Uint8Array[];
  /** Of one that another branch gave to begin with: encoded batches of its log that somebody may lack, pending ones included. */
  readonly log: readonly Uint8Array[];
}

/**
 * A snapshot for another branch to begin with: without what is this branch's alone.
 * The log goes along from where somebody may lack it, as that one may soon have
 * nobody else to get it from.
 */
export function forOthers(snapshot: BranchSnapshot, log: readonly Uint8Array[]): BranchSnapshot {
  return { ...snapshot, grants: [], log };
}

export interface OriginSummary {
  readonly origin: OriginId;
  /** What its last applied write followed, itself left out. */
  readonly followed: VersionVector;
  /** Of its last batch before those that are pending. */
  readonly digest: string;
}

export interface SessionSummary extends LoggedSession {
  readonly facts: readonly (readonly [counter: number, fact: Fact])[];
}

export interface GrantSummary {
  readonly account: AccountId;
  readonly to: BranchId;
  readonly sequence: number;
}
