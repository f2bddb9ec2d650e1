import type { Arrow, Diagram, DiagramEvent, EventKind } from '../model.js';
import { clock } from '../picture/geometry.js';

/** Before a label that does not say by itself what happens. */
const VERBS: Readonly<Partial<Record<EventKind, string>>> = {
  ask: 'asks',
  answer: 'has its answer',
  arrive: 'decides',
  accept: 'logs write',
  grant: 'logs write',
  cede: 'logs write',
  void: 'logs write',
  fault: 'fault',
};

/** `logs write: 1-3`, `sends 1-3`. */
export function kindWords({ kind, label }: DiagramEvent): string {
  return [VERBS[kind], label].filter((word) => word !== undefined && word !== '').join(': ');
}

/** `branch 1 logs write: 1-3`. */
export function headline({ lanes }: Diagram, event: DiagramEvent): string {
  return `${lanes[event.lane]?.label ?? ''} ${kindWords(event)}`;
}

/** Of each anomaly that shows at the event or is about it, whether it shows there and a sentence that says which. */
export function anomaliesAt({ marks }: Pick<Diagram, 'marks'>, id: number) {
  return marks.flatMap((mark, i) => {
    if (!mark.events.includes(id)) return [];
    const name = `Anomaly ${i + 1}, ${mark.anomaly}`;
    const shows = mark.events[0] === id;
    const words = shows ? `${name}, shows here.` : `${name}, is about this, but shows elsewhere.`;
    return [{ mark, number: i + 1, shows, words }];
  });
}

/** An arrow from the view of one of its ends: `to branch 2, 13.1 ms: deposit 5`. */
export function arrowWords(diagram: Diagram, arrow: Arrow, from: boolean): string {
  const { events, lanes, endUs } = diagram;
  const other = from ? arrow.to : arrow.from;
  const what = arrow.label === '' ? '' : `: ${arrow.label}`;
  if (other === undefined) return `to ${lanes[arrow.toLane]?.label}, not seen to arrive${what}`;
  const event = events[other] as DiagramEvent;
  return `${from ? 'to' : 'from'} ${lanes[event.lane]?.label}, ${clock(event.atUs, endUs)}${what}`;
}
