import type { Kept } from '../core/rebuilding.js';
import type { Place } from '../core/recovery.js';
import type { OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import type { Rng } from '../std/rng.js';
import { MemoryStore } from '../store/memory.js';
import { decodeSnapshot } from '../wire/snapshot.js';
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

/** A snapshot, and how many batches of the log it sums up. */
interface Snapshot {
  readonly bytes: Uint8Array;
  readonly at: number;
}

export const DISK_FAILED = 'the disk has failed';
const SNAPSHOT_CHANCE = 0.05;

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
  private taken: Snapshot[] = [];
  private snapshot: Snapshot | undefined;
  private isTrusted = true;
  private place: Place = 'founded';
  /** No process has begun with it yet. */
  private isNew = false;
  /** How many batches it had when it was new. */
  private beginning = 0;
  /** The last own write before some were damaged. */
  private ownBefore = 0;

  constructor(
    private origin: OriginId,
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
      if (fails) return done(new Error(DISK_FAILED));
      this.unsynced.shift();
      this.synced.push(...batches);
      this.countSnapshots();
      this.watcher.durable(batches);
      done();
    });
  }

  read(origin: OriginId, first: number, last: number): Uint8Array[] {
    return this.log.read(origin, first, last);
  }

  begins(origin: OriginId): number | undefined {
    return this.log.begins(origin);
  }

  readAll(): Iterable<Uint8Array> {
    return this.log.readAll();
  }

  /** Now and then, so that a restart meets all of them: none, an old one, one that is too new to count. */
  get wantsSnapshot(): boolean {
    return this.rng.chance(SNAPSHOT_CHANCE);
  }

  keepSnapshot(bytes: Uint8Array): void {
    this.taken.push({ bytes, at: this.synced.length + this.unsynced.flat().length });
    this.countSnapshots();
  }

  /** The log is kept: what it holds is compared with what branches tell. */
  trim(_vector: VersionVector): void {}

  close(): void {}

  /** Of those that were taken, the last of which all that it sums up is durable. */
  private countSnapshots(): void {
    for (let next = this.taken[0]; next && next.at <= this.synced.length; next = this.taken[0]) {
      this.snapshot = next;
      this.taken.shift();
    }
  }

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
    this.countSnapshots();
    this.taken = [];
    this.unsynced = [];
    this.lastDurableMs = 0;
    this.log = new MemoryStore();
    this.log.append(this.synced, nothing);
    return { kept, lost, torn };
  }

  /** All that a process which starts finds. */
  kept(): Kept {
    const snapshot = this.snapshot && decodeSnapshot(this.snapshot.bytes);
    const log = this.synced.slice(this.snapshot?.at ?? 0).map(({ encoded }) => encoded as Uint8Array);
    const own = this.synced.filter((batch) => batch.origin === this.origin).at(-1);
    return {
      snapshot,
      batches: [...(snapshot?.pending ?? []), ...log].map(decodeWriteBatch),
      place: this.place,
      isNew: this.isNew,
      ownLast: Math.max(this.ownBefore, own ? lastSequence(own) : 0),
      isTrusted: this.isTrusted,
    };
  }

  /** While no process has it open, it is lost, and another one takes its place, with all that another branch has. */
  replace(origin: OriginId, place: Place, snapshot: Uint8Array, log: readonly WriteBatch[]): void {
    this.origin = origin;
    this.place = place;
    this.isNew = true;
    this.ownBefore = 0;
    this.beginning = log.length;
    this.snapshot = { bytes: snapshot, at: log.length };
    this.spoil(log);
  }

  /** Whether the next process may believe what it finds. */
  get isBelieved(): boolean {
    return this.isTrusted;
  }

  /** Whether there is something on it although no process has begun with it. */
  get isBegun(): boolean {
    return this.isNew;
  }

  /** A process has begun with it. */
  opened(): void {
    this.isNew = false;
  }

  /** The log, without what is still on its way. */
  get durable(): readonly WriteBatch[] {
    return this.synced;
  }

  /** Of an origin, the last write up to which all are durable. */
  lastOf(origin: OriginId): number {
    let last = 0;
    for (const batch of this.synced) if (batch.origin === origin && batch.first === last + 1) last = lastSequence(batch);
    return last;
  }

  /** The log. */
  *batches(): Generator<WriteBatch> {
    for (const bytes of this.log.readAll()) yield decodeWriteBatch(bytes);
  }

  trust(): void {
    this.isTrusted = true;
    this.ownBefore = 0;
  }

  /** While no process has it open, it is set back to when it had so many batches. */
  setBack(count: number): void {
    this.spoil(this.synced.slice(0, count));
  }

  /** While no process has it open, some batches are damaged: that much of the log can still be seen. */
  damage(first: number, count: number): void {
    const own = this.synced.flatMap((batch) => (batch.origin === this.origin ? [lastSequence(batch)] : []));
    this.ownBefore = Math.max(this.ownBefore, ...own);
    this.spoil(this.synced.filter((_, i) => i < first || i >= first + count));
  }

  /** How many batches there are, and from which one on the log is needed. */
  get extent(): { readonly count: number; readonly needed: number; readonly beginning: number } {
    return { count: this.synced.length, needed: this.snapshot?.at ?? 0, beginning: this.beginning };
  }

  private spoil(left: readonly WriteBatch[]): void {
    if (this.snapshot && this.snapshot.at > left.length) this.snapshot = undefined;
    this.isTrusted = false;
    this.synced.splice(0, this.synced.length, ...left);
    this.log = new MemoryStore();
    this.log.append(this.synced, nothing);
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
