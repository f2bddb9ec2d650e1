import type { OriginId, WriteId } from './ids.js';

/**
 * For each origin, the last sequence included; an absent origin stands for 0
 * and no entry is 0. So equal vectors have equal entries.
 */
export type VersionVector = ReadonlyMap<OriginId, number>;
export type MutableVector = Map<OriginId, number>;

export const EMPTY_VECTOR: VersionVector = new Map();

export function includesWrite(vector: VersionVector, id: WriteId): boolean {
  return (vector.get(id.origin) ?? 0) >= id.sequence;
}

/** Every write of `smaller` is in `larger`. */
export function includes(larger: VersionVector, smaller: VersionVector): boolean {
  for (const [origin, sequence] of smaller) {
    if ((larger.get(origin) ?? 0) < sequence) return false;
  }
  return true;
}

export function equalVectors(a: VersionVector, b: VersionVector): boolean {
  if (a.size !== b.size) return false;
  for (const [origin, sequence] of a) if (b.get(origin) !== sequence) return false;
  return true;
}

/** Raises `target` to the least vector that includes both. */
export function joinInto(target: MutableVector, other: VersionVector): void {
  for (const [origin, sequence] of other) raise(target, origin, sequence);
}

/** Raises one entry; returns whether it changed. */
export function raise(target: MutableVector, origin: OriginId, sequence: number): boolean {
  if (sequence <= (target.get(origin) ?? 0)) return false;
  target.set(origin, sequence);
  return true;
}

export function join(a: VersionVector, b: VersionVector): MutableVector {
  const joined = new Map(a);
  joinInto(joined, b);
  return joined;
}

/** What `have` lacks of `wanted`: the entries of `wanted` that are larger. */
export function missing(have: VersionVector, wanted: VersionVector): MutableVector {
  const lacking: MutableVector = new Map();
  for (const [origin, sequence] of wanted) {
    if ((have.get(origin) ?? 0) < sequence) lacking.set(origin, sequence);
  }
  return lacking;
}
