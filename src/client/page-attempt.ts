import type { Refusal } from '../domain/outcomes.js';
import { unpackError } from '../wire/errors.js';
import { type Attempt, clientRefusal, type Place, POINTLESS_TO_REPEAT, type Terms } from './attempt.js';
import type { BranchError } from './branch-error.js';
import type { Inquiries } from './inquiries.js';
import type { EntriesPage, ListingPage } from './listing.js';
import type { AttemptDone } from './pending-operation.js';

/** A page of entries asked of one branch. It changes nothing, so it leaves no doubt. */
export class PageAttempt implements Attempt {
  readonly wasSent = true;
  readonly copies = 0;
  readonly sentTo = undefined;
  readonly doubt = undefined;
  again: Attempt['again'] = 'anywhere';
  private onDone: AttemptDone<EntriesPage> | undefined;
  private readonly call = new AbortController();

  constructor(
    private readonly place: Place,
    inquiries: Inquiries,
    { timeoutMs, failsFast }: Terms,
    listing: ListingPage,
    done: AttemptDone<EntriesPage>,
  ) {
    this.onDone = done;
    inquiries.page(listing, timeoutMs, !failsFast, this.call.signal).then(
      (page) => this.end(page),
      (error: BranchError) => this.refused(error),
    );
  }

  get isDone(): boolean {
    return this.onDone === undefined;
  }

  fail(why: string): void {
    this.end(clientRefusal(this.place, 'BRANCH_UNREACHABLE', why));
    this.call.abort();
  }

  private refused({ message, status }: BranchError): void {
    const said = status && unpackError(status);
    if (said && status) return this.end({ kind: 'refused', ...said, message: status.details });
    if (!status || POINTLESS_TO_REPEAT.has(status.code)) this.again = 'elsewhere';
    this.fail(message);
  }

  private end(outcome: EntriesPage | Refusal): void {
    const done = this.onDone;
    this.onDone = undefined;
    done?.(outcome, this);
  }
}
