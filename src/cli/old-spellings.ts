import { shellWord } from './shell-word.js';

/**
 * Commands and flags of the course projects that this program replaces, read as
 * its own where only one thing can be meant. docs/coming-from-a-course-project.md
 * has the whole table.
 */

/** Their programs, without `.py` and with dashes, and ours. */
const COMMANDS: Readonly<Record<string, string>> = {
  main: 'run',
  'run-branch': 'branches',
  'run-branches': 'branches',
  'run-customer': 'customers',
  'run-customers': 'customers',
};
const CHECKERS = /^(?:checker|check-output|check-results)(?:-.*)?$/;
const INPUT_FLAGS: readonly string[] = ['--input-file', '--input'];
const OUTPUT_FLAGS: readonly string[] = ['--output-file', '--output'];

export type Translation =
  /** `changed`: the arguments were spelled otherwise. */
  | { readonly args: readonly string[]; readonly changed: boolean }
  /** The command to type instead, with a reason. */
  | { readonly instead: string; readonly because: string };

/** `args` are those after the program; `known` are the names of our commands. */
export function translate(args: readonly string[], known: readonly string[]): Translation {
  const [word = '', ...rest] = args;
  const theirs = wordOf(word);
  if (CHECKERS.test(theirs) && !known.includes(word)) {
    const files = rest.map(shellWord).filter((file) => !file.startsWith('-'));
    const named = files.length > 1 ? files.slice(0, 2).join(' ') : `SCENARIO ${files[0] ?? 'RESULTS'}`;
    const because = 'a checker that sees results alone passes any constant; ours compares them with the scenario';
    return { instead: `passbook check ${named}`, because };
  }
  const command = Object.hasOwn(COMMANDS, theirs) ? COMMANDS[theirs] : undefined;
  const flags = translateFlags(command === undefined ? args : rest);
  if (isScenarioName(word)) return { instead: commandLine(['run', ...flags.args]), because: 'the command is missing' };
  if (command !== undefined) return { args: [command, ...flags.args], changed: true };
  // `--input_file input.json` without any command: their program has only one.
  if (flags.hasInput && !known.includes(word)) return { args: ['run', ...flags.args], changed: true };
  return flags;
}

function translateFlags(args: readonly string[]): { args: string[]; changed: boolean; hasInput: boolean } {
  const translated: string[] = [];
  let [hasInput, ended] = [false, false];
  for (const arg of args) {
    ended ||= arg === '--';
    const [, flag = '', value] = (!ended && /^(--[a-z][a-z_-]*)(?:=(.*))?$/s.exec(arg)) || [];
    const ours = flag.replaceAll('_', '-');
    if (INPUT_FLAGS.includes(ours)) {
      // What it names, here or in the next argument, is an argument of ours.
      hasInput = true;
      if (value !== undefined) translated.push(value);
    } else if (flag === '') translated.push(arg);
    else translated.push(`${OUTPUT_FLAGS.includes(ours) ? '--out' : ours}${value === undefined ? '' : `=${value}`}`);
  }
  const changed = translated.length !== args.length || translated.some((arg, i) => arg !== args[i]);
  return { args: translated, changed, hasInput };
}

/** `run_branch.py` and `./run-branch` are the same program. */
function wordOf(word: string): string {
  return word.replace(/^\.\//, '').replace(/\.py$/, '').replaceAll('_', '-').toLowerCase();
}

function isScenarioName(word: string): boolean {
  return !word.startsWith('-') && /\.json$/i.test(word);
}

/** As one types it. */
export function commandLine(args: readonly string[]): string {
  return ['passbook', ...args.map(shellWord)].join(' ');
}
