import { join, resolve } from 'node:path';
import { type Place, readBank } from './bank-file.js';
import { checkEmpty, checkNotForeign, type NewDirectory } from './create-directory.js';
import type { FileStore } from './file-store.js';
import { isFolder, makeFolder } from './files.js';
import { takeLock } from './lock.js';
import { type OpenedDirectory, openLocked } from './opening.js';
import { type StoreOptions, settingsOf } from './options.js';
import { explain, isNoSpace, noRoomToStart } from './store-error.js';

export type { BankOfDirectory, Place } from './bank-file.js';
export type { NewDirectory } from './create-directory.js';
export type { FileStore } from './file-store.js';
export type { OpenedDirectory } from './opening.js';
export type { LogSizes, StoreOptions } from './options.js';
export { StoreError, type StoreErrorCode } from './store-error.js';

/** The directories that this process has open, or is letting go of. */
const open = new Map<string, FileStore>();

/**
 * Opens the directory and verifies all that is in it. If it does not exist, or is
 * empty, creates it, for its owner only, for what `make` says.
 */
export async function openDataDirectory(
  path: string,
  make: () => NewDirectory,
  options: StoreOptions = {},
): Promise<OpenedDirectory> {
  const directory = resolve(path);
  const settings = settingsOf(options);
  await open.get(directory)?.closed;
  try {
    makeFolder(directory);
    // Before the lock, which is a file in it: what is not ours stays as it is.
    checkNotForeign(directory);
    const lock = takeLock(join(directory, 'lock'));
    try {
      const opened = await openLocked(directory, make, settings, () => {
        open.delete(directory);
        lock.release();
      });
      open.set(directory, opened.store);
      return opened;
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (isNoSpace(error)) throw noRoomToStart(directory, settings.segmentBytes, error);
    throw explain(error, directory);
  }
}

/** How the directory that is there already came to be; undefined if there is none. Throws a StoreError if none can be made either. */
export function placeOf(path: string): Place | undefined {
  const directory = resolve(path);
  try {
    if (!isFolder(directory)) return undefined;
    const bank = readBank(directory);
    if (!bank) checkEmpty(directory, true);
    return bank?.bank.place;
  } catch (error) {
    throw explain(error, directory);
  }
}
