import type { OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import type { WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import type { Rng } from '../std/rng.js';
import { MemoryStore } from '../store/memory.js';
import { decodeWriteBatch } from '../wire/write-batch.js';
import type { RangeMs } from './plan.js';
import type { Timeline } from './timeline.js';

/** What became of the writes that were not synced when a process ended. */
export interface Survival {
  readonly kept: readonly WriteBatch[];
  readonly lost: readonly WriteBatch[];
  /** A group of which some is kept and some is lost. */
  readonly torn: boolean;
}

export interface DiskWatcher {
  /** The group is in the log, and may yet be lost. */
  logged(batches: readonly WriteBatch[]): void;
  durable(batches: readonly WriteBatch[]): void;
}

/**
 * The disk of one branch. What is appended can be read at once and is durable
 * later, group after group; when the process ends, of what is not durable any
 * prefix survives.
 */
export class Disk implements Store {
  private log = new MemoryStore();
  private readonly synced: WriteBatch[] = [];
  private unsynced: (readonly WriteBatch[])[] = [];
  private lastDurableMs = 0;
  /** Of the process that has it open: the disk is late for those that have ended. */
  private life = 0;
  private slowMs: RangeMs | undefined;
  private fails = false;

  constructor(
    private readonly timeline: Timeline,
    private readonly rng: Rng,
    private readonly durableMs: RangeMs,
    private readonly watcher: DiskWatcher,
  ) {}

  append(batches: readonly WriteBatch[], done: (failure?: Error) => void): void {
    const { life } = this;
    this.log.append(batches, nothing);
    this.unsynced.push(batches);
    this.watcher.logged(batches);
    const [least, most] = this.slowMs ?? this.durableMs;
    this.lastDurableMs = Math.max(this.lastDurableMs, this.timeline.nowMs + this.rng.integer(least, most));
    const { fails } = this;
    this.timeline.at(this.lastDurableMs, () => {
      if (life !== this.life) return;
      if (fails) return done(new Error('the disk has failed'));
      this.unsynced.shift();
      this.synced.push(...batches);
      this.watcher.durable(batches);
      done();
    });
  }

  read(origin: OriginId, first: number, last: number): Uint8Array[] {
    return this.log.read(origin, first, last);
  }

  readAll(): Iterable<Uint8Array> {
    return this.log.readAll();
  }

  readonly wantsSnapshot = false;

  keepSnapshot(_bytes: Uint8Array): void {}

  trim(_vector: VersionVector): void {}

  close(): void {}

  /** The process ends at once. */
  crash(): Survival {
    const open = this.unsynced.flat();
    // Often a part: that is the hard case.
    const isPart = open.length > 1 && this.rng.chance(0.5);
    const count = isPart ? this.rng.integer(1, open.length - 1) : this.rng.integer(0, open.length);
    const [kept, lost] = [open.slice(0, count), open.slice(count)];
    let rest = count;
    const torn = this.unsynced.some((group) => {
      const of = rest;
      rest -= group.length;
      return of > 0 && of < group.length;
    });
    this.life += 1;
    this.fails = false;
    this.synced.push(...kept);
    this.unsynced = [];
    this.lastDurableMs = 0;
    this.log = new MemoryStore();
    this.log.append(this.synced, nothing);
    return { kept, lost, torn };
  }

  /** All that a process which starts finds, in the order of the log. */
  *batches(): Generator<WriteBatch> {
    for (const bytes of this.log.readAll()) yield decodeWriteBatch(bytes);
  }

  /** The next append fails, and all that follow until the process is started again. */
  fail(): void {
    this.fails = true;
  }

  /** It does not fail any more, unless it has. */
  mend(): void {
    this.fails = false;
  }

  /** Until it is called again without a range, groups take so long. */
  slow(durableMs?: RangeMs): void {
    this.slowMs = durableMs;
  }
}

/** Kept out of every closure: the memory store holds it until the end of a synchronous run, and with it a whole world. */
function nothing(): void {}
