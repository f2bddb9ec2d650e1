import type { ArrowKind, DiagramEvent, EventKind, SpanKind } from '../model.js';

/** The shape of an event: a circle, or corners around its place; in pixels. */
export type Glyph =
  | { readonly radius: number; readonly filled: boolean }
  | { readonly corners: readonly (readonly [number, number])[]; readonly filled: boolean };

const square = (r: number): [number, number][] => [
  [-r, -r],
  [r, -r],
  [r, r],
  [-r, r],
];

const PLUS: readonly [number, number][] = [
  [-1.5, -5.5],
  [1.5, -5.5],
  [1.5, -1.5],
  [5.5, -1.5],
  [5.5, 1.5],
  [1.5, 1.5],
  [1.5, 5.5],
  [-1.5, 5.5],
  [-1.5, 1.5],
  [-5.5, 1.5],
  [-5.5, -1.5],
  [-1.5, -1.5],
];

const TIMES = PLUS.map(([x, y]): [number, number] => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);

const UP: readonly [number, number][] = [
  [0, -6],
  [5.5, 4],
  [-5.5, 4],
];
const DOWN = UP.map(([x, y]): [number, number] => [x, -y]);

const DIAMOND: readonly [number, number][] = [
  [0, -5.5],
  [5.5, 0],
  [0, 5.5],
  [-5.5, 0],
];

/** Shapes and not only colours tell events apart. */
const GLYPHS: Readonly<Record<EventKind, Glyph>> = {
  ask: { radius: 4.5, filled: false },
  answer: { radius: 4.5, filled: true },
  arrive: { radius: 3, filled: true },
  accept: { corners: square(4.5), filled: true },
  apply: { corners: DOWN, filled: true },
  receive: { corners: DOWN, filled: false },
  park: { corners: square(4), filled: false },
  short: { corners: square(4), filled: false },
  grant: { corners: PLUS, filled: true },
  cede: { corners: DIAMOND, filled: false },
  void: { corners: DIAMOND, filled: true },
  send: { radius: 3.5, filled: true },
  fetch: { corners: UP, filled: false },
  fault: { corners: TIMES, filled: true },
};

const REFUSED: Glyph = { corners: TIMES, filled: false };

export function glyphOf({ kind, outcome }: Pick<DiagramEvent, 'kind' | 'outcome'>): Glyph {
  return kind === 'answer' && outcome !== undefined && outcome !== 'ok' ? REFUSED : GLYPHS[kind];
}

export interface Meaning<K> {
  readonly kind: K;
  readonly outcome?: 'fail';
  readonly meaning: string;
}

/** What each shape, line and bar means, for the legend. */
export const MEANINGS: readonly Meaning<EventKind>[] = [
  { kind: 'ask', meaning: 'a customer asks' },
  { kind: 'answer', meaning: 'and has its answer' },
  { kind: 'answer', outcome: 'fail', meaning: 'is refused, or hears nothing' },
  { kind: 'arrive', meaning: 'a branch decides' },
  { kind: 'accept', meaning: 'a branch logs a write' },
  { kind: 'send', meaning: 'a branch sends writes' },
  { kind: 'apply', meaning: 'a branch applies writes' },
  { kind: 'receive', meaning: 'writes come too early' },
  { kind: 'park', meaning: 'a request has to wait' },
  { kind: 'grant', meaning: 'a branch gives allowance away' },
  { kind: 'cede', meaning: 'a branch hands a request over' },
  { kind: 'void', meaning: 'a request is refused for good' },
  { kind: 'fetch', meaning: 'a branch asks for missing writes' },
  { kind: 'fault', meaning: 'something is broken or mended' },
];

export const ARROW_MEANINGS: readonly Meaning<ArrowKind>[] = [
  { kind: 'request', meaning: 'request, answer' },
  { kind: 'writes', meaning: 'writes, in the colour of their branch' },
  { kind: 'allowance', meaning: 'a question of a branch' },
];

export const BAR_MEANINGS: readonly Meaning<SpanKind>[] = [
  { kind: 'parked', meaning: 'the request waits' },
  { kind: 'down', meaning: 'a branch is down' },
  { kind: 'paused', meaning: 'a branch stands still' },
  { kind: 'cut', meaning: 'lines are cut' },
];

/** Lengths of dashes and gaps; none: a full line. */
export const DASHES: Readonly<Record<ArrowKind, readonly number[]>> = {
  request: [],
  answer: [],
  writes: [7, 4],
  allowance: [2, 4],
  fetch: [2, 4],
};

/** Bars of waiting requests stand left of their lane. */
export function waitingX(slot: number): number {
  return -12 - 8 * Math.min(slot, 3);
}
