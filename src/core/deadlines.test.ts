import { expect, test } from 'vitest';
import { Rng } from '../std/rng.js';
import { type Deadline, Deadlines } from './deadlines.js';

interface Twin {
  readonly atMs: number;
  readonly deadline: Deadline;
  state: 'waiting' | 'cancelled' | 'happened';
}

test('everything happens once, when it is due, unless it was cancelled before', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 10; seed++) {
    const rng = new Rng(seed);
    const deadlines = new Deadlines();
    const twins: Twin[] = [];
    const waiting = () => twins.filter((twin) => twin.state === 'waiting');
    let now = 0;
    // Enough of them, and enough cancelled, that the dead ones are cleared away.
    for (let step = 0; step < 400; step++) {
      for (let i = rng.integer(0, 20); i > 0; i--) {
        const atMs = now + rng.integer(-5, 500);
        const twin: Twin = { atMs, state: 'waiting', deadline: deadlines.add(atMs, () => happen(twin)) };
        const happen = (due: Twin) => {
          expect([due.state, due.atMs <= now]).toEqual(['waiting', true]);
          due.state = 'happened';
        };
        twins.push(twin);
      }
      const alive = waiting();
      for (let i = rng.integer(0, alive.length === 0 ? 0 : 18); i > 0; i--) {
        const twin = rng.pick(alive);
        if (twin.state === 'waiting') twin.state = 'cancelled';
        twin.deadline.cancel();
      }
      const left = waiting().map((twin) => twin.atMs);
      expect(deadlines.next()).toBe(left.length === 0 ? undefined : Math.min(...left));
      now += rng.integer(0, 10);
      deadlines.run(now);
      expect(waiting().filter((twin) => twin.atMs <= now)).toEqual([]);
    }
  }
});

test('what a deadline adds that is due already happens in the same run', () => {
  const deadlines = new Deadlines();
  const happened: string[] = [];
  deadlines.add(1, () => {
    happened.push('first');
    deadlines.add(1, () => happened.push('second'));
    deadlines.add(2, () => happened.push('later'));
  });
  deadlines.run(1);
  expect(happened).toEqual(['first', 'second']);
  expect(deadlines.next()).toBe(2);
});

test('one that has happened can be cancelled without harm', () => {
  const deadlines = new Deadlines();
  const past = deadlines.add(1, () => undefined);
  deadlines.add(5, () => undefined);
  deadlines.run(1);
  past.cancel();
  past.cancel();
  expect(deadlines.next()).toBe(5);
});
