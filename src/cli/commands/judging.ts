import type { Command } from 'commander';
import { check } from '../check-command.js';
import { grade } from '../grade-command.js';
import { option } from '../options.js';
import { validate } from '../validate.js';
import { examples, exitCodes } from './help.js';

/** The commands that start nothing: they look at files. */
export function addJudging(passbook: Command): void {
  addCheck(passbook);
  addGrade(passbook);
  addValidate(passbook);
}

function addCheck(passbook: Command): void {
  passbook
    .command('check')
    .description('say whether results, or a recorded history, can be right, and what is wrong if not')
    .addHelpText(
      'before',
      examples(
        'check scenarios/ten-branches.json output.json',
        'check scenarios/ten-branches.json output.json --json',
        'run scenarios/base-bank.json | npx passbook check scenarios/base-bank.json -',
        'check history.jsonl          a history that run --history or anybody recorded',
        'check history.jsonl --black-box --json',
        'check --anomalies            all that is looked for in a history',
      ),
    )
    .argument('[file]', 'the scenario, if results follow, else a history; - reads standard input')
    .argument('[results]', 'what a program wrote, in any of the known forms; - reads standard input')
    .addOption(option.json())
    .option('--black-box', 'of a history: judge by operations and balances alone')
    .option('--asked', 'of a history: judge session guarantees only where they were asked for')
    .option('--durable', 'of a history: a branch that crashes keeps its log, so nothing acknowledged may be lost')
    .option('--anomalies', 'list all that is looked for in a history')
    .addHelpText('after', exitCodes('it can be right', 'it cannot: what, where and why is said', 'that cannot be decided'))
    .action(async (file, results, options) => {
      process.exitCode = await check(file, results, options);
    });
}

function addGrade(passbook: Command): void {
  passbook
    .command('grade')
    .description('check many results against one scenario: a row for each file')
    .addHelpText(
      'before',
      examples(
        'grade handed-in/ --scenario input.json',
        'grade handed-in/ --scenario input.json --json > grades.json',
        'grade handed-in/     if input.json or scenario.json is in that folder',
      ),
    )
    .argument('<folder>', 'results, or folders with results, such as handed-in/ada/output.json')
    .addOption(option.scenario())
    .addOption(option.json())
    .addHelpText(
      'after',
      exitCodes('all results can be right', 'some cannot, or cannot be read', 'neither, but some cannot be decided'),
    )
    .action(async (folder, options) => {
      process.exitCode = await grade(folder, options);
    });
}

function addValidate(passbook: Command): void {
  passbook
    .command('validate')
    .description('say what is wrong with a scenario, without running it')
    .addHelpText('before', examples('validate scenarios/two-branches.json', 'validate - --json < input.json'))
    .argument('<scenario>', 'JSON file with branches and customers; - reads standard input')
    .addOption(option.json())
    .addHelpText('after', '\nExit codes:\n  0  it can be run, perhaps with warnings\n  65 it cannot    64 wrong usage')
    .action(async (scenario, options) => {
      process.exitCode = await validate(scenario, options);
    });
}
