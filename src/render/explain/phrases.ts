/** Parts of sentences that tell of a write and of a moment. */
import type { Journey, KnownWrite } from '../../check/story/chronicle.js';
import { GUARANTEES, type GuaranteeName } from '../../domain/guarantees.js';
import type { RecordedOperation } from '../../domain/history.js';
import { type BranchId, branchOf } from '../../domain/ids.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import { duration, moment, money, type WriteNames } from '../diagram/names.js';
import { at, event, harmless, noun, who } from '../operation-words.js';

const NOUNS: Record<WriteKind, string> = {
  [WriteKind.open]: 'opening of an account',
  [WriteKind.deposit]: 'deposit',
  [WriteKind.withdraw]: 'withdrawal',
  [WriteKind.transfer]: 'transfer',
  [WriteKind.grant]: 'grant of allowance',
  [WriteKind.cede]: 'handing over',
  [WriteKind.void]: 'refusal for good',
  [WriteKind.fence]: 'promise to take nothing more',
  [WriteKind.seal]: 'giving up',
  [WriteKind.join]: 'joining',
};

/** `deposit of 40 by customer 2 (event 3)`, `refusal for good of request 3 of customer 2`; the customer asked about is `this customer`. */
export function writeNoun({ id, kind, amountMinor, by, receiver }: KnownWrite, about?: RecordedOperation): string {
  if (by && !isOfCustomer(kind)) {
    const to = receiver === undefined ? '' : ` to branch ${receiver}`;
    return `${NOUNS[kind]} of request ${by.event} of ${byWhom(by, about)}${to}`;
  }
  if (kind === WriteKind.fence && receiver === branchOf(id.origin)) return `beginning or end of branch ${receiver}`;
  if (kind > WriteKind.void) return `${NOUNS[kind]} of branch ${receiver}`;
  const amount = amountMinor === undefined || kind === WriteKind.open ? '' : ` of ${money(amountMinor)}`;
  return `${NOUNS[kind]}${amount}${by ? ` by ${byWhom(by, about)}${by.event === 0 ? '' : ` (event ${by.event})`}` : ''}`;
}

function byWhom(by: NonNullable<KnownWrite['by']>, about: RecordedOperation | undefined): string {
  const isSame = about?.customer === by.customer && about.session === by.session;
  return isSame ? `this customer` : `customer ${harmless(by.customer)}`;
}

/** `made at branch 1 at 0.051 s`; `here` is the branch that is told of. */
export function made({ id, loggedAtUs }: KnownWrite, here?: BranchId): string {
  const branch = branchOf(id.origin);
  const when = loggedAtUs === undefined ? '' : ` at ${moment(loggedAtUs)}`;
  return branch === here ? `made here${when}` : `made at branch ${branch}${when}`;
}

/** `Branch 1 sent it at 0.122 s, and it came 306 ms later.` Undefined where nothing was told. */
export function journeySentence({ sent, received, appliedAtUs }: Journey, write: KnownWrite | undefined): string | undefined {
  const from = received?.branch ?? sent?.branch;
  if (appliedAtUs === undefined) return received ? 'It came, and waits for writes that it follows.' : undefined;
  if (from === undefined) return `It was there at ${moment(appliedAtUs)}.`;
  const isMaker = write !== undefined && branchOf(write.id.origin) === from;
  const who = `Branch ${from} ${isMaker ? 'sent it' : 'passed it on'}`;
  const arrived = received?.atUs ?? appliedAtUs;
  const came = sent
    ? `${who} at ${moment(sent.atUs)}, and it came ${duration(Math.max(0, arrived - sent.atUs))} later`
    : `${who}; it came at ${moment(arrived)}`;
  const held = appliedAtUs - arrived;
  // Within the same moment it is no waiting.
  return held < HELD_BACK_US
    ? `${came}.`
    : `${came}, and was applied ${duration(held)} after that, when what it follows was there, too.`;
}

const HELD_BACK_US = 5000;

/** `customer 1's query at branch 2 (event 3)`. */
export function operationNoun(operation: RecordedOperation): string {
  return `${noun(operation)} ${at(operation)} (${event(operation)})`;
}

export function guaranteeTitles(names: readonly GuaranteeName[]): string {
  return series(names.map((name) => GUARANTEES.find((one) => one.name === name)?.title ?? name));
}

/** `a`, `a and b`, `a, b and c`. */
export function series(items: readonly string[]): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `write 1-3`, `writes 1-3 and 2-1`. */
export function writesNamed(ids: readonly KnownWrite['id'][], names: WriteNames): string {
  return `write${ids.length === 1 ? '' : 's'} ${series(ids.map((id) => names.of(id)))}`;
}

export function customer(operation: RecordedOperation): string {
  return capital(who(operation));
}
