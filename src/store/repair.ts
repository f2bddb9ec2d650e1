import { linkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BatchIndex } from './batch-index.js';
import { type Files, makeFolder, syncDirectory } from './files.js';
import { encodeGap, encodeMark } from './frame.js';
import { type Gap, scan } from './scan.js';
import type { SegmentFolder } from './segment-folder.js';
import { HEADER_BYTES } from './segment-header.js';
import { indexSegment, type Survey, type Surveyed } from './survey.js';

/** A segment of the log with groups in it. */
export interface Segment {
  readonly segment: number;
  readonly bytes: number;
  /** Number of its last group; undefined while it has none. */
  last: number | undefined;
}

/** Where what is damaged is kept for whoever wants to look into it. */
export class Aside {
  constructor(
    private readonly files: Files,
    private readonly directory: string,
    /** Files of one name may be damaged at several openings. */
    private readonly opening: number,
  ) {}

  nameOf(path: string): string {
    return join('damaged', `${this.opening}-${basename(path)}`);
  }

  /** Gives the file a second name. */
  async keep(path: string): Promise<void> {
    const folder = join(this.directory, 'damaged');
    if (makeFolder(folder)) await syncDirectory(this.files, this.directory);
    const aside = join(this.directory, this.nameOf(path));
    rmSync(aside, { force: true });
    linkSync(path, aside);
    await syncDirectory(this.files, folder);
  }

  async move(path: string): Promise<void> {
    await this.keep(path);
    rmSync(path);
  }
}

/**
 * Brings the log to where it is whole: what is damaged is kept aside, what is whole
 * of it is written anew, and what is lost is marked as lost. Any step may be the
 * last: the next start finds what is left to do.
 */
export async function repairLog(folder: SegmentFolder, found: Survey, index: BatchIndex, aside: Aside): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const { segment, wrong, bytes } of found.segments) {
    if (wrong.length > 0 && bytes !== undefined) await aside.keep(folder.pathOf(segment));
  }
  // The last first, and each for good, as one that is missing before others would be missed. Before
  // anything is written: the disk may have no other room.
  for (const { segment } of found.segments.toReversed()) if (segment > found.lastUsed) await folder.removeForGood(segment);
  for (const surveyed of found.segments) {
    if (surveyed.segment <= found.lastUsed) segments.push(await repairOne(folder, surveyed, found, index));
  }
  return segments;
}

async function repairOne(folder: SegmentFolder, surveyed: Surveyed, found: Survey, index: BatchIndex): Promise<Segment> {
  const { segment, scanned, after, lostBefore, lostBehind } = surveyed;
  const last = lostBehind?.to ?? scanned?.last ?? lostBefore?.to;
  if (!needsRewriting(surveyed, found)) return { segment, bytes: surveyed.bytes as number, last };
  const content = wholeFrames(folder, surveyed, found.ownLast);
  await folder.create(segment, HEADER_BYTES + content.length, content);
  indexSegment(folder, segment, Buffer.concat([Buffer.alloc(HEADER_BYTES), content]), after, index);
  return { segment, bytes: HEADER_BYTES + content.length, last };
}

/**
 * The last one, unless it was written anew before: room that nobody will use is given
 * back, and with it a write that was torn; and a group that the disk has failed to sync
 * may be in the memory of the system only, from where no further sync takes it.
 */
function needsRewriting({ segment, bytes, scanned, wrong, lostBefore, lostBehind }: Surveyed, found: Survey): boolean {
  if (wrong.length > 0 || !scanned || scanned.gaps.length > 0 || lostBefore || lostBehind) return true;
  return segment === found.lastUsed && (scanned.end !== bytes || !scanned.isMarked);
}

/** What is whole of a segment, with what is lost marked as lost. All of it will be durable, and has marks to say so. */
function wholeFrames(folder: SegmentFolder, { segment, after, lostBefore, lostBehind }: Surveyed, ownLast: number): Buffer {
  const seal = folder.sealOf(segment);
  const parts: Buffer[] = [];
  const lose = (gap: Gap | undefined) => {
    if (gap) parts.push(encodeGap(seal, gap.from, gap.to, ownLast), encodeMark(seal, gap.to, ownLast));
  };
  lose(lostBefore);
  let last: number | undefined;
  const bytes = folder.readAll(segment) ?? Buffer.alloc(0);
  scan(bytes, seal, after, (frame, at) => {
    if (last !== undefined) lose(frame.from > last + 1 ? { from: last + 1, to: frame.from - 1 } : undefined);
    last = frame.number;
    parts.push(bytes.subarray(at, at + frame.bytes), encodeMark(seal, frame.number, frame.ownLast));
  });
  lose(lostBehind);
  return Buffer.concat(parts);
}
