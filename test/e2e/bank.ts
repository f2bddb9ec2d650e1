/** Scenarios written in tests, and what comes out, read back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, ROOT } from './harness.js';

export interface EventJson {
  readonly interface: string;
  readonly money?: number;
  readonly branch?: number;
  readonly dest?: number;
  readonly [key: string]: unknown;
}

interface EntryJson {
  readonly id: number;
  readonly type: string;
  readonly balance?: number;
  readonly events?: readonly EventJson[];
  readonly [key: string]: unknown;
}

export function branches(count: number, balance = 0): EntryJson[] {
  return Array.from({ length: count }, (_, i) => ({ id: i + 1, type: 'branch', balance }));
}

export function customer(id: number, events: readonly EventJson[], more: object = {}): EntryJson {
  return { id, type: 'customer', events, ...more };
}

export const deposit = (money: number, more: object = {}): EventJson => ({ interface: 'deposit', money, ...more });
export const withdraw = (money: number, more: object = {}): EventJson => ({ interface: 'withdraw', money, ...more });
export const query = (more: object = {}): EventJson => ({ interface: 'query', ...more });

export function scenario(...entries: (EntryJson | readonly EntryJson[])[]): string {
  return JSON.stringify(entries.flat(), undefined, 2);
}

/** A scenario of this project, as data. */
export function readScenarioFile(name: string): EntryJson[] {
  return JSON.parse(readFileSync(join(ROOT, 'scenarios', name), 'utf8')) as EntryJson[];
}

/** What one customer that is alone at the bank must get, in the form of events: a sum, and nothing else. */
export function expectedOfOneCustomer(entries: readonly EntryJson[]): object[] {
  let balance = entries.find(({ type }) => type === 'branch')?.balance ?? 0;
  const { id, events = [] } = entries.find(({ type }) => type === 'customer') as EntryJson;
  return events.map(({ interface: operation, branch, money = 0 }) => {
    if (operation === 'query') return { id, recv: [{ interface: operation, branch, balance }] };
    balance += operation === 'deposit' ? money : -money;
    return { id, recv: [{ interface: operation, branch, result: 'success' }] };
  });
}

export interface ResultJson {
  readonly id: number;
  readonly recv: readonly {
    readonly interface: string;
    readonly branch?: number;
    readonly balance?: number;
    readonly result?: unknown;
  }[];
}

/** The results that a command printed. */
export function results({ code, signal, stdout, stderr }: Ended): ResultJson[] {
  try {
    return JSON.parse(stdout) as ResultJson[];
  } catch {
    throw new Error(`no results, but exit ${code ?? signal}:
${stdout}
${stderr}`);
  }
}

/** The balance or the word of every entry, in the form of events. */
export function answers(ended: Ended): unknown[] {
  return results(ended).map(({ recv }) => recv[0]?.balance ?? recv[0]?.result);
}

export type Judgements = Record<'read your writes' | 'monotonic reads' | 'monotonic writes' | 'writes follow reads', string>;

/** The verdict of the summary: a word a guarantee. */
export function judgements(stderr: string): Judgements {
  const lines = stderr.matchAll(/^ {2}[✓✗?-] (\w+ \w+ \w+|\w+ \w+) +(holds|violated|unknown) /gm);
  return Object.fromEntries([...lines].map(([, name, word]) => [name, word])) as Judgements;
}

export const ALL_HOLD: Judgements = {
  'read your writes': 'holds',
  'monotonic reads': 'holds',
  'monotonic writes': 'holds',
  'writes follow reads': 'holds',
};
