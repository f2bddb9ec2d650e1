import { expect, test } from 'vitest';
import { formatAmount, minorOf } from './amounts.js';

test.each([
  [{ amount: '12.50' }, 1250],
  [{ amount: '12' }, 1200],
  [{ amount: '0.01' }, 1],
  [{ amount: '90071992547409.91' }, Number.MAX_SAFE_INTEGER],
  [{ amountMinor: 1250 }, 1250],
  [{ amountMinor: 1250n }, 1250],
  // Not amounts that can be moved, but numbers: whoever moves them says so.
  [{ amount: '0' }, 0],
  [{ amountMinor: 1.5 }, 1.5],
  [{ amountMinor: 2n ** 53n }, 2 ** 53],
])('%o is exact', (given, minor) => {
  expect(minorOf(given)).toBe(minor);
});

test.each([
  [{}, 'say how much: either as amount, such as "12.50", or as amountMinor, such as 1250'],
  [{ amount: '1', amountMinor: 100 }, 'say how much'],
  [{ amount: 12.5 }, 'amount is text, such as "12.50", and not the number 12.5: those are not exact'],
  [{ amountMinor: '1250' }, 'amountMinor is a number or a bigint, not "1250"'],
  [{ amount: 'ten' }, '"ten" is not a decimal number such as 12.50'],
  [{ amount: '12,50' }, '"12,50" is not a decimal number'],
  [{ amount: '-1' }, '"-1" is negative'],
  [{ amount: '0.005' }, '"0.005" has more than 2 decimals'],
  [{ amount: '1e30' }, '"1e30" is too large'],
])('%o is refused: %s', (given, message) => {
  expect(minorOf(given)).toMatchObject({ reason: 'INVALID_AMOUNT', applied: 'no', message: expect.stringContaining(message) });
});

test.each([
  [1250n, '12.50'],
  [1200, '12.00'],
  [-5n, '-0.05'],
  [0n, '0.00'],
  [10n ** 20n, '1000000000000000000.00'],
])('%s minor units are written as %s', (minor, text) => {
  expect(formatAmount(minor)).toBe(text);
});
