/**
 * Passbook for programs: a bank, sessions at it, and what they reply.
 *
 * ```ts
 * import { Bank } from 'passbook';
 *
 * const bank = new Bank({ branches: { 1: 'localhost:20001', 2: 'localhost:20002' } });
 * const session = bank.session({ customer: 'ada' });
 * await session.deposit({ account: '1', amount: '12.50', branch: 1 });
 * const reply = await session.query({ account: '1', branch: 2 });
 * if (reply.ok) console.log(reply.balance); // 1250n: it sees the deposit
 * bank.close();
 * ```
 *
 * @module
 */
export { type Amount, formatAmount } from './client/amounts.js';
export { Bank, type BankOptions } from './client/bank.js';
export { BranchError } from './client/branch-error.js';
export type { BroughtForward, Entries, Entry } from './client/entries.js';
export { PassbookError, type SessionPassbook } from './client/passbook-text.js';
export {
  type BalanceReply,
  type OpenedReply,
  RefusedError,
  type RefusedReply,
  type Reply,
  unwrap,
  type WrittenReply,
} from './client/reply.js';
export type {
  EntriesRequest,
  MoveRequest,
  OpenRequest,
  OperationChoices,
  OperationOptions,
  QueryRequest,
  TransferRequest,
} from './client/requests.js';
export type { Session, SessionOptions } from './client/session.js';
export type { AccountStatus, BranchStatus, Reachability } from './client/status.js';
export type { GuaranteeName } from './domain/guarantees.js';
export {
  type AccountId,
  type BranchId,
  type CustomerId,
  formatOrigin,
  formatWriteId,
  type OriginId,
  type WriteId,
} from './domain/ids.js';
export type { AckLevel } from './domain/operations.js';
export type { Applied, Reason } from './domain/refusals.js';
export type { Passbook } from './domain/session.js';
export type { VersionVector } from './domain/vector.js';
