import type { Diagram } from '../model.js';
import { ARROW_MEANINGS, BAR_MEANINGS, DASHES, glyphOf, MEANINGS, type Meaning, waitingX } from './glyphs.js';
import { arrowColor, eventColor } from './palette.js';
import { badge, barOf, glyph, lostSign } from './svg-parts.js';
import { element, text } from './svg-text.js';
import { textWidth, wrapped } from './text-width.js';

const LINE = 18;
const SIGN = 26;

/** What is wrong, sentence by sentence, then the signs. */
export function legend(diagram: Diagram, width: number): { markup: string; height: number } {
  const marks = anomalies(diagram, width);
  const key = signs(diagram, width, marks.height + (diagram.marks.length > 0 ? 14 : 0));
  return { markup: marks.markup + key.markup, height: key.height };
}

/** What the signs mean that the picture has, and what its names of writes stand for. */
export function signs(diagram: Diagram, width: number, top: number): { markup: string; height: number } {
  const key = flow(entriesOf(diagram), width, top);
  const names = namesInFull(diagram, width, key.height);
  return { markup: key.markup + names.markup, height: names.height };
}

function namesInFull({ namesInFull: names }: Diagram, width: number, top: number): { markup: string; height: number } {
  if (names.length === 0) return { markup: '', height: top };
  const lines = wrapped(`Names of writes in full: ${names.join(', ')}.`, 12, width);
  const parts = lines.map((line, i) => text(0, top + LINE + i * (LINE - 1), line, { class: 'soft' }));
  return { markup: parts.join('\n'), height: top + 4 + lines.length * (LINE - 1) };
}

function anomalies({ marks }: Diagram, width: number): { markup: string; height: number } {
  let y = 0;
  const parts: string[] = [];
  for (const [i, { anomaly, sentence }] of marks.entries()) {
    y += LINE + 6;
    parts.push(
      badge(11, y - 4, 10 + (String(i + 1).length - 1) * 3.2, String(i + 1), true),
      text(32, y, anomaly, { class: 'section' }),
    );
    for (const line of wrapped(sentence, 12, width - 32)) {
      y += LINE - 1;
      parts.push(text(32, y, line));
    }
  }
  return { markup: parts.join('\n'), height: y };
}

interface Entry {
  readonly sign: (x: number, y: number) => string;
  readonly words: string;
}

/** Only of what is there. */
function entriesOf(diagram: Diagram): Entry[] {
  const { events, arrows, spans } = diagram;
  const there = new Set<string>([...events, ...arrows, ...spans].map(({ kind }) => (kind === 'short' ? 'parked' : kind)));
  if (events.some(({ kind }) => kind === 'short')) there.add('park');
  if (there.has('fetch')) there.add('allowance');
  const unhappy = events.some(({ kind, outcome }) => kind === 'answer' && outcome !== undefined && outcome !== 'ok');
  const isThere = ({ kind, outcome }: Meaning<string>) => there.has(kind) && (outcome === undefined || unhappy);
  return [
    ...MEANINGS.filter(isThere).map((meaning): Entry => {
      const example = events.find(({ kind }) => kind === meaning.kind) ?? meaning;
      const color = `var(--${eventColor(diagram, example)})`;
      return { sign: (x, y) => glyph(glyphOf(meaning), x, y, color), words: meaning.meaning };
    }),
    ...ARROW_MEANINGS.filter(isThere).map(({ kind, meaning }): Entry => {
      const example = arrows.find((arrow) => arrow.kind === kind) ?? { kind };
      const attributes = { stroke: `var(--${arrowColor(diagram, example)})`, 'stroke-width': 1.6 };
      const dashes = { 'stroke-dasharray': DASHES[kind].join(' ') || undefined };
      return {
        sign: (x, y) => element('line', { x1: x - 10, y1: y, x2: x + 10, y2: y, ...attributes, ...dashes }),
        words: meaning,
      };
    }),
    ...(arrows.some(({ to }) => to === undefined) ? [{ sign: lostSign, words: 'not seen to arrive' }] : []),
    ...BAR_MEANINGS.filter(isThere).map(
      ({ kind, meaning }): Entry => ({
        sign: (x, y) => barOf(kind, { from: y - 7, to: y + 7, slot: 0 }, kind === 'parked' ? x - waitingX(0) : x),
        words: meaning,
      }),
    ),
  ];
}

/** Entries one after another, on as many lines as it takes. */
function flow(entries: readonly Entry[], width: number, top: number): { markup: string; height: number } {
  let [x, y] = [0, top + LINE];
  const parts: string[] = [];
  for (const { sign, words } of entries) {
    const needed = SIGN + textWidth(words, 12) + 14;
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE + 3];
    parts.push(sign(x + 11, y - 4), text(x + SIGN, y, words, { class: 'soft' }));
    x += needed;
  }
  return { markup: parts.join('\n'), height: y + 4 };
}
