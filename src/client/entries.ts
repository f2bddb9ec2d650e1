import type { AccountId, CustomerId, WriteId } from '../domain/ids.js';

/** One line of an account. */
export interface Entry {
  /** The write behind it; the same at every branch. */
  readonly id: WriteId;
  readonly kind: 'open' | 'deposit' | 'withdraw' | 'transfer';
  /** In minor units; negative where money left the account, 0 for the opening. */
  readonly amountMinor: bigint;
  /** The other side of a transfer. */
  readonly otherAccount?: AccountId;
  /** Whose write it is. */
  readonly customer: CustomerId;
}
