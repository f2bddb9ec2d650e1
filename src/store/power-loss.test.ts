import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { WriteBatch } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import { type Files, nodeFiles } from './files.js';
import { batch, IN_MEMORY, OTHER, OWN, openQuickly, settled, temporaryFolder, texts } from './fixtures.js';
import type { OpenedDirectory } from './opening.js';

/** `SEEDS=1500 npx vitest run src/store/power-loss.test.ts` for more; processes that are stopped keep their files open, so not for many more. */
const SEEDS = Number(process.env.SEEDS ?? 40);
const LIVES = 6;
const SECTOR = 512;

/** What was in a place before a write that was not synced. */
interface Unsynced {
  readonly position: number;
  readonly before: Buffer;
}

/**
 * A disk that, when power goes, forgets any sectors of what was not synced, and any
 * names that appeared, changed or went in a directory since that was.
 */
class Disk {
  private readonly unsynced = new Map<number, Unsynced[]>();
  private readonly names: Names;

  constructor(
    private readonly rng: Rng,
    private readonly directory: string,
  ) {
    this.names = new Names(directory, `${directory}.vault`);
  }

  /** The files as a process sees them. When it is stopped, it waits for ever; now and then the disk makes it wait so, too. */
  process(): { readonly files: Files; readonly stop: () => void } {
    let isStopped = false;
    const orStop = () => (isStopped || this.rng.chance(0.01) ? new Promise<void>(() => undefined) : Promise.resolve());
    const write = (fd: number, bytes: Uint8Array, position: number) => {
      const before = Buffer.alloc(bytes.length);
      readSync(fd, before, 0, bytes.length, position);
      this.writesOf(fd).push({ position, before });
      nodeFiles.write(fd, bytes, position);
    };
    const sync = async (fd: number) => {
      await orStop();
      if (fstatSync(fd).isDirectory()) this.names.sync(fstatSync(fd).ino);
      else this.writesOf(fd).length = 0;
      await orStop();
    };
    const writeLater = async (fd: number, bytes: Uint8Array, position: number) => {
      await orStop();
      write(fd, bytes, position);
    };
    const stop = () => {
      isStopped = true;
    };
    return { files: { write, writeLater, sync, dataSync: sync }, stop };
  }

  losePower(): void {
    this.names.lose(() => this.rng.chance(0.5));
    for (const name of readdirSync(this.directory, { recursive: true, encoding: 'utf8' })) {
      const path = join(this.directory, name);
      const fd = statSync(path).isFile() ? openSync(path, 'r+') : undefined;
      if (fd === undefined) continue;
      for (const { position, before } of this.writesOf(fd).toReversed()) this.forget(fd, position, before);
      closeSync(fd);
    }
    this.unsynced.clear();
  }

  private forget(fd: number, position: number, before: Buffer): void {
    let at = 0;
    while (at < before.length) {
      const end = Math.min(before.length, at + SECTOR - ((position + at) % SECTOR));
      if (this.rng.chance(0.5)) writeSync(fd, before, at, end - at, position + at);
      at = end;
    }
  }

  private writesOf(fd: number): Unsynced[] {
    const { ino, size } = fstatSync(fd);
    let writes = this.unsynced.get(ino);
    // A file that is new may have the number of one that is gone.
    if (!writes || size === 0) this.unsynced.set(ino, (writes = []));
    return writes;
  }
}

/** Which names of a directory, and of those in it, are durable. What they name stays in a vault, to be named again. */
class Names {
  /** Of every folder: names and the files they stand for. */
  private readonly durable = new Map<string, Map<string, number>>();

  constructor(
    private readonly directory: string,
    private readonly vault: string,
  ) {
    mkdirSync(vault, { recursive: true });
  }

