import { describe, expect, test } from 'vitest';
import { branchId, type OriginId, originId } from '../domain/ids.js';
import { type Balance, type Outcome, type View, viewVector, writeOf } from '../domain/outcomes.js';
import { REFUSALS, type Reason } from '../domain/refusals.js';
import { Rng } from '../std/rng.js';
import { BatchResponseReader, BatchResponseWriter, type StreamedOutcome } from './batch-results.js';
import { type BatchResponseShape, pb, WireError } from './messages.js';

const ORIGIN = originId(branchId(1), 0xfedcba98);
const OTHERS = [2, 3, 4].map((branch) => originId(branchId(branch), branch));

/** A branch that goes on applying, and answers now by what it has, now by what it had a while ago. */
class Source {
  private own = 0;
  private others: ReadonlyMap<OriginId, number> = new Map();
  private readonly past: View[] = [];

  constructor(private readonly rng: Rng) {}

  view(): View {
    const { rng } = this;
    if (this.past.length > 0 && rng.chance(0.2)) return rng.pick(this.past);
    if (rng.chance(0.3)) this.others = new Map([...this.others, [rng.pick(OTHERS), rng.integer(1, Number.MAX_SAFE_INTEGER)]]);
    if (rng.chance(0.5)) this.own += 1;
    const view = { origin: ORIGIN, own: this.own, others: this.others };
    this.past.push(view);
    return view;
  }

  /** As of a write, which has a sequence. */
  writeView(): View {
    const view = this.view();
    return view.own > 0 ? view : { ...view, own: (this.own += 1) };
  }

  outcome(): Outcome {
    const { rng } = this;
    const what = rng.integer(0, 9);
    if (what < 4) return { kind: 'written', view: rng.chance(0.3) ? this.viewElsewhere() : this.writeView() };
    if (what < 7) return { kind: 'balance', ...this.holdings(), view: this.view() };
    const reason = rng.pick(Object.keys(REFUSALS) as Reason[]);
    const { applied, revealsState } = REFUSALS[reason];
    return {
      kind: 'refused',
      reason,
      applied,
      message: rng.pick(['', 'no money', 'kein Geld €']),
      details: rng.pick([{}, { account: '7', silent: '2 3' }]),
      ...(revealsState && rng.chance(0.5) ? { final: true } : {}),
      ...(revealsState ? { view: rng.chance(0.2) ? this.viewElsewhere() : this.view() } : {}),
      ...(applied === 'yes' ? { standing: rng.chance(0.3) ? this.viewElsewhere() : this.writeView() } : {}),
    };
  }

  /** As of a write of another branch: it says what that branch had. */
  private viewElsewhere(): View {
    const [origin, other] = this.rng.shuffled(OTHERS) as [OriginId, OriginId];
    const entry = () => this.rng.integer(1, Number.MAX_SAFE_INTEGER);
    const others = this.rng.pick([[], [[other, entry()]], [[ORIGIN, this.own + 1]]] as [OriginId, number][][]);
    return { origin, own: entry(), others: new Map(others) };
  }

  private holdings(): Pick<Balance, 'balance' | 'credits' | 'available'> {
    const any = () => BigInt(this.rng.integer(0, 1e15)) * this.rng.pick([0n, 1n, 10n ** 30n]);
    return { balance: any(), credits: any(), available: any() };
  }
}

/** Views by what they say: which map they share is nobody's business. */
function flat(outcome: StreamedOutcome): object {
  const view = outcome.view && viewVector(outcome.view);
  const standing = 'standing' in outcome && outcome.standing ? viewVector(outcome.standing) : undefined;
  return { ...outcome, view, standing, write: writeOf(outcome) };
}

function overTheWire(shape: BatchResponseShape) {
  return pb.BatchResponse.decode(pb.BatchResponse.encode(shape).finish());
}

