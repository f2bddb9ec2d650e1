import { describe, expect, it, test } from 'vitest';
import type { HistoryEntry } from '../../domain/history.js';
import { branchId } from '../../domain/ids.js';
import { drawPlan } from '../../sim/draw-plan.js';
import { runPlan } from '../../sim/run-plan.js';
import { diagramOf } from './build.js';
import { anyDiagram, readWithoutTheWrite } from './fixtures.js';
import type { Diagram } from './model.js';
import { perfettoOf, type TraceEvent } from './perfetto.js';

function trace(diagram: Diagram): TraceEvent[] {
  const parsed = JSON.parse(perfettoOf(diagram)) as { traceEvents: TraceEvent[] };
  keepsTheRules(diagram, parsed.traceEvents);
  return parsed.traceEvents;
}

const only = (events: readonly TraceEvent[], ph: TraceEvent['ph']) => events.filter((event) => event.ph === ph);
const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;

/** The rules of the format, and that nothing of the diagram is missing. */
function keepsTheRules({ lanes, events, arrows, spans, marks }: Diagram, trace: readonly TraceEvent[]): void {
  const threads = only(trace, 'M').filter(({ name }) => name === 'thread_name');
  expect(threads.map(({ args }) => args?.name)).toEqual(lanes.map(({ label }) => label));
  const known = new Set(threads.map(thread));
  for (const event of trace.filter(({ tid }) => tid !== undefined)) expect(known.has(thread(event))).toBe(true);
  const slices = only(trace, 'X');
  expect(slices).toHaveLength(events.length);
  slicesDoNotOverlap(slices);
  arrowsHaveTheirSlices(trace, slices);
  expect(only(trace, 's')).toHaveLength(arrows.filter(({ to }) => to !== undefined).length);
  expect(only(trace, 'i')).toHaveLength(arrows.filter(({ to }) => to === undefined).length + marks.length);
  expect(only(trace, 'b')).toHaveLength(spans.length);
  spansEnd(trace);
  const times = trace.filter(({ ph }) => ph !== 'M').map(({ ts }) => ts);
  expect(times).toEqual([...times].sort((a, b) => a - b));
}

function slicesDoNotOverlap(slices: readonly TraceEvent[]): void {
  const freeNs = new Map<string, number>();
  for (const slice of slices) {
    const fromNs = Math.round(slice.ts * 1000);
    const durNs = Math.round((slice.dur ?? 0) * 1000);
    expect(durNs).toBeGreaterThan(0);
    expect(fromNs).toBeGreaterThanOrEqual(freeNs.get(thread(slice)) ?? 0);
    freeNs.set(thread(slice), fromNs + durNs);
  }
}

/** Each arrow has one id, two ends, begins no later than it ends, and a slice around either end. */
function arrowsHaveTheirSlices(trace: readonly TraceEvent[], slices: readonly TraceEvent[]): void {
  const begins = new Set(slices.map((slice) => `${thread(slice)} ${slice.ts}`));
  const ends = new Map(only(trace, 'f').map((end) => [end.id, end]));
  expect(ends.size).toBe(only(trace, 's').length);
  for (const tail of only(trace, 's')) {
    const tip = ends.get(tail.id);
    expect(tip?.ts).toBeGreaterThanOrEqual(tail.ts);
    expect([tip?.name, tip?.cat, tip?.bp]).toEqual([tail.name, tail.cat, 'e']);
    for (const end of [tail, tip]) expect(end && begins.has(`${thread(end)} ${end.ts}`)).toBe(true);
  }
}

function spansEnd(trace: readonly TraceEvent[]): void {
  const open = new Map<number | undefined, TraceEvent>();
  for (const event of trace) {
    if (event.ph === 'b') {
      expect(open.has(event.id)).toBe(false);
      open.set(event.id, event);
    } else if (event.ph === 'e') {
      const begun = open.get(event.id);
      expect([begun?.name, begun?.cat]).toEqual([event.name, event.cat]);
      open.delete(event.id);
    }
  }
  expect(open.size).toBe(0);
}

describe('a trace', () => {
  it('names customers and branches, and who was told what', () => {
    const events = trace(readWithoutTheWrite());
    const names = only(events, 'M').flatMap(({ args }) => args?.name ?? []);
    expect(names).toEqual(['customers', 'branches', 'customer ada', 'branch 1', 'branch 2']);
    expect(only(events, 's').map(({ name, ts }) => [name, ts])).toEqual([
      ['deposit 10', 0],
      ['done', 1000],
      ['balance?', 3000],
      ['0', 4000],
    ]);
    expect(only(events, 'b')).toEqual([
      expect.objectContaining({ name: 'customer ada: deposit 10', ts: 0, args: { operation: 'ada:1' } }),
    ]);
  });

  it('shows what was lost, and what is wrong, as moments', () => {
    const moments = only(trace(readWithoutTheWrite()), 'i');
    expect(moments.map(({ name, ts, tid }) => [name, ts, tid])).toEqual([
      ['lost on the way to branch 2: 1-1', 1000, 2],
      ['read-your-writes', 5000, 1],
    ]);
  });

  it('events of one moment follow each other by a nanosecond, and what they lead to comes no sooner', () => {
    const { events } = readWithoutTheWrite();
    const diagram = readWithoutTheWrite({ events: events.map((event) => ({ ...event, atUs: 0 })), spans: [], endUs: 0 });
    const times = only(trace(diagram), 'X').map(({ ts }) => ts);
    expect(times).toEqual([0, 0, 0.001, 0.002, 0.002, 0.003]);
  });
});

test('any diagram keeps to the rules', () => {
  for (let seed = 1; seed <= 150; seed++) trace(anyDiagram(seed));
});

test('simulated banks do', { timeout: 60_000 }, () => {
  for (const seed of [5, 6, 7]) {
    const entries: HistoryEntry[] = [];
    const plan = drawPlan(seed);
    runPlan(plan, { onEntry: (entry) => entries.push(entry) });
    const branches = Array.from({ length: plan.branches }, (_, i) => branchId(i + 1));
    trace(diagramOf({ branches, entries }));
  }
});
