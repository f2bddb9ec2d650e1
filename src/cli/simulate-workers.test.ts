import { expect, test } from 'vitest';
import { runSeeds } from './simulate-workers.js';

test('a process that runs seeds alone hears of a signal between two of them', async () => {
  const ending = new AbortController();
  setImmediate(() => ending.abort());
  const common = { from: 1, seeds: 15, untilMs: Number.POSITIVE_INFINITY, faults: [], workers: 1, onProgress: () => {} };
  const { totals, failed } = await runSeeds({ ...common, signal: ending.signal });
  expect({ seeds: totals.seeds, failed }).toEqual({ seeds: 1, failed: undefined });
});
