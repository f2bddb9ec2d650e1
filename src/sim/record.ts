import { ALL_GUARANTEES, NO_GUARANTEES } from '../domain/guarantees.js';
import type { Invocation, RecordedOperation } from '../domain/history.js';
import type { AccountId, BranchId, CustomerId } from '../domain/ids.js';
import type { Operation } from '../domain/operations.js';
import { before, type Outcome, viewVector, writeOf } from '../domain/outcomes.js';
import type { Timeline } from './timeline.js';
import type { Ask } from './world.js';

/** What came out of an operation, as far as a history tells it. */
export type Ending = Pick<RecordedOperation, 'outcome' | 'reason' | 'applied' | 'message' | 'write' | 'vector' | 'balanceMinor'>;

export const SESSION = 1;

export function invocationOf(branch: BranchId, ask: Ask, event: number, invokedAtUs: number): Invocation {
  const { operation } = ask;
  return {
    customer: ask.customer as CustomerId,
    session: SESSION,
    event,
    branch,
    kind: operation.kind,
    account: operation.kind === 'open' ? ('' as AccountId) : operation.account,
    ...(operation.kind === 'transfer' && { to: operation.to }),
    ...('amount' in operation && { amountMinor: operation.amount }),
    // Without a passbook there is nothing that a branch could wait for.
    guarantees: ask.passbook ? (ask.guarantees ?? ALL_GUARANTEES) : NO_GUARANTEES,
    invokedAtUs,
  };
}

/** An answer as a customer takes it. `isAlone`: no other attempt may yet take effect. */
export function endingOf(outcome: Outcome, isAlone: boolean): Ending {
  if (outcome.kind === 'balance') return { outcome: 'ok', vector: viewVector(outcome.view), balanceMinor: outcome.balance };
  const write = writeOf(outcome);
  const view = outcome.kind === 'written' ? outcome.view : outcome.standing;
  const written = write && view ? { write, vector: before(view) } : {};
  if (outcome.kind === 'written') return { outcome: 'ok', ...written };
  const { reason, message } = outcome;
  const applied = outcome.applied === 'no' && !isAlone ? 'maybe' : outcome.applied;
  const kinds = { yes: 'ok', maybe: 'info', no: 'fail' } as const;
  const shown = outcome.view ? { vector: viewVector(outcome.view) } : {};
  return { outcome: kinds[applied], reason, applied, message, ...written, ...shown };
}

/** Nobody has answered: of a read nothing can remain, of a write something may. */
export function unansweredEnding(operation: Operation): Ending {
  const message = 'no answer came in time';
  if (operation.kind === 'query') return { outcome: 'fail', reason: 'BRANCH_UNREACHABLE', applied: 'no', message };
  return { outcome: 'info', reason: 'OUTCOME_UNKNOWN', applied: 'maybe', message };
}

/**
 * The times of a history. What customers do has a time of its own, though much
 * may happen in one moment of the world: which of two came first can then be seen.
 */
export class Stamps {
  private lastUs = -1;

  constructor(private readonly timeline: Timeline) {}

  /** Of something that a customer does or hears. */
  nextUs(): number {
    this.lastUs = Math.max(this.lastUs + 1, usOf(this.timeline.nowMs));
    return this.lastUs;
  }

  /** Of anything else: not before what was stamped before. */
  nowUs(): number {
    return Math.max(this.lastUs, usOf(this.timeline.nowMs));
  }
}

/** Rounded down, which keeps the order of any two moments. */
function usOf(ms: number): number {
  return Math.floor(ms * 1000);
}
