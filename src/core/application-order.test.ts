import { describe, expect, test } from 'vitest';
import { branchId, formatWriteId, type OriginId, originId, type WriteId } from '../domain/ids.js';
import { Rng } from '../std/rng.js';
import { ApplicationOrder } from './application-order.js';

const ORIGINS = [1, 2, 3].map((branch) => originId(branchId(branch), 7));

describe('the order of application', () => {
  test('counts the writes of all origins together, from 1', () => {
    const [one, two] = ORIGINS as [OriginId, OriginId];
    const order = new ApplicationOrder();
    order.applied(one, 1, 2);
    order.applied(two, 1, 3);
    order.applied(one, 3, 3);
    order.applied(one, 4, 3); // none
    order.applied(one, 4, 4);
    const places = [1, 2, 3, 4].map((sequence) => order.positionOf({ origin: one, sequence }));
    expect(places).toEqual([1, 2, 6, 7]);
    expect([1, 2, 3].map((sequence) => order.positionOf({ origin: two, sequence }))).toEqual([3, 4, 5]);
  });

  test('goes on after what a snapshot sums up, which has no position any more', () => {
    const origin = ORIGINS[0] as OriginId;
    const order = new ApplicationOrder();
    order.beginAfter(7);
    order.applied(origin, 4, 5);
    expect([3, 4, 5].map((sequence) => order.positionOf({ origin, sequence }))).toEqual([0, 8, 9]);
    expect(order.size).toBe(9);
  });

  test('is that of a plain list of all writes, whatever comes in which order', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const rng = new Rng(seed);
      const order = new ApplicationOrder();
      const twin: WriteId[] = [];
      const last = new Map<OriginId, number>();
      for (let step = 0; step < 50; step++) {
        const origin = rng.pick(ORIGINS);
        const first = (last.get(origin) ?? 0) + 1;
        const upTo = first + rng.integer(0, 3);
        order.applied(origin, first, upTo);
        last.set(origin, upTo);
        for (let sequence = first; sequence <= upTo; sequence++) twin.push({ origin, sequence });
      }
      for (const [index, id] of twin.entries())
        expect([formatWriteId(id), order.positionOf(id)]).toEqual([formatWriteId(id), index + 1]);
    }
  });
});
