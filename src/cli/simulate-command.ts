import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { withoutByteOrderMark } from '../scenario/diagnostic.js';
import { findSyntaxProblem } from '../scenario/json-syntax.js';
import { FAULT_NAMES, type FaultName } from '../sim/fault-names.js';
import { runJudged } from '../sim/judged-run.js';
import type { Plan } from '../sim/plan.js';
import { formatPlan, PlanProblem, readPlan } from '../sim/plan-json.js';
import type { Failure } from '../sim/run-plan.js';
import { shrink, sizeOf } from '../sim/shrink.js';
import { CommandError, type EndSignal, Exit, signalExit } from './exit.js';
import { readInput } from './input-file.js';
import { writeFile } from './output-files.js';
import { plantedBug, withPlant } from './planted.js';
import { shellWord } from './shell-word.js';
import { Interruption } from './signals.js';
import { runOne } from './simulate-one.js';
import { planOf } from './simulate-seeds.js';
import { pairTable, rarePairs } from './simulate-summary.js';
import { isWorker, runSeeds, serveChunks } from './simulate-workers.js';
import { count } from './summary.js';
import { Terminal } from './terminal.js';

export interface SimulateOptions {
  readonly seeds?: number;
  readonly from?: number;
  readonly seed?: number;
  readonly minutes?: number;
  readonly faults?: readonly FaultName[];
  readonly trace?: boolean;
  readonly history?: string;
  readonly keep?: string;
  readonly workers?: number;
  readonly plant?: string;
  readonly json?: boolean;
}

const DEFAULT_SEEDS = 200;
/** A failure is worth waiting for, but not for ever. */
const SHRINK_MS = 30_000;
const KEPT_IN = 'regressions';

/** `passbook simulate`: many seeds, or one, or a plan that was kept. */
export async function simulate(planPath: string | undefined, options: SimulateOptions): Promise<number> {
  if (options.plant !== undefined) return withPlant(options.plant);
  if (isWorker()) {
    await serveChunks(options.faults);
    return Exit.done;
  }
  const terminal = new Terminal();
  if (planPath !== undefined) {
    const { seed, seeds, from, minutes } = options;
    if ([seed, seeds, from, minutes].some((given) => given !== undefined))
      throw new CommandError('a plan or seeds, not both', Exit.usage);
    return one(await loadPlan(planPath), `npx passbook simulate ${shellWord(planPath)}`, options, terminal);
  }
  if (options.seed !== undefined)
    return one(planOf(options.seed, options.faults), replay(options.seed, options), options, terminal);
  if (options.trace || options.history !== undefined)
    throw new CommandError('--trace and --history are about one run: name its --seed, or a plan', Exit.usage);
  return many(options, terminal);
}

