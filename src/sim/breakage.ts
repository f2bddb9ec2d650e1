import { DISK_LOST, type FaultEvent, type FaultKind } from '../domain/history.js';
import { type BranchId, branchId, branchOf } from '../domain/ids.js';
import { type WriteBatch, WriteKind, writesOf } from '../domain/writes.js';
import { unreachable } from '../std/assert.js';
import type { Rng } from '../std/rng.js';
import type { Lossiness } from './network.js';
import type { Fault, Line, Plan } from './plan.js';
import type { Stamps } from './record.js';
import type { Watcher, World } from './world.js';

type Lossy = Fault & { kind: 'lossy' };
type Cut = Fault & { kind: 'cut' };
type Crash = Fault & { kind: 'crash' };

/** How long an operator waits before it asks again. */
const OPERATOR_MS = 300;

/** What a crash says of the disk that the next process finds. */
export const DISK_SPOILED = {
  'old-copy': 'an old copy of its disk is put back',
  'damaged-disk': 'a part of its log is damaged',
  'lost-disk': DISK_LOST,
} as const;

/** Lets the faults of a plan happen, each at its time, and mends all of them at the end. */
export class Breakage implements Watcher {
  /** How many faults keep a branch down, or standing still. */
  private readonly down = new Map<BranchId, number>();
  private readonly still = new Map<BranchId, number>();
  private readonly failing = new Map<BranchId, number>();
  private readonly lossy = new Set<Lossy>();
  /** They wait for an append. */
  private armed: Crash[] = [];
  private joining: BranchId | undefined;
  private leaving: BranchId | undefined;
  private linesCut = 0;
  private isOver = false;

  constructor(
    private readonly world: World,
    private readonly plan: Plan,
    private readonly stamps: Stamps,
    private readonly rng: Rng,
    private readonly tell: (event: FaultEvent) => void,
  ) {
    world.watch(this);
  }

  start(): void {
    for (const fault of this.plan.faults) this.world.timeline.at(fault.atMs, () => this.isOver || this.begin(fault));
  }

  /** All is healed and everyone is there again; what was to break yet does not. */
  end(): void {
    this.isOver = true;
    const { world } = this;
    this.say('faults-end', []);
    world.network.trouble();
    world.heal();
    for (const id of world.members) {
      world.disk(id).slow();
      world.disk(id).mend();
      if (!world.isUp(id)) this.say('restart', [id]);
      world.restart(id);
      world.resume(id);
    }
  }

  logged(branch: BranchId, batches: readonly WriteBatch[]): void {
    const isMeant = ({ branches, amid }: Crash) => branches[0] === branch && (amid === 'any group' || batches.length > 1);
    const now = this.armed.filter(isMeant);
    this.armed = this.armed.filter((fault) => !now.includes(fault));
    const own = batches.filter(({ origin }) => branchOf(origin) === branch).flatMap((batch) => [...writesOf(batch)]);
    for (const { kind, receiver } of own) {
      if (kind !== WriteKind.seal) continue;
      this.world.timeline.after(0, () => this.world.isUp(branch) && this.world.dropOrphans(branch, receiver as BranchId));
    }
    for (const fault of now) this.after(0, () => this.crash(fault.branches.map(branchId), fault.forMs));
  }

  diskFailed(branch: BranchId): void {
    const forMs = this.failing.get(branch) ?? 0;
    this.say('failing-disk', [branch], 'an append failed; the branch has stopped');
    // It may have begun to fail just before the end.
    if (this.isOver) this.world.timeline.after(forMs, () => this.restart(branch));
    else this.hold(this.down, branch, forMs, () => this.restart(branch));
  }

  private begin(fault: Fault): void {
    switch (fault.kind) {
      case 'lossy':
        return this.lose(fault);
      case 'cut':
        return this.cut(fault);
      case 'clog':
        return this.clog(fault.line, fault.forMs);
      case 'break-link':
        this.say('break-link', fault.between);
        return this.breakLink(fault.between);
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
        return this.join();
      case 'leave':
        return this.leave(branchId(fault.branch), fault.lost);
      case 'slow-disk':
        return this.slowDisk(fault);
      case 'pause':
        return this.pause(branchId(fault.branch), fault.forMs);
      case 'clock-jump':
        this.say('clock-jump', [fault.branch], `ahead by ${fault.byMs} ms`);
        return this.world.jump(branchId(fault.branch), fault.byMs);
      default:
        return unreachable(fault);
    }
  }

  private lose(fault: Lossy): void {
    this.say('lossy', [], percentages(fault));
    this.lossy.add(fault);
    this.world.network.trouble(this.worst());
    this.after(fault.forMs, () => {
      this.lossy.delete(fault);
      this.world.network.trouble(this.worst());
    });
  }

  /** Of all that is lossy now. */
  private worst(): Lossiness | undefined {
    const all = [...this.lossy];
    if (all.length === 0) return undefined;
    const most = (of: (lossy: Lossy) => number) => Math.max(...all.map(of));
    return {
      loss: most(({ loss }) => loss),
      duplication: most(({ duplication }) => duplication),
      replay: most(({ replay }) => replay),
      reordering: most(({ reordering }) => reordering),
    };
  }

