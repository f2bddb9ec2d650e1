import type { RecordedOperation } from '../../domain/history.js';
import { duration, moment, operationName, WriteNames } from '../diagram/names.js';
import { answerLabel } from '../diagram/words.js';
import { noun, told, who } from '../operation-words.js';
import { explainWitness } from '../words.js';
import type { Difference, Side } from './difference.js';
import { type Moment, type Row, sideBySide, timelineOf } from './timeline.js';

/** Everything that is told of a difference, ready for people and for programs. */
export interface Story {
  readonly kept: readonly Moment[];
  readonly dropped: readonly Moment[];
  /** What goes wrong without. */
  readonly without: string;
  /** What the branch does about it otherwise. */
  readonly with: string;
  readonly keptWaitUs?: number;
}

export function storyOf(difference: Difference): Story {
  const { kept, dropped, witness } = difference;
  const names = { kept: new WriteNames(kept.entries), dropped: new WriteNames(dropped.entries) };
  const operations = witness ? [witness.missing.by, witness.earlier, witness.operation] : [dropped.operation];
  const said = new Set(operations.map(operationName));
  const [left, right] = [timelineOf(kept, said, names.kept), timelineOf(dropped, said, names.dropped)];
  const waitUs = waited(left, kept.operation);
  return {
    kept: left,
    dropped: right,
    without: witness ? capital(names.dropped.inText(explainWitness(witness)) + later(right, dropped)) : otherwise(kept, dropped),
    with: withThem(kept, waitUs, names.kept),
    ...(waitUs !== undefined && { keptWaitUs: waitUs }),
  };
}

/** ` The write comes there 312 ms later.` */
function later(moments: readonly Moment[], { operation, missing }: Side): string {
  const end = operation.completedAtUs ?? operation.invokedAtUs;
  const came = moments.find(({ key, atUs }) => key.startsWith('apply') && atUs >= end);
  return came && missing ? ` The write comes to branch ${missing.at} ${duration(came.atUs - end)} later.` : '';
}

function otherwise(kept: Side, dropped: Side): string {
  return (
    `${capital(told(dropped.operation))} comes to another answer: ${answerLabel(dropped.operation)} instead of ` +
    `${answerLabel(kept.operation)}. No guarantee is violated: waiting or not changes what else has happened meanwhile.`
  );
}

function withThem({ operation, missing }: Side, waitUs: number | undefined, names: WriteNames): string {
  const end = operation.kind === 'query' ? `answers ${answerLabel(operation)}` : 'then does it';
  const write = missing?.by.write;
  if (waitUs === undefined)
    return `Branch ${operation.branch} already has all that it needs when ${who(operation)} asks, and ${end}.`;
  const what = write ? `write ${names.of(write)} has` : 'what the customer has made and seen has';
  return `Branch ${operation.branch} lets the ${noun(operation)} wait until ${what} come, ${duration(waitUs)}, and ${end}.`;
}

function waited(moments: readonly Moment[], operation: RecordedOperation): number | undefined {
  const parked = moments.find(({ key }) => key === `park ${operationName(operation)}`);
  const end = operation.completedAtUs;
  return parked && end !== undefined ? end - parked.atUs : undefined;
}

const TIME_WIDTH = 11;
const GAP = '   ';

/** Two columns under their titles; the same moments in the same row. */
export function formatTimelines(story: Story, titles: readonly [string, string]): string {
  const rows = sideBySide(story.kept, story.dropped);
  const texts = rows.flatMap(([left]) => (left ? [left.text.length] : []));
  const width = TIME_WIDTH + Math.max(titles[0].length - TIME_WIDTH, ...texts);
  const line = ([left, right]: Row) => `${cell(left).padEnd(width)}${GAP}${cell(right)}`.trimEnd();
  const heads = [
    titles.map((title, i) => (i === 0 ? title.padEnd(width) : title)),
    titles.map((title, i) => (i === 0 ? '─'.repeat(title.length).padEnd(width) : '─'.repeat(title.length))),
  ];
  return [...heads.map((head) => head.join(GAP)), ...rows.map(line)].join('\n');
}

function cell(told: Moment | undefined): string {
  return told ? `${moment(told.atUs).padEnd(TIME_WIDTH)}${told.text}` : '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
