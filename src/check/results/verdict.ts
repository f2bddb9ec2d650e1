/**
 * What the judge of results says, as data: words are made of it elsewhere.
 *
 * Invariants: violated ⇔ there is a finding; unknown ⇒ there is none, and there
 * are doubts; a finding is impossible whatever the interleaving of the customers.
 */
import { ANOMALIES as ALL_ANOMALIES, type AnomalyName } from '../../domain/anomalies.js';
import type { GuaranteeName } from '../../domain/guarantees.js';
import type { Judgement } from '../verdict.js';
import type { Said, Stray } from './input.js';

/** What a finding speaks against: one of the guarantees, the money itself, or the file. */
export type Concern = GuaranteeName | 'balances' | 'entries';

/** One row an anomaly: the words, the JSON and the documentation print from it. */
export const ANOMALIES = {
  ReadYourWrites: shared('ReadYourWrites', 'read-your-writes'),
  MonotonicReads: shared('MonotonicReads', 'monotonic-reads'),
  ResurrectedRefusal: shared('ResurrectedRefusal', 'balances'),
  // Balances cannot show that a branch had no right to an operation.
  DuplicateEffect: row('balances', 'an operation counts twice'),
  FutureRead: shared('FutureRead', 'balances'),
  Overdraft: shared('Overdraft', 'balances'),
  GarbageBalance: shared('GarbageBalance', 'balances'),
  Divergence: shared('Divergence', 'balances'),
  MissingEntry: row('entries', 'an event without an entry'),
  ExtraEntry: row('entries', 'an entry without an event'),
  MismatchedEntry: row('entries', 'an entry that names another operation or branch than its event'),
} as const;

export type Anomaly = keyof typeof ANOMALIES;

/** One that histories can have, too. */
function shared(name: AnomalyName, concern: Concern): { readonly concern: Concern; readonly meaning: string } {
  return row(concern, ALL_ANOMALIES[name].meaning);
}

function row(concern: Concern, meaning: string): { readonly concern: Concern; readonly meaning: string } {
  return { concern, meaning };
}

export interface ResultsVerdict {
  /** Violated if there is a finding, else unknown if there are doubts, else holds. */
  readonly overall: Judgement;
  /** In the order of the scenario, then entries that belong nowhere. */
  readonly findings: readonly Finding[];
  /** What could not be decided, and why. */
  readonly doubts: readonly Doubt[];
  readonly perGuarantee: Readonly<Record<GuaranteeName, GuaranteeJudgement>>;
  /** Adjacent entries that are both queries, and how many of these pairs show the same balance. */
  readonly courseCount: { readonly correct: number; readonly total: number };
  /** Whether every event has its entry and every entry its event; of final balances alone, whether they were asked for. */
  readonly complete: boolean;
  /** Queries of the scenario, and how many of them showed a balance. */
  readonly queries: { readonly total: number; readonly answered: number };
}

/** `not-visible`: balances cannot show it, or none was shown. */
export type GuaranteeJudgement = Judgement | 'not-visible';

export interface Finding {
  readonly anomaly: Anomaly;
  /** What is blamed. */
  readonly entry: EntryRef;
  readonly witness: ResultsWitness;
}

/** An event with its entry; without `event`, the final balance of the customer. */
export interface EntryRef {
  readonly customer: number;
  readonly event?: number;
  readonly kind?: 'deposit' | 'withdraw' | 'query';
  readonly branch?: number;
  readonly amountMinor?: bigint;
  /** In the results file; absent where there is no entry. */
  readonly line?: number;
}

/** What would have been right: exactly known where no optional write comes in, else a range. */
export interface Possible {
  readonly leastMinor: bigint;
  readonly mostMinor: bigint;
}

/** A balance that cannot be, and the most plausible of the ways in which it can have come about. */
export type Explanation =
  /** As if these writes, which had to count, did not. */
  | { readonly kind: 'left-out'; readonly writes: readonly EntryRef[] }
  /** As if these, which failed, had been done; `throughout`: which explains every balance of the customer. */
  | { readonly kind: 'resurrected'; readonly writes: readonly EntryRef[]; readonly throughout?: true }
  /** As if these, of which the results tell nothing, had been done, although the money was not there. */
  | { readonly kind: 'unpayable'; readonly writes: readonly EntryRef[] }
  | { readonly kind: 'twice'; readonly write: EntryRef }
  | { readonly kind: 'future'; readonly write: EntryRef }
  | { readonly kind: 'none' };

export type ResultsWitness =
  | {
      readonly kind: 'impossible';
      readonly balanceMinor: bigint;
      readonly possible: Possible;
      readonly explanation: Explanation;
    }
  /**
   * Possible by itself, but not after what earlier reads of the session showed:
   * after `earlier` alone, or, where that is absent, after all of them together.
   */
  | { readonly kind: 'lost'; readonly balanceMinor: bigint; readonly earlier?: { entry: EntryRef; balanceMinor: bigint } }
  | { readonly kind: 'negative'; readonly balanceMinor: bigint }
  | { readonly kind: 'no-amount'; readonly text: string }
  /** There was at most that much; `exact` where no other customer could have changed it. */
  | { readonly kind: 'no-money'; readonly mostMinor: bigint; readonly exact: boolean }
  /** Each withdrawal can have been paid out, but not all of them in any order of the customers. */
  | { readonly kind: 'no-order' }
  | { readonly kind: 'differs'; readonly balanceMinor: bigint; readonly other: EntryRef; readonly otherMinor: bigint }
  /** The events from that of the entry to this one; all the same customer's. */
  | { readonly kind: 'missing'; readonly throughEvent: number | undefined }
  /** So many of them, which are alike. */
  | { readonly kind: 'extra'; readonly stray: Stray; readonly times: number }
  | { readonly kind: 'mismatch'; readonly said: Said };

/** Why something could not be decided. */
export type Doubt =
  /** Too many sets of writes to try them all. */
  | { readonly kind: 'too-many-sets'; readonly entry: EntryRef }
  /** The results say that the final balance is not known. */
  | { readonly kind: 'no-final'; readonly entry: EntryRef }
  /** The scenario asks for balances, and none was shown. */
  | { readonly kind: 'no-balance' }
  /** The results have final balances where the scenario asks for so many events, so many of them queries. */
  | { readonly kind: 'only-finals'; readonly events: number; readonly queries: number }
  /** This query and others, `count` in all, showed no balance. */
  | { readonly kind: 'no-answer'; readonly entry: EntryRef; readonly count: number }
  /** Of this write and others, nobody can tell whether they were done. */
  | { readonly kind: 'no-outcome'; readonly entry: EntryRef; readonly count: number }
  /** This write and others failed, and not for lack of money. */
  | { readonly kind: 'no-reason'; readonly entry: EntryRef; readonly count: number };
