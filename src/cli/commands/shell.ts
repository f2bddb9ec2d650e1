import { Argument, type Command } from 'commander';
import { bashCompletion } from '../completion/bash.js';
import { fishCompletion } from '../completion/fish.js';
import { type Completion, completionOf } from '../completion/model.js';
import { zshCompletion } from '../completion/zsh.js';

const SHELLS: Readonly<Record<string, (completion: Completion) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** What a shell wants to know of the program itself. */
export function addShell(passbook: Command): void {
  passbook
    .command('completion')
    .description('print a script by which a shell completes commands, flags and files')
    .addHelpText(
      'before',
      'Examples:\n  source <(npx passbook completion bash)\n  source <(npx passbook completion zsh)\n' +
        '  npx passbook completion fish | source\n',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText('after', '\nIt is for the command `passbook`: after `npm link`, or with an alias of that name.')
    .action((shell: string) => {
      process.stdout.write(SHELLS[shell]?.(completionOf(passbook)) ?? '');
    });
}
