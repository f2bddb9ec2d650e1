import { expect, test } from 'vitest';
import type { WriteBatch } from '../domain/writes.js';
import { batch, OTHER, OWN, texts } from './fixtures.js';
import { batchIn, encodeGap, encodeGroup, encodeMark, entriesAt, FrameKind, frameAt, sealOf } from './frame.js';

const SEAL = sealOf(1234, 1);

test('a group is read as it was written, up to the largest numbers', () => {
  const largest = Number.MAX_SAFE_INTEGER;
  const batches: WriteBatch[] = [batch(OWN, 2 ** 40, 3), batch(OTHER, largest, 1, 77), batch(OWN, 1, 1, 20)];
  const { frame, entries } = encodeGroup(SEAL, largest, largest - 1, batches, 640);
  const read = frameAt(frame, 0, SEAL);
  expect(read).toEqual({ kind: FrameKind.group, number: largest, from: largest, ownLast: largest - 1, bytes: frame.length });
  const found = [...entriesAt(frame, 0, read as never)];
  expect(found.map((entry) => ({ ...entry, at: entry.at + 640 }))).toEqual(entries);
  expect(found.map(({ origin, first, last }) => [origin, first, last])).toEqual([
    [OWN, 2 ** 40, 2 ** 40 + 2],
    [OTHER, largest, largest],
    [OWN, 1, 1],
  ]);
  const bytes = found.map(({ at, length }) => batchIn(frame.subarray(at, at + length), SEAL) as Uint8Array);
  expect(texts(bytes)).toEqual(texts(batches.map(({ encoded }) => encoded as Uint8Array)));
  expect(frame.length % 8).toBe(0);
});

test('a gap tells what is lost, and a mark what is not', () => {
  expect(frameAt(encodeGap(SEAL, 5, 9, 3), 0, SEAL)).toMatchObject({ kind: FrameKind.gap, from: 5, number: 9, ownLast: 3 });
  expect(frameAt(encodeMark(SEAL, 9, 3), 0, SEAL)).toMatchObject({ kind: FrameKind.mark, from: 9, number: 9, ownLast: 3 });
});

test('a frame of another segment or directory is none, nor is one that is cut off, nor are zeros', () => {
  const { frame } = encodeGroup(SEAL, 1, 0, [batch(OWN, 1, 1)], 0);
  for (const seal of [sealOf(1234, 2), sealOf(1235, 1)]) expect(frameAt(frame, 0, seal)).toBeUndefined();
  for (let length = 0; length < frame.length; length++) expect(frameAt(frame.subarray(0, length), 0, SEAL)).toBeUndefined();
  expect(frameAt(Buffer.alloc(64), 0, SEAL)).toBeUndefined();
});

test('no bit of a frame can change unnoticed', () => {
  const { frame } = encodeGroup(SEAL, 1, 0, [batch(OWN, 1, 1)], 0);
  for (let bit = 0; bit < frame.length * 8; bit++) {
    const flipped = Buffer.from(frame);
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(frameAt(flipped, 0, SEAL)).toBeUndefined();
  }
});
