import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
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

/** Below the folder of a student; what lies deeper is hardly handed in. */
const DEEPEST = 5;
/** What operating systems, packages and interpreters leave behind, beside all that begins with a dot. */
const LEFT_BEHIND = ['__MACOSX', '__pycache__', 'node_modules', 'venv'];

export interface HandedIn {
  /** Files that may be results, sorted by name. */
  readonly files: readonly Found[];
  /** The folders right in the folder: each is a student, who may have handed in nothing. */
  readonly students: readonly string[];
  /** Folders that cannot be read, with why. */
  readonly closed: readonly { readonly name: string; readonly why: string }[];
  /** Other files, and folders that are too deep, those nearest to the top first. */
  readonly passedOver: readonly string[];
}

export function handedIn(folder: string): HandedIn {
  const files: Found[] = [];
  const students: string[] = [];
  const closed: HandedIn['closed'][number][] = [];
  const passedOver: string[] = [];
  let level = visible(folder);
  for (let depth = 0; level.length > 0; depth++) {
    level = level.flatMap((name) => {
      const path = join(folder, name);
      if (depth === 0 ? !isFolder(path) : !isOwnFolder(path)) {
        if (RESULTS.test(name)) files.push({ name, path });
        else passedOver.push(name);
        return [];
      }
      if (depth === 0) students.push(name);
      if (depth <= DEEPEST) return inside(name, path);
      passedOver.push(`${name}/`);
      return [];
    });
  }
  return { files: files.sort((a, b) => compareNames(a.name, b.name)), students, closed, passedOver };

  /** One folder that is closed keeps nobody from grading the others. */
  function inside(name: string, path: string): string[] {
    try {
      return visible(path).map((inner) => `${name}/${inner}`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      closed.push({ name: `${name}/`, why: error.message });
      return [];
    }
  }
}

/** `student2` before `student10`. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

export function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : 1);
}

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
    const read = readScenario(text, name);
    return 'scenario' in read && read.scenario.customers.length > 0;
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

function visible(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.') && !LEFT_BEHIND.includes(name));
  } catch (error) {
    throw new CommandError(`${folder} ${whyNot(error as NodeJS.ErrnoException)}`, Exit.badInput);
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOTDIR') return 'is a file, not a folder; for one file: passbook check <scenario> <results>';
  return `cannot be read: ${code === 'ENOENT' ? 'there is no such folder' : message}`;
}

/** Links may lead in a circle. */
function isOwnFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
