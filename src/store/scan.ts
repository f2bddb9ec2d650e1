import { type Frame, FrameKind, frameAt, MARK_BYTES, type Seal } from './frame.js';
import { HEADER_BYTES } from './segment-header.js';

/** Groups that are missing, both included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface BadRegion {
  readonly from: number;
  readonly to: number;
}

/** What is in a segment, whatever has happened to it. */
export interface Scanned {
  /** Numbers of the first group, or gap that was found before, and of the last. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Damage between the frames, and groups that are missing there. */
  readonly bad: readonly BadRegion[];
  readonly gaps: readonly Gap[];
  /** Bytes at the end that are neither a frame nor zeros: a write that was torn, or damage. */
  readonly tail: BadRegion | undefined;
  /** The greatest number of a group that is known to have been durable: by a mark, if it is greater than `last`. */
  readonly known: number;
  readonly ownLast: number;
  /** Whether the last frame is a mark, or has its mark: else it may be in the memory of the system only. */
  readonly isMarked: boolean;
  /** Where the last frame and the room for its mark end. */
  readonly end: number;
}

/**
 * Visits the whole frames of a segment whose numbers are greater than `after`, in
 * order. Where none begins, the next one is looked for: it tells damage, behind
 * which something follows, from the end.
 */
export function scan(bytes: Buffer, seal: Seal, after: number, visit: (frame: Frame, at: number) => void): Scanned {
  const bad: BadRegion[] = [];
  const gaps: Gap[] = [];
  let first: number | undefined;
  let last: number | undefined;
  let known = after;
  let ownLast = 0;
  let at = Math.min(HEADER_BYTES, bytes.length);
  for (;;) {
    const next = nextFrame(bytes, at, seal, known);
    if (!next) break;
    if (next.at > at) bad.push({ from: at, to: next.at });
    const { frame } = next;
    at = next.at + frame.bytes;
    ownLast = Math.max(ownLast, frame.ownLast);
    if (frame.kind !== FrameKind.mark) {
      if (last !== undefined && frame.from > last + 1) gaps.push({ from: last + 1, to: frame.from - 1 });
      first ??= frame.from;
      last = frame.number;
      visit(frame, next.at);
      // Its mark may be missing: it was not synced. The room for it is there.
      at = Math.min(at + MARK_BYTES, bytes.length);
    }
    known = frame.number;
  }
  const tail = isZero(bytes, at) ? undefined : { from: at, to: bytes.length };
  const isMarked = at >= MARK_BYTES && frameAt(bytes, at - MARK_BYTES, seal)?.number === known;
  return { first, last, bad, gaps, tail, known, ownLast, isMarked, end: at };
}

/** The next frame from there on that stands for something after `after`. */
function nextFrame(bytes: Buffer, from: number, seal: Seal, after: number): { frame: Frame; at: number } | undefined {
  const here = frameAt(bytes, from, seal);
  if (here && here.from > after) return { frame: here, at: from };
  const magic = Buffer.alloc(4);
  magic.writeUInt32LE(seal.magic);
  for (let at = bytes.indexOf(magic, from); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    if (at % 8 !== 0) continue;
    const frame = frameAt(bytes, at, seal);
    if (frame && frame.from > after) return { frame, at };
  }
  return undefined;
}

const ZEROS = Buffer.alloc(1 << 16);

function isZero(bytes: Buffer, from: number): boolean {
  for (let at = from; at < bytes.length; at += ZEROS.length) {
    const part = bytes.subarray(at, at + ZEROS.length);
    if (!part.equals(ZEROS.subarray(0, part.length))) return false;
  }
  return true;
}
