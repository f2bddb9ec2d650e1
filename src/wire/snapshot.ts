import type { Account } from '../core/ledger.js';
import type { MembershipSummary } from '../core/membership.js';
import type { Fact } from '../core/once.js';
import type { BranchSnapshot, SessionSummary } from '../core/snapshot.js';
import { type BranchId, branchId, type CustomerId, type OriginId, type WriteId } from '../domain/ids.js';
import { finalReason, isOfCustomer, WriteKind } from '../domain/writes.js';
import { pb, type SnapshotShape, WireError, type WriteIdShape } from './messages.js';
import { checkBranch, checkSequence, packOrigin, packVector, unpackOrigin, unpackVector } from './vectors.js';
import { packAccountId, unpackAccount } from './write-batch.js';

/** A snapshot as bytes, to be kept beside the log. */
export function encodeSnapshot(snapshot: BranchSnapshot): Uint8Array {
  return pb.Snapshot.encode({
    bankId: snapshot.bankId,
    vector: packVector(snapshot.vector),
    count: snapshot.count,
    accounts: snapshot.accounts.map(packAccount),
    origins: snapshot.origins.map(({ origin, followed, digest }) => ({
      origin: packOrigin(origin),
      followed: packVector(followed),
      digest: Buffer.from(digest, 'hex'),
    })),
    sessions: snapshot.sessions.map(packSession),
    grants: snapshot.grants.map(({ account, to, sequence }) => ({ account: packAccountId(account), branch: to, sequence })),
    pending: [...snapshot.pending],
    log: [...snapshot.log],
    ...packMembership(snapshot.membership),
  }).finish();
}

/** Throws a WireError if the bytes are no snapshot. */
export function decodeSnapshot(bytes: Uint8Array): BranchSnapshot {
  const message: SnapshotShape = pb.Snapshot.decode(bytes);
  return {
    bankId: message.bankId ?? '',
    vector: unpackVector(message.vector),
    count: checkSequence(message.count),
    accounts: (message.accounts ?? []).map(unpackAccountSnapshot),
    origins: (message.origins ?? []).map(({ origin, followed, digest }) => ({
      origin: unpackOrigin(origin),
      followed: unpackVector(followed),
      digest: Buffer.from(digest ?? []).toString('hex'),
    })),
    sessions: (message.sessions ?? []).map(unpackSession),
    grants: (message.grants ?? []).map(({ account, branch, sequence }) => ({
      account: unpackAccount(account),
      to: branchId(branch ?? 0),
      sequence: checkSequence(sequence),
    })),
    pending: message.pending ?? [],
    log: message.log ?? [],
    membership: unpackMembership(message),
  };
}

function packMembership({ joined, fences, seals }: MembershipSummary): Pick<SnapshotShape, 'joined' | 'fences' | 'seals'> {
  return {
    joined: joined.map(({ branch, address, by }) => ({ branch, address, by: packId(by) })),
    fences: fences.map(({ of, by, successor }) => ({ of, by, ...packSuccessor(successor) })),
    seals: seals.map(({ branch, successor, by, cuts }) => ({
      branch,
      ...packSuccessor(successor),
      by: packId(by),
      cuts: packVector(cuts),
    })),
  };
}

function unpackMembership({ joined, fences, seals }: SnapshotShape): MembershipSummary {
  return {
    joined: (joined ?? []).map(({ branch, address, by }) => ({
      branch: checkBranch(branch),
      address: address ?? '',
      by: unpackId(by),
    })),
    fences: (fences ?? []).map(({ of, by, successor }) => ({
      of: checkBranch(of),
      by: checkBranch(by),
      successor: successor ? unpackOrigin(successor) : undefined,
    })),
    seals: (seals ?? []).map(({ branch, successor, by, cuts }) => ({
      branch: checkBranch(branch),
      successor: successor ? unpackOrigin(successor) : undefined,
      by: unpackId(by),
      cuts: unpackVector(cuts),
    })),
  };
}

function packSuccessor(successor: OriginId | undefined): { successor?: { branch: number; nonce: number } } {
  return successor === undefined ? {} : { successor: packOrigin(successor) };
}

function packId(id: WriteId): { origin: { branch: number; nonce: number }; sequence: number } {
  return { origin: packOrigin(id.origin), sequence: id.sequence };
}

function unpackId(packed: WriteIdShape | null | undefined): WriteId {
  return { origin: unpackOrigin(packed?.origin), sequence: checkSequence(packed?.sequence) };
}

type AccountShape = NonNullable<SnapshotShape['accounts']>[number];
type SessionShape = NonNullable<SnapshotShape['sessions']>[number];
type RequestShape = NonNullable<SessionShape['requests']>[number];

function packAccount({ id, label, credits, debits, allowances }: Account): AccountShape {
  return {
    account: packAccountId(id),
    label,
    creditsMinor: `${credits}`,
    debitsMinor: `${debits}`,
    branches: [...allowances.keys()],
    allowancesMinor: [...allowances.values()].map(String),
  };
}

function unpackAccountSnapshot(packed: AccountShape): Account {
  const branches = packed.branches ?? [];
  const allowances = packed.allowancesMinor ?? [];
  if (branches.length !== allowances.length) throw new WireError('the columns of an account differ in length');
  return {
    id: unpackAccount(packed.account),
    label: packed.label ?? '',
    credits: minor(packed.creditsMinor),
    debits: minor(packed.debitsMinor),
    allowances: new Map(branches.map((branch, i): [BranchId, bigint] => [branchId(branch), minor(allowances[i])])),
  };
}

function minor(text: string | null | undefined): bigint {
  if (!text || !/^\d+$/.test(text)) throw new WireError(`${JSON.stringify(text)} is not an amount of a snapshot`);
  return BigInt(text);
}

function packSession({ customer, session, settledBelow, facts }: SessionSummary): SessionShape {
  return { session: { customer, session, settledBelow }, requests: facts.map(([counter, fact]) => packFact(counter, fact)) };
}

function unpackSession({ session, requests }: SessionShape): SessionSummary {
  return {
    customer: (session?.customer ?? '') as CustomerId,
    session: checkSequence(session?.session),
    settledBelow: checkSequence(session?.settledBelow),
    facts: (requests ?? []).map((request): [number, Fact] => [checkSequence(request.counter), unpackFact(request)]),
  };
}

function packFact(counter: number, { kind, id, account, amount, to, label, receiver, others }: Fact): RequestShape {
  return {
    counter,
    writeId: packId(id),
    kind,
    ...(account && { account: packAccountId(account) }),
    amountMinor: amount,
    ...(to && { to: packAccountId(to) }),
    label: label ?? '',
    receiver: receiver ?? 0,
    others: packVector(others),
  };
}

function unpackFact(packed: RequestShape): Fact {
  const kind = packed.kind as number as WriteKind;
  const id = unpackId(packed.writeId);
  if (!isOfCustomer(kind) && kind !== WriteKind.cede && kind !== WriteKind.void)
    throw new WireError(`${kind} is not what a request becomes`);
  const amount = checkSequence(packed.amountMinor);
  return {
    kind,
    id,
    account: packed.account ? unpackAccount(packed.account) : undefined,
    amount,
    to: packed.to ? unpackAccount(packed.to) : undefined,
    label: kind === WriteKind.open ? (packed.label ?? '') : undefined,
    receiver: packed.receiver ? branchId(packed.receiver) : undefined,
    reason: kind === WriteKind.void ? finalReason(amount) : undefined,
    others: unpackVector(packed.others),
  };
}
