import { HistoryChecker } from '../check/checker/checker.js';
import type { CheckerOptions } from '../check/checker/context.js';
import type { HistoryVerdict } from '../check/checker/verdict.js';
import type { Judgement } from '../check/verdict.js';
import { headerOf } from './history-tap.js';
import type { Plan } from './plan.js';
import { type Failure, type PlanOutcome, type RunHooks, runPlan } from './run-plan.js';

/** Session guarantees bind where they were asked for, and a branch that ends begins again with its log. */
const ASKED: CheckerOptions = { asked: true, durable: true };
/** A small search for each of many histories finds more than a large one for few. */
const EFFORT = 300_000;

/**
 * Runs a plan and has its history judged, by what the branches say of their
 * writes and by balances alone. The auditor, who sees everything, has found
 * nothing wrong when that is asked, so whoever does is wrong, or knows better.
 */
export function runJudged(plan: Plan, hooks: RunHooks = {}): PlanOutcome {
  const header = headerOf(plan);
  const [grey, black] = [
    new HistoryChecker(header, ASKED),
    new HistoryChecker(header, { ...ASKED, blackBox: true, effort: EFFORT }),
  ];
  const outcome = runPlan(plan, {
    ...hooks,
    onEntry: (entry) => {
      hooks.onEntry?.(entry);
      grey.entry(entry);
      black.entry(entry);
    },
  });
  if (outcome.failure) return outcome;
  const complaint =
    complaintOf('the history', grey.verdict(), ['holds']) ?? complaintOf('the balances', black.verdict(), ['holds', 'unknown']);
  return complaint ? { ...outcome, failure: { ...complaint, atMs: outcome.endMs } } : outcome;
}

/** The first anomaly that the verdict names, if it is not `fine`. */
function complaintOf(what: string, verdict: HistoryVerdict, fine: readonly Judgement[]): Omit<Failure, 'atMs'> | undefined {
  if (fine.includes(verdict.overall)) return undefined;
  const all = verdict.families.flatMap(({ anomalies }) => anomalies);
  const worst = all.find((each) => each.verdict === 'violated') ?? all.find((each) => each.verdict === 'unknown');
  const why = JSON.stringify(worst?.witness ?? worst?.unknownBecause, (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}`;
    return value instanceof Map ? [...value] : value;
  });
  return {
    anomaly: worst?.name ?? 'Verdict',
    message: `${what} ${verdict.overall === 'violated' ? 'shows' : 'leaves open'}: ${why}`,
  };
}
