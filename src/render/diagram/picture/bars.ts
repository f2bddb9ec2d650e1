import type { Diagram, Span } from '../model.js';

/** A span as drawn. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Waiting requests of one branch stand side by side, from 0. */
  readonly slot: number;
}

/** Spans are between events of their lane, or last to the end. */
export function barsOf({ events, spans }: Diagram, ys: readonly number[], height: number): Bar[] {
  const [first, last] = [new Map<string, number>(), new Map<string, number>()];
  for (const { id, lane, atUs, kind, operation } of events) {
    const y = ys[id] as number;
    for (const key of [`${lane} ${atUs}`, `${lane} ${atUs} ${kind === 'fault' ? kind : operation}`]) {
      if (!first.has(key)) first.set(key, y);
      last.set(key, y);
    }
  }
  const slots = new Slots();
  const bars = new Array<Bar>(spans.length);
  // By their beginnings, for that is the order in which slots are taken.
  const order = [...spans.keys()].sort((a, b) => (spans[a] as Span).fromUs - (spans[b] as Span).fromUs);
  for (const i of order) {
    const span = spans[i] as Span;
    const { lane, fromUs, toUs, operation } = span;
    const at = (found: ReadonlyMap<string, number>, us: number) =>
      found.get(`${lane} ${us} ${operation ?? 'fault'}`) ?? found.get(`${lane} ${us}`);
    const from = at(first, fromUs) ?? 0;
    const to = Math.max(from + 6, at(last, toUs) ?? height - 8);
    // Lines may be cut more than once at a time, which is one cut to see.
    bars[i] = { from, to, slot: span.kind === 'cut' ? 0 : slots.take(span, from, to) };
  }
  return bars;
}

/** Bars of one kind on one lane that last at the same time get different slots. */
class Slots {
  private readonly ends = new Map<string, number[]>();

  take({ lane, kind }: Span, from: number, to: number): number {
    const key = `${lane} ${kind === 'short' ? 'parked' : kind}`;
    const ends = this.ends.get(key) ?? [];
    this.ends.set(key, ends);
    const free = ends.findIndex((end) => end < from);
    const slot = free < 0 ? ends.length : free;
    ends[slot] = to;
    return slot;
  }
}
