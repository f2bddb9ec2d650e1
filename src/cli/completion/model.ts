import type { Argument, Command, Option } from 'commander';
import { GUARANTEES } from '../../domain/guarantees.js';

/** What a shell completes: taken from the program itself, so that it cannot drift from it. */
export interface Completion {
  readonly commands: readonly CommandWords[];
  /** Before any command. */
  readonly flags: readonly FlagWords[];
}

export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly FlagWords[];
  readonly arguments: readonly ValueWords[];
}

export interface FlagWords {
  /** `-o`, `--out`: those that there are. */
  readonly names: readonly string[];
  readonly description: string;
  /** Absent where the flag takes none. */
  readonly value?: ValueWords;
}

export interface ValueWords {
  readonly name: string;
  /** Words to choose from, files of the disk, or nothing that a shell could guess. */
  readonly from: readonly string[] | 'files' | 'nothing';
}

const FILES = /^(?:scenario|results|file|folder)$/;

export function completionOf(program: Command): Completion {
  const help = program.createHelp();
  const visible = help.visibleCommands(program);
  const names = visible.map((command) => command.name()).filter((name) => name !== 'help');
  return {
    commands: visible.map((command) => ({
      name: command.name(),
      description: command.description(),
      flags: help.visibleOptions(command).map(flagWords),
      arguments: command.name() === 'help' ? [{ name: 'command', from: names }] : command.registeredArguments.map(argumentWords),
    })),
    flags: help.visibleOptions(program).map(flagWords),
  };
}

function flagWords(option: Option): FlagWords {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const placeholder = /<([^>]+)>/.exec(option.flags)?.[1];
  const value = placeholder === undefined ? {} : { value: valueWords(placeholder, option.argChoices) };
  return { names, description: option.description, ...value };
}

function argumentWords(argument: Argument): ValueWords {
  return valueWords(argument.name(), argument.argChoices);
}

/** Values that are more than a choice of one, with words to begin with. */
const SUGGESTED: Readonly<Record<string, readonly string[]>> = {
  names: ['all', 'none', ...GUARANTEES.map(({ name }) => name)],
};

function valueWords(name: string, choices: readonly string[] = SUGGESTED[name] ?? []): ValueWords {
  if (choices.length > 0) return { name, from: choices };
  return { name, from: FILES.test(name) ? 'files' : 'nothing' };
}
