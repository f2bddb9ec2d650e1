import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BranchSnapshot } from '../core/snapshot.js';
import { branchId } from '../domain/ids.js';
import { placeOf } from '../store/data-directory.js';
import { temporaryFolder } from '../store/fixtures.js';
import { encodeSnapshot } from '../wire/snapshot.js';
import { type Beginning, type OpenOptions, openOnDisk } from './open-branch.js';

const FOUNDING = { branch: branchId(3), bankId: 'bank', members: [branchId(1), branchId(2)], foundedMinor: [100n] };
const KNOWN: BranchSnapshot = {
  bankId: 'bank',
  vector: new Map(),
  count: 0,
  accounts: [],
  origins: [],
  sessions: [],
  membership: { joined: [], fences: [], seals: [] },
  grants: [],
  pending: [],
  log: [],
};
const JOINED: Beginning = { place: 'joined', snapshot: encodeSnapshot(KNOWN) };

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'data');
});
afterEach(() => folder.remove());

const open = (options: Partial<OpenOptions> = {}, founding = FOUNDING) =>
  openOnDisk(path, founding, { isNewBank: false, report: () => undefined, ...options });

test('a branch that joins begins with what another one knew, at every start', async () => {
  expect(placeOf(path)).toBeUndefined();
  const first = await open({ beginning: JOINED });
  expect(first).toMatchObject({ founding: FOUNDING, kept: { place: 'joined', isNew: true, isTrusted: false, snapshot: KNOWN } });
  await first.close();
  expect(placeOf(path)).toBe('joined');
  const second = await open({ isAnyBank: true });
  expect(second).toMatchObject({
    origin: first.origin,
    founding: FOUNDING,
    kept: { place: 'joined', isNew: false, snapshot: KNOWN },
  });
  await second.close();
});

test('a directory of a branch that may have written elsewhere is not trusted before the branch has become sure', async () => {
  for (const beginning of [undefined, JOINED]) {
    for (let start = 1; start <= 2; start++) {
      const opened = await open(beginning && { beginning });
      expect(opened.kept?.isTrusted).toBe(false);
      await opened.close();
    }
    const last = await open();
    last.store.trust();
    await last.close();
    const sure = await open();
    expect(sure.kept?.isTrusted).toBe(true);
    await sure.close();
    rmSync(path, { recursive: true });
  }
});

test('that of a new bank is trusted at once', async () => {
  const opened = await open({ isNewBank: true });
  expect(opened.kept).toMatchObject({ place: 'founded', isNew: true, isTrusted: true });
  await opened.close();
});

test('joining that was cut short before the directory counted is begun again, and by nothing else', async () => {
  await (await open({ beginning: JOINED })).close();
  // All that is written before the file of the bank.
  rmSync(join(path, 'bank'));
  rmSync(join(path, 'log'), { recursive: true });
  expect(placeOf(path)).toBeUndefined();
  await expect(open()).rejects.toThrow(/bank is missing/);
  const again = await open({ beginning: { ...JOINED, place: 'replaced' } });
  expect(again.kept).toMatchObject({ place: 'replaced', isNew: true, snapshot: KNOWN });
  await again.close();
});

test('without what it began with, the directory of a branch that joined is refused', async () => {
  await (await open({ beginning: JOINED })).close();
  rmSync(join(path, 'snapshots', '00000001.snap'));
  await expect(open()).rejects.toThrow(/holds no whole snapshot/);
});

test('no directory is made where something else is', async () => {
  writeFileSync(path, 'a file');
  expect(() => placeOf(path)).toThrow(/is a file: name a directory/);
  rmSync(path);
  await (await open({ beginning: JOINED })).close();
  rmSync(join(path, 'bank'));
  expect(() => placeOf(path)).toThrow(/bank is missing/);
});

test('a directory is refused for another bank, branch or founding, but not because of who belongs to the bank', async () => {
  await (await open()).close();
  await (await open({}, { ...FOUNDING, members: [branchId(1)] })).close();
  await expect(open({}, { ...FOUNDING, bankId: 'other' })).rejects.toThrow(/it has bank bank, and bank other was asked for/);
  await expect(open({}, { ...FOUNDING, foundedMinor: [1n] })).rejects.toThrow(/it has 100, and 1 was asked for/);
  await expect(open({ isAnyBank: true }, { ...FOUNDING, branch: branchId(4) })).rejects.toThrow(/it has branch 3/);
  await (await open({ isAnyBank: true }, { ...FOUNDING, bankId: 'other', foundedMinor: [] })).close();
});
