import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BankFile, type BankOfDirectory, pathOfBank, writeBank } from './bank-file.js';
import { DIRECTORY_MODE, type Files, syncDirectory, UNFINISHED } from './files.js';
import { NEW_STATE, StateFile } from './state-file.js';
import { RESTORE_OR_REJOIN, StoreError } from './store-error.js';

export function logFolder(directory: string): string {
  return join(directory, 'log');
}

export function snapshotFolder(directory: string): string {
  return join(directory, 'snapshots');
}

/** What may be there before the file of the bank is, which is written last: a creation that was cut short is begun again. */
const BEGUN = /^(lock.*|state|log|snapshots)$/;

/** Makes a data directory of an empty one. */
export async function createDirectory(files: Files, directory: string, found: () => BankOfDirectory): Promise<BankFile> {
  checkEmpty(directory);
  for (const folder of [logFolder(directory), snapshotFolder(directory)])
    mkdirSync(folder, { recursive: true, mode: DIRECTORY_MODE });
  await new StateFile(files, directory, NEW_STATE).save({});
  const bank = await writeBank(files, directory, found());
  // Whoever may make a directory may not always read the one it is in.
  await syncDirectory(files, dirname(directory)).catch(() => undefined);
  return bank;
}

function checkEmpty(directory: string): void {
  const names = readdirSync(directory).filter((name) => !name.endsWith(UNFINISHED));
  const hasFiles = (name: string) => names.includes(name) && readdirSync(join(directory, name)).length > 0;
  if (hasFiles('log') || hasFiles('snapshots')) {
    throw new StoreError(
      'STORE_CORRUPT',
      `${pathOfBank(directory)} is missing, and without it the log cannot be read: ${RESTORE_OR_REJOIN}`,
    );
  }
  const foreign = names.find((name) => !BEGUN.test(name));
  if (foreign !== undefined) {
    const message = `${directory} is no data directory and holds ${foreign}: name an empty directory, or one that does not exist`;
    throw new StoreError('DATA_DIRECTORY_UNUSABLE', message);
  }
}
