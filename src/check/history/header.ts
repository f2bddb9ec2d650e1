import type { BranchId } from '../../domain/ids.js';
import { bigIntegerOf, field, flag, integer, type JsonObject, list, optional, wrong } from '../json-fields.js';
import { parseBranch } from './shared.js';

const VERSION = 1;

/** What a history is about; its first line. */
export interface HistoryHeader {
  readonly branches: readonly BranchId[];
  /** Minor units, of the accounts that the bank was founded with: `1`, `2` and so on. */
  readonly foundedMinor: readonly bigint[];
  /** The history holds every operation of every customer of the bank. */
  readonly complete?: boolean;
  /** Of a simulated run. */
  readonly seed?: number;
}

export function headerLine({ branches, foundedMinor, complete, seed }: HistoryHeader): string {
  return JSON.stringify({
    passbook: 'history',
    version: VERSION,
    branches,
    foundedMinor: foundedMinor.map(String),
    complete,
    seed,
  });
}

/** Whether this may be the first line of a history, so that other files can be told apart. */
export function looksLikeHistory(line: string): boolean {
  return /^\uFEFF?\s*\{\s*"passbook"\s*:\s*"history"/.test(line);
}

export function parseHeader(record: JsonObject): HistoryHeader {
  const word = field(record, 'passbook');
  if (word !== 'history') throw wrong('"passbook"', '"history", in the first line', word);
  const version = integer(record, 'version', 1);
  if (version !== VERSION) throw wrong('"version"', `${VERSION}, the only one known`, version);
  const complete = optional(record, 'complete', flag);
  const seed = optional(record, 'seed', (from, name) => integer(from, name, 0));
  return {
    branches: list(record, 'branches').map(parseBranch),
    foundedMinor: list(record, 'foundedMinor').map((balance) => bigIntegerOf(balance, '"foundedMinor"')),
    ...(complete !== undefined && { complete }),
    ...(seed !== undefined && { seed }),
  };
}
