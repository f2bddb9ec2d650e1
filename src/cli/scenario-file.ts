import { createHash } from 'node:crypto';
import { formatDiagnostic } from '../scenario/diagnostic.js';
import { readScenario } from '../scenario/read.js';
import type { Scenario } from '../scenario/scenario.js';
import { CommandError, Exit } from './exit.js';
import { readInput } from './input-file.js';
import type { Terminal } from './terminal.js';

/**
 * Reads a scenario, `-` from standard input. Bad input ends the command; what
 * has not happened is then said in a few words.
 */
export async function loadScenario(path: string, terminal: Terminal, notHappened = 'nothing was run'): Promise<Scenario> {
  const { name, text } = await readInput(path);
  const read = readScenario(text, name);
  if ('problems' in read) {
    const count = read.problems.filter(({ severity }) => severity === 'error').length;
    for (const problem of read.problems) terminal.say(formatDiagnostic(problem, text));
    throw new CommandError(`${name}: ${count} ${count === 1 ? 'error' : 'errors'}; ${notHappened}`, Exit.badInput);
  }
  for (const warning of read.warnings) terminal.say(formatDiagnostic(warning, text));
  return read.scenario;
}

/** Names the bank of a scenario: branches and customers that were started apart find out whether they mean the same. */
export function bankIdOf(scenario: Scenario): string {
  const founded = `${scenario.branches.join(' ')}|${scenario.initialBalanceMinor}`;
  return createHash('sha256').update(founded).digest('hex').slice(0, 12);
}

/** With --sequential a customer waits for all before it, so it must not wait for one that comes later. */
export function sequentialProblem(scenario: Scenario): string | undefined {
  const position = new Map(scenario.customers.map(({ id }, i) => [id, i]));
  for (const [i, customer] of scenario.customers.entries()) {
    for (const { number, after, position: place } of customer.events) {
      if (!after || (position.get(after.customer) ?? 0) <= i) continue;
      return (
        `${scenario.file}:${place.line}:${place.column}: with --sequential, event ${number} of customer ${customer.id} ` +
        `would wait for ever for customer ${after.customer}, who comes later in the file`
      );
    }
  }
  return undefined;
}
