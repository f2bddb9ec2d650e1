import type { CommandWords, Completion, FlagWords, ValueWords } from './model.js';

/** Works with bash 3.2, which is what macOS has. */
export function bashCompletion({ commands, flags }: Completion): string {
  const names = commands.map(({ name }) => name);
  return `# bash completion of passbook: source <(passbook completion bash)
_passbook() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" command='' words='' i
  local IFS=$'\\n'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${names.join(' | ')}) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  case "$command $previous" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
${commands.map(commandCase).join('\n')}
    *) words=${wordList([...names, ...flagNames(flags)])} ;;
  esac
  if [[ $words && ($current == -* || -z $command) ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ $command ]]; then
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _passbook passbook
`;
}

/** What may follow a flag; the first match ends the function. */
function valueCases(command: CommandWords): string[] {
  const flags = command.flags.flatMap(({ names, value }) => (value ? [caseOf(command, names, value)] : []));
  const [argument] = command.arguments;
  // Only the word right after the command: what comes later may be another argument.
  return argument && Array.isArray(argument.from) ? [...flags, caseOf(command, [command.name], argument)] : flags;
}

function caseOf({ name }: CommandWords, after: readonly string[], { from }: ValueWords): string {
  const pattern = after.map((word) => `'${name} ${word}'`).join(' | ');
  if (from === 'files') return `    ${pattern}) COMPREPLY=($(compgen -f -- "$current")); return ;;`;
  if (from === 'nothing') return `    ${pattern}) return ;;`;
  return `    ${pattern}) COMPREPLY=($(compgen -W ${wordList(from)} -- "$current")); return ;;`;
}

function commandCase({ name, flags }: CommandWords): string {
  return `    ${name}) words=${wordList(flagNames(flags))} ;;`;
}

function flagNames(flags: readonly FlagWords[]): string[] {
  return flags.flatMap(({ names }) => names);
}

/** Separated as IFS says, so that files may have spaces in their names. */
function wordList(words: readonly string[]): string {
  return `$'${words.join('\\n')}'`;
}
