import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  fstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readChecked, writeChecked } from './checked-file.js';
import { openDataDirectory, placeOf } from './data-directory.js';
import { type Files, nodeFiles } from './files.js';
import {
  append,
  BANK,
  batch,
  batches,
  close,
  type Image,
  imageOf,
  lay,
  OTHER,
  OWN,
  openQuickly,
  quickFiles,
  settled,
  temporaryFolder,
  texts,
} from './fixtures.js';
import { FRAME_BYTES } from './frame.js';
import { HEADER_BYTES } from './segment-header.js';
import { explain, StoreError } from './store-error.js';

let folder: ReturnType<typeof temporaryFolder>;
let directory: string;
beforeEach(() => {
  folder = temporaryFolder();
  directory = `${folder.path}/branch-1`;
});
afterEach(() => folder.remove());

const SMALL = { segmentBytes: 4096 };
const open = () => openDataDirectory(directory, () => ({ bank: BANK }), SMALL);

async function refusal(opening: Promise<unknown>): Promise<StoreError> {
  const error = await opening.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error as StoreError;
}

describe('a data directory', () => {
  test('is made for its owner alone, and says at every start what it was made for', async () => {
    const { bank, openings, snapshot, batches: none, ownLast, isTrusted, findings, store } = await open();
    expect({ bank, openings, snapshot, ownLast, isTrusted, findings }).toEqual({
      bank: BANK,
      openings: 0,
      snapshot: undefined,
      ownLast: 0,
      isTrusted: true,
      findings: [],
    });
    expect([...none]).toEqual([]);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(directory)) expect(statSync(`${directory}/${name}`).mode & 0o077).toBe(0);
    await close(store);
    const again = await openDataDirectory(directory, () => {
      throw new Error('it is there');
    });
    expect(again).toMatchObject({ bank: BANK, openings: 1 });
    await close(again.store);
  });

  test('has after every start what was acknowledged before', async () => {
    const [own, other] = [batches(OWN), batches(OTHER)];
    const expected: string[] = [];
    for (let openings = 0; openings < 4; openings++) {
      const opened = await open();
      expect(opened).toMatchObject({ openings, isTrusted: true });
      expect(texts(opened.batches)).toEqual(expected);
      for (let i = 0; i < 20; i++) {
        const group = [own(3), other(1, 200)];
        await append(opened.store, ...group);
        expected.push(...texts(group.map(({ encoded }) => encoded as Uint8Array)));
      }
      await close(opened.store);
    }
  });

  test('is taken over from a process that was killed while it was being made', async () => {
    await close((await open()).store);
    rmSync(`${directory}/bank`);
    for (const name of readdirSync(`${directory}/log`)) rmSync(`${directory}/log/${name}`);
    writeFileSync(`${directory}/bank.tmp`, '{ "format"');
    expect(await open()).toMatchObject({ openings: 0, isTrusted: true });
  });

  test('that was made by somebody else, or was restored with other rights, is for its owner alone from then on', async () => {
    mkdirSync(directory);
    for (let opening = 0; opening < 2; opening++) {
      chmodSync(directory, 0o755);
      await close((await openQuickly(directory)).store);
      expect(statSync(directory).mode & 0o777).toBe(0o700);
    }
  });

  test('is not made of a directory that holds something else, which stays as it is', async () => {
    mkdirSync(directory);
    chmodSync(directory, 0o755);
    writeFileSync(`${directory}/letters.txt`, 'dear');
    const { code, message } = await refusal(open());
    expect(code).toBe('DATA_DIRECTORY_UNUSABLE');
    expect(message).toContain('holds letters.txt');
    expect(statSync(directory).mode & 0o777).toBe(0o755);
    expect(readdirSync(directory), 'no lock is left in it').toEqual(['letters.txt']);
  });

  test('cannot be where the system lets nobody make folders, or on a disk that is read-only: both are said, with what to do', async () => {
    if (existsSync('/proc/self')) {
      // Node alone tries for ever.
      const opening = openDataDirectory('/proc/nope/branch-1', () => ({ bank: BANK }));
      const { code, message } = await refusal(opening);
      expect(code).toBe('DATA_DIRECTORY_UNUSABLE');
      expect(message).toBe('/proc/nope cannot be made: nobody can make folders in /proc; name a directory elsewhere');
    }
    const error = Object.assign(new Error("EROFS: read-only file system, mkdir '/mnt/1'"), { code: 'EROFS' });
    expect(explain(error, '/mnt/1')).toMatchObject({
      message:
        '/mnt/1: the disk is read-only; mount it for writing, or name a directory on another one, then start the branch again',
    });
  });

  test('says how much room it takes to start where there is none', async () => {
    const writeLater = async () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    const opening = openDataDirectory(directory, () => ({ bank: BANK }), { files: { ...nodeFiles, writeLater } });
    const { code, message } = await refusal(opening);
    expect(code).toBe('DISK_FULL');
    expect(message).toContain('a file of its log, of 8 MiB (--segment-size)');
    expect(message).toMatch(/make room, or say a smaller size, then start the branch again$/);
  });

  test('has a durable name, and so has every directory that it is in, before anything is written to it', async () => {
    directory = `${folder.path}/new/newer/branch-1`;
    const synced = new Set<number>();
    const sync = async (fd: number) => void synced.add(fstatSync(fd).ino);
    await openQuickly(directory, { files: { ...quickFiles, sync } });
    for (const path of [folder.path, `${folder.path}/new`, `${folder.path}/new/newer`, directory])
      expect(synced, path).toContain(statSync(path).ino);
  });

  test('is not made if its name cannot be made durable', async () => {
    mkdirSync(directory);
    const { ino } = statSync(folder.path);
    const sync = async (fd: number) => {
      if (fstatSync(fd).ino === ino) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    };
    const { message } = await refusal(openQuickly(directory, { files: { ...quickFiles, sync } }));
    expect(message).toMatch(new RegExp(`^${folder.path}: EIO.*start the branch again$`));
    expect(existsSync(`${directory}/bank`)).toBe(false);
  });

  test('cannot be a file', async () => {
    writeFileSync(directory, '');
    const message = `${directory} is a file: name a directory, or one that does not exist`;
    expect(await refusal(open())).toMatchObject({ code: 'DATA_DIRECTORY_UNUSABLE', message });
    const file = directory;
    directory = `${directory}/1/data`;
    expect((await refusal(open())).message).toContain(`${file} is a file`);
    expect(placeOf(directory)).toBeUndefined();
  });

  test('is refused if what nothing else says is damaged or gone', async () => {
    await close((await open()).store);
    const bank = readFileSync(`${directory}/bank`);
    writeFileSync(`${directory}/bank`, bank.subarray(0, -1));
    expect(await refusal(open())).toMatchObject({
      code: 'STORE_CORRUPT',
      message: expect.stringContaining(`${directory}/bank is damaged`),
    });
    rmSync(`${directory}/bank`);
    expect(await refusal(open())).toMatchObject({
      code: 'STORE_CORRUPT',
      message: expect.stringContaining(`${directory}/bank is missing`),
    });
  });

  test('of a later format is left alone', async () => {
    await close((await open()).store);
    const read = readChecked(`${directory}/bank`) as { value: object };
    await writeChecked(nodeFiles, `${directory}/bank`, { ...read.value, format: 3 });
    expect((await refusal(open())).code).toBe('STORE_VERSION_UNKNOWN');
  });
});

