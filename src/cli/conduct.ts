import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { judge } from '../check/guarantees.js';
import { formatHistory } from '../check/history.js';
import type { Verdict } from '../check/verdict.js';
import type { Bank } from '../client/bank.js';
import type { GuaranteeSet } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import type { AckLevel } from '../domain/operations.js';
import { formatResults } from '../scenario/results.js';
import { type RunOutcome, ScenarioRun } from '../scenario/run.js';
import type { Scenario } from '../scenario/scenario.js';
import { CommandError, Exit, signalExit } from './exit.js';
import type { Interruption } from './signals.js';
import { formatSummary } from './summary.js';
import type { Terminal } from './terminal.js';

export interface ConductOptions {
  readonly scenario: Scenario;
  readonly bank: Bank;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  readonly timeoutMs: number;
  readonly sequential: boolean;
  readonly out?: string;
  readonly historyFile?: string;
  /** Nobody else has used the bank, so the history holds every operation of every customer. */
  readonly freshBank: boolean;
  /** What went wrong around the run, as it happens. */
  readonly failures: readonly string[];
  readonly terminal: Terminal;
  readonly interruption: Interruption;
}

/** Lets the customers do their work, then writes, judges and sums up. Returns the exit code. */
export async function conduct(options: ConductOptions): Promise<number> {
  const { scenario, terminal, interruption } = options;
  for (const file of [options.out, options.historyFile]) if (file !== undefined) prepareFile(file);
  const total = scenario.customers.reduce((sum, { events }) => sum + events.length, 0);
  const history: RecordedOperation[] = [];
  const startedMs = performance.now();
  const running = new ScenarioRun({
    ...options,
    signal: interruption.signal,
    onOperation: (operation) => history.push(operation),
    onProgress: (done) => terminal.progress(`${done} of ${total} operations`),
  }).run();
  // Operations under way end as soon as the streams do.
  interruption.signal.addEventListener('abort', () => options.bank.close());
  const outcome = await running;
  const seconds = (performance.now() - startedMs) / 1000;
  terminal.clearProgress();
  history.sort((a, b) => a.invokedAtUs - b.invokedAtUs);
  write(options, outcome, history);
  const verdict = judge(history, { complete: options.freshBank });
  terminal.say(formatSummary({ ...options, outcome, verdict, seconds, total, color: terminal.color }));
  return exitCode(options, outcome, verdict);
}

function exitCode({ failures, interruption }: ConductOptions, outcome: RunOutcome, verdict: Verdict): number {
  if (interruption.by) return signalExit(interruption.by);
  const incomplete = failures.length > 0 || outcome.troubles.length > 0 || outcome.notDone > 0 || outcome.behind.length > 0;
  if (incomplete || verdict.overall === 'violated') return Exit.failed;
  return verdict.overall === 'unknown' ? Exit.unknown : Exit.done;
}

function write(
  { scenario, out, historyFile, freshBank }: ConductOptions,
  outcome: RunOutcome,
  history: readonly RecordedOperation[],
): void {
  const results = formatResults(scenario.form, outcome.results);
  if (out === undefined) process.stdout.write(results);
  else writeFile(out, results);
  if (historyFile === undefined) return;
  const header = { branches: scenario.branches, initialBalanceMinor: scenario.initialBalanceMinor, complete: freshBank };
  writeFile(historyFile, formatHistory(header, history));
}

/** Finds out before the run, not after it, that a file cannot be written. */
function prepareFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${(error as Error).message}`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(`${path} cannot be written: it is a folder`);
}

function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${(error as Error).message}`);
  }
}
