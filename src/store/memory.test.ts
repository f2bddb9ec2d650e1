import { describe, expect, test } from 'vitest';
import { branchId, originId } from '../domain/ids.js';
import { emptyBatch, type WriteBatch, WriteKind } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import { MemoryStore } from './memory.js';

const ORIGINS = [1, 2].map((branch) => originId(branchId(branch), branch));

/** A batch of that many writes, as bytes that no other batch has. */
function batch(origin: (typeof ORIGINS)[number], first: number, writes: number): WriteBatch {
  return {
    ...emptyBatch(origin, first),
    kinds: new Array<WriteKind>(writes).fill(WriteKind.open),
    encoded: Uint8Array.of(first, writes),
  };
}

describe('a log in memory', () => {
  test('gives the batches that hold any of the writes asked for, in order, and no others', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const rng = new Rng(seed);
      const store = new MemoryStore();
      const all: WriteBatch[] = [];
      const next = new Map(ORIGINS.map((origin) => [origin, 1]));
      for (let i = rng.integer(0, 12); i > 0; i--) {
        const origin = rng.pick(ORIGINS);
        const first = next.get(origin) as number;
        const appended = batch(origin, first, rng.integer(1, 4));
        next.set(origin, first + appended.kinds.length);
        store.append([appended], () => undefined);
        all.push(appended);
      }
      for (let i = 0; i < 20; i++) {
        const origin = rng.pick(ORIGINS);
        const [first, last] = [rng.integer(1, 30), rng.integer(1, 30)];
        const holds = all.filter(
          (each) => each.origin === origin && each.first <= last && each.first + each.kinds.length > first,
        );
        expect(store.read(origin, first, last)).toEqual(first > last ? expect.anything() : holds.map((each) => each.encoded));
      }
      expect([...store.readAll()]).toEqual(all.map((each) => each.encoded));
    }
  });

  test('says that a group is durable after the call, and one group after the other', async () => {
    const store = new MemoryStore();
    const durable: number[] = [];
    for (const group of [1, 2, 3]) store.append([batch(ORIGINS[0] as never, group, 1)], () => durable.push(group));
    expect(durable).toEqual([]);
    await Promise.resolve();
    expect(durable).toEqual([1, 2, 3]);
  });

  test('takes only what is encoded', () => {
    const store = new MemoryStore();
    expect(() => store.append([emptyBatch(ORIGINS[0] as never, 1)], () => undefined)).toThrow('encoded before it is stored');
  });
});
