import { GUARANTEES, type GuaranteeSet, guaranteeNames } from '../domain/guarantees.js';
import type { AccountId, CustomerId } from '../domain/ids.js';
import type { Passbook } from '../domain/session.js';
import { WriteKind } from '../domain/writes.js';
import { pb, WireError } from '../wire/messages.js';
import { checkSequence, packPassbook, unpackOrigin, unpackPassbook } from '../wire/vectors.js';
import type { BroughtForward, Entry } from './entries.js';

/** What is asked for one page. */
export interface ListingPage {
  readonly customer: CustomerId;
  readonly account: string;
  readonly pageSize: number;
  /** Of the page before; empty for the first. */
  readonly pageToken: string;
  readonly passbook: Passbook;
  readonly guarantees: GuaranteeSet;
}

export interface EntriesPage {
  readonly kind: 'page';
  readonly entries: readonly Entry[];
  /** Nothing on later pages. */
  readonly broughtForward: BroughtForward;
  /** Empty on the last page. */
  readonly nextPageToken: string;
  /** What the session carries from now on. */
  readonly passbook: Passbook;
}

export type EntriesResponse = InstanceType<typeof pb.ListEntriesResponse>;

export function packListing({ customer, account, pageSize, pageToken, passbook, guarantees }: ListingPage) {
  const names = guaranteeNames(guarantees);
  // The contract numbers them in the order of the table.
  const numbers = GUARANTEES.flatMap(({ name }, i) => (names.includes(name) ? [i + 1] : []));
  const context = { customer, passbook: packPassbook(passbook), guarantees: { guarantees: numbers } };
  return new pb.ListEntriesRequest({ context, account, pageSize, pageToken });
}

export function unpackPage(response: EntriesResponse): EntriesPage {
  const { nextPageToken, passbook } = response;
  const credits = unpackMinor(response.broughtForwardCreditsMinor);
  const debits = unpackMinor(response.broughtForwardDebitsMinor);
  return {
    kind: 'page',
    entries: response.entries.map(unpackEntry),
    broughtForward: { credits, debits },
    nextPageToken,
    passbook: unpackPassbook(passbook ?? {}),
  };
}

function unpackMinor(text: string): bigint {
  if (!/^\d*$/.test(text)) throw new WireError(`${JSON.stringify(text)} is not a sum of money`);
  return BigInt(text);
}

const KIND_NAMES: Readonly<Record<number, Entry['kind']>> = {
  [WriteKind.open]: 'open',
  [WriteKind.deposit]: 'deposit',
  [WriteKind.withdraw]: 'withdraw',
  [WriteKind.transfer]: 'transfer',
};

function unpackEntry({ writeId, kind, amountMinor, otherAccount, customer }: EntriesResponse['entries'][number]): Entry {
  const sequence = checkSequence(writeId?.sequence);
  const name = KIND_NAMES[kind ?? 0];
  if (sequence === 0 || !name) throw new WireError('an entry has a write and a kind');
  return {
    id: { origin: unpackOrigin(writeId?.origin), sequence },
    kind: name,
    amountMinor: BigInt(amountMinor ?? 0),
    ...(otherAccount ? { otherAccount: otherAccount as AccountId } : {}),
    customer: (customer ?? '') as CustomerId,
  };
}
