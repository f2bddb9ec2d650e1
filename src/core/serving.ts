import { type AccountId, type BranchId, branchOf, type OriginId, openedAccount, type WriteId } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import { hasName, isWrite, type Operation } from '../domain/operations.js';
import type { Refusal, View } from '../domain/outcomes.js';
import { demands } from '../domain/session.js';
import { EMPTY_VECTOR, type VersionVector } from '../domain/vector.js';
import { WriteKind } from '../domain/writes.js';
import { unreachable } from '../std/assert.js';
import type { Allowances } from './allowances.js';
import { Decisions, type DecisionsHost } from './decisions.js';
import { insufficient, moneyUnreachable, notSatisfied, stillRecovering, writesLost } from './explanations.js';
import { type Account, allowanceOf, balanceOf } from './ledger.js';
import type { Place } from './messages.js';
import type { Attempt, SessionRecord } from './once.js';
import type { Parking } from './parking.js';
import type { Peers } from './peers.js';
import type { Request } from './request.js';

/** What serving requests needs of the branch. */
export interface ServingHost extends DecisionsHost {
  readonly maxParked: number;
  readonly maxWaiting: number;
  readonly peers: Peers;
  readonly parking: Parking;
  readonly allowances: Allowances;
}

/** What customers ask, from the request to its one answer. */
export class Serving {
  private readonly decisions: Decisions;

  constructor(private readonly host: ServingHost) {
    this.decisions = new Decisions(host, {
      proceed: (request) => this.proceed(request),
      hasRoom: (request) => this.hasRoom(request),
    });
  }

  operate(request: Request): void {
    // Faster than the disk: whoever is refused at once can go elsewhere, and memory has an end.
    if (this.host.outbox.waiting >= this.host.maxWaiting) return this.refuseAtOnce(request);
    this.host.note(() => ({ kind: 'received', request }));
    const lost = this.lostOf(request);
    if (lost.size > 0) return void this.decisions.refuse(request, this.writesLost(lost));
    // A retry of what was done is told so, also by a branch that takes on nothing new.
    if (hasName(request.operation.kind, request.counter) && !this.decisions.isOursToDecide(request)) return;
    this.proceed(request);
  }

  /** Those whose session the branch now satisfies, after remote writes were applied. */
  released(advanced: ReadonlySet<OriginId>): void {
    this.decisions.viewChanged();
    for (const request of this.host.parking.release(advanced)) this.carryOut(request);
    this.decisions.goOnInformed();
  }

  /** Data directories are given up: what only they had will never come, and others have the rights of who has left. */
  sealed(): void {
    for (const request of this.host.parking.take((parked) => this.lostOf(parked).size > 0))
      this.decisions.settle(request, this.writesLost(this.lostOf(request)));
    this.decisions.holdersLeft();
  }

  /** A fact about a request was learnt from a log. */
  learnt(session: SessionRecord, counter: number): void {
    this.decisions.learnt(session, counter);
  }

  claimed(from: BranchId, session: SessionRecord, counter: number, by: WriteId | undefined): void {
    this.decisions.claimed(from, session, counter, by);
  }

  claimAnswered(session: SessionRecord, counter: number, write: WriteId | undefined): void {
    this.decisions.claimAnswered(session, counter, write);
  }

  unknown(attempt: Attempt, holder: BranchId): void {
    this.decisions.unknown(attempt, holder);
  }

  insufficient(request: Request, account: Account, amount: number): void {
    if (request.operation.kind === 'query') return this.tellBalance(request, account);
    this.decisions.refuseForGood(request, 'INSUFFICIENT_FUNDS', insufficient(account, amount));
  }

  unreachable(request: Request, account: Account, silent: readonly BranchId[]): void {
    if (request.operation.kind === 'query') return this.tellBalance(request, account);
    const why = moneyUnreachable(this.host.self, account, silent);
    this.decisions.expired(request, this.decisions.refusal('ALLOWANCE_UNREACHABLE', why));
  }

