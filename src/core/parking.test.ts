import { expect, test } from 'vitest';
import { branchId, type OriginId, originId } from '../domain/ids.js';
import { includes, type MutableVector, missing, type VersionVector } from '../domain/vector.js';
import { Rng } from '../std/rng.js';
import { Deadlines } from './deadlines.js';
import { Parking } from './parking.js';
import type { Request } from './request.js';

const ORIGINS = [1, 2, 3, 4].map((branch) => originId(branchId(branch), branch));

function anyVector(rng: Rng): VersionVector {
  return new Map(ORIGINS.filter(() => rng.chance(0.5)).map((origin) => [origin, rng.integer(1, 8)]));
}

interface Waiting {
  readonly request: Request;
  readonly demands: readonly VersionVector[];
  readonly deadlineMs: number;
}

test('a request is let go as soon as nothing of what it needs lacks, or at its deadline', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 300; seed++) {
    const rng = new Rng(seed);
    const applied: MutableVector = new Map();
    const deadlines = new Deadlines();
    const parking = new Parking(applied, deadlines);
    let waiting: Waiting[] = [];
    const lacksAnything = ({ demands }: Waiting) => demands.some((demand) => !includes(applied, demand));
    let now = 0;
    for (; now < 40; now++) {
      const request = { deadlineMs: now + rng.integer(1, 30) } as Request;
      const twin: Waiting = {
        request,
        deadlineMs: request.deadlineMs,
        demands: Array.from({ length: rng.integer(1, 2) }, () => anyVector(rng)),
      };
      const parked = parking.park(request, twin.demands, (lacking) => {
        // It is told exactly what lacks.
        const expected: MutableVector = new Map();
        for (const demand of twin.demands) {
          for (const [origin, sequence] of missing(applied, demand))
            expected.set(origin, Math.max(sequence, expected.get(origin) ?? 0));
        }
        expect(lacking).toEqual(expected);
        expect(twin.deadlineMs).toBeLessThanOrEqual(now);
        waiting = waiting.filter((other) => other !== twin);
      });
      expect(parked).toBe(lacksAnything(twin));
      if (parked) waiting.push(twin);

      const advanced = ORIGINS.filter(() => rng.chance(0.3));
      for (const origin of advanced) applied.set(origin, (applied.get(origin) ?? 0) + 1);
      const released = new Set(parking.release(advanced as OriginId[]));
      expect(released).toEqual(new Set(waiting.filter((other) => !lacksAnything(other)).map((other) => other.request)));
      waiting = waiting.filter(lacksAnything);
      deadlines.run(now);
      expect(parking.size).toBe(waiting.length);
    }
    const left = waiting.map((other) => other.request);
    expect(new Set(parking.take(() => true))).toEqual(new Set(left));
    expect([parking.size, deadlines.next(), parking.wanted().size]).toEqual([0, undefined, 0]);
  }
});
