import { drawPlan } from '../sim/draw-plan.js';
import { type FaultName, withFaults } from '../sim/fault-names.js';
import { runJudged } from '../sim/judged-run.js';
import type { Plan } from '../sim/plan.js';
import type { Failure } from '../sim/run-plan.js';

/** Consecutive seeds, which one process runs one after the other. */
export interface Chunk {
  readonly from: number;
  readonly count: number;
}

/** What came of a chunk; it ends with the first seed that fails. */
export interface ChunkOutcome {
  readonly chunk: Chunk;
  readonly seeds: number;
  readonly counts: readonly (readonly [string, number])[];
  readonly pairs: readonly (readonly [string, number])[];
  readonly failed?: { readonly seed: number; readonly failure: Failure };
}

export function planOf(seed: number, faults: readonly FaultName[] | undefined): Plan {
  const plan = drawPlan(seed);
  return faults ? withFaults(plan, faults) : plan;
}

export function runChunk(chunk: Chunk, faults: readonly FaultName[] | undefined): ChunkOutcome {
  const totals = new Totals();
  for (let seed = chunk.from; seed < chunk.from + chunk.count; seed++) {
    const { failure, counts, pairs } = runJudged(planOf(seed, faults));
    totals.add({ seeds: 1, counts, pairs });
    if (failure) return { chunk, ...totals.asLists(), failed: { seed, failure } };
  }
  return { chunk, ...totals.asLists() };
}

/** Of many seeds, how many there were and how often each thing happened. */
export class Totals {
  seeds = 0;
  readonly counts = new Map<string, number>();
  readonly pairs = new Map<string, number>();

  add(more: { seeds: number; counts: Iterable<readonly [string, number]>; pairs: Iterable<readonly [string, number]> }): void {
    this.seeds += more.seeds;
    for (const [name, count] of more.counts) this.counts.set(name, (this.counts.get(name) ?? 0) + count);
    for (const [name, count] of more.pairs) this.pairs.set(name, (this.pairs.get(name) ?? 0) + count);
  }

  asLists(): Pick<ChunkOutcome, 'seeds' | 'counts' | 'pairs'> {
    return { seeds: this.seeds, counts: [...this.counts], pairs: [...this.pairs] };
  }
}