describe('a copy of a data directory', () => {
  const copy = () => {
    cpSync(directory, `${directory}.away`, { recursive: true, preserveTimestamps: true });
    rmSync(directory, { recursive: true });
    cpSync(`${directory}.away`, directory, { recursive: true, preserveTimestamps: true });
  };

  test('is not trusted, also later, until the branch has become sure', async () => {
    const { store } = await open();
    await append(store, batch(OWN, 1, 4));
    await close(store);
    copy();
    const first = await open();
    expect(first).toMatchObject({ isTrusted: false, ownLast: 4 });
    expect(first.findings).toEqual([expect.stringContaining(`${directory} is a copy, or was restored`)]);
    expect([...first.batches]).toHaveLength(1);
    await close(first.store);
    const second = await open();
    expect(second.isTrusted).toBe(false);
    second.store.trust();
    await close(second.store);
    const third = await open();
    expect(third).toMatchObject({ isTrusted: true, findings: [] });
    await close(third.store);
  });

  test('is told from a directory that was moved', async () => {
    await close((await open()).store);
    renameSync(directory, `${directory}.other`);
    directory = `${directory}.other`;
    expect((await open()).isTrusted).toBe(true);
  });
});

describe('a write that was torn', () => {
  /** A directory as it is when the process is killed while a group is on its way. */
  async function torn(keep: (frame: Buffer) => Buffer) {
    const { store } = await openQuickly(directory);
    for (let i = 1; i <= 3; i++) await append(store, batch(OWN, i, 1));
    await settled();
    const before = imageOf(directory);
    await append(store, batch(OWN, 4, 1, 500));
    const after = imageOf(directory);
    await close(store);
    const name = 'log/00000001.log';
    const [empty, full] = [before.get(name) as Buffer, after.get(name) as Buffer];
    const from = full.findIndex((byte, at) => byte !== empty[at]);
    const to = full.findLastIndex((byte, at) => byte !== empty[at]) + 1 - FRAME_BYTES;
    const now = Buffer.from(empty);
    now.set(keep(full.subarray(from, to)), from);
    lay(new Map([...before, [name, now]]), directory);
  }

  test.each([
    ['in the middle', (frame: Buffer) => frame.subarray(0, 200)],
    ['but for its beginning', (frame: Buffer) => Buffer.concat([Buffer.alloc(100), frame.subarray(100)])],
    ['to one byte', (frame: Buffer) => frame.subarray(0, 1)],
  ])('%s is as if it had not been, and what follows is safe', async (_, keep) => {
    await torn(keep);
    const opened = await openQuickly(directory);
    expect(opened).toMatchObject({ isTrusted: true, findings: [], ownLast: 3 });
    await append(opened.store, batch(OWN, 4, 2));
    await close(opened.store);
    const again = await openQuickly(directory);
    expect(again).toMatchObject({ isTrusted: true, ownLast: 5 });
    expect(texts(again.batches).at(-1)).toBe(`${OWN}:4+2`);
    expect([...again.batches]).toHaveLength(4);
  });

  test('but is in the memory of the system is made durable before anything relies on it', async () => {
    await torn((frame) => frame);
    const { ino } = statSync(`${directory}/log/00000001.log`);
    const synced: number[] = [];
    const sync = async (fd: number) => void synced.push(fstatSync(fd).ino);
    await openQuickly(directory, { files: { ...quickFiles, sync } });
    expect(synced[0]).toBe(ino);
  });

  test('but for nothing is kept', async () => {
    await torn((frame) => frame);
    expect(await openQuickly(directory)).toMatchObject({ isTrusted: true, ownLast: 4 });
  });
});

