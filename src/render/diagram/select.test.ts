import { describe, expect, it } from 'vitest';
import { ALL_GUARANTEES } from '../../domain/guarantees.js';
import type { BranchWork, HistoryEntry, RecordedOperation } from '../../domain/history.js';
import { type AccountId, branchId, type CustomerId, originId } from '../../domain/ids.js';
import { WriteKind } from '../../domain/writes.js';
import { timeOf } from './build.js';
import { type Selection, selected } from './select.js';

const ORIGIN = originId(branchId(1), 7);

/** Two lines of one operation, from `invokedAtUs` to 10 µs later unless said otherwise. */
function lived(customer: string, event: number, invokedAtUs: number, more: Partial<RecordedOperation> = {}): HistoryEntry[] {
  const operation: RecordedOperation = {
    customer: customer as CustomerId,
    session: 1,
    event,
    branch: branchId(1),
    kind: 'deposit',
    account: '1' as AccountId,
    guarantees: ALL_GUARANTEES,
    invokedAtUs,
    completedAtUs: invokedAtUs + 10,
    outcome: 'ok',
    ...more,
  };
  return [
    { kind: 'invoked', operation },
    { kind: 'completed', operation },
  ];
}

const work = (branch: number, atUs: number, told: BranchWork): HistoryEntry => ({
  kind: 'branch',
  event: { branch: branchId(branch), atUs, ...told } as Extract<HistoryEntry, { kind: 'branch' }>['event'],
});
const request = (customer: string, counter: number) => ({ customer: customer as CustomerId, session: 1, counter });
const logged = (atUs: number, customer: string, event: number, sequence: number) =>
  work(1, atUs, {
    kind: 'logged',
    write: {
      id: { origin: ORIGIN, sequence },
      kind: WriteKind.deposit,
      account: '1' as AccountId,
      amountMinor: 5,
      request: request(customer, event),
      follows: new Map(),
    },
  });
const range = (first: number, last = first) => ({ origin: ORIGIN, first, last });
const sent = (atUs: number, first: number, last?: number) =>
  work(1, atUs, { kind: 'sent', to: branchId(2), writes: range(first, last) });
const applied = (atUs: number, sequence: number) => work(2, atUs, { kind: 'applied', upTo: { origin: ORIGIN, sequence } });

/** `invoked 1:1`, `logged @105`: enough to tell what was selected. */
function told(entries: readonly HistoryEntry[], selection: Selection): string[] {
  return selected(entries, selection).map((entry) => {
    if (entry.kind === 'invoked' || entry.kind === 'completed')
      return `${entry.kind} ${entry.operation.customer}:${entry.operation.event}`;
    return `${entry.kind === 'fault' ? entry.event.fault : entry.event.kind} @${timeOf(entry)}`;
  });
}

describe('a time', () => {
  const entries = [
    ...lived('1', 1, 0),
    ...lived('1', 2, 100),
    ...lived('2', 1, 95, { completedAtUs: 300 }),
    sent(50, 1),
    sent(150, 1),
  ];

  it('keeps what lasts into it, whole, and of the branches what happened in it', () => {
    expect(told(entries, { fromUs: 105, untilUs: 200 })).toEqual([
      'invoked 1:2',
      'completed 1:2',
      'invoked 2:1',
      'completed 2:1',
      'sent @150',
    ]);
  });

  it('has both ends in it', () => {
    expect(told(entries, { fromUs: 10, untilUs: 50 })).toEqual(['invoked 1:1', 'completed 1:1', 'sent @50']);
  });

  it('keeps what never ended', () => {
    const [invoked] = lived('1', 1, 0);
    expect(told(invoked ? [invoked] : [], { fromUs: 500 })).toEqual(['invoked 1:1']);
  });

  it('that is not given is all of it', () => {
    expect(selected(entries, {})).toEqual(entries);
  });
});

describe('customers', () => {
  const entries: HistoryEntry[] = [
    ...lived('1', 1, 0, { write: { origin: ORIGIN, sequence: 1 } }),
    ...lived('2', 1, 0, { write: { origin: ORIGIN, sequence: 2 } }),
    logged(4, '1', 1, 1),
    logged(5, '2', 1, 2),
    work(1, 6, { kind: 'parked', request: request('2', 1), lacking: new Map() }),
    { kind: 'fault', event: { atUs: 7, fault: 'crash', branches: [branchId(2)] } },
    sent(10, 1),
    sent(20, 2),
    sent(30, 1, 2),
    applied(40, 1),
    applied(50, 2),
  ];

  it('bring along what the branches did for them, the ways of their writes, and the faults', () => {
    expect(told(entries, { customers: new Set(['1']) })).toEqual([
      'invoked 1:1',
      'completed 1:1',
      'logged @4',
      'crash @7',
      'sent @10',
      'sent @30',
      'applied @40',
    ]);
  });

  it('and no more: what was applied before is another’s', () => {
    expect(told(entries, { customers: new Set(['2']) })).toEqual([
      'invoked 2:1',
      'completed 2:1',
      'logged @5',
      'parked @6',
      'crash @7',
      'sent @20',
      'sent @30',
      'applied @50',
    ]);
  });

  it('of an answer without a write id have the one that the log names', () => {
    const unnamed = [...lived('1', 1, 0, { outcome: 'info' }), logged(4, '1', 1, 1), sent(10, 1)];
    expect(told(unnamed, { customers: new Set(['1']) })).toEqual(['invoked 1:1', 'completed 1:1', 'logged @4', 'sent @10']);
  });
});

it('a witness is the operations that it names', () => {
  const entries = [...lived('1', 1, 0), ...lived('1', 2, 20), ...lived('2', 1, 40)];
  const witnessOf = [{ anomaly: 'ReadYourWrites', sentence: '', operations: ['2:1', '1:1'] }];
  expect(told(entries, { witnessOf })).toEqual(['invoked 1:1', 'completed 1:1', 'invoked 2:1', 'completed 2:1']);
});
