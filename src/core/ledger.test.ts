import { describe, expect, test } from 'vitest';
import { type AccountId, branchId, foundedAccount } from '../domain/ids.js';
import { MAX_AMOUNT_MINOR } from '../domain/money.js';
import { type Account, allowanceOf, balanceOf, Ledger } from './ledger.js';

const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];

function founded(balance: bigint, members = [ONE, TWO, THREE]): { ledger: Ledger; account: Account } {
  const ledger = new Ledger(members, [balance]);
  return { ledger, account: ledger.find(foundedAccount(1)) as Account };
}

describe('the money an account is founded with', () => {
  test.each([
    [300n, [100n, 100n, 100n]],
    [301n, [101n, 100n, 100n]],
    [302n, [101n, 101n, 100n]],
    [2n, [1n, 1n, 0n]],
    [0n, [0n, 0n, 0n]],
  ])('%s is divided as %s', (balance, shares) => {
    // The lowest numbers get the remainder, in whatever order the members are named.
    for (const members of [
      [ONE, TWO, THREE],
      [THREE, ONE, TWO],
    ]) {
      const { account } = founded(balance, members);
      expect([ONE, TWO, THREE].map((branch) => allowanceOf(account, branch))).toEqual(shares);
      expect(balanceOf(account)).toBe(balance);
    }
  });
});

describe('an allowance', () => {
  test('grows by what comes in at its branch and shrinks by what goes out there', () => {
    const { ledger, account } = founded(300n);
    ledger.credit(account, ONE, 7);
    ledger.debit(account, TWO, 30);
    ledger.grant(account, THREE, ONE, 100);
    expect([ONE, TWO, THREE].map((branch) => allowanceOf(account, branch))).toEqual([207n, 70n, 0n]);
    expect(balanceOf(account)).toBe(277n);
  });

  test('cannot be overdrawn, by a withdrawal or by a grant', () => {
    const { ledger, account } = founded(300n);
    expect(() => ledger.debit(account, ONE, 101)).toThrow('never negative');
    expect(() => ledger.grant(account, TWO, ONE, 101)).toThrow('never negative');
  });

  test('is exact beyond 2^53', () => {
    const { ledger, account } = founded(0n);
    for (let i = 0; i < 3; i++) ledger.credit(account, ONE, MAX_AMOUNT_MINOR);
    expect(balanceOf(account)).toBe(3n * BigInt(MAX_AMOUNT_MINOR));
  });
});

test('equal states have equal texts, whatever the order in which they came about', () => {
  const [first, second] = [founded(300n), founded(300n)];
  const [a, b] = ['1-00000001-1', '2-00000002-1'] as AccountId[] as [AccountId, AccountId];
  first.ledger.open(a, 'a');
  first.ledger.credit(first.ledger.open(b, 'b'), TWO, 5);
  first.ledger.grant(first.account, ONE, TWO, 100);
  second.ledger.grant(second.account, ONE, TWO, 100);
  second.ledger.credit(second.ledger.open(b, 'b'), TWO, 5);
  second.ledger.open(a, 'a');
  // Used up and never had are the same state.
  second.ledger.grant(second.account, TWO, THREE, 40);
  second.ledger.grant(second.account, THREE, TWO, 40);
  expect(first.ledger.serialize()).toBe(second.ledger.serialize());
  second.ledger.credit(second.account, ONE, 1);
  expect(first.ledger.serialize()).not.toBe(second.ledger.serialize());
});

test('an account is opened once', () => {
  const { ledger } = founded(1n);
  expect(() => ledger.open(foundedAccount(1), '')).toThrow('opened once');
});
