import { readdirSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import type { Files } from './files.js';
import {
  append,
  batch,
  batches,
  close,
  OTHER,
  OWN,
  openQuickly,
  quickFiles,
  settled,
  temporaryFolder,
  texts,
} from './fixtures.js';
import { MemoryStore } from './memory.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const encodedOf = (made: readonly WriteBatch[]) => made.map(({ encoded }) => encoded as Uint8Array);
const logFiles = () => readdirSync(`${folder.path}/log`).filter((name) => name.endsWith('.log'));

describe('the log in a directory', () => {
  test('gives what a log in memory gives, be it in memory, on disk, or on its way there', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const rng = new Rng(seed);
      const path = `${folder.path}/${seed}`;
      const next = [batches(OWN), batches(OTHER)] as const;
      const expected = new MemoryStore();
      // None, little, or all of it stays in memory.
      const options = { segmentBytes: rng.integer(200, 1500), recentBytes: rng.pick([0, 100, 1e6]) };
      for (let life = rng.integer(1, 3); life > 0; life--) {
        const { store } = await openQuickly(path, options);
        const compare = () => {
          const origin = rng.pick([OWN, OTHER]);
          const first = rng.integer(1, 60);
          const last = first + rng.integer(0, 30);
          expect(texts(store.read(origin, first, last))).toEqual(texts(expected.read(origin, first, last)));
        };
        for (let i = rng.integer(0, 20); i > 0; i--) {
          const group = Array.from({ length: rng.integer(1, 3) }, () => rng.pick(next)(rng.integer(1, 4), rng.integer(20, 300)));
          expected.append(group, () => undefined);
          const durable = append(store, ...group);
          compare();
          if (rng.chance(0.5)) await durable;
          compare();
        }
        expect(texts(store.readAll())).toEqual(texts(expected.readAll()));
        await settled();
        expect(texts(store.readAll())).toEqual(texts(expected.readAll()));
        await close(store);
      }
    }
  });

  test('says that groups are durable in their order, each when it is and not within the call', async () => {
    const synced: (() => void)[] = [];
    const files: Files = { ...quickFiles, dataSync: () => new Promise((resolve) => synced.push(resolve)) };
    const { store } = await openQuickly(folder.path, { files, recentBytes: 0 });
    const durable: number[] = [];
    for (const group of [1, 2, 3]) store.append([batch(OWN, group, 1)], () => durable.push(group));
    for (const group of [1, 2, 3]) {
      await settled();
      expect(durable).toHaveLength(group - 1);
      expect(store.read(OWN, 1, 3)).toHaveLength(3);
      synced.shift()?.();
    }
    await settled();
    expect(durable).toEqual([1, 2, 3]);
  });

  test('writes nothing behind a group that is not durable, so that nothing can follow one that is torn', async () => {
    const written: number[] = [];
    const files: Files = {
      ...quickFiles,
      write: (fd, bytes, position) => {
        written.push(bytes.length);
        quickFiles.write(fd, bytes, position);
      },
      dataSync: () => new Promise(() => undefined),
    };
    const { store } = await openQuickly(folder.path, { files });
    for (const group of [1, 2, 3]) store.append([batch(OWN, group, 1)], () => undefined);
    await settled();
    expect(written).toHaveLength(1);
  });

  test('gives a group that is larger than a segment one of its own size', async () => {
    const { store } = await openQuickly(folder.path, { segmentBytes: 256 });
    const made = [batch(OWN, 1, 1), batch(OWN, 2, 1, 100_000), batch(OWN, 3, 1), batch(OWN, 4, 1, 2000)];
    for (const each of made) await append(store, each);
    await close(store);
    expect(logFiles().some((name) => statSync(`${folder.path}/log/${name}`).size > 100_000)).toBe(true);
    const again = await openQuickly(folder.path);
    expect(again.isTrusted).toBe(true);
    expect(texts(again.batches)).toEqual(texts(encodedOf(made)));
  });

  test('takes nothing once it is closed, and can be closed twice', async () => {
    const { store } = await openQuickly(folder.path);
    await append(store, batch(OWN, 1, 1));
    store.close();
    await close(store);
    await expect(append(store, batch(OWN, 2, 1))).rejects.toThrow('closed');
    expect(texts((await openQuickly(folder.path)).batches)).toEqual(texts(encodedOf([batch(OWN, 1, 1)])));
  });

  test('gives back at the next start the room that it did not use', async () => {
    for (let life = 0; life < 5; life++) {
      const { store } = await openQuickly(folder.path, { segmentBytes: 1 << 20 });
      if (life < 3) await append(store, batch(OWN, life + 1, 1));
      await close(store);
    }
    // Three with a group, one to write to, and the next.
    expect(logFiles()).toHaveLength(5);
    const small = logFiles().filter((name) => statSync(`${folder.path}/log/${name}`).size < 500);
    expect(small).toHaveLength(3);
  });
});

