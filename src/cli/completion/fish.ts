import type { CommandWords, Completion, FlagWords, ValueWords } from './model.js';

export function fishCompletion({ commands, flags }: Completion): string {
  const names = commands.map(({ name }) => name).join(' ');
  const first = `not __fish_seen_subcommand_from ${names}`;
  return [
    '# fish completion of passbook: passbook completion fish | source',
    'complete -c passbook -f',
    ...flags.map((flag) => flagLine(first, flag)),
    ...commands.map(({ name, description }) => line(first, `-a ${name} -d ${quoted(description)}`)),
    ...commands.flatMap((command) => commandLines(command)),
    '',
  ].join('\n');
}

function commandLines(command: CommandWords): string[] {
  const here = `__fish_seen_subcommand_from ${command.name}`;
  const values = command.arguments.map((argument) => valueFlags(argument)).filter((flags) => flags !== '');
  return [...new Set(values)].map((value) => line(here, value)).concat(command.flags.map((flag) => flagLine(here, flag)));
}

function flagLine(condition: string, { names, description, value }: FlagWords): string {
  const spelled = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const parts = [...spelled, ...(value ? ['-r', valueFlags(value)] : []), `-d ${quoted(description)}`];
  return line(condition, parts.filter((part) => part !== '').join(' '));
}

function valueFlags({ from }: ValueWords): string {
  if (from === 'files') return '-F';
  return from === 'nothing' ? '' : `-a ${quoted(from.join(' '))}`;
}

function line(condition: string, rest: string): string {
  return `complete -c passbook -n ${quoted(condition)} ${rest}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
