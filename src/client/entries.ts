import type { AccountId, CustomerId, WriteId } from '../domain/ids.js';

/** One line of an account. */
export interface Entry {
  /** The write behind it; the same at every branch. */
  readonly id: WriteId;
  readonly kind: 'open' | 'deposit' | 'withdraw' | 'transfer';
  /** In minor units; negative where money left the account, 0 for the opening. */
  readonly amountMinor: bigint;
  /** The other side of a transfer. */
  readonly otherAccount?: AccountId;
  /** Whose write it is. */
  readonly customer: CustomerId;
}

/** What came in and went out by writes that are not listed, in minor units. */
export interface BroughtForward {
  readonly credits: bigint;
  readonly debits: bigint;
}

/**
 * The entries of an account, fetched a page at a time as they are asked for. Whoever
 * goes through them once more (`for await`) begins a new listing, which has what
 * happened since.
 */
export interface Entries extends AsyncGenerator<Entry, void, undefined> {
  /**
   * What the account was founded with, and what is so old that its branch has kept
   * only the sums. With all entries it makes up `credits` and `debits`. Of the listing
   * that was begun last.
   */
  broughtForward(): Promise<BroughtForward>;
}

interface FetchedPage {
  readonly entries: readonly Entry[];
  readonly broughtForward: BroughtForward;
  readonly nextPageToken: string;
}

/** @internal */
export function listEntries(fetch: (pageToken: string) => Promise<FetchedPage>): Entries {
  let latest = listing(fetch);
  let isBegun = false;
  const begin = () => {
    if (isBegun) latest = listing(fetch);
    isBegun = true;
    return latest.each;
  };
  return Object.assign(latest.each, { broughtForward: () => latest.broughtForward(), [Symbol.asyncIterator]: begin });
}

/** Who only wants the sums, and who goes through the entries, share the first page. */
function listing(fetch: (pageToken: string) => Promise<FetchedPage>) {
  let first: Promise<FetchedPage> | undefined;
  const firstPage = () => (first ??= fetch(''));
  const broughtForward = async () => (await firstPage()).broughtForward;
  return { each: eachOf(firstPage, fetch), broughtForward };
}

async function* eachOf(firstPage: () => Promise<FetchedPage>, fetch: (pageToken: string) => Promise<FetchedPage>) {
  let page = await firstPage();
  yield* page.entries;
  while (page.nextPageToken !== '') {
    page = await fetch(page.nextPageToken);
    yield* page.entries;
  }
}
