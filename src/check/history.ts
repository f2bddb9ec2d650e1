/**
 * Histories as text: one JSON object a line, as Jepsen's tools read them.
 *
 * Line 1, the header:
 *
 *   {"passbook":"history","version":1,"branches":[1,2],"initialBalanceMinor":"0","complete":true}
 *
 * `complete` (absent: false) says that the history holds every operation of
 * every customer of the bank. Fields that a reader does not know are ignored.
 *
 * Then two lines an operation, its invocation and its completion, of all
 * operations interleaved in the order of `time`, `index` counting them from 0:
 *
 *   {"index":0,"type":"invoke","process":"1","f":"deposit","value":{"event":1,"branch":3,"account":"1",
 *     "amountMinor":1000,"guarantees":["read-your-writes"]},"time":1000000}
 *   {"index":1,"type":"ok","process":"1","f":"deposit","value":{"event":1,"branch":3,"account":"1",
 *     "amountMinor":1000,"write":"3-1a2b3c4d-7","vector":{"3-1a2b3c4d":6}},"time":2500000}
 *
 * - `process`: the customer. One that has several operations under way has
 *   several invocations open; completions find theirs by `value.event`, the
 *   operation's number within its customer, which is unique there.
 * - `type` of a completion: `ok` done, `fail` certainly without effect, `info`
 *   nobody can tell. An invocation without a completion is an `info`, too.
 * - `time`: whole nanoseconds since the run began.
 * - `amountMinor`: whole minor units up to 2^53-1, a number; absent where nothing is moved.
 * - `write`: the id of the acknowledged write, branch-nonce-sequence.
 * - `vector`: origin → last sequence included; what the branch had applied, for
 *   a write just before it. Absent: the branch did not say. `{}`: it had nothing.
 * - `balanceMinor`: whole minor units, always as text, for a balance may be above 2^53.
 * - `error`, beside `value`: {"reason","applied","message"}, each where known.
 *   An `ok` with an error is a write that stands but missed its acknowledgement level.
 * - `answered: false` in the value of a completion: no answer came. Its line
 *   carries what is known of the failure, and stands at the end of the recording.
 *
 * A completion repeats event, branch, account and amount for whoever reads it
 * alone; only `event` is read back.
 */
import { GUARANTEES, type GuaranteeName, guaranteeNames, guaranteeSet } from '../domain/guarantees.js';
import type { Invocation, RecordedOperation } from '../domain/history.js';
import {
  type AccountId,
  type BranchId,
  branchId,
  type CustomerId,
  formatOrigin,
  formatWriteId,
  isBranchNumber,
  type OriginId,
  parseOrigin,
  type WriteId,
} from '../domain/ids.js';
import type { OperationKind } from '../domain/operations.js';
import { type Applied, REFUSALS } from '../domain/refusals.js';
import type { VersionVector } from '../domain/vector.js';
import { assert } from '../std/assert.js';
import {
  asInteger,
  BadField,
  bigInteger,
  field,
  flag,
  integer,
  type JsonObject,
  list,
  object,
  oneOf,
  optional,
  parseObject,
  text,
  wrong,
} from './json-fields.js';

const VERSION = 1;

export interface HistoryHeader {
  readonly branches: readonly BranchId[];
  readonly initialBalanceMinor: bigint;
  /** The history holds every operation of every customer of the bank. */
  readonly complete?: boolean;
}

/** The whole file. Operations in the order of their invocation, as a history has them. */
export function formatHistory(header: HistoryHeader, operations: readonly RecordedOperation[]): string {
  const lines = [headerLine(header)];
  const moments = operations.flatMap((operation, position) => momentsOf(operation, position));
  moments.sort((a, b) => a.timeNs - b.timeNs || a.position - b.position || Number(a.completes) - Number(b.completes));
  let endNs = 0;
  for (const [index, { operation, completes, timeNs }] of moments.entries()) {
    if (timeNs !== Infinity) endNs = timeNs;
    lines.push(completes ? completionLine(index, operation, endNs) : invokeLine(index, operation));
  }
  return `${lines.join('\n')}\n`;
}

/** The lines, one by one and without line ends, for whoever records as it happens. */
export function headerLine({ branches, initialBalanceMinor, complete }: HistoryHeader): string {
  return JSON.stringify({
    passbook: 'history',
    version: VERSION,
    branches,
    initialBalanceMinor: String(initialBalanceMinor),
    complete,
  });
}

export function invokeLine(index: number, operation: Invocation): string {
  const { customer, kind, guarantees, invokedAtUs } = operation;
  const value = { ...shared(operation), guarantees: guaranteeNames(guarantees) };
  return JSON.stringify({ index, type: 'invoke', process: customer, f: kind, value, time: nanoseconds(invokedAtUs) });
}

