/**
 * What the results leave open without saying anything wrong: a query without a balance,
 * a write of which nobody can tell whether it was done, or one that failed although no
 * lack of money can be why. Banks may have reasons for all of these that balances do
 * not show, so none is a violation; but who answers nothing must not be called right.
 */
import type { EventInput, ResultsInput } from './input.js';
import { entryOf, type Ledger, type Session, type Write } from './ledger.js';
import type { Doubt, EntryRef, ResultsVerdict } from './verdict.js';

export function judgeOutcomes(input: ResultsInput, ledger: Ledger, queries: ResultsVerdict['queries']): Doubt[] {
  if (input.onlyFinals) return judgeOnlyFinals(input, queries);
  const silent = entriesWith(input, ({ kind, answer }) => kind === 'query' && isOpen(answer.kind));
  const untold = entriesWith(input, ({ kind, answer }) => kind !== 'query' && answer.kind === 'unknown');
  const refused = unexplained(ledger).map(({ entry }) => entry);
  const muted = queries.answered === 0 && silent.length === queries.total;
  return [
    ...(muted && silent.length > 0 ? [{ kind: 'no-balance' } as const] : about('no-answer', silent)),
    ...about('no-outcome', untold),
    ...about('no-reason', refused),
  ];
}

function judgeOnlyFinals({ customers, onlyFinals }: ResultsInput, queries: ResultsVerdict['queries']): Doubt[] {
  const events = customers.reduce((sum, customer) => sum + customer.events.length, 0);
  if (onlyFinals === 'as asked for' || events === 0) return [];
  return [{ kind: 'only-finals', events, queries: queries.total }];
}

function isOpen(kind: EventInput['answer']['kind']): boolean {
  return kind === 'refused' || kind === 'unknown';
}

function about(kind: 'no-answer' | 'no-outcome' | 'no-reason', entries: readonly EntryRef[]): Doubt[] {
  const [entry] = entries;
  return entry ? [{ kind, entry, count: entries.length }] : [];
}

function entriesWith({ customers }: ResultsInput, open: (event: EventInput) => boolean): EntryRef[] {
  return customers.flatMap(({ id, events }) => events.filter(open).map((event) => entryOf(id, event)));
}

/** Deposits that failed, and withdrawals that did although there was enough, whatever the others had taken. */
function unexplained({ sessions, initialMinor }: Ledger): Write[] {
  const taken = sessions.map(({ writes }) => sum(writes.filter(mayTake)));
  const all = taken.reduce((total, minor) => total + minor, 0n);
  return sessions.flatMap((session, index) => unexplainedOf(session, initialMinor + all - (taken[index] as bigint)));
}

/** `leastMinor` is what there is at least when the customer begins. */
function unexplainedOf({ writes }: Session, leastMinor: bigint): Write[] {
  let left = leastMinor;
  return writes.filter((write) => {
    if (write.fate === 'done' || mayTake(write)) left += write.effectMinor;
    return write.fate === 'refused' && (write.effectMinor > 0n || left + write.effectMinor >= 0n);
  });
}

function mayTake({ fate, effectMinor }: Write): boolean {
  return fate !== 'refused' && effectMinor < 0n;
}

function sum(writes: readonly Write[]): bigint {
  return writes.reduce((total, { effectMinor }) => total + effectMinor, 0n);
}
