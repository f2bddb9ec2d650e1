import type { Diagram, DiagramEvent, Lane } from '../model.js';
import { type Bar, barsOf } from './bars.js';
import { type Pause, placesClear } from './places.js';
import { BOLD, fitted, textWidth } from './text-width.js';

/**
 * Where everything of a diagram is, in pixels. Time runs downwards by the order
 * of events and not to scale: events that follow each other closely are drawn
 * apart, so that their labels never overlap, and long pauses are shortened.
 *
 * Invariants: later events are never higher up; an arrow always leads downwards;
 * labels of one lane do not overlap, and lie between their lane and the next.
 */
export interface Layout {
  readonly columns: readonly Column[];
  /** By event. */
  readonly ys: readonly number[];
  /** By event: from its level to the base line of its label. */
  readonly drops: readonly number[];
  /** By span. */
  readonly bars: readonly Bar[];
  readonly pauses: readonly Pause[];
  /** Of the lanes, without header and legend. */
  readonly width: number;
  readonly height: number;
}

/** The line of a lane, and the room for labels at its side. */
export interface Column {
  readonly x: number;
  readonly room: number;
  /** -1: labels stand to the left, 1: to the right. */
  readonly side: -1 | 1;
}

export const LABEL_SIZE = 12;
/** What a label covers, from above its base line on. */
export const LABEL_ASCENT = 11;
export const LABEL_HEIGHT = 14;
/** From a lane to its labels. */
export const LABEL_GAP = 11;
/** Left of a branch there is room for waiting requests. */
const WAITING_ROOM = 46;
const BADGE_ROOM = 34;
const CUSTOMER_RIGHT = 30;
const [NARROWEST, WIDEST] = [64, 220];
const BOTTOM = 26;
/** Labels beside, above and below the level of their event. */
const [LEVEL, ABOVE, BELOW] = [4, -5, 14];

export function layoutOf(diagram: Diagram): Layout {
  const columns = columnsOf(diagram);
  const drops = dropsOf(diagram);
  const { ys, pauses } = placesClear(diagram, drops, (lane) => columns[lane]?.x ?? 0);
  const height = (ys.at(-1) ?? 0) + BOTTOM;
  const last = columns.at(-1);
  const width = last ? last.x + (last.side > 0 ? LABEL_GAP + last.room : CUSTOMER_RIGHT) : 0;
  return { columns, ys, drops, bars: barsOf(diagram, ys, height), pauses, width, height };
}

/** Labels of customers stand to the left, where none of their own arrows are; those of branches to the right. */
function sideOf({ kind }: Lane): -1 | 1 {
  return kind === 'customer' ? -1 : 1;
}

function columnsOf({ lanes, events, marks }: Diagram): Column[] {
  const widest = lanes.map(({ label }) => textWidth(label, HEAD_SIZE) / 2);
  for (const { lane, label } of events) widest[lane] = Math.max(widest[lane] as number, textWidth(label, LABEL_SIZE));
  const marked = new Set(marks.flatMap((mark) => mark.events.map((id) => events[id]?.lane)));
  let edge = 0;
  let headEdge = 0;
  return lanes.map((lane, i) => {
    const room = Math.min(Math.max((widest[i] as number) + 4, NARROWEST), WIDEST);
    const side = sideOf(lane);
    const labels = LABEL_GAP + room;
    const [left, right] = side < 0 ? [labels, CUSTOMER_RIGHT] : [WAITING_ROOM, labels];
    const head = headWidth(lane.label, room) / 2;
    const x = Math.max(edge + left + (marked.has(i) ? BADGE_ROOM : 0), headEdge + head);
    edge = x + right;
    headEdge = x + head + 10;
    return { x, room, side };
  });
}

const HEAD_SIZE = 13 * BOLD;

/** The name of a lane, as far as there is room for it. */
export function headText(label: string, room: number): string {
  return fitted(label, HEAD_SIZE, room + 20);
}

/** Of the box around it. */
export function headWidth(label: string, room: number): number {
  return textWidth(headText(label, room), HEAD_SIZE) + 16;
}

/** Where a label is clear of the arrows of its event. */
function dropsOf({ lanes, events, arrows }: Diagram): number[] {
  const [fromRight, toRight] = [new Set<number>(), new Set<number>()];
  for (const { from, to, toLane } of arrows) {
    const { lane } = events[from] as DiagramEvent;
    if (toLane > lane) toRight.add(from);
    else if (to !== undefined) fromRight.add(to);
  }
  return events.map(({ id, lane }) => {
    if (sideOf(lanes[lane] as Lane) < 0) return LEVEL;
    if (toRight.has(id)) return ABOVE;
    return fromRight.has(id) ? BELOW : LEVEL;
  });
}
