import { formatMinor } from '../domain/money.js';
import { assert } from '../std/assert.js';
import type { ResultForm, ScenarioOperation } from './scenario.js';

/** What one event came to. */
export interface ResultEntry {
  readonly interface: ScenarioOperation;
  readonly branch: number;
  /** `fail`: certainly without effect. `unknown`: nobody can tell. */
  readonly outcome: 'success' | 'fail' | 'unknown';
  /** Of a query that succeeded. */
  readonly balanceMinor?: bigint;
}

/** One customer, with an entry for every one of its events, in their order. */
export interface CustomerResults {
  readonly id: number;
  readonly entries: readonly ResultEntry[];
  /** Once all customers are done and all writes are at every branch; absent when that is not known. */
  readonly finalBalanceMinor?: bigint;
}

/**
 * The results as JSON text that ends in a newline: an array with one object a
 * line. `results` are in the order of the customers in the file. Nothing is added
 * to what programs that read these forms know.
 */
export function formatResults(form: ResultForm, results: readonly CustomerResults[]): string {
  const lines = results.flatMap(FORMS[form]);
  return lines.length === 0 ? '[]\n' : `[\n  ${lines.join(',\n  ')}\n]\n`;
}

/** The objects of each form for one customer, as JSON text. */
const FORMS: Record<ResultForm, (results: CustomerResults) => string[]> = {
  events: ({ id, entries }) => entries.map((entry) => received(id, [withBranch(entry)])),
  customers: ({ id, entries }) => [received(id, entries.map(nested))],
  balances: ({ id, finalBalanceMinor }) => [`{"id":${id},"balance":${money(finalBalanceMinor)}}`],
};

function received(id: number, entries: readonly string[]): string {
  return `{"id":${id},"recv":[${entries.join(',')}]}`;
}

/** `{"interface":"query","branch":1,"balance":400}` */
function withBranch(entry: ResultEntry): string {
  const result = hasBalance(entry) ? `"balance":${balance(entry)}` : `"result":"${entry.outcome}"`;
  return `{"interface":"${entry.interface}","branch":${entry.branch},${result}}`;
}

/** `{"interface":"query","result":{"balance":400}}` */
function nested(entry: ResultEntry): string {
  const result = hasBalance(entry) ? `{"balance":${balance(entry)}}` : `"${entry.outcome}"`;
  return `{"interface":"${entry.interface}","result":${result}}`;
}

function hasBalance(entry: ResultEntry): boolean {
  return entry.interface === 'query' && entry.outcome === 'success';
}

function balance({ balanceMinor }: ResultEntry): string {
  assert(balanceMinor !== undefined, 'a query that succeeded has a balance');
  return money(balanceMinor);
}

/** An exact JSON number, so never by way of `JSON.stringify`, which knows only floating point. */
function money(minor: bigint | undefined): string {
  return minor === undefined ? 'null' : formatMinor(minor);
}
