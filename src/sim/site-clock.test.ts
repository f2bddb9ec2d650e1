import { expect, test } from 'vitest';
import { Rng } from '../std/rng.js';
import { SiteClock } from './site-clock.js';
import { Timeline } from './timeline.js';

test('a timer is never early by its clock, and the clock never goes back, however it goes and jumps', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const rng = new Rng(seed);
    const timeline = new Timeline();
    const clock = new SiteClock(timeline, { originMs: rng.integer(0, 1e9), rate: rng.pick([0.5, 0.9, 0.999, 1, 1.1, 2]) });
    const fired: boolean[] = [];
    for (let i = 0; i < 20; i++) {
      const atMs = clock.nowMs() + rng.fraction() * 1000;
      clock.at(atMs, () => fired.push(clock.nowMs() >= atMs));
      timeline.at(rng.integer(0, 500), () => clock.jump(rng.integer(0, 100)));
    }
    let lastMs = clock.nowMs();
    while (timeline.nextMs() !== undefined) {
      timeline.step();
      expect(clock.nowMs()).toBeGreaterThanOrEqual(lastMs);
      lastMs = clock.nowMs();
    }
    expect(fired).toEqual(new Array(20).fill(true));
  }
});

test('a jump makes what is due meanwhile due at once, and a cancelled timer stays cancelled', () => {
  const timeline = new Timeline();
  const clock = new SiteClock(timeline);
  const fired: string[] = [];
  clock.at(100, () => fired.push(`first at ${timeline.nowMs}`));
  clock.at(200, () => fired.push(`second at ${timeline.nowMs}`));
  clock.at(100, () => fired.push('cancelled'))();
  timeline.at(10, () => clock.jump(150));
  while (timeline.nextMs() !== undefined) timeline.step();
  expect(fired).toEqual(['first at 10', 'second at 50']);
});
