/** Everything that a diagram can be exported to, by name. */
import { htmlOf } from './html.js';
import { MOST_MESSAGES, mermaidOf } from './mermaid.js';
import type { Diagram } from './model.js';
import { perfettoOf } from './perfetto.js';
import { MOST_EVENTS, svgOf } from './picture/svg.js';
import { shivizOf } from './shiviz.js';

/** There is more in a diagram than the form can show; the message says how much. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/** A file of some 60 MB, which browsers still open in a few seconds. */
const MOST_ON_A_PAGE = 200_000;

export const PICTURE_FORMS = ['html', 'svg', 'mermaid', 'shiviz', 'perfetto'] as const;
export type PictureForm = (typeof PICTURE_FORMS)[number];

interface Picture {
  /** In a few words, for the help. */
  readonly what: string;
  /** Throws TooMuch. */
  readonly draw: (diagram: Diagram) => string;
}

export const PICTURES: Readonly<Record<PictureForm, Picture>> = {
  html: { what: `a page to zoom and to walk through, of up to ${MOST_ON_A_PAGE} events`, draw: html },
  svg: { what: `one picture, of up to ${MOST_EVENTS} events`, draw: svg },
  mermaid: { what: `a sequence diagram in Mermaid, of up to ${MOST_MESSAGES} messages`, draw: mermaid },
  shiviz: { what: 'a log for ShiViz, which looks for patterns and compares runs', draw: shiviz },
  perfetto: { what: 'a trace for Perfetto, with time to scale', draw: perfettoOf },
};

function html(diagram: Diagram): string {
  const { length } = diagram.events;
  if (length > MOST_ON_A_PAGE)
    throw new TooMuch(`${length} events are too many for one page, which shows up to ${MOST_ON_A_PAGE}`);
  return htmlOf(diagram);
}

function svg(diagram: Diagram): string {
  const { length } = diagram.events;
  if (length > MOST_EVENTS) throw new TooMuch(`${length} events are too many for one picture, which shows up to ${MOST_EVENTS}`);
  return svgOf(diagram);
}

function mermaid(diagram: Diagram): string {
  const drawn = mermaidOf(diagram);
  if ('text' in drawn) return drawn.text;
  throw new TooMuch(`${drawn.tooMany} messages are too many for a sequence diagram, which shows up to ${MOST_MESSAGES}`);
}

function shiviz(diagram: Diagram): string {
  return shivizOf([{ name: diagram.title, diagram }]);
}
