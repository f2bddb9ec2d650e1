import type { GuaranteeSet } from '../domain/guarantees.js';
import type { BranchId, CustomerId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';

/** How results can be written; docs/results.md shows each. */
export const RESULT_FORMS = ['events', 'customers', 'customers-balance', 'customers-money', 'balances', 'lines'] as const;
export type ResultForm = (typeof RESULT_FORMS)[number];

/** The operations that a scenario can name. */
export const SCENARIO_OPERATIONS = ['deposit', 'withdraw', 'query'] as const;
export type ScenarioOperation = (typeof SCENARIO_OPERATIONS)[number];

/**
 * A bank and what its customers do, whatever dialect it was written in.
 *
 * Invariants, which the reader keeps: there is at least one branch; branches and
 * customers are unique; every event goes to a branch of the list; every `after`
 * names an event of the scenario, and together with the order of each customer's
 * events they have no cycle, so that every event can start.
 */
export interface Scenario {
  /** As the user named it; for messages. */
  readonly file: string;
  /** Ascending. */
  readonly branches: readonly BranchId[];
  /** Of the one account that all branches replicate. */
  readonly initialBalanceMinor: bigint;
  /** In the order of the file. */
  readonly customers: readonly ScenarioCustomer[];
  /**
   * The form of the results unless the user chooses one: `events` when any event
   * names a `branch`, else `balances` when any names a `dest`, else `customers`.
   */
  readonly form: ResultForm;
}

export interface ScenarioCustomer {
  readonly id: number;
  readonly customer: CustomerId;
  /** Absent: what the command line says. */
  readonly guarantees?: GuaranteeSet;
  readonly events: readonly ScenarioEvent[];
}

export interface ScenarioEvent {
  /** Position among the events of its customer, from 1. */
  readonly number: number;
  /** As the file gives it; file order decides, not the id. */
  readonly id?: number | string;
  readonly kind: ScenarioOperation;
  readonly branch: BranchId;
  /** Present unless `kind` is `query`. */
  readonly amountMinor?: AmountMinor;
  /** Absent: those of the customer. */
  readonly guarantees?: GuaranteeSet;
  /** Starts only when that event is acknowledged. */
  readonly after?: EventRef;
  /** Where the event begins in the file; lines and columns from 1. */
  readonly position: { readonly line: number; readonly column: number };
}

/** `event` is a position among the events of that customer, from 1. */
export interface EventRef {
  readonly customer: number;
  readonly event: number;
}
