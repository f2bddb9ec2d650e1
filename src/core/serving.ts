import { type AccountId, type BranchId, branchOf, type OriginId, openedAccount, type WriteId } from '../domain/ids.js';
import { branchesNeeded, isWrite, type Operation } from '../domain/operations.js';
import type { Outcome, Refusal, View } from '../domain/outcomes.js';
import { REFUSALS, type Reason } from '../domain/refusals.js';
import { demands } from '../domain/session.js';
import { includesWrite, type VersionVector } from '../domain/vector.js';
import { FINAL_REASONS, type FinalReason, WriteKind } from '../domain/writes.js';
import { assert, unreachable } from '../std/assert.js';
import type { Acknowledgements } from './acknowledgements.js';
import type { Allowances } from './allowances.js';
import type { Claims } from './claims.js';
import {
  type Explanation,
  insufficient,
  levelNotReached,
  moneyUnreachable,
  notSatisfied,
  stillRecovering,
  unknownOutcome,
} from './explanations.js';
import { type Account, allowanceOf, balanceOf } from './ledger.js';
import type { LogWriter } from './log-writer.js';
import type { Note } from './notes.js';
import {
  type Attempt,
  type Fact,
  holderOf,
  isEffect,
  isWhatWasAsked,
  type SessionRecord,
  sameOperation,
  viewOf,
  writtenAs,
} from './once.js';
import type { Outbox } from './outbox.js';
import type { Parking } from './parking.js';
import type { Peers } from './peers.js';
import type { Recovery } from './recovery.js';
import type { Replica } from './replica.js';
import type { Request } from './request.js';

/** What serving requests needs of the branch. */
export interface ServingHost {
  readonly self: BranchId;
  readonly origin: OriginId;
  readonly members: readonly BranchId[];
  readonly maxParked: number;
  readonly maxWaiting: number;
  readonly replica: Replica;
  readonly log: LogWriter;
  readonly outbox: Outbox;
  readonly peers: Peers;
  readonly parking: Parking;
  readonly allowances: Allowances;
  readonly acknowledgements: Acknowledgements;
  readonly claims: Claims;
  readonly recovery: Recovery;
  now(): number;
  note(make: () => Note): void;
}

/** What customers ask, from the request to its one answer. */
export class Serving {
  private closing = false;
  private readOnly = false;
  /** Cheap views share it until a remote write is applied. */
  private sharedOthers: VersionVector | undefined;
  /** Attempts about which something was learnt from other branches' logs. */
  private readonly enlightened: Attempt[] = [];

  constructor(private readonly host: ServingHost) {}

  operate(request: Request): void {
    // Faster than the disk: whoever is refused at once can go elsewhere, and memory has an end.
    if (this.host.outbox.waiting >= this.host.maxWaiting) return this.refuseAtOnce(request);
    this.host.note(() => ({ kind: 'received', request }));
    // A retry of what was done is told so, also by a branch that takes on nothing new.
    if (hasName(request) && !this.isOursToDecide(request)) return;
    this.proceed(request);
  }

  /** Those whose session the branch now satisfies, after remote writes were applied. */
  released(advanced: ReadonlySet<OriginId>): void {
    this.sharedOthers = undefined;
    for (const request of this.host.parking.release(advanced)) this.carryOut(request);
    for (const attempt of this.enlightened.splice(0)) if (this.host.claims.has(attempt)) this.goOn(attempt);
  }

  /** A fact about a request was learnt from a log. */
  learnt(session: SessionRecord, counter: number): void {
    const attempt = session.attempt(counter);
    if (attempt && this.host.claims.has(attempt)) this.enlightened.push(attempt);
  }

  /**
   * Another branch, to which a request has come, asks this one about it: as its
   * home, or as who got the right to it by a write. Before that write is applied
   * here there is nothing to hand on: two branches would end up with the right.
   */
  claimed(from: BranchId, session: SessionRecord, counter: number, by: WriteId | undefined): void {
    if (by && !includesWrite(this.host.replica.applied, by)) return;
    if (session.isSettled(counter)) return this.answerClaim(from, session, counter, undefined);
    const attempt = session.attempt(counter);
    const fact = session.fact(counter);
    const isHeldHere = holderOf(fact, this.host.self) === this.host.self && !(fact && !fact.receiver);
    // Whoever holds the right and is deciding decides first: a claim may be older than the request.
    if (attempt && isHeldHere && !this.host.claims.has(attempt)) attempt.claimants.add(from);
    else if (!isHeldHere) this.answerClaim(from, session, counter, fact);
    else if (this.mayWrite) this.answerClaim(from, session, counter, this.cede(session, counter, from));
  }

