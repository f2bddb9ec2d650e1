import type { BranchEvent, HistoryEntry, Invocation, RecordedOperation } from '../../domain/history.js';
import { branchOf, type WriteId } from '../../domain/ids.js';
import { operationName, type WriteNames } from '../diagram/names.js';
import { answerLabel, requestText, vectorNames } from '../diagram/words.js';
import { who } from '../operation-words.js';
import type { Side } from './difference.js';

/** Something worth telling; what has the same `key` in both runs is the same moment of the story. */
export interface Moment {
  readonly key: string;
  readonly atUs: number;
  readonly text: string;
}

/** How the missing write and the operation that misses it came about: nothing else of the run. */
export function timelineOf(side: Side, told: ReadonlySet<string>, names: WriteNames): Moment[] {
  const moments = side.entries.flatMap((entry) => momentOf(entry, side, told, names) ?? []);
  const keys = new Set<string>();
  // Stable, so that what happened at the same time stays in the order in which it was told.
  return moments.sort((a, b) => a.atUs - b.atUs).filter(({ key }) => keys.size < keys.add(key).size);
}

function momentOf(entry: HistoryEntry, side: Side, told: ReadonlySet<string>, names: WriteNames): Moment | undefined {
  if (entry.kind === 'fault') return undefined;
  if (entry.kind === 'branch') return workMoment(entry.event, side, told, names);
  const name = operationName(entry.operation);
  if (!told.has(name)) return undefined;
  if (entry.kind === 'invoked')
    return {
      key: `ask ${name}`,
      atUs: entry.operation.invokedAtUs,
      text: `${who(entry.operation)} ${asks(entry.operation)}`,
    };
  const { operation } = entry;
  return {
    key: `end ${name}`,
    atUs: operation.completedAtUs ?? operation.invokedAtUs,
    text: `${who(operation)} ${toldWhat(operation, names)}`,
  };
}

/** There is one account only. */
function asks(operation: Invocation): string {
  return operation.kind === 'query' ? `asks for the balance at branch ${operation.branch}` : requestText(operation);
}

function toldWhat(operation: RecordedOperation, names: WriteNames): string {
  if (operation.kind === 'query' && operation.outcome === 'ok') return `is told ${answerLabel(operation)}`;
  return `is told ${answerLabel(operation)}${operation.write ? `, as write ${names.of(operation.write)}` : ''}`;
}

function workMoment(event: BranchEvent, { missing }: Side, told: ReadonlySet<string>, names: WriteNames): Moment | undefined {
  const { branch, atUs } = event;
  if (event.kind === 'parked') {
    const name = operationName({ customer: event.request.customer, event: event.request.counter });
    if (!told.has(name)) return undefined;
    return { key: `park ${name}`, atUs, text: `branch ${branch} waits for write ${vectorNames(event.lacking, names)}` };
  }
  const write = missing?.by.write;
  if (missing && write && (event.kind === 'linked' || event.kind === 'sent')) return wayMoment(event, missing, write, names);
  if (event.kind !== 'applied' || !write || branch !== missing.at) return undefined;
  const { origin, sequence } = event.upTo;
  if (origin !== write.origin || sequence < write.sequence) return undefined;
  return { key: 'apply', atUs, text: `branch ${branch} gets write ${names.of(write)}` };
}

/** Why the write was not there earlier: its branch had no link to the other, or sent it late. */
function wayMoment(
  event: BranchEvent & { kind: 'linked' | 'sent' },
  { by, at }: NonNullable<Side['missing']>,
  { origin, sequence }: WriteId,
  names: WriteNames,
): Moment | undefined {
  const { branch, atUs, kind } = event;
  if (kind === 'linked') {
    const isWanted = branch === branchOf(origin) && event.peer === at && atUs >= (by.completedAtUs ?? by.invokedAtUs);
    return isWanted ? { key: 'link', atUs, text: `branch ${branch} is linked to branch ${at}` } : undefined;
  }
  const { to, writes } = event;
  if (to !== at || writes.origin !== origin || sequence < writes.first || sequence > writes.last) return undefined;
  return { key: 'send', atUs, text: `branch ${branch} sends write ${names.of({ origin, sequence })}` };
}

export type Row = readonly [Moment | undefined, Moment | undefined];

/** Two timelines beside each other: moments of the same key in one row, as many as there can be. */
export function sideBySide(left: readonly Moment[], right: readonly Moment[]): Row[] {
  const common = commonLengths(left, right);
  const rows: Row[] = [];
  for (let [i, j] = [0, 0]; i < left.length || j < right.length; ) {
    if (i < left.length && j < right.length && left[i]?.key === right[j]?.key) rows.push([left[i++], right[j++]]);
    else if (j >= right.length || (i < left.length && at(common, i + 1, j) >= at(common, i, j + 1)))
      rows.push([left[i++], undefined]);
    else rows.push([undefined, right[j++]]);
  }
  return rows;
}

/** How many moments the rests from (i, j) on have in common, in order. */
function commonLengths(left: readonly Moment[], right: readonly Moment[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const same = left[i]?.key === right[j]?.key;
      (lengths[i] as number[])[j] = same ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
