import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  branchId,
  branchOf,
  formatOrigin,
  formatWriteId,
  foundedAccount,
  isBranchNumber,
  MAX_BRANCH,
  nonceOf,
  openedAccount,
  originId,
  parseAccount,
  parseOrigin,
} from './ids.js';

const anyOrigin = fc
  .tuple(fc.integer({ min: 1, max: MAX_BRANCH }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  .map(([branch, nonce]) => originId(branchId(branch), nonce));
const RUNS = { seed: 1, numRuns: 1000 };

describe('an origin', () => {
  test('keeps its branch and its nonce, as a number and as text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyOrigin, (origin) => {
        expect(Number.isSafeInteger(origin)).toBe(true);
        expect(originId(branchOf(origin), nonceOf(origin))).toBe(origin);
        expect(parseOrigin(formatOrigin(origin))).toBe(origin);
      }),
      RUNS,
    );
  });

  test('is ordered by branch, then by nonce', () => {
    expect(originId(branchId(1), 2 ** 32 - 1)).toBeLessThan(originId(branchId(2), 0));
  });

  test.each(['', '3', '0-00000001', '3-1', '3-1A2B3C4D', '1048577-00000001', '9999999-00000001', '03-00000001'])(
    'is not %j',
    (text) => {
      expect(parseOrigin(text)).toBeUndefined();
    },
  );
});

describe('an account', () => {
  test('is a number, or the write that opened it', { timeout: 60_000 }, () => {
    expect(parseAccount(foundedAccount(7))).toEqual({ founded: 7 });
    fc.assert(
      fc.property(anyOrigin, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (origin, sequence) => {
        const id = { origin, sequence };
        expect(openedAccount(id)).toBe(formatWriteId(id));
        expect(parseAccount(openedAccount(id))).toEqual({ opened: id });
      }),
      RUNS,
    );
  });

  test.each([
    '',
    '0',
    '-1',
    '07',
    '1.5',
    '1e3',
    'savings',
    '1-00000001',
    '1-00000001-0',
    '1-00000001-9007199254740993',
    ' 7',
    '7 ',
  ])('is not %j', (text) => {
    expect(parseAccount(text)).toBeUndefined();
  });
});

test('branches are numbered from 1', () => {
  for (const good of [1, MAX_BRANCH]) expect(isBranchNumber(good)).toBe(true);
  for (const bad of [0, -1, 1.5, MAX_BRANCH + 1, Number.NaN]) expect(isBranchNumber(bad)).toBe(false);
});
