import type { Arrow, Diagram, DiagramEvent } from '../model.js';
import { touching } from './clearance.js';
import { markedEvents } from './geometry.js';

/** A time in which nothing happened, drawn shorter than it was. */
export interface Pause {
  readonly y: number;
  readonly us: number;
}

const TOP = 24;
/** Between events of one lane, and between the base lines of their labels. */
const APART = 12;
/** The same, where one of them has a number of an anomaly. */
const BADGE = 23;
const LINE = 15;
/** What an arrow comes down at least. */
const FALL = 12;
const LONGEST_GAP = 28;
const PAUSE_ROOM = 44;

interface Places {
  readonly ys: number[];
  readonly pauses: Pause[];
}

const ROUNDS = 3;
const STEP_ASIDE = 14;

/** An arrow that would run through an event between its ends, as if it stopped there, ends further down. */
export function placesClear(diagram: Diagram, drops: readonly number[], xOf: (lane: number) => number): Places {
  const lower = new Map<number, number>();
  let places = placesOf(diagram, drops, lower);
  for (let round = 0; round < ROUNDS; round++) {
    const tips = touching(diagram, places.ys, xOf);
    if (tips.size === 0) return places;
    for (const tip of tips) lower.set(tip, (lower.get(tip) ?? 0) + STEP_ASIDE);
    places = placesOf(diagram, drops, lower);
  }
  return places;
}

/** `lower`: by event, how much lower than its arrows need. */
function placesOf({ events, arrows, marks }: Diagram, drops: readonly number[], lower: ReadonlyMap<number, number>): Places {
  const { gapOf, isPause } = scaleOf(events);
  const tails = tailsByTip(arrows);
  const lanes = new LaneEnds(drops, markedEvents(marks));
  const ys: number[] = [];
  const pauses: Pause[] = [];
  for (const event of events) {
    const { id, atUs } = event;
    const above = ys[id - 1];
    const us = atUs - (events[id - 1]?.atUs ?? atUs);
    const rests = above !== undefined && isPause(us);
    const bounds = [
      above === undefined ? TOP : above + (rests ? PAUSE_ROOM : gapOf(us)),
      lanes.leastFor(event),
      ...(tails.get(id) ?? []).map((tail) => (ys[tail] as number) + FALL + (lower.get(id) ?? 0)),
    ];
    const y = Math.max(...bounds);
    if (rests) pauses.push({ y: (above + y) / 2, us });
    ys.push(y);
    lanes.put(event, y);
  }
  return { ys, pauses };
}

/** How far down each lane is taken. */
class LaneEnds {
  private readonly spots = new Map<number, { readonly y: number; readonly isMarked: boolean }>();
  private readonly labels = new Map<number, number>();

  constructor(
    private readonly drops: readonly number[],
    private readonly marked: ReadonlySet<number>,
  ) {}

  leastFor({ id, lane, label }: DiagramEvent): number {
    const spot = this.spots.get(lane);
    const baseline = label === '' ? undefined : this.labels.get(lane);
    return Math.max(
      spot === undefined ? 0 : spot.y + (spot.isMarked || this.marked.has(id) ? BADGE : APART),
      baseline === undefined ? 0 : baseline + LINE - (this.drops[id] as number),
    );
  }

  put({ id, lane, label }: DiagramEvent, y: number): void {
    this.spots.set(lane, { y, isMarked: this.marked.has(id) });
    if (label !== '') this.labels.set(lane, y + (this.drops[id] as number));
  }
}

interface Scale {
  readonly gapOf: (us: number) => number;
  readonly isPause: (us: number) => boolean;
}

/** What is a short while and what a long one depends on the run. */
function scaleOf(events: readonly DiagramEvent[]): Scale {
  const whiles = events.flatMap(({ id, atUs }) => {
    const us = atUs - (events[id - 1]?.atUs ?? atUs);
    return us > 0 ? [us] : [];
  });
  whiles.sort((a, b) => a - b);
  const usual = whiles[Math.floor(whiles.length / 2)] ?? 1;
  const all = (events.at(-1)?.atUs ?? 0) - (events[0]?.atUs ?? 0);
  return {
    gapOf: (us) => Math.min(LONGEST_GAP, 4 * Math.log2(1 + us / usual)),
    isPause: (us) => us > 12 * usual && us > all / 50,
  };
}

function tailsByTip(arrows: readonly Arrow[]): Map<number, number[]> {
  const tails = new Map<number, number[]>();
  for (const { from, to } of arrows) {
    if (to === undefined) continue;
    const known = tails.get(to);
    if (known) known.push(from);
    else tails.set(to, [from]);
  }
  return tails;
}
