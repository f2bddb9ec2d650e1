/** The parts of a picture, each as a list of elements, in pixels from its first lane and event. */

import type { Diagram, Span, SpanKind } from '../model.js';
import { duration } from '../names.js';
import type { Bar } from './bars.js';
import { badgeCorners, badgesOf, badgeWidths, clock, headOf, lineOf, markedEvents } from './geometry.js';
import { DASHES, type Glyph, glyphOf, waitingX } from './glyphs.js';
import { type Column, LABEL_ASCENT, LABEL_GAP, LABEL_HEIGHT, LABEL_SIZE, type Layout } from './layout.js';
import { arrowColor, eventColor } from './palette.js';
import { element, hint, points, rounded, text } from './svg-text.js';
import { fitted, textWidth } from './text-width.js';

export function laneLines({ lanes }: Diagram, { columns, height }: Layout): string[] {
  return lanes.map((_, i) => {
    const x = columns[i]?.x ?? 0;
    return element('line', { x1: x, y1: -8, x2: x, y2: height + 6, stroke: 'var(--lane)', 'stroke-width': 2 });
  });
}

/** A pause is told across all lanes. */
export function pauses({ pauses, width }: Layout): string[] {
  return pauses.map(
    ({ y, us }) =>
      element('line', {
        x1: 0,
        y1: y,
        x2: width,
        y2: y,
        stroke: 'var(--soft)',
        'stroke-dasharray': '1 5',
        'stroke-linecap': 'round',
      }) + text(-8, y + 4, `+ ${duration(us)}`, { class: 'time', 'font-style': 'italic' }),
  );
}

export function bars({ spans, lanes }: Diagram, { columns, bars }: Layout): string[] {
  // Wide ones first: they lie below.
  const order = [...spans.keys()].sort((a, b) => LAYERS[(spans[a] as Span).kind] - LAYERS[(spans[b] as Span).kind]);
  return order.map((i) => {
    const span = spans[i] as Span;
    const words = hint(`${lanes[span.lane]?.label}: ${span.label}`, duration(span.toUs - span.fromUs));
    return barOf(span.kind, bars[i] as Bar, columns[span.lane]?.x ?? 0, words);
  });
}

const LAYERS: Readonly<Record<Span['kind'], number>> = { down: 0, paused: 1, cut: 2, operation: 3, parked: 4, short: 4 };

export function barOf(kind: SpanKind, { from, to, slot }: Bar, x: number, words?: string): string {
  const height = to - from;
  if (kind === 'operation')
    return element('rect', { x: x - 5, y: from, width: 10, height, rx: 5, fill: 'var(--operation)' }, words);
  if (kind === 'parked' || kind === 'short') {
    const paint = { fill: 'url(#pb-h)', stroke: 'var(--waiting)' };
    return element('rect', { x: x + waitingX(slot) - 3, y: from, width: 6, height, rx: 2, ...paint }, words);
  }
  const stroke = {
    stroke: 'var(--fault)',
    'stroke-width': 1.5,
    'stroke-dasharray': { down: undefined, paused: '2 3', cut: '5 3' }[kind],
  };
  if (kind !== 'cut')
    return element('rect', { x: x - 9, y: from, width: 18, height, rx: 3, fill: 'var(--down)', ...stroke }, words);
  const [left, right] = [x - 6, x + 6];
  return element('path', { d: `M${left} ${from}V${to}M${right} ${from}V${to}`, fill: 'none', ...stroke }, words);
}

export function lostSign(x: number, y: number): string {
  const d = 'M-4 -4L4 4M-4 4L4 -4';
  return element('path', { d, transform: `translate(${x} ${y})`, stroke: 'var(--anomaly)', 'stroke-width': 2 });
}

