import type { AccountId, BranchId, WriteId } from '../domain/ids.js';
import type { View } from '../domain/outcomes.js';
import type { Applied, Reason } from '../domain/refusals.js';
import type { VersionVector } from '../domain/vector.js';

/** What an account holds, in minor units: the answer to `query`. */
export interface BalanceReply {
  readonly ok: true;
  readonly kind: 'balance';
  readonly balance: bigint;
  /** All that ever came in. */
  readonly credits: bigint;
  /** All that ever went out. */
  readonly debits: bigint;
  /** What this branch can pay out without asking another. */
  readonly available: bigint;
  /** The branch that answered. */
  readonly branch: BranchId;
  /** The writes that the balance is the sum of: of each origin all up to that sequence. */
  readonly vector: VersionVector;
  /** @internal */
  readonly view: View;
}

/** A write was accepted: the answer to `deposit`, `withdraw` and `transfer`. */
export interface WrittenReply {
  readonly ok: true;
  readonly kind: 'written';
  /** Names the write for ever, at every branch. */
  readonly id: WriteId;
  /** The branch that answered. After a failover another one may have accepted the write: `id.origin` says which. */
  readonly branch: BranchId;
  /** @internal `before(view)`: what the accepting branch had applied just before. */
  readonly view: View;
}

/** The answer to `open`. */
export interface OpenedReply extends WrittenReply {
  /** The account, as other operations name it. */
  readonly account: AccountId;
}

/**
 * Why not. Refusals are values: what goes wrong in a bank every day is no exception.
 *
 * `applied` says what it means for the money: `no`, this request did nothing;
 * `yes`, the write stands (only fewer branches than asked for have it so far);
 * `maybe`, nobody can tell, and the passbook does not name the write.
 */
export interface RefusedReply {
  readonly ok: false;
  readonly kind: 'refused';
  readonly reason: Reason;
  readonly applied: Applied;
  /** It was refused for good: the reason is in the log of the bank, and stays. */
  readonly final: boolean;
  /** One sentence for people: what happened, and what they can do. */
  readonly message: string;
  /** The values in the message, for programs. */
  readonly details: Readonly<Record<string, string>>;
  /** The branch that refused, or was asked last. */
  readonly branch: BranchId;
  /** @internal */
  readonly view?: View;
  /** @internal */
  readonly standing?: View;
}

/** How an operation ended. Exceptions mean bugs. */
export type Reply = BalanceReply | WrittenReply | OpenedReply | RefusedReply;

/** A refusal, thrown where there is no other way: by `unwrap`, and while entries are listed. */
export class RefusedError extends Error {
  override name = 'RefusedError';

  constructor(readonly refusal: RefusedReply) {
    super(`${refusal.reason}: ${refusal.message}`);
  }
}

/** For whoever prefers exceptions: the reply if it is a good one; throws a `RefusedError` otherwise. */
export async function unwrap<R extends { readonly ok: boolean }>(reply: R | PromiseLike<R>): Promise<Extract<R, { ok: true }>> {
  const answer = await reply;
  if (!answer.ok) throw new RefusedError(answer as unknown as RefusedReply);
  return answer as Extract<R, { ok: true }>;
}