  /** The account now allows it. */
  carryOut(request: Request): void {
    const operation = request.operation;
    if (isWrite(operation.kind) && !this.mayTakeOn(request)) return;
    if (operation.kind === 'open') return this.open(request, operation.label);
    const account = this.host.replica.ledger.find(operation.account);
    if (!account) return this.decisions.settle(request, this.accountNotFound(operation.account));
    switch (operation.kind) {
      case 'query':
        if (this.isShort(account, operation.wanted)) return this.bringMoney(request, account, operation.wanted);
        return this.tellBalance(request, account);
      case 'deposit':
        this.host.replica.ledger.credit(account, this.host.self, operation.amount);
        this.decisions.accepted(request, WriteKind.deposit, this.host.log.deposit(account.id, operation.amount, request));
        return this.host.allowances.decide(account.id);
      case 'withdraw':
      case 'transfer':
        return this.takeOut(request, operation, account);
      default:
        unreachable(operation);
    }
  }

  /** A right to pay out goes to another branch; the sequence of that write, if this branch may write. */
  grant(account: Account, to: BranchId, amount: number): number {
    const { replica, log, self, origin } = this.host;
    replica.ledger.grant(account, self, to, amount);
    const sequence = log.grant(account.id, to, amount);
    replica.accepted(origin, sequence, this.decisions.view().others);
    return sequence;
  }

  get mayWrite(): boolean {
    return this.decisions.mayWrite;
  }

  get isClosing(): boolean {
    return this.decisions.closing;
  }

  view(): View {
    return this.decisions.view();
  }

  setReadOnly(readOnly: boolean): void {
    this.decisions.readOnly = readOnly;
  }

  /** Refuses what comes and what waits; what is logged is still carried out. */
  close(): void {
    this.decisions.closing = true;
    const { parking, allowances, claims, acknowledgements } = this.host;
    const waiting = [...parking.take(() => true), ...allowances.takeAll(), ...claims.takeAll().map(({ request }) => request)];
    for (const request of waiting) this.decisions.refuseClosing(request);
    acknowledgements.giveUp();
  }

  /** Requests that wait for something. */
  get parked(): number {
    const { parking, allowances, acknowledgements, claims } = this.host;
    return parking.size + allowances.size + acknowledgements.size + claims.size;
  }

  /** Parks a request until the branch has all that its session asks for. */
  private proceed(request: Request): void {
    if (this.decisions.closing) return this.decisions.refuseClosing(request);
    if (!(isWrite(request.operation.kind) ? this.mayTakeOn(request) : this.mayAnswer(request))) return;
    const passbook = request.passbook ?? { written: new Map(), read: new Map() };
    const needed = demands(request.operation.kind, request.guarantees, passbook);
    if (needed.length === 0 || !this.park(request, needed)) this.carryOut(request);
  }

  private park(request: Request, needed: VersionVector[]): boolean {
    const { parking, peers, self } = this.host;
    const lacking = parking.lacking(needed);
    if (lacking.size === 0) return false;
    if (!this.hasRoom(request)) return true;
    this.host.note(() => ({ kind: 'parked', request, lacking }));
    for (const origin of lacking.keys()) peers.need(branchOf(origin));
    const holders = peers.holders.bind(peers);
    return parking.park(request, needed, (still) =>
      this.decisions.expired(request, this.decisions.refusal('SESSION_NOT_SATISFIED', notSatisfied(self, still, holders))),
    );
  }

  private tellBalance(request: Request, account: Account): void {
    this.decisions.settle(request, {
      kind: 'balance',
      balance: balanceOf(account),
      credits: account.credits,
      available: allowanceOf(account, this.host.self),
      view: this.decisions.view(),
    });
  }

  /** Whether a query wants the branch to pay out more than it may by itself. */
  private isShort(account: Account, wanted: AmountMinor | undefined): wanted is AmountMinor {
    return wanted !== undefined && allowanceOf(account, this.host.self) < BigInt(wanted);
  }

  /** The query waits for allowance as a withdrawal does, but is answered whether that comes or not. */
  private bringMoney(request: Request, account: Account, wanted: AmountMinor): void {
    const isOfUse = this.mayWrite && this.parked < this.host.maxParked;
    if (!isOfUse) return this.tellBalance(request, account);
    this.host.allowances.wait(request, account, this.placeOf(request, wanted));
  }