  claimAnswered(session: SessionRecord, counter: number, write: Fact['id'] | undefined): void {
    const attempt = session.attempt(counter);
    if (!attempt) return;
    if (write) return this.host.claims.answered(attempt, write);
    if (!this.host.claims.has(attempt)) return;
    this.host.claims.end(attempt);
    this.settle(attempt.request, this.settled(counter));
  }

  insufficient(request: Request, account: Account, amount: number): void {
    this.refuseForGood(request, 'INSUFFICIENT_FUNDS', insufficient(account, amount));
  }

  unreachable(request: Request, account: Account, silent: readonly BranchId[]): void {
    this.settle(request, this.refusal('ALLOWANCE_UNREACHABLE', moneyUnreachable(this.host.self, account, silent)));
  }

  unknown({ request }: Attempt, holder: BranchId): void {
    this.settle(request, this.refusal('OUTCOME_UNKNOWN', unknownOutcome(holder)));
  }

  /** The account now allows it. */
  carryOut(request: Request): void {
    const operation = request.operation;
    if (isWrite(operation.kind) && !this.mayTakeOn(request)) return;
    if (operation.kind === 'open') return this.open(request, operation.label);
    const account = this.host.replica.ledger.find(operation.account);
    if (!account) return this.settle(request, this.accountNotFound(operation.account));
    switch (operation.kind) {
      case 'query':
        return this.settle(request, {
          kind: 'balance',
          balance: balanceOf(account),
          credits: account.credits,
          available: allowanceOf(account, this.host.self),
          view: this.view(),
        });
      case 'deposit':
        this.host.replica.ledger.credit(account, this.host.self, operation.amount);
        this.accepted(request, WriteKind.deposit, this.host.log.deposit(account.id, operation.amount, request));
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
    replica.accepted(origin, sequence, this.view().others);
    return sequence;
  }

  /** Whether own writes can be logged: not while the branch is unsure of those it has, or has no room for them. */
  get mayWrite(): boolean {
    return this.host.recovery.isSure && !this.readOnly && !this.closing;
  }

  setReadOnly(readOnly: boolean): void {
    this.readOnly = readOnly;
  }

  /** Refuses what comes and what waits; what is logged is still carried out. */
  close(): void {
    this.closing = true;
    const { parking, allowances, claims, acknowledgements } = this.host;
    const waiting = [...parking.takeAll(), ...allowances.takeAll(), ...claims.takeAll().map(({ request }) => request)];
    for (const request of waiting) this.refuseClosing(request);
    acknowledgements.giveUp();
  }

  /** Requests that wait for something. */
  get parked(): number {
    const { parking, allowances, acknowledgements, claims } = this.host;
    return parking.size + allowances.size + acknowledgements.size + claims.size;
  }

  view(): View {
    const { replica, origin } = this.host;
    if (!this.sharedOthers) {
      const others = new Map(replica.applied);
      others.delete(origin);
      this.sharedOthers = others;
    }
    return { origin, own: replica.applied.get(origin) ?? 0, others: this.sharedOthers };
  }

  /** Looks at what is known of a request with a name; true if it is to be decided here and now. */
  private isOursToDecide(request: Request): boolean {
    const { session, counter } = request;
    if (session.isSettled(counter)) return this.refuse(request, this.settled(counter));
    const attempt = session.attempt(counter);
    if (attempt) {
      if (sameOperation(attempt.request.operation, request.operation)) attempt.waiting.push(request);
      else this.refuse(request, this.reused(counter));
      return false;
    }
    const fact = session.fact(counter);
    if (fact && !fact.receiver) {
      this.tell(request, fact);
      return false;
    }
    session.begin(request);
    const holder = holderOf(fact, request.home ?? this.host.self);
    if (holder === this.host.self) return true;
    if (this.closing) this.refuseClosing(request);
    else if (!this.host.members.includes(holder)) this.settle(request, this.noSuchBranch(holder));
    else if (this.hasRoom(request)) this.host.claims.begin(session.attempt(counter) as Attempt, holder, fact?.id);
    return false;
  }

  /** An attempt that waited for word from the holder of its right has it. */
  private goOn(attempt: Attempt): void {
    const { session, counter } = attempt.request;
    const fact = session.fact(counter);
    const { self, claims } = this.host;
    claims.end(attempt);
    if (!fact) {
      // Learnt, and settled in the same moment.
      this.settle(attempt.request, this.settled(counter));
    } else if (!fact.receiver) {
      session.end(counter);
      for (const request of attempt.waiting) this.tell(request, fact);
    } else if (fact.receiver === self) {
      this.proceed(attempt.request);
    } else {
      claims.begin(attempt, fact.receiver, fact.id);
    }
  }

  /** Tells what a request has become for good. */
  private tell(request: Request, fact: Fact): void {
    if (!isEffect(fact)) {
      const { counter } = request;
      const message = `request ${counter} of this session was refused before, for good`;
      const refusal = this.refusal(fact.reason as FinalReason, { message, details: {} });
      this.decided(request, { ...refusal, final: true, view: viewOf(fact) });
    } else if (isWhatWasAsked(request.operation, fact)) {
      this.confirm(request, fact);
    } else {
      this.refuse(request, this.reused(request.counter));
    }
  }

  /** Parks a request until the branch has all that its session asks for. */
  private proceed(request: Request): void {
    if (this.closing) return this.refuseClosing(request);
    if (isWrite(request.operation.kind) && !this.mayTakeOn(request)) return;
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
      this.settle(request, this.refusal('SESSION_NOT_SATISFIED', notSatisfied(self, still, holders))),
    );
  }

