import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readBank } from './bank-file.js';
import { checkEmpty, type NewDirectory } from './create-directory.js';
import type { FileStore } from './file-store.js';
import { DIRECTORY_MODE } from './files.js';
import { takeLock } from './lock.js';
import { type OpenedDirectory, openLocked } from './opening.js';
import { type StoreOptions, settingsOf } from './options.js';
import { explain } from './store-error.js';

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
  await open.get(directory)?.closed;
  try {
    mkdirSync(directory, { recursive: true, mode: DIRECTORY_MODE });
    const lock = takeLock(join(directory, 'lock'));
    try {
      const opened = await openLocked(directory, make, settingsOf(options), () => {
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
    throw explain(error, directory);
  }
}

/** Whether there is one already. Throws a StoreError if there is none, and none can be made. */
export function isDataDirectory(path: string): boolean {
  const directory = resolve(path);
  try {
    if (readBank(directory)) return true;
    if (existsSync(directory)) checkEmpty(directory, true);
    return false;
  } catch (error) {
    throw explain(error, directory);
  }
}
