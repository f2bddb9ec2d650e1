import type { Branch } from '../core/branch.js';
import type { Note } from '../core/notes.js';
import type { Request } from '../core/request.js';
import { ALL_GUARANTEES, type GuaranteeSet } from '../domain/guarantees.js';
import { type BranchId, branchId, type CustomerId, type OriginId, originId } from '../domain/ids.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { SessionVectors } from '../domain/session.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import { assert } from '../std/assert.js';
import { Rng } from '../std/rng.js';
import { Disk, type Survival } from './disk.js';
import { type Heard, type Mishap, Network } from './network.js';
import type { ClockPlan, RangeMs } from './plan.js';
import { Site } from './site.js';
import { SiteClock } from './site-clock.js';
import { Timeline } from './timeline.js';

export interface WorldConfig {
  readonly seed: number;
  readonly branches: number;
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

/** Sees all that happens, and changes nothing. */
export interface Watcher {
  /** A customer makes a request, with what it knows then. */
  makes?(ask: Ask): void;
  /** The request has reached the branch. */
  asked?(asked: Asked): void;
  answered?(answered: Answered): void;
  /** The answer has reached the customer. */
  learns?(answered: Answered): void;
  note?(branch: BranchId, note: Note): void;
  sent?(from: BranchId, to: BranchId, heard: Heard, bytes: Uint8Array): void;
  mishap?(from: BranchId, to: BranchId, what: Mishap, heard: () => Heard): void;
  /** The group is in the log, and may yet be lost. */
  logged?(branch: BranchId, batches: readonly WriteBatch[]): void;
  durable?(branch: BranchId, batches: readonly WriteBatch[]): void;
  /** The process has ended; so much of what was not durable is on the disk. */
  crashed?(branch: BranchId, survival: Survival): void;
  /** The disk has failed; the process has ended. */
  diskFailed?(branch: BranchId): void;
  /** What is left on the disk of a branch that is not running. */
  spoiled?(branch: BranchId, left: readonly WriteBatch[]): void;
  restarted?(branch: BranchId): void;
  paused?(branch: BranchId): void;
  resumed?(branch: BranchId): void;
  jumped?(branch: BranchId, byMs: number): void;
}

/** What a customer asks; a deadline and a request id like those of the wire. */
export interface Ask {
  readonly operation: Operation;
  readonly customer: string;
  readonly session?: number;
  readonly counter?: number;
  /** The branch that it was first sent to; absent: this one. */
  readonly home?: BranchId;
  /** The session will not ask again for anything below. */
  readonly settledBelow?: number;
  readonly passbook?: SessionVectors;
  readonly guarantees?: GuaranteeSet;
  readonly acks?: AckLevel;
  readonly timeoutMs?: number;
}

/** A request at a branch and, once there is one, its answer. Times are those of the branch's clock. */
export interface Asked {
  readonly branch: BranchId;
  readonly request: Request;
  readonly askedAtMs: number;
  /** What the session has settled, by this request. */
  readonly settledBelow: number;
  outcome?: Outcome;
  answeredAtMs?: number;
}

export type Answered = Required<Asked>;

/**
 * A bank in one process and out of time: real branches and drivers over a
 * simulated clock, network and disk. Everything that happens follows from the
 * seed and from what is asked, so the same seed gives the same run.
 */
export class World {
  readonly timeline = new Timeline();
  readonly members: readonly BranchId[];
  readonly network: Network;
  private readonly sites: ReadonlyMap<BranchId, Site>;
  private readonly disks = new Map<BranchId, Disk>();
  private readonly clocks = new Map<BranchId, SiteClock>();
  private readonly watchers: Watcher[] = [];
  private readonly spoiledOnes = new Set<BranchId>();

