import { type AccountId, type BranchId, branchOf, type OriginId, openedAccount, type WriteId } from '../domain/ids.js';
import { branchesNeeded, isWrite, type Operation } from '../domain/operations.js';
import type { Outcome, Refusal, View, Written } from '../domain/outcomes.js';
import { REFUSALS, type Reason } from '../domain/refusals.js';
import { demands } from '../domain/session.js';
import type { VersionVector } from '../domain/vector.js';
import { type WriteBatch, WriteKind } from '../domain/writes.js';
import { assert, unreachable } from '../std/assert.js';
import { Acknowledgements } from './acknowledgements.js';
import { Allowances } from './allowances.js';
import { AntiEntropy } from './anti-entropy.js';
import { Deadlines } from './deadlines.js';
import { type Explanation, insufficient, levelNotReached, moneyUnreachable, notSatisfied } from './explanations.js';
import { type Account, allowanceOf, balanceOf } from './ledger.js';
import { LogWriter } from './log-writer.js';
import type { Effect, PeerMessage } from './messages.js';
import type { Note } from './notes.js';
import { type Attempt, SessionRecord, sameOperation, writtenAs } from './once.js';
import { Outbox } from './outbox.js';
import { Parking } from './parking.js';
import { Peers } from './peers.js';
import { rebuild } from './rebuild.js';
import { Replica } from './replica.js';
import type { Request } from './request.js';

export interface BranchConfig {
  readonly bankId: string;
  /** This branch and its data directory. */
  readonly origin: OriginId;
  /** All branches of the bank, this one included. */
  readonly members: readonly BranchId[];
  /** Balances of the accounts the bank was founded with, in minor units. */
  readonly foundedMinor: readonly bigint[];
  /** How long a message to another branch and its answer may take before something is done about it. */
  readonly patienceMs: number;
  /** Requests that may wait at a time; more are refused. */
  readonly maxParked: number;
  /** Tells the processes of one origin apart: another at each start, from 0 to 2^32-1. Default: 0. */
  readonly incarnation?: number;
  /** Whether to tell about the work; costs a little for each operation. */
  readonly observe: boolean;
}

/**
 * One branch as a state machine: no I/O, no clock, no randomness. Inputs are the
 * methods below, each with the time at which it happens; what is to be done
 * comes out as effects. Inputs record; `endTurn` closes the turn and hands out
 * what may leave. See DESIGN in ARCHITECTURE.md for the rules kept here.
 */
export class Branch {
  readonly self: BranchId;
  private readonly outbox = new Outbox();
  private readonly deadlines = new Deadlines();
  private readonly replica: Replica;
  private readonly log: LogWriter;
  private readonly peers: Peers;
  private readonly parking: Parking;
  private readonly allowances: Allowances;
  private readonly acknowledgements: Acknowledgements;
  private readonly antiEntropy: AntiEntropy;
  private readonly sessions = new Map<string, SessionRecord>();
  /** Of each group on its way to disk: the own sequence that it ends with, and the own writes in it. */
  private readonly underway: { readonly last: number; readonly own: WriteBatch | undefined }[] = [];
  /** Peers whose writes came in this turn: they are told how far we are. */
  private readonly toReport = new Set<BranchId>();
  private sharedOthers: VersionVector | undefined;
  private nowMs = 0;
  private closing = false;

