/**
 * Money is an integer of minor units. An amount, what one operation moves, is a
 * number from 1 to 2^53-1. A balance is a bigint: it is a sum of amounts and has
 * no largest value. Decimal text exists only at the edges.
 */
export type AmountMinor = number & { readonly __brand: 'AmountMinor' };

export const MAX_AMOUNT_MINOR = Number.MAX_SAFE_INTEGER;
/** Decimals of the currency: amounts in files are units with up to two decimals. */
export const DECIMALS = 2;

const SCALE = 10n ** BigInt(DECIMALS);

export function isAmount(value: number): value is AmountMinor {
  return Number.isSafeInteger(value) && value > 0;
}

export type MoneyProblem = 'not-a-number' | 'negative' | 'too-precise' | 'too-large';

/**
 * Reads a JSON number's source text as minor units, exactly: `12`, `12.3`,
 * `1.2e3`. Never through floating point, so 9007199254740993 is not rounded.
 */
export function parseMinor(text: string): { minor: bigint } | { problem: MoneyProblem } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (!match) return { problem: 'not-a-number' };
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const zero = /^0+$/.test(digits);
  if (sign === '-' && !zero) return { problem: 'negative' };
  if (zero) return { minor: 0n };
  // The value is digits · 10^shift minor units.
  const shift = Number(exponentText) - fraction.length + DECIMALS;
  if (digits.length + shift > 18) return { problem: 'too-large' };
  if (shift >= 0) return { minor: BigInt(digits) * 10n ** BigInt(shift) };
  const cut = digits.length + Math.max(shift, -digits.length);
  if (/[1-9]/.test(digits.slice(cut))) return { problem: 'too-precise' };
  return { minor: BigInt(digits.slice(0, cut) || '0') };
}

/** The shortest exact JSON number: `400`, `12.5`, `-0.05`. */
export function formatMinor(minor: bigint): string {
  const sign = minor < 0n ? '-' : '';
  const absolute = minor < 0n ? -minor : minor;
  const fraction = (absolute % SCALE).toString().padStart(DECIMALS, '0').replace(/0+$/, '');
  return `${sign}${absolute / SCALE}${fraction ? `.${fraction}` : ''}`;
}
