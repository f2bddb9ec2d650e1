import type { PeerMessage } from '../core/messages.js';
import { MAX_AMOUNT_MINOR } from '../domain/money.js';
import { unreachable } from '../std/assert.js';
import { type PeerMessageShape, WireError } from './messages.js';
import { checkSequence, packOrigin, packVector, unpackOrigin, unpackVector } from './vectors.js';
import { packAccountId, unpackAccount } from './write-batch.js';

export function packPeerMessage(message: PeerMessage): PeerMessageShape {
  switch (message.kind) {
    case 'hello':
      return { hello: { bankId: message.bankId, origin: packOrigin(message.origin), vector: packVector(message.vector) } };
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
    default:
      return unreachable(message);
  }
}

/** What a message says; for writes, the bytes of their batches. */
export type Unpacked = { readonly message: PeerMessage } | { readonly batches: Uint8Array[] };

export function unpackPeerMessage(packed: PeerMessageShape): Unpacked {
  const { hello, writes, progress, fetch, allowanceRequest, allowanceReply } = packed;
  if (writes) return { batches: writes.batches ?? [] };
  if (progress) return { message: { kind: 'progress', vector: unpackVector(progress.vector) } };
  if (hello) {
    const { bankId, origin, vector } = hello;
    return { message: { kind: 'hello', bankId: bankId ?? '', origin: unpackOrigin(origin), vector: unpackVector(vector) } };
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
  throw new WireError('a message between branches says nothing that this version knows');
}

function parseWanted(text: string): bigint {
  if (!/^\d{1,16}$/.test(text) || Number(text) > MAX_AMOUNT_MINOR)
    throw new WireError(`${JSON.stringify(text)} is not an allowance to ask for`);
  return BigInt(text);
}
