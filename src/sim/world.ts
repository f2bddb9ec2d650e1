import { Branch } from '../core/branch.js';
import type { Note } from '../core/notes.js';
import type { Request } from '../core/request.js';
import { ALL_GUARANTEES, type GuaranteeSet } from '../domain/guarantees.js';
import { type BranchId, branchId, type CustomerId, originId } from '../domain/ids.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { SessionVectors } from '../domain/session.js';
import type { WriteBatch } from '../domain/writes.js';
import { Driver } from '../driver/driver.js';
import type { Clock, Store } from '../driver/ports.js';
import { assert } from '../std/assert.js';
import { Rng } from '../std/rng.js';
import { MemoryStore } from '../store/memory.js';
import { encodeWriteBatch } from '../wire/write-batch.js';
import { type Heard, Network, type RangeMs } from './network.js';
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
  readonly patienceMs?: number;
  readonly maxParked?: number;
  /** Whether branches tell about their work, as notes. */
  readonly observe?: boolean;
}

/** Sees all that happens, and changes nothing. */
export interface Watcher {
  asked?(asked: Asked): void;
  answered?(answered: Answered): void;
  note?(branch: BranchId, note: Note): void;
  sent?(from: BranchId, to: BranchId, heard: Heard): void;
  /** The group is in the log, and may yet be lost. */
  logged?(branch: BranchId, batches: readonly WriteBatch[]): void;
  durable?(branch: BranchId, batches: readonly WriteBatch[]): void;
}

/** What a customer asks; a deadline and a request id like those of the wire. */
export interface Ask {
  readonly operation: Operation;
  readonly customer: string;
  readonly session?: number;
  readonly counter?: number;
  /** The session will not ask again for anything below. */
  readonly settledBelow?: number;
  readonly passbook?: SessionVectors;
  readonly guarantees?: GuaranteeSet;
  readonly acks?: AckLevel;
  readonly timeoutMs?: number;
}

/** A request and, once there is one, its answer. */
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

interface Site {
  readonly branch: Branch;
  readonly driver: Driver;
  readonly store: Store;
}

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
  private readonly watchers: Watcher[] = [];

  constructor(config: WorldConfig) {
    const { delayMs = [1, 10], linkMs = [1, 5], unhurriedMs = [0, 0], durableMs = [1, 2] } = config;
    const rng = new Rng(config.seed);
    this.members = Array.from({ length: config.branches }, (_, i) => branchId(i + 1));
    this.network = new Network(this.timeline, rng.fork(), { delayMs, linkMs, unhurriedMs }, (...sent) =>
      this.tell((watcher) => watcher.sent?.(...sent)),
    );
    const disks = rng.fork();
    this.sites = new Map(this.members.map((id) => [id, this.build(id, rng.uint32(), config, () => disks.integer(...durableMs))]));
  }

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  branch(id: BranchId): Branch {
    return this.site(id).branch;
  }

  store(id: BranchId): Store {
    return this.site(id).store;
  }

  get branches(): Branch[] {
    return [...this.sites.values()].map((site) => site.branch);
  }

  /** Puts a request to a branch now; its answer is filled in when it comes, and `then` called. */
  operate(at: BranchId, ask: Ask, then?: (answered: Answered) => void): Asked {
    const { branch, driver } = this.site(at);
    const session = branch.session(ask.customer as CustomerId, ask.session ?? 1);
    const settledBelow = ask.settledBelow ?? 0;
    session.settle(settledBelow);
    const request: Request = {
      operation: ask.operation,
      session,
      counter: ask.counter ?? 0,
      passbook: ask.passbook,
      guarantees: ask.guarantees ?? ALL_GUARANTEES,
      acks: ask.acks ?? 'local',
      deadlineMs: this.timeline.nowMs + (ask.timeoutMs ?? 10_000),
      reply: (outcome) => {
        assert(asked.outcome === undefined, 'a request is answered once');
        const answered: Answered = Object.assign(asked, { outcome, answeredAtMs: this.timeline.nowMs });
        this.tell((watcher) => watcher.answered?.(answered));
        then?.(answered);
      },
    };
    const asked: Asked = { branch: at, request, askedAtMs: this.timeline.nowMs, settledBelow };
    this.tell((watcher) => watcher.asked?.(asked));
    driver.operate(request);
    return asked;
  }

  close(id: BranchId): Promise<void> {
    return this.site(id).driver.close();
  }

  /** Cuts every line between the groups; branches that are in none keep theirs. */
  partition(...groups: readonly (readonly BranchId[])[]): void {
    for (const group of groups) {
      for (const other of groups) {
        if (other !== group) for (const from of group) for (const to of other) this.network.block(from, to);
      }
    }
  }

  heal(): void {
    for (const from of this.members) for (const to of this.members) if (from !== to) this.network.unblock(from, to);
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

  private build(id: BranchId, nonce: number, config: WorldConfig, durableMs: () => number): Site {
    const branch = new Branch({
      bankId: 'simulated',
      origin: originId(id, nonce),
      members: this.members,
      foundedMinor: config.foundedMinor,
      patienceMs: config.patienceMs ?? 100,
      maxParked: config.maxParked ?? 10_000,
      observe: config.observe ?? false,
    });
    const store = this.slow(id, new MemoryStore(), durableMs);
    const clock: Clock = {
      nowMs: () => this.timeline.nowMs,
      at: (atMs, run) => this.timeline.at(atMs, run),
      afterTurn: (run) => this.timeline.after(0, run),
    };
    const observe = (note: Note) => this.tell((watcher) => watcher.note?.(id, note));
    const driver = new Driver(branch, { clock, store, transport: this.network.port(id), encode: encodeWriteBatch, observe });
    this.network.attach(id, driver);
    return { branch, driver, store };
  }

  /** The store as a disk would be: what is appended can be read at once, and is durable later. */
  private slow(id: BranchId, memory: MemoryStore, durableMs: () => number): Store {
    return {
      append: (batches, durable) => {
        memory.append(batches, nothing);
        this.tell((watcher) => watcher.logged?.(id, batches));
        this.timeline.after(durableMs(), () => {
          this.tell((watcher) => watcher.durable?.(id, batches));
          durable();
        });
      },
      read: (origin, first, last) => memory.read(origin, first, last),
      readAll: () => memory.readAll(),
      close: () => memory.close(),
    };
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

/** Kept out of every closure: the memory store holds it until the end of a synchronous run, and with it a whole world. */
function nothing(): void {}
