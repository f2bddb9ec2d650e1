import type { Witness } from '../../check/verdict.js';
import type { HistoryEntry, RecordedOperation } from '../../domain/history.js';
import type { BranchId } from '../../domain/ids.js';

/** The same seed with guarantees kept and dropped, and the first operation that goes another way. */
export interface Difference {
  readonly seed: number;
  /** What was violated without; absent where the answers differ and both are right. */
  readonly witness?: Witness;
  readonly kept: Side;
  readonly dropped: Side;
}

export interface Side {
  readonly entries: readonly HistoryEntry[];
  /** The operation, as it went in this run. */
  readonly operation: RecordedOperation;
  /** The write that the dropped run misses, and where. */
  readonly missing?: { readonly by: RecordedOperation; readonly at: BranchId };
}
