import type { WriteRange } from '../domain/history.js';
import { type BranchId, branchOf, type OriginId, type WriteId } from '../domain/ids.js';
import { missing, type VersionVector } from '../domain/vector.js';
import type { WriteBatch } from '../domain/writes.js';
import { unreachable } from '../std/assert.js';
import { Acknowledgements } from './acknowledgements.js';
import { Allowances } from './allowances.js';
import { AntiEntropy } from './anti-entropy.js';
import { Changes, type ReplyToChange } from './changes.js';
import { Claims } from './claims.js';
import { Deadlines } from './deadlines.js';
import { Greetings } from './greetings.js';
import { type Account, allowanceOf, balanceOf } from './ledger.js';
import { LogWriter } from './log-writer.js';
import { Membership, type Seal } from './membership.js';
import type { Effect, PeerMessage } from './messages.js';
import type { Note } from './notes.js';
import { type SessionRecord, Sessions } from './once.js';
import { Outbox } from './outbox.js';
import { Parking } from './parking.js';
import { Peers } from './peers.js';
import { type Kept, Rebuilding } from './rebuilding.js';
import { type Place, Recovery } from './recovery.js';
import { Replica } from './replica.js';
import type { Request } from './request.js';
import { Serving } from './serving.js';
import type { BranchSnapshot } from './snapshot.js';

export interface BranchConfig {
  readonly bankId: string;
  /** This branch and its data directory. */
  readonly origin: OriginId;
  /** The branches that the bank was founded with. */
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
  private readonly membership: Membership;
  private readonly replica: Replica;
  private readonly log: LogWriter;
  private readonly peers: Peers;
  private readonly parking: Parking;
  private readonly allowances: Allowances;
  private readonly acknowledgements: Acknowledgements;
  private readonly antiEntropy: AntiEntropy;
  private readonly claims: Claims;
  private readonly recovery: Recovery;
  private readonly greetings: Greetings;
  private readonly changes: Changes;
  private readonly serving: Serving;
  private readonly rebuilding: Rebuilding;
  /** Of each group on its way to disk: the own sequence that it ends with, and the own writes in it. */
  private readonly underway: { readonly last: number; readonly own: WriteBatch | undefined }[] = [];
  /** How the data directory came to be the one of its branch. */
  private place: Place = 'founded';
  /** Its data directory may have lost own writes, and fences among them. */
  private mayLackFences = false;
  private readOnly = false;
  private nowMs = 0;

  constructor(readonly config: BranchConfig) {
    const { origin, members } = config;
    this.self = branchOf(origin);
    this.membership = new Membership(members, origin);
    this.log = new LogWriter(origin);
    const pushNow = (effect: Effect) => this.outbox.pushNow(effect);
    this.peers = new Peers(members, origin, pushNow, () => this.recovery.isSure);
    this.replica = this.makeReplica();
    this.parking = new Parking(this.replica.applied, this.deadlines);
    this.acknowledgements = new Acknowledgements(origin, this.peers, this.deadlines);
    this.allowances = this.makeAllowances();
    this.claims = this.makeClaims();
    this.recovery = this.makeRecovery();
    this.greetings = this.makeGreetings();
    this.changes = this.makeChanges();
    this.antiEntropy = this.makeAntiEntropy();
    this.serving = this.makeServing();
    this.rebuilding = this.makeRebuilding();
  }

  /**
   * Rebuilds the branch, before anything else, from what its disk has kept: all
   * batches that a snapshot does not sum up, in the order of the log; earlier
   * ones among them do no harm. What was not durable is gone, and nobody
   * has seen it; its sequences are used again, once the branch is sure that this
   * is all that it has ever written.
   */
  restore(kept: Kept, nowMs: number): void {
    this.nowMs = nowMs;
    this.mayLackFences = !kept.isTrusted && !kept.isNew;
    this.rebuilding.restore(kept);
    this.place = kept.place;
    this.changes.restored();
    this.peers.restored(this.ownApplied);
    this.recovery.begin(kept);
  }

  /**
   * All that is known here, as of the end of the last turn. What it holds may not
   * be durable yet, so it is worth nothing before the last group is.
   */
  snapshot(): BranchSnapshot {
    return this.rebuilding.snapshot();
  }

  /** What is here and not known to be everywhere: of each origin, from one sequence to another. */
  get perhapsLacking(): WriteRange[] {
    const shared = this.sharedByAll();
    return [...this.replica.received].flatMap(([origin, last]) => {
      const first = (shared.get(origin) ?? 0) + 1;
      return first <= last ? [{ origin, first, last }] : [];
    });
  }

