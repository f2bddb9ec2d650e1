import { test } from 'vitest';
import { drawCycles, playCycles } from './cycles.js';
import { judge, say } from './judged.js';
import { SEED, times } from './settings.js';

const CYCLES = times('CYCLES', 50, 20);
/** A cycle takes a second or two, and the judges take their time. */
const TIMEOUT_MS = 120_000 + CYCLES * 6_000;

test('branches that are killed and started again lose nothing that was acknowledged', { timeout: TIMEOUT_MS }, async () => {
  const plan = drawCycles(SEED, CYCLES);
  const killed = plan.cycles.reduce((sum, { killed, again }) => sum + killed.length * (again === undefined ? 1 : 2), 0);
  say(`kill -9, seed ${SEED}: ${CYCLES} cycles, ${killed} processes killed, ${plan.customers} customers`);
  judge(`killed-${CYCLES}-times`, SEED, await playCycles(plan));
});