  constructor(readonly config: BranchConfig) {
    this.self = branchOf(config.origin);
    assert(config.members.includes(this.self), 'a branch is a member of its bank');
    const emit = (effect: Effect) => {
      if (effect.kind !== 'note') this.outbox.push(effect);
      else if (config.observe) this.outbox.pushNow(effect);
    };
    this.replica = new Replica(config.members, config.foundedMinor);
    this.log = new LogWriter(config.origin);
    this.peers = new Peers(config.members, config.origin, (effect) => this.outbox.pushNow(effect));
    this.parking = new Parking(this.replica.applied, this.deadlines);
    this.acknowledgements = new Acknowledgements(this.peers, this.deadlines);
    this.allowances = new Allowances({
      self: this.self,
      origin: config.origin,
      others: this.peers.others,
      applied: this.replica.applied,
      deadlines: this.deadlines,
      patienceMs: config.patienceMs,
      incarnation: config.incarnation ?? 0,
      now: () => this.nowMs,
      emit,
      find: (id) => this.replica.ledger.find(id),
      grant: (account, to, amount) => this.grant(account, to, amount),
      proceed: (request) => this.carryOut(request),
      insufficient: (request, account, amount) =>
        this.settle(request, this.refusal('INSUFFICIENT_FUNDS', insufficient(account, amount))),
      unreachable: (request, account, silent) =>
        this.settle(request, this.refusal('ALLOWANCE_UNREACHABLE', moneyUnreachable(this.self, account, silent))),
    });
    this.antiEntropy = new AntiEntropy({
      self: config.origin,
      applied: this.replica.applied,
      received: this.replica.received,
      peers: this.peers,
      deadlines: this.deadlines,
      patienceMs: config.patienceMs,
      now: () => this.nowMs,
      emit,
      needed: () => this.needed(),
      heardOf: () => [this.peers.heardOf, this.replica.blockers()],
    });
  }

  /**
   * Rebuilds the branch, before anything else, from what its disk has kept: all
   * batches, in the order of the log. What was not durable is gone, and nobody
   * has seen it; its sequences are used again.
   */
  restore(batches: Iterable<WriteBatch>, nowMs: number): void {
    this.nowMs = nowMs;
    const { replica, log, peers, allowances } = this;
    rebuild(batches, { origin: this.config.origin, replica, log, peers, allowances, session: this.session.bind(this) });
  }

  // What customers ask

  /** The record of a session, by which its requests take effect once. */
  session(customer: SessionRecord['customer'], session: number): SessionRecord {
    const key = `${session}/${customer}`;
    let record = this.sessions.get(key);
    if (!record) {
      record = new SessionRecord(customer, session);
      this.sessions.set(key, record);
    }
    return record;
  }

  operate(request: Request, nowMs: number): void {
    this.nowMs = nowMs;
    this.note(() => ({ kind: 'received', request }));
    // A retry of what was done is told so, also by a branch that takes on nothing new.
    if (isWrite(request.operation.kind) && request.counter > 0 && !this.isFirstAttempt(request)) return;
    if (this.closing) return this.refuseClosing(request);
    const needed = demands(
      request.operation.kind,
      request.guarantees,
      request.passbook ?? { written: new Map(), read: new Map() },
    );
    if (needed.length === 0 || !this.park(request, needed)) this.carryOut(request);
  }

  // What other branches say

  linkOpened(peer: BranchId, nowMs: number): void {
    this.nowMs = nowMs;
    this.note(() => ({ kind: 'linked', peer }));
    const { bankId, origin } = this.config;
    // Not a promise about the vector's durability: only what leaves after it counts.
    this.outbox.push({ kind: 'send', peer, message: { kind: 'hello', bankId, origin, vector: new Map(this.replica.applied) } });
    this.peers.opened(peer);
  }

  linkClosed(peer: BranchId, nowMs: number): void {
    this.nowMs = nowMs;
    this.note(() => ({ kind: 'unlinked', peer }));
    this.peers.closed(peer);
  }

  receiveWrites(from: BranchId, batch: WriteBatch, nowMs: number): void {
    this.nowMs = nowMs;
    const receipt = this.replica.receive(batch);
    this.note(() => ({ kind: 'took-in', from, batch, receipt }));
    this.toReport.add(from);
    if (receipt === 'duplicate') this.peers.untell(from, batch.origin);
    if (receipt === 'gap') this.antiEntropy.missed(batch.origin, batch.first - 1);
    if (receipt === 'new') this.outbox.log(batch);
  }

