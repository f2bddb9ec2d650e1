import type { Invocation, RecordedOperation } from '../domain/history.js';
import type { BranchId } from '../domain/ids.js';
import { before, viewVector } from '../domain/outcomes.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import type { OperationRequest } from './pending-operation.js';

/** What came out of an operation, as far as a history tells it. */
type Ending = Pick<RecordedOperation, 'outcome' | 'reason' | 'applied' | 'message' | 'write' | 'vector' | 'balanceMinor'>;

/** An operation as it begins. */
export function invocationOf(branch: BranchId, request: OperationRequest, invokedAtUs: number): Invocation {
  const { operation, session, counter, guarantees } = request;
  return {
    customer: session.customer,
    session: session.session,
    event: counter,
    branch,
    kind: operation.kind,
    account: operation.account,
    ...(operation.kind === 'transfer' ? { to: operation.to } : {}),
    ...(operation.kind === 'query' ? {} : { amountMinor: operation.amount }),
    guarantees,
    invokedAtUs,
  };
}

/** The same as its customer lived through it. */
export function recordOf(invocation: Invocation, completedAtUs: number, outcome: StreamedOutcome): RecordedOperation {
  return { ...invocation, completedAtUs, ...endingOf(outcome) };
}

function endingOf(outcome: StreamedOutcome): Ending {
  switch (outcome.kind) {
    case 'written': {
      const { view } = outcome;
      return { outcome: 'ok', write: { origin: view.origin, sequence: view.own }, vector: before(view) };
    }
    case 'balance':
      return { outcome: 'ok', vector: viewVector(outcome.view), balanceMinor: outcome.balance };
    case 'refused': {
      const { reason, applied, message, standing, view } = outcome;
      return {
        // A write that stands but missed its acknowledgement level was done.
        outcome: { yes: 'ok', maybe: 'info', no: 'fail' }[applied] as Ending['outcome'],
        reason,
        applied,
        message,
        ...(standing ? { write: { origin: standing.origin, sequence: standing.own }, vector: before(standing) } : {}),
        ...(view ? { vector: viewVector(view) } : {}),
      };
    }
  }
}
