import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawPlan } from './draw-plan.js';
import { runJudged } from './judged-run.js';
import type { Plan, Step, StepOperation } from './plan.js';
import { formatPlan, readPlan } from './plan-json.js';

// Each is a plan that once showed something wrong, made as small as it could be:
// its note says what. `npx passbook simulate regressions/NAME.json --trace` shows it.
const FOLDER = new URL('../../regressions/', import.meta.url);
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];

test.each(FILES)('does not come back: %s', (name) => {
  const plan = readPlan(readFileSync(new URL(name, FOLDER), 'utf8'));
  expect(plan.note, 'a note says what was wrong').toBeTruthy();
  const { failure } = runJudged(plan);
  expect(failure && `${failure.anomaly}: ${failure.message}`).toBeUndefined();
});

test('what is written of a plan is what is read', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const plan = drawPlan(seed);
    expect(readPlan(formatPlan(plan))).toEqual(plan);
  }
});

const SMALL: Plan = {
  seed: 1,
  branches: 2,
  foundedMinor: [100],
  network: { delayMs: [1, 2], linkMs: [0, 0], unhurriedMs: [0, 0] },
  customerLine: { delayMs: [0, 0], loss: 0 },
  durableMs: [0, 0],
  patienceMs: 50,
  clocks: [],
  customers: [{ steps: [step({ kind: 'query', account: 1 })] }],
  faults: [{ kind: 'pause', branch: 2, atMs: 1, forMs: 2 }],
  faultsEndMs: 10,
};

function step(operation: StepOperation): Step {
  const plain = { branch: 1, guarantees: [], acks: 'local', timeoutMs: 100, thinkMs: 0 } as const;
  return { operation, ...plain, retries: 0, passbook: true, requestId: true };
}

test.each<[string, object, string]>([
  ['a bank without branches', { branches: 0 }, '"branches": expected a whole number from 1'],
  ['a range the wrong way round', { durableMs: [2, 1] }, '"durableMs": expected two times'],
  [
    'a step at no branch',
    { branches: 1, faults: [], customers: [{ steps: [{ ...step({ kind: 'query', account: 1 }), branch: 2 }] }] },
    'customers 1: steps 1: "branch": expected the number of a branch, from 1 to 1, found 2',
  ],
  [
    'a guarantee that nobody gives',
    { customers: [{ steps: [{ ...step({ kind: 'query', account: 1 }), guarantees: ['luck'] }] }] },
    'customers 1: steps 1: "guarantees": expected one of read-your-writes',
  ],
  ['a fault that does not exist', { faults: [{ kind: 'fire', atMs: 1, forMs: 1 }] }, 'faults 1: "kind": expected one of lossy'],
  [
    'a chance of more than everything',
    { customerLine: { delayMs: [0, 0], loss: 2 } },
    'customerLine: "loss": expected a number from 0 to 1',
  ],
])('says what is wrong with %s', (_, change, message) => {
  expect(() => readPlan(JSON.stringify({ ...SMALL, ...change }))).toThrow(message);
});
