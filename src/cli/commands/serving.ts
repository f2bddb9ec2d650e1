import type { Command } from 'commander';
import { option } from '../options.js';
import { serve } from '../serve-command.js';
import { readConfig, serveOptions } from '../serve-options.js';
import { examples } from './help.js';

/** The command that runs one branch as a service. */
export function addServing(passbook: Command): void {
  const command = passbook
    .command('serve')
    .description('run one branch as a service, with its data in a folder')
    .addHelpText(
      'before',
      examples(
        'serve --branch 1 --peers 2=127.0.0.1:20002 --data bank/1 --accounts 1000.00',
        'serve --branch 2 --peers 1=127.0.0.1:20001 --data bank/2 --accounts 1000.00',
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

const AFTER = `
Each option can also be set in the environment or in the config file; the command
line comes first, then the environment. A config file has the long names:
  { "branch": 1, "peers": { "2": "127.0.0.1:20002" }, "data": "bank/1" }

A branch is ready when it is sure to have all its own writes: it asks the others
what they have of them. Until then it answers queries and refuses writes by name
(RECOVERING). grpc.health.v1 tells when it is ready. SIGTERM and SIGINT let it
finish what it accepted; then it ends with 0.

Exit codes:
  0  ended by SIGINT or SIGTERM, everything accepted is on disk
  1  the branch could not start, or stopped because its log cannot be written
  64 wrong usage    65 bad config file    70 a bug of Passbook`;