  receive(from: BranchId, message: PeerMessage, nowMs: number): void {
    this.nowMs = nowMs;
    switch (message.kind) {
      case 'hello':
        this.peers.introduced(from, message.origin, message.vector);
        this.acknowledge();
        return;
      case 'progress':
        this.peers.confirm(from, message.vector);
        this.acknowledge();
        return;
      case 'fetch': {
        // Also what waits for others here: who asks may have those. It is in the log, and leaves when that is durable.
        const last = Math.min(message.last, this.replica.received.get(message.origin) ?? 0);
        if (message.first > last) return;
        this.outbox.push({ kind: 'forward', peer: from, origin: message.origin, first: message.first, last });
        return;
      }
      case 'allowance-request':
        this.allowances.asked(from, message);
        return;
      case 'allowance-reply':
        this.allowances.answered(from, message.round, message.vector);
        return;
      default:
        unreachable(message);
    }
  }

  // What the driver reports

  /** The group is durable; groups come in order. */
  durable(group: number, nowMs: number): void {
    this.nowMs = nowMs;
    this.outbox.durable(group);
    const { last, own } = this.underway.shift() as (typeof this.underway)[number];
    if (own) this.note(() => ({ kind: 'logged', batch: own }));
    this.peers.pushUpTo(last);
    this.acknowledge();
  }

  /** Time has passed. */
  tick(nowMs: number): void {
    this.nowMs = nowMs;
    this.deadlines.run(nowMs);
  }

  /** When `tick` is due next, in the driver's milliseconds. */
  nextTickMs(): number | undefined {
    return this.deadlines.next();
  }

  /** Refuses what comes and what waits; what is logged is still carried out. */
  close(nowMs: number): void {
    this.nowMs = nowMs;
    this.closing = true;
    for (const request of [...this.parking.takeAll(), ...this.allowances.takeAll()]) this.refuseClosing(request);
    this.acknowledgements.giveUp();
  }

  /**
   * Ends the turn: applies what came, decides who may go now, closes the commit
   * group. Returns what the driver has to do, in order.
   */
  endTurn(nowMs: number): Effect[] {
    this.nowMs = nowMs;
    this.applyReceived();
    const own = this.log.take();
    if (own) this.outbox.log(own);
    this.report();
    if (this.outbox.closeTurn()) this.underway.push({ last: this.log.last, own });
    this.antiEntropy.watch();
    const effects = this.outbox.drain();
    return this.config.observe ? effects.flatMap(withNote) : effects;
  }

  // What is known, for status and tests

  get applied(): VersionVector {
    return this.replica.applied;
  }

  /** How many writes were applied here up to and with this one, which was. */
  positionOf(id: WriteId): number {
    return this.replica.order.positionOf(id);
  }

  get parked(): number {
    return this.parking.size + this.allowances.size + this.acknowledgements.size;
  }

  /** Nothing waits to become durable or to leave. */
  get isQuiet(): boolean {
    return this.outbox.isEmpty && this.parked === 0;
  }

  accounts(): { account: Account; balance: bigint; allowance: bigint }[] {
    return [...this.replica.ledger.all()].map((account) => ({
      account,
      balance: balanceOf(account),
      allowance: allowanceOf(account, this.self),
    }));
  }

  serializeState(): string {
    return this.replica.ledger.serialize();
  }

  /** Held back like everything that shows what was applied: it could still be lost with this turn's group. */
  private report(): void {
    for (const peer of this.toReport) {
      const effect = this.peers.report(peer, this.replica.applied);
      if (effect) this.outbox.push(effect);
    }
    this.toReport.clear();
  }

