/**
 * What the judge of results is given: the events of a scenario, each with what
 * its customer was told. Plain data, so that whoever reads the files can build
 * it without this folder, and this folder can judge without them.
 */

/** Entries refer to events by this: `event` is a position among those of the customer, from 1. */
export interface ResultsInput {
  /** What every branch begins with. */
  readonly initialMinor: bigint;
  /** In the order of the scenario. */
  readonly customers: readonly CustomerInput[];
  /** Set where the results have no entries, but final balances alone: of the events they tell nothing. */
  readonly onlyFinals?: OnlyFinals;
  /** Entries of the results that belong to no event. */
  readonly strays: readonly Stray[];
  /** All entries in the order of the file, for the course's count, which knows no events. */
  readonly inFileOrder: readonly { readonly query: boolean; readonly balanceMinor?: bigint }[];
}

/** Whether final balances are the form that the scenario asks for, or stand where its events have to. */
export type OnlyFinals = 'as asked for' | 'instead of entries';

export interface CustomerInput {
  readonly id: number;
  readonly events: readonly EventInput[];
  /** What the results say of the balance once all is done and everywhere. */
  readonly final?: FinalInput;
}

export interface EventInput {
  readonly event: number;
  readonly kind: 'deposit' | 'withdraw' | 'query';
  readonly branch: number;
  /** Of a deposit or withdrawal; above 0. */
  readonly amountMinor?: bigint;
  readonly answer: Answer;
  /** Of the entry, in the results file. */
  readonly line?: number;
  /** What the entry claims to be, where the event is something else. */
  readonly said?: Said;
}

export type Answer =
  /** A write that was done, exactly once. */
  | { readonly kind: 'done' }
  /** Certainly without effect; a query that failed. */
  | { readonly kind: 'refused' }
  /** Nobody can tell: the entry says so, or does not say. */
  | { readonly kind: 'unknown' }
  /** There is an entry, but behind a gap, so that it may be of another event. */
  | { readonly kind: 'unplaced' }
  /** There is no entry. */
  | { readonly kind: 'missing' }
  /** Results that hold nothing but final balances: deposits were done, withdrawals unless money was lacking. */
  | { readonly kind: 'not-told' }
  /** What a query showed. */
  | { readonly kind: 'balance'; readonly minor: bigint }
  /** A query showed a number that is no amount of money: `0.30000000000000004`. */
  | { readonly kind: 'odd'; readonly text: string };

/** Absent is what the entry does not say. */
export interface Said {
  readonly operation?: string;
  readonly branch?: number;
}

export type FinalInput = { readonly kind: 'balance'; readonly minor: bigint; readonly line: number } | NoFinal;

export type NoFinal =
  | { readonly kind: 'odd'; readonly text: string; readonly line: number }
  /** The results have a place for it and say that it is not known. */
  | { readonly kind: 'unknown'; readonly line: number }
  | { readonly kind: 'missing' };

export interface Stray extends Said {
  readonly customer: number;
  /** `no-customer`: the scenario has none with this id. */
  readonly why: 'no-event' | 'no-customer' | 'second-final';
  readonly line: number;
}
