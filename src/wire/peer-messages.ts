import type { PeerMessage } from '../core/messages.js';
import type { RequestName } from '../domain/history.js';
import type { CustomerId, WriteId } from '../domain/ids.js';
import { MAX_AMOUNT_MINOR } from '../domain/money.js';
import { unreachable } from '../std/assert.js';
import { type PeerMessageShape, WireError, type WriteIdShape } from './messages.js';
import { checkBranch, checkSequence, packOrigin, packVector, unpackOrigin, unpackVector } from './vectors.js';
import { packAccountId, unpackAccount } from './write-batch.js';

export function packPeerMessage(message: PeerMessage): PeerMessageShape {
  switch (message.kind) {
    case 'hello': {
      const { bankId, origin, vector, received, wantsAnswer } = message;
      const vectors = { vector: packVector(vector), received: packVector(received) };
      return { hello: { bankId, origin: packOrigin(origin), ...vectors, wantsAnswer } };
    }
    case 'progress':
      return { progress: { vector: packVector(message.vector) } };
    case 'fetch':
      return { fetch: { origin: packOrigin(message.origin), first: message.first, last: message.last } };
    case 'allowance-request':
      return {
        allowanceRequest: {
          round: message.round,
          account: packAccountId(message.account),
          wantedMinor: message.wanted.toString(),
          amountMinor: message.place.amount,
          tieBreaker: message.place.tieBreaker,
          vector: packVector(message.vector),
        },
      };
    case 'allowance-reply':
      return { allowanceReply: { round: message.round, vector: packVector(message.vector) } };
    case 'claim':
      return { claim: { ...packName(message.request), ...(message.by && { by: packId(message.by) }) } };
    case 'claim-reply':
      return { claimReply: { ...packName(message.request), ...(message.write && { writeId: packId(message.write) }) } };
    case 'fence': {
      const { branch, successor } = message;
      return { fenceRequest: { branch, ...(successor !== undefined && { successor: packOrigin(successor) }) } };
    }
    case 'dismissed':
      return { dismissal: { origin: packOrigin(message.origin) } };
    default:
      return unreachable(message);
  }
}

/** What a message says; for writes, the bytes of their batches. */
export type Unpacked = { readonly message: PeerMessage } | { readonly batches: Uint8Array[] };

export function unpackPeerMessage(packed: PeerMessageShape): Unpacked {
  const { hello, writes, progress, fetch, allowanceRequest, allowanceReply, claim, claimReply, fenceRequest, dismissal } = packed;
  if (writes) return { batches: writes.batches ?? [] };
  if (progress) return { message: { kind: 'progress', vector: unpackVector(progress.vector) } };
  if (hello) {
    const message = {
      kind: 'hello',
      bankId: hello.bankId ?? '',
      origin: unpackOrigin(hello.origin),
      vector: unpackVector(hello.vector),
      received: unpackVector(hello.received),
      wantsAnswer: hello.wantsAnswer ?? false,
    } as const;
    return { message };
  }
  if (fetch) {
    const [first, last] = [checkSequence(fetch.first), checkSequence(fetch.last)];
    return { message: { kind: 'fetch', origin: unpackOrigin(fetch.origin), first, last } };
  }
  if (allowanceRequest) {
    return {
      message: {
        kind: 'allowance-request',
        round: checkSequence(allowanceRequest.round),
        account: unpackAccount(allowanceRequest.account),
        wanted: parseWanted(allowanceRequest.wantedMinor ?? ''),
        place: { amount: checkSequence(allowanceRequest.amountMinor), tieBreaker: allowanceRequest.tieBreaker ?? '' },
        vector: unpackVector(allowanceRequest.vector),
      },
    };
  }
  if (allowanceReply) {
    const round = checkSequence(allowanceReply.round);
    return { message: { kind: 'allowance-reply', round, vector: unpackVector(allowanceReply.vector) } };
  }
  if (claim) return { message: { kind: 'claim', request: unpackName(claim), by: unpackId(claim.by) } };
  if (claimReply)
    return { message: { kind: 'claim-reply', request: unpackName(claimReply), write: unpackId(claimReply.writeId) } };
  if (fenceRequest) return { message: unpackFenceRequest(fenceRequest) };
  if (dismissal) return { message: { kind: 'dismissed', origin: unpackOrigin(dismissal.origin) } };
  throw new WireError('a message between branches says nothing that this version knows');
}

function unpackFenceRequest({ branch, successor }: NonNullable<PeerMessageShape['fenceRequest']>): PeerMessage {
  return { kind: 'fence', branch: checkBranch(branch), successor: successor ? unpackOrigin(successor) : undefined };
}

function parseWanted(text: string): bigint {
  if (!/^\d{1,16}$/.test(text) || Number(text) > MAX_AMOUNT_MINOR)
    throw new WireError(`${JSON.stringify(text)} is not an allowance to ask for`);
  return BigInt(text);
}

interface NameShape {
  session?: { customer?: string | null; session?: number | null } | null;
  counter?: number | null;
}

function packName({ customer, session, counter }: RequestName): {
  session: { customer: string; session: number };
  counter: number;
} {
  return { session: { customer, session }, counter };
}

function unpackName({ session, counter }: NameShape): RequestName {
  const name = { customer: (session?.customer ?? '') as CustomerId, session: checkSequence(session?.session) };
  if (!name.customer || !counter) throw new WireError('a claim names a request');
  return { ...name, counter: checkSequence(counter) };
}

function packId(id: WriteId): { origin: { branch: number; nonce: number }; sequence: number } {
  return { origin: packOrigin(id.origin), sequence: id.sequence };
}

function unpackId(packed: WriteIdShape | null | undefined): WriteId | undefined {
  return packed ? { origin: unpackOrigin(packed.origin), sequence: checkSequence(packed.sequence) } : undefined;
}