export function arrows(diagram: Diagram, { columns, ys }: Layout): string[] {
  const xOf = (lane: number) => columns[lane]?.x ?? 0;
  const yOf = (event: number) => ys[event] as number;
  return diagram.arrows.map((arrow) => {
    const line = lineOf(arrow, diagram.events, xOf, yOf);
    const color = `var(--${arrowColor(diagram, arrow)})`;
    const { x1, y1, x2, y2, lost } = line;
    const dashes = DASHES[arrow.kind].join(' ') || undefined;
    const shaft = { x1, y1, x2, y2, stroke: color, 'stroke-width': 1.6, 'stroke-dasharray': dashes };
    const tip = lost ? '' : element('polygon', { points: points(headOf(line)), fill: color });
    return element('g', {}, hint(`${arrow.label}${lost ? ': not seen to arrive' : ''}`) + element('line', shaft) + tip);
  });
}

/** Where arrows end that never arrive; nothing hides that. */
export function lostTips({ arrows, events }: Diagram, { columns, ys }: Layout): string[] {
  return arrows.flatMap((arrow) => {
    if (arrow.to !== undefined) return [];
    const xOf = (lane: number) => columns[lane]?.x ?? 0;
    const { x2, y2 } = lineOf(arrow, events, xOf, (event) => ys[event] as number);
    return [lostSign(x2, y2)];
  });
}

/** On a ground of their own: what crosses a label passes behind it. */
export function labels({ events, marks }: Diagram, { columns, ys, drops }: Layout): string[] {
  const indents = badgeWidths({ marks });
  const grounds: string[] = [];
  const texts = events.flatMap(({ id, lane, label }) => {
    if (label === '') return [];
    const { x, room, side } = columns[lane] as Column;
    const indent = LABEL_GAP + (side < 0 ? (indents.get(id) ?? 0) : 0);
    const y = (ys[id] as number) + (drops[id] as number);
    const words = fitted(label, LABEL_SIZE, room);
    const width = textWidth(words, LABEL_SIZE);
    const left = x + side * indent - (side < 0 ? width : 0);
    grounds.push(
      `M${rounded(left - 1)} ${rounded(y - LABEL_ASCENT)}h${rounded(width + 2)}v${LABEL_HEIGHT}h${rounded(-width - 2)}z`,
    );
    const attributes = { class: 'label', 'text-anchor': side < 0 ? 'end' : undefined };
    return text(x + side * indent, y, words, attributes);
  });
  if (texts.length === 0) return [];
  return [element('path', { class: 'ground', d: grounds.join(''), fill: 'var(--paper)' }), ...texts];
}

export function spots(diagram: Diagram, { columns, ys }: Layout): string[] {
  const marked = markedEvents(diagram.marks);
  return diagram.events.map((event) => {
    const [x, y] = [columns[event.lane]?.x ?? 0, ys[event.id] as number];
    const ring = element('circle', { cx: x, cy: y, r: 8, fill: 'none', stroke: 'var(--anomaly)', 'stroke-width': 1.5 });
    const words = hint(clock(event.atUs, diagram.endUs), ...event.details);
    return element(
      'g',
      {},
      words + (marked.has(event.id) ? ring : '') + glyph(glyphOf(event), x, y, `var(--${eventColor(diagram, event)})`),
    );
  });
}

export function glyph(shape: Glyph, x: number, y: number, color: string): string {
  const paint = { fill: shape.filled ? color : 'var(--paper)', stroke: color, 'stroke-width': shape.filled ? 1 : 1.8 };
  if ('radius' in shape) return element('circle', { cx: x, cy: y, r: shape.radius, ...paint });
  return element('polygon', { points: points(shape.corners, x, y), ...paint });
}

export function badges({ marks, events }: Diagram, { columns, ys }: Layout): string[] {
  return badgesOf({ marks }).map(({ event, blamed, text: numbers, dx, half }) => {
    const x = (columns[events[event]?.lane ?? 0]?.x ?? 0) + dx;
    return badge(x, ys[event] as number, half, numbers, blamed);
  });
}

export function badge(x: number, y: number, half: number, numbers: string, blamed: boolean): string {
  const paint = { fill: blamed ? 'var(--anomaly)' : 'var(--paper)', stroke: 'var(--anomaly)', 'stroke-width': 1.5 };
  return (
    element('polygon', { points: points(badgeCorners(half), x, y), ...paint }) +
    text(x, y + 4, numbers, { class: 'badge', style: `fill:var(--${blamed ? 'onAnomaly' : 'anomaly'})` })
  );
}