  /** What every branch has durably applied: nobody will ask for it any more. */
  sharedByAll(): VersionVector {
    return this.peers.appliedByAll(this.replica.applied);
  }

  // What customers ask

  /** The record of a session that writes, by which its requests take effect once. */
  session(customer: SessionRecord['customer'], session: number): SessionRecord {
    return this.sessions.of(customer, session);
  }

  /** The record of a session that only asks: nothing of it stays. */
  visitor(customer: SessionRecord['customer'], session: number): SessionRecord {
    return this.sessions.visitor(customer, session);
  }

  operate(request: Request, nowMs: number): void {
    this.nowMs = nowMs;
    this.serving.operate(request);
  }

  // What other branches say

  linkOpened(peer: BranchId, nowMs: number): void {
    this.nowMs = nowMs;
    this.note(() => ({ kind: 'linked', peer }));
    this.greetings.linkOpened(peer);
  }

  linkClosed(peer: BranchId, nowMs: number): void {
    this.nowMs = nowMs;
    this.note(() => ({ kind: 'unlinked', peer }));
    this.greetings.linkClosed(peer);
  }

  receiveWrites(from: BranchId, batch: WriteBatch, nowMs: number): void {
    this.nowMs = nowMs;
    if (!this.greetings.listensTo(from)) return this.greetings.askWhoItIs(from);
    // There is no room to keep it: it is asked for again when there is.
    if (this.readOnly) return;
    const receipt = this.replica.receive(batch);
    if (receipt === 'fork') return this.outbox.pushNow({ kind: 'note', note: { kind: 'forked', from, batch } });
    this.note(() => ({ kind: 'took-in', from, batch, receipt }));
    this.peers.owe(from);
    if (receipt === 'duplicate') this.peers.untell(from, batch.origin);
    if (receipt === 'gap') this.antiEntropy.missed(batch.origin, batch.first - 1);
    if (receipt !== 'new') return;
    this.outbox.log(batch);
    this.rebuilding.takeStrays();
  }

  receive(from: BranchId, message: PeerMessage, nowMs: number): void {
    this.nowMs = nowMs;
    if (message.kind !== 'hello' && message.kind !== 'dismissed' && !this.greetings.listensTo(from))
      return this.greetings.askWhoItIs(from);
    switch (message.kind) {
      case 'hello':
        return this.greetings.greeted(from, message);
      case 'progress':
        this.peers.confirm(from, message.vector);
        this.acknowledgements.release();
        this.recovery.decide();
        return this.greetings.checkOwn(message.vector);
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
      case 'fence':
        return this.changes.asked(from, message.branch, message.successor);
      case 'dismissed':
        return this.changes.dismissed(message.origin);
      default:
        unreachable(message);
    }
  }

  // What operators ask

  /** Takes a new branch into the bank, if this one decides that. */
  admit(branch: BranchId, address: string, reply: ReplyToChange, nowMs: number): void {
    this.nowMs = nowMs;
    this.changes.admit(branch, address, reply);
  }

  /** Lets branches leave the bank, if this one decides that; those that are lost are not asked for what they have. */
  retire(branches: readonly BranchId[], areLost: boolean, reply: ReplyToChange, nowMs: number): void {
    this.nowMs = nowMs;
    this.changes.retire(branches, areLost, reply);
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
    this.changes.endTurn();
    const own = this.log.take(this.replica.digestOf(this.config.origin));
    if (own) {
      this.replica.closed(own);
      this.outbox.log(own);
    }
    // Held back like everything that shows what was applied: it could still be lost with this turn's group.
    for (const report of this.peers.reports(this.replica.applied)) this.outbox.push(report);
    if (this.outbox.closeTurn()) this.underway.push({ last: this.ownApplied, own });
    this.antiEntropy.watch();
    const effects = this.outbox.drain();
    return this.config.observe ? effects.flatMap(withNote) : effects;
  }

  // What is known, for status and tests

  get applied(): VersionVector {
    return this.replica.applied;
  }

  /** As far as writes of a data directory are taken in: only what stands of one that is given up. */
  lastOf(origin: OriginId): number {
    return this.membership.lastOf(origin);
  }

  /** How many writes were applied here up to and with this one, which was. */
  positionOf(id: WriteId): number {
    return this.replica.order.positionOf(id);
  }

  /** All branches that belong to the bank, ascending. */
  get members(): readonly BranchId[] {
    return this.membership.members;
  }

  get parked(): number {
    return this.serving.parked;
  }

