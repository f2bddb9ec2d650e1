import type { CustomerEntry, FinalEntry, ResultsFile } from './read-results.js';
import { align, type Misfit, type Pair } from './read-results-align.js';
import type { EntryAnswer } from './read-results-entry.js';
import type { Scenario, ScenarioCustomer, ScenarioEvent } from './scenario.js';

/**
 * The events of a scenario, each with its entry. This is what the judge of results
 * takes, in its words: this folder must not know the judge, so the two types meet
 * where both are known.
 */
export interface MatchedResults {
  readonly initialMinor: bigint;
  readonly customers: readonly MatchedCustomer[];
  /** Of results that have no entries: whether the scenario asks for no more. */
  readonly onlyFinals?: 'as asked for' | 'instead of entries';
  readonly strays: readonly StrayEntry[];
  readonly inFileOrder: readonly { readonly query: boolean; readonly balanceMinor?: bigint }[];
}

export interface MatchedCustomer {
  readonly id: number;
  readonly events: readonly MatchedEvent[];
  readonly final?: MatchedFinal;
}

export interface MatchedEvent {
  readonly event: number;
  readonly kind: ScenarioEvent['kind'];
  readonly branch: number;
  readonly amountMinor?: bigint;
  readonly answer: EntryAnswer | { readonly kind: 'unplaced' | 'missing' | 'not-told' };
  readonly line?: number;
  readonly said?: SaidByEntry;
}

export type MatchedFinal = (FinalEntry['balance'] & { readonly line: number }) | { readonly kind: 'missing' };

export interface SaidByEntry {
  readonly operation?: string;
  readonly branch?: number;
}

export interface StrayEntry extends SaidByEntry {
  readonly customer: number;
  readonly why: 'no-event' | 'no-customer' | 'second-final';
  readonly line: number;
}

/**
 * Entries belong to events by customer and position. Where operations, branches or
 * numbers of entries say that this cannot be, the closest match decides, and what is
 * missing, too many or different is named; behind a gap nothing is taken as an
 * answer, since the entry may well be of another event.
 */
export function matchResults(scenario: Scenario, results: ResultsFile): MatchedResults {
  const strays: StrayEntry[] = [];
  const entries = byCustomer(scenario, results.entries, strays);
  const finals = byCustomer(scenario, results.finals, strays);
  const onlyFinals = results.entries.length === 0 && (results.finals.length > 0 || scenario.form === 'balances');
  const customers = scenario.customers.map((customer): MatchedCustomer => {
    const events = onlyFinals ? untold(customer) : matchEvents(customer, entries.get(customer.id) ?? [], strays);
    const final = finalOf(finals.get(customer.id) ?? [], onlyFinals, strays);
    return { id: customer.id, events, ...(final && { final }) };
  });
  return {
    initialMinor: scenario.initialBalanceMinor,
    customers,
    ...(onlyFinals && { onlyFinals: scenario.form === 'balances' ? 'as asked for' : 'instead of entries' }),
    strays,
    inFileOrder: results.entries.map(forCounting),
  };
}

function byCustomer<Item extends CustomerEntry | FinalEntry>(
  scenario: Scenario,
  items: readonly Item[],
  strays: StrayEntry[],
): Map<number, Item[]> {
  const found = new Map<number, Item[]>(scenario.customers.map(({ id }) => [id, []]));
  for (const item of items) {
    const list = found.get(item.customer);
    if (list) list.push(item);
    else strays.push(stray(item, 'no-customer'));
  }
  return found;
}

function stray(item: CustomerEntry | FinalEntry, why: StrayEntry['why']): StrayEntry {
  return { customer: item.customer, why, line: item.line, ...('answer' in item && saidBy(item)) };
}

function saidBy({ operation, unknownOperation, branch }: CustomerEntry): SaidByEntry {
  const word = operation ?? unknownOperation;
  return { ...(word !== undefined && { operation: word }), ...(branch !== undefined && { branch }) };
}

function untold({ events }: ScenarioCustomer): MatchedEvent[] {
  return events.map((event) => matched(event, { kind: event.kind === 'query' ? 'unknown' : 'not-told' }));
}

function matched(event: ScenarioEvent, answer: MatchedEvent['answer'], entry?: CustomerEntry, misfit?: Misfit): MatchedEvent {
  const { number, kind, branch, amountMinor } = event;
  return {
    event: number,
    kind,
    branch,
    ...(amountMinor !== undefined && { amountMinor: BigInt(amountMinor) }),
    answer,
    ...(entry && { line: entry.line }),
    ...(entry && misfit !== undefined && misfit !== 'none' && { said: saidBy(entry) }),
  };
}

function matchEvents({ events }: ScenarioCustomer, entries: readonly CustomerEntry[], strays: StrayEntry[]): MatchedEvent[] {
  const misfit = (event: number, entry: number) => misfitOf(events[event] as ScenarioEvent, entries[entry] as CustomerEntry);
  const found: MatchedEvent[] = [];
  let gap = false;
  for (const pair of align(events.length, entries.length, misfit)) {
    const { event, entry } = ofPair(pair, events, entries);
    if (!event || !entry) gap = true;
    if (!event && entry) strays.push(stray(entry, 'no-event'));
    else if (event && !entry) found.push(matched(event, { kind: 'missing' }));
    else if (event && entry) found.push(answered(event, entry, gap));
  }
  return found;
}

function ofPair(pair: Pair, events: readonly ScenarioEvent[], entries: readonly CustomerEntry[]) {
  return {
    event: pair.event === undefined ? undefined : events[pair.event],
    entry: pair.entry === undefined ? undefined : entries[pair.entry],
  };
}

/** An entry that names another branch still answers: the money is the same at all of them. */
function answered(event: ScenarioEvent, entry: CustomerEntry, gap: boolean): MatchedEvent {
  const misfit = misfitOf(event, entry);
  if (gap) return matched(event, { kind: 'unplaced' }, entry, misfit);
  return matched(event, misfit === 'operation' ? { kind: 'unknown' } : entry.answer, entry, misfit);
}

/** What an entry does not say fits. */
function misfitOf({ kind, branch }: ScenarioEvent, entry: CustomerEntry): Misfit {
  const operation = entry.operation ?? (entry.answer.kind === 'balance' ? 'query' : kind);
  if (operation !== kind || entry.unknownOperation !== undefined) return 'operation';
  return entry.branch === undefined || entry.branch === branch ? 'none' : 'branch';
}

function finalOf(finals: readonly FinalEntry[], onlyFinals: boolean, strays: StrayEntry[]): MatchedFinal | undefined {
  const [first, ...others] = finals;
  strays.push(...others.map((other) => stray(other, 'second-final')));
  if (first) return { ...first.balance, line: first.line };
  return onlyFinals ? { kind: 'missing' } : undefined;
}

function forCounting(entry: CustomerEntry): MatchedResults['inFileOrder'][number] {
  const { operation, answer } = entry;
  const shown = answer.kind === 'balance' || answer.kind === 'odd';
  const query = operation === 'query' || (operation === undefined && shown);
  return { query, ...(answer.kind === 'balance' && { balanceMinor: answer.minor }) };
}
