import type { HistoryEntry, RecordedOperation } from '../../domain/history.js';
import { assert } from '../../std/assert.js';
import { BadField, field, integer, type JsonObject, object, oneOf, optional, parseObject, text, wrong } from '../json-fields.js';
import { isWork, NEMESIS, parseFault, parseWork } from './branches.js';
import { type HistoryHeader, parseHeader } from './header.js';
import { KINDS, parseCompletion, parseInvocation, sessionField } from './operations.js';

/** A history that cannot be read; the message is for people, without the line. */
export class HistoryProblem extends Error {
  override name = 'HistoryProblem';

  constructor(
    /** From 1. */
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const TYPES = { invoke: true, ok: true, fail: true, info: true } as const;

/**
 * Reads a history line by line and keeps only what is under way, so that a file
 * may be of any length. A byte-order mark, CRLF and empty lines at the end are
 * fine; all else must be as docs/history.md says.
 */
export class HistoryReader {
  private known: HistoryHeader | undefined;
  private line = 0;
  private index = 0;
  /** Line of the first empty one: only empty ones may follow. */
  private ended: number | undefined;
  private readonly processes = new Map<string, Process>();

  /** There from the first line on. */
  get header(): HistoryHeader {
    assert(this.known !== undefined, 'the first line of a history is its header');
    return this.known;
  }

  /** Undefined for the header and for empty lines at the end. Throws a HistoryProblem. */
  read(line: string): HistoryEntry | undefined {
    this.line += 1;
    try {
      return this.entry(line);
    } catch (error) {
      if (error instanceof BadField) throw new HistoryProblem(this.line, error.message);
      throw error;
    }
  }

  /** The file is over. Throws a HistoryProblem if it had no header. */
  finish(): void {
    if (!this.known) throw new HistoryProblem(1, 'the file is empty; a history begins with a line {"passbook":"history",…}');
  }

  /** Operations that have begun and have no completion so far, in that order: nobody can tell what became of them. */
  open(): RecordedOperation[] {
    const sessions = [...this.processes.values()].flatMap((known) => [...known.sessions.values()]);
    return sessions.flatMap(({ underWay }) => [...underWay.values()]).sort((a, b) => a.invokedAtUs - b.invokedAtUs);
  }

  private entry(source: string): HistoryEntry | undefined {
    const line = this.line === 1 ? source.replace(/^\uFEFF/, '') : source;
    if (line.trim() === '') {
      this.ended ??= this.line;
      return undefined;
    }
    if (this.ended !== undefined) throw new BadField(`line ${this.ended} is empty; only the last lines may be`);
    const record = parseObject(line);
    if (!this.known) {
      this.known = parseHeader(record);
      return undefined;
    }
    const index = field(record, 'index');
    // A hole would be a lost line, and a verdict on the rest would prove nothing.
    if (index !== this.index) throw wrong('"index"', `${this.index}, the next one`, index);
    this.index += 1;
    return this.happened(record);
  }

  private happened(record: JsonObject): HistoryEntry {
    const name = text(record, 'process');
    let known = this.processes.get(name);
    if (!known) this.processes.set(name, (known = { timeNs: 0, sessions: new Map() }));
    known.timeNs = integer(record, 'time', known.timeNs);
    const type = oneOf(field(record, 'type'), TYPES, '"type"');
    const f = field(record, 'f');
    if (type === 'invoke') return this.invoked(record, known);
    if (type === 'info' && isWork(f)) return { kind: 'branch', event: parseWork(record, f) };
    if (type === 'info' && name === NEMESIS && !Object.hasOwn(KINDS, String(f)))
      return { kind: 'fault', event: parseFault(record) };
    return this.completed(record, type, known);
  }

  private invoked(record: JsonObject, { sessions }: Process): HistoryEntry {
    const operation = parseInvocation(record);
    const { customer, session, event } = operation;
    let thread = sessions.get(session);
    if (!thread) sessions.set(session, (thread = { lastEvent: 0, underWay: new Map() }));
    if (event <= thread.lastEvent) {
      const said = `event ${event} of process ${JSON.stringify(customer)} was invoked before, or later ones were`;
      throw new BadField(`${said}: the events of a session are numbered in the order in which they begin`);
    }
    thread.lastEvent = event;
    thread.underWay.set(event, { ...operation, outcome: 'info' });
    return { kind: 'invoked', operation };
  }

  private completed(record: JsonObject, outcome: RecordedOperation['outcome'], { sessions }: Process): HistoryEntry {
    const value = object(record, 'value');
    const event = integer(value, 'event', 1);
    const underWay = sessions.get(optional(value, 'session', sessionField))?.underWay;
    const invoked = underWay?.get(event);
    if (!invoked) throw new BadField(`event ${event} of process ${JSON.stringify(record.process)} has no open invocation`);
    const f = field(record, 'f');
    if (f !== invoked.kind) throw wrong('"f"', `"${invoked.kind}", as it was invoked`, f);
    underWay?.delete(event);
    return { kind: 'completed', operation: { ...invoked, ...parseCompletion(record, outcome) } };
  }
}

/** What is kept of a customer, a branch or the nemesis; the events of each session count for themselves. */
interface Process {
  timeNs: number;
  readonly sessions: Map<number | undefined, { lastEvent: number; readonly underWay: Map<number, RecordedOperation> }>;
}

/** What tells the operations of a history apart. */
function keyOf({ customer, session, event }: OperationName): string {
  return `${event} ${session ?? ''} ${customer}`;
}

interface OperationName {
  readonly customer: string;
  readonly session?: number | undefined;
  readonly event: number;
}

export interface History {
  readonly header: HistoryHeader;
  readonly entries: readonly HistoryEntry[];
  /** In the order of their invocation. */
  readonly operations: readonly RecordedOperation[];
}

/** A whole history that fits into memory. Throws a HistoryProblem. */
export function readHistory(lines: Iterable<string>): History {
  const reader = new HistoryReader();
  const entries: HistoryEntry[] = [];
  for (const line of lines) {
    const entry = reader.read(line);
    if (entry) entries.push(entry);
  }
  reader.finish();
  return { header: reader.header, entries, operations: operationsOf(entries, reader.open()) };
}

function operationsOf(entries: readonly HistoryEntry[], open: readonly RecordedOperation[]): RecordedOperation[] {
  const ended = new Map(open.map((operation) => [keyOf(operation), operation]));
  for (const entry of entries) if (entry.kind === 'completed') ended.set(keyOf(entry.operation), entry.operation);
  return entries.flatMap((entry) => (entry.kind === 'invoked' ? [ended.get(keyOf(entry.operation)) as RecordedOperation] : []));
}
