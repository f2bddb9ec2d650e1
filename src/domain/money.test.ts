import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMinor, isAmount, MAX_AMOUNT_MINOR, parseMinor } from './money.js';

const RUNS = { seed: 1, numRuns: 2000 };

describe('decimal text becomes minor units exactly', () => {
  test.each([
    ['0', 0n],
    ['-0', 0n],
    ['0.00', 0n],
    ['0e999999999', 0n],
    ['1', 100n],
    ['400', 40_000n],
    ['12.3', 1230n],
    ['12.30', 1230n],
    ['0.05', 5n],
    ['0.050', 5n],
    ['007', 700n],
    ['1.2e3', 120_000n],
    ['1.2E+3', 120_000n],
    ['1200e-2', 1200n],
    ['5e-2', 5n],
    ['500e-4', 5n],
    ['9007199254740993', 900_719_925_474_099_300n],
    ['90071992547409.91', BigInt(MAX_AMOUNT_MINOR)],
  ])('%s is %s', (text, minor) => {
    expect(parseMinor(text)).toEqual({ minor });
  });

  test.each([
    ['', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['+1', 'not-a-number'],
    ['1 2', 'not-a-number'],
    ['-1', 'negative'],
    ['-0.01', 'negative'],
    ['-1e400', 'negative'],
    ['0.001', 'too-precise'],
    ['1.005', 'too-precise'],
    ['1e-3', 'too-precise'],
    ['1e-999999999', 'too-precise'],
    ['1e400', 'too-large'],
    ['1e999999999', 'too-large'],
    ['12345678901234567890', 'too-large'],
  ])('%s is refused: %s', (text, problem) => {
    expect(parseMinor(text)).toEqual({ problem });
  });

  test('what is printed is read back, and nothing shorter would do', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (minor) => {
        const text = formatMinor(minor);
        expect(parseMinor(text)).toEqual({ minor });
        expect(text).toMatch(/^(0|[1-9]\d*)(\.\d?[1-9])?$/);
        expect(formatMinor(-minor)).toBe(minor === 0n ? '0' : `-${text}`);
      }),
      RUNS,
    );
  });

  test('any digits with any exponent are read as exact arithmetic reads them', { timeout: 60_000 }, () => {
    const digits = fc.stringMatching(/^\d{1,12}$/);
    fc.assert(
      fc.property(digits, digits, fc.integer({ min: -30, max: 30 }), (whole, fraction, exponent) => {
        // The value in units of 10^-50, which all of these are whole multiples of.
        const fine = BigInt(whole + fraction) * 10n ** BigInt(50 + exponent - fraction.length);
        const minor = fine / 10n ** 48n;
        const read = parseMinor(`${whole}.${fraction}e${exponent}`);
        if ('minor' in read) expect(read.minor * 10n ** 48n).toBe(fine);
        else if (read.problem === 'too-precise') expect(fine % 10n ** 48n).not.toBe(0n);
        else expect([read.problem, minor >= 10n ** 17n]).toEqual(['too-large', true]);
      }),
      RUNS,
    );
  });
});

test('an amount is a whole number from 1 to 2^53-1', () => {
  for (const good of [1, 2 ** 53 - 1]) expect(isAmount(good)).toBe(true);
  for (const bad of [0, -0, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) expect(isAmount(bad)).toBe(false);
});
