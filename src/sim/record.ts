import { ALL_GUARANTEES, NO_GUARANTEES } from '../domain/guarantees.js';
import { type Ending, endingOf, type Invocation } from '../domain/history.js';
import type { AccountId, BranchId, CustomerId } from '../domain/ids.js';
import type { Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { Timeline } from './timeline.js';
import type { Ask } from './watcher.js';

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
    ...(ask.acks && { acks: ask.acks }),
    // Without a passbook there is nothing that a branch could wait for.
    guarantees: ask.passbook ? (ask.guarantees ?? ALL_GUARANTEES) : NO_GUARANTEES,
    invokedAtUs,
  };
}

/** An answer to one of several attempts: that it had no effect says nothing of the others, unless it is final. */
export function endingAmongOthers(outcome: Outcome): Ending {
  const ending = endingOf(outcome);
  if (outcome.kind === 'refused' && outcome.final) return ending;
  return ending.outcome === 'fail' ? { ...ending, outcome: 'info', applied: 'maybe' } : ending;
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
