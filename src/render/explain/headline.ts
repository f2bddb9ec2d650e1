import type { RecordedOperation } from '../../domain/history.js';
import type { REFUSALS } from '../../domain/refusals.js';
import { duration, money, type WriteNames } from '../diagram/names.js';
import { harmless, past } from '../operation-words.js';
import { customer } from './phrases.js';

/** What was asked and what came of it, in one sentence. */
export function headline(operation: RecordedOperation, names: WriteNames): string {
  const { event, invokedAtUs, completedAtUs } = operation;
  const took = completedAtUs === undefined ? '' : ` after ${duration(completedAtUs - invokedAtUs)}`;
  return `${customer(operation)} ${asked(operation)} (event ${event}) ${end(operation, took, names)}`;
}

function asked(operation: RecordedOperation): string {
  const { kind, account, branch, to } = operation;
  if (kind === 'query') return `asked branch ${branch} for the balance of account ${harmless(account)}`;
  const on = kind === 'open' ? '' : ` ${kind === 'deposit' ? 'on' : 'from'} account ${harmless(account)}`;
  const target = to === undefined ? '' : ` to account ${harmless(to)}`;
  const done = operation.outcome === 'ok' ? past(operation) : `wanted to ${wish(operation)}`;
  return `${done}${on}${target} at branch ${branch}`;
}

function wish({ kind, amountMinor }: RecordedOperation): string {
  const amount = amountMinor === undefined ? '' : ` ${money(amountMinor)}`;
  return kind === 'open' ? 'open an account' : `${kind}${amount}`;
}

function end(
  { kind, outcome, final, balanceMinor, write, reason, completedAtUs }: RecordedOperation,
  took: string,
  names: WriteNames,
): string {
  if (outcome === 'info') return completedAtUs === undefined ? 'and no answer is recorded.' : `and heard nothing certain${took}.`;
  if (outcome === 'fail')
    return `and was refused${final ? ' for good' : ''}${took}${reason === undefined ? '' : `: ${reasonWords(reason)}`}.`;
  if (kind === 'query')
    return `and was told ${balanceMinor === undefined ? 'something that the history does not say' : money(balanceMinor)}${took}.`;
  const but = reason === undefined ? '' : `, but ${reasonWords(reason)}`;
  return `and was told that it is done${took}${write ? `, as write ${names.of(write)}` : ''}${but}.`;
}

function reasonWords(reason: keyof typeof REFUSALS): string {
  return reason.toLowerCase().replaceAll('_', ' ');
}
