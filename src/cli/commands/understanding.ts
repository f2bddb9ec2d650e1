import { type Command, InvalidArgumentError, Option } from 'commander';
import { ALL_GUARANTEES } from '../../domain/guarantees.js';
import { PICTURE_FORMS, PICTURES } from '../../render/diagram/pictures.js';
import { diff } from '../diff-command.js';
import { exportHistory } from '../export-command.js';
import { guarantees, option } from '../options.js';
import { examples, exitCodes } from './help.js';

const SEEDS = 20;
const DELAY_MS = 300;

/** The commands that show and explain what happened. */
export function addUnderstanding(passbook: Command): void {
  addExport(passbook);
  addDiff(passbook);
}

function addExport(passbook: Command): void {
  passbook
    .command('export')
    .description('draw a recorded history: who asked whom, how writes got about, and what went wrong')
    .addHelpText(
      'before',
      examples(
        'export history.jsonl --to html --out history.html     to look around in, with any browser',
        'export history.jsonl --to svg --witness > anomaly.svg',
        'export history.jsonl --to svg --from 100 --until 600 --customers 1,2 --out part.svg',
        'export history.jsonl --to mermaid --witness',
        'run scenarios/two-branches.json --guarantees none --delay 300ms --history history.jsonl',
      ),
    )
    .argument('<history>', 'a history that run --history or anybody recorded; - reads standard input')
    .addOption(new Option('--to <form>', 'what to make of it').choices(PICTURE_FORMS).makeOptionMandatory())
    .addOption(new Option('-o, --out <file>', 'write to this file instead of standard output'))
    .addOption(new Option('--witness', 'only what the anomalies are about'))
    .addOption(new Option('--from <ms>', 'only from this time on, in milliseconds since the run began').argParser(milliseconds))
    .addOption(new Option('--until <ms>', 'only up to this time').argParser(milliseconds))
    .addOption(new Option('--customers <names>', 'only these customers, joined by commas').argParser((text) => text.split(',')))
    .addHelpText('after', `\nForms:\n${PICTURE_FORMS.map((form) => `  ${form.padEnd(10)}${PICTURES[form].what}`).join('\n')}`)
    .addHelpText(
      'after',
      '\nExit codes:\n  0  written\n  1  nothing to show: no anomaly, with --witness\n' +
        '  64 wrong usage, or more than the form can show    65 bad input    70 a bug of Passbook',
    )
    .action(async (history, options) => {
      process.exitCode = await exportHistory(history, options);
    });
}

function milliseconds(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A number of milliseconds, such as 250 or 12.5.');
}

function addDiff(passbook: Command): void {
  passbook
    .command('diff')
    .description('run a scenario twice with the same seed, with and without a guarantee, and explain what first goes another way')
    .addHelpText(
      'before',
      examples(
        'diff scenarios/read-your-writes.json --without read-your-writes',
        'diff scenarios/ten-branches.json --without read-your-writes,monotonic-reads --seed 7',
        'diff scenarios/monotonic-writes.json --without monotonic-writes --delay 1s --json',
        'diff scenarios/two-branches.json --without all --history two     writes two-with.jsonl, two-without.jsonl',
        'diff scenarios/read-your-writes.json --to shiviz --out both.log',
      ),
    )
    .argument('<scenario>', 'JSON file with branches and customers; - reads standard input')
    .addOption(
      new Option('-w, --without <names>', 'the guarantees to leave out: names joined by commas, or all')
        .argParser(guarantees)
        .default(ALL_GUARANTEES, 'all'),
    )
    .addOption(new Option('--seed <seed>', 'try only this seed').argParser(wholeNumber))
    .addOption(
      new Option('--seeds <n>', 'how many seeds to try, from 1 on').argParser(wholeNumber).default(SEEDS).conflicts('seed'),
    )
    .addOption(option.delay().default(DELAY_MS, `${DELAY_MS}ms`))
    .addOption(option.jitter().default(DELAY_MS, `${DELAY_MS}ms`))
    .addOption(new Option('--history <prefix>', 'record both runs, to PREFIX-with.jsonl and PREFIX-without.jsonl'))
    .addOption(new Option('--to <form>', 'write both runs as one log for ShiViz, instead of the story').choices(['shiviz']))
    .addOption(new Option('-o, --out <file>', 'write that to this file, and tell the story all the same'))
    .addOption(option.json())
    .addHelpText(
      'after',
      '\nThe runs are simulated: nothing waits, and a seed always gives the same. Times are those of the simulated world.',
    )
    .addHelpText('after', exitCodes('a difference was shown', 'the runs could not be made', 'no seed showed a difference'))
    .action(async (scenario, options) => {
      process.exitCode = await diff(scenario, options);
    });
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 on.');
}
