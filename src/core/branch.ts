import { type BranchId, branchOf, type OriginId, type WriteId } from '../domain/ids.js';
import { missing, type VersionVector } from '../domain/vector.js';
import type { WriteBatch } from '../domain/writes.js';
import { assert, unreachable } from '../std/assert.js';
import { Acknowledgements } from './acknowledgements.js';
import { Allowances } from './allowances.js';
import { AntiEntropy } from './anti-entropy.js';
import { Claims } from './claims.js';
import { Deadlines } from './deadlines.js';
import { type Account, allowanceOf, balanceOf } from './ledger.js';
import { LogWriter } from './log-writer.js';
import type { Effect, Hello, PeerMessage } from './messages.js';
import type { Note } from './notes.js';
import { type SessionRecord, Sessions } from './once.js';
import { Outbox } from './outbox.js';
import { Parking } from './parking.js';
import { Peers } from './peers.js';
import { type DirectoryState, Recovery } from './recovery.js';
import { Replica } from './replica.js';
import type { Request } from './request.js';
import { Serving } from './serving.js';
import type { BranchSnapshot } from './snapshot.js';

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
  /** Answers that may wait for the disk at a time; while there are more, requests are refused. Default: 200,000. */
  readonly maxWaiting?: number;
  /** Tells the processes of one origin apart: another at each start, from 0 to 2^32-1. Default: 0. */
  readonly incarnation?: number;
  /** Whether to tell about the work; costs a little for each operation. */
  readonly observe: boolean;
}

/** Of answers: some tens of megabytes. */
const MOST_WAITING = 200_000;

/** What a disk has kept of a branch. */
export interface Kept extends DirectoryState {
  readonly snapshot: BranchSnapshot | undefined;
  /** Those that are pending in the snapshot first, then those of the log. */
  readonly batches: Iterable<WriteBatch>;
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
  private readonly sessions = new Sessions();
  private readonly replica: Replica;
  private readonly log: LogWriter;
  private readonly peers: Peers;
  private readonly parking: Parking;
  private readonly allowances: Allowances;
  private readonly acknowledgements: Acknowledgements;
  private readonly antiEntropy: AntiEntropy;
  private readonly claims: Claims;
  private readonly recovery: Recovery;
  private readonly serving: Serving;
  /** Of each group on its way to disk: the own sequence that it ends with, and the own writes in it. */
  private readonly underway: { readonly last: number; readonly own: WriteBatch | undefined }[] = [];
  /** Batches of the own disk that do not fit yet, because some before them are damaged. */
  private strays: WriteBatch[] = [];
  /** Peers whose writes came in this turn: they are told how far we are. */
  private readonly toReport = new Set<BranchId>();
  private readOnly = false;
  private nowMs = 0;

