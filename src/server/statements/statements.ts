import type { AccountId } from '../../domain/ids.js';
import { equalVectors, type VersionVector } from '../../domain/vector.js';
import type { RankedWrite } from '../../domain/writes.js';
import type { Store } from '../../driver/ports.js';
import { assert } from '../../std/assert.js';
import type { PageToken } from '../../wire/page-token.js';
import { invalid } from '../requests.js';
import { AccountIndex, type Sums } from './account-index.js';
import { firstEntries, Gone, type Wanted } from './merge.js';
import { RUN_SIZE } from './run.js';
import { Slices } from './slices.js';

/** The first page of a listing: what the branch had applied, and what the account had taken in and paid out then. */
export interface FirstPage {
  readonly account: AccountId;
  readonly vector: VersionVector;
  readonly sums: Sums;
}

export interface Page {
  readonly entries: readonly RankedWrite[];
  /** Of a first page: what the entries of all pages leave out. */
  readonly broughtForward?: Sums;
  /** Absent on the last page. */
  readonly next?: PageToken;
}

/**
 * Lists the entries of accounts from the log, a page at a time. Pages are made
 * one after another, first pages in the order of their vectors: so the index has
 * never looked further than the first page that is being made.
 */
export class Statements {
  private readonly index: AccountIndex;
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    runSize = RUN_SIZE,
    private readonly slices: (isWanted: () => boolean) => Slices = (isWanted) => new Slices(isWanted),
  ) {
    this.index = new AccountIndex(store, runSize);
  }

  /** Rejects with a refusal if the log no longer has all that follows the page before, and as `Unwanted`. */
  page(asked: FirstPage | PageToken, size: number, isWanted: () => boolean): Promise<Page> {
    const page = this.work.then(() => this.make(asked, size, this.slices(isWanted)));
    this.work = page.catch(() => undefined);
    return page;
  }

  private async make(asked: FirstPage | PageToken, size: number, slices: Slices): Promise<Page> {
    // It may have waited for others.
    slices.check();
    for (;;) {
      this.index.trim();
      await this.index.catchUp(asked.vector, slices);
      try {
        return 'last' in asked ? await this.later(asked, size, slices) : await this.first(asked, size, slices);
      } catch (error) {
        if (!(error instanceof Gone)) throw error;
        // Trimmed meanwhile, or damaged: without it the page is another one.
        this.index.forget(error.origin, error.first);
      }
    }
  }

  private async first({ account, vector, sums }: FirstPage, size: number, slices: Slices): Promise<Page> {
    assert(equalVectors(this.index.vector, vector), 'the entries looked at are those that make up the sums');
    const listed = this.index.sums(account);
    const broughtForward = { credits: sums.credits - listed.credits, debits: sums.debits - listed.debits };
    const wanted = { account, vector, broughtForward: this.index.notListed(), last: undefined };
    return { ...(await this.entries(wanted, size, slices)), broughtForward };
  }

  private later(token: PageToken, size: number, slices: Slices): Promise<Page> {
    if (this.index.reaches(token)) return this.entries(token, size, slices);
    throw invalid('page_token', 'this branch no longer has all entries that follow the page before: begin the listing again');
  }

  private async entries(wanted: Wanted, size: number, slices: Slices): Promise<Page> {
    const { entries, isLast } = await firstEntries(wanted, size, this.index, this.store, slices);
    const last = entries.at(-1);
    return { entries, ...(isLast || !last ? {} : { next: { ...wanted, last: { rank: last.rank, id: last.id } } }) };
  }
}
