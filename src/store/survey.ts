import type { BatchIndex } from './batch-index.js';
import { entriesAt, FrameKind } from './frame.js';
import { type BadRegion, type Gap, type Scanned, scan } from './scan.js';
import type { SegmentFolder } from './segment-folder.js';
import { decodeHeader, isSameFile, type SegmentHeader } from './segment-header.js';
import { StoreError } from './store-error.js';

/** A segment as it was found. */
export interface Surveyed {
  readonly segment: number;
  /** Of the file; undefined if it is missing. */
  readonly bytes: number | undefined;
  /** Frames up to this number were known before it. */
  readonly after: number;
  readonly scanned: Scanned | undefined;
  /** What is wrong with it, as ends of sentences. */
  readonly wrong: string[];
  /** Whether frames at its end may be gone without a trace. */
  readonly isCutOff: boolean;
  /** Groups that are missing before its first frame, or behind its last. */
  lostBefore?: Gap;
  lostBehind?: Gap;
}

export interface Survey {
  readonly segments: readonly Surveyed[];
  /** The last segment that has anything to keep: a group, or that groups are lost. */
  readonly lastUsed: number;
  /** Of the last group, be it there or lost. */
  readonly last: number;
  readonly ownLast: number;
  /** Whether something behind the last frame may be lost without a trace. */
  readonly isEndCutOff: boolean;
  readonly isCopy: boolean;
  /** Of the opening that made the newest segment; -1 if no segment says. */
  readonly opening: number;
}

export interface SurveyRange {
  readonly firstSegment: number;
  readonly lastSegment: number;
  /** A snapshot sums up the groups up to this one. */
  readonly position: number;
}

/** Reads the whole log into the index and says what is there, what is lost and what is damaged. Changes nothing. */
export function survey(folder: SegmentFolder, range: SurveyRange, index: BatchIndex): Survey {
  const segments: Surveyed[] = [];
  const headers: SegmentHeader[] = [];
  let after = 0;
  let ownLast = 0;
  for (let segment = range.firstSegment; segment <= range.lastSegment; segment++) {
    const bytes = folder.readAll(segment);
    const header = bytes && headerOf(folder, segment, bytes);
    if (header) headers.push(header);
    const scanned = bytes && indexSegment(folder, segment, bytes, after, index);
    const wrong = wrongWith(bytes, header);
    segments.push({ segment, bytes: bytes?.length, scanned, after, wrong, isCutOff: wrong.length > 0 });
    if (!scanned) continue;
    for (const bad of scanned.bad) wrong.push(damagedBytes(bad));
    after = scanned.known;
    ownLast = Math.max(ownLast, scanned.ownLast);
  }
  const last = findGaps(segments, range, after);
  const isEndCutOff = judgeEnds(segments);
  const opening = Math.max(-1, ...headers.map((header) => header.opening));
  // Older segments were asked when the directory was opened before.
  const newest = headers.filter((header) => header.opening === opening);
  const isCopy = newest.some(({ segment, fingerprint }) => !isSameFile(folder.fingerprint(segment), fingerprint));
  const used = segments.findLast(
    ({ scanned, lostBefore, lostBehind }) => scanned?.first !== undefined || lostBefore || lostBehind,
  );
  const lastUsed = used?.segment ?? range.firstSegment - 1;
  return { segments, lastUsed, last, ownLast, isEndCutOff, isCopy, opening };
}

/** Enters the batches of a segment whose numbers are greater than `after`. */
export function indexSegment(folder: SegmentFolder, segment: number, bytes: Buffer, after: number, index: BatchIndex): Scanned {
  return scan(bytes, folder.sealOf(segment), after, (frame, at) => {
    if (frame.kind === FrameKind.group) for (const entry of entriesAt(bytes, at, frame)) index.add(segment, entry);
  });
}

function headerOf(folder: SegmentFolder, segment: number, bytes: Buffer): SegmentHeader | undefined {
  const header = decodeHeader(bytes, folder.salt);
  if (header === 'unknown') {
    const message = `${folder.pathOf(segment)} was written by a later version of Passbook: start that one`;
    throw new StoreError('STORE_VERSION_UNKNOWN', message);
  }
  return header?.segment === segment ? header : undefined;
}

/** What is wrong with the file as a whole. */
function wrongWith(bytes: Buffer | undefined, header: SegmentHeader | undefined): string[] {
  if (!bytes) return ['is missing'];
  if (!header) return [`has a damaged header and is ${bytes.length} bytes long`];
  return header.bytes === bytes.length ? [] : [`is ${bytes.length} bytes long instead of ${header.bytes}`];
}

/** `to` is the first that is not. */
function damagedBytes({ from, to }: BadRegion): string {
  return to - from === 1 ? `byte ${from} is damaged` : `bytes ${from} to ${to - 1} are damaged`;
}

/** Notes which groups are missing, and where; returns the number of the last group. */
function findGaps(segments: readonly Surveyed[], { firstSegment, position }: SurveyRange, known: number): number {
  // If its beginning was trimmed, the log has to begin where the snapshot ends, or before.
  let last = firstSegment === 1 ? 0 : undefined;
  let home: Surveyed | undefined;
  const lose = (from: number, to: number, next: Surveyed | undefined) => {
    if (from > to) return;
    if (home) home.lostBehind = { from, to };
    else if (next) next.lostBefore = { from, to };
  };
  for (const surveyed of segments) {
    const { scanned } = surveyed;
    if (scanned?.first === undefined) continue;
    lose((last ?? position) + 1, scanned.first - 1, surveyed);
    last = scanned.last;
    home = surveyed;
  }
  const end = Math.max(known, position);
  lose((last ?? position) + 1, end, segments[0]);
  return Math.max(end, last ?? 0);
}

/** Whether the end may be cut off. What is at the end of an older segment, and is no frame, is damage. */
function judgeEnds(segments: readonly Surveyed[]): boolean {
  const lastTold = segments.findLastIndex(({ scanned, after }) => scanned !== undefined && scanned.known > after);
  for (const { scanned, wrong } of segments.slice(0, Math.max(0, lastTold))) {
    if (scanned?.tail) wrong.push(damagedBytes(scanned.tail));
  }
  return segments.some(({ isCutOff }, i) => isCutOff && i >= lastTold);
}