  constructor(readonly config: BranchConfig) {
    const { origin, members, patienceMs, maxParked } = config;
    this.self = branchOf(origin);
    assert(members.includes(this.self), 'a branch is a member of its bank');
    const emit = (effect: Effect) => {
      if (effect.kind !== 'note') this.outbox.push(effect);
      else if (config.observe) this.outbox.pushNow(effect);
    };
    const now = () => this.nowMs;
    this.replica = new Replica(members, config.foundedMinor, {
      sessions: this.sessions,
      granted: (by, account, to, sequence) => {
        if (by === origin) this.allowances.granted(account, to, sequence);
      },
      learnt: (session, counter) => this.serving.learnt(session, counter),
    });
    this.log = new LogWriter(origin);
    this.peers = new Peers(members, origin, (effect) => this.outbox.pushNow(effect));
    const { deadlines, replica, peers, log, outbox } = this;
    this.parking = new Parking(replica.applied, deadlines);
    this.acknowledgements = new Acknowledgements(origin, peers, deadlines);
    this.allowances = new Allowances({
      self: this.self,
      origin,
      others: peers.others,
      applied: replica.applied,
      deadlines,
      patienceMs,
      incarnation: config.incarnation ?? 0,
      now,
      emit,
      find: (id) => replica.ledger.find(id),
      mayWrite: () => this.serving.mayWrite,
      grant: (account, to, amount) => this.serving.grant(account, to, amount),
      proceed: (request) => this.serving.carryOut(request),
      insufficient: (...args) => this.serving.insufficient(...args),
      unreachable: (...args) => this.serving.unreachable(...args),
    });
    this.claims = new Claims({
      deadlines,
      patienceMs,
      now,
      send: (peer, message) => this.outbox.push({ kind: 'send', peer, message }),
      unknown: (attempt, holder) => this.serving.unknown(attempt, holder),
    });
    this.recovery = new Recovery({
      others: peers.others,
      deadlines,
      patienceMs,
      now,
      ownApplied: () => this.ownApplied,
      ownReceived: () => this.ownReceived,
      ask: (branch) => this.askForOwn(branch),
      becameSure: () => {
        resume(origin, replica, log);
        outbox.push({ kind: 'trust' });
      },
    });
    this.antiEntropy = new AntiEntropy({
      self: origin,
      applied: replica.applied,
      received: replica.received,
      peers,
      deadlines,
      patienceMs,
      now,
      emit,
      hasAllOwn: () => this.recovery.isSure,
      needed: () => this.needed(),
      heardOf: () => [peers.heardOf, replica.blockers()],
    });
    const { parking, allowances, acknowledgements, claims, recovery, self } = this;
    this.serving = new Serving({
      self,
      origin,
      members,
      maxParked,
      maxWaiting: config.maxWaiting ?? MOST_WAITING,
      replica,
      log,
      outbox,
      peers,
      parking,
      allowances,
      acknowledgements,
      claims,
      recovery,
      now,
      note: (make) => this.note(make),
    });
  }

  /**
   * Rebuilds the branch, before anything else, from what its disk has kept: all
   * batches that a snapshot does not sum up, in the order of the log; earlier
   * ones among them do no harm. What was not durable is gone, and nobody
   * has seen it; its sequences are used again, once the branch is sure that this
   * is all that it has ever written.
   */
  restore({ snapshot, batches, ...directory }: Kept, nowMs: number): void {
    this.nowMs = nowMs;
    assert(this.replica.received.size === 0, 'a branch is rebuilt before it does anything');
    if (snapshot) this.begin(snapshot);
    for (const batch of batches) {
      const receipt = this.replica.receive(batch);
      assert(receipt !== 'fork', 'a log has one history of every origin');
      if (receipt === 'gap') this.strays.push(batch);
    }
    this.takeStrays();
    this.replica.applyPending();
    this.peers.restored(this.ownApplied);
    this.recovery.begin(directory);
  }

  /**
   * All that is known here, as of the end of the last turn. What it holds may not
   * be durable yet, so it is worth nothing before the last group is.
   */
  snapshot(): BranchSnapshot {
    const { applied, ledger, order } = this.replica;
    const { origins, pending } = this.replica.summary();
    return {
      bankId: this.config.bankId,
      vector: new Map(applied),
      count: order.size,
      accounts: [...ledger.all()],
      origins,
      pending: [...pending, ...this.strays.map((batch) => batch.encoded as Uint8Array)],
      sessions: this.sessions.summaries(),
      grants: [...this.allowances.grants()],
    };
  }

  /** What every branch has durably applied: nobody will ask for it any more. */
  sharedByAll(): VersionVector {
    return this.peers.appliedByAll(this.replica.applied);
  }

  // What customers ask

  /** The record of a session, by which its requests take effect once. */
  session(customer: SessionRecord['customer'], session: number): SessionRecord {
    return this.sessions.of(customer, session);
  }

  operate(request: Request, nowMs: number): void {
    this.nowMs = nowMs;
    this.serving.operate(request);
  }

  // What other branches say

