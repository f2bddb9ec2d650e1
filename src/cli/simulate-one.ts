import { HistoryWriter } from '../check/history/writer.js';
import { drawOdds } from '../sim/draw-plan.js';
import { headerOf } from '../sim/history-tap.js';
import { runJudged } from '../sim/judged-run.js';
import type { Plan } from '../sim/plan.js';
import type { Failure } from '../sim/run-plan.js';
import { Rng } from '../std/rng.js';
import { writeFile } from './output-files.js';

export interface OneOptions {
  readonly seed?: number;
  readonly trace?: boolean;
  readonly history?: string;
  readonly json?: boolean;
}

/** Runs one plan and prints what came of it; returns what was wrong. */
export function runOne(plan: Plan, { seed, trace, json, history }: OneOptions): Failure | undefined {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  if (trace) printPlan(plan, seed, print);
  const lines: string[] = [];
  const recorder = history === undefined ? undefined : new HistoryWriter(headerOf(plan), (line) => lines.push(line));
  const { failure, counts, pairs, traceHash } = runJudged(plan, {
    ...(trace && { onLine: print }),
    ...(recorder && { onEntry: (entry) => recorder.entry(entry) }),
  });
  if (history !== undefined) writeFile(history, lines.join(''));
  if (json) {
    const tables = { counts: Object.fromEntries(counts), pairs: Object.fromEntries(pairs) };
    print(JSON.stringify({ seed: plan.seed, traceHash, ...(failure && { failure }), ...tables }, null, 2));
  } else {
    const verdict = failure ? failure.anomaly : 'nothing wrong';
    print(`seed ${plan.seed}: ${verdict}; trace hash ${traceHash}`);
  }
  return failure;
}

/** How likely everything was, and what was drawn from that. */
function printPlan(plan: Plan, seed: number | undefined, print: (line: string) => void): void {
  if (seed !== undefined) {
    const odds = drawOdds(new Rng(seed));
    for (const [name, value] of Object.entries(odds)) print(`${name}: ${JSON.stringify(value)}`);
  }
  for (const fault of plan.faults) print(`fault: ${JSON.stringify(fault)}`);
  print('');
}