/** `endNs` is the time of the line if no answer came: not before that of the line above. */
export function completionLine(index: number, operation: RecordedOperation, endNs: number): string {
  const { customer, kind, outcome, completedAtUs, reason, applied, message, write, vector, balanceMinor } = operation;
  const value = {
    ...shared(operation),
    answered: completedAtUs === undefined ? false : undefined,
    write: write && formatWriteId(write),
    vector: vector && vectorRecord(vector),
    balanceMinor: balanceMinor?.toString(),
  };
  const failed = reason !== undefined || applied !== undefined || message !== undefined;
  const error = failed ? { reason, applied, message } : undefined;
  const time = completedAtUs === undefined ? endNs : nanoseconds(completedAtUs);
  return JSON.stringify({ index, type: outcome, process: customer, f: kind, value, error, time });
}

interface Moment {
  readonly operation: RecordedOperation;
  /** In the order of invocation, so that at equal times a session's next operation follows its last. */
  readonly position: number;
  readonly completes: boolean;
  readonly timeNs: number;
}

function momentsOf(operation: RecordedOperation, position: number): Moment[] {
  const { invokedAtUs, completedAtUs } = operation;
  assert(completedAtUs === undefined || completedAtUs >= invokedAtUs, 'nothing completes before it was invoked');
  const endNs = completedAtUs === undefined ? Infinity : nanoseconds(completedAtUs);
  return [
    { operation, position, completes: false, timeNs: nanoseconds(invokedAtUs) },
    { operation, position, completes: true, timeNs: endNs },
  ];
}

function shared({ event, branch, account, amountMinor }: Invocation): object {
  return { event, branch, account, amountMinor };
}

function nanoseconds(us: number): number {
  const ns = Math.round(us * 1000);
  assert(Number.isSafeInteger(ns) && ns >= 0, 'times count from the beginning of the run and stay below 2^53 ns');
  return ns;
}

function vectorRecord(vector: VersionVector): Record<string, number> {
  const entries = [...vector].sort(([a], [b]) => a - b);
  return Object.fromEntries(entries.map(([origin, sequence]) => [formatOrigin(origin), sequence]));
}

export interface History {
  readonly header: HistoryHeader;
  /** In the order of their invocation. */
  readonly operations: readonly RecordedOperation[];
}

export interface HistoryProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Reads a whole file. A byte-order mark, CRLF and empty lines at the end are fine; all else must be as above. */
export function parseHistory(source: string): History | { readonly problem: HistoryProblem } {
  const lines = source
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  let line = 1;
  try {
    const header = parseHeader(parseObject(lines[0] as string));
    const reader = new OperationReader();
    for (line = 2; line <= lines.length; line += 1) reader.read(parseObject(lines[line - 1] as string));
    return { header, operations: reader.operations };
  } catch (error) {
    if (error instanceof BadField) return { problem: { line, message: error.message } };
    throw error;
  }
}

function parseHeader(record: JsonObject): HistoryHeader {
  const word = field(record, 'passbook');
  if (word !== 'history') throw wrong('"passbook"', '"history", in the first line', word);
  const version = integer(record, 'version', 1);
  if (version !== VERSION) throw wrong('"version"', `${VERSION}, the only one known`, version);
  const complete = optional(record, 'complete', flag);
  return {
    branches: list(record, 'branches').map(parseBranch),
    initialBalanceMinor: bigInteger(record, 'initialBalanceMinor'),
    ...(complete !== undefined && { complete }),
  };
}

const KINDS: Record<OperationKind, true> = { query: true, deposit: true, withdraw: true, transfer: true, open: true };
const TYPES = { invoke: true, ok: true, fail: true, info: true } as const;
const APPLIED: Record<Applied, true> = { no: true, maybe: true, yes: true };
const NAMES = Object.fromEntries(GUARANTEES.map(({ name }) => [name, true])) as Record<GuaranteeName, true>;

/** Pairs invocations with completions. An operation stands at the place of its invocation. */
class OperationReader {
  readonly operations: RecordedOperation[] = [];
  private readonly places = new Map<string, { readonly at: number; open: boolean }>();
  private index = 0;
  private timeNs = 0;

  read(record: JsonObject): void {
    const index = field(record, 'index');
    // A hole would be a lost operation, and a verdict on the rest would prove nothing.
    if (index !== this.index) throw wrong('"index"', `${this.index}, the next one`, index);
    this.index += 1;
    this.timeNs = integer(record, 'time', this.timeNs);
    const type = oneOf(field(record, 'type'), TYPES, '"type"');
    if (type === 'invoke') this.invoke(record);
    else this.complete(record, type);
  }

