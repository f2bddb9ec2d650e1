import type { AccountId } from './ids.js';
import type { AmountMinor } from './money.js';

/** What a customer asks of a branch. */
export type Operation =
  | {
      readonly kind: 'query';
      readonly account: AccountId;
      /** What the branch should be able to pay out by itself afterwards. */
      readonly wanted?: AmountMinor;
    }
  | { readonly kind: 'deposit'; readonly account: AccountId; readonly amount: AmountMinor }
  | { readonly kind: 'withdraw'; readonly account: AccountId; readonly amount: AmountMinor }
  | { readonly kind: 'transfer'; readonly account: AccountId; readonly amount: AmountMinor; readonly to: AccountId }
  | { readonly kind: 'open'; readonly label: string };

export type OperationKind = Operation['kind'];

/** How many branches have durably applied a write before it is acknowledged. */
export type AckLevel = 'local' | 'majority' | 'all';

export const ACK_LEVELS: readonly AckLevel[] = ['local', 'majority', 'all'];

/** A query changes nothing; all else is a write. */
export function isWrite(kind: OperationKind): boolean {
  return kind !== 'query';
}

/** Whether a retry of the request can be told from another one: writes that are counted, from 1. */
export function hasName(kind: OperationKind, counter: number): boolean {
  return counter > 0 && isWrite(kind);
}

/** Whether the operation looks at the balance: it is then a read, too. */
export function isRead(kind: OperationKind): boolean {
  return kind === 'query' || kind === 'withdraw' || kind === 'transfer';
}

/** How many of `members` branches an acknowledgement level asks for. */
export function branchesNeeded(level: AckLevel, members: number): number {
  if (level === 'all') return members;
  return level === 'majority' ? Math.floor(members / 2) + 1 : 1;
}
