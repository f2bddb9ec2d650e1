import { describe, test } from 'vitest';
import { playAndJudge, ROUND_TIMEOUT_MS, say } from './judged.js';
import { Network } from './network.js';
import { drawCase, drawPlan, SHAPES } from './plan.js';

/** `SEED=7` plays the round of seed 7 again, as far as real processes repeat themselves. */
const SEED = Number(process.env.SEED ?? 1);
/** A mixed round has everything in it; the cases by themselves only say better what is wrong. */
const IS_SHORT = process.env.SHORT !== undefined;
const ROUNDS = Number(process.env.ROUNDS ?? (IS_SHORT ? 2 : 6));

const whyNot = Network.whyNot();

describe.skipIf(whyNot !== undefined)('a bank on a network that breaks', () => {
  test.skipIf(IS_SHORT).for([...SHAPES, 'slow links'] as const)('stands this alone: %s', { timeout: ROUND_TIMEOUT_MS }, (what) =>
    playAndJudge(what, drawCase(what, SEED)),
  );

  test.for(Array.from({ length: ROUNDS }, (_, i) => SEED + i))(
    'stands all of it mixed: seed %i',
    { timeout: ROUND_TIMEOUT_MS },
    (seed) => playAndJudge('all mixed', drawPlan(seed, { briefly: IS_SHORT })),
  );
});

/** The reason has to be seen: what was left out proves nothing. */
test.runIf(whyNot !== undefined)('faults on a real network are left out on this machine', ({ skip }) => {
  say(`faults on a real network are left out: ${whyNot}`);
  skip(whyNot);
});
