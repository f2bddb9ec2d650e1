import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readScenario } from '../scenario/read.js';
import { CommandError, Exit } from './exit.js';
import { readInput } from './input-file.js';

/** What students hand in as results; anything else beside them is theirs. */
const RESULTS = /\.(?:json|jsonl|ndjson|txt|out)$/i;
/** What a scenario is called where it lies beside the results. */
const SCENARIO = /^(?:input|scenario)\.json$/i;

export interface Found {
  /** Relative to the folder, with slashes. */
  readonly name: string;
  readonly path: string;
}

/** Files that may be results, in the folder and in the folders right in it, sorted by name. */
export function filesOf(folder: string): Found[] {
  const found: Found[] = [];
  for (const name of visible(folder)) {
    if (isFolder(join(folder, name))) for (const inner of visible(join(folder, name))) add(`${name}/${inner}`);
    else add(name);
  }
  return found.sort((a, b) => COLLATOR.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));

  function add(name: string): void {
    const path = join(folder, name);
    if (RESULTS.test(name) && !isFolder(path)) found.push({ name, path });
  }
}

/** `student2` before `student10`. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

/** The one scenario among the files, where it is clear which: by its name, or because no other file is one. */
export async function scenarioAmong(folder: string, files: readonly Found[]): Promise<string> {
  const top = files.filter(({ name }) => !name.includes('/'));
  const named = top.filter(({ name }) => SCENARIO.test(name));
  if (named[0] && named.length === 1) return named[0].path;
  const scenarios: string[] = [];
  for (const { path } of named.length > 0 ? named : top) if (await isScenario(path)) scenarios.push(path);
  if (scenarios[0] && scenarios.length === 1) return scenarios[0];
  const why =
    scenarios.length === 0
      ? 'there is no scenario'
      : `there are several scenarios (${scenarios.map((path) => basename(path)).join(', ')})`;
  throw new CommandError(`${why} in ${folder}; name it: --scenario FILE`, Exit.usage);
}

/** Whether the file lists branches and customers, and so is no results. */
export async function isScenario(path: string): Promise<boolean> {
  try {
    const { name, text } = await readInput(path);
    return 'scenario' in readScenario(text, name);
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}

export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** Without what operating systems leave behind: `.DS_Store`, `__MACOSX`. */
function visible(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.') && name !== '__MACOSX');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such folder' : (error as Error).message;
    throw new CommandError(`${folder} cannot be read: ${why}`, Exit.badInput);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
