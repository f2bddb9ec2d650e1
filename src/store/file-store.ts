import type { OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import { Appender, type AppenderEvents, type LogEnd, type Placed } from './appender.js';
import { type Located, placeOf } from './batch-index.js';
import { batchIn, type Entry, entriesAt, FrameKind } from './frame.js';
import { NextSegment } from './next-segment.js';
import { Recent } from './recent.js';
import type { Segment } from './repair.js';
import { scan } from './scan.js';
import type { Snapshot } from './snapshots.js';
import { isNoSpace } from './store-error.js';
import { type LogParts, Trimming } from './trimming.js';

/** What a store begins with: a directory that was verified and repaired. */
export interface StoreParts extends LogParts {
  readonly origin: OriginId;
  readonly end: LogEnd;
  readonly ownLast: number;
  /** Of the log behind the newest snapshot. */
  readonly bytesSinceSnapshot: number;
  readonly released: () => void;
}

/** The log of one branch in a directory: see docs/decisions/0009-append-log.md. */
export class FileStore implements Store, AppenderEvents {
  /** Told when there is no room for another segment, and when there is again. */
  onFull: ((isFull: boolean) => void) | undefined;
  private readonly recent: Recent;
  private readonly next: NextSegment;
  private readonly appender: Appender;
  private ownLast: number;
  /** Of `ownLast`, what is known to be durable. */
  private durableOwn: number;
  private bytesSinceSnapshot: number;
  private snapshotsUnderWay = 0;
  private readonly trimming: Trimming;
  /** Work behind everybody's back, one thing after the other. */
  private chores: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;

  constructor(private readonly parts: StoreParts) {
    const { settings, folder, segments, end } = parts;
    this.ownLast = parts.ownLast;
    this.durableOwn = parts.ownLast;
    this.bytesSinceSnapshot = parts.bytesSinceSnapshot;
    this.recent = new Recent(settings.recentBytes);
    this.trimming = new Trimming(parts);
    this.next = new NextSegment(folder, settings.segmentBytes, settings.retryFullMs, this);
    this.appender = new Appender(folder, settings.files, this.next, this, end);
    segments.push({ segment: end.segment, bytes: end.bytes, last: undefined });
  }

  /** Whether there is no room for another segment: what is left of this one is for what cannot be refused. */
  get isFull(): boolean {
    return this.next.isFull;
  }

  append(batches: readonly WriteBatch[], done: (failure?: Error) => void): void {
    for (const batch of batches) {
      if (batch.origin === this.parts.origin) this.ownLast = Math.max(this.ownLast, lastSequence(batch));
    }
    const placed = this.appender.append(batches, this.ownLast, done);
    if (!placed) return;
    for (const [i, entry] of placed.entries.entries()) {
      this.parts.index.add(placed.segment, entry);
      this.recent.add(placeOf(placed.segment, entry.at), (batches[i] as WriteBatch).encoded as Uint8Array);
    }
    this.bytesSinceSnapshot += placed.bytes;
  }

  read(origin: OriginId, first: number, last: number): Uint8Array[] {
    const found: Uint8Array[] = [];
    for (const located of this.parts.index.find(origin, first, last)) {
      const bytes = this.recent.get(placeOf(located.segment, located.at)) ?? this.readFromDisk(located);
      if (bytes) found.push(bytes);
    }
    return found;
  }

  begins(origin: OriginId): number | undefined {
    return this.parts.index.firstOf(origin);
  }

  *readAll(): Generator<Uint8Array> {
    const pending = this.appender.pending.map(({ batches }) => batches);
    yield* this.batchesAfter(0, this.appender.last - pending.length);
    for (const batches of pending) for (const { encoded } of batches) yield encoded as Uint8Array;
  }

  /** The batches of the groups behind `after`, up to `through`, that are on disk, segment by segment. */
  *batchesAfter(after: number, through: number): Generator<Uint8Array> {
    const { folder, segments } = this.parts;
    for (const { segment, last } of [...segments]) {
      if (last === undefined || last <= after) continue;
      const bytes = folder.readAll(segment);
      // Trimmed meanwhile.
      if (!bytes) continue;
      const seal = folder.sealOf(segment);
      const entries: Entry[] = [];
      // From its first group: what a snapshot sums up of it is no damage.
      const { bad } = scan(bytes, seal, 0, (frame, at) => {
        const { kind, number } = frame;
        if (kind === FrameKind.group && number > after && number <= through) entries.push(...entriesAt(bytes, at, frame));
      });
      if (bad.length > 0) this.reportDamage(segment);
      for (const { at, length } of entries) {
        const batch = batchIn(bytes.subarray(at, at + length), seal);
        if (batch) yield batch;
      }
    }
  }

  get wantsSnapshot(): boolean {
    return this.snapshotsUnderWay === 0 && this.bytesSinceSnapshot > this.parts.settings.snapshotEveryBytes;
  }

  keepSnapshot(bytes: Uint8Array): void {
    const { index, origin, snapshots } = this.parts;
    const position = this.appender.last;
    const ownThrough = index.coveredFrom(origin, snapshots.newest?.ownThrough ?? 0);
    // Also if it fails: it is tried again when the log has grown as much once more.
    this.bytesSinceSnapshot = 0;
    this.snapshotsUnderWay += 1;
    this.do(`no snapshot can be written to ${snapshots.path}, and one is tried again when the log has grown`, async () => {
      try {
        await this.writeSnapshot(bytes, { position, ownThrough });
      } finally {
        this.snapshotsUnderWay -= 1;
      }
      this.shorten();
    });
  }

  trim(vector: VersionVector): void {
    this.trimming.allow(vector);
    this.shorten();
  }

  /**
   * The branch has learned from the others all that it had ever written, and has
   * it here: an end that was cut off, or a copy, is no matter any more.
   */
  trust(): void {
    const { state } = this.parts;
    if (state.current.isEndKnown) return;
    const failed = `${state.path} cannot be written, and at the next start the other branches are asked once more`;
    this.do(failed, () => state.save({ isEndKnown: true }));
  }

  close(): void {
    this.closing ??= this.shutDown();
  }

  /** Resolves when a store that was closed has let go of its directory. */
  get closed(): Promise<void> | undefined {
    return this.closing;
  }

  /** Told by the appender. */
  began(segment: number, bytes: number): void {
    this.parts.segments.push({ segment, bytes, last: undefined });
    this.shorten();
  }

  /** Told by the appender. */
  durable({ number, segment, at, ownLast }: Placed): void {
    this.durableOwn = Math.max(this.durableOwn, ownLast);
    (this.parts.segments.at(-1) as Segment).last = number;
    this.recent.shrink(placeOf(segment, at + 1));
  }

  /** Told by who prepares segments: it is durable that there is another one. */
  made(segment: number): Promise<void> {
    return this.parts.state.save({ lastSegment: segment, ownLast: this.durableOwn });
  }

  /** Asked by who prepares segments. */
  makeRoom(): Promise<boolean> {
    return this.trimming.makeRoom();
  }

  /** Told by who prepares segments. */
  full(isFull: boolean): void {
    const { folder, settings } = this.parts;
    settings.report(
      isFull
        ? `${folder.path}: the disk is full: queries are answered, and writes are refused (DISK_FULL) until there is room; make room`
        : `${folder.path}: there is room on the disk again: writes are taken on`,
    );
    this.onFull?.(isFull);
  }

  private readFromDisk({ segment, at, length }: Located): Uint8Array | undefined {
    const { folder } = this.parts;
    try {
      const bytes = batchIn(folder.read(segment, at, length), folder.sealOf(segment));
      if (bytes) return bytes;
    } catch {
      // The disk does not give it, or not all of it: the other branches have it too.
    }
    this.reportDamage(segment);
    return undefined;
  }

  private reportDamage(segment: number): void {
    const path = this.parts.folder.pathOf(segment);
    this.parts.settings.report(`${path} cannot be read as it was written: start the branch again to repair it`);
  }

  /** On a full disk, what nobody needs of the log makes room for it. */
  private async writeSnapshot(bytes: Uint8Array, summary: Omit<Snapshot, 'number'>): Promise<void> {
    for (;;) {
      try {
        return await this.parts.snapshots.keep(bytes, summary, () => this.appender.durable(summary.position));
      } catch (error) {
        if (!isNoSpace(error) || !(await this.trimming.makeRoom())) throw error;
      }
    }
  }

  private shorten(): void {
    const failed = `${this.parts.folder.path} cannot be made shorter, and it is tried again when the log has grown`;
    this.trimming.shorten().catch((error: unknown) => this.reportFailure(failed, error));
  }

  private do(failed: string, chore: () => Promise<void>): void {
    this.chores = this.chores.then(chore).catch((error: unknown) => this.reportFailure(failed, error));
  }

  private reportFailure(failed: string, error: unknown): void {
    if (this.closing !== undefined) return;
    const what = isNoSpace(error) ? 'make room on the disk' : 'see to the disk';
    this.parts.settings.report(`${failed}: ${error instanceof Error ? error.message : error}; ${what}`);
  }

  private async shutDown(): Promise<void> {
    try {
      await this.appender.close();
      await this.chores;
      await this.trimming.close();
    } finally {
      this.parts.folder.close();
      this.parts.released();
    }
  }
}
