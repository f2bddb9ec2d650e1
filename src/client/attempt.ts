import { status } from '@grpc/grpc-js';
import type { BranchId, OriginId } from '../domain/ids.js';
import type { Refusal } from '../domain/outcomes.js';

/** Where a branch is: `branch 3 at 127.0.0.1:20003`. */
export class Place {
  constructor(
    readonly branch: BranchId,
    /** Host and port. */
    readonly address: string,
  ) {}

  toString(): string {
    return `branch ${this.branch} at ${this.address}`;
  }
}

/** What the longest wait is, as a column of the wire holds it: 24 days. */
export const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** After these the same message would fail in the same way. */
export const POINTLESS_TO_REPEAT: ReadonlySet<status> = new Set([
  status.INVALID_ARGUMENT,
  status.UNIMPLEMENTED,
  status.PERMISSION_DENIED,
  status.UNAUTHENTICATED,
  status.RESOURCE_EXHAUSTED,
]);

/** What one attempt is told by the errand that it belongs to. */
export interface Terms {
  /** The branch that the request was first sent to. */
  readonly home: BranchId;
  readonly timeoutMs: number;
  /** Others can be asked instead, so a branch that cannot be connected to is not waited for. */
  readonly failsFast: boolean;
  /** An earlier attempt at the same branch, which left a doubt. */
  readonly before: Attempt | undefined;
}

/** One attempt at one branch: from when it is asked until it is answered or given up. */
export interface Attempt {
  readonly isDone: boolean;
  /** Whether the branch may have got it. */
  readonly wasSent: boolean;
  /** How many streams took a copy that was not answered. One whose connection broke can still arrive. */
  readonly copies: number;
  /** Who got them; undefined while that is not known. */
  readonly sentTo: OriginId | undefined;
  /** Where asking again can help: `elsewhere` is at any other branch. */
  readonly again: 'anywhere' | 'elsewhere' | 'nowhere';
  /** That a copy of a write was not answered, and may still take effect whatever the others came to. */
  readonly doubt: Refusal | undefined;
  /** Ends it now; `why` is the first half of a sentence. */
  fail(why: string): void;
}

/** A refusal that no branch has said. */
export function clientRefusal(place: Place, reason: 'OUTCOME_UNKNOWN' | 'BRANCH_UNREACHABLE', message: string): Refusal {
  return {
    kind: 'refused',
    reason,
    applied: reason === 'OUTCOME_UNKNOWN' ? 'maybe' : 'no',
    message,
    details: { branch: String(place.branch), address: place.address },
  };
}
