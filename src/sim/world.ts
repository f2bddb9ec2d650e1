import { Branch } from '../core/branch.js';
import type { Note } from '../core/notes.js';
import type { Request } from '../core/request.js';
import { forOthers } from '../core/snapshot.js';
import { ALL_GUARANTEES, type GuaranteeSet } from '../domain/guarantees.js';
import { type BranchId, branchId, branchOf, type CustomerId, nonceOf, type OriginId, originId } from '../domain/ids.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { SessionVectors } from '../domain/session.js';
import { type LoggedWrite, lastSequence, type WriteBatch, WriteKind, writesOf } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import { assert } from '../std/assert.js';
import { Rng } from '../std/rng.js';
import { encodeSnapshot } from '../wire/snapshot.js';
import { DISK_FAILED, Disk, type Survival } from './disk.js';
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
  /** The branch, which is not running, has another disk, with that log. */
  replaced?(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void;
  /** A new branch belongs to the bank, and begins with that log. */
  joined?(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void;
  /** The branch belongs to the bank no more, and is never there again. */
  left?(branch: BranchId): void;
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
  /** Those that the bank was founded with. */
  readonly founders: readonly BranchId[];
  /** Those that belong to it now. */
  members: readonly BranchId[];
  readonly network: Network;
  private readonly sites = new Map<BranchId, Site>();
  private readonly disks = new Map<BranchId, Disk>();
  private readonly clocks = new Map<BranchId, SiteClock>();
  private readonly watchers: Watcher[] = [];
  private readonly spoiledOnes = new Set<BranchId>();
  private readonly lostOnes = new Set<BranchId>();
  /** They have left, or are lost for good. */
  private readonly gone = new Set<BranchId>();
  private readonly leaving = new Set<BranchId>();
  /** They leave, and not all know it yet. */
  private readonly unknown = new Set<BranchId>();

  private readonly diskRng: Rng;

  constructor(private readonly config: WorldConfig) {
    const { delayMs = [1, 10], linkMs = [1, 5], unhurriedMs = [0, 0] } = config;
    const rng = new Rng(config.seed);
    this.founders = Array.from({ length: config.branches }, (_, i) => branchId(i + 1));
    this.members = this.founders;
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
    for (const id of this.founders) {
      this.build(id, rng.uint32());
      this.site(id).start();
    }
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
    if (!this.begin(id)) return false;
    const disk = this.disk(id);
    const batches = [...disk.batches()];
    const own = this.site(id).config.origin;
    // Not at one that has joined since: a disk that is set back may not know of it.
    const others = this.members.filter((other) => other !== id && this.founders.includes(other));
    const elsewhere = Math.max(0, ...others.map((other) => this.durableAt(other, own)));
    const isSafe = (batch: WriteBatch) => batch.origin !== own || lastSequence(batch) <= elsewhere;
    const least = Math.max(disk.extent.beginning, batches.findLastIndex((batch) => !isSafe(batch)) + 1);
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

  /** The process ends, its disk is gone, and nobody will bring it back. */
  abandon(id: BranchId): boolean {
    if (!this.begin(id)) return false;
    this.gone.add(id);
    return true;
  }

  /** The process ends, and its disk is gone when the next one begins, with another one that has what another branch has. */
  lose(id: BranchId): boolean {
    if (this.members.length === 1 || !this.begin(id)) return false;
    this.lostOnes.add(id);
    return true;
  }

  /** Two at a time could lose what the one was to get back from the other. */
  private begin(id: BranchId): boolean {
    // And one that leaves has promised to write no more, so that a disk which is lost meanwhile could not be given up.
    const isLeaving = this.unknown.size > 0 || [...this.leaving].some((other) => !this.gone.has(other));
    if (!this.areHealed || isLeaving || !this.crash(id)) return false;
    this.spoiledOnes.clear();
    this.spoiledOnes.add(id);
    return true;
  }

  // Who comes and who goes

  /** The number of the next branch that joins. */
  get nextNumber(): BranchId {
    return branchId(Math.max(...this.sites.keys()) + 1);
  }

  /** A new branch is taken in; tells whether it was, unless the branch that decides ends meanwhile. */
  join(id: BranchId, then: (done: boolean) => void): void {
    // One that does not decide it may know that it was done.
    const decider = this.members.find((member) => this.isUp(member));
    const site = decider && this.site(decider);
    if (!site || site.isPaused) return then(false);
    site.ask((branch, nowMs) =>
      branch.admit(
        id,
        `branch-${id}`,
        ({ kind }) => {
          if (kind === 'done' && !this.sites.has(id)) this.found(id, decider);
          then(kind === 'done');
        },
        nowMs,
      ),
    );
  }

  private found(id: BranchId, donor: BranchId): void {
    this.build(id, id);
    const { origin } = this.site(id).config;
    const log = [...this.disk(donor).durable];
    this.disk(id).replace(origin, 'joined', this.summary(donor), log);
    this.members = [...this.members, id];
    this.tell((watcher) => watcher.joined?.(id, origin, log));
    this.site(id).start();
    this.network.join(id);
  }

  /**
   * A branch is let go; tells whether all know it, for what one branch has written can
   * be lost with its disk. One that is lost has ended before, and never begins again;
   * one that is there ends by itself when it hears of it.
   */
  leave(id: BranchId, isLost: boolean, then: (done: boolean) => void): void {
    const others = this.members.filter((member) => member !== id);
    const [decider] = others.map((other) => this.site(other)) as [Site];
    if (!isLost) this.leaving.add(id);
    this.unknown.add(id);
    const isKnown = others.every((other) => this.hasSealed(other, id));
    if (isKnown && isLost) this.depart(id);
    if (isKnown) this.unknown.delete(id);
    if (!isKnown && decider.branch?.members.includes(id) && !decider.isPaused)
      decider.ask((branch, nowMs) => branch.retire([id], isLost, () => {}, nowMs));
    then(isKnown);
  }

  /** Whether it is on the disk of a branch that another one is given up. */
  private hasSealed(at: BranchId, id: BranchId): boolean {
    const isSeal = ({ kind, receiver }: LoggedWrite) => kind === WriteKind.seal && receiver === id;
    const isOnDisk = this.disk(at).durable.some(
      (batch) => batch.kinds.includes(WriteKind.seal) && [...writesOf(batch)].some(isSeal),
    );
    return isOnDisk && this.isUp(at) && !this.branch(at).members.includes(id);
  }

  /** Whether the branch that would decide it can: enough others stay, as far as it knows. */
  mayLeave(id: BranchId, isLost: boolean): boolean {
    const [decider] = this.members.filter((member) => member !== id);
    if (decider === undefined || !this.isHealed(decider)) return false;
    const { members } = this.branch(decider);
    const stay = members.filter((member) => member !== id);
    if (!members.includes(id) || stay[0] !== decider) return false;
    return !isLost || stay.length * 2 > members.length || (stay.length * 2 === members.length && stay[0] === members[0]);
  }

  /** Whether it has left, or is lost for good. */
  isGone(id: BranchId): boolean {
    return this.gone.has(id);
  }

  /** Whether it was asked to leave. */
  isLeaving(id: BranchId): boolean {
    return this.leaving.has(id);
  }

  private depart(id: BranchId): void {
    if (!this.members.includes(id)) return;
    this.members = this.members.filter((member) => member !== id);
    this.spoiledOnes.delete(id);
    this.gone.add(id);
    this.tell((watcher) => watcher.left?.(id));
  }

  /** Whether all whose disk was spoiled are there again with all that they had. */
  get areHealed(): boolean {
    return [...this.spoiledOnes].every((id) => this.isHealed(id));
  }

  /** Also if it ends now. */
  private isHealed(id: BranchId): boolean {
    return this.isUp(id) && this.branch(id).isSure && this.disk(id).isBelieved;
  }

  private replaceDisk(id: BranchId): void {
    if (!this.lostOnes.delete(id)) return;
    const site = this.site(id);
    const nonce = nonceOf(site.config.origin) + 1;
    const others = this.members.filter((member) => member !== id);
    const donor = others[nonce % others.length] as BranchId;
    const log = [...this.disk(donor).durable];
    const origin = originId(id, nonce);
    site.replaceOrigin(origin);
    this.disk(id).replace(origin, 'replaced', this.summary(donor), log);
    this.tell((watcher) => watcher.replaced?.(id, origin, log));
  }

  /** What the disk of a branch has, for another one to begin with. */
  private summary(id: BranchId): Uint8Array {
    const branch = new Branch(this.site(id).config);
    branch.restore(this.disk(id).kept(), 0);
    return encodeSnapshot(forOthers(branch.snapshot(), []));
  }

  /** Branches whose joining was lost with the one that had taken them in, and that have what was lost: they begin anew or not at all. */
  dropOrphans(sealer: BranchId, sealed: BranchId): void {
    for (const id of this.members) {
      const isMember = this.branch(sealer).members.includes(id);
      const origins = new Set(
        this.disk(id)
          .durable.map(({ origin }) => origin)
          .filter((origin) => branchOf(origin) === sealed),
      );
      const hasLost = [...origins].some((origin) => this.durableAt(id, origin) > this.branch(sealer).lastOf(origin));
      if (isMember || this.founders.includes(id) || !hasLost) continue;
      this.crash(id);
      this.depart(id);
    }
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
    if (site.branch || this.gone.has(id)) return;
    this.replaceDisk(id);
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

  private build(id: BranchId, nonce: number): void {
    const { timeline, config } = this;
    const clock = new SiteClock(timeline, config.clocks?.[id - 1]);
    const origin = originId(id, nonce);
    const disk = new Disk(origin, timeline, this.diskRng.fork(), config.durableMs ?? [1, 2], {
      logged: (batches) => this.tell((watcher) => watcher.logged?.(id, batches)),
      durable: (batches) => this.tell((watcher) => watcher.durable?.(id, batches)),
    });
    this.clocks.set(id, clock);
    this.disks.set(id, disk);
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
      clock,
      disk,
      transport: this.network.port(id),
      observe: (note) => this.tell((watcher) => watcher.note?.(id, note)),
      failed: (error) => {
        // Nobody starts it with the wrong disk here.
        assert(error.message === DISK_FAILED, `branch ${id} stops: ${error.message}`);
        this.crash(id);
        this.tell((watcher) => watcher.diskFailed?.(id));
      },
      left: () => {
        this.crash(id);
        this.depart(id);
      },
    });
    this.network.attach(id, site);
    this.sites.set(id, site);
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