  private placeOf({ session, counter }: Request, amount: AmountMinor): Place {
    // The branch as well: two requests without a counter, at two branches, would hand the money to and fro for ever.
    return { amount, tieBreaker: `${session.customer}/${session.session}/${counter}/${this.host.self}` };
  }

  private open(request: Request, label: string): void {
    const { log, replica, origin } = this.host;
    const sequence = log.open(label, request);
    replica.ledger.open(openedAccount({ origin, sequence }), label);
    this.decisions.accepted(request, WriteKind.open, sequence);
  }

  private takeOut(request: Request, operation: Operation & { kind: 'withdraw' | 'transfer' }, account: Account): void {
    const { replica, self, log, allowances } = this.host;
    const target = operation.kind === 'transfer' ? replica.ledger.find(operation.to) : undefined;
    if (operation.kind === 'transfer' && !target) return this.decisions.settle(request, this.accountNotFound(operation.to));
    const allowance = allowanceOf(account, self);
    if (allowance < BigInt(operation.amount)) {
      if (!this.hasRoom(request)) return;
      this.host.note(() => ({ kind: 'short', request, allowance }));
      return allowances.wait(request, account, this.placeOf(request, operation.amount));
    }
    replica.ledger.debit(account, self, operation.amount);
    if (target) replica.ledger.credit(target, self, operation.amount);
    const sequence = target
      ? log.transfer(account.id, target.id, operation.amount, request)
      : log.withdraw(account.id, operation.amount, request);
    this.decisions.accepted(request, target ? WriteKind.transfer : WriteKind.withdraw, sequence);
    if (target) allowances.decide(target.id);
  }

  /** Shows nothing that could be lost, so it need not wait behind what does. */
  private refuseAtOnce(request: Request): void {
    const message = 'more is asked of this branch than its disk can keep up with; try again later';
    const outcome = this.decisions.refusal('OVERLOADED', { message, details: {} });
    this.host.outbox.pushNow({ kind: 'reply', request, outcome });
  }

  /** Whether a write can be taken on now; if not, it is refused. */
  private mayTakeOn(request: Request): boolean {
    const { recovery, self } = this.host;
    if (!recovery.isSure) return this.refuseRecovering(request);
    if (this.decisions.readOnly) {
      const message = `the disk of branch ${self} is full: it answers queries only, until there is room again`;
      this.decisions.settle(request, this.decisions.refusal('DISK_FULL', { message, details: {} }));
      return false;
    }
    return true;
  }

  /** Whether a query can be answered from what is here; if not, it is refused. */
  private mayAnswer(request: Request): boolean {
    return !this.host.recovery.isBlank || this.refuseRecovering(request);
  }

  private refuseRecovering(request: Request): false {
    const { recovery, self, replica, origin } = this.host;
    const lacking = recovery.ownWanted - (replica.applied.get(origin) ?? 0);
    const why = stillRecovering(self, Math.max(0, lacking), recovery.silentOnes);
    this.decisions.settle(request, this.decisions.refusal('RECOVERING', why));
    return false;
  }

  /** Whether one more may wait; if not, the request is refused. */
  private hasRoom(request: Request): boolean {
    if (this.parked < this.host.maxParked) return true;
    const message = 'too many requests wait at this branch; try again later';
    this.decisions.settle(request, this.decisions.refusal('OVERLOADED', { message, details: {} }));
    return false;
  }

  /** Of what the passbook names and the bank has lost: for each data directory, its last write that stands. */
  private lostOf({ passbook }: Request): VersionVector {
    const { membership, recovery } = this.host;
    // A branch that may have forgotten its promises cannot tell what came after them from what is lost.
    if (!passbook || !recovery.isWhole) return EMPTY_VECTOR;
    return new Map([...membership.lost(passbook.written), ...membership.lost(passbook.read)]);
  }

  private writesLost(lost: VersionVector): Refusal {
    return { ...this.decisions.refusal('WRITES_LOST', writesLost(lost)), lost };
  }

  private accountNotFound(account: AccountId): Refusal {
    const message = `branch ${this.host.self} knows no account ${account}`;
    return this.decisions.refusal('ACCOUNT_NOT_FOUND', { message, details: { account } });
  }
}
