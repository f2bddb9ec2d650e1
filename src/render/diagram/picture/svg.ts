import type { Diagram } from '../model.js';
import { clock, ticksOf } from './geometry.js';
import { type Column, headText, headWidth, type Layout, layoutOf } from './layout.js';
import { paletteCss } from './palette.js';
import { legend } from './svg-legend.js';
import { arrows, badges, bars, labels, laneLines, lostTips, pauses, spots } from './svg-parts.js';
import { HATCH, PICTURE_STYLE } from './svg-style.js';
import { element, escaped, text } from './svg-text.js';
import { BOLD, fitted } from './text-width.js';

/** A picture with more than this cannot be taken in; the page can be zoomed. */
export const MOST_EVENTS = 400;

const GUTTER = 78;
const EDGE = 20;
const NARROWEST = 640;
const BODY = 112;
const NOTE = 'Time runs downwards, by the order of events and not to scale: long pauses are shortened.';

/** The whole diagram as one picture, light or dark as the reader likes it, light on paper. */
export function svgOf(diagram: Diagram): string {
  const layout = layoutOf(diagram);
  const width = Math.ceil(Math.max(NARROWEST, GUTTER + layout.width + EDGE));
  const foot = BODY + layout.height + 46;
  const key = legend(diagram, width - 2 * EDGE);
  const height = Math.ceil(foot + key.height + EDGE);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'pb-p',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    // A window that is narrower shows all of it, smaller.
    style: 'max-width:100%;height:auto',
    role: 'img',
    'aria-labelledby': 'pb-t pb-d',
  };
  const content = [
    `<title id="pb-t">${escaped(diagram.title)}</title>`,
    `<desc id="pb-d">${escaped(description(diagram))}</desc>`,
    `<style>${paletteCss('.pb-p')}${PICTURE_STYLE}</style>`,
    HATCH,
    element('rect', { width, height, rx: 10, fill: 'var(--paper)' }),
    text(EDGE, 32, fitted(diagram.title, 17 * BOLD, width - 2 * EDGE), { class: 'title' }),
    text(EDGE, 53, NOTE, { class: 'soft' }),
    heads(diagram, layout, BODY - 36),
    element('g', { transform: `translate(${GUTTER} ${BODY})` }, body(diagram, layout)),
    heads(diagram, layout, BODY + layout.height + 4),
    element('g', { transform: `translate(${EDGE} ${foot})` }, key.markup),
  ];
  return `${element('svg', attributes, content.join('\n'))}\n`;
}

function body(diagram: Diagram, layout: Layout): string {
  const times = ticksOf(layout, diagram.events, diagram.endUs).map(({ y, text: time }) =>
    text(-8, y + 4, time, { class: 'time' }),
  );
  return [
    ...times,
    ...bars(diagram, layout),
    ...laneLines(diagram, layout),
    ...pauses(layout),
    ...arrows(diagram, layout),
    ...labels(diagram, layout),
    ...lostTips(diagram, layout),
    ...spots(diagram, layout),
    ...badges(diagram, layout),
  ].join('\n');
}

function heads({ lanes }: Diagram, { columns }: Layout, y: number): string {
  return lanes
    .map(({ label, kind }, i) => {
      const { x, room } = columns[i] as Column;
      const width = headWidth(label, room);
      const shape = { x: GUTTER + x - width / 2, y, width, height: 24, rx: kind === 'customer' ? 12 : 4 };
      const box = element('rect', { ...shape, fill: 'var(--raised)', stroke: 'var(--lane)' });
      return box + text(GUTTER + x, y + 16.5, headText(label, room), { class: 'head' });
    })
    .join('\n');
}

function description({ lanes, events, marks, endUs }: Diagram): string {
  const who = lanes.map(({ label }) => label).join(', ');
  const what = marks.map(({ anomaly, sentence }, i) => ` Anomaly ${i + 1}, ${anomaly}: ${sentence}`).join('');
  return `Space-time diagram of ${who}: ${events.length} events in ${clock(endUs, endUs)}.${what}`;
}
