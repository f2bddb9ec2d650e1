import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { branchTimeoutMs } from './branch-stream.js';
import { type Expiring, Expiry } from './expiry.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class Item implements Expiring {
  isDone = false;
  constructor(
    readonly deadlineMs: number,
    private readonly expired: number[],
  ) {}
  expire(): void {
    this.isDone = true;
    this.expired.push(this.deadlineMs);
  }
}

test('what is pending expires in order of its deadlines, or when there is no later; what is done does not', () => {
  const expired: number[] = [];
  const expiry = new Expiry(() => performance.now());
  const startMs = performance.now();
  const items = [30, 10, 20.5, 40].map((ms) => new Item(startMs + ms, expired));
  for (const item of items) expiry.add(item);
  (items[0] as Item).isDone = true;
  vi.advanceTimersByTime(25);
  expect(expired).toEqual([startMs + 10, startMs + 20.5]);
  expiry.close();
  expect(expired.at(-1)).toBe(startMs + 40);
  expiry.add(new Item(startMs + 50, expired));
  expect(expired.at(-1)).toBe(startMs + 50);
  vi.advanceTimersByTime(1000);
  expect(expired).toHaveLength(4);
  expect(vi.getTimerCount()).toBe(0);
});

test('one that waits for long does not keep those that ended behind it', () => {
  const expired: number[] = [];
  const expiry = new Expiry(() => performance.now());
  const startMs = performance.now();
  expiry.add(new Item(startMs + 1, expired));
  for (let i = 0; i < 100_000; i++) {
    const item = new Item(startMs + 10_000, expired);
    expiry.add(item);
    item.isDone = true;
  }
  expect(expiry.size).toBeLessThan(10_000);
  vi.advanceTimersByTime(20_000);
  expect(expired).toEqual([startMs + 1]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['a branch answers a twentieth before the deadline', 10_000, 10_000, 9_500],
  ['a short wait in the queue changes nothing', 10_000, 9_800, 9_500],
  ['a long one counts', 10_000, 4_000, 3_750],
  ['short deadlines keep 20 ms', 80, 80, 60],
  ['there is always something left', 10, 10, 1],
  ['a column holds whole milliseconds', 1000.5, 1000.5, 950],
  ['and no more than 32 bits', 1e12, 1e12, 2 ** 31 - 1],
])('%s', (_rule, timeoutMs, remainingMs, expected) => {
  expect(branchTimeoutMs(timeoutMs, remainingMs)).toBe(expected);
});
