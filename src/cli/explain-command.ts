import { Chronicle } from '../check/story/chronicle.js';
import type { Story } from '../check/story/story.js';
import { tell } from '../check/story/tell.js';
import type { RecordedOperation } from '../domain/history.js';
import { formatWriteId, parseOrigin, type WriteId } from '../domain/ids.js';
import { WriteNames } from '../render/diagram/names.js';
import { storyJson } from '../render/explain/json.js';
import { formatStory } from '../render/explain/text.js';
import { harmless } from '../render/operation-words.js';
import { didYouMean } from '../std/did-you-mean.js';
import { CommandError, Exit } from './exit.js';
import { loadHistory } from './history-file.js';
import { Terminal } from './terminal.js';

export interface ExplainOptions {
  readonly json?: boolean;
}

/** `customer:event`, and the session where a customer has several. */
interface OperationName {
  readonly customer: string;
  readonly event: number;
  readonly session?: number;
}

/** An operation may also be named by the write that it made, as checks and reports name it: `1-b094fccb-1`. */
export type EventName = OperationName | { readonly write: WriteId };

/** `passbook explain`: why an operation of a recorded history was answered as it was. */
export async function explain(path: string, name: EventName, { json = false }: ExplainOptions): Promise<number> {
  const { name: file, header, entries } = await loadHistory(path, new Terminal(), 'nothing was explained');
  const chronicle = new Chronicle(entries);
  const operation = 'write' in name ? makerOf(file, chronicle, name.write) : findOperation(file, chronicle, name);
  const story = tell(header, chronicle, operation);
  process.stdout.write(`${json ? JSON.stringify(storyJson(story), undefined, 2) : text(story, new WriteNames(entries))}\n`);
  return Exit.done;
}

function text(story: Story, names: WriteNames): string {
  const told = formatStory(story, names);
  const inFull = names.inFull();
  return inFull.length === 0 ? told : `${told}\n\nNames of writes in full: ${inFull.join(', ')}.`;
}

/** Undefined where the text names no event. Names of customers may hold colons, so the last one counts. */
export function parseEventName(text: string): EventName | undefined {
  const write = /^(.+)-([1-9]\d{0,14})$/.exec(text);
  const origin = write ? parseOrigin(write[1] as string) : undefined;
  if (origin !== undefined) return { write: { origin, sequence: Number(write?.[2]) } };
  const match = /^(.+):([1-9]\d{0,14})(?:@(\d{1,16}))?$/s.exec(text);
  if (!match) return undefined;
  const [, customer = '', event, session] = match;
  return { customer, event: Number(event), ...(session !== undefined && { session: Number(session) }) };
}

function makerOf(file: string, chronicle: Chronicle, id: WriteId): RecordedOperation {
  const write = chronicle.write(id);
  const maker = write && chronicle.makerOf(write);
  if (maker) return maker;
  const why = write ? `no operation of it made write ${formatWriteId(id)}` : `there is no write ${formatWriteId(id)} in it`;
  throw new CommandError(`${file}: ${why}`, Exit.usage);
}

function findOperation(file: string, chronicle: Chronicle, { customer, event, session }: OperationName): RecordedOperation {
  const found = chronicle.find(customer, event);
  const fitting = session === undefined ? found : found.filter((operation) => operation.session === session);
  const [first] = fitting;
  if (found.length > 0 && !first) throw new CommandError(`${file}: ${ambiguous(found, customer, event)}`, Exit.usage);
  if (first && fitting.length === 1) return first;
  if (first) throw new CommandError(`${file}: ${ambiguous(fitting, customer, event)}`, Exit.usage);
  throw new CommandError(`${file}: ${unknown(chronicle, customer, event)}`, Exit.usage);
}

function ambiguous(found: readonly RecordedOperation[], customer: string, event: number): string {
  const names = found.map(({ session }) => `${customer}:${event}@${session}`).slice(0, MOST_NAMES);
  return `customer "${harmless(customer)}" has ${found.length} sessions with an event ${event}; say which: ${names.join(', ')}`;
}

const MOST_NAMES = 10;

function unknown(chronicle: Chronicle, customer: string, event: number): string {
  const own = chronicle.operations.filter((operation) => operation.customer === customer);
  if (own.length > 0) {
    const last = own.reduce((most, operation) => Math.max(most, operation.event), 0);
    return `customer "${harmless(customer)}" has no event ${event}; the last is ${customer}:${last}`;
  }
  const known = [...new Set(chronicle.operations.map((operation) => operation.customer as string))];
  if (known.length === 0) return 'there is no operation in it';
  const meant = didYouMean(customer, known);
  if (meant !== undefined) return `there is no customer "${harmless(customer)}" in it. Did you mean ${meant}:${event}?`;
  const some = known.slice(0, MOST_NAMES).map(harmless).join(', ');
  return `there is no customer "${harmless(customer)}" in it; there is ${some}${known.length > MOST_NAMES ? ` and ${known.length - MOST_NAMES} more` : ''}`;
}
