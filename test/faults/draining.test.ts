import { expect, test } from 'vitest';
import { checkHistory } from '../../src/check/checker/checker.js';
import { readHistory } from '../../src/check/history/reader.js';
import { playDraining } from './draining.js';
import { judge, say } from './judged.js';
import { SEED, times } from './settings.js';

const ROUNDS = times('ROUNDS', 6, 2);
const TIMEOUT_MS = 60_000 + ROUNDS * 20_000;

test('an account that everybody empties is never below zero, and nobody is refused what is there', {
  timeout: TIMEOUT_MS,
}, async () => {
  say(`emptied ${ROUNDS} times, seed ${SEED}: 8 customers at 3 branches that are killed and stand still`);
  const record = await playDraining(SEED, ROUNDS);
  judge('emptied', SEED, record);
  const { header, entries, operations } = readHistory(record.lines);
  const refused = operations.filter(({ reason }) => reason === 'INSUFFICIENT_FUNDS');
  const { families } = checkHistory(header, entries, { durable: true });
  const justified = families.flatMap(({ anomalies }) => anomalies).find(({ name }) => name === 'UnjustifiedRefusal');
  say(`  ${refused.length} refused for want of money, and at the state that each was shown it was not there`);
  // Every one was looked at, and none left undecided.
  expect(justified).toMatchObject({ checks: refused.length, unknowns: 0 });
  expect(refused.length).toBeGreaterThan(0);
});
