import { type BranchId, branchOf, formatOrigin, type OriginId } from '../domain/ids.js';
import { includesWrite, type VersionVector } from '../domain/vector.js';
import type { Acknowledgements } from './acknowledgements.js';
import type { Membership } from './membership.js';
import type { Hello, PeerMessage } from './messages.js';
import type { Outbox } from './outbox.js';
import type { Peers } from './peers.js';
import type { Place, Recovery } from './recovery.js';
import type { Replica } from './replica.js';

export interface GreetingsHost {
  readonly bankId: string;
  readonly origin: OriginId;
  readonly membership: Membership;
  readonly replica: Replica;
  readonly peers: Peers;
  readonly acknowledgements: Acknowledgements;
  readonly recovery: Recovery;
  readonly outbox: Outbox;
  /** How the data directory of this branch came to be that. */
  place(): Place;
}

/**
 * Who is at the other end of a link: each side says which data directory it has and
 * what is in it. From that follows whom this branch listens to, and whether it may
 * go on itself: with an old copy, or beside another directory of its branch, it
 * would use the names of writes and spend its allowance a second time.
 */
export class Greetings {
  private readonly self: BranchId;
  /** Links that are open, also to branches that are not known to belong to the bank. */
  private readonly links = new Set<BranchId>();
  /** Members whose link is with a data directory that is given up: nothing but their hello is heard. */
  private readonly strangers = new Set<BranchId>();

  constructor(private readonly host: GreetingsHost) {
    this.self = branchOf(host.origin);
  }

  linkOpened(peer: BranchId): void {
    this.links.add(peer);
    this.hello(peer, false);
    if (this.host.peers.has(peer)) this.host.peers.opened(peer);
  }

  linkClosed(peer: BranchId): void {
    this.links.delete(peer);
    this.strangers.delete(peer);
    if (this.host.peers.has(peer)) this.host.peers.closed(peer);
  }

  /** A branch belongs to the bank from now on, and may have been calling for a while. */
  joined(branch: BranchId): void {
    if (!this.links.has(branch)) return;
    this.hello(branch, true);
    this.host.peers.opened(branch);
  }

  listensTo(branch: BranchId): boolean {
    return this.host.peers.has(branch) && !this.strangers.has(branch);
  }

  /** Of a data directory that is given up something came late, and another one may be there long since. */
  askWhoItIs(branch: BranchId): void {
    if (this.strangers.has(branch)) this.hello(branch, true);
  }

  /** Asks a branch what it has of this origin. */
  askForOwn(branch: BranchId): void {
    if (this.host.peers.isLinked(branch)) this.hello(branch, true);
    else this.host.peers.need(branch);
  }

  greeted(from: BranchId, { origin, vector, received, wantsAnswer }: Hello): void {
    const { membership, peers, acknowledgements, recovery, origin: own } = this.host;
    if (!this.isWelcome(from, origin, vector)) return;
    peers.introduced(from, origin, vector);
    acknowledgements.release();
    const joining = membership.joining(this.self);
    // Nobody may be without the writes of this branch, so it makes none before all know of it.
    if (!joining || includesWrite(vector, joining.by))
      recovery.heard(from, Math.max(vector.get(own) ?? 0, received.get(own) ?? 0));
    this.checkOwn(vector);
    this.checkOwn(received);
    if (wantsAnswer) this.hello(from, false);
  }

  /** Nobody can have own writes that this branch has not, unless it went on from an old copy of its data. */
  checkOwn(vector: VersionVector): void {
    const { recovery, replica, origin } = this.host;
    const [theirs, ours] = [vector.get(origin) ?? 0, replica.received.get(origin) ?? 0];
    if (recovery.isWhole && theirs > ours)
      this.halt(
        `another branch has write ${theirs} of this one, which has made only ${ours}: its data is an old copy; start it again, and it gets them back`,
      );
    if (this.host.place() !== 'replaced' || recovery.isSure) this.checkPlace(vector);
  }

  private hello(peer: BranchId, wantsAnswer: boolean): void {
    const { bankId, origin, replica } = this.host;
    const [vector, received] = [new Map(replica.applied), replica.receivedOnly()];
    this.send(peer, { kind: 'hello', bankId, origin, vector, received, wantsAnswer });
  }

  /** Whether a branch that says hello belongs to the bank, with that data directory. */
  private isWelcome(from: BranchId, origin: OriginId, vector: VersionVector): boolean {
    const { membership, peers } = this.host;
    const isGivenUp = membership.cutOf(origin) !== undefined || this.isOrphan(from, vector);
    if (isGivenUp) this.send(from, { kind: 'dismissed', origin });
    if (!isGivenUp) this.strangers.delete(from);
    // Not if the one that goes on in its place is there: this came late.
    else if (peers.originOf(from) !== membership.sealOf(from)?.successor) this.strangers.add(from);
    return !isGivenUp && this.listensTo(from);
  }

  /** One that joined by a write that is lost, and has what is lost: nobody will ever hear of it. */
  private isOrphan(branch: BranchId, vector: VersionVector): boolean {
    const { membership } = this.host;
    const isLost = ([origin, sequence]: [OriginId, number]) => sequence > (membership.cutOf(origin) ?? Infinity);
    return !membership.has(branch) && [...vector].some(isLost);
  }

  /** Two data directories of one branch would spend the same allowance. */
  private checkPlace(vector: VersionVector): void {
    const { membership, origin: own } = this.host;
    // What nobody has promised to take cannot have made anything that stands.
    const isOther = (origin: OriginId) => branchOf(origin) === this.self && origin !== own && membership.mayWrite(origin);
    const others = [...vector.keys()].filter(isOther);
    if (others.length === 0) return;
    const which = `branch ${this.self} has written with another data directory (${others.map(formatOrigin).join(', then ')})`;
    this.halt(`${which}: start it with that one, or, if that is lost, with an empty one and --replace`);
  }

  /** Held back like all that shows what was applied: until it is durable. */
  private send(peer: BranchId, message: PeerMessage): void {
    this.host.outbox.push({ kind: 'send', peer, message });
  }

  private halt(why: string): void {
    this.host.outbox.pushNow({ kind: 'halt', why });
  }
}
