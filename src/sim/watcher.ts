import type { Note } from '../core/notes.js';
import type { Request } from '../core/request.js';
import type { GuaranteeSet } from '../domain/guarantees.js';
import type { BranchId, OriginId } from '../domain/ids.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { SessionVectors } from '../domain/session.js';
import type { WriteBatch } from '../domain/writes.js';
import type { Survival } from './disk.js';
import type { Heard, Mishap } from './network.js';

/** Sees all that happens, and changes nothing. */
export interface Watcher {
  /** A customer makes a request, with what it knows then. */
  makes?(ask: Ask): void;
  /** The request has reached the branch. */
  asked?(asked: Asked): void;
  answered?(answered: Answered): void;
  /** The answer has reached the customer. */
  learns?(answered: Answered): void;
  note?(branch: BranchId, note: Note): void;
  sent?(from: BranchId, to: BranchId, heard: Heard, bytes: Uint8Array): void;
  mishap?(from: BranchId, to: BranchId, what: Mishap, heard: () => Heard): void;
  /** The group is in the log, and may yet be lost. */
  logged?(branch: BranchId, batches: readonly WriteBatch[]): void;
  durable?(branch: BranchId, batches: readonly WriteBatch[]): void;
  /** The process has ended; so much of what was not durable is on the disk. */
  crashed?(branch: BranchId, survival: Survival): void;
  /** The disk has failed; the process has ended. */
  diskFailed?(branch: BranchId): void;
  /** What is left on the disk of a branch that is not running. */
  spoiled?(branch: BranchId, left: readonly WriteBatch[]): void;
  /** The branch, which is not running, has another disk, with that log. */
  replaced?(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void;
  /** A new branch belongs to the bank, and begins with that log. */
  joined?(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void;
  /** The branch belongs to the bank no more, and is never there again. */
  left?(branch: BranchId): void;
  restarted?(branch: BranchId): void;
  paused?(branch: BranchId): void;
  resumed?(branch: BranchId): void;
  jumped?(branch: BranchId, byMs: number): void;
}

/** What a customer asks; a deadline and a request id like those of the wire. */
export interface Ask {
  readonly operation: Operation;
  readonly customer: string;
  readonly session?: number;
  readonly counter?: number;
  /** The branch that it was first sent to; absent: this one. */
  readonly home?: BranchId;
  /** The session will not ask again for anything below. */
  readonly settledBelow?: number;
  readonly passbook?: SessionVectors;
  readonly guarantees?: GuaranteeSet;
  readonly acks?: AckLevel;
  readonly timeoutMs?: number;
}

/** A request at a branch and, once there is one, its answer. Times are those of the branch's clock. */
export interface Asked {
  readonly branch: BranchId;
  readonly request: Request;
  readonly askedAtMs: number;
  /** What the session has settled, by this request. */
  readonly settledBelow: number;
  outcome?: Outcome;
  answeredAtMs?: number;
}

export type Answered = Required<Asked>;
