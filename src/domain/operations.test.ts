import { expect, test } from 'vitest';
import { branchesNeeded } from './operations.js';

test.each([
  [1, 1, 1],
  [2, 2, 2],
  [3, 2, 3],
  [4, 3, 4],
  [5, 3, 5],
  [10, 6, 10],
])('of %i branches, %i are the majority', (members, majority, all) => {
  expect(branchesNeeded('local', members)).toBe(1);
  expect(branchesNeeded('majority', members)).toBe(majority);
  expect(branchesNeeded('all', members)).toBe(all);
});
