import type { Arrow, Diagram, DiagramEvent, EventKind } from '../model.js';
import { clock } from '../picture/geometry.js';

const KINDS: Readonly<Record<EventKind, string>> = {
  ask: 'asks',
  answer: 'has its answer',
  arrive: 'decides',
  accept: 'logs a write',
  apply: 'applies writes',
  park: 'lets it wait',
  short: 'lacks allowance',
  grant: 'grants allowance',
  send: 'sends',
  receive: 'receives',
  fetch: 'fetches',
  fault: 'fault',
};

/** `branch 1 logs a write: 1-3`. */
export function headline({ lanes }: Diagram, { lane, kind, label }: DiagramEvent): string {
  return `${lanes[lane]?.label ?? ''} ${KINDS[kind]}${label === '' ? '' : `: ${label}`}`;
}

export function kindWords(kind: EventKind): string {
  return KINDS[kind];
}

/** An arrow from the view of one of its ends: `to branch 2, 13.1 ms: deposit 5`. */
export function arrowWords(diagram: Diagram, arrow: Arrow, from: boolean): string {
  const { events, lanes, endUs } = diagram;
  const other = from ? arrow.to : arrow.from;
  const what = arrow.label === '' ? '' : `: ${arrow.label}`;
  if (other === undefined) return `to ${lanes[arrow.toLane]?.label}, where it never arrived${what}`;
  const event = events[other] as DiagramEvent;
  return `${from ? 'to' : 'from'} ${lanes[event.lane]?.label}, ${clock(event.atUs, endUs)}${what}`;
}
