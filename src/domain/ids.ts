/** Number of a branch, from 1. */
export type BranchId = number & { readonly __brand: 'BranchId' };

/**
 * One data directory of one branch, packed as branch · 2^32 + nonce, so that it
 * can key a map and be compared as a number. Numeric order is (branch, nonce).
 */
export type OriginId = number & { readonly __brand: 'OriginId' };

/** Whoever holds a passbook; any non-empty text. */
export type CustomerId = string & { readonly __brand: 'CustomerId' };

/**
 * An account as text: `7` for the seventh account the bank was founded with,
 * `3-1a2b3c4d-42` for the one opened by write 42 of that origin of branch 3.
 */
export type AccountId = string & { readonly __brand: 'AccountId' };

const NONCES = 2 ** 32;
/** Keeps branch · 2^32 + nonce below 2^53. */
export const MAX_BRANCH = 2 ** 20;

export function branchId(number: number): BranchId {
  return number as BranchId;
}

export function isBranchNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MAX_BRANCH;
}

export function originId(branch: BranchId, nonce: number): OriginId {
  return (branch * NONCES + nonce) as OriginId;
}

export function branchOf(origin: OriginId): BranchId {
  return Math.floor(origin / NONCES) as BranchId;
}

export function nonceOf(origin: OriginId): number {
  return origin % NONCES;
}

/** As people read it: `branch 3 (1a2b3c4d)` would be long, so `3-1a2b3c4d`. */
export function formatOrigin(origin: OriginId): string {
  return `${branchOf(origin)}-${nonceOf(origin).toString(16).padStart(8, '0')}`;
}

export function parseOrigin(text: string): OriginId | undefined {
  const match = /^([1-9]\d{0,6})-([0-9a-f]{8})$/.exec(text);
  if (!match) return undefined;
  const branch = Number(match[1]);
  if (!isBranchNumber(branch)) return undefined;
  return originId(branchId(branch), Number.parseInt(match[2] as string, 16));
}

/** Names one write for ever. `sequence` counts from 1 without gaps. */
export interface WriteId {
  readonly origin: OriginId;
  readonly sequence: number;
}

export function formatWriteId(id: WriteId): string {
  return `${formatOrigin(id.origin)}-${id.sequence}`;
}

/** The account that was founded as number `n`, from 1. */
export function foundedAccount(n: number): AccountId {
  return String(n) as AccountId;
}

/** The account opened by this write. */
export function openedAccount(id: WriteId): AccountId {
  return formatWriteId(id) as AccountId;
}

/** The write that opened the account; founded accounts have a number instead. */
export function parseAccount(text: string): { founded: number } | { opened: WriteId } | undefined {
  if (/^[1-9]\d{0,14}$/.test(text)) return { founded: Number(text) };
  const match = /^(\d+-[0-9a-f]{8})-([1-9]\d{0,15})$/.exec(text);
  const origin = match && parseOrigin(match[1] as string);
  if (!match || !origin || !Number.isSafeInteger(Number(match[2]))) return undefined;
  return { opened: { origin, sequence: Number(match[2]) } };
}
