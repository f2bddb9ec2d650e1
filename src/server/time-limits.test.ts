import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimeLimits } from './time-limits.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 5_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const limits = new TimeLimits(60_000);

test.each([
  ['as it asks', 7_000, 7_000],
  ['no longer than the branch allows', 3_600_000, 60_000],
  ['10 s if it does not say', 0, 10_000],
])('an operation of a stream may take %s', (_, timeoutMs, granted) => {
  expect(limits.ofStreamed(timeoutMs, 1_000)).toBe(1_000 + granted);
});

test.each([
  ['a little less than its deadline, so that it hears why', 5_000 + 2_000, 1_900],
  ['most of a very short one', 5_000 + 50, 45],
  ['no longer than the branch allows', new Date(5_000 + 3_600_000), 60_000],
  ['10 s without a deadline', Number.POSITIVE_INFINITY, 10_000],
])('a call may take %s', (_, deadline, granted) => {
  expect(limits.ofCall({ getDeadline: () => deadline })).toBe(performance.now() + granted);
});

test('what the branch allows also holds for those who set no deadline', () => {
  expect(new TimeLimits(500).ofStreamed(0, 0)).toBe(500);
});
