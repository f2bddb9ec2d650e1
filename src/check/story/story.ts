/**
 * Why an operation was answered as it was, as data: words are made of it
 * elsewhere. What the history does not tell is absent, never guessed.
 */
import type { GuaranteeName } from '../../domain/guarantees.js';
import type { RecordedOperation } from '../../domain/history.js';
import type { AccountId, BranchId, WriteId } from '../../domain/ids.js';
import type { Journey, KnownWrite, Leg, Tells } from './chronicle.js';
import type { Disturbance } from './disturbances.js';

export interface Story {
  readonly operation: RecordedOperation;
  /** The branch whose writes it shows: who was asked, or accepted the write, or refused it for good. */
  readonly servedBy: BranchId;
  /** When the branch decided. */
  readonly decidedAtUs?: number;
  /** What the session had made and seen by then, by the guarantee that has it included. */
  readonly demands: readonly Demand[];
  readonly waits: readonly Wait[];
  /** How a balance adds up; of operations that look at one. */
  readonly sum?: Sum;
  /** Where the branch did not say which writes it had: what is known of the account. */
  readonly estimate?: Estimate;
  /** Writes that touch the account, or that the session knew of, and that the branch did not have. */
  readonly lacks: readonly Lack[];
  /** Its own write, and where that got to. */
  readonly made?: Made;
  /** Writes by which branches handed the request on, and the one by which it was refused for good. */
  readonly rights: readonly KnownWrite[];
  readonly broken: readonly Disturbance[];
  readonly tells: Tells;
}

export interface Demand {
  readonly guarantee: GuaranteeName;
  /** Whether the operation asked the branch to wait for it. */
  readonly asked: boolean;
  /** Of each origin the last write, and the operation of the session that made or showed it. */
  readonly writes: readonly { readonly id: WriteId; readonly because: RecordedOperation }[];
}

export type Wait = {
  readonly branch: BranchId;
  readonly fromUs: number;
  readonly untilUs?: number;
  readonly endedBy?: 'crash';
} & (
  | { readonly kind: 'parked'; readonly lacking: readonly Lacking[] }
  /** What the branch could pay out by itself, at first and when it last looked. */
  | { readonly kind: 'short'; readonly allowanceMinor: bigint; readonly lastMinor: bigint; readonly grants: readonly Grant[] }
);

/** The last of the writes of an origin that a request waited for. */
export interface Lacking {
  readonly id: WriteId;
  readonly write?: KnownWrite;
  readonly because?: RecordedOperation;
  readonly demandedBy: readonly GuaranteeName[];
  readonly journey: Journey;
}

/** Allowance that came while a request waited for it. */
export interface Grant {
  readonly from: BranchId;
  readonly write: KnownWrite;
  readonly arrivedAtUs: number;
}

export interface Sum {
  readonly account: AccountId;
  /** Absent of an account that was opened later. */
  readonly foundedMinor?: bigint;
  /** In the order in which the branch had them, as far as that was told. */
  readonly parts: readonly Part[];
  readonly totalMinor: bigint;
  /** What was answered, where that was a balance. */
  readonly answeredMinor?: bigint;
  /** Writes that the branch had and that nobody told of; they may count or not. */
  readonly untold: number;
}

export interface Part {
  readonly write: KnownWrite;
  /** Absent where nobody said the amount. */
  readonly effectMinor?: bigint;
  /** When the branch first had it. */
  readonly hereSinceUs?: number;
}

/** By acknowledgements alone. */
export interface Estimate {
  readonly account: AccountId;
  readonly foundedMinor?: bigint;
  /** Operations on the account that were acknowledged before this one began. */
  readonly before: number;
  readonly beforeMinor: bigint;
  /** Those that were under way at the same time, or of which nobody knows whether they took effect. */
  readonly perhaps: number;
  readonly answeredMinor?: bigint;
}

export interface Lack {
  readonly write: KnownWrite;
  /** The operation of this session that made or showed it; absent of what the session knew nothing of. */
  readonly because?: RecordedOperation;
  /** The guarantees that speak of it, and whether they were asked for. */
  readonly spokenOfBy: readonly { readonly guarantee: GuaranteeName; readonly asked: boolean }[];
  /** Branches that had it by then; empty also where nothing tells. */
  readonly holders: readonly BranchId[];
  /** Sent to this branch and not there yet; this and the next are told of the first thousand lacks only. */
  readonly underWay?: Leg;
  /** There, and waiting for a write that it follows. */
  readonly heldBack?: Leg;
  /** When it came in the end. */
  readonly laterAtUs?: number;
}

export interface Made {
  readonly write: KnownWrite;
  /** The customer was told so; otherwise only the log says it. */
  readonly acknowledged: boolean;
  readonly reached: readonly { readonly branch: BranchId; readonly atUs: number }[];
  readonly notReached: readonly BranchId[];
}
