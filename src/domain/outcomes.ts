import type { AccountId, OriginId, WriteId } from './ids.js';
import type { Applied, Reason } from './refusals.js';
import type { VersionVector } from './vector.js';

/**
 * A branch's vector at one moment, cheap to take: `others` is shared by every
 * view until a remote write is applied, `own` is the branch's own last sequence.
 */
export interface View {
  readonly origin: OriginId;
  readonly own: number;
  /** All entries but that of `origin`; never changed once shared. */
  readonly others: VersionVector;
}

export function viewVector(view: View): VersionVector {
  const vector = new Map(view.others);
  if (view.own > 0) vector.set(view.origin, view.own);
  return vector;
}

/** What a branch had applied just before it accepted the write that `view` ends with. */
export function before(view: View): VersionVector {
  return viewVector({ ...view, own: view.own - 1 });
}

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: Reason;
  readonly applied: Applied;
  /** The request will never take effect, however often it is sent: a void of it is in the log. */
  readonly final?: boolean;
  /** One sentence for people: what happened, and what they can do. */
  readonly message: string;
  /** The values in the message, for programs. */
  readonly details: Readonly<Record<string, string>>;
  /** What the bank has lost of what the passbook names: of each data directory, the last write that stands. */
  readonly lost?: VersionVector;
  /** What the refusal reflects, where it shows the state of the bank. */
  readonly view?: View;
  /** The write that stands although the request failed: `own` is its sequence, as for one that succeeded. */
  readonly standing?: View;
}

export interface Written {
  readonly kind: 'written';
  /** `own` is the sequence of the write. */
  readonly view: View;
  /** The account that was opened. */
  readonly account?: AccountId;
}

/** What an account holds, in minor units. */
export interface Balance {
  readonly kind: 'balance';
  readonly balance: bigint;
  /** All that ever came in; less the balance, all that ever went out. */
  readonly credits: bigint;
  /** What this branch can pay out without asking another. */
  readonly available: bigint;
  readonly view: View;
}

/** What a branch answers. Refusals are values; exceptions mean bugs. */
export type Outcome = Balance | Written | Refusal;

/** The write that an outcome acknowledges, also where the request failed but the write stands. */
export function writeOf(outcome: Pick<Written, 'kind' | 'view'> | Pick<Balance, 'kind' | 'view'> | Refusal): WriteId | undefined {
  if (outcome.kind === 'balance') return undefined;
  const view = outcome.kind === 'written' ? outcome.view : outcome.standing;
  return view && { origin: view.origin, sequence: view.own };
}