async function loadPlan(path: string): Promise<Plan> {
  const { name, text } = await readInput(path);
  if (/^\s*\[/.test(withoutByteOrderMark(text)))
    throw new CommandError(
      `${name}: expected a plan, as simulate keeps one of what fails; this may be a scenario`,
      Exit.badInput,
    );
  const problem = findSyntaxProblem(text);
  if (problem) {
    const line = text.slice(0, problem.start).split('\n').length;
    throw new CommandError(`${name}:${line}: ${problem.message}; expected ${problem.expected ?? 'JSON'}`, Exit.badInput);
  }
  try {
    return readPlan(text);
  } catch (error) {
    if (error instanceof PlanProblem) throw new CommandError(`${name}: ${error.message}`, Exit.badInput);
    throw error;
  }
}

function one(plan: Plan, command: string, options: SimulateOptions, terminal: Terminal): number {
  const failure = runOne(plan, options);
  // The command by which it was judged: who did not ask for a guarantee has none.
  if (options.history !== undefined)
    terminal.say(`the same judgement: npx passbook check --asked --durable ${shellWord(options.history)}`);
  if (!failure) return Exit.done;
  terminal.say(failed(failure, command));
  if (options.keep !== undefined) keep(plan, failure, command, options, terminal);
  return Exit.failed;
}

async function many(options: SimulateOptions, terminal: Terminal): Promise<number> {
  const { from = 1, minutes, faults } = options;
  const seeds = options.seeds ?? (minutes === undefined ? DEFAULT_SEEDS : Number.POSITIVE_INFINITY);
  const startedMs = performance.now();
  const untilMs = minutes === undefined ? Number.POSITIVE_INFINITY : startedMs + minutes;
  const of = Number.isFinite(seeds) ? ` of ${seeds}` : '';
  const interruption = new Interruption(() => {});
  const { totals, failed: bad } = await runSeeds({
    from,
    seeds,
    untilMs,
    faults,
    workers: options.workers ?? availableParallelism(),
    signal: interruption.signal,
    onProgress: (done) => terminal.progress(`${done}${of} seeds`),
  });
  interruption.release();
  terminal.clearProgress();
  if (interruption.by) {
    terminal.say(ended(interruption.by, totals.seeds, bad && failed(bad.failure, replay(bad.seed, options))));
    return signalExit(interruption.by);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const rare = bad || (faults && faults.length < FAULT_NAMES.length) ? [] : rarePairs(totals);
  if (options.json) {
    const last = from + totals.seeds - 1;
    const pairs = Object.fromEntries(totals.pairs);
    const counts = Object.fromEntries(totals.counts);
    process.stdout.write(`${JSON.stringify({ from, last, ...totals, pairs, counts, seconds, rare, failed: bad }, null, 2)}\n`);
  } else process.stdout.write(`${pairTable(totals)}\n`);
  terminal.say(
    `${totals.seeds} seeds from ${from} in ${seconds.toFixed(1)} s: ${bad ? `seed ${bad.seed} fails` : 'nothing wrong'}`,
  );
  for (const complaint of rare) terminal.say(`too rare to be tested: ${complaint}`);
  if (!bad) return rare.length > 0 ? Exit.failed : Exit.done;
  terminal.say(failed(bad.failure, replay(bad.seed, options)));
  keep(planOf(bad.seed, faults), bad.failure, replay(bad.seed, options), options, terminal);
  return Exit.failed;
}

function ended(signal: EndSignal, seeds: number, failure: string | undefined): string {
  const outcome = failure ?? (seeds === 0 ? 'nothing was tested' : 'none of them failed');
  return `passbook: ${signal}: ended after ${count(seeds, 'seed')}; ${outcome}`;
}

function replay(seed: number, { faults }: SimulateOptions): string {
  const plant = plantedBug();
  const options = [plant ? ` --plant ${plant}` : '', faults ? ` --faults ${faults.join(',') || 'none'}` : ''];
  return `npx passbook simulate${options[0]} --seed ${seed}${options[1]}`;
}

function failed({ anomaly, message, atMs, stack }: Failure, command: string): string {
  const trace = anomaly === 'Exception' || anomaly === 'Assertion' ? `\n${stack}` : '';
  return `${anomaly} at ${atMs} ms: ${message}${trace}\nagain, with all that happened: ${command} --trace`;
}

/** The failure as a small plan, in a file of its own. */
function keep(plan: Plan, failure: Failure, command: string, options: SimulateOptions, terminal: Terminal): void {
  // A planted bug is no regression.
  if (plantedBug() !== undefined && options.keep === undefined) return;
  const untilMs = performance.now() + SHRINK_MS;
  const small = shrink(plan, failure, {
    run: (smaller) => runJudged(smaller).failure,
    isOver: () => performance.now() >= untilMs,
    onProgress: (size) => terminal.progress(`making it smaller: ${size} steps and faults`),
  });
  terminal.clearProgress();
  const name = `${failure.anomaly.toLowerCase()}-${plan.seed}.json`;
  const path = options.keep ?? (existsSync(KEPT_IN) ? `${KEPT_IN}/${name}` : name);
  writeFile(path, formatPlan({ note: `${failure.anomaly}: ${failure.message} (from ${command})`, ...small }));
  terminal.say(
    `kept with ${sizeOf(small)} of ${sizeOf(plan)} steps and faults: npx passbook simulate ${shellWord(path)} --trace`,
  );
}
