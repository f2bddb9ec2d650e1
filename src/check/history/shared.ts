import {
  type BranchId,
  branchId,
  formatOrigin,
  isBranchNumber,
  type OriginId,
  parseOrigin,
  type WriteId,
} from '../../domain/ids.js';
import type { VersionVector } from '../../domain/vector.js';
import { asInteger, field, type JsonObject, object, text, wrong } from '../json-fields.js';

/** A long history names the same few origins on every line. */
const ORIGINS = new Map<string, OriginId>();
const MOST_ORIGINS = 10_000;

function knownOrigin(name: string): OriginId | undefined {
  let origin = ORIGINS.get(name);
  if (origin !== undefined) return origin;
  origin = parseOrigin(name);
  if (origin !== undefined && ORIGINS.size < MOST_ORIGINS) ORIGINS.set(name, origin);
  return origin;
}

export function parseBranch(value: unknown): BranchId {
  if (typeof value !== 'number' || !isBranchNumber(value)) throw wrong('a branch', 'its number, from 1', value);
  return branchId(value);
}

export function branchField(from: JsonObject, name: string): BranchId {
  return parseBranch(field(from, name));
}

export function parseOriginField(from: JsonObject, name: string): OriginId {
  const value = text(from, name);
  const origin = knownOrigin(value);
  if (origin === undefined) throw wrong(`"${name}"`, 'an origin like "3-1a2b3c4d"', value);
  return origin;
}

/** `branch-nonce-sequence`. */
export function parseWrite(from: JsonObject, name: string): WriteId {
  const value = text(from, name);
  const dash = value.lastIndexOf('-');
  const origin = knownOrigin(value.slice(0, Math.max(0, dash)));
  const digits = value.slice(dash + 1);
  const sequence = /^[1-9]\d{0,15}$/.test(digits) ? Number(digits) : Number.NaN;
  if (origin === undefined || !Number.isSafeInteger(sequence)) throw wrong(`"${name}"`, 'a write id like "3-1a2b3c4d-7"', value);
  return { origin, sequence };
}

/** `least`: the smallest number that an entry may have. */
export function parseVector(from: JsonObject, name: string, least = 1): VersionVector {
  const vector = new Map<OriginId, number>();
  for (const [key, sequence] of Object.entries(object(from, name))) {
    const origin = knownOrigin(key);
    if (origin === undefined) throw wrong(`"${name}"`, 'origins like "3-1a2b3c4d"', key);
    vector.set(origin, asInteger(sequence, least, `"${name}", ${key}`));
  }
  return vector;
}

const NAMES = new Map<OriginId, string>();

function nameOf(origin: OriginId): string {
  let name = NAMES.get(origin);
  if (name !== undefined) return name;
  name = formatOrigin(origin);
  if (NAMES.size < MOST_ORIGINS) NAMES.set(origin, name);
  return name;
}

export function vectorRecord(vector: VersionVector): Record<string, number> {
  const record: Record<string, number> = {};
  for (const origin of [...vector.keys()].sort((a, b) => a - b)) record[nameOf(origin)] = vector.get(origin) as number;
  return record;
}
