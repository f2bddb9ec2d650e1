import { expect, test } from 'vitest';
import { ALL_GUARANTEES } from '../domain/guarantees.js';
import { branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import type { WriteBatch } from '../domain/writes.js';
import { Branch } from './branch.js';
import { LogWriter } from './log-writer.js';

const ACCOUNT = foundedAccount(1);
const ADA = 'ada' as CustomerId;
const [FIRST, SECOND] = [originId(branchId(1), 11), originId(branchId(2), 22)];
const DEPOSIT: Operation = { kind: 'deposit', account: ACCOUNT, amount: 5 as AmountMinor };

/** Branch 1 of two, at which copies of one request wait for a write of branch 2. */
class Copies {
  readonly answers: string[] = [];
  private readonly branch: Branch;
  private readonly groups: number[] = [];

  constructor() {
    const members = [branchId(1), branchId(2)];
    const limits = { patienceMs: 100, maxParked: 100, observe: false };
    this.branch = new Branch({ bankId: 'bank', origin: FIRST, members, foundedMinor: [100n], ...limits });
  }

  /** One more copy comes. */
  ask(name: string, deadlineMs: number, nowMs: number): void {
    const reply = (outcome: Outcome) =>
      this.answers.push(`${name}: ${outcome.kind === 'refused' ? `${outcome.reason}, ${outcome.applied}` : outcome.kind}`);
    const passbook = { written: new Map(), read: new Map([[SECOND, 1]]) };
    const rest = { counter: 1, passbook, guarantees: ALL_GUARANTEES, acks: 'local', deadlineMs, reply } as const;
    this.branch.operate({ operation: DEPOSIT, session: this.branch.session(ADA, 1), ...rest }, nowMs);
    this.turn(nowMs);
  }

  passTo(nowMs: number): void {
    this.branch.tick(nowMs);
    this.turn(nowMs);
  }

  /** What they wait for arrives. */
  release(nowMs: number): void {
    const log = new LogWriter(SECOND);
    log.deposit(ACCOUNT, 10, { session: { customer: ADA, session: 7, settledBelow: 0 }, counter: 1 });
    this.branch.receiveWrites(branchId(2), { ...(log.take('') as WriteBatch), encoded: new Uint8Array([1]) }, nowMs);
    this.turn(nowMs);
  }

  private turn(nowMs: number): void {
    for (const effect of this.branch.endTurn(nowMs)) {
      if (effect.kind === 'reply') effect.request.reply(effect.outcome);
      if (effect.kind === 'persist') this.groups.push(effect.group);
    }
    const group = this.groups.shift();
    if (group === undefined) return;
    this.branch.durable(group, nowMs);
    this.turn(nowMs);
  }
}

test('a copy with less time is told at its own deadline that nobody can tell, and the attempt goes on', () => {
  const copies = new Copies();
  copies.ask('first', 1000, 0);
  copies.ask('hasty', 300, 10);
  copies.passTo(299);
  expect(copies.answers).toEqual([]);
  copies.passTo(300);
  expect(copies.answers).toEqual(['hasty: OUTCOME_UNKNOWN, maybe']);
  copies.release(500);
  expect(copies.answers.slice(1)).toEqual(['first: written']);
});

test('a copy with more time goes on when the time of the first is up', () => {
  const copies = new Copies();
  copies.ask('first', 300, 0);
  copies.ask('later', 1200, 10);
  copies.ask('second', 900, 20);
  copies.passTo(300);
  expect(copies.answers).toEqual(['first: SESSION_NOT_SATISFIED, no']);
  copies.passTo(900);
  expect(copies.answers.slice(1)).toEqual(['second: SESSION_NOT_SATISFIED, no']);
  copies.release(1000);
  expect(copies.answers.slice(2)).toEqual(['later: written']);
});

test('copies that are released together are answered together, and once', () => {
  const copies = new Copies();
  copies.ask('first', 300, 0);
  copies.ask('hasty', 200, 10);
  copies.ask('later', 1200, 20);
  copies.release(100);
  expect(copies.answers).toEqual(['first: written', 'hasty: written', 'later: written']);
  copies.passTo(2000);
  expect(copies.answers).toHaveLength(3);
});
