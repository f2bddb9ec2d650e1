import { GUARANTEES, type GuaranteeName, guaranteeNames, guaranteeSet } from '../../domain/guarantees.js';
import type { Invocation, RecordedOperation } from '../../domain/history.js';
import { type AccountId, type CustomerId, formatWriteId } from '../../domain/ids.js';
import { ACK_LEVELS, type AckLevel, type OperationKind } from '../../domain/operations.js';
import { type Applied, REFUSALS } from '../../domain/refusals.js';
import { bigInteger, field, flag, integer, type JsonObject, list, object, oneOf, optional, text, wrong } from '../json-fields.js';
import type { Line } from './line.js';
import { branchField, parseVector, parseWrite, vectorRecord } from './shared.js';

export function invokeLine(operation: Invocation): Line {
  const { customer, kind, guarantees, acks, invokedAtUs } = operation;
  const value = { ...shared(operation), guarantees: guaranteeNames(guarantees), acks };
  return { type: 'invoke', process: customer, f: kind, value, atUs: invokedAtUs };
}

/** `endUs` is the time of the line if no answer came. */
export function completionLine(operation: RecordedOperation, endUs: number): Line {
  const { customer, kind, outcome, completedAtUs, write, vector, balanceMinor } = operation;
  const value = {
    ...shared(operation),
    answered: completedAtUs === undefined ? false : undefined,
    write: write && formatWriteId(write),
    vector: vector && vectorRecord(vector),
    balanceMinor: balanceMinor?.toString(),
  };
  return { type: outcome, process: customer, f: kind, value, error: errorOf(operation), atUs: completedAtUs ?? endUs };
}

function errorOf({ reason, applied, final, lost, message }: RecordedOperation): object | undefined {
  const error = { reason, applied, final, lost: lost && vectorRecord(lost), message };
  return Object.values(error).some((field) => field !== undefined) ? error : undefined;
}

function shared({ session, event, branch, account, to, amountMinor }: Invocation): object {
  return { session, event, branch, account, to, amountMinor };
}

export const KINDS: Record<OperationKind, true> = { query: true, deposit: true, withdraw: true, transfer: true, open: true };
const APPLIED: Record<Applied, true> = { no: true, maybe: true, yes: true };
const LEVELS = Object.fromEntries(ACK_LEVELS.map((level) => [level, true])) as Record<AckLevel, true>;
const NAMES = Object.fromEntries(GUARANTEES.map(({ name }) => [name, true])) as Record<GuaranteeName, true>;

export function parseInvocation(record: JsonObject): Invocation {
  const value = object(record, 'value');
  const customer = text(record, 'process');
  if (customer === '') throw wrong('"process"', 'the name of a customer', customer);
  const session = optional(value, 'session', sessionField);
  const to = optional(value, 'to', text);
  const amountMinor = optional(value, 'amountMinor', (from, name) => integer(from, name, 1));
  const acks = optional(value, 'acks', (from, name) => oneOf(field(from, name), LEVELS, '"acks"'));
  return {
    customer: customer as CustomerId,
    ...(session !== undefined && { session }),
    event: integer(value, 'event', 1),
    branch: branchField(value, 'branch'),
    kind: oneOf(field(record, 'f'), KINDS, '"f"'),
    account: text(value, 'account') as AccountId,
    ...(to !== undefined && { to: to as AccountId }),
    ...(amountMinor !== undefined && { amountMinor }),
    guarantees: guaranteeSet(list(value, 'guarantees').map((name) => oneOf(name, NAMES, '"guarantees"'))),
    ...(acks !== undefined && { acks }),
    invokedAtUs: integer(record, 'time', 0) / 1000,
  };
}

export function sessionField(value: JsonObject, name: string): number {
  return integer(value, name, 0);
}

export type Completion = Pick<
  RecordedOperation,
  'outcome' | 'completedAtUs' | 'reason' | 'applied' | 'final' | 'lost' | 'message' | 'write' | 'vector' | 'balanceMinor'
> &
  Partial<Pick<RecordedOperation, 'branch'>>;

export function parseCompletion(record: JsonObject, outcome: RecordedOperation['outcome']): Completion {
  const value = object(record, 'value');
  const error = optional(record, 'error', object) ?? {};
  const branch = optional(value, 'branch', branchField);
  const answered = optional(value, 'answered', flag) ?? true;
  const reason = optional(error, 'reason', (from, name) => oneOf(field(from, name), REFUSALS, '"reason"'));
  const applied = optional(error, 'applied', (from, name) => oneOf(field(from, name), APPLIED, '"applied"'));
  const final = optional(error, 'final', flag);
  // Of an origin of which nothing stands the last write is 0.
  const lost = optional(error, 'lost', (from, name) => parseVector(from, name, 0));
  const message = optional(error, 'message', text);
  const write = optional(value, 'write', parseWrite);
  const vector = optional(value, 'vector', parseVector);
  const balanceMinor = optional(value, 'balanceMinor', bigInteger);
  return {
    ...(branch !== undefined && { branch }),
    outcome,
    ...(answered && { completedAtUs: integer(record, 'time', 0) / 1000 }),
    ...(reason !== undefined && { reason }),
    ...(applied !== undefined && { applied }),
    ...(final !== undefined && { final }),
    ...(lost !== undefined && { lost }),
    ...(message !== undefined && { message }),
    ...(write !== undefined && { write }),
    ...(vector !== undefined && { vector }),
    ...(balanceMinor !== undefined && { balanceMinor }),
  };
}
