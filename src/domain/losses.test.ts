import { expect, test } from 'vitest';
import { branchId, type OriginId, originId } from './ids.js';
import { formatLosses, parseLosses } from './losses.js';
import { SessionMemory } from './session.js';

const [ONE, TWO, THREE] = [1, 2, 3].map((branch) => originId(branchId(branch), 7)) as [OriginId, OriginId, OriginId];
const vector = (...entries: [OriginId, number][]) => new Map(entries);

test('losses travel as the values of a refusal', () => {
  const lost = vector([ONE, 0], [TWO, 17]);
  expect(formatLosses(lost)).toEqual({ '1-00000007': '0', '2-00000007': '17' });
  expect(parseLosses(formatLosses(lost))).toEqual(lost);
  expect(parseLosses({ applied: 'no', '3-7': '1', '3-00000007': 'x' })).toEqual(new Map());
});

test('a session goes on without what is lost, and with all else', () => {
  const memory = new SessionMemory({
    written: vector([ONE, 5], [TWO, 3]),
    read: vector([ONE, 9], [THREE, 4]),
  });
  memory.lost(vector([ONE, 6], [TWO, 0]));
  expect(memory.written).toEqual(vector([ONE, 5]));
  expect(memory.read).toEqual(vector([ONE, 6], [THREE, 4]));
});
