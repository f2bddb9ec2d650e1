/**
 * What a judge of histories says, as data: words and colours are made of it
 * elsewhere. A judgement has three values, because a history may not contain
 * what it takes to decide, and then nobody guesses.
 *
 * Invariants: violated ⇔ violations > 0 ⇔ there is a witness; unknown ⇒
 * unknowns > 0 and violations = 0; violations + unknowns ≤ checks.
 */
import type { GuaranteeName } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import type { BranchId, WriteId } from '../domain/ids.js';

export type Judgement = 'holds' | 'violated' | 'unknown';

export interface Verdict {
  /** All four, in the order of the registry, whatever was enforced. */
  readonly guarantees: readonly GuaranteeVerdict[];
  /** Violated if any is, else unknown if any is, else holds. */
  readonly overall: Judgement;
}

export interface GuaranteeVerdict {
  readonly name: GuaranteeName;
  readonly verdict: Judgement;
  /** Operations that had something to be compared with: an earlier write or read of their session. */
  readonly checks: number;
  readonly violations: number;
  readonly unknowns: number;
  /** Of the first violation. */
  readonly witness?: Witness;
  /** Of the first check that could not be decided; also kept beside violations. */
  readonly unknownBecause?: UnknownBecause;
}

/**
 * One miss, and no larger than it must be: of several missing writes the one
 * whose earlier operation is closest to the operation that missed it.
 */
export interface Witness {
  readonly guarantee: GuaranteeName;
  /** The operation that should have reflected the missing write. */
  readonly operation: RecordedOperation;
  /** Why it should have: the write itself (RYW, MW), or the session's read that showed it (MR, WFR). */
  readonly earlier: RecordedOperation;
  readonly missing: MissingWrite;
  /** Where it was missing. */
  readonly missingAt: BranchId;
  /** What the operation answered, if it was a query that said so. */
  readonly balanceMinor?: bigint;
}

export interface MissingWrite {
  readonly id: WriteId;
  /** The operation that made it: the same as `earlier` for RYW and MW. */
  readonly by: RecordedOperation;
  readonly madeAt: BranchId;
}

/** Why a check could not be decided. `operation` is the one that was checked. */
export type UnknownBecause =
  /** `silent`, which is the operation itself or an earlier read, did not say which writes it reflects. */
  | { readonly kind: 'no-vector'; readonly operation: RecordedOperation; readonly silent: RecordedOperation }
  /** The session's earlier write was acknowledged without its id. */
  | { readonly kind: 'no-write-id'; readonly operation: RecordedOperation; readonly earlier: RecordedOperation }
  /**
   * The branch lacked `id`, which `earlier` reflected, and the history does not
   * say what it was: a grant, which changes no balance, or somebody's write.
   */
  | {
      readonly kind: 'unaccounted-write';
      readonly operation: RecordedOperation;
      readonly earlier: RecordedOperation;
      readonly id: WriteId;
    };
