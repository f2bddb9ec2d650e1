import { expect, test } from 'vitest';
import { branchId, foundedAccount, type OriginId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import { joinInto, type MutableVector } from '../domain/vector.js';
import { type WriteBatch, writesOf } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import { World } from './world.js';

/** What the log of one origin tells of each of its writes, from the first on: its rank, and what that has to be. */
function ranks(batches: readonly WriteBatch[]): { told: number[]; right: number[] } {
  const others: MutableVector = new Map();
  const [told, right]: number[][] = [[], []];
  for (const batch of batches) {
    for (const { id, rank, follows } of writesOf(batch)) {
      joinInto(others, follows);
      told?.push(rank);
      right?.push([...others.values()].reduce((sum, sequence) => sum + sequence, id.sequence));
    }
  }
  return { told: told as number[], right: right as number[] };
}

test('a batch tells how much its writes follow, also of a branch that has restarted, with a snapshot or without', () => {
  let dependent = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const rng = new Rng(seed);
    const world = new World({ seed, branches: 3, foundedMinor: [100n], patienceMs: 50 });
    const branches = [1, 2, 3].map(branchId);
    for (let i = 0; i < 80; i++) {
      const at = rng.pick(branches);
      if (rng.chance(0.1)) {
        world.crash(at);
        world.restart(at);
      }
      const operation = { kind: 'deposit', account: foundedAccount(1), amount: 1 as AmountMinor } as const;
      world.operate(at, { operation, customer: 'ann' });
      world.run(world.timeline.nowMs + rng.integer(0, 30));
    }
    world.run();
    const logs = new Map<OriginId, WriteBatch[]>();
    for (const batch of world.disk(rng.pick(branches)).batches())
      logs.set(batch.origin, [...(logs.get(batch.origin) ?? []), batch]);
    for (const batches of logs.values()) {
      const { told, right } = ranks(batches);
      expect(told, `seed ${seed}`).toEqual(right);
      dependent += batches.filter(({ followed }) => followed > 0).length;
    }
  }
  expect(dependent).toBeGreaterThan(1000);
});