  constructor(config: WorldConfig) {
    const { delayMs = [1, 10], linkMs = [1, 5], unhurriedMs = [0, 0] } = config;
    const rng = new Rng(config.seed);
    this.members = Array.from({ length: config.branches }, (_, i) => branchId(i + 1));
    this.network = new Network(
      this.timeline,
      rng.fork(),
      { delayMs, linkMs, unhurriedMs },
      {
        sent: (...args) => this.tell((watcher) => watcher.sent?.(...args)),
        mishap: (...args) => this.tell((watcher) => watcher.mishap?.(...args)),
      },
    );
    const disks = rng.fork();
    this.sites = new Map(this.members.map((id) => [id, this.build(id, rng.uint32(), config, disks.fork())]));
  }

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  /** The branch as it is now; it must be running. */
  branch(id: BranchId): Branch {
    const { branch } = this.site(id);
    assert(branch !== undefined, 'the branch is running');
    return branch;
  }

  isUp(id: BranchId): boolean {
    return this.site(id).branch !== undefined;
  }

  store(id: BranchId): Store {
    return this.site(id).store;
  }

  /** Those that are running. */
  get branches(): Branch[] {
    return [...this.sites.values()].flatMap(({ branch }) => branch ?? []);
  }

  /** What the clock of a branch shows. */
  shownMs(id: BranchId): number {
    return this.site(id).nowMs;
  }

  /** Puts a request to a running branch now, which answers to the customer directly: its answer is filled in, and `then` called. */
  operate(at: BranchId, ask: Ask, then?: (answered: Answered) => void): Asked {
    this.makes(ask);
    return this.handle(at, ask, (answered) => {
      this.learns(answered);
      then?.(answered);
    });
  }

  makes(ask: Ask): void {
    this.tell((watcher) => watcher.makes?.(ask));
  }

  learns(answered: Answered): void {
    this.tell((watcher) => watcher.learns?.(answered));
  }

  /** A request has come to a branch: it is handled when the branch does not stand still, and never if it is not there. */
  arrive(at: BranchId, ask: Ask, then: (answered: Answered) => void): void {
    this.site(at).whenAwake(() => this.handle(at, ask, then));
  }

