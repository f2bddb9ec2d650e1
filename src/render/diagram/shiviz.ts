import { hostNames, unique } from './lane-names.js';
import type { Arrow, Diagram, DiagramEvent } from './model.js';
import { moment } from './names.js';

/** One run among several in a file; the name is for people. */
export interface NamedRun {
  readonly name: string;
  readonly diagram: Diagram;
}

const EVENT = '(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)';
const RUN = '^=== (?<trace>.*) ===$';

/**
 * The log format of ShiViz, https://bestchai.bitbucket.io/shiviz: how to read an
 * event, how to tell runs apart (blank for one run), then two lines an event. It
 * demands that runs have different names. Its clocks count the events of this
 * diagram, lane by lane; they are not the vectors by which branches replicate.
 */
export function shivizOf(runs: readonly NamedRun[]): string {
  const names = unique(runs.map(({ name }) => oneLine(name)));
  const lines = runs.length === 1 ? [EVENT, ''] : [EVENT, RUN];
  for (const [i, { diagram }] of runs.entries()) {
    if (runs.length > 1) lines.push(`=== ${names[i]} ===`);
    for (const line of log(diagram)) lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

function* log({ lanes, events, arrows }: Diagram): Iterable<string> {
  const hosts = hostNames(lanes);
  const arrowsTo = byTip(arrows);
  /** How many events of each lane an event follows, itself included; a lane without any is absent. */
  const clocks: Map<number, number>[] = [];
  const lastOn = new Map<number, number>();
  for (const event of events) {
    const { id, lane } = event;
    const before = [lastOn.get(lane), ...(arrowsTo.get(id) ?? [])];
    const clock = joined(before.flatMap((earlier) => (earlier === undefined ? [] : (clocks[earlier] ?? []))));
    clock.set(lane, (clock.get(lane) ?? 0) + 1);
    clocks[id] = clock;
    lastOn.set(lane, id);
    yield `${hosts[lane]} ${JSON.stringify(Object.fromEntries(hosts.flatMap((host, i) => (clock.has(i) ? [[host, clock.get(i)]] : []))))}`;
    yield text(event);
  }
}

/** The events that an event is told by. */
function byTip(arrows: readonly Arrow[]): Map<number, number[]> {
  const tails = new Map<number, number[]>();
  for (const { from, to } of arrows) {
    if (to === undefined) continue;
    const known = tails.get(to);
    if (known) known.push(from);
    else tails.set(to, [from]);
  }
  return tails;
}

function joined(clocks: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const clock = new Map<number, number>();
  for (const other of clocks) for (const [lane, count] of other) clock.set(lane, Math.max(clock.get(lane) ?? 0, count));
  return clock;
}

function text({ kind, label, atUs }: DiagramEvent): string {
  return oneLine(`${kind}${label === '' ? '' : `: ${label}`} (${moment(atUs)})`);
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}
