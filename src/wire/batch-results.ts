import type { OriginId } from '../domain/ids.js';
import { type Balance, before, type Outcome, type Refusal, type View, viewVector } from '../domain/outcomes.js';
import { REFUSALS } from '../domain/refusals.js';
import type { VersionVector } from '../domain/vector.js';
import { type BatchResponse, type BatchResponseShape, WireError } from './messages.js';
import { packApplied, packReason, unpackApplied, unpackReason } from './reasons.js';
import { checkSequence, packOrigin, packVector, unpackOrigin, unpackVector } from './vectors.js';

/** What a stream of batches answers: an outcome as the branch decided it. The id of an opening names its account. */
export type StreamedOutcome = Balance | { readonly kind: 'written'; readonly view: View } | Refusal;

type Columns = {
  operations: number[];
  reasons: number[];
  sequences: number[];
  balancesMinor: string[];
  creditsMinor: string[];
  availableMinor: string[];
  origins: { branch: number; nonce: number }[];
  changeAt: number[];
  changeOrigin: number[];
  changeSequence: number[];
  refusals: NonNullable<BatchResponseShape['refusals']>;
  written: NonNullable<BatchResponseShape['written']>;
};

const NO_COLUMNS = (): Columns => ({
  operations: [],
  reasons: [],
  sequences: [],
  balancesMinor: [],
  creditsMinor: [],
  availableMinor: [],
  origins: [],
  changeAt: [],
  changeOrigin: [],
  changeSequence: [],
  refusals: [],
  written: [],
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
        this.columns.reasons.push(0);
        return this.write(at, outcome.view);
      case 'balance':
        this.reflect(at, outcome.view);
        this.columns.reasons.push(0);
        this.columns.sequences.push(0);
        this.columns.balancesMinor.push(outcome.balance.toString());
        this.columns.creditsMinor.push(outcome.credits.toString());
        this.columns.availableMinor.push(outcome.available.toString());
        return;
      case 'refused':
        if (outcome.view) this.reflect(at, outcome.view);
        this.columns.reasons.push(packReason(outcome.reason));
        if (outcome.standing) this.write(at, outcome.standing);
        else this.columns.sequences.push(0);
        this.columns.refusals.push({
          at,
          applied: packApplied(outcome.applied),
          message: outcome.message,
          metadata: { ...outcome.details },
          revealsState: outcome.view !== undefined,
          final: outcome.final ?? false,
        });
    }
  }

  take(): BatchResponseShape {
    const columns = this.columns;
    this.columns = NO_COLUMNS();
    return columns;
  }

  /** The write that a view ends with. One of this branch implies its sequence; of another's all is said. */
  private write(at: number, view: View): void {
    if (view.origin === this.origin) {
      this.move(at, view.others, undefined);
      this.own = view.own;
      this.columns.sequences.push(view.own);
      return;
    }
    this.columns.sequences.push(0);
    const writeId = { origin: packOrigin(view.origin), sequence: view.own };
    this.columns.written.push({ at, writeId, before: packVector(before(view)) });
  }

  /** A void of another branch ends a view there; what is reflected is a vector like any other. */
  private reflect(at: number, view: View): void {
    if (view.origin === this.origin) return this.move(at, view.others, view.own);
    const others = viewVector(view) as Map<OriginId, number>;
    const own = others.get(this.origin) ?? 0;
    others.delete(this.origin);
    this.move(at, others, own);
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
    let written = 0;
    for (let at = 0; at < batch.operations.length; at++) {
      change = this.move(batch, at, change);
      const number = checkSequence(batch.operations[at] as number);
      const reason = batch.reasons[at] as unknown as number;
      const sequence = checkSequence(batch.sequences[at] as number);
      const elsewhere = batch.written[written]?.at === at ? writtenElsewhere(batch.written[written++] ?? {}) : undefined;
      const write = elsewhere ?? this.ownWrite(sequence);
      if (reason !== 0) deliver(number, this.refusal(batch.refusals[refusal++] ?? {}, reason, write));
      else if (write) deliver(number, { kind: 'written', view: write });
      else deliver(number, this.balance(batch, balance++));
    }
  }

  private ownWrite(sequence: number): View | undefined {
    if (sequence === 0) return undefined;
    this.own = sequence;
    return this.view();
  }

  private balance(batch: BatchResponse, i: number): Balance {
    return {
      kind: 'balance',
      balance: minor(batch.balancesMinor[i]),
      credits: minor(batch.creditsMinor[i]),
      available: minor(batch.availableMinor[i]),
      view: this.view(),
    };
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

  private refusal(
    row: NonNullable<BatchResponseShape['refusals']>[number],
    reasonNumber: number,
    standing: View | undefined,
  ): Refusal {
    const reason = unpackReason(reasonNumber);
    if (!reason) throw new WireError(`${reasonNumber} is not a reason that this version knows`);
    return {
      kind: 'refused',
      reason,
      applied: unpackApplied(row.applied ?? (REFUSALS[reason].applied === 'no' ? 1 : 2)),
      message: row.message ?? REFUSALS[reason].meaning,
      details: row.metadata ?? {},
      ...(row.final ? { final: true } : {}),
      ...(row.revealsState ? { view: this.view() } : {}),
      ...(standing ? { standing } : {}),
    };
  }

  private view(): View {
    return { origin: this.origin, own: this.own, others: this.others };
  }
}

function writtenElsewhere({ writeId, before }: NonNullable<BatchResponseShape['written']>[number]): View {
  const [origin, own] = [unpackOrigin(writeId?.origin), checkSequence(writeId?.sequence)];
  if (own === 0) throw new WireError('a write has a sequence');
  const others = unpackVector(before);
  others.delete(origin);
  return { origin, own, others };
}

function minor(text: string | undefined): bigint {
  if (text === undefined || !/^-?\d+$/.test(text)) throw new WireError('a query is answered by a balance');
  return BigInt(text);
}
