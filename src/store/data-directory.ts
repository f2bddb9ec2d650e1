import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BankOfDirectory } from './bank-file.js';
import type { FileStore } from './file-store.js';
import { DIRECTORY_MODE } from './files.js';
import { takeLock } from './lock.js';
import { type OpenedDirectory, openLocked } from './opening.js';
import { type StoreOptions, settingsOf } from './options.js';
import { explain } from './store-error.js';

export type { BankOfDirectory } from './bank-file.js';
export type { FileStore } from './file-store.js';
export type { OpenedDirectory } from './opening.js';
export type { StoreOptions } from './options.js';
export { StoreError, type StoreErrorCode } from './store-error.js';

/** The directories that this process has open, or is letting go of. */
const open = new Map<string, FileStore>();

/**
 * Opens the directory and verifies all that is in it. If it does not exist, or is
 * empty, creates it, for its owner only, for what `found` says.
 */
export async function openDataDirectory(
  path: string,
  found: () => BankOfDirectory,
  options: StoreOptions = {},
): Promise<OpenedDirectory> {
  const directory = resolve(path);
  await open.get(directory)?.closed;
  try {
    mkdirSync(directory, { recursive: true, mode: DIRECTORY_MODE });
    const lock = takeLock(join(directory, 'lock'));
    try {
      const opened = await openLocked(directory, found, settingsOf(options), () => {
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
