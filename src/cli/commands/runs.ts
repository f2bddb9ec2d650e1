import type { Command } from 'commander';
import { branches, customers } from '../halves.js';
import { option } from '../options.js';
import { run } from '../run-command.js';
import { examples, RUN_EXIT_CODES } from './help.js';

/** The commands that start branches, or customers, or both. */
export function addRuns(passbook: Command): void {
  addRun(passbook);
  addBranches(passbook);
  addCustomers(passbook);
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
        'run scenarios/withdrawals.json --format lines --reasons --report report.txt',
        'run - --acks all -v < scenarios/two-branches.json',
      ),
    )
    .argument('<scenario>', 'JSON file with branches and customers; - reads standard input')
    .addOption(option.out())
    .addOption(option.format())
    .addOption(option.reasons())
    .addOption(option.report())
    .addOption(option.guarantees())
    .addOption(option.acks())
    .addOption(option.delay())
    .addOption(option.jitter())
    .addOption(option.deadline())
    .addOption(option.basePort('branch b listens on this port + b; 0 takes free ports'))
    .addOption(option.data())
    .addOption(option.sequential())
    .addOption(option.history())
    .addOption(option.verbose())
    .addOption(option.logJson())
    .addHelpText('after', RUN_EXIT_CODES)
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
    .addOption(option.data())
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
      examples(
        'customers scenarios/two-branches.json',
        'customers scenarios/two-branches.json --out output/output.json --report report.txt',
        'customers scenarios/ten-branches.json --delay 2s --guarantees none',
      ),
    )
    .argument('<scenario>', 'the same file; - reads standard input')
    .addOption(option.out())
    .addOption(option.format())
    .addOption(option.reasons())
    .addOption(option.report())
    .addOption(option.guarantees())
    .addOption(option.acks())
    .addOption(option.delay('the delay of the branches, from which the deadline follows'))
    .addOption(option.jitter('the jitter of the branches, from which the deadline follows'))
    .addOption(option.deadline())
    .addOption(option.basePort('branch b is on this port + b'))
    .addOption(option.sequential())
    .addOption(option.history())
    .addOption(option.wait())
    .addHelpText('after', RUN_EXIT_CODES)
    .action(async (scenario, options) => {
      process.exitCode = await customers(scenario, options);
    });
}
