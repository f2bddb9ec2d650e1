import type { OriginId } from '../domain/ids.js';
import type { Outcome, Refusal, View } from '../domain/outcomes.js';
import { REFUSALS } from '../domain/refusals.js';
import type { VersionVector } from '../domain/vector.js';
import { type BatchResponse, type BatchResponseShape, WireError } from './messages.js';
import { packApplied, packReason, unpackApplied, unpackReason } from './reasons.js';
import { checkSequence, packOrigin, unpackOrigin } from './vectors.js';

/** What a stream of batches answers: an outcome as the branch decided it. */
export type StreamedOutcome = Exclude<Outcome, { kind: 'written' }> | { readonly kind: 'written'; readonly view: View };

type Columns = {
  operations: number[];
  reasons: number[];
  sequences: number[];
  balancesMinor: string[];
  origins: { branch: number; nonce: number }[];
  changeAt: number[];
  changeOrigin: number[];
  changeSequence: number[];
  refusals: NonNullable<BatchResponseShape['refusals']>;
};

const NO_COLUMNS = (): Columns => ({
  operations: [],
  reasons: [],
  sequences: [],
  balancesMinor: [],
  origins: [],
  changeAt: [],
  changeOrigin: [],
  changeSequence: [],
  refusals: [],
});

/**
 * The answering end of a stream. Vectors are sent as they move: both ends keep
 * the last one, and a result that reflects the same vector costs nothing.
 */
export class BatchResponseWriter {
  private readonly originNumbers = new Map<OriginId, number>();
  private columns = NO_COLUMNS();
  private own = 0;
  private others: VersionVector = new Map();

  constructor(private readonly origin: OriginId) {
    this.originNumbers.set(origin, 0);
  }

  get size(): number {
    return this.columns.operations.length;
  }

  add(operation: number, outcome: Outcome): void {
    const at = this.columns.operations.push(operation) - 1;
    switch (outcome.kind) {
      case 'written':
        this.move(at, outcome.view.others, undefined);
        this.own = outcome.view.own;
        this.columns.reasons.push(0);
        this.columns.sequences.push(outcome.view.own);
        return;
      case 'balance':
        this.move(at, outcome.view.others, outcome.view.own);
        this.columns.reasons.push(0);
        this.columns.sequences.push(0);
        this.columns.balancesMinor.push(outcome.balance.toString());
        return;
      case 'refused':
        if (outcome.view) this.move(at, outcome.view.others, outcome.view.own);
        if (outcome.standing) this.move(at, outcome.standing.others, undefined);
        this.own = outcome.standing?.own ?? this.own;
        this.columns.reasons.push(packReason(outcome.reason));
        this.columns.sequences.push(outcome.standing?.own ?? 0);
        this.columns.refusals.push({
          at,
          applied: packApplied(outcome.applied),
          message: outcome.message,
          metadata: { ...outcome.details },
          revealsState: outcome.view !== undefined,
        });
    }
  }

  take(): BatchResponseShape {
    const columns = this.columns;
    this.columns = NO_COLUMNS();
    return columns;
  }

  /** A write implies its own sequence, so `own` is given for the others only. */
  private move(at: number, others: VersionVector, own: number | undefined): void {
    if (own !== undefined && own !== this.own) {
      this.change(at, this.origin, own);
      this.own = own;
    }
    if (others === this.others) return;
    for (const [origin, sequence] of others) {
      if (this.others.get(origin) !== sequence) this.change(at, origin, sequence);
    }
    // A write that waited for other branches reflects an older vector.
    for (const origin of this.others.keys()) if (!others.has(origin)) this.change(at, origin, 0);
    this.others = others;
  }

  private change(at: number, origin: OriginId, sequence: number): void {
    let number = this.originNumbers.get(origin);
    if (number === undefined) {
      number = this.originNumbers.size;
      this.originNumbers.set(origin, number);
      this.columns.origins.push(packOrigin(origin));
    }
    this.columns.changeAt.push(at);
    this.columns.changeOrigin.push(number);
    this.columns.changeSequence.push(sequence);
  }
}

/** The asking end of a stream. */
export class BatchResponseReader {
  private readonly origins: OriginId[];
  private own = 0;
  private others: VersionVector = new Map();

  constructor(private readonly origin: OriginId) {
    this.origins = [origin];
  }

  /** Calls `deliver` with each result, in order. */
  read(batch: BatchResponse, deliver: (operation: number, outcome: StreamedOutcome) => void): void {
    for (const origin of batch.origins) this.origins.push(unpackOrigin(origin));
    let change = 0;
    let refusal = 0;
    let balance = 0;
    for (let at = 0; at < batch.operations.length; at++) {
      change = this.move(batch, at, change);
      const number = checkSequence(batch.operations[at] as number);
      const reason = batch.reasons[at] as unknown as number;
      const sequence = checkSequence(batch.sequences[at] as number);
      if (reason !== 0) {
        deliver(number, this.refusal(batch.refusals[refusal++] ?? {}, reason, sequence));
      } else if (sequence > 0) {
        this.own = sequence;
        deliver(number, { kind: 'written', view: this.view() });
      } else {
        const text = batch.balancesMinor[balance++];
        if (text === undefined || !/^-?\d+$/.test(text)) throw new WireError('a query is answered by a balance');
        deliver(number, { kind: 'balance', balance: BigInt(text), view: this.view() });
      }
    }
  }

  private move(batch: BatchResponse, at: number, from: number): number {
    let change = from;
    let others: Map<OriginId, number> | undefined;
    for (; batch.changeAt[change] === at; change++) {
      const origin = this.origins[batch.changeOrigin[change] ?? -1];
      if (origin === undefined) throw new WireError('a change names an origin that the stream has not introduced');
      const sequence = checkSequence(batch.changeSequence[change] as number);
      if (origin === this.origin) {
        this.own = sequence;
        continue;
      }
      // Views that were handed out share the old map.
      others ??= new Map(this.others);
      if (sequence > 0) others.set(origin, sequence);
      else others.delete(origin);
    }
    if (others) this.others = others;
    return change;
  }

  private refusal(row: NonNullable<BatchResponseShape['refusals']>[number], reasonNumber: number, sequence: number): Refusal {
    const reason = unpackReason(reasonNumber);
    if (!reason) throw new WireError(`${reasonNumber} is not a reason that this version knows`);
    if (sequence > 0) this.own = sequence;
    return {
      kind: 'refused',
      reason,
      applied: unpackApplied(row.applied ?? (REFUSALS[reason].applied === 'no' ? 1 : 2)),
      message: row.message ?? REFUSALS[reason].meaning,
      details: row.metadata ?? {},
      ...(row.revealsState ? { view: this.view() } : {}),
      ...(sequence > 0 ? { standing: this.view() } : {}),
    };
  }

  private view(): View {
    return { origin: this.origin, own: this.own, others: this.others };
  }
}
