import { allowanceOf } from '../core/ledger.js';
import type { AnomalyName } from '../domain/anomalies.js';
import { type GuaranteeName, has } from '../domain/guarantees.js';
import { type BranchId, type OriginId, parseOrigin, type WriteId } from '../domain/ids.js';
import { branchesNeeded, isRead, isWrite } from '../domain/operations.js';
import { before, type Outcome, type Refusal, type View, viewVector, writeOf } from '../domain/outcomes.js';
import type { SessionVectors } from '../domain/session.js';
import { equalVectors, includes, joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import { decodeWriteBatch } from '../wire/write-batch.js';
import type { Survival } from './disk.js';
import type { Heard } from './network.js';
import { Rights } from './rights.js';
import { insist, type Names, nameOf, requestName, Twin, type TwinWrite, type WriteName } from './twin.js';
import type { Answered, Ask, Asked, Watcher, World } from './world.js';

/** A session as the definitions see it: the writes it has made and those it has seen. */
interface Session {
  readonly made: Set<WriteName>;
  readonly seen: Set<WriteName>;
}

const NOTHING_KNOWN = { made: new Set<WriteName>(), seen: new Set<WriteName>() };

/** What was true when a request was made. */
interface AtAsking {
  readonly made: Names;
  readonly seen: Names;
  /** All that any branch had applied, but for what was lost since. */
  readonly anywhere: MutableVector;
  /** Another request with this id was waiting, or answered for good: this one is no attempt of its own. */
  readonly isRetry: boolean;
  /** The branch was not sure to have all its own writes. */
  readonly wasRecovering: boolean;
  /** How many branches there were, as the branch knew. */
  readonly size: number;
  /** The passbook names what the branch knew to be lost. */
  readonly namesLost: boolean;
  /** The session has said, at this branch, that it will not ask this again. */
  readonly isSettled: boolean;
}

/**
 * States every invariant of the model over plain sets of writes, in the words of
 * its definition, and holds a world against it while it runs. It believes only
 * what was logged, sent and answered, and throws a Finding.
 */
export class Auditor implements Watcher {
  readonly twin: Twin;
  /** How often each kind of answer was met: a test that never sees one proves nothing about it. */
  readonly counts = new Map<string, number>();
  readonly reasons = new Map<string, Answered>();
  private readonly origins = new Map<BranchId, OriginId>();
  private readonly bytes = new Map<WriteName, Uint8Array>();
  private readonly logs = new Map<BranchId, Map<OriginId, number>>();
  private readonly disks = new Map<BranchId, Map<OriginId, number>>();
  private readonly sessions = new Map<string, Session>();
  private readonly settledBelow = new Map<string, number>();
  /** What sessions have said to anybody. */
  private readonly saidSettled = new Map<string, number>();
  private readonly rights = new Rights();
  private readonly wereSpoiled = new Set<BranchId>();
  /** Of data directories that were given up, the last write that stands. */
  private readonly cuts = new Map<OriginId, number>();
  /** The seals by which they were. */
  private readonly sealOf = new Map<OriginId, WriteId>();
  /** Of requests whose writes were lost with them. */
  private readonly lostRequests = new Set<string>();
  private readonly lostNames = new Set<WriteName>();
  /** Who was counted when a write was acknowledged, and has the same disk since. */
  private readonly holders = new Map<WriteName, Set<BranchId>>();
  private readonly strays = new Map<BranchId, WriteBatch[]>();
  private readonly waiting = new Map<Asked, AtAsking>();
  /** A request that is sent again carries the passbook of its time, and is bound by no more than that. */
  private readonly passbooks = new WeakMap<object, Pick<AtAsking, 'made' | 'seen'>>();
  private readonly standing = new Map<string, Outcome>();
  private readonly byRequest = new Map<string, TwinWrite>();
  private readonly answeredAsks: Answered[] = [];
  /** Requests that ended with their branch's process: nobody can tell whether they took effect. */
  private readonly unanswered = new Set<string | undefined>();
  /** When, by its clock, a branch last began to go on after it had stood still, or its clock had jumped. */
  private readonly disturbed = new Map<BranchId, number>();

  constructor(
    private readonly world: World,
    foundedMinor: readonly bigint[],
    /** How long after its deadline an answer may come: a few groups may be on their way to disk before it. */
    private readonly lateMs: number,
  ) {
    this.twin = new Twin(world.founders, foundedMinor);
    world.watch(this);
    for (const branch of world.founders) {
      this.origins.set(branch, world.branch(branch).config.origin);
      this.logs.set(branch, new Map());
      this.disks.set(branch, new Map());
    }
  }

  // Logs: gapless, append-only, the same everywhere

  logged(branch: BranchId, batches: readonly WriteBatch[]): void {
    const log = this.log(branch);
    for (const logged of batches) {
      const batch = decodeWriteBatch(logged.encoded as Uint8Array);
      const last = log.get(batch.origin) ?? 0;
      // It came late to a branch that has not heard yet that nothing of it stands.
      if (batch.first > (this.cuts.get(batch.origin) ?? Infinity)) continue;
      insist(
        batch.first === last + 1,
        'LogGap',
        () => `branch ${branch} logs ${nameOf(batch.origin, batch.first)} after ${last}`,
      );
      this.reach(log, batch);
      this.absorb(branch, log);
      const name = nameOf(batch.origin, batch.first);
      const original = this.bytes.get(name);
      if (original)
        insist(
          Buffer.compare(original, logged.encoded as Uint8Array) === 0,
          'WriteIdReuse',
          () => `${name} differs at ${branch}`,
        );
      else this.originate(branch, batch, logged.encoded as Uint8Array);
    }
  }

  durable(branch: BranchId, batches: readonly WriteBatch[]): void {
    const disk = this.disk(branch);
    for (const batch of batches) {
      this.reach(disk, batch);
      this.absorb(branch, disk);
    }
  }

  /** As far as a batch goes, and what it has stands. */
  private reach(vector: Map<OriginId, number>, batch: WriteBatch): void {
    const last = Math.min(lastSequence(batch), this.cuts.get(batch.origin) ?? Infinity);
    if (last > (vector.get(batch.origin) ?? 0)) vector.set(batch.origin, last);
  }

  // Processes: what was not durable is gone and was never shown; its names may be used again

  crashed(branch: BranchId, { kept }: Survival): void {
    this.durable(branch, kept);
    this.logs.set(branch, new Map(this.disk(branch)));
    // Also what it had accepted and not even begun to log.
    const origin = this.origins.get(branch) as OriginId;
    // Of one whose disk was spoiled, the other branches know how far it had come.
    const witnesses = this.wereSpoiled.has(branch) ? [...this.logs.values()] : [this.disk(branch)];
    this.forget(origin, Math.max(...witnesses.map((log) => log.get(origin) ?? 0)) + 1);
    for (const asked of [...this.waiting.keys()]) {
      if (asked.branch !== branch) continue;
      this.waiting.delete(asked);
      this.unanswered.add(keyOf(asked));
    }
    // What sessions have settled is in no log: a process that begins again has not heard it.
    for (const settled of this.settledBelow.keys()) if (settled.startsWith(`${branch}/`)) this.settledBelow.delete(settled);
  }

  resumed(branch: BranchId): void {
    this.disturbed.set(branch, this.world.shownMs(branch));
  }

  jumped(branch: BranchId): void {
    this.resumed(branch);
  }

  /** The disk is not what it was: what it had and has lost, others have. */
  spoiled(branch: BranchId, left: readonly WriteBatch[]): void {
    this.holdsNothing(branch);
    this.wereSpoiled.add(branch);
    const held = this.disk(branch);
    held.clear();
    this.strays.set(branch, [...left]);
    this.absorb(branch, held);
    this.logs.set(branch, new Map(held));
  }

  /** It begins with what another branch has. */
  replaced(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void {
    this.holdsNothing(branch);
    this.wereSpoiled.add(branch);
    this.joined(branch, origin, log);
  }

  left(branch: BranchId): void {
    this.holdsNothing(branch);
    const origin = this.origins.get(branch) as OriginId;
    // Nobody has ever heard of one that was taken in by a branch whose word was lost.
    if (!this.cuts.has(origin)) this.cut(origin, 0);
  }

  private holdsNothing(branch: BranchId): void {
    for (const holders of this.holders.values()) holders.delete(branch);
  }

  joined(branch: BranchId, origin: OriginId, log: readonly WriteBatch[]): void {
    this.origins.set(branch, origin);
    this.strays.delete(branch);
    const disk = new Map<OriginId, number>();
    for (const batch of log) this.reach(disk, batch);
    this.disks.set(branch, disk);
    this.logs.set(branch, new Map(disk));
  }

  /** Data directories are given up, by a seal that is in the log. */
  private giveUp(seal: TwinWrite): void {
    for (const [origin, cut] of this.twin.cuts(seal)) {
      this.cut(origin, cut);
      this.sealOf.set(origin, parseName(seal.name));
      // One that was taken in by a branch whose word is lost is not known to anybody.
      const known = this.at(seal.at).members;
      for (const branch of this.branches())
        insist(
          !known.includes(branch.self) || (branch.applied.get(origin) ?? 0) <= cut,
          'Divergence',
          () => `branch ${branch.self} has applied more of ${origin} than ${seal.name} keeps`,
        );
    }
    if (seal.seal && seal.seal.successor === undefined) this.rights.inherit(seal.seal.branch, seal.at);
    this.checkOnlyLocalOnesLost();
  }

  /** Nothing of the data directory stands after its write `cut`. */
  private cut(origin: OriginId, cut: number): void {
    this.cuts.set(origin, cut);
    for (const vector of [...this.logs.values(), ...this.disks.values()]) {
      if ((vector.get(origin) ?? 0) <= cut) continue;
      if (cut > 0) vector.set(origin, cut);
      else vector.delete(origin);
    }
    for (const { request } of this.forget(origin, cut + 1)) {
      if (request === undefined) continue;
      this.lostRequests.add(request);
      this.standing.delete(request);
    }
  }

  /** What a branch had when it was counted, it has promised to keep: only with all who had it can a write be lost. */
  private checkOnlyLocalOnesLost(): void {
    for (const { outcome, ...asked } of this.answeredAsks) {
      if (asked.request.acks === 'local' || outcome.kind !== 'written') continue;
      const name = nameOf(outcome.view.origin, outcome.view.own);
      const holders = [...(this.holders.get(name) ?? [])].filter((id) => !this.world.isGone(id));
      insist(
        !this.lostNames.has(name) || holders.length === 0,
        'LostAcknowledgedWrite',
        () => `${describe(asked)} was acknowledged, branch ${holders} has ${name}, and it is given up`,
      );
    }
  }

  /** What damage has cut off from the rest of a log belongs to it again, once that is there. */
  private absorb(branch: BranchId, vector: Map<OriginId, number>): void {
    for (let progress = true; progress; ) {
      progress = false;
      for (const batch of this.strays.get(branch) ?? []) {
        if (batch.first !== (vector.get(batch.origin) ?? 0) + 1) continue;
        this.reach(vector, batch);
        progress = (vector.get(batch.origin) ?? 0) >= batch.first;
      }
    }
  }

  private forget(origin: OriginId, from: number): TwinWrite[] {
    const lost = this.twin.forget(origin, from);
    this.rights.forget(lost);
    for (const { name, request } of lost) {
      this.lostNames.add(name);
      this.bytes.delete(name);
      if (request !== undefined) this.byRequest.delete(request);
    }
    for (const { anywhere } of this.waiting.values()) if ((anywhere.get(origin) ?? 0) >= from) anywhere.set(origin, from - 1);
    for (const log of this.logs.values())
      insist((log.get(origin) ?? 0) < from, 'LostAcknowledgedWrite', () => `${nameOf(origin, from)} is lost, but was sent`);
    return lost;
  }

  private originate(branch: BranchId, batch: WriteBatch, bytes: Uint8Array): void {
    this.bytes.set(nameOf(batch.origin, batch.first), bytes);
    for (const write of this.twin.record(batch)) {
      insist(write.at === branch, 'ThinAirRead', () => `${branch} has ${write.name}, which its origin has not logged`);
      this.rights.logged(write);
      this.lostNames.delete(write.name);
      if (write.seal) this.giveUp(write);
      if (write.request === undefined) continue;
      const earlier = this.byRequest.get(write.request);
      insist(!earlier, 'DuplicateEffect', () => `request ${write.request} made ${earlier?.name} and ${write.name}`);
      this.byRequest.set(write.request, write);
    }
  }

  // Messages: nothing leaves that could still be lost

  sent(from: BranchId, to: BranchId, heard: Heard): void {
    const where = () => `what branch ${from} tells branch ${to}`;
    this.bump(`sent: ${'batches' in heard ? 'writes' : heard.message.kind}`);
    if ('batches' in heard) {
      for (const batch of heard.batches) {
        // What does not stand is not looked at: who sends it may not have heard so.
        const last = Math.min(lastSequence(batch), this.cuts.get(batch.origin) ?? Infinity);
        if (last >= batch.first) this.checkDurable(from, new Map([[batch.origin, last]]), where);
      }
    } else if ('vector' in heard.message) {
      const { vector } = heard.message;
      this.checkDurable(from, vector, where);
      // Received is not enough: who counts acknowledgements takes it for applied.
      insist(includes(this.at(from).applied, vector), 'ThinAirRead', () => `${where()} is not applied there`);
    }
  }

  // Requests

  asked(asked: Asked): void {
    const key = keyOf(asked);
    const session = sessionOf(asked);
    const settled = `${asked.branch}/${session}`;
    this.saidSettled.set(session, Math.max(asked.settledBelow, this.saidSettled.get(session) ?? 0));
    if (key !== undefined && isWrite(asked.request.operation.kind)) this.rights.sent(key, asked.request.home ?? asked.branch);
    this.settledBelow.set(settled, Math.max(asked.settledBelow, this.settledBelow.get(settled) ?? 0));
    const isSettled = key !== undefined && asked.request.counter < (this.settledBelow.get(settled) as number);
    const underWay = [...this.waiting].filter(([other]) => key !== undefined && keyOf(other) === key);
    const isKnown =
      key !== undefined && (this.standing.has(key) || this.byRequest.has(key) || this.rights.voidOf(key) !== undefined);
    const isRetry = underWay.length > 0 || isKnown;
    const anywhere: MutableVector = new Map();
    for (const { applied } of this.branches()) joinInto(anywhere, applied);
    const { passbook } = asked.request;
    const known = (passbook && this.passbooks.get(passbook)) ?? NOTHING_KNOWN;
    const wasRecovering = !this.at(asked.branch).isSure;
    const size = this.at(asked.branch).members.length;
    this.waiting.set(asked, { ...known, namesLost: this.namesLost(asked), size, anywhere, isRetry, isSettled, wasRecovering });
  }

  private namesLost({ branch, request: { passbook } }: Asked): boolean {
    const { applied, isSure } = this.at(branch);
    const isKnownLost = ([origin, sequence]: [OriginId, number]) => {
      const seal = this.sealOf.get(origin);
      const isKnown = seal !== undefined && (applied.get(seal.origin) ?? 0) >= seal.sequence;
      return isKnown && sequence > (this.cuts.get(origin) ?? Infinity);
    };
    return isSure && passbook !== undefined && [...passbook.written, ...passbook.read].some(isKnownLost);
  }

  makes({ customer, session = 1, passbook }: Ask): void {
    if (!passbook || this.passbooks.has(passbook)) return;
    const { made, seen } = this.session(`${customer}/${session}`);
    this.passbooks.set(passbook, { made: new Set(made), seen: new Set(seen) });
  }

  answered(answered: Answered): void {
    const { outcome, branch } = answered;
    const then = this.waiting.get(answered) as AtAsking;
    this.waiting.delete(answered);
    this.answeredAsks.push(answered);
    this.count(answered, then);
    insist(
      answered.answeredAtMs <= Math.max(answered.request.deadlineMs, this.disturbed.get(branch) ?? 0) + this.lateMs,
      'UnboundedWait',
      () => `${describe(answered)} was answered too late`,
    );
    if (outcome.view) this.checkView(branch, outcome.view, describe(answered));
    const isRefusedAsSettled = outcome.kind === 'refused' && outcome.reason === 'REQUEST_SETTLED';
    const isSaid = answered.request.counter < (this.saidSettled.get(sessionOf(answered)) ?? 0);
    const isTold = outcome.kind === 'refused' && outcome.reason === 'WRITES_LOST';
    const isSpared = outcome.kind === 'refused' && (outcome.reason === 'OVERLOADED' || outcome.reason === 'CLOSING');
    insist(!then.namesLost || isTold || isSpared, 'ReadYourWrites', () => `${describe(answered)} was not told what is lost`);
    const mustBe = then.isSettled && isWrite(answered.request.operation.kind) && !isTold;
    insist(
      isRefusedAsSettled ? isSaid : !mustBe,
      'UnjustifiedRefusal',
      () => `${describe(answered)} was settled: ${then.isSettled}, refused: ${isRefusedAsSettled}`,
    );
    if (!then.isRetry && !isRefusedAsSettled) {
      this.checkGuarantees(answered, then);
      this.checkOutcome(answered, then);
    } else if (outcome.kind === 'written') this.checkWritten(answered, outcome.view, then);
    this.keep(answered);
  }

  private checkView(branch: BranchId, view: View, where: string): void {
    const vector = viewVector(view);
    this.checkDurable(branch, vector, () => where);
    this.twin.checkClosed(this.twin.names(vector), where);
  }

  /** Terry et al. 1994, over sets: the branch served the request only with these writes. */
  private checkGuarantees({ request, outcome, ...asked }: Answered, then: AtAsking): void {
    const reflected = served(outcome);
    if (!reflected || !request.passbook) return;
    const had = this.twin.names(reflected);
    const kind = request.operation.kind;
    const promise = (name: GuaranteeName, anomaly: AnomalyName, applies: boolean, needed: Names) => {
      if (!applies || !has(request.guarantees, name)) return;
      for (const write of needed)
        insist(had.has(write), anomaly, () => `${describe({ request, ...asked })} was served without ${write}`);
    };
    promise('read-your-writes', 'ReadYourWrites', isRead(kind), then.made);
    promise('monotonic-reads', 'MonotonicReads', isRead(kind), then.seen);
    promise('monotonic-writes', 'MonotonicWrites', isWrite(kind), then.made);
    promise('writes-follow-reads', 'WritesFollowReads', isWrite(kind), then.seen);
  }

  private checkOutcome(answered: Answered, then: AtAsking): void {
    const { outcome, request } = answered;
    const { operation } = request;
    if (outcome.kind === 'balance' && operation.kind === 'query') {
      const expected = this.twin.money(this.twin.names(viewVector(outcome.view))).get(operation.account)?.balance;
      insist(
        outcome.balance === expected,
        'VectorValueMismatch',
        () => `${describe(answered)}: ${outcome.balance}, by the writes ${expected}`,
      );
    } else if (outcome.kind === 'written') this.checkWritten(answered, outcome.view, then);
    else if (outcome.kind === 'refused') this.checkRefusal(answered, outcome, then);
    else insist(false, 'GarbageBalance', () => `${describe(answered)} was answered by ${outcome.kind}`);
  }

  private checkWritten(answered: Answered, view: View, then: AtAsking): void {
    this.checkStands(answered, view);
    this.checkAcknowledged(answered, view, then);
  }

  /** Of a branch that is not there only its disk can tell. */
  private checkAcknowledged(answered: Answered, view: View, then: AtAsking): void {
    const name = nameOf(view.origin, view.own);
    const has = (vector: VersionVector) => (vector.get(view.origin) ?? 0) >= view.own;
    // It was there, if it is not any more because the disk was spoiled: that is no slip of who counted it.
    const hasIt = (id: BranchId) => has(this.disk(id)) && (!this.world.isUp(id) || has(this.at(id).applied));
    const having = [...this.origins.keys()].filter((id) => hasIt(id) || this.wereSpoiled.has(id));
    this.holders.set(name, new Set(having.filter(hasIt)));
    // Branches may have come or gone meanwhile.
    const atWrite = this.twin.membersAfter(this.twin.names(viewVector(view))).size;
    const size = Math.min(then.size, atWrite, this.at(answered.branch).members.length);
    const needed = branchesNeeded(answered.request.acks, size);
    insist(
      having.length >= needed,
      'LostAcknowledgedWrite',
      () => `${name} was acknowledged by ${having.length} branches of ${needed}`,
    );
  }

  /** The write that was acknowledged is the one that was asked for, logged after all that its branch had. */
  private checkStands(answered: Answered, view: View): TwinWrite {
    const { request, branch } = answered;
    const name = nameOf(view.origin, view.own);
    const write = this.twin.writes.get(name);
    insist(
      write !== undefined,
      'LostAcknowledgedWrite',
      () => `${describe(answered)} was acknowledged as ${name}, which is in no log`,
    );
    // Of a request with a name any branch may tell, whoever did it.
    const isOfRequest = write.request === keyOf(answered) && (write.at === branch || write.request !== undefined);
    insist(isOfRequest, 'DuplicateEffect', () => `${name} is the write of another request`);
    insist(equalVectors(write.before, before(view)), 'CausalGap', () => `${name} logs other dependencies than its branch had`);
    if ('amount' in request.operation) {
      const { account, amount } = request.operation;
      const matches = write.account === account && write.amount === BigInt(amount);
      insist(matches, 'GarbageBalance', () => `${name} is not what ${describe(answered)} asked for`);
    }
    return write;
  }

  private checkRefusal(answered: Answered, refusal: Refusal, then: AtAsking): void {
    const { request } = answered;
    // One that leaves waits for nobody.
    const isLate = answered.answeredAtMs >= request.deadlineMs || this.world.isLeaving(answered.branch);
    switch (refusal.reason) {
      case 'INSUFFICIENT_FUNDS':
        return this.checkInsufficient(answered, refusal.view as View, then);
      case 'ACK_LEVEL_NOT_REACHED':
        this.checkStands(answered, refusal.standing as View);
        return insist(isLate, 'UnjustifiedRefusal', () => `${describe(answered)} was given up before its deadline`);
      case 'ALLOWANCE_UNREACHABLE':
        return insist(isLate, 'UnjustifiedRefusal', () => `${describe(answered)} was given up before its deadline`);
      case 'SESSION_NOT_SATISFIED': {
        const asked = new Set([...then.made, ...then.seen]);
        const named = (refusal.details.missing ?? '').split(' ').map((text) => parseWriteName(text));
        const fits = named.length > 0 && named.every((name) => asked.has(name));
        return insist(isLate && fits, 'UnjustifiedRefusal', () => `${describe(answered)} was told to lack ${named}`);
      }
      case 'ACCOUNT_NOT_FOUND': {
        const known = this.twin.money(this.twin.names(viewVector(refusal.view as View)));
        const { operation } = request;
        const all =
          operation.kind === 'open' ||
          (known.has(operation.account) && (operation.kind !== 'transfer' || known.has(operation.to)));
        return insist(!all, 'UnjustifiedRefusal', () => `${describe(answered)}: the account is there`);
      }
      case 'OUTCOME_UNKNOWN': {
        const isElsewhere = this.rights.mayBeElsewhere(keyOf(answered) ?? '', answered.branch);
        return insist(isLate && isElsewhere, 'UnjustifiedRefusal', () => `${describe(answered)}: its outcome is known`);
      }
      case 'WRITES_LOST': {
        const isTrue = [...(refusal.lost ?? [])].every(([origin, cut]) => this.cuts.get(origin) === cut);
        const { written, read } = request.passbook as SessionVectors;
        const exceeds = ([origin, sequence]: [OriginId, number]) => sequence > (refusal.lost?.get(origin) ?? Infinity);
        const isNamed = [...written, ...read].some(exceeds);
        return insist(isTrue && isNamed, 'UnjustifiedRefusal', () => `${describe(answered)} was told of losses that are none`);
      }
      case 'CLOSING':
        return insist(
          this.world.isLeaving(answered.branch),
          'UnjustifiedRefusal',
          () => `${describe(answered)} was refused by a branch that nobody has asked to leave`,
        );
      case 'RECOVERING':
        return insist(
          then.wasRecovering,
          'UnjustifiedRefusal',
          () => `${describe(answered)} was refused by a branch that was sure of its writes`,
        );
      default:
        return insist(false, 'UnjustifiedRefusal', () => `${describe(answered)} was refused: ${refusal.message}`);
    }
  }

  /** Everybody was asked after the request began, and even all together had less than the amount. */
  private checkInsufficient(answered: Answered, view: View, then: AtAsking): void {
    const { operation } = answered.request;
    const names = this.twin.names(viewVector(view));
    for (const name of this.twin.names(then.anywhere)) {
      insist(names.has(name), 'UnjustifiedRefusal', () => `${describe(answered)} was refused without a look at ${name}`);
    }
    if (operation.kind !== 'withdraw' && operation.kind !== 'transfer') return;
    const balance = this.twin.money(names).get(operation.account)?.balance ?? 0n;
    insist(balance < BigInt(operation.amount), 'UnjustifiedRefusal', () => `${describe(answered)}: there is ${balance}`);
  }

  /** What whoever asks again may rely on from now on. */
  private keep(answered: Answered): void {
    const { outcome } = answered;
    const key = keyOf(answered);
    const standing = key === undefined ? undefined : this.standing.get(key);
    const isFinal = writeOf(outcome) !== undefined;
    // The same write, though one attempt may have waited for more branches than another.
    if (standing && isFinal)
      insist(isSameWrite(standing, outcome), 'ConflictingReplay', () => `${describe(answered)} got two answers`);
    if (key !== undefined && isFinal) this.standing.set(key, outcome);
    if (outcome.kind !== 'refused' || !outcome.final) return;
    // Final is what the log says: it is there, and the refusal shows it.
    const written = key === undefined ? undefined : this.rights.voidOf(key);
    const { origin, own } = outcome.view as View;
    insist(
      written?.name === nameOf(origin, own),
      'ResurrectedRefusal',
      () => `${describe(answered)} was refused for good without a void`,
    );
  }

  /** What the session may rely on from now on. */
  learns(answered: Answered): void {
    const { outcome } = answered;
    const { made, seen } = this.session(sessionOf(answered));
    if (outcome.kind === 'refused' && outcome.lost) for (const names of [made, seen]) this.drop(names, outcome.lost);
    const write = writeOf(outcome);
    if (write) made.add(nameOf(write.origin, write.sequence));
    else if (outcome.view) for (const name of this.twin.names(viewVector(outcome.view))) seen.add(name);
  }

  /** It was told: from now on it goes on without. */
  private drop(names: Set<WriteName>, lost: VersionVector): void {
    for (const name of names) {
      const { origin, sequence } = parseName(name);
      if (sequence > (lost.get(origin) ?? Infinity)) names.delete(name);
    }
  }

  // States

  /** What a branch shows now is what its writes make, allowance by allowance. */
  checkBranch(id: BranchId): void {
    if (!this.world.isUp(id)) return;
    const branch = this.at(id);
    // Its own latest writes may wait for the next group: until they are logged, nobody can know them.
    if (!includes(this.log(id), branch.applied)) return;
    const names = this.twin.names(branch.applied);
    this.twin.checkClosed(names, `branch ${id}`);
    const expected = this.twin.money(names);
    const accounts = branch.accounts();
    insist(
      accounts.length === expected.size,
      'ThinAirRead',
      () => `branch ${id} has ${accounts.length} accounts, not ${expected.size}`,
    );
    let total = 0n;
    for (const { account, balance } of accounts) {
      const money = expected.get(account.id);
      insist(
        money?.balance === balance,
        'VectorValueMismatch',
        () => `branch ${id}: account ${account.id} has ${balance}, not ${money?.balance}`,
      );
      insist(balance >= 0n, 'Overdraft', () => `branch ${id}: account ${account.id} has ${balance}`);
      let sum = 0n;
      for (const member of this.origins.keys()) {
        const allowance = allowanceOf(account, member);
        const right = money.allowances.get(member) ?? 0n;
        insist(allowance === right, 'AllowanceMinted', () => `${id}: ${member} has ${allowance} of ${account.id}, not ${right}`);
        insist(allowance >= 0n, 'AllowanceNegative', () => `branch ${id}: ${member} has ${allowance} of ${account.id}`);
        sum += allowance;
      }
      insist(sum === balance, 'AllowanceMinted', () => `branch ${id}: allowances of ${account.id} sum to ${sum}, not ${balance}`);
      total += balance;
    }
    insist(total === this.twin.total(names), 'ConservationBreak', () => `branch ${id} has ${total} in all`);
  }

  /** In a healed bank at rest: everything is everywhere, and everyone was answered. */
  checkConverged(): void {
    const [first, ...others] = this.branches();
    for (const asked of this.waiting.keys()) insist(false, 'UnboundedWait', () => `${describe(asked)} was never answered`);
    for (const branch of this.branches()) {
      this.checkBranch(branch.self);
      insist(branch.parked === 0 && branch.isQuiet, 'UnboundedWait', () => `branch ${branch.self} is not quiet`);
      const names = this.twin.names(branch.applied);
      for (const name of this.twin.writes.keys())
        insist(names.has(name), 'StuckPropagation', () => `branch ${branch.self} lacks ${name}`);
    }
    for (const branch of others) {
      const equal = first !== undefined && equalVectors(branch.applied, first.applied);
      insist(equal && branch.serializeState() === first.serializeState(), 'Divergence', () => `branch ${branch.self} differs`);
    }
    this.checkRequests();
  }

  /** A request that was acknowledged has its one write; one that was only ever refused has none. */
  private checkRequests(): void {
    for (const { outcome, ...asked } of this.answeredAsks) {
      const key = keyOf(asked);
      if (key === undefined || !isWrite(asked.request.operation.kind)) continue;
      if (this.lostRequests.has(key)) continue;
      if (writeOf(outcome)) insist(this.byRequest.has(key), 'LostAcknowledgedWrite', () => `${describe(asked)} has no write`);
      else if (!this.standing.has(key) && !this.unanswered.has(key) && !isUnknown(outcome))
        insist(!this.byRequest.has(key), 'ResurrectedRefusal', () => `${describe(asked)} was refused and written`);
    }
  }

  private checkDurable(branch: BranchId, vector: VersionVector, where: () => string): void {
    insist(includes(this.disk(branch), vector), 'LostAcknowledgedWrite', () => `${where()} is not durable there`);
  }

  private count(answered: Answered, then: AtAsking): void {
    const { request, outcome } = answered;
    const answer = outcome.kind === 'refused' ? outcome.reason : outcome.kind;
    if (outcome.kind === 'refused') this.reasons.set(outcome.reason, answered);
    this.bump(`${request.operation.kind}: ${answer}`);
    this.bump(`${then.isRetry ? 'retry' : 'first'}: ${answer}`);
  }

  private bump(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  private branches() {
    return this.world.branches;
  }

  private at(id: BranchId) {
    return this.world.branch(id);
  }

  private log(branch: BranchId): Map<OriginId, number> {
    return this.logs.get(branch) as Map<OriginId, number>;
  }

  private disk(branch: BranchId): Map<OriginId, number> {
    return this.disks.get(branch) as Map<OriginId, number>;
  }

  private session(key: string): Session {
    let session = this.sessions.get(key);
    if (!session) this.sessions.set(key, (session = { made: new Set(), seen: new Set() }));
    return session;
  }
}

/** What the branch had applied when it served the request; undefined if it did not. */
function served(outcome: Outcome): VersionVector | undefined {
  if (outcome.kind === 'written') return before(outcome.view);
  return outcome.view && viewVector(outcome.view);
}

function sessionOf({ request }: Asked): string {
  return `${request.session.customer}/${request.session.session}`;
}

function keyOf({ request }: Asked): string | undefined {
  return requestName(request.session.customer, request.session.session, request.counter);
}

/** Who was asked could not say. */
function isUnknown(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.applied === 'maybe';
}

function parseName(name: WriteName): WriteId {
  const [origin, sequence] = name.split('/').map(Number) as [OriginId, number];
  return { origin, sequence };
}

function parseWriteName(text: string): WriteName {
  const [origin = '', sequence] = [text.slice(0, text.lastIndexOf('-')), text.slice(text.lastIndexOf('-') + 1)];
  return nameOf(parseOrigin(origin) as OriginId, Number(sequence));
}

function describe({ request, branch }: Asked): string {
  const { operation, session, counter } = request;
  return `request ${counter} of ${session.customer}/${session.session} at branch ${branch} (${JSON.stringify(operation)})`;
}

function isSameWrite(a: Outcome, b: Outcome): boolean {
  const [one, other] = [writeOf(a), writeOf(b)];
  return one !== undefined && other !== undefined && one.origin === other.origin && one.sequence === other.sequence;
}