  /** Takes note of remote writes and releases, in one place, whoever waited for them. */
  private applyReceived(): void {
    const advanced = this.replica.applyPending();
    if (advanced.size === 0) return;
    this.sharedOthers = undefined;
    for (const origin of advanced) {
      const sequence = this.replica.applied.get(origin) as number;
      this.log.dependsOn(origin, sequence);
      // Its customers may wait for this acknowledgement, though what freed the write came from another branch.
      if (this.peers.has(branchOf(origin))) this.toReport.add(branchOf(origin));
      this.note(() => ({ kind: 'applied', origin, sequence }));
    }
    for (const request of this.parking.release(advanced)) this.carryOut(request);
    this.allowances.decideAll();
  }

  /** What requests wait for, and what the writes they wait for wait for. */
  private needed(): VersionVector[] {
    if (this.parking.size + this.allowances.size === 0) return [];
    return [this.parking.wanted(), this.allowances.wanted(), this.replica.blockers()];
  }

  /** Handles a retry; true if the request is to be decided now. */
  private isFirstAttempt(request: Request): boolean {
    const { session, counter } = request;
    if (session.isSettled(counter)) {
      this.refuse(request, 'REQUEST_SETTLED', `the session has said that request ${counter} was answered`);
      return false;
    }
    const earlier = session.find(counter);
    if (!earlier) {
      session.begin(counter, request);
      return true;
    }
    if (!sameOperation(earlier.operation, request.operation)) {
      this.refuse(request, 'REQUEST_ID_REUSED', `request ${counter} of this session asked for something else before`);
    } else if (earlier.outcome) {
      this.confirm(request, earlier.outcome);
    } else {
      earlier.waiting.push(request);
    }
    return false;
  }

  private park(request: Request, needed: VersionVector[]): boolean {
    const lacking = this.parking.lacking(needed);
    if (lacking.size === 0) return false;
    if (!this.hasRoom(request)) return true;
    this.note(() => ({ kind: 'parked', request, lacking }));
    for (const origin of lacking.keys()) this.peers.need(branchOf(origin));
    const holders = this.peers.holders.bind(this.peers);
    return this.parking.park(request, needed, (still) =>
      this.settle(request, this.refusal('SESSION_NOT_SATISFIED', notSatisfied(this.self, still, holders))),
    );
  }

  /** Serves a request whose session the branch satisfies. */
  private carryOut(request: Request): void {
    const operation = request.operation;
    if (operation.kind === 'open') {
      const sequence = this.log.open(operation.label, request);
      this.replica.ledger.open(openedAccount({ origin: this.config.origin, sequence }), operation.label);
      return this.accepted(request, WriteKind.open, sequence);
    }
    const account = this.replica.ledger.find(operation.account);
    if (!account) return this.settle(request, this.accountNotFound(operation.account));
    switch (operation.kind) {
      case 'query':
        return this.settle(request, { kind: 'balance', balance: balanceOf(account), view: this.view() });
      case 'deposit':
        this.replica.ledger.credit(account, this.self, operation.amount);
        this.accepted(request, WriteKind.deposit, this.log.deposit(account.id, operation.amount, request));
        return this.allowances.decide(account.id);
      case 'withdraw':
      case 'transfer':
        return this.takeOut(request, operation, account);
      default:
        unreachable(operation);
    }
  }

  private takeOut(request: Request, operation: Operation & { kind: 'withdraw' | 'transfer' }, account: Account): void {
    const target = operation.kind === 'transfer' ? this.replica.ledger.find(operation.to) : undefined;
    if (operation.kind === 'transfer' && !target) return this.settle(request, this.accountNotFound(operation.to));
    const allowance = allowanceOf(account, this.self);
    if (allowance < BigInt(operation.amount)) {
      if (!this.hasRoom(request)) return;
      this.note(() => ({ kind: 'short', request, allowance }));
      const { session, counter } = request;
      // The branch as well: two requests without a counter, at two branches, would hand the money to and fro for ever.
      const place = { amount: operation.amount, tieBreaker: `${session.customer}/${session.session}/${counter}/${this.self}` };
      return this.allowances.wait(request, account, place);
    }
    this.replica.ledger.debit(account, this.self, operation.amount);
    if (target) this.replica.ledger.credit(target, this.self, operation.amount);
    const sequence = target
      ? this.log.transfer(account.id, target.id, operation.amount, request)
      : this.log.withdraw(account.id, operation.amount, request);
    this.accepted(request, target ? WriteKind.transfer : WriteKind.withdraw, sequence);
    if (target) this.allowances.decide(target.id);
  }

