import {
  closeSync,
  constants,
  fdatasync,
  fsync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  write,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, StoreError } from './store-error.js';

/** The calls that fail when a disk is full or breaks; tests let them. All write the whole of `bytes`, at `position`. */
export interface Files {
  /** Into the memory of the system, within the call: for what is small. */
  write(fd: number, bytes: Uint8Array, position: number): void;
  writeLater(fd: number, bytes: Uint8Array, position: number): Promise<void>;
  /** Resolves when what was written is durable. */
  dataSync(fd: number): Promise<void>;
  /** The same for a file that is new or a directory. */
  sync(fd: number): Promise<void>;
}

const writePromise = promisify(write);

export const nodeFiles: Files = {
  write(fd, bytes, position) {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, position + at);
  },
  async writeLater(fd, bytes, position) {
    for (let at = 0; at < bytes.length; )
      at += (await writePromise(fd, bytes, at, bytes.length - at, position + at)).bytesWritten;
  },
  dataSync: promisify(fdatasync),
  sync: promisify(fsync),
};

/** Only its owner may read a data directory. */
export const FILE_MODE = 0o600;
export const DIRECTORY_MODE = 0o700;
/** What is not finished has this at the end of its name, and nobody reads it. */
export const UNFINISHED = '.tmp';

/**
 * Makes a folder, and those that it is in, where they are missing; says whether it was missing.
 * One after the other: what Node does by itself never returns where the system says of a
 * folder that is there that it is not, as below /proc, and hides that a disk is read-only.
 */
export function makeFolder(path: string): boolean {
  if (isFolder(path)) return false;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: DIRECTORY_MODE });
    return true;
  } catch (error) {
    // Somebody else may have been faster.
    if (codeOf(error) === 'EEXIST' && isFolder(path)) return false;
    if (codeOf(error) !== 'ENOENT') throw error;
    const message = `${path} cannot be made: nobody can make folders in ${dirname(path)}; name a directory elsewhere`;
    throw new StoreError('DATA_DIRECTORY_UNUSABLE', message, { cause: error });
  }
}

/** Throws a StoreError if it is something else than a folder. */
export function isFolder(path: string): boolean {
  const found = statOf(path);
  if (found === undefined || found.isDirectory()) return found !== undefined;
  const what = found.isFile() ? 'is a file' : 'is no directory';
  throw new StoreError('DATA_DIRECTORY_UNUSABLE', `${path} ${what}: name a directory, or one that does not exist`);
}

/** Undefined if there is nothing, also because something on the way there is a file. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Makes a file appear under its name at once and whole, or not at all. */
export async function createFile(files: Files, path: string, fill: (fd: number) => Promise<void>): Promise<void> {
  const unfinished = path + UNFINISHED;
  const fd = openSync(unfinished, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, FILE_MODE);
  try {
    await fill(fd);
    await files.sync(fd);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
  await syncDirectory(files, dirname(path));
}

/** Makes names durable that appeared in a directory or went. */
export async function syncDirectory(files: Files, path: string): Promise<void> {
  const fd = openSync(path, constants.O_RDONLY);
  try {
    await files.sync(fd);
  } finally {
    closeSync(fd);
  }
}
