import type { Arrow, Diagram, DiagramEvent, Mark } from '../model.js';
import type { Layout } from './layout.js';

/** An arrow as drawn, between the rims of its events. */
export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly lost: boolean;
}

const RIM = 6;
/** What never arrived ends shortly before. */
const LOST = { share: 0.55, drop: 22 };

/** `yOf`: of an event; `xOf`: of a lane. */
export function lineOf(
  { from, to, toLane }: Arrow,
  events: readonly DiagramEvent[],
  xOf: (lane: number) => number,
  yOf: (event: number) => number,
): Line {
  const start = events[from] as DiagramEvent;
  const [x1, y1] = [xOf(start.lane), yOf(from)];
  const lost = to === undefined;
  // Between the lane that it was meant for and the one before that.
  const before = xOf(toLane - Math.sign(toLane - start.lane));
  const x2 = lost ? before + (xOf(toLane) - before) * LOST.share : xOf(toLane);
  const y2 = lost ? y1 + LOST.drop : yOf(to);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const rim = Math.min(RIM, length / 3);
  const [dx, dy] = [((x2 - x1) / length) * rim, ((y2 - y1) / length) * rim];
  return { x1: x1 + dx, y1: y1 + dy, x2: lost ? x2 : x2 - dx, y2: lost ? y2 : y2 - dy, lost };
}

/** The corners of the head of an arrow, its tip first. */
export function headOf({ x1, y1, x2, y2 }: Line, size = 8): [number, number][] {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const corner = (turn: number): [number, number] => [x2 - size * Math.cos(angle + turn), y2 - size * Math.sin(angle + turn)];
  return [[x2, y2], corner(0.42), corner(-0.42)];
}

/** Numbers of anomalies at an event: at which they show, or of which they are about. */
export interface Badge {
  readonly event: number;
  readonly blamed: boolean;
  readonly text: string;
  /** Its middle, from the lane. */
  readonly dx: number;
  /** Half of its width; a diamond if it is as high as it is wide. */
  readonly half: number;
}

const DIAMOND = 10;
const MOST_NUMBERS = 3;

export function badgesOf({ marks }: Pick<Diagram, 'marks'>): Badge[] {
  const found = new Map<number, { blamed: number[]; witness: number[] }>();
  for (const [i, { events }] of marks.entries()) {
    for (const [position, event] of events.entries()) {
      const at = found.get(event) ?? { blamed: [], witness: [] };
      found.set(event, at);
      const numbers = position === 0 ? at.blamed : at.witness;
      if (!numbers.includes(i + 1)) numbers.push(i + 1);
    }
  }
  return [...found].flatMap(([event, { blamed, witness }]) => {
    let right = -9;
    return [
      { numbers: blamed, isBlamed: true },
      { numbers: witness, isBlamed: false },
    ].flatMap(({ numbers, isBlamed }) => {
      if (numbers.length === 0) return [];
      const text = numbers.slice(0, MOST_NUMBERS).join(' ') + (numbers.length > MOST_NUMBERS ? '…' : '');
      const half = DIAMOND + (text.length - 1) * 3.2;
      const dx = right - half;
      right = dx - half - 2;
      return [{ event, blamed: isBlamed, text, dx, half }];
    });
  });
}

/** How much room badges take at the left of an event, beyond that of its sign. */
export function badgeWidths(diagram: Pick<Diagram, 'marks'>): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { event, dx, half } of badgesOf(diagram)) widths.set(event, Math.max(widths.get(event) ?? 0, half - dx - 6));
  return widths;
}

/** The corners of a badge around its middle. */
export function badgeCorners(half: number): [number, number][] {
  const flat = half - DIAMOND;
  return [
    [-half, 0],
    [-flat, -DIAMOND],
    [flat, -DIAMOND],
    [half, 0],
    [flat, DIAMOND],
    [-flat, DIAMOND],
  ];
}

/** Events that anomalies are about. */
export function markedEvents(marks: readonly Mark[]): Set<number> {
  return new Set(marks.flatMap(({ events }) => events));
}

/** Times for the margin, as far apart as a line of text. */
export function ticksOf({ ys }: Pick<Layout, 'ys'>, events: readonly DiagramEvent[], endUs: number, apart = 15) {
  const ticks: { y: number; text: string }[] = [];
  for (const { id, atUs } of events) {
    const y = ys[id] as number;
    const last = ticks.at(-1);
    const text = clock(atUs, endUs);
    if (!last || (y - last.y >= apart && text !== last.text)) ticks.push({ y, text });
  }
  return ticks;
}

/** A time since the run began, in the unit that suits all of the run: `12.3 ms`, `71.25 s`. */
export function clock(us: number, endUs: number): string {
  if (endUs >= 100_000_000) return `${(us / 1e6).toFixed(2)} s`;
  if (endUs >= 10_000_000) return `${(us / 1e6).toFixed(3)} s`;
  return `${(us / 1000).toFixed(decimals(endUs))} ms`;
}

function decimals(endUs: number): number {
  if (endUs >= 100_000) return 1;
  return endUs >= 10_000 ? 2 : 3;
}
