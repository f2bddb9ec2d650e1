/** Operations in words, shared by all that tells of them: who did what, where, and which event it was. */
import type { RecordedOperation } from '../domain/history.js';
import { formatWriteId } from '../domain/ids.js';
import { formatMinor } from '../domain/money.js';

/** Names come from files, and a terminal must not obey them. */
export function harmless(name: string): string {
  return name.replace(/\p{C}/gu, '?');
}

/** `customer 1`. */
export function who({ customer }: Pick<RecordedOperation, 'customer'>): string {
  return `customer ${harmless(customer)}`;
}

export function at({ branch }: RecordedOperation): string {
  return `at branch ${branch}`;
}

export function event({ event }: RecordedOperation): string {
  return `event ${event}`;
}

/** `, write 1-1a2b3c4d-7`, or nothing. */
export function written({ write }: RecordedOperation): string {
  return write === undefined ? '' : `, write ${formatWriteId(write)}`;
}

/** `customer 2's query at branch 1 (event 1)`. */
export function told(operation: RecordedOperation): string {
  return `${who(operation)}'s ${noun(operation)} ${at(operation)} (${event(operation)})`;
}

/** As `told`, with the id of its write. */
export function toldWrite(operation: RecordedOperation): string {
  return `${who(operation)}'s ${noun(operation)} ${at(operation)} (${event(operation)}${written(operation)})`;
}

export function past(operation: RecordedOperation): string {
  switch (operation.kind) {
    case 'query':
      return 'asked for its balance';
    case 'deposit':
      return `deposited${amount(operation, ' ')}`;
    case 'withdraw':
      return `withdrew${amount(operation, ' ')}`;
    case 'transfer':
      return `transferred${amount(operation, ' ')}`;
    case 'open':
      return 'opened an account';
  }
}

export function noun(operation: RecordedOperation): string {
  switch (operation.kind) {
    case 'query':
      return 'query';
    case 'deposit':
      return `deposit${amount(operation, ' of ')}`;
    case 'withdraw':
      return `withdrawal${amount(operation, ' of ')}`;
    case 'transfer':
      return `transfer${amount(operation, ' of ')}`;
    case 'open':
      return 'opening of an account';
  }
}

/** In units; nothing where the history does not say. */
function amount({ amountMinor }: RecordedOperation, before: string): string {
  return amountMinor === undefined ? '' : `${before}${formatMinor(BigInt(amountMinor))}`;
}

/** How the operation ended that should have reflected the write. */
export function answered({ kind, outcome, balanceMinor }: RecordedOperation): string {
  if (outcome === 'fail') return 'was refused';
  if (kind !== 'query') return 'was decided';
  return balanceMinor === undefined ? 'was answered' : `answered ${formatMinor(balanceMinor)}`;
}
