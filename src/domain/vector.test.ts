import fc from 'fast-check';
import { expect, test } from 'vitest';
import { branchId, type OriginId, originId } from './ids.js';
import { equalVectors, includes, includesWrite, join, missing, raise, type VersionVector } from './vector.js';

const ORIGINS = [1, 2, 3, 4].map((branch) => originId(branchId(branch), branch));

/** Small, so that vectors often agree in a part. */
const anyVector = fc
  .dictionary(fc.constantFrom('0', '1', '2', '3'), fc.integer({ min: 1, max: 4 }))
  .map((entries) => new Map(Object.entries(entries).map(([i, sequence]) => [ORIGINS[Number(i)] as OriginId, sequence])));

/** The dumb twin: a vector as the set of the writes it stands for. */
function setOf(vector: VersionVector): Set<string> {
  const set = new Set<string>();
  for (const [origin, last] of vector) for (let sequence = 1; sequence <= last; sequence++) set.add(`${origin}/${sequence}`);
  return set;
}

function isSubset(a: Set<string>, b: Set<string>): boolean {
  return [...a].every((item) => b.has(item));
}

test('vectors do what sets of writes do', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyVector, anyVector, (a, b) => {
      const [inA, inB] = [setOf(a), setOf(b)];
      expect(includes(a, b)).toBe(isSubset(inB, inA));
      expect(equalVectors(a, b)).toBe(isSubset(inA, inB) && isSubset(inB, inA));
      expect(setOf(join(a, b))).toEqual(new Set([...inA, ...inB]));
      // What lacks is named by its last write, so it stands for no less than the difference.
      const lacking = missing(a, b);
      expect(isSubset(new Set([...inB].filter((write) => !inA.has(write))), setOf(lacking))).toBe(true);
      expect(setOf(join(a, lacking))).toEqual(new Set([...inA, ...inB]));
      expect(lacking.size === 0).toBe(includes(a, b));
      for (const origin of ORIGINS) {
        for (let sequence = 1; sequence <= 5; sequence++) {
          expect(includesWrite(a, { origin, sequence })).toBe(inA.has(`${origin}/${sequence}`));
        }
      }
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('raising an entry never lowers it, and never makes one of 0', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyVector, fc.constantFrom(...ORIGINS), fc.integer({ min: 0, max: 6 }), (vector, origin, sequence) => {
      const raised = new Map(vector);
      const changed = raise(raised, origin, sequence);
      expect(raised.get(origin) ?? 0).toBe(Math.max(vector.get(origin) ?? 0, sequence));
      expect(changed).toBe(!equalVectors(raised, vector));
      expect([...raised.values()]).not.toContain(0);
    }),
    { seed: 1, numRuns: 500 },
  );
});
