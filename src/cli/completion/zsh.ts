import type { CommandWords, Completion, FlagWords, ValueWords } from './model.js';

export function zshCompletion({ commands, flags }: Completion): string {
  return `#compdef passbook
# zsh completion of passbook: source <(passbook completion zsh)
_passbook() {
  local -a commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${escaped(description, ':')}`)}`).join('\n')}
  )
  local curcontext="$curcontext" state line
  _arguments -C \\
${specs(flags)} \\
    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $words[1] in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _passbook ]]; then _passbook "$@"; else compdef _passbook passbook; fi
`;
}

function commandCase(command: CommandWords): string {
  const values = command.arguments.map((argument, i) => `    ${quoted(`${i + 1}:${argument.name}:${action(argument)}`)}`);
  const parts = [specs(command.flags), ...values].filter((part) => part !== '');
  return `        ${command.name}) _arguments \\\n${parts.join(' \\\n')} ;;`;
}

/** \`(-o --out)'{-o,--out}'[write …]:file:_files\`: each flag once. */
function specs(flags: readonly FlagWords[]): string {
  return flags
    .map(({ names, description, value }) => {
      const exclusive = names.length > 1 ? `'(${names.join(' ')})'` : '';
      const name = names.length > 1 ? `{${names.join(',')}}` : names[0];
      const after = value ? `:${value.name}:${action(value)}` : '';
      return `    ${exclusive}${name}${quoted(`[${escaped(description, '[]:')}]${after}`)}`;
    })
    .join(' \\\n');
}

function action({ from }: ValueWords): string {
  if (from === 'files') return '_files';
  return from === 'nothing' ? ' ' : `(${from.join(' ')})`;
}

function escaped(text: string, special: string): string {
  return [...text].map((character) => (special.includes(character) ? `\\${character}` : character)).join('');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
