import { viewVector } from '../../domain/outcomes.js';
import { insist } from '../twin.js';
import type { Answered } from '../watcher.js';
import { checkAcknowledged } from './acknowledgements.js';
import { describe } from './asked.js';
import type { Books } from './books.js';
import { checkRefusal } from './refusals.js';
import type { AtAsking } from './waiting.js';

/** The answer says what is so, and is one to what was asked. */
export function checkOutcome(books: Books, answered: Answered, then: AtAsking): void {
  const { outcome, request } = answered;
  const { operation } = request;
  if (outcome.kind === 'balance' && operation.kind === 'query') {
    const { twin } = books;
    const expected = twin.money(twin.names(viewVector(outcome.view))).get(operation.account)?.balance;
    insist(
      outcome.balance === expected,
      'VectorValueMismatch',
      () => `${describe(answered)}: ${outcome.balance}, by the writes ${expected}`,
    );
  } else if (outcome.kind === 'written') checkAcknowledged(books, answered, outcome.view, then);
  else if (outcome.kind === 'refused') checkRefusal(books, answered, outcome, then);
  else insist(false, 'GarbageBalance', () => `${describe(answered)} was answered by ${outcome.kind}`);
}
