import { judge } from '../check/guarantees.js';
import type { Verdict } from '../check/verdict.js';
import type { Bank } from '../client/bank.js';
import type { GuaranteeSet } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import type { AckLevel } from '../domain/operations.js';
import { formatResults, showsFinalBalance } from '../scenario/results.js';
import { type RunOutcome, ScenarioRun } from '../scenario/run.js';
import type { ResultForm, Scenario } from '../scenario/scenario.js';
import { Exit, signalExit } from './exit.js';
import { writeFile } from './output-files.js';
import type { Recorder } from './recorder.js';
import { Reporter } from './report.js';
import type { Interruption } from './signals.js';
import { countLate, formatSummary } from './summary.js';
import type { Terminal } from './terminal.js';

export interface ConductOptions {
  readonly scenario: Scenario;
  readonly bank: Bank;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  readonly timeoutMs: number;
  readonly sequential: boolean;
  readonly outputs: Outputs;
  /** Where the history goes, if anybody wants it. */
  readonly recorder?: Recorder;
  /** Nobody else has used the bank, so the history holds every operation of every customer. */
  readonly freshBank: boolean;
  /** What went wrong around the run, as it happens. */
  readonly failures: readonly string[];
  readonly terminal: Terminal;
  readonly interruption: Interruption;
}

/** What is written, and where to. */
export interface Outputs {
  readonly form: ResultForm;
  readonly reasons: boolean;
  /** Absent: standard output. */
  readonly out?: string;
  readonly reportFile?: string;
}

/** Lets the customers do their work, then writes, judges and sums up. Returns the exit code. */
export async function conduct(options: ConductOptions): Promise<number> {
  const { scenario, bank, outputs, recorder, terminal, interruption, timeoutMs, failures } = options;
  const total = scenario.customers.reduce((sum, { events }) => sum + events.length, 0);
  const history: RecordedOperation[] = [];
  // Operations under way end as soon as the streams do.
  const stop = () => bank.close('the run was ended');
  interruption.signal.addEventListener('abort', stop);
  if (interruption.by) stop();
  const reporter = outputs.reportFile === undefined ? undefined : new Reporter(outputs.reportFile, scenario, bank, timeoutMs);
  await reporter?.begin();
  const startedMs = performance.now();
  const outcome = await new ScenarioRun({
    ...options,
    settles: showsFinalBalance(outputs.form) || reporter !== undefined,
    signal: interruption.signal,
    onInvocation: (operation) => recorder?.entry({ kind: 'invoked', operation }),
    onOperation: (operation) => {
      recorder?.entry({ kind: 'completed', operation });
      history.push(operation);
    },
    onProgress: (done) => terminal.progress(`${done} of ${total} operations`),
    onSettling: () => terminal.progress('waiting until every branch has every write'),
  }).run();
  const seconds = (performance.now() - startedMs) / 1000;
  terminal.clearProgress();
  history.sort((a, b) => a.invokedAtUs - b.invokedAtUs);
  write(options, outcome);
  if (recorder && outcome.finalBalanceMinor !== undefined) await recordFinals(options, recorder);
  const verdict = judge(history, { complete: options.freshBank });
  const late = interruption.by ? 0 : countLate(history, timeoutMs);
  terminal.say(formatSummary({ ...options, outcome, verdict, seconds, total, late, color: terminal.color }));
  const interrupted = interruption.by && `the run was ended by ${interruption.by}`;
  await reporter?.write({ total, outcome, history, verdict, failures, ...(interrupted ? { interrupted } : {}) });
  return exitCode(options, outcome, verdict);
}

function exitCode({ failures, interruption }: ConductOptions, outcome: RunOutcome, verdict: Verdict): number {
  if (interruption.by) return signalExit(interruption.by);
  const incomplete = failures.length > 0 || outcome.troubles.length > 0 || outcome.notDone > 0 || outcome.behind.length > 0;
  if (incomplete || verdict.overall === 'violated') return Exit.failed;
  return verdict.overall === 'unknown' ? Exit.unknown : Exit.done;
}

function write({ outputs }: ConductOptions, outcome: RunOutcome): void {
  const { out, form } = outputs;
  const results = formatResults(form, outcome.results, outputs);
  if (out === undefined) process.stdout.write(results);
  else writeFile(out, results);
}

/** What each branch holds, now that all have every write. One that does not say is left out. */
async function recordFinals({ scenario, bank, timeoutMs }: ConductOptions, recorder: Recorder): Promise<void> {
  await Promise.all(
    scenario.branches.map(async (branch) => {
      const status = await bank.status(branch, { timeoutMs }).catch(() => undefined);
      if (!status) return;
      const balances = new Map(status.accounts.map(({ account, balanceMinor }) => [account, balanceMinor]));
      recorder.final(branch, { vector: status.vector, balances });
    }),
  );
}