  /** Whether it takes on writes: not before it knows that it has all its own. */
  get isSure(): boolean {
    return this.recovery.isSure;
  }

  /** Those whose word it waits for before it takes on writes, or gives another branch up. */
  get silentBranches(): readonly BranchId[] {
    return [...new Set([...this.recovery.silentOnes, ...this.changes.silentOnes])].sort((a, b) => a - b);
  }

  /** Whether it waits for the others to give up the directory whose place it takes. */
  get waitsForPromises(): boolean {
    return this.changes.silentOnes.length > 0;
  }

  /** Whether it answers nobody, as it has nothing and knows nobody. */
  get isBlank(): boolean {
    return this.recovery.isBlank;
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

  // How its parts are joined

  private makeReplica(): Replica {
    const { origin, members, foundedMinor } = this.config;
    return new Replica(members, foundedMinor, {
      sessions: this.sessions,
      membership: this.membership,
      freeUpTo: (by) => this.freeUpTo(by),
      granted: (by, account, to, sequence) => {
        if (by === origin) this.allowances.granted(account, to, sequence);
      },
      learnt: (session, counter) => this.serving.learnt(session, counter),
      joined: (branch) => this.changes.joined(branch),
      sealed: (seal) => this.changes.sealed(seal),
      strayed: (by) => this.changes.strayed(by),
    });
  }

  private makeAllowances(): Allowances {
    const { replica, peers } = this;
    return new Allowances({
      ...this.common(),
      self: this.self,
      origin: this.config.origin,
      get others() {
        return peers.others;
      },
      applied: replica.applied,
      incarnation: this.config.incarnation ?? 0,
      emit: (effect) => this.emit(effect),
      find: (id) => replica.ledger.find(id),
      mayWrite: () => this.serving.mayWrite,
      grant: (account, to, amount) => this.serving.grant(account, to, amount),
      proceed: (request) => this.serving.carryOut(request),
      insufficient: (...args) => this.serving.insufficient(...args),
      unreachable: (...args) => this.serving.unreachable(...args),
    });
  }

  private makeClaims(): Claims {
    return new Claims({
      ...this.common(),
      send: (peer, message) => this.outbox.push({ kind: 'send', peer, message }),
      unknown: (attempt, holder) => this.serving.unknown(attempt, holder),
    });
  }

  private makeRecovery(): Recovery {
    const { peers, membership, replica, log, outbox } = this;
    const { origin } = this.config;
    return new Recovery({
      ...this.common(),
      get others() {
        return peers.others;
      },
      ownApplied: () => this.ownApplied,
      ownReceived: () => this.ownReceived,
      hasWrites: () => replica.applied.size > 0,
      ask: (branch) => this.greetings.askForOwn(branch),
      isOnlyOne: () => this.place !== 'replaced' || membership.sealOf(this.self)?.successor === origin,
      // What takes the place of a lost one all others have named in their fences.
      unaware: () => (this.place === 'replaced' ? [] : peers.unaware),
      introduce: () => this.changes.introduce(),
      becameWhole: () => {
        this.mayLackFences = false;
        resume(origin, replica, log);
        this.changes.begin(this.place);
      },
      becameSure: () => outbox.push({ kind: 'trust' }),
    });
  }

  private makeChanges(): Changes {
    const { membership, replica, log, recovery, outbox } = this;
    return new Changes({
      ...this.common(),
      origin: this.config.origin,
      membership,
      replica,
      log,
      recovery,
      others: () => this.serving.view().others,
      mayWrite: () => this.serving.mayWrite,
      mayLog: () => recovery.isWhole && !this.readOnly && !this.serving.isClosing,
      push: (effect) => outbox.push(effect),
      pushNow: (effect) => outbox.pushNow(effect),
      joined: (branch) => this.joined(branch),
      sealed: (seal) => this.sealed(seal),
      retire: () => this.serving.close(),
      greetAll: () => {
        for (const peer of this.peers.others) this.greetings.askForOwn(peer);
      },
    });
  }

  private makeGreetings(): Greetings {
    const { membership, replica, peers, acknowledgements, recovery, outbox } = this;
    const parts = { membership, replica, peers, acknowledgements, recovery, outbox };
    return new Greetings({ ...parts, bankId: this.config.bankId, origin: this.config.origin, place: () => this.place });
  }

  private makeAntiEntropy(): AntiEntropy {
    const { peers, replica } = this;
    return new AntiEntropy({
      ...this.common(),
      self: this.config.origin,
      applied: replica.applied,
      received: replica.received,
      peers,
      emit: (effect) => this.emit(effect),
      hasAllOwn: () => this.recovery.isWhole,
      lastOf: (by) => this.membership.lastOf(by),
      needed: () => this.needed(),
      heardOf: () => [peers.heardOf, replica.blockers()],
    });
  }

  private makeServing(): Serving {
    const { origin, maxParked, maxWaiting = MOST_WAITING } = this.config;
    const { self, membership, replica, log, outbox, peers, parking, allowances, acknowledgements, claims, recovery } = this;
    const parts = { membership, replica, log, outbox, peers, parking, allowances, acknowledgements, claims, recovery };
    return new Serving({ ...this.common(), ...parts, self, origin, maxParked, maxWaiting, note: (make) => this.note(make) });
  }

  private makeRebuilding(): Rebuilding {
    const { membership, replica, sessions, allowances, peers } = this;
    return new Rebuilding({
      bankId: this.config.bankId,
      membership,
      replica,
      sessions,
      allowances,
      membersKnown: () => {
        for (const branch of membership.members) this.joined(branch);
        for (const branch of peers.others) if (!membership.has(branch)) this.part(branch);
      },
    });
  }

  /** What all of them need. */
  private common(): { deadlines: Deadlines; patienceMs: number; now: () => number } {
    return { deadlines: this.deadlines, patienceMs: this.config.patienceMs, now: () => this.nowMs };
  }

  private emit(effect: Effect): void {
    if (effect.kind !== 'note') this.outbox.push(effect);
    else if (this.config.observe) this.outbox.pushNow(effect);
  }

  /**
   * As far as writes of an origin are applied although no others follow them. What
   * another branch has applied was before its fence, or follows such a write: that is
   * safe, whatever fences this branch has forgotten.
   */
  private freeUpTo(origin: OriginId): number {
    if (this.membership.isFencedOff(origin)) return 0;
    return this.mayLackFences && origin !== this.config.origin ? (this.peers.heardOf.get(origin) ?? 0) : Infinity;
  }

  private joined(branch: BranchId): void {
    const joining = this.membership.joining(branch);
    if (branch === this.self || !joining || this.peers.has(branch)) return;
    this.peers.add(branch, joining.by);
    this.outbox.push({ kind: 'meet', peer: branch, address: joining.address });
    this.greetings.joined(branch);
  }

  /** Directories are given up: nobody waits any longer for what is lost with them. */
  private sealed({ branch, successor }: Seal): void {
    if (successor === undefined && this.peers.has(branch)) this.part(branch);
    this.recovery.decide();
    this.serving.sealed();
    // An heir may pay out more.
    this.allowances.decideAll();
    this.acknowledgements.release();
  }

  private part(branch: BranchId): void {
    this.peers.remove(branch);
    this.outbox.push({ kind: 'part', peer: branch });
    this.recovery.left(branch);
    this.allowances.left(branch);
  }

  /** Takes note of remote writes and releases, in one place, whoever waited for them. */
  private applyReceived(): void {
    // Once more, as what was applied may have made the branch sure that it has all its own.
    for (let advanced = this.replica.applyPending(); advanced.size > 0; advanced = this.replica.applyPending())
      this.advanced(advanced);
  }

  private advanced(origins: ReadonlySet<OriginId>): void {
    for (const origin of origins) {
      const sequence = this.replica.applied.get(origin) as number;
      if (origin !== this.config.origin) this.log.dependsOn(origin, sequence);
      // Its customers may wait for this acknowledgement, though what freed the write came from another branch.
      this.peers.owe(branchOf(origin));
      this.note(() => ({ kind: 'applied', origin, sequence }));
    }
    this.recovery.decide();
    this.serving.released(origins);
    this.allowances.decideAll();
  }

  /** What requests wait for, and what the writes they wait for wait for. */
  private needed(): VersionVector[] {
    const { recovery, parking, allowances, claims } = this;
    const own: VersionVector[] = recovery.isWhole ? [] : [new Map([[this.config.origin, recovery.ownWanted]])];
    if (parking.size + allowances.size + claims.size === 0) return own;
    return [...own, parking.wanted(), allowances.wanted(), claims.wanted(), this.replica.blockers()];
  }

  private note(make: () => Note): void {
    if (this.config.observe) this.outbox.pushNow({ kind: 'note', note: make() });
  }
}

/** Goes on writing after what is there: the next write follows all that was applied and its last one has not followed. */
function resume(origin: OriginId, replica: Replica, log: LogWriter): void {
  log.hasFollowed(replica.followedBy(origin));
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
