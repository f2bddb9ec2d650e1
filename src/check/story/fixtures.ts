/** For tests: histories by hand, in which only what matters is said. Times are in milliseconds. */
import { ALL_GUARANTEES } from '../../domain/guarantees.js';
import type { BranchEvent, BranchWork, FaultEvent, HistoryEntry, RecordedOperation } from '../../domain/history.js';
import { type AccountId, branchId, type CustomerId, originId } from '../../domain/ids.js';
import { type LoggedWrite, WriteKind } from '../../domain/writes.js';

export const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];
export const ORIGIN = originId(ONE, 7);
const SESSION = 3;

export const id = (sequence: number) => ({ origin: ORIGIN, sequence });
export const request = (counter: number, customer = 'ada') => ({ customer: customer as CustomerId, session: SESSION, counter });

interface Given extends Partial<Omit<RecordedOperation, 'customer'>> {
  readonly customer?: string;
}

/** Ada asks branch 1 for the balance of account 1 from `fromMs` to `toMs`, unless said otherwise. */
export function lived(fromMs: number, toMs: number | undefined, given: Given = {}): HistoryEntry[] {
  const { customer = 'ada', ...rest } = given;
  const recorded: RecordedOperation = {
    customer: customer as CustomerId,
    session: SESSION,
    event: 1,
    branch: ONE,
    kind: 'query',
    account: '1' as AccountId,
    guarantees: ALL_GUARANTEES,
    invokedAtUs: fromMs * 1000,
    ...(toMs !== undefined && { completedAtUs: toMs * 1000 }),
    outcome: 'ok',
    ...rest,
  };
  const { outcome: _, completedAtUs: __, ...operation } = recorded;
  return [{ kind: 'invoked', operation }, ...(toMs === undefined ? [] : [{ kind: 'completed' as const, operation: recorded }])];
}

export function work(branch: number, atMs: number, told: BranchWork): HistoryEntry {
  return { kind: 'branch', event: { branch: branchId(branch), atUs: atMs * 1000, ...told } as BranchEvent };
}

/** Write `sequence` of branch 1: a deposit of 5 on account 1. */
export function logged(atMs: number, sequence: number, given: Partial<LoggedWrite> = {}): HistoryEntry {
  const write = { kind: WriteKind.deposit, account: '1' as AccountId, amountMinor: 500, follows: new Map(), ...given };
  return work(1, atMs, { kind: 'logged', write: { id: id(sequence), ...write } });
}

const range = (sequence: number) => ({ origin: ORIGIN, first: sequence, last: sequence });
export const sent = (atMs: number, sequence: number, from = 1, to = 2) =>
  work(from, atMs, { kind: 'sent', to: branchId(to), writes: range(sequence) });
export const received = (atMs: number, sequence: number, from = 1, at = 2) =>
  work(at, atMs, { kind: 'received', from: branchId(from), writes: range(sequence), receipt: 'new' });
export const applied = (atMs: number, sequence: number, at = 2) => work(at, atMs, { kind: 'applied', upTo: id(sequence) });
export const fault = (atMs: number, event: Omit<FaultEvent, 'atUs'>): HistoryEntry => ({
  kind: 'fault',
  event: { ...event, atUs: atMs * 1000 },
});

/** Ada deposits 5 at branch 1 and then reads at branch 2, which waits for the write, from 20 to 80 ms. */
export function parkedRead(): HistoryEntry[] {
  return [
    ...lived(0, 10, { kind: 'deposit', amountMinor: 500, write: id(1), vector: new Map() }),
    logged(5, 1, { request: request(1) }),
    sent(6, 1),
    ...lived(15, 90, { event: 2, branch: TWO, vector: new Map([[ORIGIN, 1]]), balanceMinor: 500n }),
    work(2, 20, { kind: 'parked', request: request(2), lacking: new Map([[ORIGIN, 1]]) }),
    received(78, 1),
    applied(79, 1),
    work(2, 80, { kind: 'decided', request: request(2) }),
  ];
}

/** The same without guarantees: the read does not wait, and lacks the write. */
export function missedRead(): HistoryEntry[] {
  const [, , depositLogged, depositSent] = parkedRead();
  return [
    ...lived(0, 10, { kind: 'deposit', amountMinor: 500, write: id(1), vector: new Map(), guarantees: NONE }),
    depositLogged as HistoryEntry,
    depositSent as HistoryEntry,
    ...lived(15, 25, { event: 2, branch: TWO, vector: new Map(), balanceMinor: 0n, guarantees: NONE }),
    work(2, 20, { kind: 'decided', request: request(2) }),
    received(78, 1),
    applied(79, 1),
  ];
}

export const NONE = 0 as typeof ALL_GUARANTEES;
