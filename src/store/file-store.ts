import type { OriginId } from '../domain/ids.js';
import { EMPTY_VECTOR, type VersionVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Store } from '../driver/ports.js';
import { Appender, type AppenderEvents, type LogEnd, type Placed } from './appender.js';
import { type BatchIndex, type Located, placeOf } from './batch-index.js';
import { batchIn, type Entry, entriesAt, FrameKind } from './frame.js';
import { NextSegment } from './next-segment.js';
import type { Settings } from './options.js';
import { Recent } from './recent.js';
import type { Segment } from './repair.js';
import { scan } from './scan.js';
import type { SegmentFolder } from './segment-folder.js';
import type { Snapshots } from './snapshots.js';
import type { StateFile } from './state-file.js';

/** What a store begins with: a directory that was verified and repaired. */
export interface StoreParts {
  readonly settings: Settings;
  readonly origin: OriginId;
  readonly folder: SegmentFolder;
  readonly index: BatchIndex;
  readonly snapshots: Snapshots;
  readonly state: StateFile;
  /** With groups in them, ascending. */
  readonly segments: Segment[];
  readonly end: LogEnd;
  readonly ownLast: number;
  /** Of the log behind the newest snapshot. */
  readonly bytesSinceSnapshot: number;
  readonly released: () => void;
}

/** The log of one branch in a directory: see docs/decisions/0009-append-log.md. */
export class FileStore implements Store, AppenderEvents {
  private readonly recent: Recent;
  private readonly next: NextSegment;
  private readonly appender: Appender;
  private ownLast: number;
  /** Of `ownLast`, what is known to be durable. */
  private durableOwn: number;
  private bytesSinceSnapshot: number;
  private snapshotsUnderWay = 0;
  private trimmed: VersionVector = EMPTY_VECTOR;
  private isTrimming = false;
  /** Work behind everybody's back, one thing after the other. */
  private chores: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;

  constructor(private readonly parts: StoreParts) {
    const { settings, folder, state, segments, end } = parts;
    this.ownLast = parts.ownLast;
    this.durableOwn = parts.ownLast;
    this.bytesSinceSnapshot = parts.bytesSinceSnapshot;
    this.recent = new Recent(settings.recentBytes);
    const made = (segment: number) => state.save({ lastSegment: segment, ownLast: this.durableOwn });
    this.next = new NextSegment(folder, settings.segmentBytes, settings.retryFullMs, made);
    this.appender = new Appender(folder, settings.files, this.next, this, end);
    segments.push({ segment: end.segment, bytes: end.bytes, last: undefined });
  }

  /** Whether there is no room for another segment: what is left of this one is for what cannot be refused. */
  get isFull(): boolean {
    return this.next.isFull;
  }

  get onFull(): ((isFull: boolean) => void) | undefined {
    return this.next.onFull;
  }

  set onFull(onFull: ((isFull: boolean) => void) | undefined) {
    this.next.onFull = onFull;
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
    this.do('a snapshot could not be written', async () => {
      try {
        await snapshots.keep(bytes, { position, ownThrough }, () => this.appender.durable(position));
      } finally {
        this.snapshotsUnderWay -= 1;
      }
      this.removeTrimmed();
    });
  }

  trim(vector: VersionVector): void {
    this.trimmed = new Map(vector);
    this.removeTrimmed();
  }

  /**
   * The branch has learned from the others all that it had ever written, and has
   * it here: an end that was cut off, or a copy, is no matter any more.
   */
  trust(): void {
    const { state } = this.parts;
    if (!state.current.isEndKnown) this.do('the state could not be written', () => state.save({ isEndKnown: true }));
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
    this.removeTrimmed();
  }

  /** Told by the appender. */
  durable({ number, segment, at, ownLast }: Placed): void {
    this.durableOwn = Math.max(this.durableOwn, ownLast);
    (this.parts.segments.at(-1) as Segment).last = number;
    this.recent.shrink(placeOf(segment, at + 1));
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

  private removeTrimmed(): void {
    if (this.isTrimming || !this.canRemove()) return;
    this.isTrimming = true;
    this.do('the log could not be made shorter', async () => {
      try {
        while (this.canRemove()) await this.removeOldest();
      } finally {
        this.isTrimming = false;
      }
    });
  }

  /** Whether the oldest segment may go, and should. */
  private canRemove(): boolean {
    const { segments, settings, snapshots, index } = this.parts;
    const [oldest] = segments;
    // Also an empty one: without a snapshot, a log from which anything was removed is not whole.
    if (!oldest || segments.length < 2 || (oldest.last ?? 1) > snapshots.neededAfter) return false;
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    return bytes > settings.keepLogBytes && index.endsBy(oldest.segment, this.trimmed);
  }

  private async removeOldest(): Promise<void> {
    const { segments, state, index, folder } = this.parts;
    const [oldest, following] = segments as [Segment, Segment];
    // First: a segment that is not there must not be missed at the next start.
    await state.save({ firstSegment: following.segment });
    segments.shift();
    index.drop(oldest.segment);
    folder.remove(oldest.segment);
  }

  private do(failed: string, chore: () => Promise<void>): void {
    this.chores = this.chores.then(chore).catch((error: unknown) => {
      if (!this.closing) this.parts.settings.report(`${failed}: ${error instanceof Error ? error.message : error}`);
    });
  }

  private async shutDown(): Promise<void> {
    try {
      await this.appender.close();
      await this.chores;
    } finally {
      this.parts.folder.close();
      this.parts.released();
    }
  }
}
