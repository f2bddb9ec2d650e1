import type { Diagnostic } from './diagnostic.js';
import { Findings, quoted } from './findings.js';
import { ENTRY_KEYS, type Entry, readEntry } from './read-results-entry.js';
import { Keys, readWhole } from './read-results-keys.js';
import { readBalance } from './read-results-money.js';
import { type ObjectValue, readValues, type Value } from './read-results-values.js';
import { Source } from './source.js';

/** The entries of a results file, whatever its form, before anybody compares them with a scenario. */
export interface ResultsFile {
  /** As the user named it; for messages. */
  readonly file: string;
  /** In the order of the file. */
  readonly entries: readonly CustomerEntry[];
  /** In the order of the file. */
  readonly finals: readonly FinalEntry[];
}

/** What one event came to, as the file tells it. */
export interface CustomerEntry extends Entry {
  readonly customer: number;
}

/** The balance of the forms that have nothing else. */
export interface FinalEntry {
  readonly customer: number;
  readonly balance: { readonly kind: 'balance'; readonly minor: bigint } | { kind: 'odd'; text: string } | { kind: 'unknown' };
  /** From 1. */
  readonly line: number;
}

/**
 * Reads results that anybody's program wrote, in any form: one object an event or a
 * customer, or final balances; as an array, as several, one object a line or one
 * right after the other; as JSON or as Python prints it, in any case, with numbers
 * as texts or floats. Pure; `file` is only a name for messages.
 *
 * Either the entries with the warnings about them, or all problems, errors first.
 */
export function readResults(
  text: string,
  file: string,
): { results: ResultsFile; warnings: Diagnostic[] } | { problems: Diagnostic[] } {
  const findings = new Findings(new Source(text, file));
  const entries: CustomerEntry[] = [];
  const finals: FinalEntry[] = [];
  const values = readFile(findings);
  const read = (values ?? []).map((value) => readTop(findings, value, entries, finals));
  // Rather some other file than results in which all is missing.
  if (values?.[0] && !read.includes(true)) findings.error(values[0], 'nothing in this file is a result', { expected: RESULT });
  if (findings.refused) return { problems: findings.sortedProblems() };
  return { results: { file, entries, finals }, warnings: findings.sortedWarnings() };
}

const RESULT = 'results, such as [{"id": 1, "recv": []}]';

function readFile(findings: Findings): Value[] | undefined {
  if (findings.source.text.trim() !== '') return readValues(findings);
  return findings.error({ start: 0, end: 0 }, 'the file is empty', { expected: RESULT });
}

const TOP_KEYS = {
  ...ENTRY_KEYS,
  id: ['customer', 'id'],
  recv: ['recv', 'received'],
  type: ['type'],
  events: ['events', 'customer-requests'],
} as const;
type TopKeys = Keys<keyof typeof TOP_KEYS>;

/** Whether it is something that results have, right or wrong. */
function readTop(findings: Findings, value: Value, entries: CustomerEntry[], finals: FinalEntry[]): boolean {
  if (value.kind !== 'object') {
    findings.error(value, 'this is no entry', { expected: 'an object such as {"id": 1, "recv": []}' });
    return true;
  }
  const keys = new Keys(findings, value, TOP_KEYS);
  if (isBranch(keys)) findings.warn(value, 'the balance of a branch is not judged', {}, 'branch');
  else if (keys.get('recv')) readReceived(findings, keys, entries);
  else if (keys.get('events')) refuseScenario(findings, value);
  else if (keys.get('interface')) addEntry(findings, keys, value, entries, readCustomer(findings, keys));
  else if (keys.get('balance')) readFinal(findings, keys, finals);
  else findings.warn(value, 'this object has neither entries nor a balance, and is ignored');
  return isResult(keys);
}

function isResult(keys: TopKeys): boolean {
  return !isBranch(keys) && (['recv', 'events', 'interface', 'balance'] as const).some((key) => keys.get(key));
}

function isBranch(keys: TopKeys): boolean {
  const type = keys.scalar('type')?.text.toLowerCase();
  return (type === 'branch' || type === 'bank') && !keys.get('recv');
}

function refuseScenario(findings: Findings, object: ObjectValue): void {
  findings.error(object, 'these are the events of a scenario, not their results', {
    expected: '"recv" with an entry for each event',
    hint: 'were the two files given in the wrong order?',
  });
}

function readCustomer(findings: Findings, keys: TopKeys): number | undefined {
  const id = keys.scalar('id');
  if (!id) return findings.error(keys.node, 'an entry without the "id" of its customer');
  return readWhole(findings, id, 'the id of a customer');
}

function readReceived(findings: Findings, keys: TopKeys, entries: CustomerEntry[]): void {
  const customer = readCustomer(findings, keys);
  const received = keys.get('recv') as Value;
  if (keys.get('balance')) findings.warn(keys.node, 'a "balance" beside "recv" is not judged', {}, 'beside');
  for (const item of received.kind === 'array' ? received.items : [received]) {
    if (item.kind !== 'object')
      findings.error(item, 'this is no entry', { expected: 'an object such as {"interface": "query"}' });
    else addEntry(findings, new Keys(findings, item, ENTRY_KEYS), item, entries, customer);
  }
}

function addEntry(
  findings: Findings,
  keys: Keys<keyof typeof ENTRY_KEYS>,
  node: ObjectValue,
  entries: CustomerEntry[],
  customer: number | undefined,
): void {
  const entry = readEntry(findings, keys, node);
  if (customer !== undefined && entry) entries.push({ customer, ...entry });
}

function readFinal(findings: Findings, keys: TopKeys, finals: FinalEntry[]): void {
  const customer = readCustomer(findings, keys);
  const shown = keys.scalar('balance');
  const nothing = keys.isNull('balance');
  const balance = shown && !nothing ? readBalance(shown.text) : undefined;
  if (!nothing && !balance) {
    const what = shown ? `${quoted(shown.text)} is no balance` : 'this is no balance';
    findings.error(keys.get('balance') ?? keys.node, what, { expected: 'a number' });
  }
  if (customer === undefined) return;
  const { line } = findings.source.locate(keys.node.start);
  finals.push({ customer, balance: balance ?? { kind: 'unknown' }, line });
}
