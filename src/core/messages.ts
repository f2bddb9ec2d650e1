import type { RequestName } from '../domain/history.js';
import type { AccountId, BranchId, OriginId, WriteId } from '../domain/ids.js';
import type { Outcome } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';
import type { WriteBatch } from '../domain/writes.js';
import type { Note } from './notes.js';
import type { Request } from './request.js';

/** What branches say to each other, apart from writes themselves. */
export type PeerMessage =
  | Hello
  /** What the sender has durably applied, as far as it changed since it last said so. */
  | { readonly kind: 'progress'; readonly vector: VersionVector }
  | { readonly kind: 'fetch'; readonly origin: OriginId; readonly first: number; readonly last: number }
  | AllowanceRequest
  | { readonly kind: 'allowance-reply'; readonly round: number; readonly vector: VersionVector }
  /** A request has come to the sender to which the receiver has the right, by that write or as its home. */
  | { readonly kind: 'claim'; readonly request: RequestName; readonly by: WriteId | undefined }
  /** `write` tells what became of the request, or hands it over; absent if its session has settled it. */
  | { readonly kind: 'claim-reply'; readonly request: RequestName; readonly write: WriteId | undefined }
  /** The receiver is to promise that it takes nothing more of that branch but from its successor. */
  | { readonly kind: 'fence'; readonly branch: BranchId; readonly successor: OriginId | undefined }
  /** That data directory is given up: nobody in the bank listens to it. */
  | { readonly kind: 'dismissed'; readonly origin: OriginId };

export interface Hello {
  readonly kind: 'hello';
  readonly bankId: string;
  readonly origin: OriginId;
  /** What the sender has durably applied. */
  readonly vector: VersionVector;
  /** What the sender holds, of origins of which it could not apply all. */
  readonly received: VersionVector;
  /** The receiver is to say hello once more. */
  readonly wantsAnswer: boolean;
}

/** How a change of who belongs to the bank was answered. */
export type ChangeOutcome =
  /** It is durable. */
  | { readonly kind: 'done' }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly message: string };

export interface AllowanceRequest {
  readonly kind: 'allowance-request';
  /** Names the round of asking; the reply repeats it. */
  readonly round: number;
  readonly account: AccountId;
  readonly wanted: bigint;
  /** Place of the waiting withdrawal in the order by which branches yield to each other. */
  readonly place: Place;
  /** What the asker has applied. */
  readonly vector: VersionVector;
}

/** Waiting withdrawals of an account are ordered by amount, then by tie-breaker. */
export interface Place {
  readonly amount: number;
  readonly tieBreaker: string;
}

/**
 * What the core asks the driver to do, in this order:
 *
 * - `persist` is for a commit group. Everything that came with it or after it and
 *   could show what it holds waits until the driver has reported the group
 *   durable. The core holds those effects back itself; the driver carries out
 *   what it gets, at once.
 * - `forward` sends logged batches of an origin, as logged, to a peer.
 * - `trust` tells the disk that the branch has all that it ever wrote.
 * - `halt` ends the process: to go on would do harm.
 * - `left` ends it, too: the branch has left the bank, and nothing of it is lost.
 * - `changed` answers who wanted to change who belongs to the bank.
 * - `meet` tells where a branch is that has joined, `part` that one has left.
 * - `dial` opens a link to a peer and keeps trying until there is one; when it is
 *   urgent, somebody waits for it.
 */
export type Effect =
  | { readonly kind: 'persist'; readonly group: number; readonly batches: WriteBatch[] }
  | { readonly kind: 'reply'; readonly request: Request; readonly outcome: Outcome }
  | { readonly kind: 'send'; readonly peer: BranchId; readonly message: PeerMessage }
  | {
      readonly kind: 'forward';
      readonly peer: BranchId;
      readonly origin: OriginId;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: 'dial'; readonly peer: BranchId; readonly urgent: boolean }
  | { readonly kind: 'trust' }
  | { readonly kind: 'halt'; readonly why: string }
  | { readonly kind: 'left' }
  | { readonly kind: 'changed'; readonly reply: (outcome: ChangeOutcome) => void; readonly outcome: ChangeOutcome }
  | { readonly kind: 'meet'; readonly peer: BranchId; readonly address: string }
  | { readonly kind: 'part'; readonly peer: BranchId }
  | { readonly kind: 'note'; readonly note: Note };