  linkOpened(peer: BranchId, nowMs: number): void {
    this.nowMs = nowMs;
    this.note(() => ({ kind: 'linked', peer }));
    this.hello(peer, false);
    this.peers.opened(peer);
  }

  linkClosed(peer: BranchId, nowMs: number): void {
    this.nowMs = nowMs;
    this.note(() => ({ kind: 'unlinked', peer }));
    this.peers.closed(peer);
  }

  receiveWrites(from: BranchId, batch: WriteBatch, nowMs: number): void {
    this.nowMs = nowMs;
    // There is no room to keep it: it is asked for again when there is.
    if (this.readOnly) return;
    const receipt = this.replica.receive(batch);
    if (receipt === 'fork') return this.outbox.pushNow({ kind: 'note', note: { kind: 'forked', from, batch } });
    this.note(() => ({ kind: 'took-in', from, batch, receipt }));
    this.toReport.add(from);
    if (receipt === 'duplicate') this.peers.untell(from, batch.origin);
    if (receipt === 'gap') this.antiEntropy.missed(batch.origin, batch.first - 1);
    if (receipt !== 'new') return;
    this.outbox.log(batch);
    if (this.strays.length > 0) this.takeStrays();
  }

  receive(from: BranchId, message: PeerMessage, nowMs: number): void {
    this.nowMs = nowMs;
    switch (message.kind) {
      case 'hello':
        return this.greeted(from, message);
      case 'progress':
        this.peers.confirm(from, message.vector);
        this.acknowledgements.release();
        return this.checkOwn(message.vector);
      case 'fetch': {
        // Also what waits for others here: who asks may have those. It is in the log, and leaves when that is durable.
        const last = Math.min(message.last, this.replica.received.get(message.origin) ?? 0);
        if (message.first > last) return;
        this.outbox.push({ kind: 'forward', peer: from, origin: message.origin, first: message.first, last });
        return;
      }
      case 'allowance-request':
        // What it has is no proof of what there is, as long as it may lack its own writes.
        if (this.recovery.isSure) this.allowances.asked(from, message);
        return;
      case 'allowance-reply':
        return this.allowances.answered(from, message.round, message.vector);
      case 'claim': {
        const { customer, session, counter } = message.request;
        if (this.recovery.isSure) this.serving.claimed(from, this.session(customer, session), counter, message.by);
        return;
      }
      case 'claim-reply': {
        const { customer, session, counter } = message.request;
        return this.serving.claimAnswered(this.session(customer, session), counter, message.write);
      }
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
    this.acknowledgements.release();
  }

  /** There is no room on the disk for more writes, or there is again. */
  diskFull(isFull: boolean, nowMs: number): void {
    this.nowMs = nowMs;
    this.readOnly = isFull;
    this.serving.setReadOnly(isFull);
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
    this.serving.close();
  }

  /**
   * Ends the turn: applies what came, decides who may go now, closes the commit
   * group. Returns what the driver has to do, in order.
   */
  endTurn(nowMs: number): Effect[] {
    this.nowMs = nowMs;
    this.applyReceived();
    const own = this.log.take(this.replica.digestOf(this.config.origin));
    if (own) {
      this.replica.closed(own);
      this.outbox.log(own);
    }
    this.report();
    if (this.outbox.closeTurn()) this.underway.push({ last: this.ownApplied, own });
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
    return this.serving.parked;
  }

  /** Whether it takes on writes: not before it knows that it has all its own. */
  get isSure(): boolean {
    return this.recovery.isSure;
  }

  /** Those that have not yet told what they have of its own writes. */
  get silentBranches(): readonly BranchId[] {
    return this.recovery.silentOnes;
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

  /** As far as own writes can be told of; more are received only while some before them are missing. */
  private get ownApplied(): number {
    return this.replica.applied.get(this.config.origin) ?? 0;
  }

  private get ownReceived(): number {
    return this.replica.received.get(this.config.origin) ?? 0;
  }

  private begin(snapshot: BranchSnapshot): void {
    assert(snapshot.bankId === this.config.bankId, 'a snapshot is of this bank');
    this.replica.restore(snapshot);
    this.sessions.restore(snapshot.sessions);
    for (const { account, to, sequence } of snapshot.grants) this.allowances.granted(account, to, sequence);
  }

  private hello(peer: BranchId, wantsAnswer: boolean): void {
    const { bankId, origin } = this.config;
    // Held back like all that shows what was applied: until it is durable.
    const [vector, received] = [new Map(this.replica.applied), this.replica.receivedOnly()];
    this.outbox.push({ kind: 'send', peer, message: { kind: 'hello', bankId, origin, vector, received, wantsAnswer } });
  }

  private greeted(from: BranchId, { origin, vector, received, wantsAnswer }: Hello): void {
    const own = this.config.origin;
    this.peers.introduced(from, origin, vector);
    this.acknowledgements.release();
    this.recovery.heard(from, Math.max(vector.get(own) ?? 0, received.get(own) ?? 0));
    this.checkOwn(vector);
    this.checkOwn(received);
    if (wantsAnswer) this.hello(from, false);
  }

  /** Nobody can have own writes that this branch has not, unless it went on from an old copy of its data. */
  private checkOwn(vector: VersionVector): void {
    const theirs = vector.get(this.config.origin) ?? 0;
    if (!this.recovery.isSure || theirs <= this.ownReceived) return;
    const why = `another branch has write ${theirs} of this one, which has made only ${this.ownReceived}: its data is an old copy`;
    this.outbox.pushNow({ kind: 'halt', why });
  }

  private askForOwn(branch: BranchId): void {
    if (this.peers.isLinked(branch)) this.hello(branch, true);
    else this.peers.need(branch);
  }

  /** Batches of the own disk that follow now. They are in the log already. */
  private takeStrays(): void {
    for (let progress = true; progress; ) {
      progress = false;
      this.strays = this.strays.filter((batch) => {
        const receipt = this.replica.receive(batch);
        if (receipt === 'new') progress = true;
        return receipt === 'gap';
      });
    }
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
    for (const origin of advanced) {
      const sequence = this.replica.applied.get(origin) as number;
      if (origin !== this.config.origin) this.log.dependsOn(origin, sequence);
      // Its customers may wait for this acknowledgement, though what freed the write came from another branch.
      if (this.peers.has(branchOf(origin))) this.toReport.add(branchOf(origin));
      this.note(() => ({ kind: 'applied', origin, sequence }));
    }
    this.recovery.decide();
    this.serving.released(advanced);
    this.allowances.decideAll();
  }

  /** What requests wait for, and what the writes they wait for wait for. */
  private needed(): VersionVector[] {
    const { recovery, parking, allowances, claims } = this;
    const own: VersionVector[] = recovery.isSure ? [] : [new Map([[this.config.origin, recovery.ownWanted]])];
    if (parking.size + allowances.size + claims.size === 0) return own;
    return [...own, parking.wanted(), allowances.wanted(), claims.wanted(), this.replica.blockers()];
  }

  private note(make: () => Note): void {
    if (this.config.observe) this.outbox.pushNow({ kind: 'note', note: make() });
  }
}

/** Goes on writing after what is there: the next write follows all that was applied and its last one has not followed. */
function resume(origin: OriginId, replica: Replica, log: LogWriter): void {
  log.resumeAfter(replica.applied.get(origin) ?? 0);
  for (const [other, sequence] of missing(replica.followedBy(origin), replica.applied)) {
    if (other !== origin) log.dependsOn(other, sequence);
  }
}

/** Writes leave in many places: they are told of in one. */
function withNote(effect: Effect): Effect[] {
  if (effect.kind !== 'forward') return [effect];
  const { peer, origin, first, last } = effect;
  return [effect, { kind: 'note', note: { kind: 'sent', to: peer, origin, first, last } }];
}
