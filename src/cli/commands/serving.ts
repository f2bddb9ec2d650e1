import { type Command, Option } from 'commander';
import type { BranchId } from '../../domain/ids.js';
import { option } from '../options.js';
import { type RetireOptions, retire } from '../retire-command.js';
import { serve } from '../serve-command.js';
import { parseAddress, parseBranch, readConfig, serveOptions } from '../serve-options.js';
import { examples } from './help.js';

/** The commands that run one branch as a service, and let it leave the bank. */
export function addServing(passbook: Command): void {
  addServe(passbook);
  addRetire(passbook);
}

function addServe(passbook: Command): void {
  const command = passbook
    .command('serve')
    .description('run one branch as a service, with its data in a folder')
    .addHelpText(
      'before',
      examples(
        'serve --branch 1 --peers 2=127.0.0.1:20002 --data bank/1 --accounts 1000.00',
        'serve --branch 2 --peers 1=127.0.0.1:20001 --data bank/2 --accounts 1000.00',
        'serve --branch 3 --peers 1=127.0.0.1:20001 --data bank/3 --join',
        'serve --config branch-1.json',
      ),
    );
  for (const make of Object.values(serveOptions)) command.addOption(make());
  command
    .addOption(option.verbose())
    .addOption(option.logJson())
    .addHelpText('after', AFTER)
    .action(async (options: Parameters<typeof serve>[0]) => {
      if (options.config !== undefined) readConfig(command, options.config);
      process.exitCode = await serve(command.opts());
    });
}

function addRetire(passbook: Command): void {
  passbook
    .command('retire')
    .description('let branches leave a running bank; their money stays in it')
    .argument('<branches...>', 'their numbers', (text: string, before: BranchId[] = []) => [...before, parseBranch(text)])
    .addOption(
      new Option('-a, --at <address>', 'host:port of the branch that decides: the lowest number of those that stay')
        .argParser(parseAddress)
        .makeOptionMandatory(),
    )
    .option('--lost', 'they are gone for good: give up what only they have')
    .option('--allow-plaintext', 'ask beyond this machine although nothing is encrypted')
    .addHelpText('before', examples('retire 3 --at 127.0.0.1:20001', 'retire 2 3 --lost --at 127.0.0.1:20001'))
    .addHelpText('after', AFTER_RETIRE)
    .action(async (branches: BranchId[], options: RetireOptions) => {
      process.exitCode = await retire(branches, options);
    });
}

const AFTER_RETIRE = `
Waits until all other branches have agreed, and the leaving ones, unless --lost, have
handed over all that they have. Whoever interrupts it stops waiting, and undoes nothing.

Exit codes:
  0  they have left the bank
  1  refused, and nothing was changed; or nobody answers
  64 wrong usage    70 a bug of Passbook`;

const AFTER = `
Each option can also be set in the environment or in the config file; the command
line comes first, then the environment. A config file has the long names:
  { "branch": 1, "peers": { "2": "127.0.0.1:20002" }, "data": "bank/1" }

A branch is ready when it is sure to have all its own writes: it asks the others
what they have of them. Until then it answers queries and refuses writes by name
(RECOVERING). grpc.health.v1 tells when it is ready. SIGTERM and SIGINT let it
finish what it accepted; then it ends with 0.

Exit codes:
  0  ended by SIGINT or SIGTERM, everything accepted is on disk; or it has left the bank
  1  the branch could not start, or stopped because its log cannot be written
  64 wrong usage    65 bad config file    70 a bug of Passbook`;
