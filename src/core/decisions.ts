import type { BranchId, OriginId, WriteId } from '../domain/ids.js';
import { branchesNeeded, hasName } from '../domain/operations.js';
import type { Outcome, Refusal, View } from '../domain/outcomes.js';
import { REFUSALS, type Reason } from '../domain/refusals.js';
import { includesWrite, type VersionVector } from '../domain/vector.js';
import { FINAL_REASONS, type FinalReason, WriteKind } from '../domain/writes.js';
import { assert } from '../std/assert.js';
import type { Acknowledgements } from './acknowledgements.js';
import type { Claims } from './claims.js';
import type { Deadlines } from './deadlines.js';
import { type Explanation, levelNotReached, stillUnderWay, unknownOutcome } from './explanations.js';
import type { LogWriter } from './log-writer.js';
import type { Membership } from './membership.js';
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
import type { Recovery } from './recovery.js';
import type { Replica } from './replica.js';
import type { Request } from './request.js';

/** What deciding requests needs of the branch. */
export interface DecisionsHost {
  readonly self: BranchId;
  readonly origin: OriginId;
  readonly membership: Membership;
  readonly replica: Replica;
  readonly log: LogWriter;
  readonly outbox: Outbox;
  readonly acknowledgements: Acknowledgements;
  readonly claims: Claims;
  readonly recovery: Recovery;
  readonly deadlines: Deadlines;
  now(): number;
  note(make: () => Note): void;
}

/** The way of a request that is to be decided here and now. */
export interface Way {
  proceed(request: Request): void;
  /** Whether one more may wait; if not, the request is refused. */
  hasRoom(request: Request): boolean;
}

/**
 * What becomes of each request: it is decided once, by whoever holds the right to
 * it, and everyone who asked for it hears of that.
 */
export class Decisions {
  closing = false;
  readOnly = false;
  /** Cheap views share it until a remote write is applied. */
  private sharedOthers: VersionVector | undefined;
  /** Attempts about which something was learnt from other branches' logs. */
  private readonly enlightened: Attempt[] = [];

  constructor(
    private readonly host: DecisionsHost,
    private readonly way: Way,
  ) {}

  /** Looks at what is known of a request with a name; true if it is to be decided here and now. */
  isOursToDecide(request: Request): boolean {
    const { session, counter } = request;
    if (session.isSettled(counter)) return this.refuse(request, this.settled(counter));
    const attempt = session.attempt(counter);
    if (attempt) {
      if (sameOperation(attempt.request.operation, request.operation)) this.attach(request, attempt);
      else this.refuse(request, this.reused(counter));
      return false;
    }
    const fact = session.fact(counter);
    if (fact && !fact.receiver) {
      this.tell(request, fact);
      return false;
    }
    session.begin(request);
    const holder = this.heirOf(holderOf(fact, request.home ?? this.host.self));
    if (holder === this.host.self) return true;
    if (this.closing) this.refuseClosing(request);
    else if (!this.host.membership.has(holder)) this.settle(request, this.noSuchBranch(holder));
    else if (this.way.hasRoom(request)) this.host.claims.begin(session.attempt(counter) as Attempt, holder, fact?.id);
    return false;
  }

  /** A fact about a request was learnt from a log. */
  learnt(session: SessionRecord, counter: number): void {
    const attempt = session.attempt(counter);
    if (attempt && this.host.claims.has(attempt)) this.enlightened.push(attempt);
  }

  /** Remote writes were applied. */
  viewChanged(): void {
    this.sharedOthers = undefined;
  }