  private open(request: Request, label: string): void {
    const { log, replica, origin } = this.host;
    const sequence = log.open(label, request);
    replica.ledger.open(openedAccount({ origin, sequence }), label);
    this.accepted(request, WriteKind.open, sequence);
  }

  private takeOut(request: Request, operation: Operation & { kind: 'withdraw' | 'transfer' }, account: Account): void {
    const { replica, self, log, allowances } = this.host;
    const target = operation.kind === 'transfer' ? replica.ledger.find(operation.to) : undefined;
    if (operation.kind === 'transfer' && !target) return this.settle(request, this.accountNotFound(operation.to));
    const allowance = allowanceOf(account, self);
    if (allowance < BigInt(operation.amount)) {
      if (!this.hasRoom(request)) return;
      this.host.note(() => ({ kind: 'short', request, allowance }));
      const { session, counter } = request;
      // The branch as well: two requests without a counter, at two branches, would hand the money to and fro for ever.
      const place = { amount: operation.amount, tieBreaker: `${session.customer}/${session.session}/${counter}/${self}` };
      return allowances.wait(request, account, place);
    }
    replica.ledger.debit(account, self, operation.amount);
    if (target) replica.ledger.credit(target, self, operation.amount);
    const sequence = target
      ? log.transfer(account.id, target.id, operation.amount, request)
      : log.withdraw(account.id, operation.amount, request);
    this.accepted(request, target ? WriteKind.transfer : WriteKind.withdraw, sequence);
    if (target) allowances.decide(target.id);
  }

  /** An own write is in the log: everyone who asked for it is answered, each when as many branches as it wants have it. */
  private accepted(request: Request, kind: WriteKind, sequence: number): void {
    const { operation, session, counter } = request;
    const { kind: _, ...asked } = operation;
    const fact = this.record(kind, sequence, asked);
    const attempt = this.attemptOf(request);
    session.learn(counter, fact);
    for (const waiting of this.endAttempt(request)) this.confirm(waiting, fact);
    for (const branch of attempt?.claimants ?? []) this.answerClaim(branch, session, counter, fact);
  }

  private confirm(request: Request, fact: Fact): void {
    const { acknowledgements, members } = this.host;
    const outcome = writtenAs(fact);
    const needed = branchesNeeded(request.acks, members.length);
    if (needed === 1) return this.decided(request, outcome);
    const late = (count: number): Outcome =>
      count >= needed
        ? outcome
        : { ...this.refusal('ACK_LEVEL_NOT_REACHED', levelNotReached(count, needed)), standing: outcome.view };
    // A branch that closes waits for nobody.
    const deadlineMs = this.closing ? this.host.now() : request.deadlineMs;
    acknowledgements.wait(fact.id, needed, deadlineMs, (count) => this.decided(request, late(count)));
  }

  /** Refuses with a void in the log: whatever copy of the request comes later is refused as well. */
  private refuseForGood(request: Request, reason: FinalReason, explanation: Explanation): void {
    if (!hasName(request) || !this.mayWrite) return this.settle(request, this.refusal(reason, explanation));
    const { session, counter } = request;
    const fact = this.record(WriteKind.void, this.host.log.void(request, reason), { reason });
    session.learn(counter, fact);
    const claimants = this.attemptOf(request)?.claimants ?? [];
    const refusal = { ...this.refusal(reason, explanation), final: true, view: viewOf(fact) };
    for (const waiting of this.endAttempt(request)) this.decided(waiting, refusal);
    for (const branch of claimants) this.answerClaim(branch, session, counter, fact);
  }

  private cede(session: SessionRecord, counter: number, receiver: BranchId): Fact {
    const fact = this.record(WriteKind.cede, this.host.log.cede({ session, counter }, receiver), { receiver });
    session.learn(counter, fact);
    return fact;
  }

  private answerClaim(to: BranchId, session: SessionRecord, counter: number, fact: Fact | undefined): void {
    const request = { customer: session.customer, session: session.session, counter };
    this.host.outbox.push({ kind: 'send', peer: to, message: { kind: 'claim-reply', request, write: fact?.id } });
  }

