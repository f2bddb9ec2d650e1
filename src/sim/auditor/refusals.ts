import { type OriginId, parseOrigin } from '../../domain/ids.js';
import { type Refusal, type View, viewVector } from '../../domain/outcomes.js';
import { insist, nameOf, type WriteName } from '../twin.js';
import type { Answered } from '../watcher.js';
import { checkStands } from './acknowledgements.js';
import { describe, keyOf } from './asked.js';
import type { Books } from './books.js';
import type { AtAsking } from './waiting.js';

/** Nobody is refused but for the reason that is given. */
export function checkRefusal(books: Books, answered: Answered, refusal: Refusal, then: AtAsking): void {
  const { world, writes, losses } = books;
  const justified = (isSo: boolean, why: () => string) =>
    insist(isSo, 'UnjustifiedRefusal', () => `${describe(answered)}${why()}`);
  const isLeaving = world.membership.isLeaving(answered.branch);
  // One that leaves waits for nobody.
  const isLate = answered.answeredAtMs >= answered.request.deadlineMs || isLeaving;
  switch (refusal.reason) {
    case 'INSUFFICIENT_FUNDS':
      return checkInsufficient(books, answered, refusal.view as View, then);
    case 'ACK_LEVEL_NOT_REACHED':
      checkStands(books, answered, refusal.standing as View);
      return justified(isLate, () => ' was given up before its deadline');
    case 'ALLOWANCE_UNREACHABLE':
      return justified(isLate, () => ' was given up before its deadline');
    case 'SESSION_NOT_SATISFIED': {
      const missing = (refusal.details.missing ?? '').split(' ').map(parseWriteName);
      const fits = missing.every((name) => then.made.has(name) || then.seen.has(name));
      return justified(isLate && fits, () => ` was told to lack ${missing}`);
    }
    case 'ACCOUNT_NOT_FOUND':
      return justified(!areAccountsThere(books, answered, refusal.view as View), () => ': the account is there');
    case 'OUTCOME_UNKNOWN': {
      const isElsewhere = writes.rights.mayBeElsewhere(keyOf(answered) ?? '', answered.branch);
      return justified(isLate && isElsewhere, () => ': its outcome is known');
    }
    case 'WRITES_LOST':
      return losses.checkTrue(answered, refusal.lost);
    case 'CLOSING':
      return justified(isLeaving, () => ' was refused by a branch that nobody has asked to leave');
    case 'RECOVERING':
      return justified(then.wasRecovering, () => ' was refused by a branch that was sure of its writes');
    default:
      return justified(false, () => ` was refused: ${refusal.message}`);
  }
}

/** Everybody was asked after the request began, and even all together had less than the amount. */
function checkInsufficient({ twin, losses }: Books, answered: Answered, view: View, then: AtAsking): void {
  const { operation } = answered.request;
  const names = twin.names(viewVector(view));
  // What was given up since, nobody can look at any more.
  for (const name of twin.names(losses.standing(then.anywhere)))
    insist(names.has(name), 'UnjustifiedRefusal', () => `${describe(answered)} was refused without a look at ${name}`);
  if (operation.kind !== 'withdraw' && operation.kind !== 'transfer') return;
  const balance = twin.money(names).get(operation.account)?.balance ?? 0n;
  insist(balance < BigInt(operation.amount), 'UnjustifiedRefusal', () => `${describe(answered)}: there is ${balance}`);
}

function areAccountsThere({ twin }: Books, { request: { operation } }: Answered, view: View): boolean {
  if (operation.kind === 'open') return true;
  const known = twin.money(twin.names(viewVector(view)));
  return known.has(operation.account) && (operation.kind !== 'transfer' || known.has(operation.to));
}

/** Of a write as people read it. */
function parseWriteName(text: string): WriteName {
  const dash = text.lastIndexOf('-');
  return nameOf(parseOrigin(text.slice(0, dash)) as OriginId, Number(text.slice(dash + 1)));
}