  private grant(account: Account, to: BranchId, amount: number): number {
    this.replica.ledger.grant(account, this.self, to, amount);
    const sequence = this.log.grant(account.id, to, amount);
    this.replica.accepted(this.config.origin, sequence);
    return sequence;
  }

  /** An own write is in the log: everyone who asked for it is answered, each when as many branches as it wants have it. */
  private accepted(request: Request, kind: WriteKind, sequence: number): void {
    this.replica.accepted(this.config.origin, sequence);
    const outcome = writtenAs(kind, this.view());
    const attempt = this.attemptOf(request);
    if (attempt) attempt.outcome = outcome;
    for (const waiting of attempt?.waiting.splice(0) ?? [request]) this.confirm(waiting, outcome);
  }

  private confirm(request: Request, outcome: Written): void {
    const needed = branchesNeeded(request.acks, this.config.members.length);
    const done = (final: Outcome) => {
      this.note(() => ({ kind: 'decided', request, outcome: final }));
      this.reply(request, final);
    };
    if (needed === 1) return done(outcome);
    // A branch that closes waits for nobody.
    const deadlineMs = this.closing ? this.nowMs : request.deadlineMs;
    this.acknowledgements.wait(outcome.view.own, needed, deadlineMs, (count) => {
      const late = () => ({ ...this.refusal('ACK_LEVEL_NOT_REACHED', levelNotReached(count, needed)), standing: outcome.view });
      done(count >= needed ? outcome : late());
    });
  }

  private acknowledge(): void {
    this.acknowledgements.release();
  }

  private attemptOf({ operation, session, counter }: Request): Attempt | undefined {
    return isWrite(operation.kind) && counter > 0 ? session.find(counter) : undefined;
  }

  /** Decides a request without a write, and with it every retry that attached to it. */
  private settle(request: Request, outcome: Outcome): void {
    this.note(() => ({ kind: 'decided', request, outcome }));
    const attempt = this.attemptOf(request);
    for (const waiting of attempt?.waiting ?? [request]) this.reply(waiting, outcome);
    // This attempt did nothing, so a later one may try again.
    if (attempt) request.session.forget(request.counter);
  }

  private reply(request: Request, outcome: Outcome): void {
    this.outbox.push({ kind: 'reply', request, outcome });
  }

  private refuse(request: Request, reason: Reason, message: string): void {
    this.reply(request, this.refusal(reason, { message, details: {} }));
  }

  private refuseClosing(request: Request): void {
    this.settle(request, this.refusal('CLOSING', { message: 'this branch is shutting down; ask another one', details: {} }));
  }

  /** Whether one more may wait; if not, the request is refused. */
  private hasRoom(request: Request): boolean {
    if (this.parked < this.config.maxParked) return true;
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
    return this.refusal('ACCOUNT_NOT_FOUND', {
      message: `branch ${this.self} knows no account ${account}`,
      details: { account },
    });
  }

  private view(): View {
    if (!this.sharedOthers) {
      const others = new Map(this.replica.applied);
      others.delete(this.config.origin);
      this.sharedOthers = others;
    }
    return { origin: this.config.origin, own: this.log.last, others: this.sharedOthers };
  }

  private note(make: () => Note): void {
    if (this.config.observe) this.outbox.pushNow({ kind: 'note', note: make() });
  }
}

/** Writes leave in many places: they are told of in one. */
function withNote(effect: Effect): Effect[] {
  if (effect.kind !== 'forward') return [effect];
  const { peer, origin, first, last } = effect;
  return [effect, { kind: 'note', note: { kind: 'sent', to: peer, origin, first, last } }];
}