  private cut(fault: Cut): void {
    const endsMs = this.world.timeline.nowMs + fault.forMs;
    const { flapMs } = fault;
    const on = () => {
      this.block(fault.lines, `${fault.shape}${flapMs ? ', flapping' : ''}`);
      if (fault.breaks) for (const line of fault.lines) this.breakLink(line);
      const leftMs = endsMs - this.world.timeline.nowMs;
      this.after(Math.min(flapMs ?? leftMs, leftMs), () => {
        this.unblock(fault.lines);
        if (flapMs !== undefined && this.world.timeline.nowMs + flapMs < endsMs) this.after(flapMs, on);
      });
    };
    on();
  }

  private clog(line: Line, forMs: number): void {
    this.block([line], 'clogged');
    this.after(forMs, () => this.unblock([line]));
  }

  private block(lines: readonly Line[], detail: string): void {
    this.linesCut += lines.length;
    for (const [from, to] of lines) this.world.network.block(branchId(from), branchId(to));
    for (const from of new Set(lines.map(([a]) => a))) {
      const to = lines.flatMap(([a, b]) => (a === from ? branchId(b) : []));
      this.say('cut', [from], detail, to);
    }
  }

  private unblock(lines: readonly Line[]): void {
    this.linesCut -= lines.length;
    for (const [from, to] of lines) this.world.network.unblock(branchId(from), branchId(to));
    if (this.linesCut === 0) this.say('heal', []);
  }

  private breakLink([a, b]: Line): void {
    this.world.network.breakLink(branchId(a), branchId(b));
  }

  private crash(ids: readonly BranchId[], forMs: number): void {
    this.say('crash', ids, ids.length === this.world.members.length ? 'all at once' : undefined);
    for (const id of ids) {
      this.world.crash(id);
      this.hold(this.down, id, forMs, () => this.restart(id));
    }
  }

  private spoil(how: keyof typeof DISK_SPOILED, id: BranchId, forMs: number): void {
    if (!this.world.isUp(id)) return;
    if (!(how === 'lost-disk' ? this.world.lose(id) : this.world.spoil(id, how, this.rng))) return;
    this.say('crash', [id], DISK_SPOILED[how]);
    this.hold(this.down, id, forMs, () => this.restart(id));
  }

  private join(): void {
    if (this.joining !== undefined) return;
    const id = this.world.nextNumber;
    this.joining = id;
    this.untilDone(
      (then) => this.world.join(id, then),
      () => (this.joining = undefined),
    );
  }

  private leave(id: BranchId, isLost: boolean): void {
    const { members } = this.world;
    if (this.leaving !== undefined || !members.includes(id) || !this.world.mayLeave(id, isLost)) return;
    if (isLost ? !this.world.abandon(id) : !this.world.areHealed) return;
    this.leaving = id;
    if (isLost) this.say('crash', [id], DISK_LOST);
    this.untilDone(
      (then) => this.world.leave(id, isLost, then),
      () => (this.leaving = undefined),
    );
  }

  /** As an operator does it: asks until it is done, also when the faults are over. */
  private untilDone(ask: (then: (done: boolean) => void) => void, done: () => void): void {
    let isDone = false;
    const again = () => {
      if (isDone) return;
      ask((answer) => {
        if (!answer || isDone) return;
        isDone = true;
        done();
      });
      if (!isDone) this.world.timeline.after(OPERATOR_MS, again);
    };
    again();
  }

  private restart(id: BranchId): void {
    if (this.world.isGone(id)) return;
    this.say('restart', [id]);
    this.world.restart(id);
  }

  private slowDisk(fault: Fault & { kind: 'slow-disk' }): void {
    const disk = this.world.disk(branchId(fault.branch));
    this.say('slow-disk', [fault.branch], `up to ${fault.durableMs[1]} ms`);
    disk.slow(fault.durableMs);
    this.after(fault.forMs, () => disk.slow());
  }

  private pause(id: BranchId, forMs: number): void {
    if (!this.world.isUp(id)) return;
    this.say('pause', [id]);
    this.world.pause(id);
    this.hold(this.still, id, forMs, () => {
      this.say('resume', [id]);
      this.world.resume(id);
    });
  }

  /** Several faults may keep the same branch from its work: the last one frees it. */
  private hold(holds: Map<BranchId, number>, id: BranchId, forMs: number, free: () => void): void {
    holds.set(id, (holds.get(id) ?? 0) + 1);
    this.after(forMs, () => {
      const left = (holds.get(id) ?? 1) - 1;
      holds.set(id, left);
      if (left === 0) free();
    });
  }

  private after(ms: number, run: () => void): void {
    this.world.timeline.after(ms, () => {
      if (!this.isOver) run();
    });
  }

  private say(fault: FaultKind, branches: readonly number[], detail?: string, to?: readonly BranchId[]): void {
    this.tell({
      atUs: this.stamps.nowUs(),
      fault,
      branches: branches.map(branchId),
      ...(to && { to }),
      ...(detail && { detail }),
    });
  }
}

function percentages({ loss, duplication, replay, reordering }: Lossiness): string {
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return `${percent(loss)} lost, ${percent(duplication)} doubled, ${percent(replay)} replayed, ${percent(reordering)} out of order`;
}