describe('damage', () => {
  /** Five groups of which the third, with own writes 3 and 4, cannot be read. */
  async function damaged() {
    const { store } = await openQuickly(directory);
    const made = [batch(OWN, 1, 1), batch(OWN, 2, 1), batch(OWN, 3, 2), batch(OTHER, 1, 1), batch(OWN, 5, 1)];
    for (const each of made) await append(store, each);
    await settled();
    const image = imageOf(directory);
    await close(store);
    const place = HEADER_BYTES + 2 * 120 + 80;
    lay(image, directory, (name, bytes) => (name === 'log/00000001.log' ? bytes.fill(0xff, place, place + 4) : bytes));
    return made;
  }

  test('is told, and not trusted until what was lost is in the log again', async () => {
    await damaged();
    const first = await openQuickly(directory);
    expect(first).toMatchObject({ isTrusted: false, ownLast: 5 });
    expect(first.findings).toEqual([
      expect.stringMatching(/00000001\.log bytes \d+ to \d+ are damaged; .* all of it is in damaged\/1-00000001\.log$/),
      'the log has lost the writes of one commit',
      'own writes behind 2 are missing, of 5 that were durable',
    ]);
    expect([...first.batches]).toHaveLength(4);
    expect(existsSync(`${directory}/damaged/1-00000001.log`)).toBe(true);
    await close(first.store);

    const second = await openQuickly(directory);
    expect(second).toMatchObject({ isTrusted: false, ownLast: 5 });
    expect(second.findings).toEqual(['own writes behind 2 are missing, of 5 that were durable']);
    // Another branch had them.
    await append(second.store, batch(OWN, 3, 2), batch(OWN, 5, 1));
    expect(texts(second.store.read(OWN, 1, 9))).toEqual([`${OWN}:1+1`, `${OWN}:2+1`, `${OWN}:3+2`, `${OWN}:5+1`]);
    await close(second.store);

    const third = await openQuickly(directory);
    expect(third).toMatchObject({ isTrusted: true, ownLast: 5, findings: [] });
    expect(texts(third.store.read(OWN, 1, 9))).toEqual([`${OWN}:1+1`, `${OWN}:2+1`, `${OWN}:3+2`, `${OWN}:5+1`]);
  });

  test.each(['damage', 'a copy'])('is found again wherever its repair is cut short: %s', async (what) => {
    await damaged();
    const image = imageOf(directory);
    for (let steps = 0, isDone = false; !isDone; steps++) {
      if (what === 'damage') lay(image, directory);
      else lay(image, directory, (name) => image.get(name) as Buffer);
      isDone = await openQuickly(directory, { files: stopping(steps) }).then(
        () => true,
        () => false,
      );
      const opened = await openQuickly(directory);
      expect(opened, `${steps} steps`).toMatchObject({ isTrusted: false, ownLast: 5 });
      expect([...opened.batches]).toHaveLength(4);
      await close(opened.store);
    }
  });

  function stopping(after: number): Files {
    let calls = 0;
    const count = () => {
      if (++calls > after) throw new Error('killed');
    };
    return {
      ...quickFiles,
      writeLater: async (fd, bytes, position) => {
        count();
        nodeFiles.write(fd, bytes, position);
      },
      sync: async () => count(),
    };
  }

  test('of the last group, or of what is behind the last of an older segment, is damage all the same', async () => {
    const options = { segmentBytes: 1000 };
    const { store } = await openQuickly(directory, options);
    const made = batches(OWN);
    for (let i = 1; i <= 12; i++) await append(store, made(1));
    await settled();
    const atWork = imageOf(directory);
    await close(store);
    const again = await openQuickly(directory, options);
    await settled();
    const idle = imageOf(directory);
    await close(again.store);
    const broken = (image: Image, file: string, at: number) =>
      lay(image, directory, (name, bytes) => (name === file ? bytes.fill(0xff, at, at + 4) : bytes));

    for (const image of [atWork, idle]) {
      // The last frame and its mark are the fifth in the second segment.
      broken(image, 'log/00000002.log', HEADER_BYTES + 4 * 120 + 80);
      const last = await openQuickly(directory, options);
      expect(last).toMatchObject({ isTrusted: false, ownLast: 12 });
      expect(last.findings).toContain('the log has lost the writes of one commit');
      await close(last.store);
    }

    broken(atWork, 'log/00000001.log', 990);
    const behind = await openQuickly(directory, options);
    expect(behind).toMatchObject({ isTrusted: false, ownLast: 12 });
    expect(behind.findings).toEqual([expect.stringContaining('00000001.log bytes 904 to 999 are damaged')]);
    expect([...behind.batches]).toHaveLength(12);
  });

  test('that took a whole folder is damage like any other', async () => {
    const { store } = await openQuickly(directory);
    for (let i = 1; i <= 6; i++) {
      await append(store, batch(OWN, i, 1));
      if (i === 4) store.keepSnapshot(new TextEncoder().encode('after 4'));
    }
    await settled();
    const image = imageOf(directory);
    await close(store);
    lay(image, directory);
    rmSync(`${directory}/log`, { recursive: true });
    const log = await openQuickly(directory);
    expect(log).toMatchObject({ isTrusted: false, ownLast: 4 });
    expect(log.findings).toContain(`${directory}/log/00000001.log is missing`);
    expect(new TextDecoder().decode(log.snapshot)).toBe('after 4');
    await close(log.store);

    lay(image, directory);
    rmSync(`${directory}/snapshots`, { recursive: true });
    const snapshots = await openQuickly(directory);
    expect(snapshots).toMatchObject({ isTrusted: true, ownLast: 6, snapshot: undefined });
    expect([...snapshots.batches]).toHaveLength(6);
  });

  test('of the file of the state is told from one that is gone', async () => {
    await close((await openQuickly(directory)).store);
    writeFileSync(`${directory}/state`, '{');
    const damaged = await openQuickly(directory);
    expect(damaged.findings).toEqual([`${directory}/state was damaged, and is written anew`]);
    await close(damaged.store);
    rmSync(`${directory}/state`);
    const missing = await openQuickly(directory);
    expect(missing).toMatchObject({ isTrusted: false, isNew: false });
    expect(missing.findings).toEqual([`${directory}/state was missing, and is written anew`]);
    await close(missing.store);
  });

  test('is not looked for up to a number that no log reaches', async () => {
    await close((await openQuickly(directory)).store);
    const stray = `${directory}/log/99999999.log`;
    writeFileSync(stray, '');
    const { code, message } = await refusal(openQuickly(directory));
    expect(code).toBe('STORE_CORRUPT');
    expect(message).toContain(`${stray} cannot be of this log`);
    rmSync(stray);
    expect((await openQuickly(directory)).isTrusted).toBe(true);
  });

  test('that the system reports is told with the file', async () => {
    const { store } = await openQuickly(directory);
    store.keepSnapshot(new Uint8Array(10));
    await close(store);
    for (const file of ['state', 'snapshots/00000001.snap', 'bank']) {
      rmSync(`${directory}/${file}`);
      mkdirSync(`${directory}/${file}`);
      const { code, message } = await refusal(openQuickly(directory));
      expect(code).toBe('DATA_DIRECTORY_UNUSABLE');
      expect(message).toMatch(new RegExp(`^${directory}/${file}: EISDIR.*start the branch again$`));
    }
  });

  test('of the newest snapshot is made up for by the one before and the log since', async () => {
    const { store } = await openQuickly(directory);
    for (let i = 1; i <= 9; i++) {
      await append(store, batch(OWN, i, 1));
      if (i % 3 === 0) store.keepSnapshot(new TextEncoder().encode(`after ${i}`));
    }
    await close(store);
    const snapshots = readdirSync(`${directory}/snapshots`).sort();
    expect(snapshots).toHaveLength(2);
    truncateSync(`${directory}/snapshots/${snapshots[1]}`, 20);
    const first = await openQuickly(directory);
    expect(new TextDecoder().decode(first.snapshot)).toBe('after 6');
    expect([...first.batches]).toHaveLength(3);
    expect(first).toMatchObject({ isTrusted: false, ownLast: 9 });
    expect(first.findings).toEqual([expect.stringContaining('00000003.snap was damaged, and is now damaged/1-00000003.snap')]);
    await close(first.store);
    expect(await openQuickly(directory)).toMatchObject({ isTrusted: true, findings: [] });
  });

  test('of all snapshots is refused if the log does not go back to its beginning', async () => {
    const options = { segmentBytes: 256, keepLogBytes: 1 };
    const { store } = await openQuickly(directory, options);
    store.trim(new Map([[OWN, 100]]));
    for (let i = 1; i <= 20; i++) {
      await append(store, batch(OWN, i, 1));
      if (i % 5 === 0) store.keepSnapshot(new Uint8Array(10));
      await settled();
    }
    await close(store);
    for (const name of readdirSync(`${directory}/snapshots`)) truncateSync(`${directory}/snapshots/${name}`, 20);
    const { code, message } = await refusal(openQuickly(directory, options));
    expect(code).toBe('STORE_CORRUPT');
    expect(message).toContain(`${directory}/snapshots holds no whole snapshot`);
    expect(message).toContain('remove it and start the branch with --replace');
  });

  test('that happens while the branch works is reported, and no such batch is handed out', async () => {
    const reports: string[] = [];
    const { store } = await openQuickly(directory, { recentBytes: 0, report: (sentence) => reports.push(sentence) });
    await append(store, batch(OWN, 1, 1));
    await append(store, batch(OWN, 2, 1));
    const file = `${directory}/log/00000001.log`;
    const bytes = readFileSync(file);
    bytes.fill(0xff, HEADER_BYTES + 80, HEADER_BYTES + 84);
    writeFileSync(file, bytes, { flag: 'r+' });
    expect(texts(store.read(OWN, 1, 2))).toEqual([`${OWN}:2+1`]);
    expect(texts(store.readAll())).toEqual([`${OWN}:2+1`]);
    truncateSync(file, HEADER_BYTES + 40);
    expect(store.read(OWN, 1, 1)).toEqual([]);
    expect(reports).toEqual(new Array(3).fill(expect.stringContaining('00000001.log cannot be read as it was written')));
  });
});

describe('a data directory in use', () => {
  test('is refused to a second opening in the same process, and free as soon as it is closed', async () => {
    const { store } = await open();
    expect(await refusal(open())).toMatchObject({
      code: 'DATA_DIRECTORY_IN_USE',
      message: expect.stringContaining('this process'),
    });
    store.close();
    await close((await open()).store);
  });

  const hasFlock = spawnSync('flock', ['--version']).status === 0;

  test.runIf(hasFlock)('is refused while another process has it, however that ends', async () => {
    await close((await open()).store);
    const script = `exec 9<>"$0"; flock 9; echo $$ >"$0"; echo held; exec sleep 60`;
    const other = spawn('sh', ['-c', script, `${directory}/lock`], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => other.stdout.once('data', resolve));
    const { code, message } = await refusal(open());
    expect(code).toBe('DATA_DIRECTORY_IN_USE');
    expect(message).toContain(`${directory}/lock is held by process ${other.pid}:`);
    await killed(other);
    await close((await open()).store);
  });
});

function killed(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  return gone;
}
