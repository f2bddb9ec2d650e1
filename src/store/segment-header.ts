import type { BigIntStats } from 'node:fs';
import { crc32 } from 'node:zlib';
import { branchId, branchOf, nonceOf, type OriginId, originId } from '../domain/ids.js';
import { FORMAT } from './bank-file.js';
import { readUint53, writeUint53 } from './frame.js';

/** A segment begins with this many bytes; frames follow. */
export const HEADER_BYTES = 64;
const CHECKSUM_AT = 60;
const MAGIC = Buffer.from('PASSBOOK');

export interface SegmentHeader {
  readonly origin: OriginId;
  readonly segment: number;
  /** Of the whole file. */
  readonly bytes: number;
  /** How often the directory had been opened before the one that made the segment. */
  readonly opening: number;
  readonly fingerprint: Fingerprint;
}

/** Tells a file from every copy of it: a copy has a number of its own, or was born later. */
export interface Fingerprint {
  readonly inode: bigint;
  /** Always 0 where the file system does not know. */
  readonly bornNs: bigint;
}

export function fingerprintOf({ ino, birthtimeNs }: BigIntStats): Fingerprint {
  return { inode: BigInt.asUintN(64, ino), bornNs: BigInt.asUintN(64, birthtimeNs) };
}

export function isSameFile(a: Fingerprint, b: Fingerprint): boolean {
  return a.inode === b.inode && a.bornNs === b.bornNs;
}

export function encodeHeader(header: SegmentHeader, salt: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.set(MAGIC);
  bytes.writeUInt32LE(FORMAT, 8);
  bytes.writeUInt32LE(header.opening, 12);
  bytes.writeUInt32LE(branchOf(header.origin), 16);
  bytes.writeUInt32LE(nonceOf(header.origin), 20);
  writeUint53(bytes, header.segment, 24);
  writeUint53(bytes, header.bytes, 32);
  bytes.writeBigUInt64LE(header.fingerprint.inode, 40);
  bytes.writeBigUInt64LE(header.fingerprint.bornNs, 48);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CHECKSUM_AT), salt), CHECKSUM_AT);
  return bytes;
}

/** Undefined if it is damaged, or of another directory; `unknown` if a later version wrote it. */
export function decodeHeader(bytes: Buffer, salt: number): SegmentHeader | 'unknown' | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  if (bytes.readUInt32LE(CHECKSUM_AT) !== crc32(bytes.subarray(0, CHECKSUM_AT), salt)) return undefined;
  if (bytes.readUInt32LE(8) !== FORMAT) return 'unknown';
  return {
    origin: originId(branchId(bytes.readUInt32LE(16)), bytes.readUInt32LE(20)),
    segment: readUint53(bytes, 24),
    bytes: readUint53(bytes, 32),
    opening: bytes.readUInt32LE(12),
    fingerprint: { inode: bytes.readBigUInt64LE(40), bornNs: bytes.readBigUInt64LE(48) },
  };
}
