import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type EventName, explain, parseEventName } from '../explain-command.js';
import { option } from '../options.js';
import { examples } from './help.js';

/** What became of one operation, and why. */
export function addExplaining(passbook: Command): void {
  passbook
    .command('explain')
    .description(
      'say why an operation of a recorded run was answered as it was: what counted, what it waited for, what it lacked',
    )
    .addHelpText(
      'before',
      examples(
        'explain history.jsonl 2:3            the third operation of customer 2',
        'explain history.jsonl ada:1 --json',
        'explain history.jsonl 1-b094fccb-1   the operation that made this write, as reports name it',
        'simulate --seed 7 --history history.jsonl      makes a history, and so does run --history',
      ),
    )
    .argument('<history>', 'a history that run --history, simulate --history or anybody recorded; - reads standard input')
    .addArgument(
      new Argument(
        '<event>',
        'customer and number of the operation: 2:3; 2:3@SESSION if there are several; or the write it made',
      ).argParser(eventName),
    )
    .addOption(option.json())
    .addHelpText('after', '\nTimes are those since the run began; 1-3 is the third write of branch 1.')
    .addHelpText('after', '\nExit codes:\n  0  it was explained\n  64 wrong usage    65 bad input    70 a bug of Passbook')
    .action(async (history, event, options) => {
      process.exitCode = await explain(history, event, options);
    });
}

function eventName(text: string): EventName {
  const name = parseEventName(text);
  if (name) return name;
  throw new InvalidArgumentError('A customer and the number of its operation, such as 2:3.');
}
