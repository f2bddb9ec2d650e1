import type { Note } from '../../core/notes.js';
import type { FaultEvent } from '../../domain/history.js';
import { type BranchId, branchOf } from '../../domain/ids.js';
import { type WriteBatch, WriteKind } from '../../domain/writes.js';
import { DISK_SPOILED } from '../breakage.js';
import type { Survival } from '../disk.js';
import type { Plan } from '../plan.js';
import type { Answered, Watcher } from '../watcher.js';
import type { World } from '../world.js';
import { PAIRS, type RecoveryOf, type Tally, type Trouble } from './pairs.js';

/** Follows processes that end and begin again, disks, and the bank as a whole. */
export class RecoveriesOfBranches implements Watcher {
  private readonly endedBy = new Map<BranchId, 'crash' | 'failing-disk'>();
  private readonly spoiledBy = new Map<BranchId, keyof typeof DISK_SPOILED>();
  private allHaveEnded = false;
  private readonly slow = new Set<BranchId>();

  constructor(
    private readonly world: World,
    private readonly plan: Plan,
    private readonly tally: Tally,
  ) {
    world.watch(this);
  }

  fault({ fault, branches, detail }: FaultEvent): void {
    if (fault === 'crash') for (const branch of branches) this.spoiledAs(branch, detail);
    if (fault === 'slow-disk') for (const branch of branches) this.slow.add(branch);
    if (fault === 'faults-end') this.slow.clear();
  }

  crashed(branch: BranchId, { kept, lost, torn }: Survival): void {
    this.endedBy.set(branch, 'crash');
    if (!this.world.members.some((id) => this.world.isUp(id))) this.allHaveEnded = true;
    if (lost.length > 0) this.tally.count('crash', 'group lost');
    if (kept.some(({ origin }) => branchOf(origin) === branch)) this.tally.count('crash', 'group kept');
    if (torn) this.tally.count('crash', 'group torn');
  }

  diskFailed(branch: BranchId): void {
    this.endedBy.set(branch, 'failing-disk');
  }

  private spoiledAs(branch: BranchId, detail: string | undefined): void {
    const how = (Object.keys(DISK_SPOILED) as (keyof typeof DISK_SPOILED)[]).find((name) => DISK_SPOILED[name] === detail);
    if (how) this.spoiledBy.set(branch, how);
    else this.spoiledBy.delete(branch);
  }

  note(branch: BranchId, note: Note): void {
    const how = this.spoiledBy.get(branch);
    if (how && how !== 'lost-disk' && note.kind === 'took-in' && note.receipt === 'new' && branchOf(note.batch.origin) === branch)
      this.tally.count(how, 'fetched');
  }

  answered({ branch, outcome }: Answered): void {
    const how = this.spoiledBy.get(branch);
    if (outcome.kind !== 'refused') return;
    if (outcome.reason === 'WRITES_LOST') this.tally.count('lost-disk', 'told');
    if (how && outcome.reason === 'RECOVERING') this.tally.count(how, 'refused meanwhile');
  }

  restarted(branch: BranchId): void {
    this.tally.count(this.endedBy.get(branch) ?? 'crash', 'restored');
    if (!this.allHaveEnded || !this.world.members.every((id) => this.world.isUp(id))) return;
    this.allHaveEnded = false;
    this.tally.count('crash', 'all restored');
  }

  joined(): void {
    this.tally.count('join', 'taken in');
  }

  left(): void {
    this.tally.count('leave', 'let go');
  }

  resumed(): void {
    this.tally.count('pause', 'went on');
  }

  durable(branch: BranchId, batches: readonly WriteBatch[]): void {
    for (const { kinds } of batches) if (kinds.includes(WriteKind.seal)) this.tally.count('lost-disk', 'sealed');
    if (this.slow.has(branch) && batches.some(({ origin }) => branchOf(origin) === branch))
      this.tally.count('slow-disk', 'waited');
  }

  /** The faults are over, and all is well. */
  converged(): void {
    const { faults, clocks } = this.plan;
    const seen = new Set<string>(faults.map(({ kind }) => kind));
    if (clocks.length > 0) seen.add('clocks');
    for (const fault of faults) {
      if (fault.kind !== 'lossy') continue;
      for (const name of ['loss', 'duplication', 'replay', 'reordering'] as const) if (fault[name] > 0) seen.add(name);
    }
    for (const [trouble, recoveries] of Object.entries(PAIRS)) {
      if (seen.has(trouble) && 'converged' in recoveries)
        this.tally.count(trouble as Trouble, 'converged' as RecoveryOf<Trouble>);
    }
  }
}