  /** Whatever folder it is: if it is one of these, its names are durable now. */
  sync(inode: number): void {
    const path = this.folders().find((folder) => statSync(folder).ino === inode);
    if (path === undefined) return;
    const names = new Map(readdirSync(path).map((name) => [name, statSync(join(path, name)).ino]));
    this.durable.set(path, names);
    for (const [name, file] of names) {
      if (statSync(join(path, name)).isFile() && !existsSync(join(this.vault, `${file}`)))
        linkSync(join(path, name), join(this.vault, `${file}`));
    }
  }

  lose(isForgotten: () => boolean): void {
    for (const folder of this.folders()) {
      // It may be gone with the one that it was in.
      if (!existsSync(folder)) continue;
      const durable = this.durable.get(folder) ?? new Map<string, number>();
      for (const name of new Set([...durable.keys(), ...readdirSync(folder)])) {
        const path = join(folder, name);
        const file = durable.get(name);
        const now = statSync(path, { throwIfNoEntry: false });
        // A folder that took the place of another stays.
        const isAsItWas = file !== undefined && (now?.ino === file || now?.isDirectory());
        if (isAsItWas || !isForgotten()) continue;
        rmSync(path, { recursive: true, force: true });
        if (file !== undefined) linkSync(join(this.vault, `${file}`), path);
      }
    }
    for (const folder of this.folders()) this.sync(statSync(folder).ino);
  }

  private folders(): string[] {
    const folders = readdirSync(this.directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [this.directory, ...folders.map(({ name }) => join(this.directory, name))];
  }
}

/** What a process starts with: what the snapshot sums up, and the log behind it. */
function stateOf({ snapshot, batches }: OpenedDirectory): string[] {
  const summedUp = snapshot ? (JSON.parse(new TextDecoder().decode(snapshot)) as string[]) : [];
  return [...summedUp, ...texts(batches)];
}

const folder = temporaryFolder(IN_MEMORY);
afterAll(() => folder.remove());

test('what was acknowledged outlives processes that are killed and power that goes, again and again', async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const rng = new Rng(seed);
    const path = `${folder.path}/${seed}`;
    mkdirSync(path);
    const disk = new Disk(rng.fork(), path);
    const options = { segmentBytes: rng.pick([64 + 3 * 136, 64 + 10 * 136, 700]), keepLogBytes: 1 };
    let appended: string[] = [];
    let acknowledged = 0;
    for (let life = 0; life < LIVES; life++) {
      const process = disk.process();
      const open = async () => {
        const opened = await openQuickly(path, { ...options, files: process.files });
        expect(opened, `seed ${seed}, life ${life}`).toMatchObject({ isTrusted: true, findings: [] });
        const state = stateOf(opened);
        expect(state.length).toBeGreaterThanOrEqual(acknowledged);
        expect(state).toEqual(appended.slice(0, state.length));
        // What nobody knew of is known from now on.
        acknowledged = state.length;
        appended = state;
        return opened.store;
      };
      const opening = open();
      const store = await Promise.race([opening, settled()]);
      for (let i = store ? rng.integer(0, 25) : 0; store && i > 0; i--) {
        const origin = rng.pick([OWN, OTHER]);
        const group: WriteBatch[] = [];
        for (let n = rng.integer(1, 2); n > 0; n--) {
          // A sequence may be used again, but then in another life.
          const made = batch(
            origin,
            appended.filter((text) => text.startsWith(`${origin}`)).length + 1,
            1,
            rng.pick([40, 40, 300]),
          );
          made.encoded?.set([0x41 + life], 39);
          group.push(made);
          appended.push(...texts([made.encoded as Uint8Array]));
        }
        const all = appended.length;
        store.append(group, () => (acknowledged = all));
        if (rng.chance(0.7)) await settled();
        if (rng.chance(0.1)) store.keepSnapshot(new TextEncoder().encode(JSON.stringify(appended)));
        if (rng.chance(0.2)) store.trim(new Map([OWN, OTHER].map((each) => [each, appended.length])));
      }
      process.stop();
      if (rng.chance(0.6)) disk.losePower();
    }
  }
});
