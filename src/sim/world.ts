import type { Branch } from '../core/branch.js';
import type { Request } from '../core/request.js';
import { ALL_GUARANTEES } from '../domain/guarantees.js';
import { type BranchId, branchId, type CustomerId } from '../domain/ids.js';
import { assert } from '../std/assert.js';
import { Rng } from '../std/rng.js';
import type { Disk } from './disk.js';
import { Membership } from './membership.js';
import type { Network } from './network.js';
import { Sites, type SitesConfig } from './sites.js';
import { SpoiledDisks } from './spoiled-disks.js';
import type { Timeline } from './timeline.js';
import type { Answered, Ask, Asked, Watcher } from './watcher.js';

/** What whoever makes a world needs besides. */
export type { Ask, Asked, Watcher } from './watcher.js';

export interface WorldConfig extends SitesConfig {
  readonly seed: number;
  readonly branches: number;
}

/**
 * A bank in one process and out of time: real branches and drivers over a
 * simulated clock, network and disk. Everything that happens follows from the
 * seed and from what is asked, so the same seed gives the same run.
 */
export class World {
  readonly membership: Membership;
  readonly spoiledDisks: SpoiledDisks;
  private readonly sites: Sites;

  constructor(config: WorldConfig) {
    const rng = new Rng(config.seed);
    const founders = Array.from({ length: config.branches }, (_, i) => branchId(i + 1));
    this.sites = new Sites(config, founders, rng, {
      left: (id) => this.membership.depart(id),
      isOrphan: (id) => this.membership.isOrphan(id),
    });
    this.membership = new Membership(this.sites, founders);
    this.spoiledDisks = new SpoiledDisks(this.sites, this.membership);
    for (const id of founders) this.sites.build(id, rng.uint32()).start();
  }

  get timeline(): Timeline {
    return this.sites.timeline;
  }

  get network(): Network {
    return this.sites.network;
  }

  watch(watcher: Watcher): void {
    this.sites.watch(watcher);
  }

  // Who is there

  /** Those that the bank was founded with. */
  get founders(): readonly BranchId[] {
    return this.membership.founders;
  }

  /** Those that belong to it now. */
  get members(): readonly BranchId[] {
    return this.membership.members;
  }

  /** The branch as it is now; it must be running. */
  branch(id: BranchId): Branch {
    return this.sites.branch(id);
  }

  isUp(id: BranchId): boolean {
    return this.sites.site(id).branch !== undefined;
  }

  /** Those that are running. */
  get branches(): Branch[] {
    return this.sites.ids.flatMap((id) => this.sites.site(id).branch ?? []);
  }

  disk(id: BranchId): Disk {
    return this.sites.site(id).disk;
  }

  /** What the clock of a branch shows. */
  shownMs(id: BranchId): number {
    return this.sites.site(id).nowMs;
  }

  // What is asked

  /** Puts a request to a running branch now, which answers to the customer directly: its answer is filled in, and `then` called. */
  operate(at: BranchId, ask: Ask, then?: (answered: Answered) => void): Asked {
    this.makes(ask);
    return this.handle(at, ask, (answered) => {
      this.learns(answered);
      then?.(answered);
    });
  }

  makes(ask: Ask): void {
    this.sites.tell((watcher) => watcher.makes?.(ask));
  }

  learns(answered: Answered): void {
    this.sites.tell((watcher) => watcher.learns?.(answered));
  }

  /** A request has come to a branch: it is handled when the branch does not stand still, and never if it is not there. */
  arrive(at: BranchId, ask: Ask, then: (answered: Answered) => void): void {
    this.sites.site(at).whenAwake(() => this.handle(at, ask, then));
  }

  private handle(at: BranchId, ask: Ask, then: (answered: Answered) => void): Asked {
    const site = this.sites.site(at);
    const session = this.branch(at).session(ask.customer as CustomerId, ask.session ?? 1);
    const settledBelow = ask.settledBelow ?? 0;
    session.settle(settledBelow);
    const request: Request = {
      operation: ask.operation,
      session,
      counter: ask.counter ?? 0,
      home: ask.home,
      passbook: ask.passbook,
      guarantees: ask.guarantees ?? ALL_GUARANTEES,
      acks: ask.acks ?? 'local',
      deadlineMs: site.nowMs + (ask.timeoutMs ?? 10_000),
      reply: (outcome) => {
        assert(asked.outcome === undefined, 'a request is answered once');
        const answered: Answered = Object.assign(asked, { outcome, answeredAtMs: site.nowMs });
        this.sites.tell((watcher) => watcher.answered?.(answered));
        then(answered);
      },
    };
    const asked: Asked = { branch: at, request, askedAtMs: site.nowMs, settledBelow };
    this.sites.tell((watcher) => watcher.asked?.(asked));
    site.operate(request);
    return asked;
  }

  // What breaks, and is mended

  /** Cuts every line between the groups; branches that are in none keep theirs. */
  partition(...groups: readonly (readonly BranchId[])[]): void {
    for (const group of groups) {
      for (const other of groups) {
        if (other !== group) for (const from of group) for (const to of other) this.network.block(from, to);
      }
    }
  }

  heal(): void {
    for (const from of this.members) for (const to of this.members) if (from !== to) this.network.free(from, to);
  }

  /** The process ends at once, if there is one. */
  crash(id: BranchId): void {
    this.sites.crash(id);
  }

  restart(id: BranchId): void {
    if (this.isUp(id) || this.membership.isGone(id)) return;
    this.spoiledDisks.replaceLost(id);
    this.sites.site(id).start();
    this.sites.tell((watcher) => watcher.restarted?.(id));
    this.network.join(id);
  }

  pause(id: BranchId): void {
    const site = this.sites.site(id);
    if (!site.branch || site.isPaused) return;
    site.pause();
    this.sites.tell((watcher) => watcher.paused?.(id));
  }

  resume(id: BranchId): void {
    const site = this.sites.site(id);
    if (!site.isPaused) return;
    this.sites.tell((watcher) => watcher.resumed?.(id));
    site.resume();
  }

  /** The clock of a branch jumps ahead. */
  jump(id: BranchId, byMs: number): void {
    this.sites.site(id).clock.jump(byMs);
    this.sites.tell((watcher) => watcher.jumped?.(id, byMs));
  }

  close(id: BranchId): Promise<void> {
    return this.sites.site(id).close();
  }

  // Time

  /** Lets time pass until `untilMs`, or until nothing is going to happen any more. */
  run(untilMs = Number.POSITIVE_INFINITY, maxEvents = 1_000_000): void {
    for (let events = 0; (this.timeline.nextMs() ?? Number.POSITIVE_INFINITY) <= untilMs; events++) {
      if (this.timeline.nextMs() === undefined) return;
      assert(events < maxEvents, 'a bank in which nothing is left to do comes to rest');
      this.timeline.step();
    }
    if (untilMs !== Number.POSITIVE_INFINITY) this.timeline.advanceTo(untilMs);
  }
}
