import { expect, test } from 'vitest';
import { narrate } from './narrative.js';

const line = (event: string) => JSON.stringify({ time: 1500, branch: 1, event, peer: 2 });

test('that branches lose each other is told, but not of all that are ending', () => {
  expect(narrate(line('unlinked'), 1000)).toBe('   0.500s  branch 1    has lost its link with branch 2');
  expect(narrate(line('unlinked'), 1000, true)).toBeUndefined();
  expect(narrate(line('linked'), 1000, true)).toContain('is linked with branch 2');
});
