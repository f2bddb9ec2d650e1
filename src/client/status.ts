import type { AccountId, BranchId, OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';

/** A branch as it describes itself at one moment. */
export interface BranchStatus {
  readonly bankId: string;
  readonly origin: OriginId;
  /** All branches of the bank, ascending. */
  readonly members: readonly BranchId[];
  readonly vector: VersionVector;
  /** Requests that wait for writes or for money. */
  readonly parked: number;
  /** Equal at branches with equal vectors. */
  readonly stateDigest: string;
  readonly accounts: readonly AccountStatus[];
}

export interface AccountStatus {
  readonly account: AccountId;
  /** A name for people; may be empty. */
  readonly label: string;
  readonly balanceMinor: bigint;
  /** What this branch may pay out without asking another. */
  readonly allowanceMinor: bigint;
}

/** Whether a branch can be connected to; if not, why, as a sentence. */
export type Reachability = { readonly reachable: true } | { readonly reachable: false; readonly message: string };
