import { expect, test } from 'vitest';
import { Effort } from './effort.js';
import { ExactSets } from './exact-sets.js';

const kinds = [10n, 20n].map((effectMinor) => ({ effectMinor, others: 1, own: 0 }));
/** To list the sets of two writes takes 12 steps, and to say what is open after a read again. */
const effortFor = (reads: number) => new Effort(12 * (1 + reads));

test('sets that are too many, or too much work, are not tried', () => {
  expect(ExactSets.of(kinds, new Effort(11))).toBeUndefined();
  const many = Array.from({ length: 17 }, (_, i) => ({ effectMinor: 2n ** BigInt(i), others: 1, own: 0 }));
  expect(ExactSets.of(many, new Effort(1e9))).toBeUndefined();
});

test('where the effort ends, reads are judged by themselves, and what fits is not sure to fit', () => {
  const sets = ExactSets.of(kinds, effortFor(1));
  expect([10n, 30n, 30n, 10n, 5n].map((rest) => sets?.follow(rest))).toEqual([
    'fits',
    'fits',
    'unknown',
    'unknown',
    'impossible',
  ]);
});

test('what was lost before the effort ended is lost', () => {
  const sets = ExactSets.of(kinds, effortFor(1));
  expect([10n, 20n, 10n].map((rest) => sets?.follow(rest))).toEqual(['fits', 'lost', 'unknown']);
});
