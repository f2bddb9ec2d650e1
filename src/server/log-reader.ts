import { includesWrite, type VersionVector } from '../domain/vector.js';
import { type LoggedWrite, type WriteBatch, writesOf } from '../domain/writes.js';

/** The writes of `batches` that `vector` includes. */
export function* logged(batches: Iterable<WriteBatch>, vector: VersionVector): Generator<LoggedWrite> {
  for (const batch of batches) {
    for (const write of writesOf(batch)) if (includesWrite(vector, write.id)) yield write;
  }
}