  private handle(at: BranchId, ask: Ask, then: (answered: Answered) => void): Asked {
    const site = this.site(at);
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
        this.tell((watcher) => watcher.answered?.(answered));
        then(answered);
      },
    };
    const asked: Asked = { branch: at, request, askedAtMs: site.nowMs, settledBelow };
    this.tell((watcher) => watcher.asked?.(asked));
    site.operate(request);
    return asked;
  }

  close(id: BranchId): Promise<void> {
    return this.site(id).close();
  }

  // What breaks

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

  /** The process ends at once, if there is one; false if there is none. */
  crash(id: BranchId): boolean {
    const site = this.site(id);
    if (!site.branch) return false;
    site.end();
    this.network.leave(id);
    const survival = this.disk(id).crash();
    this.tell((watcher) => watcher.crashed?.(id, survival));
    return true;
  }

  /**
   * The process ends, and its disk is an old copy, or damaged somewhere, when the
   * next one begins. Own writes are lost only as far as other disks have them:
   * nobody could bring back the rest.
   */
  spoil(id: BranchId, how: 'old-copy' | 'damaged-disk', rng: Rng): boolean {
    // Two at a time could lose what the one was to get back from the other.
    const isHealed = (other: BranchId) => this.isUp(other) && this.branch(other).isSure;
    if (![...this.spoiledOnes].every(isHealed) || !this.crash(id)) return false;
    this.spoiledOnes.clear();
    this.spoiledOnes.add(id);
    const disk = this.disk(id);
    const batches = [...disk.batches()];
    const own = this.site(id).config.origin;
    const elsewhere = Math.max(0, ...this.members.map((other) => (other === id ? 0 : this.durableAt(other, own))));
    const isSafe = (batch: WriteBatch) => batch.origin !== own || lastSequence(batch) <= elsewhere;
    const least = batches.findLastIndex((batch) => !isSafe(batch)) + 1;
    if (how === 'old-copy') {
      disk.setBack(rng.integer(least, batches.length));
    } else {
      // Own writes are what it cannot do without.
      const all = Array.from(batches.keys()).slice(Math.max(least, disk.extent.needed));
      const ownOnes = all.filter((at) => batches[at]?.origin === own);
      const [first = batches.length] = rng.shuffled(ownOnes.length > 0 ? ownOnes : all);
      disk.damage(first, rng.integer(1, 3));
    }
    this.tell((watcher) => watcher.spoiled?.(id, [...disk.batches()]));
    return true;
  }

  private durableAt(branch: BranchId, origin: OriginId): number {
    let last = 0;
    for (const batch of this.disk(branch).durable) {
      if (batch.origin === origin && batch.first === last + 1) last = lastSequence(batch);
    }
    return last;
  }

  restart(id: BranchId): void {
    const site = this.site(id);
    if (site.branch) return;
    site.start();
    this.tell((watcher) => watcher.restarted?.(id));
    this.network.join(id);
  }

  pause(id: BranchId): void {
    const site = this.site(id);
    if (!site.branch || site.isPaused) return;
    site.pause();
    this.tell((watcher) => watcher.paused?.(id));
  }

  resume(id: BranchId): void {
    const site = this.site(id);
    if (!site.isPaused) return;
    this.tell((watcher) => watcher.resumed?.(id));
    site.resume();
  }

  /** The clock of a branch jumps ahead. */
  jump(id: BranchId, byMs: number): void {
    (this.clocks.get(id) as SiteClock).jump(byMs);
    this.tell((watcher) => watcher.jumped?.(id, byMs));
  }

  disk(id: BranchId): Disk {
    return this.disks.get(id) as Disk;
  }

  /** Lets time pass until `untilMs`, or until nothing is going to happen any more. */
  run(untilMs = Number.POSITIVE_INFINITY, maxEvents = 1_000_000): void {
    for (let events = 0; (this.timeline.nextMs() ?? Number.POSITIVE_INFINITY) <= untilMs; events++) {
      if (this.timeline.nextMs() === undefined) return;
      assert(events < maxEvents, 'a bank in which nothing is left to do comes to rest');
      this.timeline.step();
    }
    if (untilMs !== Number.POSITIVE_INFINITY) this.timeline.advanceTo(untilMs);
  }

  private build(id: BranchId, nonce: number, config: WorldConfig, rng: Rng): Site {
    const { timeline } = this;
    const clock = new SiteClock(timeline, config.clocks?.[id - 1]);
    const origin = originId(id, nonce);
    const disk = new Disk(origin, timeline, rng, config.durableMs ?? [1, 2], {
      logged: (batches) => this.tell((watcher) => watcher.logged?.(id, batches)),
      durable: (batches) => this.tell((watcher) => watcher.durable?.(id, batches)),
    });
    this.clocks.set(id, clock);
    this.disks.set(id, disk);
    const branch = {
      bankId: 'simulated',
      origin,
      members: this.members,
      foundedMinor: config.foundedMinor,
      patienceMs: config.patienceMs ?? 100,
      maxParked: config.maxParked ?? 10_000,
      observe: config.observe ?? false,
    };
    const site = new Site(branch, {
      timeline,
      clock,
      disk,
      transport: this.network.port(id),
      observe: (note) => this.tell((watcher) => watcher.note?.(id, note)),
      failed: () => {
        this.crash(id);
        this.tell((watcher) => watcher.diskFailed?.(id));
      },
    });
    this.network.attach(id, site);
    site.start();
    return site;
  }

  private tell(event: (watcher: Watcher) => void): void {
    for (const watcher of this.watchers) event(watcher);
  }

  private site(id: BranchId): Site {
    const site = this.sites.get(id);
    assert(site !== undefined, 'the bank has this branch');
    return site;
  }
}
