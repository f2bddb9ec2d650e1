import type { Diagram, DiagramEvent } from '../model.js';
import { badgesOf, badgeWidths, markedEvents } from '../picture/geometry.js';
import { type Layout, layoutOf } from '../picture/layout.js';
import { Reach } from './reach.js';

/** A diagram with all that is looked up while it is drawn and walked through. */
export class Scene {
  readonly layout: Layout;
  readonly marked: ReadonlySet<number>;
  readonly badges;
  readonly indents: ReadonlyMap<number, number>;
  /** Indices of arrows and spans by height. */
  readonly arrows: Reach;
  readonly spans: Reach;
  private readonly byLane: number[][];
  private readonly arrowsOf = new Map<number, number[]>();

  constructor(readonly diagram: Diagram) {
    const { events, arrows, lanes, spans, marks } = diagram;
    this.layout = layoutOf(diagram);
    const { ys, bars } = this.layout;
    this.marked = markedEvents(marks);
    this.badges = badgesOf(diagram);
    this.indents = badgeWidths(diagram);
    this.arrows = new Reach(
      arrows.map(({ from, to }) => [ys[from] ?? 0, to === undefined ? (ys[from] ?? 0) + 30 : (ys[to] ?? 0)]),
    );
    this.spans = new Reach(spans.map((_, i) => [bars[i]?.from ?? 0, bars[i]?.to ?? 0]));
    this.byLane = lanes.map(() => []);
    for (const { id, lane } of events) this.byLane[lane]?.push(id);
    for (const [i, { from, to }] of arrows.entries()) {
      this.note(from, i);
      if (to !== undefined) this.note(to, i);
    }
  }

  event(id: number): DiagramEvent {
    return this.diagram.events[id] as DiagramEvent;
  }

  yOf(id: number): number {
    return this.layout.ys[id] ?? 0;
  }

  xOf(lane: number): number {
    return this.layout.columns[lane]?.x ?? 0;
  }

  /** Indices of the arrows that begin or end there. */
  arrowsAt(id: number): readonly number[] {
    return this.arrowsOf.get(id) ?? [];
  }

  /** The first event that is not above `y`. */
  firstBelow(y: number): number {
    return firstNotAbove(this.layout.ys.length, (id) => this.yOf(id), y);
  }

  /** The events of a lane that are not above `top` and not below `bottom`. */
  *between(lane: number, top: number, bottom: number): Iterable<number> {
    const ids = this.byLane[lane] ?? [];
    const yAt = (place: number) => this.yOf(ids[place] as number);
    for (let place = firstNotAbove(ids.length, yAt, top); place < ids.length && yAt(place) <= bottom; place++)
      yield ids[place] as number;
  }

  /** On the next lane in that direction that has any: the event closest in height. */
  beside(id: number, step: -1 | 1): number | undefined {
    const { lane } = this.event(id);
    const ids = this.byLane[lane + step];
    if (!ids) return undefined;
    const distance = (other: number) => Math.abs(this.yOf(other) - this.yOf(id));
    return ids.reduce((best, other) => (distance(other) < distance(best) ? other : best), ids[0] as number);
  }

  /** Along the lane. */
  along(id: number, step: -1 | 1): number | undefined {
    const ids = this.byLane[this.event(id).lane] ?? [];
    return ids[ids.indexOf(id) + step];
  }

  private note(event: number, arrow: number): void {
    const known = this.arrowsOf.get(event);
    if (known) known.push(arrow);
    else this.arrowsOf.set(event, [arrow]);
  }
}

/** Of so many heights in order, the place of the first that is not above `y`. */
function firstNotAbove(length: number, yAt: (place: number) => number, y: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (yAt(middle) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