describe('the answers of a stream', () => {
  test('arrive as they were given, with the vectors they reflect, over any number of messages', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const rng = new Rng(seed);
      const [writer, reader, source] = [new BatchResponseWriter(ORIGIN), new BatchResponseReader(ORIGIN), new Source(rng)];
      const kept: { arrived: StreamedOutcome; text: string }[] = [];
      for (let message = rng.integer(1, 5); message > 0; message--) {
        const sent = Array.from({ length: rng.integer(0, 8) }, () => ({
          number: rng.integer(0, Number.MAX_SAFE_INTEGER),
          outcome: source.outcome(),
        }));
        for (const { number, outcome } of sent) writer.add(number, outcome);
        expect(writer.size).toBe(sent.length);
        const arrived: { number: number; outcome: object }[] = [];
        reader.read(overTheWire(writer.take()), (number, outcome) => {
          arrived.push({ number, outcome: flat(outcome) });
          kept.push({ arrived: outcome, text: asText(outcome) });
        });
        expect(arrived, `seed ${seed}`).toEqual(sent.map(({ number, outcome }) => ({ number, outcome: flat(outcome) })));
      }
      // What was handed out does not change when later messages move the vector.
      for (const { arrived, text } of kept) expect(asText(arrived)).toBe(text);
    }
  });

  test('that reflect the same vector cost nothing for it', () => {
    const writer = new BatchResponseWriter(ORIGIN);
    const view = { origin: ORIGIN, own: 3, others: new Map([[OTHERS[0] as OriginId, 9]]) };
    for (let i = 0; i < 3; i++) writer.add(i, { kind: 'balance', balance: 1n, credits: 2n, available: 1n, view });
    expect(writer.take()).toMatchObject({ changeAt: [0, 0], changeSequence: [3, 9] });
  });

  test('a write that another branch has accepted is named with what that branch had before', () => {
    const [origin, other] = OTHERS as [OriginId, OriginId];
    const view: View = { origin, own: 5, others: new Map([[other, 9]]) };
    const writer = new BatchResponseWriter(ORIGIN);
    writer.add(0, { kind: 'written', view });
    const batch = overTheWire(writer.take());
    expect(batch.changeAt).toEqual([]);
    new BatchResponseReader(ORIGIN).read(batch, (_, outcome) => expect(outcome).toEqual({ kind: 'written', view }));
    expect.assertions(2);
  });

  const balance = {
    operations: [0],
    reasons: [0],
    sequences: [0],
    balancesMinor: ['5'],
    creditsMinor: ['5'],
    availableMinor: ['5'],
  };
  const bad: [string, BatchResponseShape][] = [
    ['a query without a balance', { operations: [0], reasons: [0], sequences: [0] }],
    ['a balance that is no number', { ...balance, balancesMinor: ['1e5'] }],
    ['a balance without credits', { ...balance, creditsMinor: [] }],
    ['a balance without what is available', { ...balance, availableMinor: [] }],
    ['a write of another branch without a sequence', { ...balance, written: [{ at: 0, writeId: { origin: { branch: 2 } } }] }],
    ['a write of no branch', { ...balance, written: [{ at: 0, writeId: { sequence: 1 } }] }],
    ['a reason of another time', { operations: [0], reasons: [999 as never], sequences: [0] }],
    ['no reason at all', { operations: [0], reasons: [], sequences: [1] }],
    [
      'an origin that was not introduced',
      { operations: [0], reasons: [0], sequences: [1], changeAt: [0], changeOrigin: [4], changeSequence: [1] },
    ],
    ['an origin of no branch', { origins: [{ branch: 0, nonce: 1 }] }],
  ];
  test.each(bad)('with %s are refused', (_, shape) => {
    expect(() => new BatchResponseReader(ORIGIN).read(overTheWire(shape), () => undefined)).toThrow(WireError);
  });
});

function asText(outcome: StreamedOutcome): string {
  return JSON.stringify(flat(outcome), (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}`;
    return value instanceof Map ? [...value] : value;
  });
}
