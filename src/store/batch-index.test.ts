import { expect, test } from 'vitest';
import { BatchIndex } from './batch-index.js';
import { OTHER, OWN } from './fixtures.js';

test('a segment is forgotten, and not what was logged again behind it, however much that is', () => {
  const index = new BatchIndex();
  // More than a call may have arguments.
  const batches = 200_000;
  const add = (segment: number, first: number) =>
    index.add(segment, { origin: OTHER, first, last: first, at: first * 64, length: 60 });
  for (let first = 1; first <= batches; first++) add(1, first);
  for (let first = 2; first < batches; first++) add(2, first);
  index.add(1, { origin: OWN, first: 1, last: 4, at: 32, length: 60 });
  index.drop(1);
  expect(index.find(OTHER, 1, batches)).toHaveLength(batches - 2);
  expect(index.find(OTHER, 1, 2)).toEqual([{ segment: 2, at: 128, length: 60 }]);
  expect(index.firstOf(OTHER)).toBe(2);
  expect(index.firstOf(OWN)).toBeUndefined();
  expect(index.coveredFrom(OTHER, 1)).toBe(batches - 1);
});
