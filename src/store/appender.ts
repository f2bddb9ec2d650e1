import { closeSync } from 'node:fs';
import type { WriteBatch } from '../domain/writes.js';
import type { Files } from './files.js';
import { type Entry, encodeGroup, encodeMark, groupBytes, MARK_BYTES } from './frame.js';
import type { NextSegment } from './next-segment.js';
import type { SegmentFolder } from './segment-folder.js';
import { HEADER_BYTES } from './segment-header.js';
import { explain } from './store-error.js';

/** Groups up to this size are copied to the system within the call, which takes less time than to hand them to a thread. */
const SMALL_BYTES = 1 << 16;

/** A group that has its place in the log. */
export interface Placed {
  readonly number: number;
  readonly batches: readonly WriteBatch[];
  readonly segment: number;
  readonly at: number;
  /** With the room for its mark. */
  readonly bytes: number;
  /** Where its batches are, from the beginning of the segment. */
  readonly entries: readonly Entry[];
  readonly ownLast: number;
}

interface Waiting extends Placed {
  readonly frame: Buffer;
  readonly done: (failure?: Error) => void;
}

export interface AppenderEvents {
  /** Groups go to this segment from now on. */
  began(segment: number, bytes: number): void;
  durable(group: Placed): void;
}

/** Where the log ends. */
export interface LogEnd {
  readonly number: number;
  /** The segment that is written to; empty. */
  readonly segment: number;
  readonly bytes: number;
}

/**
 * Writes groups to the end of the log, one after the other: while one is on its
 * way to disk, nothing that comes after it is written. So if one is torn, no frame
 * can follow it.
 */
export class Appender {
  private number: number;
  private durableNumber: number;
  private readonly queue: Waiting[] = [];
  private readonly waiters: { number: number; resolve: () => void; reject: (failure: Error) => void }[] = [];
  private isWorking = false;
  private working: Promise<void> = Promise.resolve();
  private failure: Error | undefined;
  private fd: number;
  private current: number;
  /** Where the next group goes, and how large that segment is. */
  private place: { segment: number; at: number; bytes: number };

  constructor(
    private readonly folder: SegmentFolder,
    private readonly files: Files,
    private readonly next: NextSegment,
    private readonly events: AppenderEvents,
    end: LogEnd,
  ) {
    this.number = end.number;
    this.durableNumber = end.number;
    this.current = end.segment;
    this.place = { segment: end.segment, at: HEADER_BYTES, bytes: end.bytes };
    this.fd = folder.openForWriting(end.segment);
    next.begin(end.segment + 1);
  }

  /** Number of the group that was appended last. */
  get last(): number {
    return this.number;
  }

  /** Groups that are not known to be durable, in order. */
  get pending(): readonly Placed[] {
    return this.queue;
  }

  /** Undefined if the group is not taken: `done` learns why. */
  append(batches: readonly WriteBatch[], ownLast: number, done: (failure?: Error) => void): Placed | undefined {
    const { failure } = this;
    if (failure) {
      queueMicrotask(() => done(failure));
      return undefined;
    }
    const bytes = groupBytes(batches) + MARK_BYTES;
    const { segment, at } = this.makeRoom(bytes);
    this.number += 1;
    const { frame, entries } = encodeGroup(this.folder.sealOf(segment), this.number, ownLast, batches, at);
    const placed = { number: this.number, batches, segment, at, bytes, entries, ownLast, frame, done };
    this.queue.push(placed);
    if (!this.isWorking) this.working = this.work();
    return placed;
  }

  /** Resolves when the groups up to this one are durable. */
  durable(number: number): Promise<void> {
    if (number <= this.durableNumber) return Promise.resolve();
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => this.waiters.push({ number, resolve, reject }));
  }

  /** Takes no more; groups that are not on their way to disk fail. Resolves when nothing is written any more. */
  async close(): Promise<void> {
    this.failure ??= new Error('the store is closed');
    const closed = this.next.close();
    await this.working;
    await closed;
    // Of the marks: nothing needs them, but they spare the next start a doubt.
    await this.files.dataSync(this.fd).catch(() => undefined);
    closeSync(this.fd);
  }

  private makeRoom(bytes: number): { readonly segment: number; readonly at: number } {
    const { segment, at } = this.place;
    if (at + bytes <= this.place.bytes) {
      this.place.at += bytes;
      return { segment, at };
    }
    this.place = {
      segment: segment + 1,
      at: HEADER_BYTES + bytes,
      bytes: Math.max(this.next.segmentBytes, HEADER_BYTES + bytes),
    };
    return { segment: segment + 1, at: HEADER_BYTES };
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    for (let group = this.queue[0]; group; group = this.queue[0]) {
      try {
        if (this.failure) throw this.failure;
        await this.write(group);
      } catch (error) {
        this.failure ??= explain(error, this.folder.pathOf(group.segment)) as Error;
        break;
      }
      this.queue.shift();
      this.durableNumber = group.number;
      while (this.waiters[0] && this.waiters[0].number <= group.number) this.waiters.shift()?.resolve();
      this.events.durable(group);
      group.done();
    }
    this.isWorking = false;
    if (this.failure) await this.failAll(this.failure);
  }

  private async write(group: Waiting): Promise<void> {
    if (group.segment !== this.current) await this.moveTo(group.segment, HEADER_BYTES + group.bytes);
    const { fd, files } = this;
    if (group.frame.length <= SMALL_BYTES) files.write(fd, group.frame, group.at);
    else await files.writeLater(fd, group.frame, group.at);
    await files.dataSync(fd);
    // Not synced: it says that the group was durable should its frame ever be found damaged.
    const mark = encodeMark(this.folder.sealOf(group.segment), group.number, group.ownLast);
    files.write(fd, mark, group.at + group.frame.length);
  }

  private async moveTo(segment: number, bytes: number): Promise<void> {
    const prepared = await this.next.take(segment, bytes);
    const fd = this.folder.openForWriting(segment);
    closeSync(this.fd);
    this.fd = fd;
    this.current = segment;
    this.events.began(segment, prepared.bytes);
    this.next.begin(segment + 1);
  }

  private async failAll(failure: Error): Promise<void> {
    // Not within the call that appended.
    await undefined;
    for (const { done } of this.queue.splice(0)) done(failure);
    for (const { reject } of this.waiters.splice(0)) reject(failure);
  }
}
