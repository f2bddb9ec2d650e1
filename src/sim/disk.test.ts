import { describe, expect, test } from 'vitest';
import { branchId, foundedAccount, originId } from '../domain/ids.js';
import { emptyBatch, type WriteBatch, WriteKind } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import { encodeSnapshot } from '../wire/snapshot.js';
import { encodeWriteBatch } from '../wire/write-batch.js';
import { Disk } from './disk.js';
import { Timeline } from './timeline.js';

const ORIGIN = originId(branchId(1), 7);

const NOBODY = { joined: [], fences: [], seals: [] };
const NOTHING = {
  bankId: '',
  vector: new Map(),
  accounts: [],
  origins: [],
  membership: NOBODY,
  sessions: [],
  grants: [],
  pending: [],
  log: [],
};

/** A deposit, encoded. */
function batch(first: number): WriteBatch {
  const columns = { kinds: [WriteKind.deposit], accountIndices: [0], accounts: [foundedAccount(1)], amounts: [first] };
  const previousDigest = first === 1 ? '' : '00'.repeat(16);
  const made: WriteBatch = { ...emptyBatch(ORIGIN, first), ...columns, previousDigest, sessionIndices: [0], counters: [0] };
  return { ...made, encoded: encodeWriteBatch(made) };
}

function disk(seed: number, durableMs: readonly [number, number] = [10, 10]) {
  const timeline = new Timeline();
  const durable: number[] = [];
  const watcher = { logged: () => {}, durable: (batches: readonly WriteBatch[]) => durable.push(...batches.map((b) => b.first)) };
  const made = new Disk(ORIGIN, timeline, new Rng(seed), durableMs, watcher);
  const pass = (ms: number) => {
    const until = timeline.nowMs + ms;
    while ((timeline.nextMs() ?? Infinity) <= until) timeline.step();
    timeline.advanceTo(until);
  };
  return { disk: made, durable, pass };
}

const firsts = (of: Disk) => [...of.batches()].map(({ first }) => first);

describe('a disk', () => {
  test('makes groups durable in the order in which they came, however long each takes', () => {
    const { disk: slow, durable, pass } = disk(3, [0, 50]);
    const done: number[] = [];
    for (let first = 1; first <= 20; first++) slow.append([batch(first)], () => done.push(first));
    pass(100);
    expect(durable).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(done).toEqual(durable);
  });

  test('keeps, when the process ends, all that was durable and any first part of the rest', () => {
    const kept = new Set<number>();
    let torn = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { disk: one, pass } = disk(seed);
      one.append([batch(1)], () => {});
      pass(10);
      one.append([batch(2), batch(3)], () => expect.fail('nobody is there any more'));
      one.append([batch(4)], () => expect.fail('nobody is there any more'));
      const survival = one.crash();
      pass(100);
      const left = firsts(one);
      expect(left).toEqual([1, 2, 3, 4].slice(0, left.length));
      expect(survival.kept.length + survival.lost.length).toBe(3);
      expect(survival.torn).toBe(left.length === 2);
      kept.add(left.length);
      torn += Number(survival.torn);
    }
    expect([...kept].sort()).toEqual([1, 2, 3, 4]);
    expect(torn).toBeGreaterThan(10);
  });

  test('that fails says so, once, and keeps no promise; after a restart it works', () => {
    const { disk: one, durable, pass } = disk(1);
    one.fail();
    const failures: (Error | undefined)[] = [];
    one.append([batch(1)], (failure) => failures.push(failure));
    pass(20);
    expect(failures).toMatchObject([{ message: 'the disk has failed' }]);
    expect(durable).toEqual([]);
    const left = one.crash().kept.length;
    one.append([batch(left + 1)], (failure) => failures.push(failure));
    pass(20);
    expect(failures[1]).toBeUndefined();
    expect(firsts(one)).toEqual([1, 2].slice(0, left + 1));
  });

  test('begins with a snapshot only if all that it sums up is durable', () => {
    const { disk: one, pass } = disk(1);
    const snapshot = (count: number) => encodeSnapshot({ ...NOTHING, count });
    one.append([batch(1)], () => {});
    one.keepSnapshot(snapshot(1));
    pass(10);
    one.append([batch(2)], () => {});
    one.keepSnapshot(snapshot(2));
    one.crash();
    const { snapshot: kept, batches, ownLast } = one.kept();
    expect(kept?.count).toBe(ownLast);
    expect([...batches].map(({ first }) => first)).toEqual([]);
  });

  test('that is set back is not trusted until the branch is sure; one that is damaged says how far it went', () => {
    const { disk: one, pass } = disk(1);
    for (const first of [1, 2, 3]) one.append([batch(first)], () => {});
    pass(30);
    one.setBack(2);
    expect(one.kept()).toMatchObject({ ownLast: 2, isTrusted: false });
    one.trust();
    expect(one.kept().isTrusted).toBe(true);
    one.damage(1, 1);
    expect(one.kept()).toMatchObject({ ownLast: 2, isTrusted: false });
    expect(firsts(one)).toEqual([1]);
  });
});
