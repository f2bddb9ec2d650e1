import { crc32 } from 'node:zlib';
import { branchId, branchOf, nonceOf, type OriginId, originId } from '../domain/ids.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import { assert } from '../std/assert.js';

/*
 * A frame stands at a multiple of 8 and is a multiple of 8 long:
 *
 *    0  u32  magic, of this directory       24  u32  length of all
 *    4  u32  kind                           28  u32  checksum of all else
 *    8  u64  number                         32       body
 *   16  u64  last own sequence so far
 *
 * The body of a group is its batches, each
 *
 *    0  u32  branch, u32 nonce              24  u32  length of the bytes
 *    8  u64  first sequence                 28  u32  checksum of the bytes
 *   16  u64  last sequence                  32       bytes, up to a multiple of 8
 *
 * After every group or gap there is room for a mark, which is a frame without a body.
 */

export const FRAME_BYTES = 32;
export const MARK_BYTES = FRAME_BYTES;
const ENTRY_BYTES = 32;
const CHECKSUM_AT = 28;

/**
 * `group`: what was committed together; its number is one more than that before.
 * `mark`: the group with this number is durable. `gap`: groups up to this number
 * were lost, and this was found and said.
 */
export const FrameKind = { group: 1, mark: 2, gap: 3 } as const;
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];

/** What makes a frame one of this directory and segment. */
export interface Seal {
  readonly magic: number;
  readonly seed: number;
}

export function sealOf(salt: number, segment: number): Seal {
  // Odd, so that zeros are no frame.
  return { magic: (crc32('frame', salt) | 1) >>> 0, seed: crc32(`segment ${segment}`, salt) };
}

export interface Frame {
  readonly kind: FrameKind;
  readonly number: number;
  /** The first number that it stands for: another than `number` in a gap only. */
  readonly from: number;
  readonly ownLast: number;
  readonly bytes: number;
}

/** A batch in a frame; its entry begins at `at`, counted from the beginning of the segment. */
export interface Entry {
  readonly origin: OriginId;
  readonly first: number;
  readonly last: number;
  readonly at: number;
  /** Of the entry without what fills it up. */
  readonly length: number;
}

function padded(bytes: number): number {
  return (bytes + 7) & ~7;
}

/** How long the frame of a group is. */
export function groupBytes(batches: readonly WriteBatch[]): number {
  let bytes = FRAME_BYTES;
  for (const { encoded } of batches) {
    assert(encoded !== undefined, 'a batch is encoded before it is stored');
    bytes += ENTRY_BYTES + padded(encoded.length);
  }
  return bytes;
}

/** A group as it is written at `placeAt` of its segment, and where each of its batches is. */
export function encodeGroup(
  seal: Seal,
  number: number,
  ownLast: number,
  batches: readonly WriteBatch[],
  placeAt: number,
): { readonly frame: Buffer; readonly entries: readonly Entry[] } {
  // Every byte of it is written below.
  const frame = Buffer.allocUnsafe(groupBytes(batches));
  const entries: Entry[] = [];
  let at = FRAME_BYTES;
  for (const batch of batches) {
    const encoded = batch.encoded as Uint8Array;
    const entry = {
      origin: batch.origin,
      first: batch.first,
      last: lastSequence(batch),
      at: placeAt + at,
      length: ENTRY_BYTES + encoded.length,
    };
    frame.writeUInt32LE(branchOf(entry.origin), at);
    frame.writeUInt32LE(nonceOf(entry.origin), at + 4);
    writeUint53(frame, entry.first, at + 8);
    writeUint53(frame, entry.last, at + 16);
    frame.writeUInt32LE(encoded.length, at + 24);
    frame.writeUInt32LE(crc32(encoded, seal.seed), at + 28);
    frame.set(encoded, at + ENTRY_BYTES);
    entries.push(entry);
    const end = at + ENTRY_BYTES + padded(encoded.length);
    frame.fill(0, at + entry.length, end);
    at = end;
  }
  finish(frame, seal, FrameKind.group, number, ownLast);
  return { frame, entries };
}

export function encodeMark(seal: Seal, number: number, ownLast: number): Buffer {
  return finish(Buffer.alloc(MARK_BYTES), seal, FrameKind.mark, number, ownLast);
}

/** Stands for the groups `from` to `number`. */
export function encodeGap(seal: Seal, from: number, number: number, ownLast: number): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES + 8);
  writeUint53(frame, from, FRAME_BYTES);
  return finish(frame, seal, FrameKind.gap, number, ownLast);
}

function finish(frame: Buffer, seal: Seal, kind: FrameKind, number: number, ownLast: number): Buffer {
  frame.writeUInt32LE(seal.magic, 0);
  frame.writeUInt32LE(kind, 4);
  writeUint53(frame, number, 8);
  writeUint53(frame, ownLast, 16);
  frame.writeUInt32LE(frame.length, 24);
  frame.writeUInt32LE(checksum(frame, seal), CHECKSUM_AT);
  return frame;
}

function checksum(frame: Buffer, seal: Seal): number {
  return crc32(frame.subarray(FRAME_BYTES), crc32(frame.subarray(0, CHECKSUM_AT), seal.seed));
}

/** The frame that begins there, if a whole one does. */
export function frameAt(bytes: Buffer, at: number, seal: Seal): Frame | undefined {
  if (at + FRAME_BYTES > bytes.length || bytes.readUInt32LE(at) !== seal.magic) return undefined;
  const length = bytes.readUInt32LE(at + 24);
  if (length < FRAME_BYTES || at + length > bytes.length) return undefined;
  const frame = bytes.subarray(at, at + length);
  if (frame.readUInt32LE(CHECKSUM_AT) !== checksum(frame, seal)) return undefined;
  const kind = frame.readUInt32LE(4) as FrameKind;
  const number = readUint53(frame, 8);
  const from = kind === FrameKind.gap ? readUint53(frame, FRAME_BYTES) : number;
  return { kind, number, from, ownLast: readUint53(frame, 16), bytes: length };
}

/** The batches of a group that is whole. */
export function* entriesAt(bytes: Buffer, at: number, frame: Frame): Generator<Entry> {
  const end = at + frame.bytes;
  for (let entryAt = at + FRAME_BYTES; entryAt < end; ) {
    const length = ENTRY_BYTES + bytes.readUInt32LE(entryAt + 24);
    yield {
      origin: originId(branchId(bytes.readUInt32LE(entryAt)), bytes.readUInt32LE(entryAt + 4)),
      first: readUint53(bytes, entryAt + 8),
      last: readUint53(bytes, entryAt + 16),
      at: entryAt,
      length,
    };
    entryAt += padded(length);
  }
}

/** The bytes of the batch of an entry, a copy; undefined if they are not what was written. */
export function batchIn(entry: Buffer, seal: Seal): Uint8Array | undefined {
  const bytes = new Uint8Array(entry.subarray(ENTRY_BYTES));
  const isWhole = entry.readUInt32LE(24) === bytes.length && entry.readUInt32LE(28) === crc32(bytes, seal.seed);
  return isWhole ? bytes : undefined;
}

export function writeUint53(bytes: Buffer, value: number, at: number): void {
  bytes.writeUInt32LE(value % 2 ** 32, at);
  bytes.writeUInt32LE(Math.floor(value / 2 ** 32), at + 4);
}

export function readUint53(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}
