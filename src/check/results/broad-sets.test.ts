import { expect, test } from 'vitest';
import { BroadSets } from './broad-sets.js';
import { Effort } from './effort.js';

const deposits = [10n, 20n, 40n].map((effectMinor) => ({ effectMinor, others: 1, own: 0 }));

test('without effort, what only adds can still not fall', () => {
  const sets = new BroadSets(deposits, new Effort(0));
  expect(sets.follow(70n)).toBe('unknown');
  expect(sets.follow(0n)).toBe('lost');
  // The account has begun anew: all three may be seen again.
  expect(sets.follow(70n)).toBe('unknown');
  expect(sets.follow(71n)).toBe('impossible');
});

test('without effort, no more can rise than all that adds, nor fall than all that takes away', () => {
  const kinds = [...deposits, { effectMinor: -70n, others: 1, own: 0 }];
  const follow = (...rests: bigint[]) => {
    const sets = new BroadSets(kinds, new Effort(0));
    return rests.map((rest) => sets.follow(rest));
  };
  expect(follow(70n, 0n, 1n)).toEqual(['unknown', 'unknown', 'lost']);
  expect(follow(-69n, -68n, -69n)).toEqual(['unknown', 'unknown', 'unknown']);
  expect(follow(-69n, -68n, -70n)).toEqual(['unknown', 'unknown', 'lost']);
});

test('a chain of one or two writes a read is found with next to no effort', () => {
  const sets = new BroadSets(deposits, new Effort(2));
  expect([10n, 10n, 70n].map((rest) => sets.follow(rest))).toEqual(['fits', 'fits', 'fits']);
});

test('after a read that was lost, a chain is found again', () => {
  const sets = new BroadSets(deposits, new Effort(10_000));
  expect([40n, 10n, 30n, 70n, 30n].map((rest) => sets.follow(rest))).toEqual(['fits', 'lost', 'fits', 'fits', 'lost']);
});

test('own writes of unknown outcome are seen only once they were attempted', () => {
  const sets = new BroadSets([{ effectMinor: 5n, others: 0, own: 1 }], new Effort(1000));
  expect(sets.follow(5n)).toBe('impossible');
  sets.offer(5n);
  expect(sets.follow(5n)).toBe('fits');
});
