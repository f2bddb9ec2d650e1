import { DECIMALS, parseMinor } from '../domain/money.js';

/** A balance that somebody's program wrote, and that need not be one. */
export type ReadBalance =
  | { readonly kind: 'balance'; readonly minor: bigint }
  /** A number, but no amount of money: `0.30000000000000004`, `NaN`. */
  | { readonly kind: 'odd'; readonly text: string };

const NUMBER = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,4}))?$/;
const NO_NUMBER = /^[-+]?(?:nan|inf|infinity)$/i;
/** Longer ones are no balances of this world, and take quadratic time to read. */
const MOST_DIGITS = 200;
const UNIT = 10n ** BigInt(DECIMALS);

/** Undefined for what is no number. Never through floating point, unlike the program that wrote it. */
export function readBalance(text: string): ReadBalance | undefined {
  const trimmed = text.trim();
  if (NO_NUMBER.test(trimmed)) return { kind: 'odd', text: trimmed };
  const match = NUMBER.exec(trimmed);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent] = match;
  if (whole === '' && fraction === '') return undefined;
  const magnitude = whole.length + fraction.length > MOST_DIGITS ? undefined : toMinor(whole || '0', fraction || '0', exponent);
  if (magnitude === undefined) return { kind: 'odd', text: trimmed };
  return { kind: 'balance', minor: sign === '-' ? -magnitude : magnitude };
}

/** Amounts have a largest value, balances have none, so the whole part is read apart where it can be. */
function toMinor(whole: string, fraction: string, exponent: string | undefined): bigint | undefined {
  const read = parseMinor(exponent === undefined ? `0.${fraction}` : `${whole}.${fraction}e${exponent}`);
  if ('problem' in read) return undefined;
  return exponent === undefined ? BigInt(whole) * UNIT + read.minor : read.minor;
}
