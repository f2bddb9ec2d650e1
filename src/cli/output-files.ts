import { accessSync, constants, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CommandError, Exit } from './exit.js';

/** Options that name a file to write, by their flags. */
export type OutputFiles = Readonly<Record<string, string | undefined>>;

/** Finds out before the run, not after it, that a file cannot be written, or that one would write over another or over what is read. */
export function prepareFiles(read: string, files: OutputFiles, called = 'the scenario'): void {
  const takenBy = new Map([[realPath(read), called]]);
  for (const [flag, path] of Object.entries(files)) {
    if (path === undefined) continue;
    const real = realPath(path);
    const earlier = takenBy.get(real);
    if (earlier) throw new CommandError(`${earlier} and ${flag} both name ${path}; give each a file of its own`, Exit.usage);
    takenBy.set(real, flag);
    prepareFile(path);
  }
}

/** The same for every name of a file, links included. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function prepareFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw new Error('it is a folder');
    // It is not opened: what is in it stays until there is something to write.
    accessSync(found ? path : dirname(path), constants.W_OK);
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${(error as Error).message}`);
  }
}

export function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${(error as Error).message}`);
  }
}
