import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastSequence } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import {
  append,
  batches,
  close,
  type Image,
  IN_MEMORY,
  imageOf,
  lay,
  OTHER,
  OWN,
  openQuickly,
  settled,
  temporaryFolder,
  texts,
} from './fixtures.js';
import { StoreError } from './store-error.js';

/** Trials of every kind; each of the long form takes a minute or two: `FLIPS=10000 npx vitest run src/store/damage.test.ts`. */
const FLIPS = Number(process.env.FLIPS ?? 1000);
/** Every place at which a file can be cut off, if there is time. */
const STEP = process.env.FLIPS ? 1 : 17;
const GROUPS = 60;

const folder = temporaryFolder(IN_MEMORY);
const directory = `${folder.path}/branch`;
/** The batches of each group, as texts. */
const groups: string[][] = [];
let ownLast = 0;
/** The directory as the last process left it when it was killed at work, and one that was killed before it did anything. */
let atWork: Image;
let idle: Image;

/** Sixty acknowledged groups in small segments, written by three processes of which the last was killed, and two snapshots. */
beforeAll(async () => {
  const [own, other] = [batches(OWN), batches(OTHER)];
  for (let process = 0; process < 3; process++) {
    const { store } = await openQuickly(directory);
    for (let i = 0; i < GROUPS / 3; i++) {
      const group = i % 3 === 0 ? [own(2), other(1)] : [i % 3 === 1 ? own(1) : other(3, 40)];
      groups.push(texts(group.map(({ encoded }) => encoded as Uint8Array)));
      for (const each of group) if (each.origin === OWN) ownLast = lastSequence(each);
      await append(store, ...group);
      if (groups.length % 25 === 0) store.keepSnapshot(new TextEncoder().encode(`sums up ${groups.length}`));
    }
    await settled();
    atWork = imageOf(directory);
    await close(store);
  }
  const { store } = await openQuickly(directory);
  await settled();
  idle = imageOf(directory);
  await close(store);
});

afterAll(() => folder.remove());

interface Outcome {
  readonly error?: StoreError;
  /** Whether all that was acknowledged is there, summed up or as it was. */
  readonly isComplete?: boolean;
  readonly isTrusted?: boolean;
  readonly ownLast?: number;
  readonly kept?: readonly string[];
  readonly findings?: readonly string[];
}

/** Opens the directory and holds what comes of it against what has to be true whatever has happened. */
async function open(): Promise<Outcome> {
  try {
    const { store, snapshot, batches: found, ...opened } = await openQuickly(directory);
    const kept = texts(found);
    const position = snapshot ? Number(/^sums up (\d+)$/.exec(new TextDecoder().decode(snapshot))?.[1]) : 0;
    const behind = groups.slice(position).flat();
    const known = new Set(kept);
    expect(kept.join(), 'only what was written, in its order').toBe(
      groups
        .flat()
        .filter((text) => known.has(text))
        .join(),
    );
    expect([...store.readAll()].length).toBeGreaterThanOrEqual(kept.length);
    expect(opened.ownLast).toBeLessThanOrEqual(ownLast);
    if (!opened.isTrusted) expect(opened.findings).not.toEqual([]);
    await close(store);
    return {
      isComplete: behind.every((text) => known.has(text)),
      isTrusted: opened.isTrusted,
      ownLast: opened.ownLast,
      kept,
      findings: opened.findings,
    };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { error };
  }
}

/** What holds of any one change to one file. */
async function judge(image: Image, name: string, change: (bytes: Buffer) => Buffer, again: boolean): Promise<Outcome> {
  lay(image, directory, (file, bytes) => (file === name ? change(bytes) : bytes));
  const outcome = await open();
  if (outcome.error) {
    expect(name, 'only what nothing can stand in for is refused').toBe('bank');
    expect(outcome.error.code).toBe('STORE_CORRUPT');
    expect(outcome.error.message).toContain('restore the directory from a backup');
    return outcome;
  }
  if (!outcome.isComplete) expect(outcome.isTrusted, `${name}: nothing is lost in silence`).toBe(false);
  if (outcome.isTrusted) expect(outcome.ownLast).toBe(ownLast);
  if (again) {
    const next = await open();
    expect(
      next.findings?.filter((finding) => /damaged|has lost|is missing|instead of/.test(finding)),
      'and nothing is left to repair',
    ).toEqual([]);
    expect(next.kept, 'a repair loses nothing').toEqual(outcome.kept);
    expect(next.ownLast).toBe(outcome.ownLast);
    if (!outcome.isComplete && next.isTrusted) expect(next.ownLast).toBe(ownLast);
  }
  return outcome;
}

test('what was acknowledged is there when the process was killed', async () => {
  for (const image of [atWork, idle]) {
    lay(image, directory);
    expect(await open()).toMatchObject({ isComplete: true, isTrusted: true, ownLast });
  }
});

test('a file that is cut off anywhere is noticed', async () => {
  let cuts = 0;
  for (const [name, bytes] of atWork) {
    for (let length = cuts % STEP; length < bytes.length; length += STEP) {
      const outcome = await judge(atWork, name, (whole) => whole.subarray(0, length), cuts % 10 === 0);
      expect(outcome.isTrusted, `${name} cut off at ${length}`).not.toBe(true);
      cuts += 1;
    }
  }
});

test('a file that is gone is noticed', async () => {
  for (const name of atWork.keys()) {
    lay(atWork, directory);
    rmSync(`${directory}/${name}`);
    const { isTrusted, isComplete } = await open();
    if (name.startsWith('log/')) expect(isTrusted).toBe(false);
    else if (isTrusted) expect(isComplete, name).toBe(true);
  }
});

test('of a file with one bit that is wrong, all is known that was durable', async () => {
  const rng = new Rng(1);
  for (let trial = 0; trial < FLIPS; trial++) {
    const image = rng.chance(0.8) ? atWork : idle;
    const name = rng.pick([...image.keys()]);
    const bit = rng.integer(0, (image.get(name) as Buffer).length * 8 - 1);
    const flip = (bytes: Buffer) => {
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      return bytes;
    };
    const outcome = await judge(image, name, flip, trial % 5 === 0);
    if (!outcome.error) expect(outcome.ownLast, `bit ${bit} of ${name}`).toBe(ownLast);
  }
});

test('whatever is done to the files, no batch is made up and nothing else than a StoreError is thrown', async () => {
  const names = [...atWork.keys()];
  const rng = new Rng(2);
  for (let trial = 0; trial < FLIPS / 5; trial++) {
    const victims = new Set([rng.pick(names), rng.pick(names), rng.pick(names)]);
    lay(atWork, directory, (name, bytes) => (victims.has(name) ? havoc(bytes, rng) : bytes));
    await open();
    await open();
  }
});

function havoc(bytes: Buffer, rng: Rng): Buffer {
  const from = rng.integer(0, bytes.length - 1);
  const to = Math.min(bytes.length, from + rng.integer(1, 200));
  const other = rng.integer(0, bytes.length - 1);
  switch (rng.integer(0, 3)) {
    case 0:
      return bytes.fill(0, from, to);
    case 1:
      return bytes.fill(rng.integer(0, 255), from, to);
    case 2:
      bytes.copyWithin(from, other, other + to - from);
      return bytes;
    default:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(other)]);
  }
}
