import { type AmountMinor, DECIMALS, formatMinor, isAmount, type MoneyProblem, parseMinor } from '../domain/money.js';
import type { Refusal } from '../domain/outcomes.js';
import { REFUSALS } from '../domain/refusals.js';

/**
 * How much, in one of two exact ways: as decimal text, `amount: '12.50'`, or as an
 * integer of minor units (cents), `amountMinor: 1250`. From 0.01 to 2^53-1 minor units.
 */
export type Amount =
  | { readonly amount: string; readonly amountMinor?: never }
  | { readonly amount?: never; readonly amountMinor: number | bigint };

const PROBLEMS: Record<MoneyProblem, string> = {
  'not-a-number': 'is not a decimal number such as 12.50',
  negative: 'is negative',
  'too-precise': `has more than ${DECIMALS} decimals`,
  'too-large': 'is too large',
};

/** The amount in minor units, not yet known to be one that can be moved; a refusal if it is no number at all. */
export function minorOf({ amount, amountMinor }: { amount?: unknown; amountMinor?: unknown }): number | Refusal {
  if ((amount === undefined) === (amountMinor === undefined))
    return invalidAmount('say how much: either as amount, such as "12.50", or as amountMinor, such as 1250');
  if (typeof amountMinor === 'number' || typeof amountMinor === 'bigint') return Number(amountMinor);
  if (amountMinor !== undefined) return invalidAmount(`amountMinor is a number or a bigint, not ${JSON.stringify(amountMinor)}`);
  if (typeof amount !== 'string')
    return invalidAmount(`amount is text, such as "12.50", and not the ${typeof amount} ${amount}: those are not exact`);
  const parsed = parseMinor(amount);
  return 'problem' in parsed
    ? invalidAmount(`${JSON.stringify(amount)} ${PROBLEMS[parsed.problem]}`, 'amount')
    : Number(parsed.minor);
}

/** The same of what a query wants to be at hand, if it wants anything. */
export function wantedOf(given: { wantAvailable?: unknown; wantAvailableMinor?: unknown }): AmountMinor | undefined | Refusal {
  const [amount, amountMinor] = [given.wantAvailable, given.wantAvailableMinor];
  if (amount === undefined && amountMinor === undefined) return undefined;
  const minor = minorOf({ amount, amountMinor });
  if (typeof minor !== 'number') return invalidAmount(`wantAvailable: ${minor.message}`, 'want_available_minor');
  if (minor === 0) return undefined;
  return isAmount(minor) ? minor : invalidAmount(`wantAvailable: ${minor} is not an amount`, 'want_available_minor');
}

export function invalidAmount(message: string, field = 'amount_minor'): Refusal {
  const { applied } = REFUSALS.INVALID_AMOUNT;
  return { kind: 'refused', reason: 'INVALID_AMOUNT', applied, message, details: { field } };
}

/** An amount or balance in minor units as people write it: `1250n` is `"12.50"`. */
export function formatAmount(minor: bigint | number): string {
  const [whole, fraction = ''] = formatMinor(BigInt(minor)).split('.');
  return `${whole}.${fraction.padEnd(DECIMALS, '0')}`;
}
