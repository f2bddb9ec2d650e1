import type { Outcome } from '../../domain/outcomes.js';
import type { Reason } from '../../domain/refusals.js';
import { requestName } from '../twin.js';
import type { Asked } from '../watcher.js';

export function sessionOf({ request }: Asked): string {
  return `${request.session.customer}/${request.session.session}`;
}

/** The name of the request; undefined if it has none, so that nobody can ask again. */
export function keyOf({ request }: Asked): string | undefined {
  return requestName(request.session.customer, request.session.session, request.counter);
}

export function describe({ request, branch }: Asked): string {
  const { operation, session, counter } = request;
  return `request ${counter} of ${session.customer}/${session.session} at branch ${branch} (${JSON.stringify(operation)})`;
}

export function isRefusedAs(outcome: Outcome, ...reasons: readonly Reason[]): boolean {
  return outcome.kind === 'refused' && reasons.includes(outcome.reason);
}
