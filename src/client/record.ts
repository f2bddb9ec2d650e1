import { endingOf, type Invocation, type RecordedOperation } from '../domain/history.js';
import type { AccountId, BranchId } from '../domain/ids.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import type { OperationRequest } from './pending-operation.js';

/** An operation as it begins. */
export function invocationOf(branch: BranchId, request: OperationRequest, invokedAtUs: number): Invocation {
  const { operation, session, counter, guarantees, acks } = request;
  return {
    customer: session.customer,
    session: session.session,
    event: counter,
    branch,
    kind: operation.kind,
    account: operation.kind === 'open' ? ('' as AccountId) : operation.account,
    ...(operation.kind === 'transfer' ? { to: operation.to } : {}),
    ...('amount' in operation ? { amountMinor: operation.amount } : {}),
    guarantees,
    acks,
    invokedAtUs,
  };
}

/** The same as its customer lived through it. */
export function recordOf(invocation: Invocation, completedAtUs: number, outcome: StreamedOutcome): RecordedOperation {
  return { ...invocation, completedAtUs, ...endingOf(outcome) };
}
