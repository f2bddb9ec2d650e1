import type { BranchId } from '../domain/ids.js';
import type { StreamedOutcome } from '../wire/batch-results.js';
import type { Attempt, Terms } from './attempt.js';
import type { ErrandPorts } from './errand.js';
import type { EntriesPage, ListingPage } from './listing.js';
import type { AttemptDone, OperationRequest } from './pending-operation.js';

/** What a session needs of its bank. */
export interface SessionPorts extends ErrandPorts {
  /** Empty until a branch has said it. */
  readonly bankId: string;
  /** In the order in which they are asked. */
  readonly branches: readonly BranchId[];
  /** The moment from which histories count, on the same clock. */
  readonly startedAtMs: number;
  ask(branch: BranchId, request: OperationRequest, terms: Terms, done: AttemptDone<StreamedOutcome>): Attempt;
  list(branch: BranchId, page: ListingPage, terms: Terms, done: AttemptDone<EntriesPage>): Attempt;
}
