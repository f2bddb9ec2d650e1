import { describe, test } from 'vitest';
import { playAndJudge, ROUND_TIMEOUT_MS } from './judged.js';
import { Network } from './network.js';
import { drawCase, drawPlan, SHAPES } from './plan.js';
import { IS_SHORT, SEED, sayIfLeftOut, times } from './settings.js';

const ROUNDS = times('ROUNDS', 6, 2);

const whyNot = Network.whyNot();

describe.skipIf(whyNot !== undefined)('a bank on a network that breaks', () => {
  // A mixed round has everything in it; the cases by themselves only say better what is wrong.
  test.skipIf(IS_SHORT).for([...SHAPES, 'slow links'] as const)('stands this alone: %s', { timeout: ROUND_TIMEOUT_MS }, (what) =>
    playAndJudge(what, drawCase(what, SEED)),
  );

  test.for(Array.from({ length: ROUNDS }, (_, i) => SEED + i))(
    'stands all of it mixed: seed %i',
    { timeout: ROUND_TIMEOUT_MS },
    (seed) => playAndJudge('all mixed', drawPlan(seed, { briefly: IS_SHORT })),
  );
});

sayIfLeftOut('faults on a real network', whyNot);
