import { describe, expect, test } from 'vitest';
import { Rng } from './rng.js';

describe('random numbers', () => {
  test('are the same for the same seed, on every machine and in every version', () => {
    const rng = new Rng(1);
    expect([rng.uint32(), rng.uint32(), rng.uint32()]).toEqual([1_950_625_580, 354_034_397, 661_219_729]);
  });

  test('are others for another seed, also for one that differs beyond 32 bits', () => {
    const firsts = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, 2 ** 52].map((seed) => new Rng(seed).uint32());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  test('fill every part of their range about equally', () => {
    const rng = new Rng(7);
    const hits = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const at = rng.integer(3, 12) - 3;
      hits[at] = (hits[at] as number) + 1;
    }
    for (const hit of hits) expect(Math.abs(hit - 1000)).toBeLessThan(150);
  });

  test('stay within their bounds up to the largest integer', () => {
    const rng = new Rng(3);
    for (let i = 0; i < 1000; i++) {
      const large = rng.integer(0, Number.MAX_SAFE_INTEGER);
      expect(Number.isSafeInteger(large) && large >= 0).toBe(true);
      const fraction = rng.fraction();
      expect(fraction >= 0 && fraction < 1).toBe(true);
    }
    expect(rng.integer(5, 5)).toBe(5);
  });

  test('of a fork do not depend on what the original draws later', () => {
    const [a, b] = [new Rng(9), new Rng(9)];
    const [forkOfA, forkOfB] = [a.fork(), b.fork()];
    a.uint32();
    expect(forkOfA.uint32()).toBe(forkOfB.uint32());
  });

  test('shuffle keeps every item', () => {
    expect(new Rng(1).shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
