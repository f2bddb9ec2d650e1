import { expect, test } from 'vitest';
import { drawPlan } from './draw-plan.js';
import { runJudged } from './judged-run.js';
import { PAIR_NAMES } from './recoveries/pairs.js';

/** SEED=n runs one seed, SEEDS=n that many from 1. */
const FIRST = Number(process.env.SEED ?? 1);
const LAST = process.env.SEED ? FIRST : Number(process.env.SEEDS ?? 300);
/** COUNTS=1 prints how often each kind of answer and message was met, and each fault with each recovery. */
const COUNTS = process.env.COUNTS !== undefined;

const MUST_HAPPEN = [
  ...['query: balance', 'deposit: written', 'withdraw: written', 'transfer: written', 'open: written'],
  ...['withdraw', 'transfer'].flatMap((kind) => [`${kind}: INSUFFICIENT_FUNDS`, `${kind}: ALLOWANCE_UNREACHABLE`]),
  ...['query', 'deposit', 'withdraw', 'transfer'].map((kind) => `${kind}: SESSION_NOT_SATISFIED`),
  ...['deposit', 'withdraw', 'transfer'].map((kind) => `${kind}: ACK_LEVEL_NOT_REACHED`),
  ...['written', 'REQUEST_ID_REUSED', 'REQUEST_SETTLED'].map((answer) => `retry: ${answer}`),
  ...['hello', 'writes', 'progress', 'fetch', 'allowance-request', 'allowance-reply'].map((message) => `sent: ${message}`),
];

test(`every invariant holds for seeds ${FIRST} to ${LAST}`, { timeout: 600_000 }, () => {
  const happened = new Map<string, number>();
  for (let seed = FIRST; seed <= LAST; seed++) {
    const { failure, counts, pairs } = runJudged(drawPlan(seed));
    const again = `npx passbook simulate --seed ${seed} --trace`;
    if (failure) expect.fail(`${failure.anomaly}: ${failure.stack ?? failure.message}\nagain, with all that happened: ${again}`);
    for (const [what, count] of [...counts, ...pairs]) happened.set(what, (happened.get(what) ?? 0) + count);
  }
  const lines = [...happened].sort().map(([what, count]) => `${count} ${what}\n`);
  if (COUNTS) process.stderr.write(lines.join(''));
  // What never happens is not tested. (The command asks for more, of more seeds.)
  if (LAST - FIRST < 299) return;
  for (const what of MUST_HAPPEN) expect(happened.get(what) ?? 0, what).toBeGreaterThan(10);
  for (const pair of PAIR_NAMES) expect(happened.get(pair) ?? 0, pair).toBeGreaterThan(0);
});
