/**
 * What the checker of histories says, as data: words are made of it elsewhere.
 *
 * Invariants: violated ⇔ violations > 0 ⇔ there is a witness; unknown ⇒ unknowns > 0
 * and violations = 0; `not judged` ⇔ nothing was compared.
 */
import type { AnomalyName, Evidence, Family } from '../../domain/anomalies.js';
import type { GuaranteeName } from '../../domain/guarantees.js';
import type { RecordedOperation } from '../../domain/history.js';
import type { AccountId, BranchId, CustomerId, WriteId } from '../../domain/ids.js';
import type { Judgement, UnknownBecause, Witness } from '../verdict.js';

export interface HistoryVerdict {
  /** Violated if anything is; else unknown if anything is, or if nothing could be judged; else holds. */
  readonly overall: Judgement;
  readonly families: readonly FamilyVerdict[];
  readonly operations: number;
  /** Operations that showed the state of the bank. */
  readonly reads: number;
  /** What the history does not tell, so that what it would show was not judged. */
  readonly absent: readonly AbsentEvidence[];
}

export type AbsentEvidence = Exclude<Evidence, 'balances'> | 'complete';

export interface FamilyVerdict {
  readonly family: Family;
  readonly verdict: HistoryJudgement;
  readonly anomalies: readonly AnomalyVerdict[];
}

export type HistoryJudgement = Judgement | 'not judged';

export interface AnomalyVerdict {
  readonly name: AnomalyName;
  readonly verdict: HistoryJudgement;
  /** How many comparisons it rests on. */
  readonly checks: number;
  readonly violations: number;
  readonly unknowns: number;
  /** Violations per million reads of the history. */
  readonly perMillionReads: number;
  /** The smallest. */
  readonly witness?: HistoryWitness;
  readonly unknownBecause?: HistoryDoubt;
}

/** Who shows a vector. */
export type Observer =
  | { readonly kind: 'operation'; readonly operation: RecordedOperation }
  | { readonly kind: 'write'; readonly id: WriteId }
  | { readonly kind: 'final'; readonly branch: BranchId };

