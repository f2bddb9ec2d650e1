import { type AccountId, branchId, type CustomerId } from '../domain/ids.js';
import { includesWrite, joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { type AppliedWrite, WriteKind } from '../domain/writes.js';
import { type pb, type VectorShape, WireError } from '../wire/messages.js';
import { checkSequence, unpackOrigin, unpackVector } from '../wire/vectors.js';
import type { BranchStatus } from './status.js';

export type LoggedShape = InstanceType<typeof pb.ListWritesResponse>['writes'][number];

/** What a branch lists of all that it has applied. */
export interface ListedWrites {
  /** In the order in which the branch applied them. */
  readonly writes: readonly AppliedWrite[];
  /** Those that are not listed, as its log does not have them any more. */
  readonly notListed: VersionVector;
}

/** @param unlisted what was said, one time after the other, to be left out of the list */
export function unpackWrites(listed: readonly LoggedShape[], unlisted: readonly VectorShape[]): ListedWrites {
  const notListed: MutableVector = new Map();
  for (const vector of unlisted) joinInto(notListed, unpackVector(vector));
  const writes = listed.map(unpackWrite).filter(({ id }) => !includesWrite(notListed, id));
  return { writes: writes.sort((a, b) => a.position - b.position), notListed };
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

const KINDS: ReadonlySet<number> = new Set(Object.values(WriteKind));

function unpackWrite({ writeId, kind, account, amountMinor, customer, requestId, position }: LoggedShape): AppliedWrite {
  const sequence = checkSequence(writeId?.sequence);
  if (sequence === 0 || !KINDS.has(kind ?? 0)) throw new WireError('a write has an id and a kind');
  return {
    id: { origin: unpackOrigin(writeId?.origin), sequence },
    kind: kind as number as WriteKind,
    account: (account ?? '') as AccountId,
    amountMinor: checkSequence(amountMinor),
    ...(customer ? { request: { customer: customer as CustomerId, ...requestOf(requestId) } } : {}),
    position: checkSequence(position),
  };
}

function requestOf(id: LoggedShape['requestId']): { session: number; counter: number } {
  return { session: checkSequence(id?.session), counter: checkSequence(id?.counter) };
}
