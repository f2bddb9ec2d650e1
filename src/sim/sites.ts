import type { Branch } from '../core/branch.js';
import { type BranchId, originId } from '../domain/ids.js';
import { assert } from '../std/assert.js';
import type { Rng } from '../std/rng.js';
import { DISK_FAILED, Disk } from './disk.js';
import { Network } from './network.js';
import type { ClockPlan, RangeMs } from './plan.js';
import { Site } from './site.js';
import { SiteClock } from './site-clock.js';
import { Timeline } from './timeline.js';
import type { Watcher } from './watcher.js';

export interface SitesConfig {
  readonly foundedMinor: readonly bigint[];
  /** What a message between branches takes, one way. */
  readonly delayMs?: RangeMs;
  /** What opening a link takes, or noticing that it broke. */
  readonly linkMs?: RangeMs;
  /** How much later a link is opened that nobody waits for. */
  readonly unhurriedMs?: RangeMs;
  /** How long an appended group takes to become durable. */
  readonly durableMs?: RangeMs;
  readonly clocks?: readonly ClockPlan[];
  readonly patienceMs?: number;
  readonly maxParked?: number;
  /** Whether branches tell about their work, as notes. */
  readonly observe?: boolean;
}

export interface SitesHost {
  /** The branch has left the bank, and its process has ended. */
  left(id: BranchId): void;
  /** Whether the branch is to end because nobody knows it. */
  isOrphan(id: BranchId): boolean;
}

/** The sites of all branches, each with its clock and disk, on one timeline and one network; and whoever looks on. */
export class Sites {
  readonly timeline = new Timeline();
  readonly network: Network;
  private readonly sites = new Map<BranchId, Site>();
  private readonly watchers: Watcher[] = [];
  private readonly diskRng: Rng;

  constructor(
    private readonly config: SitesConfig,
    private readonly founders: readonly BranchId[],
    rng: Rng,
    private readonly host: SitesHost,
  ) {
    const { delayMs = [1, 10], linkMs = [1, 5], unhurriedMs = [0, 0] } = config;
    this.network = new Network(
      this.timeline,
      rng.fork(),
      { delayMs, linkMs, unhurriedMs },
      {
        sent: (...args) => this.tell((watcher) => watcher.sent?.(...args)),
        mishap: (...args) => this.tell((watcher) => watcher.mishap?.(...args)),
      },
    );
    this.diskRng = rng.fork();
  }

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  tell(event: (watcher: Watcher) => void): void {
    for (const watcher of this.watchers) event(watcher);
  }

  site(id: BranchId): Site {
    const site = this.sites.get(id);
    assert(site !== undefined, 'the bank has this branch');
    return site;
  }

  /** Also of those that have gone. */
  get ids(): BranchId[] {
    return [...this.sites.keys()];
  }

  /** The branch as it is now; it must be running. */
  branch(id: BranchId): Branch {
    const { branch } = this.site(id);
    assert(branch !== undefined, 'the branch is running');
    return branch;
  }

  /** A new site, where nothing runs yet. */
  build(id: BranchId, nonce: number): Site {
    const { timeline, config, network } = this;
    const origin = originId(id, nonce);
    const disk = new Disk(origin, timeline, this.diskRng.fork(), config.durableMs ?? [1, 2], {
      logged: (batches) => this.tell((watcher) => watcher.logged?.(id, batches)),
      durable: (batches) => this.tell((watcher) => watcher.durable?.(id, batches)),
    });
    const branch = {
      bankId: 'simulated',
      origin,
      members: this.founders,
      foundedMinor: config.foundedMinor,
      patienceMs: config.patienceMs ?? 100,
      maxParked: config.maxParked ?? 10_000,
      observe: config.observe ?? false,
    };
    const site = new Site(branch, {
      timeline,
      clock: new SiteClock(timeline, config.clocks?.[id - 1]),
      disk,
      transport: network.port(id),
      observe: (note) => this.tell((watcher) => watcher.note?.(id, note)),
      failed: (error) => this.failed(id, error),
      left: () => {
        this.crash(id);
        this.host.left(id);
      },
    });
    network.attach(id, site);
    this.sites.set(id, site);
    return site;
  }

  /** The process ends at once, if there is one; false if there is none. */
  crash(id: BranchId): boolean {
    const site = this.site(id);
    if (!site.branch) return false;
    site.end();
    this.network.leave(id);
    const survival = site.disk.crash();
    this.tell((watcher) => watcher.crashed?.(id, survival));
    return true;
  }

  private failed(id: BranchId, error: Error): void {
    const isOrphan = this.host.isOrphan(id);
    // Nobody starts it with the wrong disk here.
    assert(error.message === DISK_FAILED || isOrphan, `branch ${id} stops: ${error.message}`);
    this.crash(id);
    if (isOrphan) this.host.left(id);
    else this.tell((watcher) => watcher.diskFailed?.(id));
  }
}
