import { expect, test } from 'vitest';
import { drawPlan } from './draw-plan.js';
import type { Plan } from './plan.js';
import { type Failure, runPlan } from './run-plan.js';
import { shrink, sizeOf } from './shrink.js';

const PLANTED: Failure = { anomaly: 'Planted', message: 'a transfer succeeds in a bank in which a branch has crashed', atMs: 0 };

/** As if that must not happen. */
function fails(plan: Plan): Failure | undefined {
  const { counts, pairs } = runPlan(plan);
  const both = counts.has('transfer: written') && pairs.has('crash × restored');
  return both ? PLANTED : undefined;
}

test('a plan that fails becomes as small as it can be and fails in the same way', () => {
  let shrunk = 0;
  for (let seed = 1; shrunk < 2; seed++) {
    const plan = drawPlan(seed);
    if (sizeOf(plan) < 60 || !fails(plan)) continue;
    shrunk += 1;
    const small = shrink(plan, PLANTED, { run: fails, isOver: () => false });
    expect(fails(small)).toBe(PLANTED);
    // The crash, the transfer and the deposits without which there is no money for it.
    expect(sizeOf(small)).toBeLessThanOrEqual(6);
    expect(small.clocks).toEqual([]);
  }
});

test('another anomaly is not the same failure', () => {
  const plan = drawPlan(3);
  let runs = 0;
  const run = (): Failure => ({ ...PLANTED, anomaly: runs++ % 2 === 0 ? 'Other' : 'Third' });
  expect(shrink(plan, PLANTED, { run, isOver: () => runs > 500 })).toBe(plan);
});
