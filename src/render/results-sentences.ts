/**
 * Findings on somebody's results, each in one sentence: the entry, what it answered,
 * and why that cannot be. "as if" introduces what is only plausible.
 */
import type { Doubt, EntryRef, Explanation, Finding, Possible, ResultsWitness } from '../check/results/verdict.js';
import { formatMinor } from '../domain/money.js';

type Witness<Kind extends ResultsWitness['kind']> = Extract<ResultsWitness, { kind: Kind }>;

/** Of several so many are named one by one. */
const MOST_NAMED = 3;

/** Without the name of the anomaly. */
export function explainFinding({ entry, witness }: Finding): string {
  switch (witness.kind) {
    case 'impossible':
      return `${answered(entry, witness.balanceMinor)}${because(entry, witness.explanation, witness.possible)}.`;
    case 'lost':
      return `${answered(entry, witness.balanceMinor)}, ${lost(witness)}.`;
    case 'negative':
      return `${answered(entry, witness.balanceMinor)}: a balance is never negative.`;
    case 'no-amount':
      return `${named(entry)} ${verb(entry)} ${printable(witness.text)}, which is no amount of money.`;
    case 'no-money':
      return `${named(entry)} succeeded, but there ${witness.exact ? 'was only' : 'can have been at most'} ${formatMinor(witness.mostMinor)}.`;
    case 'no-order':
      return `${named(entry)} succeeded, but in no order of the customers is there enough money for all withdrawals that did.`;
    case 'differs':
      return `${answered(entry, witness.balanceMinor)}, but ${named(witness.other)} is ${formatMinor(witness.otherMinor)}: once every branch has every write, all agree.`;
    case 'missing':
      return missing(entry, witness);
    case 'extra':
      return extra(witness);
    case 'mismatch':
      return `${named(entry)} has an entry for ${said(witness.said)}.`;
  }
}

/** One sentence on what could not be decided. */
export function explainDoubt(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'too-many-sets':
      return `${named(doubt.entry)} could not be judged: there are too many sets of writes to try them all.`;
    case 'no-final':
      return `${named(doubt.entry)} is not known, say the results.`;
    case 'no-balance':
      return 'no query was answered, so there is nothing to judge.';
    case 'only-finals':
      return `the results have final balances alone: what became of ${events(doubt)} they do not tell.`;
    case 'no-answer':
      return `${several(doubt, 'query', 'queries')} showed no balance, so nobody can tell what it would have been.`;
    case 'no-outcome':
      return `nobody can tell what became of ${several(doubt, 'write', 'writes')}.`;
    case 'no-reason':
      return `${several(doubt, 'write', 'writes')} failed, and not for lack of money: balances cannot tell why.`;
  }
}

/** `60 events, 40 of them queries,` */
function events({ events: all, queries }: Extract<Doubt, { kind: 'only-finals' }>): string {
  if (all === 1) return queries === 1 ? 'the query' : 'the event';
  return queries === 0 ? `${all} events` : `${all} events, ${queries} of them ${queries === 1 ? 'a query' : 'queries'},`;
}

/** `customer 1, event 2 (query at branch 1) and 3 more queries` */
function several({ entry, count }: { entry: EntryRef; count: number }, one: string, many: string): string {
  if (count === 1) return named(entry);
  return `${named(entry)} and ${count - 1} more ${count === 2 ? one : many}`;
}

/** `customer 1, event 4 (query at branch 2)`, `the final balance of customer 1`. */
function named(entry: EntryRef): string {
  if (entry.event === undefined) return `the final balance of customer ${entry.customer}`;
  return `customer ${entry.customer}, event ${entry.event} (${operation(entry)} at branch ${entry.branch})`;
}

function answered(entry: EntryRef, balanceMinor: bigint): string {
  return `${named(entry)} ${verb(entry)} ${formatMinor(balanceMinor)}`;
}

function verb({ event }: EntryRef): string {
  return event === undefined ? 'is' : 'answered';
}

function operation({ kind = 'query', amountMinor }: EntryRef): string {
  const amount = kind === 'query' || amountMinor === undefined ? '' : ` of ${formatMinor(amountMinor)}`;
  return `${kind === 'withdraw' ? 'withdrawal' : kind}${amount}`;
}

