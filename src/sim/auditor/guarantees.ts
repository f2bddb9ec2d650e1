import type { AnomalyName } from '../../domain/anomalies.js';
import { type GuaranteeName, has } from '../../domain/guarantees.js';
import { isRead, isWrite } from '../../domain/operations.js';
import { before, type Outcome, viewVector } from '../../domain/outcomes.js';
import type { VersionVector } from '../../domain/vector.js';
import { insist, type Names, type Twin } from '../twin.js';
import type { Answered } from '../watcher.js';
import { describe } from './asked.js';
import type { Known } from './sessions.js';

/** Terry et al. 1994, over sets: the branch served the request only with these writes. */
export function checkGuarantees(twin: Twin, answered: Answered, { made, seen }: Known): void {
  const { request, outcome } = answered;
  const reflected = served(outcome);
  if (!reflected || !request.passbook) return;
  const had = twin.names(reflected);
  const kind = request.operation.kind;
  const promise = (name: GuaranteeName, anomaly: AnomalyName, applies: boolean, needed: Names) => {
    if (!applies || !has(request.guarantees, name)) return;
    for (const write of needed) insist(had.has(write), anomaly, () => `${describe(answered)} was served without ${write}`);
  };
  promise('read-your-writes', 'ReadYourWrites', isRead(kind), made);
  promise('monotonic-reads', 'MonotonicReads', isRead(kind), seen);
  promise('monotonic-writes', 'MonotonicWrites', isWrite(kind), made);
  promise('writes-follow-reads', 'WritesFollowReads', isWrite(kind), seen);
}

/** What the branch had applied when it served the request; undefined if it did not. */
function served(outcome: Outcome): VersionVector | undefined {
  if (outcome.kind === 'written') return before(outcome.view);
  return outcome.view && viewVector(outcome.view);
}
