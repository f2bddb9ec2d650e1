import { EMPTY_VECTOR, type VersionVector } from '../domain/vector.js';
import type { BatchIndex } from './batch-index.js';
import type { Settings } from './options.js';
import type { Segment } from './repair.js';
import type { SegmentFolder } from './segment-folder.js';
import type { Snapshots } from './snapshots.js';
import type { StateFile } from './state-file.js';

/** A log, and what is known of it. */
export interface LogParts {
  readonly settings: Settings;
  readonly folder: SegmentFolder;
  readonly index: BatchIndex;
  readonly snapshots: Snapshots;
  readonly state: StateFile;
  /** Ascending; only the last may have no groups yet. */
  readonly segments: Segment[];
}

/**
 * Makes the log shorter: segments go from its beginning, one after the other. It waits
 * for no other work, as that may be a snapshot of what waits for the room that this makes.
 */
export class Trimming {
  private vector: VersionVector = EMPTY_VECTOR;
  private isShortening = false;
  private removed: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: LogParts) {}

  /** Nobody asks for batches that end at or before this vector. */
  allow(vector: VersionVector): void {
    this.vector = new Map(vector);
  }

  /** Removes what may go of a log that is larger than it has to be kept; rejects if that cannot be done. */
  async shorten(): Promise<void> {
    const { keepLogBytes } = this.parts.settings;
    if (this.isShortening || !this.canRemove(keepLogBytes)) return;
    this.isShortening = true;
    await this.inTurn(async () => {
      while (this.canRemove(keepLogBytes)) await this.removeOldest();
    }).finally(() => {
      this.isShortening = false;
    });
  }

  /** On a full disk: removes one segment, however short the log is, and says whether that could be done. */
  makeRoom(): Promise<boolean> {
    const remove = async () => {
      if (!this.canRemove(0)) return false;
      await this.removeOldest();
      return true;
    };
    return this.inTurn(remove).catch(() => false);
  }

  /** Resolves when nothing is removed any more. */
  async close(): Promise<void> {
    await this.removed;
  }

  private inTurn<T>(remove: () => Promise<T>): Promise<T> {
    const removed = this.removed.then(remove);
    this.removed = removed.catch(() => undefined);
    return removed;
  }

  /** Whether the oldest segment may go, and should. */
  private canRemove(keepBytes: number): boolean {
    const { segments, snapshots, index } = this.parts;
    const [oldest] = segments;
    // Also an empty one: without a snapshot, a log from which anything was removed is not whole.
    if (!oldest || segments.length < 2 || (oldest.last ?? 1) > snapshots.neededAfter) return false;
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    return bytes > keepBytes && index.endsBy(oldest.segment, this.vector);
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
}