export type HistoryWitness =
  | { readonly kind: 'missed'; readonly miss: Witness }
  /** `later` was seen without what its session had made or read before: `earlier`. */
  | {
      readonly kind: 'missed-elsewhere';
      readonly guarantee: GuaranteeName;
      readonly observer: Observer;
      readonly later: RecordedOperation;
      readonly earlier: RecordedOperation;
      readonly lacks: WriteId;
    }
  | {
      readonly kind: 'went-back';
      readonly operation: RecordedOperation;
      readonly earlier: RecordedOperation;
      readonly lacks: WriteId;
    }
  | { readonly kind: 'gone'; readonly operation: RecordedOperation; readonly from: 'log' | 'every branch' }
  | { readonly kind: 'resurrected'; readonly operation: RecordedOperation; readonly id: WriteId }
  | { readonly kind: 'altered'; readonly operation: RecordedOperation; readonly id: WriteId; readonly what: 'content' | 'vector' }
  | { readonly kind: 'log-gap'; readonly id: WriteId; readonly after: number }
  | { readonly kind: 'id-reused'; readonly id: WriteId; readonly operations: readonly RecordedOperation[] }
  | { readonly kind: 'two-writes'; readonly request: RequestRef; readonly ids: readonly [WriteId, WriteId] }
  /** A request was refused for good by a void, and decided once more: by another void, or by its effect. */
  | {
      readonly kind: 'voided';
      readonly request: RequestRef;
      readonly void: WriteId;
      readonly id: WriteId;
      readonly what: 'void' | 'effect';
    }
  /** A branch handed the right to a request over, and wrote about it again without having got it back. */
  | {
      readonly kind: 'ceded';
      readonly request: RequestRef;
      readonly cession: WriteId;
      readonly to: BranchId;
      readonly id: WriteId;
      readonly what: DecisionKind;
    }
  /** Two branches wrote about a request, and neither had got the right to it: it began at one of them at most. */
  | { readonly kind: 'two-homes'; readonly request: RequestRef; readonly ids: readonly [WriteId, WriteId] }
  | { readonly kind: 'two-answers'; readonly first: RecordedOperation; readonly second: RecordedOperation }
  | { readonly kind: 'unlogged'; readonly observer: Observer; readonly id: WriteId; readonly last: number }
  | { readonly kind: 'unknown-branch'; readonly observer: Observer; readonly id: WriteId }
  | { readonly kind: 'unasked'; readonly id: WriteId; readonly request: RequestRef }
  | { readonly kind: 'future'; readonly operation: RecordedOperation; readonly by: RecordedOperation; readonly id: WriteId }
  | {
      readonly kind: 'causal-gap';
      readonly observer: Observer;
      readonly having: WriteId;
      readonly lacks: WriteId;
      readonly has: number;
    }
  | { readonly kind: 'applied-early'; readonly branch: BranchId; readonly applied: WriteId; readonly lacks: WriteId }
  | { readonly kind: 'value'; readonly shown: ShownBalance; readonly expectedMinor: bigint }
  | { readonly kind: 'fractured'; readonly shown: ShownBalance; readonly expectedMinor: bigint; readonly transfer: WriteId }
  | { readonly kind: 'below-zero'; readonly shown: ShownBalance }
  | { readonly kind: 'overdraft'; readonly operation: RecordedOperation; readonly balanceMinor: bigint }
  | {
      readonly kind: 'allowance';
      readonly id: WriteId;
      readonly account: AccountId;
      readonly hadMinor: bigint;
      readonly spentMinor: bigint;
    }
  | { readonly kind: 'minted'; readonly grant: GrantRef; readonly id?: WriteId }
  | { readonly kind: 'conservation'; readonly branch: BranchId; readonly totalMinor: bigint; readonly expectedMinor: bigint }
  | { readonly kind: 'had-money'; readonly operation: RecordedOperation; readonly balanceMinor: bigint }
  | { readonly kind: 'had-account'; readonly operation: RecordedOperation }
  | {
      readonly kind: 'differ';
      readonly account: AccountId;
      readonly branch: BranchId;
      readonly balanceMinor: bigint;
      readonly other: BranchId;
      readonly otherMinor: bigint;
    }
  | { readonly kind: 'stuck'; readonly branch: BranchId; readonly id: WriteId; readonly has: number }
  | { readonly kind: 'unanswered'; readonly operation: RecordedOperation }
  | { readonly kind: 'late'; readonly operation: RecordedOperation; readonly limitUs: number }
  /** Black box: no set of writes explains the balance; `culprits` is the most plausible cause. */
  | {
      readonly kind: 'unreachable';
      readonly shown: ShownBalance;
      readonly cause: 'left-out' | 'twice' | 'refused' | 'future' | 'none';
      readonly culprits: readonly RecordedOperation[];
    }
  /** Black box: each balance can be, but not one after the other. */
  | { readonly kind: 'fell'; readonly operation: RecordedOperation; readonly earlier?: RecordedOperation };

/** What a branch may do with a request while it has the right to it. */
export type DecisionKind = 'effect' | 'void' | 'cession';

export interface RequestRef {
  readonly customer: CustomerId;
  readonly counter: number;
}

export interface GrantRef {
  readonly branch: BranchId;
  readonly to: BranchId;
  readonly account: AccountId;
  readonly amountMinor: number;
}

/** A balance as an operation answered it, or as a branch held it in the end. */
export interface ShownBalance {
  readonly observer: Observer;
  readonly account: AccountId;
  readonly balanceMinor: bigint;
}

export type HistoryDoubt =
  | { readonly kind: 'session'; readonly because: UnknownBecause }
  /** Writes that the history does not tell of may be part of the balance. */
  | { readonly kind: 'unaccounted'; readonly operation: RecordedOperation }
  | { readonly kind: 'too-many-sets'; readonly operation?: RecordedOperation }
  | { readonly kind: 'incomplete' };
