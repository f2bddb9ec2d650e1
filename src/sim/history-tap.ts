import type { HistoryHeader } from '../check/history/header.js';
import type { Note } from '../core/notes.js';
import { workOf } from '../core/work.js';
import { type BranchWork, endingOf, type HistoryEntry, type Invocation } from '../domain/history.js';
import { type BranchId, branchId, branchOf } from '../domain/ids.js';
import { type WriteBatch, writesOf } from '../domain/writes.js';
import { assert } from '../std/assert.js';
import type { Survival } from './disk.js';
import type { Plan } from './plan.js';
import { invocationOf, type Stamps } from './record.js';
import type { Answered, Ask, Watcher } from './watcher.js';
import type { World } from './world.js';

/** The first line of the history of a plan. */
export function headerOf(plan: Plan): HistoryHeader {
  const branches = Array.from({ length: plan.branches }, (_, i) => branchId(i + 1));
  return { branches, foundedMinor: plan.foundedMinor.map(BigInt), complete: true, seed: plan.seed };
}

/** Turns what happens in a world into the entries of a history. */
export class HistoryTap implements Watcher {
  private readonly invocations = new Map<Ask, Invocation>();

  constructor(
    private readonly world: World,
    private readonly stamps: Stamps,
    private readonly onEntry: (entry: HistoryEntry) => void,
  ) {
    world.watch(this);
  }

  began(branch: BranchId, ask: Ask): void {
    const operation = invocationOf(branch, ask, ask.counter ?? 0, this.stamps.nextUs());
    this.invocations.set(ask, operation);
    this.onEntry({ kind: 'invoked', operation });
  }

  ended(ask: Ask, { outcome }: Answered): void {
    const invocation = this.invocations.get(ask);
    assert(invocation !== undefined, 'what ends has begun');
    const completedAtUs = this.stamps.nextUs();
    this.onEntry({ kind: 'completed', operation: { ...invocation, ...endingOf(outcome), completedAtUs } });
  }

  /** But for own writes that have become durable: the disk itself tells of those, before the process may have ended. */
  note(branch: BranchId, note: Note): void {
    if (note.kind !== 'logged') for (const work of workOf(note)) this.work(branch, work);
  }

  durable(branch: BranchId, batches: readonly WriteBatch[]): void {
    for (const batch of batches) {
      if (branchOf(batch.origin) !== branch) continue;
      for (const write of writesOf(batch)) this.work(branch, { kind: 'logged', write });
    }
  }

  /** They were not said to be durable, and are. */
  crashed(branch: BranchId, { kept }: Survival): void {
    this.durable(branch, kept);
  }

  /** What every branch holds in the end. */
  final(): void {
    for (const branch of this.world.branches) {
      const balances = new Map(branch.accounts().map(({ account, balance }) => [account.id, balance]));
      this.work(branch.self, { kind: 'final', vector: new Map(branch.applied), balances });
    }
  }

  private work(branch: BranchId, work: BranchWork): void {
    this.onEntry({ kind: 'branch', event: { branch, atUs: this.stamps.nowUs(), ...work } });
  }
}