  /** Attempts that waited for word of other branches, and got it with writes of theirs, go on. */
  goOnInformed(): void {
    for (const attempt of this.enlightened.splice(0)) if (this.host.claims.has(attempt)) this.goOn(attempt);
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
    const isHeldHere = this.heirOf(holderOf(fact, this.host.self)) === this.host.self && !(fact && !fact.receiver);
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

  /** Branches have left the bank: others have their rights. */
  holdersLeft(): void {
    const { claims, membership } = this.host;
    for (const { attempt, holder, by } of claims.strandedWithout((branch) => membership.has(branch))) {
      claims.end(attempt);
      this.goTo(this.heirOf(holder), attempt, by);
    }
  }

  unknown({ request }: Attempt, holder: BranchId): void {
    this.expired(request, this.refusal('OUTCOME_UNKNOWN', unknownOutcome(holder)));
  }

  /** Time is up for the request that began an attempt. Retries that came later have some left, and go on. */
  expired(request: Request, refusal: Refusal): void {
    const waiting = this.attemptOf(request)?.waiting ?? [];
    const isPatient = (copy: Request) => copy !== request && copy.deadlineMs > this.host.now();
    const patient = waiting.filter(isPatient).sort((a, b) => a.deadlineMs - b.deadlineMs);
    const late = waiting.filter((copy) => !isPatient(copy));
    waiting.splice(0, waiting.length, ...late);
    this.settle(request, refusal);
    for (const copy of patient) if (this.isOursToDecide(copy)) this.way.proceed(copy);
  }

  /** An own write is in the log: everyone who asked for it is answered, each when as many branches as it wants have it. */
  accepted(request: Request, kind: WriteKind, sequence: number): void {
    const { operation, session, counter } = request;
    const { kind: _, ...asked } = operation;
    const fact = this.record(kind, sequence, asked);
    const attempt = this.attemptOf(request);
    session.learn(counter, fact);
    for (const waiting of this.endAttempt(request)) this.confirm(waiting, fact);
    for (const branch of attempt?.claimants ?? []) this.answerClaim(branch, session, counter, fact);
  }

  /** Refuses with a void in the log: whatever copy of the request comes later is refused as well. */
  refuseForGood(request: Request, reason: FinalReason, explanation: Explanation): void {
    if (!hasName(request.operation.kind, request.counter) || !this.mayWrite)
      return this.settle(request, this.refusal(reason, explanation));
    const { session, counter } = request;
    const fact = this.record(WriteKind.void, this.host.log.void(request, reason), { reason });
    session.learn(counter, fact);
    const claimants = this.attemptOf(request)?.claimants ?? [];
    const refusal = { ...this.refusal(reason, explanation), final: true, view: viewOf(fact) };
    for (const waiting of this.endAttempt(request)) this.decided(waiting, refusal);
    for (const branch of claimants) this.answerClaim(branch, session, counter, fact);
  }

  /** Decides a request without a write, and with it every retry that attached to it. */
  settle(request: Request, outcome: Outcome): void {
    this.host.note(() => ({ kind: 'decided', request, outcome }));
    const attempt = this.attemptOf(request);
    // This attempt did nothing, so a later one may try again, here or where it is claimed.
    for (const waiting of this.endAttempt(request)) this.reply(waiting, outcome);
    for (const branch of attempt?.claimants ?? []) this.claimed(branch, request.session, request.counter, undefined);
  }

  refuseClosing(request: Request): void {
    this.settle(request, this.refusal('CLOSING', { message: 'this branch is shutting down; ask another one', details: {} }));
  }

  refusal(reason: Reason, explanation: Explanation): Refusal {
    const { applied, revealsState } = REFUSALS[reason];
    const refusal: Refusal = { kind: 'refused', reason, applied, ...explanation };
    return revealsState ? { ...refusal, view: this.view() } : refusal;
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

  /** Whether own writes can be logged: not while the branch is unsure of those it has, or has no room for them. */
  get mayWrite(): boolean {
    return this.host.recovery.isSure && !this.readOnly && !this.closing;
  }

  /** A retry gets the answer of the attempt under way, if that comes within its own time. */
  private attach(retry: Request, attempt: Attempt): void {
    attempt.waiting.push(retry);
    if (retry.deadlineMs >= attempt.request.deadlineMs) return;
    this.host.deadlines.add(retry.deadlineMs, () => {
      if (this.attemptOf(retry) !== attempt) return;
      attempt.waiting.splice(attempt.waiting.indexOf(retry), 1);
      this.decided(retry, this.refusal('OUTCOME_UNKNOWN', stillUnderWay(this.host.self)));
    });
  }

  /** An attempt that waited for word from the holder of its right has it. */
  private goOn(attempt: Attempt): void {
    const { session, counter } = attempt.request;
    const fact = session.fact(counter);
    const { claims } = this.host;
    claims.end(attempt);
    if (!fact) {
      // Learnt, and settled in the same moment.
      this.settle(attempt.request, this.settled(counter));
    } else if (!fact.receiver) {
      session.end(counter);
      for (const request of attempt.waiting) this.tell(request, fact);
    } else {
      this.goTo(this.heirOf(fact.receiver), attempt, fact.id);
    }
  }

  /** The right to the request is that branch's, by a write or as its home. */
  private goTo(holder: BranchId, attempt: Attempt, by: WriteId | undefined): void {
    if (holder === this.host.self) this.way.proceed(attempt.request);
    else this.host.claims.begin(attempt, holder, by);
  }

  private heirOf(branch: BranchId): BranchId {
    return this.host.membership.heirOf(branch);
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

  private confirm(request: Request, fact: Fact): void {
    const { acknowledgements, membership } = this.host;
    const outcome = writtenAs(fact);
    const needed = branchesNeeded(request.acks, membership.members.length);
    if (needed === 1) return this.decided(request, outcome);
    const late = (count: number): Outcome =>
      count >= needed
        ? outcome
        : { ...this.refusal('ACK_LEVEL_NOT_REACHED', levelNotReached(count, needed)), standing: outcome.view };
    // A branch that closes waits for nobody.
    const deadlineMs = this.closing ? this.host.now() : request.deadlineMs;
    acknowledgements.wait(fact.id, needed, deadlineMs, (count) => this.decided(request, late(count)));
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
    return hasName(request.operation.kind, request.counter) ? request.session.attempt(request.counter) : undefined;
  }

  /** Returns everyone who waits for it. */
  private endAttempt(request: Request): readonly Request[] {
    const attempt = this.attemptOf(request);
    if (!attempt) return [request];
    assert(attempt.request === request, 'a request is decided once');
    request.session.end(request.counter);
    return attempt.waiting;
  }

  private decided(request: Request, outcome: Outcome): void {
    this.host.note(() => ({ kind: 'decided', request, outcome }));
    this.reply(request, outcome);
  }

  private reply(request: Request, outcome: Outcome): void {
    this.host.outbox.push({ kind: 'reply', request, outcome });
  }

  /** Refuses one that is no attempt of its own. */
  refuse(request: Request, refusal: Refusal): false {
    this.reply(request, refusal);
    return false;
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
