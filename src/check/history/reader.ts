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
  private readonly timesNs = new Map<string, number>();
  /** By session, for each counts its own events. */
  private readonly lastEvents = new Map<string, number>();
  private readonly underWay = new Map<string, RecordedOperation>();

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

  /** Operations that have begun and have no completion so far: nobody can tell what became of them. */
  open(): RecordedOperation[] {
    return [...this.underWay.values()];
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
    this.timesNs.set(name, integer(record, 'time', this.timesNs.get(name) ?? 0));
    const type = oneOf(field(record, 'type'), TYPES, '"type"');
    const f = field(record, 'f');
    if (type === 'invoke') return this.invoked(record);
    if (type === 'info' && isWork(f)) return { kind: 'branch', event: parseWork(record, f) };
    if (type === 'info' && name === NEMESIS && !Object.hasOwn(KINDS, String(f)))
      return { kind: 'fault', event: parseFault(record) };
    return this.completed(record, type);
  }

  private invoked(record: JsonObject): HistoryEntry {
    const operation = parseInvocation(record);
    const { customer, session, event } = operation;
    const thread = `${session ?? ''} ${customer}`;
    if (event <= (this.lastEvents.get(thread) ?? 0)) {
      const said = `event ${event} of process ${JSON.stringify(customer)} was invoked before, or later ones were`;
      throw new BadField(`${said}: the events of a session are numbered in the order in which they begin`);
    }
    this.lastEvents.set(thread, event);
    this.underWay.set(keyOf(operation), { ...operation, outcome: 'info' });
    return { kind: 'invoked', operation };
  }

  private completed(record: JsonObject, outcome: RecordedOperation['outcome']): HistoryEntry {
    const customer = text(record, 'process');
    const value = object(record, 'value');
    const event = integer(value, 'event', 1);
    const session = optional(value, 'session', sessionField);
    const key = keyOf({ customer, session, event });
    const invoked = this.underWay.get(key);
    if (!invoked) throw new BadField(`event ${event} of process ${JSON.stringify(customer)} has no open invocation`);
    const f = field(record, 'f');
    if (f !== invoked.kind) throw wrong('"f"', `"${invoked.kind}", as it was invoked`, f);
    this.underWay.delete(key);
    return { kind: 'completed', operation: { ...invoked, ...parseCompletion(record, outcome) } };
  }
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
