/**
 * The four session guarantees of Terry et al., "Session Guarantees for Weakly
 * Consistent Replicated Data" (1994). One table: the command line, the reports
 * and the documentation print from it.
 */
export const GUARANTEES = [
  {
    name: 'read-your-writes',
    title: 'read your writes',
    bit: 1,
    promise: 'a read shows every earlier write of its session',
  },
  {
    name: 'monotonic-reads',
    title: 'monotonic reads',
    bit: 2,
    promise: 'a read shows everything that an earlier read of its session showed',
  },
  {
    name: 'monotonic-writes',
    title: 'monotonic writes',
    bit: 4,
    promise: 'a write is applied, everywhere, after every earlier write of its session',
  },
  {
    name: 'writes-follow-reads',
    title: 'writes follow reads',
    bit: 8,
    promise: 'a write is applied, everywhere, after everything that an earlier read of its session showed',
  },
] as const;

export type GuaranteeName = (typeof GUARANTEES)[number]['name'];

/** A set of guarantees, as the sum of their bits. */
export type GuaranteeSet = number & { readonly __brand: 'GuaranteeSet' };

export const ALL_GUARANTEES = 15 as GuaranteeSet;
export const NO_GUARANTEES = 0 as GuaranteeSet;

const BITS = Object.fromEntries(GUARANTEES.map((g) => [g.name, g.bit])) as Record<GuaranteeName, number>;

export function has(set: GuaranteeSet, name: GuaranteeName): boolean {
  return (set & BITS[name]) !== 0;
}

export function guaranteeSet(names: Iterable<GuaranteeName>): GuaranteeSet {
  let set = 0;
  for (const name of names) set |= BITS[name];
  return set as GuaranteeSet;
}

export function guaranteeNames(set: GuaranteeSet): GuaranteeName[] {
  return GUARANTEES.filter((g) => (set & g.bit) !== 0).map((g) => g.name);
}

/**
 * Reads `all`, `none` or names joined by commas; the unknown word, if any, is
 * returned for the message.
 */
export function parseGuarantees(text: string): GuaranteeSet | { unknown: string } {
  if (text === 'all') return ALL_GUARANTEES;
  if (text === 'none') return NO_GUARANTEES;
  const names = text.split(',').map((word) => word.trim());
  const unknown = names.find((name) => !Object.hasOwn(BITS, name));
  if (unknown !== undefined) return { unknown };
  return guaranteeSet(names as GuaranteeName[]);
}
