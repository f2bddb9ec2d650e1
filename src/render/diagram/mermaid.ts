import type { Arrow, Diagram, DiagramEvent, EventKind, Lane } from './model.js';
import { moment } from './names.js';

/** More than that nobody reads, and Mermaid draws no part of a diagram. */
export const MOST_MESSAGES = 40;

/**
 * A Mermaid sequenceDiagram, https://mermaid.js.org/syntax/sequenceDiagram.html:
 * the arrows in the order in which they arrive, a cross for what got lost, notes
 * for anomalies, waiting and faults. For few messages, a witness rather than a
 * run: branches that serve nobody are left out where there would be too many, and
 * `tooMany` says how many there are even so.
 */
export function mermaidOf(diagram: Diagram): { readonly text: string } | { readonly tooMany: number } {
  const { lanes, title } = diagram;
  const arrows = diagram.arrows.length > MOST_MESSAGES ? withoutBystanders(diagram) : diagram.arrows;
  if (arrows.length > MOST_MESSAGES) return { tooMany: arrows.length };
  const shown = arrows.length === diagram.arrows.length ? undefined : lanesOf(diagram, arrows);
  const lines = ['sequenceDiagram', ...(title === '' ? [] : [`  title: ${escaped(title)}`])];
  for (const [i, lane] of lanes.entries())
    if (!shown || shown.has(i)) lines.push(`  ${role(lane)} ${idOf(i)} as ${escaped(lane.label)}`);
  const notesShown = notes(diagram).filter(({ lane }) => !shown || shown.has(lane));
  for (const { text } of [...messages(diagram, arrows), ...notesShown].sort(inPlace)) lines.push(`  ${text}`);
  return { text: `${lines.join('\n')}\n` };
}

/** Without what branches are told that no customer goes to: it changes nothing that anybody here has seen. */
function withoutBystanders({ arrows, events }: Diagram): Arrow[] {
  const asked = new Set<number>();
  for (const { kind, from, toLane } of arrows) {
    if (kind === 'request') asked.add(toLane);
    if (kind === 'answer') asked.add((events[from] as DiagramEvent).lane);
  }
  return arrows.filter(({ kind, toLane }) => kind === 'request' || kind === 'answer' || asked.has(toLane));
}

function lanesOf({ events, marks }: Diagram, arrows: readonly Arrow[]): Set<number> {
  const laneOf = (event: number) => (events[event] as DiagramEvent).lane;
  const ends = arrows.flatMap(({ from, toLane }) => [laneOf(from), toLane]);
  return new Set([...ends, ...marks.flatMap((mark) => mark.events.map(laneOf))]);
}

/** A line of the diagram; at an event, what arrives stands before what is noted there. */
interface Line {
  readonly at: number;
  readonly rank: number;
  readonly lane: number;
  readonly text: string;
}

function inPlace(a: Line, b: Line): number {
  return a.at - b.at || a.rank - b.rank;
}

function role({ kind }: Lane): string {
  return kind === 'customer' ? 'actor' : 'participant';
}

/** Own ids, for no name is safe as one. */
function idOf(lane: number): string {
  return `L${lane + 1}`;
}

const HEADS: Record<Arrow['kind'], string> = { request: '->>', answer: '-->>', writes: '->>', allowance: '->>', fetch: '->>' };

function messages({ events }: Diagram, arrows: readonly Arrow[]): Line[] {
  return arrows.map(({ kind, from, to, toLane, label }) => {
    const tail = (events[from] as DiagramEvent).lane;
    const head = to === undefined ? LOST[kind] : HEADS[kind];
    // What is lost is shown when it is sent: it arrives never.
    const text = `${idOf(tail)}${head}${idOf(toLane)}: ${escaped(label === '' ? kind : label)}`;
    return { at: to ?? from, rank: to === undefined ? 1 : 0, lane: toLane, text };
  });
}

const LOST: Record<Arrow['kind'], string> = { request: '-x', answer: '--x', writes: '-x', allowance: '-x', fetch: '-x' };

function notes(diagram: Diagram): Line[] {
  const { events, marks } = diagram;
  const seen = new Set(diagram.arrows.flatMap(({ from, to }) => [from, to]));
  const isNoted = ({ id, kind }: DiagramEvent) => NOTED.has(kind) || (kind === 'send' && !seen.has(id));
  const happened = events.filter(isNoted).map(({ id, lane, label, atUs }) => ({
    at: id,
    rank: 2,
    lane,
    text: note(lane, [`${label} (${moment(atUs)})`]),
  }));
  const anomalies = marks.flatMap(({ events: [blamed], anomaly, sentence }) => {
    const event = blamed === undefined ? undefined : events[blamed];
    return event ? [{ at: event.id, rank: 3, lane: event.lane, text: note(event.lane, [anomaly, ...wrapped(sentence)]) }] : [];
  });
  return [...happened, ...anomalies];
}

/** What is seen of nothing else; so is what was sent and is under way when the history ends. */
const NOTED: ReadonlySet<EventKind> = new Set(['park', 'short', 'fault']);

function note(lane: number, lines: readonly string[]): string {
  return `Note over ${idOf(lane)}: ${lines.map(escaped).join('<br/>')}`;
}

/** Mermaid would make the diagram as wide as the sentence. */
const WIDTH = 48;

function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * As Mermaid's own codes, `#59;`: what ends a line, begins a comment, a code, a
 * command or a directive, is HTML or a formula; and the word `end`, which closes blocks.
 */
function escaped(text: string): string {
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const coded = plain.replace(/[#:;<>&"%$\\{}`]/g, (sign) => `#${sign.charCodeAt(0)};`);
  const words = coded.replace(/\bend\b/gi, (end) => `#${end.charCodeAt(0)};${end.slice(1)}`);
  return words === '' ? '–' : words;
}
