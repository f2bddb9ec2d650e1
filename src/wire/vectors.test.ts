import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchId, type CustomerId, MAX_BRANCH, originId } from '../domain/ids.js';
import type { Passbook } from '../domain/session.js';
import { pb, WireError } from './messages.js';
import { packVector, parsePassbook, passbookText, unpackVector } from './vectors.js';

const anyVector = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: MAX_BRANCH }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.oneof(fc.constant(1), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    ),
    { maxLength: 6 },
  )
  .map((rows) => new Map(rows.map(([branch, nonce, sequence]) => [originId(branchId(branch), nonce), sequence])));
const RUNS = { seed: 1, numRuns: 150 };

test('a vector arrives as it was sent', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyVector, (vector) => {
      const bytes = pb.VersionVector.encode(packVector(vector)).finish();
      expect(unpackVector(pb.VersionVector.decode(bytes))).toEqual(vector);
    }),
    RUNS,
  );
});

test('an entry of 0 is none, and no vector is an empty one', () => {
  expect(unpackVector({ branches: [1], nonces: [1], sequences: [0] }).size).toBe(0);
  expect(unpackVector(undefined).size).toBe(0);
});

describe('a passbook as text', () => {
  test('is read back, and can be copied in one piece', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyVector,
        anyVector,
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (written, read, bankId, customer) => {
          const passbook: Passbook = { bankId, customer: customer as CustomerId, written, read };
          const text = passbookText(passbook);
          expect(text).toMatch(/^[\w-]*$/);
          expect(parsePassbook(text)).toEqual(passbook);
        },
      ),
      RUNS,
    );
  });

  test.each(['not a passbook!', 'AAAA====', '!!!!', '////', 'CgRiYW5r\n'])('is refused where it is none: %j', (text) => {
    expect(() => parsePassbook(text)).toThrow(WireError);
  });

  test('is refused, never misread, however it was damaged', { timeout: 60_000 }, () => {
    const passbook = {
      bankId: 'b',
      customer: 'ann' as CustomerId,
      written: new Map([[originId(branchId(2), 5), 7]]),
      read: new Map(),
    };
    const text = passbookText(passbook);
    for (let at = 0; at < text.length; at++) {
      for (const letter of 'AZaz09-_') {
        const damaged = text.slice(0, at) + letter + text.slice(at + 1);
        try {
          for (const sequence of parsePassbook(damaged).written.values()) expect(Number.isSafeInteger(sequence)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }
    }
  });
});
