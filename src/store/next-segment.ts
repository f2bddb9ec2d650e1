import type { SegmentFolder } from './segment-folder.js';
import { isNoSpace } from './store-error.js';

interface Prepared {
  readonly segment: number;
  readonly bytes: number;
}

export interface NextSegmentHost {
  /** Makes it durable that there is such a segment. */
  made(segment: number): Promise<void>;
  /** Removes something that is not needed; says whether there was anything. */
  makeRoom(): Promise<boolean>;
  /** There is no room for the segment, or there is again. */
  full(isFull: boolean): void;
}

/**
 * Prepares the segment that comes after the one that is written to, while there is
 * room in that: a full disk is noticed here, long before a commit needs the room.
 */
export class NextSegment {
  isFull = false;
  private work: Promise<Prepared> | undefined;
  private isClosed = false;
  /** Ends the pause after a full disk early. */
  private wake: (() => void) | undefined;

  constructor(
    private readonly folder: SegmentFolder,
    readonly segmentBytes: number,
    private readonly retryFullMs: number,
    private readonly host: NextSegmentHost,
  ) {}

  /** Begins to prepare a segment; whoever takes it learns if that fails. */
  begin(segment: number): void {
    this.start(segment, this.segmentBytes).catch(() => undefined);
  }

  /** Resolves when there is such a segment, with as many bytes at least. */
  async take(segment: number, bytes: number): Promise<Prepared> {
    let prepared = await (this.work ?? this.start(segment, bytes));
    // A group that is larger than any segment gets one of its own size.
    if (prepared.segment !== segment || prepared.bytes < bytes) prepared = await this.start(segment, bytes);
    this.work = undefined;
    return prepared;
  }

  /** Resolves when nothing is written any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.wake?.();
    await this.work?.catch(() => undefined);
  }

  private start(segment: number, bytes: number): Promise<Prepared> {
    return (this.work = this.prepare(segment, bytes));
  }

  private async prepare(segment: number, bytes: number): Promise<Prepared> {
    for (;;) {
      if (this.isClosed) throw new Error('the store is closed');
      try {
        await this.folder.create(segment, bytes);
        await this.host.made(segment);
        this.setFull(false);
        return { segment, bytes };
      } catch (error) {
        if (!isNoSpace(error)) throw error;
        if (await this.host.makeRoom()) continue;
        this.setFull(true);
      }
      if (!this.isClosed) await this.pause();
    }
  }

  private setFull(isFull: boolean): void {
    if (this.isFull === isFull) return;
    this.isFull = isFull;
    this.host.full(isFull);
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.retryFullMs);
      timer.unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
