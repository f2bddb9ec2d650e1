import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from './heap.js';

test('a heap gives out what a list sorted anew each time would', { timeout: 60_000 }, () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom('pop' as const, 'retain' as const)), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(steps, (inputs) => {
      const heap = new Heap<number>((a, b) => a < b);
      const twin: number[] = [];
      for (const input of inputs) {
        if (input === 'pop') {
          expect(heap.pop()).toBe(twin.sort((a, b) => a - b).shift());
        } else if (input === 'retain') {
          heap.retain((item) => item % 3 !== 0);
          twin.splice(0, twin.length, ...twin.filter((item) => item % 3 !== 0));
        } else {
          heap.push(input);
          twin.push(input);
        }
        expect(heap.size).toBe(twin.length);
        expect(heap.peek()).toBe(twin.length === 0 ? undefined : Math.min(...twin));
      }
    }),
    { seed: 1, numRuns: 500 },
  );
});
