import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BankFile, type BankOfDirectory, drawSalt, pathOfBank, writeBank } from './bank-file.js';
import { type Files, makeFolder, syncDirectory, UNFINISHED } from './files.js';
import { Snapshots } from './snapshots.js';
import { NEW_STATE, StateFile } from './state-file.js';
import { codeOf, explain, RESTORE_OR_REPLACE, StoreError } from './store-error.js';

export function logFolder(directory: string): string {
  return join(directory, 'log');
}

export function snapshotFolder(directory: string): string {
  return join(directory, 'snapshots');
}

/** What may be there before the file of the bank is, which is written last: a creation that was cut short is begun again. */
const BEGUN = /^(lock.*|state|log|snapshots)$/;

/** What a new directory is for. */
export interface NewDirectory {
  readonly bank: BankOfDirectory;
  /** What it begins with, if the bank is older. */
  readonly snapshot?: Uint8Array;
  /** The branch may have written with another directory: until it is sure that it has not, this one proves nothing. */
  readonly mayHaveWritten?: boolean;
}

/** Makes a data directory of an empty one. */
export async function createDirectory(files: Files, directory: string, made: NewDirectory): Promise<BankFile> {
  const { bank, snapshot, mayHaveWritten = false } = made;
  checkEmpty(directory, snapshot !== undefined);
  // Left by a creation that was cut short, under another salt.
  rmSync(snapshotFolder(directory), { recursive: true, force: true });
  makeFolders(directory);
  const file = { bank, salt: drawSalt() };
  await new StateFile(files, directory, { ...NEW_STATE, isEndKnown: !mayHaveWritten }).save({});
  if (snapshot) await keepFirst(files, directory, file.salt, snapshot);
  await syncWayTo(files, directory);
  await writeBank(files, directory, file);
  return file;
}

/** Those that are not there; where they are gone, all that was in them is missed later. */
export function makeFolders(directory: string): void {
  for (const folder of [logFolder(directory), snapshotFolder(directory)]) makeFolder(folder);
}

/** Makes its name durable, and those of the directories that it is in: any of them may be new. */
async function syncWayTo(files: Files, directory: string): Promise<void> {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    await syncDirectory(files, dirname(at)).catch((error: unknown) => {
      // Whoever may make a directory may not always read those it is in, and not every file system has syncs for them.
      if (codeOf(error) === 'EIO') throw explain(error, dirname(at));
    });
  }
}

/** Sums up nothing of the log, which has yet to begin. */
async function keepFirst(files: Files, directory: string, salt: number, snapshot: Uint8Array): Promise<void> {
  const snapshots = new Snapshots(snapshotFolder(directory), files, salt);
  await snapshots.keep(snapshot, { position: 0, ownThrough: 0 }, async () => undefined);
}

/** @param hasSnapshot what is made begins with one, so that one may be left of a creation that was cut short */
export function checkEmpty(directory: string, hasSnapshot: boolean): void {
  const names = namesIn(directory);
  const hasFiles = (name: string) => names.includes(name) && readdirSync(join(directory, name)).length > 0;
  if (hasFiles('log') || (hasFiles('snapshots') && !hasSnapshot)) {
    throw new StoreError(
      'STORE_CORRUPT',
      `${pathOfBank(directory)} is missing, and without it the log cannot be read: ${RESTORE_OR_REPLACE}`,
    );
  }
  checkNotForeign(directory, names);
}

/** Changes nothing, so that it can be asked before anything is: also before the directory is locked. */
export function checkNotForeign(directory: string, names = namesIn(directory)): void {
  const foreign = names.find((name) => !BEGUN.test(name));
  if (foreign === undefined || names.includes(basename(pathOfBank(directory)))) return;
  const message = `${directory} is no data directory and holds ${foreign}: name an empty directory, or one that does not exist`;
  throw new StoreError('DATA_DIRECTORY_UNUSABLE', message);
}

function namesIn(directory: string): string[] {
  return readdirSync(directory).filter((name) => !name.endsWith(UNFINISHED));
}