  /** What the own write `sequence`, the latest, says about its request. */
  private record(kind: WriteKind, sequence: number, about: Partial<Fact>): Fact {
    const { replica, origin } = this.host;
    const { others } = this.view();
    replica.accepted(origin, sequence, others);
    const { account, amount, to, label, receiver, reason } = about;
    return {
      kind,
      id: { origin, sequence },
      account,
      amount: reason ? FINAL_REASONS[reason] : (amount ?? 0),
      to,
      label,
      receiver,
      reason,
      others,
    };
  }

  private attemptOf(request: Request): Attempt | undefined {
    return hasName(request) ? request.session.attempt(request.counter) : undefined;
  }

  /** Returns everyone who waits for it. */
  private endAttempt(request: Request): readonly Request[] {
    const attempt = this.attemptOf(request);
    if (!attempt) return [request];
    assert(attempt.request === request, 'a request is decided once');
    request.session.end(request.counter);
    return attempt.waiting;
  }

  /** Decides a request without a write, and with it every retry that attached to it. */
  private settle(request: Request, outcome: Outcome): void {
    this.host.note(() => ({ kind: 'decided', request, outcome }));
    const attempt = this.attemptOf(request);
    // This attempt did nothing, so a later one may try again, here or where it is claimed.
    for (const waiting of this.endAttempt(request)) this.reply(waiting, outcome);
    for (const branch of attempt?.claimants ?? []) this.claimed(branch, request.session, request.counter, undefined);
  }

  private decided(request: Request, outcome: Outcome): void {
    this.host.note(() => ({ kind: 'decided', request, outcome }));
    this.reply(request, outcome);
  }

  private reply(request: Request, outcome: Outcome): void {
    this.host.outbox.push({ kind: 'reply', request, outcome });
  }

  /** Refuses one that is no attempt of its own. */
  private refuse(request: Request, refusal: Refusal): false {
    this.reply(request, refusal);
    return false;
  }

  private refuseClosing(request: Request): void {
    this.settle(request, this.refusal('CLOSING', { message: 'this branch is shutting down; ask another one', details: {} }));
  }

  /** Shows nothing that could be lost, so it need not wait behind what does. */
  private refuseAtOnce(request: Request): void {
    const message = 'more is asked of this branch than its disk can keep up with; try again later';
    const outcome = this.refusal('OVERLOADED', { message, details: {} });
    this.host.outbox.pushNow({ kind: 'reply', request, outcome });
  }

  /** Whether a write can be taken on now; if not, it is refused. */
  private mayTakeOn(request: Request): boolean {
    const { recovery, self, replica, origin } = this.host;
    if (!recovery.isSure) {
      const lacking = recovery.ownWanted - (replica.applied.get(origin) ?? 0);
      this.settle(request, this.refusal('RECOVERING', stillRecovering(self, Math.max(0, lacking), recovery.silentOnes)));
      return false;
    }
    if (this.readOnly) {
      const message = `the disk of branch ${self} is full: it answers queries only, until there is room again`;
      this.settle(request, this.refusal('DISK_FULL', { message, details: {} }));
      return false;
    }
    return true;
  }

  /** Whether one more may wait; if not, the request is refused. */
  private hasRoom(request: Request): boolean {
    if (this.parked < this.host.maxParked) return true;
    const message = 'too many requests wait at this branch; try again later';
    this.settle(request, this.refusal('OVERLOADED', { message, details: {} }));
    return false;
  }

  private refusal(reason: Reason, explanation: Explanation): Refusal {
    const { applied, revealsState } = REFUSALS[reason];
    const refusal: Refusal = { kind: 'refused', reason, applied, ...explanation };
    return revealsState ? { ...refusal, view: this.view() } : refusal;
  }

  private accountNotFound(account: AccountId): Refusal {
    const message = `branch ${this.host.self} knows no account ${account}`;
    return this.refusal('ACCOUNT_NOT_FOUND', { message, details: { account } });
  }

  private noSuchBranch(branch: BranchId): Refusal {
    const message = `the request says that it was first sent to branch ${branch}, which this bank does not have`;
    return this.refusal('BRANCH_NOT_FOUND', { message, details: { branch: `${branch}` } });
  }

  private settled(counter: number): Refusal {
    const message = `the session has said that request ${counter} was answered`;
    return this.refusal('REQUEST_SETTLED', { message, details: {} });
  }

  private reused(counter: number): Refusal {
    const message = `request ${counter} of this session asked for something else before`;
    return this.refusal('REQUEST_ID_REUSED', { message, details: {} });
  }
}

/** Whether a retry of the request can be told from another one. */
function hasName({ operation, counter }: Request): boolean {
  return counter > 0 && isWrite(operation.kind);
}