describe('a disk that fails', () => {
  function failing(call: 'write' | 'dataSync', at: number): Files {
    let calls = 0;
    const count = () => {
      if (++calls >= at) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    };
    if (call === 'write') {
      return {
        ...quickFiles,
        write: (fd, bytes, position) => {
          // Half of it is there.
          quickFiles.write(fd, bytes.subarray(0, bytes.length / 2), position);
          count();
          quickFiles.write(fd, bytes, position);
        },
      };
    }
    return { ...quickFiles, dataSync: async () => count() };
  }

  test.each([
    ['write', 5, 2],
    ['dataSync', 3, 2],
  ] as const)('acknowledges nothing more after a %s that failed, also if the next would not', async (call, at, good) => {
    const { store } = await openQuickly(folder.path, { files: failing(call, at) });
    const made = batches(OWN);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => append(store, made(1))));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    await expect(append(store, made(1))).rejects.toThrow(/00000001\.log: EIO.*start the branch again/);
    await close(store);
    const again = await openQuickly(folder.path);
    expect(again.isTrusted).toBe(true);
    expect([...again.batches].length).toBeGreaterThanOrEqual(good);
    expect([...again.batches].length).toBeLessThanOrEqual(good + 1);
  });

  test('if it is full, this is told before the room that is left is used up, and the log goes on when it is not', async () => {
    let isFull = false;
    const files: Files = {
      ...quickFiles,
      writeLater: async (fd, bytes, position) => {
        if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        quickFiles.write(fd, bytes, position);
      },
    };
    const { store } = await openQuickly(folder.path, { files, segmentBytes: 512, retryFullMs: 1 });
    const told: boolean[] = [];
    const changed = () =>
      new Promise<void>((resolve) => {
        store.onFull = (full) => {
          told.push(full);
          resolve();
        };
      });
    await settled();
    isFull = true;
    const made = batches(OWN);
    const all: WriteBatch[] = [];
    const one = () => {
      all.push(made(1));
      return append(store, all.at(-1) as WriteBatch);
    };
    const full = changed();
    // The one after this segment is there already.
    for (let i = 0; i < 4; i++) await one();
    await full;
    expect(store.isFull).toBe(true);
    // There is still room.
    await one();
    const waiting = [one(), one(), one(), one()];
    await settled();
    const notFull = changed();
    isFull = false;
    await notFull;
    await Promise.all(waiting);
    expect(store.isFull).toBe(false);
    expect(told).toEqual([true, false]);
    await close(store);
    expect(texts((await openQuickly(folder.path)).batches)).toEqual(texts(encodedOf(all)));
  });

  test('is written anew by the next start where a sync failed, also what fills its segment to the last byte', async () => {
    const twoGroups = 64 + 2 * 120;
    const { store } = await openQuickly(folder.path, { files: failing('dataSync', 2), segmentBytes: twoGroups });
    const made = batches(OWN);
    await append(store, made(1));
    await expect(append(store, made(1))).rejects.toThrow('EIO');
    await close(store);
    const inode = () => statSync(`${folder.path}/log/00000001.log`).ino;
    const before = inode();
    for (const isAnew of [true, false]) {
      const asItWas = inode();
      const again = await openQuickly(folder.path, { segmentBytes: twoGroups });
      expect([...again.batches]).toHaveLength(2);
      expect(inode() !== asItWas).toBe(isAnew);
      await close(again.store);
    }
    expect(inode()).not.toBe(before);
  });

  /** There is room for so many bytes of all files. */
  function small() {
    const disk = { bytes: Infinity, files: quickFiles };
    const used = () =>
      readdirSync(folder.path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0);
    const writeLater: Files['writeLater'] = async (fd, bytes, position) => {
      if (used() + bytes.length > disk.bytes) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
      quickFiles.write(fd, bytes, position);
    };
    disk.files = { ...quickFiles, writeLater };
    return { disk, used };
  }

  /** A log of which nearly everything may go, and nothing has to. */
  async function longLog(disk: { files: Files }, report: (sentence: string) => void) {
    const { store } = await openQuickly(folder.path, {
      files: disk.files,
      segmentBytes: 512,
      keepLogBytes: 1e6,
      retryFullMs: 1,
      report,
    });
    const made = batches(OWN);
    for (let i = 1; i <= 40; i++) {
      await append(store, made(1));
      if (i % 10 === 0) store.keepSnapshot(new TextEncoder().encode(`after ${i}`));
      await settled();
    }
    store.trim(new Map([[OWN, 40]]));
    await settled();
    return { store, made };
  }

  test('if it is full, what nobody needs of the log makes room, before anything is refused', async () => {
    const { disk, used } = small();
    const said: string[] = [];
    const { store, made } = await longLog(disk, (sentence) => said.push(sentence));
    const before = logFiles().length;
    // For the state, which is written anew.
    disk.bytes = used() + 400;
    for (let i = 1; i <= 12; i++) await append(store, made(1));
    expect(said).toEqual([]);
    expect(store.isFull).toBe(false);
    // No more of it goes than has to.
    expect(logFiles().length).toBeGreaterThanOrEqual(before - 1);
    await close(store);
    expect(await openQuickly(folder.path)).toMatchObject({ isTrusted: true, ownLast: 52, findings: [] });
  });

  test('if it is full, what nobody needs of the log makes room for a snapshot', async () => {
    const { disk, used } = small();
    const said: string[] = [];
    const { store } = await longLog(disk, (sentence) => said.push(sentence));
    disk.bytes = used() + 400;
    store.keepSnapshot(new Uint8Array(1500).fill(0x61));
    await close(store);
    expect(said).toEqual([]);
    const again = await openQuickly(folder.path);
    expect(again).toMatchObject({ isTrusted: true, ownLast: 40 });
    expect(again.snapshot).toHaveLength(1500);
  });

  test('if it is full, a snapshot that waits for the last group does not keep the log from making room for that', async () => {
    const { disk, used } = small();
    const { store } = await openQuickly(folder.path, { files: disk.files, segmentBytes: 512, keepLogBytes: 1e6, retryFullMs: 1 });
    const made = batches(OWN);
    for (let i = 1; i <= 20; i++) {
      await append(store, made(1));
      if (i % 10 === 0) store.keepSnapshot(new Uint8Array(10));
      await settled();
    }
    disk.bytes = used() + 400;
    const waiting = Array.from({ length: 12 }, () => append(store, made(1)));
    store.keepSnapshot(new Uint8Array(10));
    await settled();
    expect(store.isFull).toBe(true);
    store.trim(new Map([[OWN, 20]]));
    await Promise.all(waiting);
    await close(store);
    expect(await openQuickly(folder.path)).toMatchObject({ isTrusted: true, ownLast: 32 });
  });

  test('if it is full, whoever runs the branch is told where and what to do, once', async () => {
    const { disk, used } = small();
    const said: string[] = [];
    const { store } = await openQuickly(folder.path, {
      files: disk.files,
      segmentBytes: 256,
      retryFullMs: 1,
      report: (sentence) => said.push(sentence),
    });
    await settled();
    disk.bytes = used() + 400;
    const made = batches(OWN);
    const waiting = Array.from({ length: 6 }, () => append(store, made(1)));
    await expect.poll(() => said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${folder.path}/log: the disk is full: .*DISK_FULL.*; make room$`));
    store.keepSnapshot(new Uint8Array(10));
    disk.bytes = Infinity;
    await Promise.all(waiting);
    expect(said.slice(1)).toEqual([expect.stringContaining('there is room on the disk again')]);
    await close(store);
  });

  test('if it is full, a start needs no more room than it gives back', async () => {
    const { disk, used } = small();
    const { store } = await openQuickly(folder.path, { files: disk.files, segmentBytes: 4096 });
    const made = batches(OWN);
    for (let i = 1; i <= 20; i++) await append(store, made(1));
    await settled();
    // It is killed: one segment is not used up, and one is ready.
    disk.bytes = used() + 400;
    const again = await openQuickly(folder.path, { files: disk.files, segmentBytes: 4096 });
    expect(again).toMatchObject({ isTrusted: true, ownLast: 20 });
    await close(store);
    await close(again.store);
  });

  test('if it is full when the store is closed, nobody waits for room', async () => {
    let isFull = false;
    const files: Files = {
      ...quickFiles,
      writeLater: async (fd, bytes, position) => {
        if (isFull) throw Object.assign(new Error('EDQUOT: quota exceeded'), { code: 'EDQUOT' });
        quickFiles.write(fd, bytes, position);
      },
    };
    const { store } = await openQuickly(folder.path, { files, segmentBytes: 256 });
    await settled();
    isFull = true;
    const made = batches(OWN);
    const outcomes = Promise.allSettled(Array.from({ length: 10 }, () => append(store, made(1))));
    await settled();
    await close(store);
    expect((await outcomes).some(({ status }) => status === 'rejected')).toBe(true);
    expect((await openQuickly(folder.path)).isTrusted).toBe(true);
  });
});

describe('snapshots', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const text = (snapshot: Uint8Array | undefined) => snapshot && new TextDecoder().decode(snapshot);

  test('the next start begins with the newest, and with the log behind it', async () => {
    const { store } = await openQuickly(folder.path);
    const made = Array.from({ length: 9 }, (_, i) => batch(i % 2 ? OTHER : OWN, i + 1, 1));
    for (const [i, each] of made.entries()) {
      await append(store, each);
      if (i === 2 || i === 5) store.keepSnapshot(bytes(`after ${i}`));
    }
    await close(store);
    const reported: string[] = [];
    const again = await openQuickly(folder.path, { report: (sentence) => reported.push(sentence) });
    expect(text(again.snapshot)).toBe('after 5');
    expect(texts(again.batches)).toEqual(texts(encodedOf(made.slice(6))));
    expect(texts(again.store.readAll())).toEqual(texts(encodedOf(made)));
    expect(reported).toEqual([]);
  });

  test('one counts only when all that it sums up is durable', async () => {
    let synced: () => void = () => undefined;
    const files: Files = { ...quickFiles, dataSync: () => new Promise((resolve) => (synced = resolve)) };
    const { store } = await openQuickly(folder.path, { files });
    store.append([batch(OWN, 1, 1)], () => undefined);
    store.keepSnapshot(bytes('early'));
    await settled();
    const kept = () => readdirSync(`${folder.path}/snapshots`).filter((name) => name.endsWith('.snap'));
    expect(kept()).toEqual([]);
    synced();
    await settled();
    expect(kept()).toHaveLength(1);
  });

  test('one is wanted when the log has grown since the last, and not while one is written', async () => {
    const { store } = await openQuickly(folder.path, { snapshotEveryBytes: 600 });
    const made = batches(OWN);
    for (let i = 0; i < 4; i++) await append(store, made(1));
    expect(store.wantsSnapshot).toBe(false);
    for (let i = 0; i < 4; i++) await append(store, made(1));
    expect(store.wantsSnapshot).toBe(true);
    store.keepSnapshot(bytes('one'));
    for (let i = 0; i < 8; i++) store.append([made(1)], () => undefined);
    expect(store.wantsSnapshot).toBe(false);
    await settled();
    expect(store.wantsSnapshot).toBe(true);
    await close(store);
    // A start counts on from there.
    expect((await openQuickly(folder.path, { snapshotEveryBytes: 600 })).store.wantsSnapshot).toBe(true);
  });

  test('one that cannot be written is reported, and the log goes on', async () => {
    let isBroken = false;
    const reports: string[] = [];
    const files: Files = {
      ...quickFiles,
      sync: async () => {
        if (isBroken) throw new Error('no');
      },
    };
    const { store } = await openQuickly(folder.path, {
      files,
      segmentBytes: 1 << 20,
      report: (sentence) => reports.push(sentence),
    });
    await settled();
    isBroken = true;
    store.keepSnapshot(bytes('never'));
    await append(store, batch(OWN, 1, 1));
    await settled();
    expect(reports).toEqual([
      `no snapshot can be written to ${folder.path}/snapshots, and one is tried again when the log has grown: no; see to the disk`,
    ]);
    isBroken = false;
    await close(store);
    expect((await openQuickly(folder.path)).snapshot).toBeUndefined();
  });
});

describe('the log is made shorter', () => {
  async function trimmed(steps: { snapshots: number[]; upTo: number; keepLogBytes?: number }) {
    const { store } = await openQuickly(folder.path, { segmentBytes: 512, keepLogBytes: steps.keepLogBytes ?? 1 });
    const made = batches(OWN);
    const all: WriteBatch[] = [];
    for (let i = 1; i <= 40; i++) {
      all.push(made(1));
      await append(store, all.at(-1) as WriteBatch);
      if (steps.snapshots.includes(i)) store.keepSnapshot(new TextEncoder().encode(`after ${i}`));
      await settled();
    }
    store.trim(new Map([[OWN, steps.upTo]]));
    await settled();
    return { store, all };
  }

  test('by segments that nobody asks for, before the older snapshot', async () => {
    const { store, all } = await trimmed({ snapshots: [10, 20, 30], upTo: 40 });
    const first = Math.min(...[...Array(40).keys()].map((i) => i + 1).filter((i) => store.read(OWN, i, i).length > 0));
    expect(first).toBeGreaterThan(14);
    expect(first).toBeLessThanOrEqual(21);
    expect(texts(store.readAll())).toEqual(texts(encodedOf(all.slice(first - 1))));
    await close(store);
    const again = await openQuickly(folder.path);
    expect(again).toMatchObject({ isTrusted: true, findings: [], ownLast: 40 });
    expect(texts(again.batches)).toEqual(texts(encodedOf(all.slice(30))));
  });

  test.each([
    ['with a single snapshot, which may turn out to be damaged', { snapshots: [20], upTo: 40 }],
    ['what somebody may ask for', { snapshots: [10, 20, 30], upTo: 0 }],
    ['a log that is small enough', { snapshots: [10, 20, 30], upTo: 40, keepLogBytes: 1e6 }],
  ])('but not %s', async (_, steps) => {
    const { store, all } = await trimmed(steps);
    expect(texts(store.readAll())).toEqual(texts(encodedOf(all)));
  });

  test('own writes that are only summed up are not missed', async () => {
    const { store } = await trimmed({ snapshots: [38, 39, 40], upTo: 40 });
    await close(store);
    const again = await openQuickly(folder.path);
    expect(again).toMatchObject({ isTrusted: true, ownLast: 40 });
    expect(again.store.read(OWN, 1, 30)).toEqual([]);
    await append(again.store, batch(OWN, 41, 2));
    await close(again.store);
    const { ownLast, isTrusted } = await openQuickly(folder.path);
    expect({ ownLast, isTrusted }).toEqual({ ownLast: lastSequence(batch(OWN, 41, 2)), isTrusted: true });
  });
});
