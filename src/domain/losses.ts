import { formatOrigin, parseOrigin } from './ids.js';
import type { MutableVector, VersionVector } from './vector.js';

/** What the bank has lost of what a passbook names, as the values of a refusal: of each data directory, the last write that stands. */
export function formatLosses(lost: VersionVector): Record<string, string> {
  return Object.fromEntries([...lost].map(([origin, last]) => [formatOrigin(origin), `${last}`]));
}

export function parseLosses(details: Readonly<Record<string, string>>): VersionVector {
  const lost: MutableVector = new Map();
  for (const [name, last] of Object.entries(details)) {
    const origin = parseOrigin(name);
    if (origin !== undefined && /^\d{1,16}$/.test(last)) lost.set(origin, Number(last));
  }
  return lost;
}
