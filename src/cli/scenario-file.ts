import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formatDiagnostic } from '../scenario/diagnostic.js';
import { readScenario } from '../scenario/read.js';
import type { Scenario } from '../scenario/scenario.js';
import { CommandError, Exit } from './exit.js';
import type { Terminal } from './terminal.js';

/** Reads a scenario, `-` from standard input; bad input ends the command before anything has started. */
export function loadScenario(path: string, terminal: Terminal): Scenario {
  const name = path === '-' ? 'standard input' : path;
  const text = readText(path, name);
  const read = readScenario(text, name);
  if ('problems' in read) {
    const count = read.problems.filter(({ severity }) => severity === 'error').length;
    for (const problem of read.problems) terminal.say(formatDiagnostic(problem, text));
    throw new CommandError(`${name}: ${count} ${count === 1 ? 'error' : 'errors'}; nothing was run`, Exit.badInput);
  }
  for (const warning of read.warnings) terminal.say(formatDiagnostic(warning, text));
  return read.scenario;
}

function readText(path: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw new CommandError(`${name} cannot be read: ${why}`, Exit.badInput);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandError(`${name} is not UTF-8 text`, Exit.badInput);
  }
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
