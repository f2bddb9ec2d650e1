import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError, Exit } from './exit.js';

const PLANT = fileURLToPath(new URL('../plants/plant.mjs', import.meta.url));

/** Where the program with the bug is built. */
const BUILT = fileURLToPath(new URL('plants', import.meta.url));

const PLANTED = 'PASSBOOK_PLANTED';

/** The bug that is built into this program, if one is. */
export function plantedBug(): string | undefined {
  return process.env[PLANTED];
}

/** Whatever else ends the command would look like a bug that was found. */
export function checkFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    const why = `the program with the bug is built in ${path}, which cannot be written: ${(error as Error).message}`;
    throw new CommandError(`${why}; --plant works in a clone of your own`, Exit.usage);
  }
}

/** The same command again, by a bundle that has the bug in it. Resolves to its exit code. */
export async function withPlant(name: string): Promise<number> {
  if (!existsSync(PLANT))
    throw new CommandError('planted bugs are built from the sources: --plant works in a clone of the repository', Exit.usage);
  checkFolder(BUILT);
  const args = process.argv.slice(2).filter((arg, i, all) => !/^--plant(=|$)/.test(arg) && all[i - 1] !== '--plant');
  const env = { ...process.env, [PLANTED]: name };
  const child = spawn(process.execPath, [PLANT, name, ...args], { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? Exit.ourBug));
  });
}
