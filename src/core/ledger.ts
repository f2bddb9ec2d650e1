import { type AccountId, type BranchId, foundedAccount } from '../domain/ids.js';
import { assert } from '../std/assert.js';

/**
 * One account as the applied writes make it.
 *
 *   balance = credits - debits = sum of allowances
 *   every allowance >= 0 in the log of the branch that owns it
 *
 * The second line, kept at acceptance, makes the balance >= 0 in every causally
 * closed view (escrow: O'Neil 1986; bounded counter: Balegas et al. 2015).
 */
export interface Account {
  readonly id: AccountId;
  readonly label: string;
  credits: bigint;
  debits: bigint;
  /** What each branch may pay out without asking; an absent branch has 0. */
  readonly allowances: Map<BranchId, bigint>;
}

export function balanceOf(account: Account): bigint {
  return account.credits - account.debits;
}

export function allowanceOf(account: Account, branch: BranchId): bigint {
  return account.allowances.get(branch) ?? 0n;
}

/** All accounts of the bank. State derives from writes alone, in any causal order. */
export class Ledger {
  private readonly accounts = new Map<AccountId, Account>();

  /**
   * @param founded balances, in minor units, that the bank starts with; account
   *   n+1 has founded[n]. Each is divided equally over the branches, the
   *   remainder one unit each to the lowest numbers.
   */
  constructor(members: readonly BranchId[], founded: readonly bigint[]) {
    const ascending = [...members].sort((a, b) => a - b);
    founded.forEach((balance, i) => {
      const account = this.open(foundedAccount(i + 1), '');
      account.credits = balance;
      const share = balance / BigInt(ascending.length);
      const remainder = Number(balance % BigInt(ascending.length));
      ascending.forEach((branch, k) => {
        account.allowances.set(branch, share + (k < remainder ? 1n : 0n));
      });
    });
  }

  /** Takes the place of all accounts. */
  restore(accounts: readonly Account[]): void {
    this.accounts.clear();
    for (const account of accounts) this.accounts.set(account.id, account);
  }

  find(id: AccountId): Account | undefined {
    return this.accounts.get(id);
  }

  all(): IterableIterator<Account> {
    return this.accounts.values();
  }

  open(id: AccountId, label: string): Account {
    assert(!this.accounts.has(id), 'an account is opened once');
    const account: Account = { id, label, credits: 0n, debits: 0n, allowances: new Map() };
    this.accounts.set(id, account);
    return account;
  }

  /** Money enters the account at a branch, which may pay it out again. */
  credit(account: Account, at: BranchId, amount: number): void {
    const minor = BigInt(amount);
    account.credits += minor;
    account.allowances.set(at, allowanceOf(account, at) + minor);
  }

  /** Money leaves the account at a branch that owns enough allowance. */
  debit(account: Account, at: BranchId, amount: number): void {
    const minor = BigInt(amount);
    account.debits += minor;
    this.spend(account, at, minor);
  }

  /** Allowance moves; the balance stays. */
  grant(account: Account, from: BranchId, to: BranchId, amount: number): void {
    const minor = BigInt(amount);
    this.spend(account, from, minor);
    account.allowances.set(to, allowanceOf(account, to) + minor);
  }

  /** A branch leaves the bank: what it could still pay out is another one's. */
  inherit(from: BranchId, to: BranchId): void {
    for (const { allowances } of this.accounts.values()) {
      const left = allowances.get(from) ?? 0n;
      allowances.delete(from);
      if (left > 0n) allowances.set(to, (allowances.get(to) ?? 0n) + left);
    }
  }

  private spend(account: Account, branch: BranchId, minor: bigint): void {
    const left = allowanceOf(account, branch) - minor;
    // Holds at every branch, not only at the owner: writes apply causally, so
    // what a branch spends is never applied before what it was given.
    assert(left >= 0n, 'an allowance is never negative');
    account.allowances.set(branch, left);
  }

  /** Equal states have equal texts: byte order, no floats, zero entries left out. */
  serialize(): string {
    const lines: string[] = [];
    for (const account of this.accounts.values()) {
      const allowances = [...account.allowances]
        .filter(([, minor]) => minor !== 0n)
        .sort(([a], [b]) => a - b)
        .map(([branch, minor]) => `${branch}:${minor}`);
      lines.push(JSON.stringify([account.id, account.label, `${account.credits}`, `${account.debits}`, allowances.join(' ')]));
    }
    return lines.sort().join('\n');
  }
}
