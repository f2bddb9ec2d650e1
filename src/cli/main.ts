import { Command, CommanderError } from 'commander';
import description from '../../package.json' with { type: 'json' };
import { harmless } from '../scenario/diagnostic.js';
import { CommandError, Exit } from './exit.js';
import { branches, customers } from './halves.js';
import { option } from './options.js';
import { run } from './run-command.js';

const EXIT_CODES = `
Exit codes:
  0  done, and every guarantee held
  1  a guarantee was violated, or the run could not be completed
  2  it is unknown whether a guarantee held
  64 wrong usage    65 bad input    70 a bug of Passbook
  130, 143  ended by SIGINT, SIGTERM`;

function program(): Command {
  const passbook = new Command('passbook')
    .description('A replicated bank in which every customer always sees its own writes, at any branch.')
    .version(description.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
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
      ),
    );
  addRun(passbook);
  addBranches(passbook);
  addCustomers(passbook);
  return passbook;
}

/** Examples come first: they are what most people look for. */
function examples(...lines: string[]): string {
  return `Examples:\n${lines.map((line) => `  npx passbook ${line}\n`).join('')}`;
}

function addRun(passbook: Command): void {
  passbook
    .command('run')
    .description('run a scenario over real branch processes: results, then a verdict')
    .addHelpText(
      'before',
      examples(
        'run scenarios/ten-branches.json',
        'run scenarios/read-your-writes.json --delay 1s --guarantees none',
        'run scenarios/base-bank.json --sequential --out results/base-bank.json',
        'run - --acks all -v < scenarios/two-branches.json',
      ),
    )
    .argument('<scenario>', 'JSON file with branches and customers; - reads standard input')
    .addOption(option.out())
    .addOption(option.guarantees())
    .addOption(option.acks())
    .addOption(option.delay())
    .addOption(option.jitter())
    .addOption(option.deadline())
    .addOption(option.basePort('branch b listens on this port + b; 0 takes free ports'))
    .addOption(option.sequential())
    .addOption(option.history())
    .addOption(option.verbose())
    .addOption(option.logJson())
    .addHelpText('after', EXIT_CODES)
    .action(async (scenario, options) => {
      process.exitCode = await run(scenario, options);
    });
}

function addBranches(passbook: Command): void {
  passbook
    .command('branches')
    .description('start the branches of a scenario and keep them, for `passbook customers`')
    .addHelpText('before', examples('branches scenarios/two-branches.json', 'branches scenarios/ten-branches.json --delay 2s -v'))
    .argument('<scenario>', 'JSON file with branches and customers; - reads standard input')
    .addOption(option.delay())
    .addOption(option.jitter())
    .addOption(option.basePort('branch b listens on this port + b'))
    .addOption(option.verbose())
    .addOption(option.logJson())
    .action(async (scenario, options) => {
      process.exitCode = await branches(scenario, options);
    });
}

function addCustomers(passbook: Command): void {
  passbook
    .command('customers')
    .description('run the customers of a scenario at branches started by `passbook branches`')
    .addHelpText(
      'before',
      examples('customers scenarios/two-branches.json', 'customers scenarios/ten-branches.json --delay 2s --guarantees none'),
    )
    .argument('<scenario>', 'the same file; - reads standard input')
    .addOption(option.out())
    .addOption(option.guarantees())
    .addOption(option.acks())
    .addOption(option.delay('the delay of the branches, from which the deadline follows'))
    .addOption(option.jitter('the jitter of the branches, from which the deadline follows'))
    .addOption(option.deadline())
    .addOption(option.basePort('branch b is on this port + b'))
    .addOption(option.sequential())
    .addOption(option.history())
    .addOption(option.wait())
    .addHelpText('after', EXIT_CODES)
    .action(async (scenario, options) => {
      process.exitCode = await customers(scenario, options);
    });
}

async function main(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? Exit.done : Exit.usage;
    } else if (error instanceof CommandError) {
      process.stderr.write(`passbook: ${harmless(error.message)}\n`);
      process.exitCode = error.exitCode;
    } else {
      process.stderr.write(`passbook: this is a bug of Passbook, please report it.\n${(error as Error).stack}\n`);
      process.exitCode = Exit.ourBug;
    }
  }
}

void main();
