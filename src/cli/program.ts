import { Command } from 'commander';
import description from '../../package.json' with { type: 'json' };
import { addExplaining } from './commands/explaining.js';
import { examples } from './commands/help.js';
import { addJudging } from './commands/judging.js';
import { addRuns } from './commands/runs.js';
import { addServing } from './commands/serving.js';
import { addShell } from './commands/shell.js';
import { addSimulation } from './commands/simulation.js';
import { addUnderstanding } from './commands/understanding.js';

/** The command line: what help, suggestions and completion are made from. */
export function program(): Command {
  const passbook = new Command('passbook')
    .description('A replicated bank in which every customer always sees its own writes, at any branch.')
    .version(description.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Try --help.')
    .configureHelp({ sortSubcommands: false })
    .exitOverride()
    .addHelpText(
      'before',
      examples(
        'run scenarios/ten-branches.json',
        'run scenarios/ten-branches.json --guarantees none --delay 300ms',
        'branches scenarios/two-branches.json     and, in another terminal,',
        'customers scenarios/two-branches.json',
        'check scenarios/ten-branches.json output.json',
        'grade handed-in/ --scenario input.json',
        'diff scenarios/read-your-writes.json --without read-your-writes',
        'serve --branch 1 --peers 2=127.0.0.1:20002 --data bank/1',
        'simulate --seeds 1000',
      ),
    );
  addRuns(passbook);
  addServing(passbook);
  addJudging(passbook);
  addUnderstanding(passbook);
  addExplaining(passbook);
  addSimulation(passbook);
  addShell(passbook);
  return passbook;
}
