import { formatMinor } from '../domain/money.js';
import { type Diagnostic, formatDiagnostic } from '../scenario/diagnostic.js';
import { readScenario } from '../scenario/read.js';
import type { Scenario } from '../scenario/scenario.js';
import { Exit } from './exit.js';
import { readInput } from './input-file.js';
import { DEFAULT_BASE_PORT, portProblem } from './options.js';
import { count } from './summary.js';
import { Terminal } from './terminal.js';

export interface ValidateOptions {
  readonly json?: boolean;
}

/** `passbook validate`: everything that is wrong with a scenario, without running it. */
export async function validate(path: string, options: ValidateOptions): Promise<number> {
  const terminal = new Terminal();
  const { name, text } = await readInput(path);
  const read = readScenario(text, name);
  const scenario = 'scenario' in read ? read.scenario : undefined;
  const found = 'scenario' in read ? [...read.warnings, ...withoutPort(read.scenario)] : read.problems;
  if (options.json) process.stdout.write(`${validityJson(name, scenario, found)}\n`);
  else {
    for (const diagnostic of found) terminal.say(formatDiagnostic(diagnostic, text));
    if (scenario) process.stdout.write(`${summary(scenario, found.length)}\n`);
    else terminal.say(`passbook: ${name}: ${count(errorsIn(found), 'error')}`);
  }
  return scenario ? Exit.done : Exit.badInput;
}

/** As whoever runs it would be told: where the branches listen is no matter of the file, but of its numbers. */
function withoutPort({ file, branches }: Scenario): Diagnostic[] {
  const message = portProblem(DEFAULT_BASE_PORT, branches.at(-1) ?? 0);
  return message === undefined ? [] : [{ severity: 'warning', file, line: 1, column: 1, length: 1, message }];
}

/** `input.json: 1 customer, 2 branches, 3 events, results as events; 1 warning`. */
function summary(scenario: Scenario, warnings: number): string {
  const { file, customers, branches, form } = scenario;
  const parts = [count(customers.length, 'customer'), count(branches.length, 'branch'), count(eventsOf(scenario), 'event')];
  return `${file}: ${parts.join(', ')}, results as ${form}${warnings > 0 ? `; ${count(warnings, 'warning')}` : ''}`;
}

function validityJson(file: string, scenario: Scenario | undefined, found: readonly Diagnostic[]): string {
  const problems = found.map(({ severity, line, column, message, expected, hint }) => {
    return { severity, line, column, message, expected: expected ?? null, hint: hint ?? null };
  });
  const told = {
    file,
    valid: scenario !== undefined,
    customers: scenario?.customers.length ?? null,
    branches: scenario?.branches.length ?? null,
    events: scenario ? eventsOf(scenario) : null,
    // Text, as it may be beyond what readers of JSON hold exactly.
    initialBalance: scenario ? formatMinor(scenario.initialBalanceMinor) : null,
    form: scenario?.form ?? null,
    problems,
  };
  return JSON.stringify(told, undefined, 2);
}

function eventsOf({ customers }: Scenario): number {
  return customers.reduce((sum, { events }) => sum + events.length, 0);
}

function errorsIn(found: readonly Diagnostic[]): number {
  return found.filter(({ severity }) => severity === 'error').length;
}
