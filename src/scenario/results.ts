import { formatMinor } from '../domain/money.js';
import type { Reason } from '../domain/refusals.js';
import { assert } from '../std/assert.js';
import type { ResultForm, ScenarioOperation } from './scenario.js';

/** Why an event did not succeed: what the bank said, or that the run ended before it. */
export type ResultReason = Reason | 'NOT_STARTED';

/** What one event came to. */
export interface ResultEntry {
  readonly interface: ScenarioOperation;
  readonly branch: number;
  /** `fail`: certainly without effect. `unknown`: nobody can tell. */
  readonly outcome: 'success' | 'fail' | 'unknown';
  /** Of a query that succeeded. */
  readonly balanceMinor?: bigint;
  /** Of what did not succeed. */
  readonly reason?: ResultReason;
}

/** One customer, with an entry for every one of its events, in their order. */
export interface CustomerResults {
  readonly id: number;
  readonly entries: readonly ResultEntry[];
  /** Once all customers are done and all writes are at every branch; absent when that is not known. */
  readonly finalBalanceMinor?: bigint;
}

export interface ResultStyle {
  /** Adds `"reason"` to what did not succeed; without, nothing is added to what programs that read these forms know. */
  readonly reasons: boolean;
}

/**
 * The results as text that ends in a newline: a JSON array with one object a
 * line, or, as `lines`, those objects alone. `results` are in the order of the
 * customers in the file.
 */
export function formatResults(
  form: ResultForm,
  results: readonly CustomerResults[],
  style: ResultStyle = { reasons: false },
): string {
  const objects = results.flatMap((customer) => FORMS[form](customer, style));
  if (form === 'lines') return objects.map((object) => `${object}\n`).join('');
  return objects.length === 0 ? '[]\n' : `[\n  ${objects.join(',\n  ')}\n]\n`;
}

/** Whether a form shows the balance once every branch has every write, which somebody has to wait for. */
export function showsFinalBalance(form: ResultForm): boolean {
  return form === 'balances';
}

/** What follows the interface in the entry of a query that succeeded. */
type BalanceKeys = (balance: string) => string;

const nested: BalanceKeys = (balance) => `"result":{"balance":${balance}}`;
const plain: BalanceKeys = (balance) => `"balance":${balance}`;
const withSuccess: BalanceKeys = (balance) => `"result":"success","money":${balance}`;

/** The objects for one customer, as JSON text. */
type Form = (results: CustomerResults, style: ResultStyle) => string[];

const FORMS: Record<ResultForm, Form> = {
  events: ({ id, entries }, style) =>
    entries.map((entry) => received(id, [entryText(entry, style, plain, `"branch":${entry.branch},`)])),
  customers: oneObject(nested),
  'customers-balance': oneObject(plain),
  'customers-money': oneObject(withSuccess),
  balances: ({ id, finalBalanceMinor }) => [`{"id":${id},"balance":${money(finalBalanceMinor)}}`],
  lines: oneObject(nested),
};

/** One object with all that the customer received. */
function oneObject(keys: BalanceKeys): Form {
  return ({ id, entries }, style) => {
    const texts = entries.map((entry) => entryText(entry, style, keys));
    return [received(id, texts)];
  };
}

function received(id: number, entries: readonly string[]): string {
  return `{"id":${id},"recv":[${entries.join(',')}]}`;
}

/** `{"interface":"query","branch":1,"balance":400}`; `where` stands before the result. */
function entryText(entry: ResultEntry, { reasons }: ResultStyle, keys: BalanceKeys, where = ''): string {
  return `{"interface":"${entry.interface}",${where}${resultText(entry, reasons, keys)}}`;
}

function resultText({ interface: operation, outcome, balanceMinor, reason }: ResultEntry, reasons: boolean, keys: BalanceKeys) {
  if (operation !== 'query' || outcome !== 'success') {
    return `"result":"${outcome}"${reasons && reason !== undefined ? `,"reason":"${reason}"` : ''}`;
  }
  assert(balanceMinor !== undefined, 'a query that succeeded has a balance');
  return keys(money(balanceMinor));
}

/** An exact JSON number, so never by way of `JSON.stringify`, which knows only floating point. */
function money(minor: bigint | undefined): string {
  return minor === undefined ? 'null' : formatMinor(minor);
}
