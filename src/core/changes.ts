import { type BranchId, branchOf, formatOrigin, type OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import type { Deadlines } from './deadlines.js';
import type { LogWriter } from './log-writer.js';
import type { Membership, Seal } from './membership.js';
import type { ChangeOutcome, Effect, PeerMessage } from './messages.js';
import type { Place, Recovery } from './recovery.js';
import type { Replica } from './replica.js';
import { Sealing } from './sealing.js';

export interface ChangesHost {
  readonly origin: OriginId;
  readonly membership: Membership;
  readonly replica: Replica;
  readonly log: LogWriter;
  readonly recovery: Recovery;
  readonly deadlines: Deadlines;
  readonly patienceMs: number;
  now(): number;
  /** What this branch has applied of other origins. */
  others(): VersionVector;
  /** Whether customers' writes can be logged. */
  mayWrite(): boolean;
  /** Whether at least those between branches can be. */
  mayLog(): boolean;
  /** The effect waits for all that is logged up to the end of this turn. */
  push(effect: Effect): void;
  /** The effect shows nothing that could be lost. */
  pushNow(effect: Effect): void;
  /** A branch belongs to the bank. */
  joined(branch: BranchId): void;
  /** Data directories are given up, and the branch has left the bank if no other one takes their place. */
  sealed(seal: Seal): void;
  /** Takes on nothing more, as this branch leaves. */
  retire(): void;
  /** Says hello to everyone. */
  greetAll(): void;
}

export type ReplyToChange = (outcome: ChangeOutcome) => void;

/** Who comes, who goes, and who comes back with nothing: what this branch does about it. `Membership` says what holds. */
export class Changes {
  private readonly self: BranchId;
  private readonly sealing: Sealing;
  /** Promises that were asked of this branch in this turn. */
  private readonly wishes: { readonly branch: BranchId; readonly successor: OriginId | undefined }[] = [];
  /** What was applied in this turn. */
  private readonly news: ({ readonly joined: BranchId } | { readonly sealed: Seal })[] = [];
  private leaving = false;
  private introducing = false;

  constructor(private readonly host: ChangesHost) {
    const { membership, deadlines, patienceMs } = host;
    this.self = branchOf(host.origin);
    this.sealing = new Sealing({
      self: this.self,
      membership,
      deadlines,
      patienceMs,
      now: () => host.now(),
      send: (peer, message) => this.send(peer, message),
      fence: (branch, successor) => this.wishes.push({ branch, successor }),
      seal: (branch, successor) => this.seal(branch, successor),
    });
  }

  /** Those without whose promise a branch is not given up. */
  get silentOnes(): BranchId[] {
    return this.sealing.silentOnes;
  }

  /** What the disk has kept is applied. */
  restored(): void {
    this.tell();
    if (this.host.membership.hasFence({ of: this.self, by: this.self, successor: undefined })) this.leave();
  }

  /** The branch can log writes: one that takes the place of a lost directory asks for that to be given up. */
  begin(place: Place): void {
    const { origin, membership } = this.host;
    if (place !== 'replaced' || membership.sealOf(this.self)?.successor === origin) return;
    this.sealing.begin({ branches: [this.self], successor: origin, areLost: true, done: () => {} });
  }

  /**
   * A new directory says in a write that its branch goes on with it. Once all have that,
   * no other one takes its place unnoticed, whatever is lost of what it has written.
   */
  introduce(): void {
    this.introducing = true;
  }

  /** Takes a new branch into the bank. */
  admit(branch: BranchId, address: string, reply: ReplyToChange): void {
    const { membership, log, replica, origin } = this.host;
    const problem = this.problemWith(branch, address);
    if (problem !== undefined) return this.refuse(reply, problem);
    // Whoever asks may not have heard that it was done.
    if (membership.has(branch)) return this.done(reply);
    const hindrance = this.problem(membership.members, this.host.mayWrite());
    if (hindrance !== undefined) return this.refuse(reply, hindrance);
    const sequence = log.join(branch, address);
    replica.accepted(origin, sequence, this.host.others());
    replica.join(branch, address, { origin, sequence });
    this.done(reply);
  }

  /**
   * Lets branches leave the bank.
   *
   * @param areLost they cannot say what they still have: it is lost
   */
  retire(branches: readonly BranchId[], areLost: boolean, reply: ReplyToChange): void {
    const { membership } = this.host;
    const stranger = branches.find((branch) => !membership.has(branch));
    if (stranger !== undefined) return this.refuse(reply, `branch ${stranger} does not belong to this bank`);
    const rest = membership.members.filter((branch) => !branches.includes(branch));
    // Also one that takes the place of a lost directory itself, which nobody who is gone could promise anything.
    const problem = this.problem(rest, this.mayLog) ?? (areLost ? tooFew(membership.members, rest) : undefined);
    if (problem !== undefined) return this.refuse(reply, problem);
    // A second request takes the place of the first: it may give up a branch that was asked to leave and has died.
    this.sealing.begin({ branches, successor: undefined, areLost, done: () => this.done(reply) });
  }

  /** Another branch asks for a promise. */
  asked(from: BranchId, branch: BranchId, successor: OriginId | undefined): void {
    const { membership, origin } = this.host;
    if (successor !== undefined && membership.cutOf(successor) !== undefined) {
      this.send(from, { kind: 'dismissed', origin: successor });
    } else if (branch !== this.self) {
      this.wishes.push({ branch, successor });
    } else if (successor === undefined) {
      this.leave();
    } else if (successor !== origin) {
      this.halt(`another data directory, ${formatOrigin(successor)}, takes the place of this one`);
    }
  }

  /** Nobody in the bank listens to that directory any more. */
  dismissed(origin: OriginId): void {
    if (origin !== this.host.origin) return;
    this.goneOnWithout();
  }

  /** A write by which a branch joins was applied. */
  joined(branch: BranchId): void {
    this.news.push({ joined: branch });
  }

  /** A write by which directories are given up was applied. */
  sealed(seal: Seal): void {
    this.news.push({ sealed: seal });
  }

  strayed(origin: OriginId): void {
    const which = `branch ${branchOf(origin)} (${formatOrigin(origin)})`;
    this.halt(`it has writes of ${which} that the bank has given up; start it with an empty data directory and --replace`);
  }

  /** All that came is applied: carries out what is to follow that. */
  endTurn(): void {
    this.tell();
    if (this.introducing && this.mayLog) {
      if (!this.hasWritten) this.logFence(this.self, this.host.origin);
      this.introducing = false;
    }
    for (const { branch, successor } of this.wishes.splice(0)) this.fence(branch, successor);
    if (this.sealing.isUnderway && this.mayLog) {
      this.sealing.decide();
      this.tell();
    }
  }

  private tell(): void {
    for (let news = this.news.shift(); news; news = this.news.shift()) {
      if ('joined' in news) this.host.joined(news.joined);
      else this.tellSealed(news.sealed);
    }
  }

  private tellSealed(seal: Seal): void {
    if (this.host.membership.cutOf(this.host.origin) !== undefined) this.goneOnWithout();
    this.host.sealed(seal);
  }

  private goneOnWithout(): void {
    if (this.leaving) return this.host.push({ kind: 'left' });
    const why = 'the bank goes on without this data directory, and has given up what only this one has';
    // It may have been taken in by a branch that has lost its disk since, and nobody else has heard of it.
    const isHeard = this.hasWritten || !this.host.membership.joining(this.self);
    this.halt(isHeard ? why : `${why}; to join the bank, start with an empty one and --join`);
  }

  /** Nobody goes back on a promise. */
  private fence(branch: BranchId, successor: OriginId | undefined): void {
    const { membership } = this.host;
    const fence = { of: branch, by: this.self, successor };
    if (!this.mayLog || membership.hadFence(fence) || isCarriedOut(membership.sealOf(branch), successor)) return;
    this.logFence(branch, successor);
    if (successor !== undefined) this.dismissAllBut(successor);
  }

  /** Nothing is taken from them any more: one that still runs, as its operator believed it lost, is to acknowledge nothing more. */
  private dismissAllBut(successor: OriginId): void {
    const branch = branchOf(successor);
    for (const origin of this.host.replica.received.keys())
      if (branchOf(origin) === branch && origin !== successor) this.send(branch, { kind: 'dismissed', origin });
  }

  private logFence(branch: BranchId, successor: OriginId | undefined): void {
    const { membership, log, replica, origin } = this.host;
    const sequence = log.fence(branch, successor);
    replica.accepted(origin, sequence, this.host.others());
    membership.fence({ of: branch, by: this.self, successor });
  }

  private seal(branch: BranchId, successor: OriginId | undefined): void {
    const { membership, log, replica, origin } = this.host;
    const sequence = log.seal(branch, successor);
    replica.accepted(origin, sequence, this.host.others());
    replica.seal({ origin, sequence }, branch, successor);
    if (successor !== undefined) return;
    for (const given of membership.sealOf(branch)?.cuts.keys() ?? []) this.send(branch, { kind: 'dismissed', origin: given });
  }

  /** The last write of this branch is the promise to write no more. */
  private leave(): void {
    if (!this.leaving) {
      this.leaving = true;
      this.host.retire();
      this.askWhetherGone();
    }
    this.wishes.push({ branch: this.self, successor: undefined });
  }

  /** That it is given up may be told while nobody can hear it. */
  private askWhetherGone(): void {
    this.host.greetAll();
    this.host.deadlines.add(this.host.now() + this.host.patienceMs, () => this.askWhetherGone());
  }

  private get mayLog(): boolean {
    if (!this.leaving) return this.host.mayLog();
    // Its last write is the promise to write no more.
    return this.host.recovery.isWhole && !this.host.membership.hasFence({ of: this.self, by: this.self, successor: undefined });
  }

  private get hasWritten(): boolean {
    return this.host.replica.applied.has(this.host.origin);
  }

  /** One branch decides who comes and goes, so that no two do it at a time: the first of those that stay. */
  private problem(staying: readonly BranchId[], mayAct: boolean): string | undefined {
    const [first] = staying;
    if (first === undefined) return 'a bank has at least one branch';
    if (first !== this.self) return `branch ${first} decides this; ask it`;
    return mayAct ? undefined : `branch ${this.self} takes on no writes now; try again later`;
  }

  private problemWith(branch: BranchId, address: string): string | undefined {
    const { membership, replica } = this.host;
    if (!membership.knows(branch)) return undefined;
    if (!membership.has(branch)) return `a branch that has left this bank was branch ${branch}; choose another number`;
    const hasWritten = [...replica.applied.keys()].some((origin) => branchOf(origin) === branch);
    if (membership.joining(branch)?.address === address && !hasWritten) return undefined;
    return `branch ${branch} belongs to this bank; if its data directory is lost, start it with --replace`;
  }

  private send(peer: BranchId, message: PeerMessage): void {
    this.host.push({ kind: 'send', peer, message });
  }

  private refuse(reply: ReplyToChange, message: string): void {
    this.host.push({ kind: 'changed', reply, outcome: { kind: 'refused', message } });
  }

  private done(reply: ReplyToChange): void {
    this.host.push({ kind: 'changed', reply, outcome: { kind: 'done' } });
  }

  private halt(why: string): void {
    this.host.pushNow({ kind: 'halt', why });
  }
}

/** More than half must stay, or two parts of a bank that is cut could each go on without the other. Of two halves it is the one with the first branch. */
function tooFew(members: readonly BranchId[], rest: readonly BranchId[]): string | undefined {
  if (rest.length * 2 > members.length) return undefined;
  if (rest.length * 2 === members.length && rest[0] === members[0]) return undefined;
  const half = members.length % 2 === 0 ? 'half of the branches without the first one' : 'fewer than half of the branches';
  return `${half} cannot give up the others: those could be alive and do the same; bring some of them back`;
}

function isCarriedOut(seal: Seal | undefined, successor: OriginId | undefined): boolean {
  return seal !== undefined && seal.successor === successor;
}
