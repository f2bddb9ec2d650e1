import { judge } from '../check/guarantees.js';
import type { Verdict, Witness } from '../check/verdict.js';
import { ALL_GUARANTEES, type GuaranteeSet, NO_GUARANTEES } from '../domain/guarantees.js';
import type { HistoryEntry, RecordedOperation } from '../domain/history.js';
import type { Difference } from '../render/difference/difference.js';
import type { Scenario } from '../scenario/scenario.js';
import { runPlan } from '../sim/run-plan.js';
import { CommandError, Exit } from './exit.js';
import { entriesOf, planOf } from './plan-of-scenario.js';

export interface SearchOptions {
  readonly without: GuaranteeSet;
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly firstSeed: number;
  readonly seeds: number;
  readonly onProgress: (seed: number) => void;
}

interface Run {
  readonly entries: readonly HistoryEntry[];
  readonly operations: readonly RecordedOperation[];
  readonly verdict: Verdict;
}

/**
 * The first operation that goes another way without the guarantees: one that
 * violates what holds with them, in the first seed that has one; failing that,
 * one that is only answered otherwise, for waiting changes what happens meanwhile.
 */
export function findDifference(scenario: Scenario, options: SearchOptions): Difference | undefined {
  let onlyOtherwise: Difference | undefined;
  for (let seed = options.firstSeed; seed < options.firstSeed + options.seeds; seed++) {
    options.onProgress(seed);
    const [kept, dropped] = [NO_GUARANTEES, options.without].map((without) => run(scenario, { ...options, seed, without }));
    if (!kept || !dropped) continue;
    const missed = firstMissed(kept.verdict, dropped.verdict);
    if (missed) return difference(seed, kept, dropped, missed.operation, missed);
    const other = onlyOtherwise ? undefined : firstOtherwise(kept, dropped);
    if (other) onlyOtherwise = difference(seed, kept, dropped, other, undefined);
  }
  return onlyOtherwise;
}

function run(scenario: Scenario, options: SearchOptions & { readonly seed: number }): Run {
  const told: HistoryEntry[] = [];
  const plan = planOf(scenario, { ...options, guarantees: ALL_GUARANTEES });
  const { failure } = runPlan(plan, { onEntry: (entry) => told.push(entry) });
  if (failure)
    throw new CommandError(
      `seed ${options.seed}: ${failure.anomaly}: ${failure.message}; this is a bug of Passbook`,
      Exit.ourBug,
    );
  const entries = entriesOf(scenario, told);
  const operations = entries.flatMap((entry) => (entry.kind === 'completed' ? [entry.operation] : []));
  operations.sort((a, b) => a.invokedAtUs - b.invokedAtUs);
  return { entries, operations, verdict: judge(operations, { complete: true }) };
}

/** Of what holds with the guarantees and is violated without them, what shows first. */
function firstMissed(kept: Verdict, dropped: Verdict): Witness | undefined {
  const witnesses = dropped.guarantees.flatMap(({ witness }, i) =>
    witness && kept.guarantees[i]?.verdict !== 'violated' ? [witness] : [],
  );
  return witnesses.sort((a, b) => endOf(a.operation) - endOf(b.operation))[0];
}

function firstOtherwise(kept: Run, dropped: Run): RecordedOperation | undefined {
  return [...dropped.operations]
    .sort((a, b) => endOf(a) - endOf(b))
    .find((operation) => {
      const other = sameIn(kept, operation);
      return other.outcome !== operation.outcome || other.balanceMinor !== operation.balanceMinor;
    });
}

function difference(
  seed: number,
  kept: Run,
  dropped: Run,
  operation: RecordedOperation,
  witness: Witness | undefined,
): Difference {
  const by = witness?.missing.by;
  const missing = by && { by, at: operation.branch };
  return {
    seed,
    ...(witness && { witness }),
    kept: {
      entries: kept.entries,
      operation: sameIn(kept, operation),
      ...(missing && { missing: { ...missing, by: sameIn(kept, missing.by) } }),
    },
    dropped: { entries: dropped.entries, operation, ...(missing && { missing }) },
  };
}

function sameIn({ operations }: Run, { customer, event }: RecordedOperation): RecordedOperation {
  return operations.find((other) => other.customer === customer && other.event === event) as RecordedOperation;
}

function endOf({ completedAtUs, invokedAtUs }: RecordedOperation): number {
  return completedAtUs ?? invokedAtUs;
}