function because(entry: EntryRef, explanation: Explanation, possible: Possible): string {
  const exact = possible.leastMinor === possible.mostMinor;
  const right = exact ? `the balance is ${formatMinor(possible.mostMinor)}` : 'no set of writes adds up to that';
  switch (explanation.kind) {
    case 'left-out': {
      const { writes } = explanation;
      const what = list(entry, writes);
      if (exact) return `; ${what} ${writes.length === 1 ? 'is' : 'are'} missing: with ${them(writes)} ${right}`;
      return `, as if ${what} were missing: with ${them(writes)} ${right}`;
    }
    case 'resurrected':
      return `, as if ${list(entry, explanation.writes)}, which did not succeed, had been done: without ${them(explanation.writes)} ${right}`;
    case 'unpayable':
      return `, as if ${list(entry, explanation.writes)}, for which the money was not there, had been done: without ${them(explanation.writes)} ${right}`;
    case 'twice':
      return `, as if ${list(entry, [explanation.write])} counted twice: counted once, ${right}`;
    case 'future':
      return `, as if ${list(entry, [explanation.write])}, which comes only later, had been done: without it ${right}`;
    case 'none':
      return `, which no set of writes explains: ${exact ? right : between(possible)}`;
  }
}

function between({ leastMinor, mostMinor }: Possible): string {
  return `the least that is possible is ${formatMinor(leastMinor)}, the most ${formatMinor(mostMinor)}`;
}

function them(writes: readonly EntryRef[]): string {
  return writes.length === 1 ? 'it' : 'them';
}

/** `its own deposits of 10 (events 2, 5, 8 and 4 more) and its own withdrawal of 5 (event 3)`. */
function list(entry: EntryRef, writes: readonly EntryRef[]): string {
  const alike = new Map<string, EntryRef[]>();
  for (const write of [...writes].sort((a, b) => a.customer - b.customer || (a.event ?? 0) - (b.event ?? 0))) {
    const key = `${write.customer} ${operation(write)}`;
    alike.set(key, [...(alike.get(key) ?? []), write]);
  }
  return enumerated([...alike.values()].map((group) => told(entry, group)));
}

/** Writes of one customer, of one amount. */
function told(entry: EntryRef, alike: readonly EntryRef[]): string {
  const [first] = alike;
  if (!first) return '';
  const plural = alike.length > 1 ? 's' : '';
  const what = operation(first).replace(/^\w+/, (word) => word + plural);
  const events = `(event${plural} ${enumerated(alike.map(({ event }) => String(event)))})`;
  if (entry.event !== undefined && first.customer === entry.customer) return `its own ${what} ${events}`;
  return `the ${what} of customer ${first.customer} ${events}`;
}

/** `1, 2 and 3`, `1, 2, 3 and 4 more`. */
function enumerated(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  const shown = rest > 0 ? [...names.slice(0, MOST_NAMED), `${rest} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function lost({ earlier }: Witness<'lost'>): string {
  if (!earlier) return 'which cannot be together with what its earlier queries answered: something that they showed is lost';
  const { event, branch } = earlier.entry;
  return (
    `but its earlier query at branch ${branch} (event ${event}) answered ${formatMinor(earlier.balanceMinor)}, ` +
    'and no writes lead from there to here: something that it showed is lost'
  );
}

function missing(entry: EntryRef, { throughEvent }: Witness<'missing'>): string {
  if (entry.event === undefined) return `${named(entry)} is missing.`;
  if (throughEvent === entry.event) return `${named(entry)} has no entry, so nobody can tell what became of it.`;
  return `customer ${entry.customer}, events ${entry.event} to ${throughEvent} have no entries, so nobody can tell what became of them.`;
}

function extra({ stray, times }: Witness<'extra'>): string {
  const entries = times === 1 ? 'an entry' : `${times} entries`;
  switch (stray.why) {
    case 'no-customer':
      return `there ${times === 1 ? 'is' : 'are'} ${entries} for customer ${stray.customer}, and the scenario has no such customer.`;
    case 'second-final':
      return `customer ${stray.customer} has more than one final balance.`;
    case 'no-event':
      return `customer ${stray.customer} has ${entries} for ${said(stray)} that ${times === 1 ? 'belongs' : 'belong'} to no event.`;
  }
}

/** `a query at branch 2`, as far as the entry says it. */
function said({ operation: word, branch }: Witness<'mismatch'>['said']): string {
  const what = word === undefined ? 'something' : `a ${printable(word)}`;
  return branch === undefined ? what : `${what} at branch ${branch}`;
}

/** Words come from files, and a terminal must not obey them. */
function printable(word: string): string {
  const longest = 40;
  const text = word.replace(/\p{C}/gu, '?');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
