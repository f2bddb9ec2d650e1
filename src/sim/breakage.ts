import { DISK_LOST, type FaultEvent } from '../domain/history.js';
import { type BranchId, branchId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import { unreachable } from '../std/assert.js';
import type { Rng } from '../std/rng.js';
import { FaultTime } from './fault-time.js';
import { LineFaults } from './line-faults.js';
import { Operator } from './operator.js';
import type { Fault, Plan } from './plan.js';
import type { Stamps } from './record.js';
import type { Watcher } from './watcher.js';
import type { World } from './world.js';

type Crash = Fault & { kind: 'crash' };

/** What a crash says of the disk that the next process finds. */
export const DISK_SPOILED = {
  'old-copy': 'an old copy of its disk is put back',
  'damaged-disk': 'a part of its log is damaged',
  'lost-disk': DISK_LOST,
} as const;

/** Lets the faults of a plan happen, each at its time, and mends all of them at the end. */
export class Breakage implements Watcher {
  private readonly time: FaultTime;
  private readonly lines: LineFaults;
  private readonly operator: Operator;
  /** How many faults keep a branch down, or standing still. */
  private readonly down = new Map<BranchId, number>();
  private readonly still = new Map<BranchId, number>();
  private readonly failing = new Map<BranchId, number>();
  /** They wait for an append. */
  private armed: Crash[] = [];

  constructor(
    private readonly world: World,
    private readonly plan: Plan,
    stamps: Stamps,
    private readonly rng: Rng,
    tell: (event: FaultEvent) => void,
  ) {
    this.time = new FaultTime(world.timeline, stamps, tell);
    this.lines = new LineFaults(world, this.time);
    this.operator = new Operator(world, this.time);
    world.watch(this);
  }

  start(): void {
    for (const fault of this.plan.faults) this.time.at(fault.atMs, () => this.begin(fault));
  }

  /** All is healed and everyone is there again; what was to break yet does not. */
  end(): void {
    const { world } = this;
    this.time.end();
    world.network.trouble();
    world.heal();
    for (const id of world.members) {
      world.disk(id).slow();
      world.disk(id).mend();
      if (!world.isUp(id)) this.time.say('restart', [id]);
      world.restart(id);
      world.resume(id);
    }
  }

  logged(branch: BranchId, batches: readonly WriteBatch[]): void {
    const isMeant = ({ branches, amid }: Crash) => branches[0] === branch && (amid === 'any group' || batches.length > 1);
    const now = this.armed.filter(isMeant);
    this.armed = this.armed.filter((fault) => !now.includes(fault));
    this.operator.logged(branch, batches);
    for (const fault of now) this.time.after(0, () => this.crash(fault.branches.map(branchId), fault.forMs));
  }

  diskFailed(branch: BranchId): void {
    const forMs = this.failing.get(branch) ?? 0;
    this.time.say('failing-disk', [branch], 'an append failed; the branch has stopped');
    // It may have begun to fail just before the end.
    if (this.time.isOver) this.world.timeline.after(forMs, () => this.restart(branch));
    else this.hold(this.down, branch, forMs, () => this.restart(branch));
  }

  private begin(fault: Fault): void {
    switch (fault.kind) {
      case 'lossy':
      case 'cut':
      case 'clog':
      case 'break-link':
        return this.lines.begin(fault);
      case 'crash':
        if (fault.amid) this.armed.push(fault);
        else this.crash(fault.branches.map(branchId), fault.forMs);
        return;
      case 'failing-disk':
        this.failing.set(branchId(fault.branch), fault.forMs);
        return this.world.disk(branchId(fault.branch)).fail();
      case 'old-copy':
      case 'damaged-disk':
      case 'lost-disk':
        return this.spoil(fault.kind, branchId(fault.branch), fault.forMs);
      case 'join':
        return this.operator.join();
      case 'leave':
        return this.operator.leave(branchId(fault.branch), fault.lost);
      case 'slow-disk':
        return this.slowDisk(fault);
      case 'pause':
        return this.pause(branchId(fault.branch), fault.forMs);
      case 'clock-jump':
        this.time.say('clock-jump', [fault.branch], `ahead by ${fault.byMs} ms`);
        return this.world.jump(branchId(fault.branch), fault.byMs);
      default:
        return unreachable(fault);
    }
  }

  private crash(ids: readonly BranchId[], forMs: number): void {
    this.time.say('crash', ids, ids.length === this.world.members.length ? 'all at once' : undefined);
    for (const id of ids) {
      this.world.crash(id);
      this.hold(this.down, id, forMs, () => this.restart(id));
    }
  }

  private spoil(how: keyof typeof DISK_SPOILED, id: BranchId, forMs: number): void {
    if (!this.world.isUp(id)) return;
    if (!(how === 'lost-disk' ? this.world.spoiledDisks.lose(id) : this.world.spoiledDisks.spoil(id, how, this.rng))) return;
    this.time.say('crash', [id], DISK_SPOILED[how]);
    this.hold(this.down, id, forMs, () => this.restart(id));
  }

  private restart(id: BranchId): void {
    if (this.world.membership.isGone(id)) return;
    this.time.say('restart', [id]);
    this.world.restart(id);
  }

  private slowDisk(fault: Fault & { kind: 'slow-disk' }): void {
    const disk = this.world.disk(branchId(fault.branch));
    this.time.say('slow-disk', [fault.branch], `up to ${fault.durableMs[1]} ms`);
    disk.slow(fault.durableMs);
    this.time.after(fault.forMs, () => disk.slow());
  }

  private pause(id: BranchId, forMs: number): void {
    if (!this.world.isUp(id)) return;
    this.time.say('pause', [id]);
    this.world.pause(id);
    this.hold(this.still, id, forMs, () => {
      this.time.say('resume', [id]);
      this.world.resume(id);
    });
  }

  /** Several faults may keep the same branch from its work: the last one frees it. */
  private hold(holds: Map<BranchId, number>, id: BranchId, forMs: number, free: () => void): void {
    holds.set(id, (holds.get(id) ?? 0) + 1);
    this.time.after(forMs, () => {
      const left = (holds.get(id) ?? 1) - 1;
      holds.set(id, left);
      if (left === 0) free();
    });
  }
}
