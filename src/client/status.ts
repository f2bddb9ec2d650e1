import { type AccountId, type BranchId, branchId, type OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import { type pb, WireError } from '../wire/messages.js';
import { unpackOrigin, unpackVector } from '../wire/vectors.js';

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

export type StatusResponse = InstanceType<typeof pb.GetStatusResponse>;

export function unpackStatus(response: StatusResponse): BranchStatus {
  return {
    bankId: response.bankId,
    origin: unpackOrigin(response.origin),
    members: response.members.map(branchId),
    vector: unpackVector(response.vector),
    parked: response.parked,
    stateDigest: response.stateDigest,
    accounts: response.accounts.map((row) => ({
      account: (row.account ?? '') as AccountId,
      label: row.label ?? '',
      balanceMinor: minor(row.balanceMinor),
      allowanceMinor: minor(row.allowanceMinor),
    })),
  };
}

function minor(text: string | null | undefined): bigint {
  if (!text || !/^-?\d+$/.test(text)) throw new WireError(`"${text ?? ''}" is not an integer of minor units`);
  return BigInt(text);
}
