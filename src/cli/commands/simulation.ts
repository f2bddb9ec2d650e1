import { type Command, InvalidArgumentError, Option } from 'commander';
import { FAULT_NAMES, FAULTS, type FaultName } from '../../sim/fault-names.js';
import { didYouMean } from '../../std/did-you-mean.js';
import { option, parseDuration } from '../options.js';
import { simulate } from '../simulate-command.js';
import { examples } from './help.js';

const WIDTH = Math.max(...FAULT_NAMES.map((name) => name.length)) + 2;

/** Whole banks in one process, out of time, in which everything breaks. */
export function addSimulation(passbook: Command): void {
  passbook
    .command('simulate')
    .description('run banks in simulated time, in which everything breaks, and say whether any ever shows anything wrong')
    .addHelpText(
      'before',
      examples(
        'simulate --seeds 2000',
        'simulate --seed 4711 --trace',
        'simulate --minutes 10 --from 100000',
        'simulate --seeds 500 --faults crash,loss',
        'simulate --seed 7 --history history.jsonl',
        'simulate --plant reply-before-durable',
        'simulate regressions/NAME.json --trace',
      ),
    )
    .argument('[plan]', 'a plan that was kept, instead of seeds')
    .addOption(new Option('--seeds <n>', 'run so many seeds').argParser(wholeNumber(1)))
    .addOption(new Option('--from <seed>', 'the first of them').argParser(wholeNumber(0)))
    .addOption(new Option('--seed <seed>', 'run this one').argParser(wholeNumber(0)).conflicts(['seeds', 'from', 'minutes']))
    .addOption(new Option('--minutes <m>', 'run seeds for so long').argParser(minutes).conflicts('seeds'))
    .addOption(new Option('--faults <kinds>', 'what may break: all, none, or kinds joined by commas').argParser(faults))
    .addOption(new Option('--trace', 'print all that happens, of one seed or plan').conflicts(['seeds', 'minutes']))
    .addOption(new Option('--history <file>', 'record the run of one seed or plan to this file, as JSON lines'))
    .addOption(new Option('--keep <file>', 'where to write the plan of a failure, made as small as possible'))
    .addOption(
      new Option('--workers <n>', 'how many processes share the seeds; else as many as there are cores').argParser(
        wholeNumber(1),
      ),
    )
    .addOption(new Option('--plant <bug>', 'with this bug built in, to see it found; in a clone only'))
    .addOption(option.json())
    .addHelpText('after', `\nFaults:\n${FAULT_NAMES.map((name) => `  ${name.padEnd(WIDTH)}${FAULTS[name]}`).join('\n')}`)
    .addHelpText(
      'after',
      '\nExit codes:\n  0  nothing wrong was shown, and every fault was met and got over often enough\n' +
        '  1  something was wrong; the message says how to see it again\n' +
        '  64 wrong usage    65 bad input    70 a bug of Passbook\n' +
        '  130, 143  ended by SIGINT, SIGTERM: what was run until then is said',
    )
    .action(async (plan, options) => {
      process.exitCode = await simulate(plan, options);
    });
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,16}$/.test(text) && Number(text) >= least && Number.isSafeInteger(Number(text))) return Number(text);
    throw new InvalidArgumentError(`A whole number from ${least} on.`);
  };
}

function minutes(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) <= 0) throw new InvalidArgumentError('A number of minutes, such as 10 or 0.5.');
  return parseDuration(`${text}m`);
}

function faults(text: string): readonly FaultName[] {
  if (text === 'all') return FAULT_NAMES;
  if (text === 'none') return [];
  return text.split(',').map((word) => {
    const name = FAULT_NAMES.find((known) => known === word.trim());
    if (name) return name;
    const meant = didYouMean(word.trim(), FAULT_NAMES);
    throw new InvalidArgumentError(
      `There is no fault "${word}".${meant ? ` Did you mean ${meant}?` : ''} Known: ${FAULT_NAMES.join(', ')}.`,
    );
  });
}
