import { describe, expect, test } from 'vitest';
import type { PeerMessage } from '../core/messages.js';
import { branchId, type CustomerId, foundedAccount, openedAccount, originId } from '../domain/ids.js';
import { MAX_AMOUNT_MINOR } from '../domain/money.js';
import { Rng } from '../std/rng.js';
import { type PeerMessageShape, pb, WireError } from './messages.js';
import { packPeerMessage, unpackPeerMessage } from './peer-messages.js';

const ORIGIN = originId(branchId(3), 0xffffffff);
const MOST = Number.MAX_SAFE_INTEGER;

function overTheWire(shape: PeerMessageShape): PeerMessageShape {
  return pb.PeerMessage.decode(pb.PeerMessage.encode(shape).finish());
}

const vector = new Map([
  [ORIGIN, MOST],
  [originId(branchId(1), 0), 1],
]);
const place = { amount: MAX_AMOUNT_MINOR, tieBreaker: 'ann/1/2' };
const request = { kind: 'allowance-request', round: 7, wanted: BigInt(MAX_AMOUNT_MINOR), place, vector } as const;
const name = { customer: 'ann' as CustomerId, session: MOST, counter: 1 };
const messages: PeerMessage[] = [
  { kind: 'hello', bankId: 'bank', origin: ORIGIN, vector, received: vector, wantsAnswer: true },
  { kind: 'hello', bankId: '', origin: ORIGIN, vector: new Map(), received: new Map(), wantsAnswer: false },
  { kind: 'progress', vector },
  { kind: 'progress', vector: new Map() },
  { kind: 'fetch', origin: ORIGIN, first: 1, last: MOST },
  { ...request, account: foundedAccount(1) },
  { ...request, account: openedAccount({ origin: ORIGIN, sequence: MOST }), wanted: 1n },
  { kind: 'allowance-reply', round: 7, vector },
  { kind: 'claim', request: name, by: undefined },
  { kind: 'claim', request: name, by: { origin: ORIGIN, sequence: MOST } },
  { kind: 'claim-reply', request: name, write: { origin: ORIGIN, sequence: 1 } },
  { kind: 'claim-reply', request: name, write: undefined },
];

describe('a message between branches', () => {
  test.each(messages)('arrives as it was sent: $kind', (message) => {
    expect(unpackPeerMessage(overTheWire(packPeerMessage(message)))).toEqual({ message });
  });

  test('carries batches as the bytes that they are', () => {
    const batches = [Uint8Array.of(1, 2, 3), Uint8Array.of()];
    const unpacked = unpackPeerMessage(overTheWire({ writes: { batches } }));
    expect('batches' in unpacked && unpacked.batches.map((bytes) => [...bytes])).toEqual([[1, 2, 3], []]);
  });

  const bad: [string, PeerMessageShape][] = [
    ['nothing', {}],
    ['a fetch from no branch', { fetch: { first: 1, last: 2 } }],
    [
      'a vector with columns of different lengths',
      { progress: { vector: { branches: [1, 2], nonces: [1], sequences: [1, 1] } } },
    ],
    ['a vector with a branch 0', { progress: { vector: { branches: [0], nonces: [1], sequences: [1] } } }],
    ['a sequence beyond 2^53', { fetch: { origin: { branch: 1 }, first: 1, last: 2 ** 53 } }],
    ['a request about no account', { allowanceRequest: { wantedMinor: '1' } }],
    ...['', '-1', '1.5', '1e3', '9007199254740992', '99999999999999999999'].map((wantedMinor): [string, PeerMessageShape] => [
      `a request for ${JSON.stringify(wantedMinor)}`,
      { allowanceRequest: { account: { sequence: 1 }, wantedMinor } },
    ]),
  ];
  test.each(bad)('that says %s is refused', (_, shape) => {
    expect(() => unpackPeerMessage(overTheWire(shape))).toThrow(WireError);
  });

  test('that was damaged is refused, or is one that could have been sent', { timeout: 60_000 }, () => {
    const rng = new Rng(1);
    for (let i = 0; i < 5000; i++) {
      const bytes = Uint8Array.from(pb.PeerMessage.encode(packPeerMessage(rng.pick(messages))).finish());
      for (let changes = rng.integer(1, 3); changes > 0; changes--) bytes[rng.integer(0, bytes.length - 1)] = rng.integer(0, 255);
      try {
        const unpacked = unpackPeerMessage(pb.PeerMessage.decode(bytes));
        if ('message' in unpacked) expect(unpackPeerMessage(overTheWire(packPeerMessage(unpacked.message)))).toEqual(unpacked);
      } catch (error) {
        if (error instanceof TypeError) expect(error).toMatchObject({ code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
        else expect([WireError, RangeError, Error]).toContain((error as Error).constructor);
      }
    }
  });
});