  private invoke(record: JsonObject): void {
    const invocation = parseInvocation(record);
    const key = keyOf(invocation.customer, invocation.event);
    if (this.places.has(key))
      throw new BadField(`event ${invocation.event} of process ${JSON.stringify(invocation.customer)} was invoked before`);
    this.places.set(key, { at: this.operations.length, open: true });
    this.operations.push({ ...invocation, outcome: 'info' });
  }

  private complete(record: JsonObject, outcome: RecordedOperation['outcome']): void {
    const customer = text(record, 'process');
    const event = integer(object(record, 'value'), 'event', 1);
    const place = this.places.get(keyOf(customer, event));
    if (!place?.open) throw new BadField(`event ${event} of process ${JSON.stringify(customer)} has no open invocation`);
    const invoked = this.operations[place.at] as RecordedOperation;
    const f = field(record, 'f');
    if (f !== invoked.kind) throw wrong('"f"', `"${invoked.kind}", as it was invoked`, f);
    place.open = false;
    this.operations[place.at] = { ...invoked, ...parseCompletion(record, outcome) };
  }
}

function keyOf(customer: string, event: number): string {
  return `${event} ${customer}`;
}

function parseInvocation(record: JsonObject): Invocation {
  const value = object(record, 'value');
  const customer = text(record, 'process');
  if (customer === '') throw wrong('"process"', 'the name of a customer', customer);
  const amountMinor = optional(value, 'amountMinor', (from, name) => integer(from, name, 1));
  return {
    customer: customer as CustomerId,
    event: integer(value, 'event', 1),
    branch: parseBranch(field(value, 'branch')),
    kind: oneOf(field(record, 'f'), KINDS, '"f"'),
    account: text(value, 'account') as AccountId,
    ...(amountMinor !== undefined && { amountMinor }),
    guarantees: guaranteeSet(list(value, 'guarantees').map((name) => oneOf(name, NAMES, '"guarantees"'))),
    invokedAtUs: integer(record, 'time', 0) / 1000,
  };
}

type Completion = Pick<
  RecordedOperation,
  'outcome' | 'completedAtUs' | 'reason' | 'applied' | 'message' | 'write' | 'vector' | 'balanceMinor'
>;

function parseCompletion(record: JsonObject, outcome: RecordedOperation['outcome']): Completion {
  const value = object(record, 'value');
  const error = optional(record, 'error', object) ?? {};
  const answered = optional(value, 'answered', flag) ?? true;
  const reason = optional(error, 'reason', (from, name) => oneOf(field(from, name), REFUSALS, '"reason"'));
  const applied = optional(error, 'applied', (from, name) => oneOf(field(from, name), APPLIED, '"applied"'));
  const message = optional(error, 'message', text);
  const write = optional(value, 'write', parseWrite);
  const vector = optional(value, 'vector', parseVector);
  const balanceMinor = optional(value, 'balanceMinor', bigInteger);
  return {
    outcome,
    ...(answered && { completedAtUs: integer(record, 'time', 0) / 1000 }),
    ...(reason !== undefined && { reason }),
    ...(applied !== undefined && { applied }),
    ...(message !== undefined && { message }),
    ...(write !== undefined && { write }),
    ...(vector !== undefined && { vector }),
    ...(balanceMinor !== undefined && { balanceMinor }),
  };
}

function parseBranch(value: unknown): BranchId {
  if (typeof value !== 'number' || !isBranchNumber(value)) throw wrong('a branch', 'its number, from 1', value);
  return branchId(value);
}

function parseWrite(from: JsonObject, name: string): WriteId {
  const value = text(from, name);
  const match = /^(.+)-([1-9]\d{0,15})$/.exec(value);
  const origin = match && parseOrigin(match[1] as string);
  const sequence = Number(match?.[2]);
  if (!origin || !Number.isSafeInteger(sequence)) throw wrong('"write"', 'a write id like "3-1a2b3c4d-7"', value);
  return { origin, sequence };
}

function parseVector(from: JsonObject, name: string): VersionVector {
  const vector = new Map<OriginId, number>();
  for (const [key, sequence] of Object.entries(object(from, name))) {
    const origin = parseOrigin(key);
    if (origin === undefined) throw wrong('"vector"', 'origins like "3-1a2b3c4d"', key);
    vector.set(origin, asInteger(sequence, 1, `"vector", ${key}`));
  }
  return vector;
}
