/** What writes and operations do to the balance of one account. */
import type { RecordedOperation } from '../../domain/history.js';
import type { AccountId } from '../../domain/ids.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import type { KnownWrite } from './chronicle.js';

/** Whether the balance of the account can depend on the write. */
export function touches(write: KnownWrite, account: AccountId): boolean {
  return isOfCustomer(write.kind) && (write.account === account || write.to === account);
}

export function effectOn({ kind, account: on, to, amountMinor }: KnownWrite, account: AccountId): bigint | undefined {
  if (amountMinor === undefined) return undefined;
  const minor = BigInt(amountMinor);
  const [out, into] = [on === account, to === account];
  if (kind === WriteKind.deposit) return out ? minor : 0n;
  if (kind === WriteKind.withdraw) return out ? -minor : 0n;
  if (kind === WriteKind.transfer) return (into ? minor : 0n) - (out ? minor : 0n);
  return 0n;
}

export function effectOfOperation(
  { kind, account: on, to, amountMinor = 0 }: RecordedOperation,
  account: AccountId,
): bigint | undefined {
  const minor = BigInt(amountMinor);
  if (kind === 'open' || (on !== account && to !== account)) return undefined;
  if (kind === 'deposit') return minor;
  if (kind === 'withdraw') return -minor;
  return (to === account ? minor : 0n) - (on === account ? minor : 0n);
}
