import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDiagram, readWithoutTheWrite } from '../fixtures.js';
import type { Diagram, DiagramEvent } from '../model.js';
import { type Column, LABEL_GAP, LABEL_SIZE, layoutOf } from './layout.js';
import { textWidth } from './text-width.js';

/** The invariants of layout.ts. */
function keepsItsWord(diagram: Diagram): void {
  const { events, arrows, lanes, spans } = diagram;
  const { columns, ys, drops, bars, width, height } = layoutOf(diagram);
  for (const { id } of events) {
    if (id > 0) expect(ys[id]).toBeGreaterThanOrEqual(ys[id - 1] as number);
    expect(ys[id]).toBeLessThan(height);
  }
  for (const { from, to } of arrows) if (to !== undefined) expect(ys[to]).toBeGreaterThan((ys[from] as number) + 8);
  for (const lane of lanes.keys()) {
    const own = events.filter((event) => event.lane === lane);
    for (const [i, { id }] of own.entries())
      if (i > 0) expect(ys[id]).toBeGreaterThan(ys[(own[i - 1] as DiagramEvent).id] as number);
    const lines = own.filter(({ label }) => label !== '').map(({ id }) => (ys[id] as number) + (drops[id] as number));
    for (const [i, line] of lines.entries()) if (i > 0) expect(line - (lines[i - 1] as number)).toBeGreaterThan(LABEL_SIZE);
  }
  for (const [i, { x, room, side }] of columns.entries()) {
    const end = x + side * (LABEL_GAP + room);
    const next = columns[i + side];
    const edge = side < 0 ? 0 : width;
    expect(side * ((next?.x ?? edge) - end)).toBeGreaterThanOrEqual(0);
    if (i > 0) expect(x).toBeGreaterThan((columns[i - 1] as Column).x);
  }
  for (const [i, { from, to, slot }] of bars.entries()) {
    expect(from).toBeLessThan(to);
    const isBeside = bars.findIndex(
      (other, j) => j !== i && other.slot === slot && other.from < to && from < other.to && sameBar(diagram, i, j),
    );
    expect(isBeside, `bars ${i} and ${isBeside} of ${spans.length}`).toBe(-1);
  }
}

function sameBar({ spans }: Diagram, i: number, j: number): boolean {
  return spans[i]?.lane === spans[j]?.lane && spans[i]?.kind === spans[j]?.kind && spans[i]?.kind !== 'cut';
}

describe('the layout', () => {
  it('keeps its word for any diagram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => keepsItsWord(anyDiagram(seed))),
      { seed: 1, numRuns: 300 },
    );
  });

  it('says where a long pause is left out', () => {
    const { events, ...diagram } = readWithoutTheWrite();
    const late = events.map((event) => (event.id < 3 ? event : { ...event, atUs: event.atUs + 1_000_000 }));
    const { pauses, ys } = layoutOf({ ...diagram, events: late, endUs: 1_005_000 });
    expect(pauses).toEqual([{ y: expect.any(Number), us: 1_001_000 }]);
    expect(pauses[0]?.y).toBeGreaterThan(ys[2] as number);
    expect(pauses[0]?.y).toBeLessThan(ys[3] as number);
  });

  it('what is broken lasts from its fault to the one that ends it, whatever else happens then', () => {
    const diagram = readWithoutTheWrite();
    const kinds = ['fault', 'accept', 'fault', 'send'] as const;
    const events = kinds.map((kind, id): DiagramEvent => ({ id, lane: 0, atUs: id < 2 ? 5 : 9, kind, label: kind, details: [] }));
    const spans = [{ kind: 'down' as const, lane: 0, fromUs: 5, toUs: 9, label: 'crash' }];
    const { ys, bars } = layoutOf({ ...diagram, events, spans, arrows: [], marks: [], endUs: 9 });
    expect(bars).toEqual([{ from: ys[0], to: ys[2], slot: 0 }]);
  });

  it('no arrow runs through an event on its way, as if it stopped there', () => {
    const diagram = readWithoutTheWrite();
    const between: DiagramEvent = { id: 4, lane: 1, atUs: 3500, kind: 'send', label: 'sends 1-1', details: [] };
    const events = [...diagram.events.slice(0, 4), between, ...diagram.events.slice(4)].map((event, id) => ({ ...event, id }));
    const arrows = [{ kind: 'request' as const, from: 3, to: 5, toLane: 2, label: 'balance?' }];
    const { ys, columns } = layoutOf({ ...diagram, events, arrows, marks: [] });
    const [x0, x1, x2] = columns.map(({ x }) => x) as [number, number, number];
    const [from, to] = [ys[3] as number, ys[5] as number];
    const passes = from + ((x1 - x0) / (x2 - x0)) * (to - from);
    expect(Math.abs(passes - (ys[4] as number))).toBeGreaterThan(6);
  });
});

describe('the width of text', () => {
  it('grows with every character and allows for wide ones', () => {
    expect(textWidth('ii', 12)).toBeGreaterThan(textWidth('i', 12));
    expect(textWidth('m', 12)).toBeGreaterThan(textWidth('i', 12));
    expect(textWidth('銀行', 12)).toBeGreaterThanOrEqual(24);
  });
});
