import { Branch, type BranchConfig } from '../core/branch.js';
import type { Note } from '../core/notes.js';
import type { Request } from '../core/request.js';
import { forOthers } from '../core/snapshot.js';
import type { BranchId, OriginId } from '../domain/ids.js';
import { Driver } from '../driver/driver.js';
import type { Clock, Store, Transport, TransportEvents } from '../driver/ports.js';
import { assert } from '../std/assert.js';
import { encodeSnapshot } from '../wire/snapshot.js';
import { sealWriteBatch } from '../wire/write-batch.js';
import type { Disk } from './disk.js';
import type { SiteClock } from './site-clock.js';
import type { Timeline } from './timeline.js';

export interface SitePorts {
  readonly timeline: Timeline;
  readonly clock: SiteClock;
  readonly disk: Disk;
  readonly transport: Transport;
  readonly observe: (note: Note) => void;
  /** The disk has failed, or to go on would do harm: the process ends. */
  readonly failed: (error: Error) => void;
  /** The branch has left the bank. */
  readonly left: () => void;
}

/** A process: the branch that it is and the driver around it. */
interface Process {
  readonly branch: Branch;
  readonly driver: Driver;
}

/**
 * The place of one branch. Its process may end at any time and begin again, as a
 * new branch over the same disk, or stand still: then all that happens to it
 * waits in line. What was on its way to a process that has ended never arrives.
 */
export class Site implements TransportEvents {
  private process: Process | undefined;
  /** Counts the processes. */
  private life = 0;
  private waiting: (() => void)[] | undefined;

  constructor(
    private settings: BranchConfig,
    private readonly ports: SitePorts,
  ) {}

  get config(): BranchConfig {
    return this.settings;
  }

  /** Begins next time as another origin, with another disk. */
  replaceOrigin(origin: OriginId): void {
    this.settings = { ...this.settings, origin };
  }

  get branch(): Branch | undefined {
    return this.process?.branch;
  }

  get isPaused(): boolean {
    return this.waiting !== undefined;
  }

  get disk(): Disk {
    return this.ports.disk;
  }

  get clock(): SiteClock {
    return this.ports.clock;
  }

  get nowMs(): number {
    return this.ports.clock.nowMs();
  }

  /** Whether the branch is there with all that it ever had, also if it ends now. */
  get isHealed(): boolean {
    return this.branch?.isSure === true && this.disk.isBelieved;
  }

  /** What the disk has, for another one to begin with. */
  summary(): Uint8Array {
    const branch = new Branch(this.config);
    branch.restore(this.disk.kept(), 0);
    return encodeSnapshot(forOthers(branch.snapshot(), []));
  }

  /** Begins with what the disk has. */
  start(): void {
    assert(this.process === undefined, 'a branch is one process at a time');
    const { clock, disk, transport, observe, failed, left } = this.ports;
    const isRestart = this.life > 0 || disk.isBegun;
    const branch = new Branch({ ...this.config, incarnation: this.life });
    if (isRestart) branch.restore(disk.kept(), clock.nowMs());
    disk.opened();
    this.life += 1;
    const store: Store = {
      append: (batches, done) => disk.append(batches, this.inLine(done)),
      read: (origin, first, last) => disk.read(origin, first, last),
      begins: (origin) => disk.begins(origin),
      readAll: () => disk.readAll(),
      get wantsSnapshot() {
        return disk.wantsSnapshot;
      },
      keepSnapshot: (bytes) => disk.keepSnapshot(bytes),
      trust: () => disk.trust(),
      trim: (vector) => disk.trim(vector),
      close: () => disk.close(),
    };
    const driver = new Driver(branch, {
      clock: this.awakeClock(),
      store,
      transport,
      encode: sealWriteBatch,
      encodeSnapshot,
      observe,
      failed,
      left,
    });
    this.process = { branch, driver };
    if (isRestart) driver.begin();
  }

  /** Ends at once: nothing is answered or sent any more. */
  end(): void {
    this.process = undefined;
    this.waiting = undefined;
    this.life += 1;
  }

  pause(): void {
    this.waiting ??= [];
  }

  resume(): void {
    const { waiting, life } = this;
    this.waiting = undefined;
    for (const run of waiting ?? []) if (life === this.life) run();
  }

  /** Happens at once, or when the branch does not stand still any more; never, if it is not there. */
  whenAwake(run: () => void): void {
    if (this.process) this.inLine(run)();
  }

  /** An operator asks the branch for something. */
  ask(what: (branch: Branch, nowMs: number) => void): void {
    assert(this.process !== undefined && !this.isPaused, 'a branch that runs can be asked');
    what(this.process.branch, this.nowMs);
    this.process.driver.begin();
  }

  operate(request: Request): void {
    assert(this.process !== undefined && !this.isPaused, 'a branch that runs can be asked');
    this.process.driver.operate(request);
  }

  opened(peer: BranchId): void {
    this.inLine(() => this.process?.driver.opened(peer))();
  }

  closed(peer: BranchId): void {
    this.inLine(() => this.process?.driver.closed(peer))();
  }

  message(...args: Parameters<TransportEvents['message']>): void {
    this.inLine(() => this.process?.driver.message(...args))();
  }

  writes(...args: Parameters<TransportEvents['writes']>): void {
    this.inLine(() => this.process?.driver.writes(...args))();
  }

  close(): Promise<void> {
    assert(this.process !== undefined, 'a process that runs can be closed');
    return this.process.driver.close();
  }

  private awakeClock(): Clock {
    const { clock, timeline } = this.ports;
    return {
      nowMs: () => clock.nowMs(),
      at: (atMs, run) => clock.at(atMs, this.inLine(run)),
      afterTurn: (run) => timeline.after(0, this.inLine(run)),
    };
  }

  /** Happens to the process that there is now, once it does not stand still; not to one that has ended. */
  private inLine<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void {
    const { life } = this;
    return (...args) => {
      if (life !== this.life) return;
      if (this.waiting) this.waiting.push(() => run(...args));
      else run(...args);
    };
  }
}
