import type { Arrow, Diagram, DiagramEvent, Lane, Mark, Span } from './model.js';

/**
 * One entry of the Chrome JSON trace format: M names, X a slice, s and f the ends
 * of an arrow, b and e those of what may overlap, i a moment. `ts` and `dur` are
 * microseconds since the run began.
 */
export interface TraceEvent {
  readonly ph: 'M' | 'X' | 's' | 'f' | 'b' | 'e' | 'i';
  readonly name: string;
  readonly cat?: string;
  readonly pid: number;
  readonly tid?: number;
  readonly ts: number;
  readonly dur?: number;
  readonly id?: number;
  /** An arrow ends in the slice around it, and not in the next. */
  readonly bp?: 'e';
  /** A moment of one thread. */
  readonly s?: 't';
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Slices are drawn at most this part of the run long, so that they look like moments. */
const LONGEST_PART = 200;
const PROCESSES = { customer: 1, branch: 2 } as const;

/**
 * A trace for https://ui.perfetto.dev: a process for the customers and one for
 * the branches, a thread a lane, every event a short slice. Slices of a thread
 * must not overlap other than nested, and spans do; those are asynchronous.
 */
export function perfettoOf(diagram: Diagram): string {
  const slices = slicesOf(diagram);
  const timed = [
    ...slices.map((slice, id) => sliceEvent(diagram, slice, id)),
    ...diagram.arrows.flatMap((arrow, id) => flow(diagram, slices, arrow, id + 1)),
    ...diagram.spans.flatMap((span, id) => spanEvents(diagram, span, id + 1)),
    ...diagram.marks.flatMap((mark) => markEvents(diagram, slices, mark)),
  ];
  const events = [...names(diagram.lanes), ...timed.sort((a, b) => a.ts - b.ts)];
  const rows = events.map((event) => JSON.stringify(event)).join(',\n');
  return `{"displayTimeUnit":"ms","otherData":${JSON.stringify({ title: diagram.title })},"traceEvents":[\n${rows}\n]}\n`;
}

/** Nanoseconds, whole: fractions of a microsecond would not add up. */
interface Slice {
  readonly fromNs: number;
  readonly durNs: number;
}

/**
 * Events of one moment follow each other by a nanosecond, so that every arrow
 * finds its slice; an arrow never begins after it ends.
 */
function slicesOf({ events, arrows, endUs }: Diagram): Slice[] {
  const [nextOn, tails] = [nextOnLane(events), tailsOf(arrows)];
  const longestNs = Math.max(1000, Math.floor((endUs * 1000) / LONGEST_PART));
  const freeNs = new Map<number, number>();
  const slices: Slice[] = [];
  for (const { id, lane, atUs } of events) {
    const earlier = (tails.get(id) ?? []).map((tail) => (slices[tail] as Slice).fromNs);
    const fromNs = Math.max(Math.round(atUs * 1000), freeNs.get(lane) ?? 0, ...earlier);
    const next = nextOn.get(id);
    const roomNs = next === undefined ? longestNs : Math.round((events[next] as DiagramEvent).atUs * 1000) - fromNs;
    const durNs = Math.min(longestNs, Math.max(1, roomNs));
    slices.push({ fromNs, durNs });
    freeNs.set(lane, fromNs + durNs);
  }
  return slices;
}

function nextOnLane(events: readonly DiagramEvent[]): Map<number, number> {
  const next = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { id, lane } of events) {
    const before = last.get(lane);
    if (before !== undefined) next.set(before, id);
    last.set(lane, id);
  }
  return next;
}

function tailsOf(arrows: readonly Arrow[]): Map<number, number[]> {
  const tails = new Map<number, number[]>();
  for (const { from, to } of arrows) if (to !== undefined) tails.set(to, [...(tails.get(to) ?? []), from]);
  return tails;
}

function names(lanes: readonly Lane[]): TraceEvent[] {
  const meta = (name: string, pid: number, args: Record<string, string | number>, tid?: number): TraceEvent => ({
    ph: 'M',
    name,
    pid,
    ...(tid !== undefined && { tid }),
    ts: 0,
    args,
  });
  return [
    meta('process_name', PROCESSES.customer, { name: 'customers' }),
    meta('process_sort_index', PROCESSES.customer, { sort_index: PROCESSES.customer }),
    meta('process_name', PROCESSES.branch, { name: 'branches' }),
    meta('process_sort_index', PROCESSES.branch, { sort_index: PROCESSES.branch }),
    ...lanes.flatMap(({ kind, label }, i) => [
      meta('thread_name', PROCESSES[kind], { name: label }, i + 1),
      meta('thread_sort_index', PROCESSES[kind], { sort_index: i + 1 }, i + 1),
    ]),
  ];
}

function place({ lanes }: Diagram, lane: number): { pid: number; tid: number } {
  return { pid: PROCESSES[(lanes[lane] as Lane).kind], tid: lane + 1 };
}

function sliceEvent(diagram: Diagram, { fromNs, durNs }: Slice, id: number): TraceEvent {
  const { lane, kind, label, details, operation } = diagram.events[id] as DiagramEvent;
  return {
    ph: 'X',
    name: label === '' ? kind : label,
    cat: kind,
    ...place(diagram, lane),
    ts: fromNs / 1000,
    dur: durNs / 1000,
    args: { ...(operation !== undefined && { operation }), details: details.join(' ') },
  };
}

function flow(diagram: Diagram, slices: readonly Slice[], arrow: Arrow, id: number): TraceEvent[] {
  const { kind, from, to, toLane, label } = arrow;
  const end = (event: number) => ({
    ...place(diagram, (diagram.events[event] as DiagramEvent).lane),
    ts: (slices[event] as Slice).fromNs / 1000,
  });
  const common = { name: label === '' ? kind : label, cat: kind };
  if (to !== undefined)
    return [
      { ph: 's', ...common, ...end(from), id },
      { ph: 'f', ...common, ...end(to), id, bp: 'e' },
    ];
  const lost = `lost on the way to ${(diagram.lanes[toLane] as Lane).label}: ${common.name}`;
  return [{ ph: 'i', name: lost, cat: kind, ...end(from), s: 't' }];
}

function spanEvents(diagram: Diagram, { kind, lane, fromUs, toUs, label, operation }: Span, id: number): TraceEvent[] {
  // Perfetto shows these by name and not by thread, so the name has to say whose it is.
  const name = `${(diagram.lanes[lane] as Lane).label}: ${label === '' ? kind : label}`;
  const common = { name, cat: kind, ...place(diagram, lane), id };
  return [
    { ph: 'b', ...common, ts: fromUs, args: { ...(operation !== undefined && { operation }) } },
    { ph: 'e', ...common, ts: toUs },
  ];
}

function markEvents(diagram: Diagram, slices: readonly Slice[], { anomaly, events, sentence }: Mark): TraceEvent[] {
  return events.slice(0, 1).map((id) => ({
    ph: 'i',
    name: anomaly,
    cat: 'anomaly',
    ...place(diagram, (diagram.events[id] as DiagramEvent).lane),
    ts: (slices[id] as Slice).fromNs / 1000,
    s: 't',
    args: { sentence },
  }));
}
