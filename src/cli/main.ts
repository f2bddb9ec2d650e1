import { type Command, CommanderError } from 'commander';
import { harmless } from '../scenario/diagnostic.js';
import { silenceLibrary } from '../wire/library-log.js';
import { CommandError, Exit } from './exit.js';
import { commandLine, translate } from './old-spellings.js';
import { program } from './program.js';

async function main(): Promise<void> {
  silenceLibrary();
  process.stdout.on('error', outputFailed);
  try {
    const passbook = program();
    await passbook.parseAsync(ownSpelling(process.argv.slice(2), passbook), { from: 'user' });
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

/** What else there is to say and to write still is. */
function outputFailed(error: NodeJS.ErrnoException): void {
  // Whoever reads the results may stop reading, as `head` does.
  if (error.code === 'EPIPE') return;
  process.stderr.write(`passbook: standard output cannot be written: ${error.message}\n`);
  process.once('exit', () => {
    process.exitCode ||= Exit.failed;
  });
}

/** The arguments as this program spells them; says so if they were spelled otherwise. */
function ownSpelling(args: readonly string[], passbook: Command): readonly string[] {
  const translation = translate(
    args,
    passbook.commands.map((command) => command.name()),
  );
  if ('instead' in translation) throw new CommandError(`type: ${translation.instead}   (${translation.because})`, Exit.usage);
  if (translation.changed) process.stderr.write(`passbook: read as: ${harmless(commandLine(translation.args))}\n`);
  return translation.args;
}

void main();
