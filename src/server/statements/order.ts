import type { WriteId } from '../../domain/ids.js';

/** The place of an entry in the order that all branches agree on: see docs/decisions/0013-ranks-in-batches.md. */
export interface Place {
  readonly rank: number;
  readonly id: WriteId;
}

/** By rank, so causality is respected; of those that nothing orders, the origin decides. */
export function inOrder(a: Place, b: Place): number {
  return a.rank - b.rank || a.id.origin - b.id.origin || a.id.sequence - b.id.sequence;
}
