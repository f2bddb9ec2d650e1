import { type BranchId, branchOf, type OriginId, type WriteId } from '../domain/ids.js';
import { includes, includesWrite, joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';
import { assert } from '../std/assert.js';
import type { Effect } from './messages.js';
import { isDue } from './pauses.js';

/** How many own writes may be on their way to a peer that has not confirmed them: bounds the memory of a slow link. */
const WINDOW = 1 << 18;

interface Peer {
  readonly branch: BranchId;
  /** What the peer has said that it has durably applied. */
  known: MutableVector;
  /** The peer's origin, once it has said hello. */
  origin: OriginId | undefined;
  /** Last own sequence sent on this link; at least what the peer confirmed. */
  sent: number;
  /** What we have told the peer on this link. */
  told: MutableVector;
  linked: boolean;
  /** Whether writes may be pushed: not to a peer of which nothing is known because we have just restarted. */
  greeted: boolean;
  /** The write by which it joined, until all are known to have that: so long it does not count. */
  joinedBy: WriteId | undefined;
  /** What the peer had confirmed when it was last reminded, or looked at, and for how many looks that has not moved. */
  watched: { confirmed: number; looks: number };
}

/**
 * What is known of the other branches, and what is due to them: own writes are
 * pushed to every peer, in order, over a link that is dialled when there is
 * something to say.
 *
 *   confirmed <= sent <= durable for every peer
 */
export class Peers {
  private readonly peers = new Map<BranchId, Peer>();
  /** Those that are to be told at the end of this turn how far this branch is. */
  private readonly owed = new Set<BranchId>();
  /** Join of all that any peer has ever said to have. */
  readonly heardOf: MutableVector = new Map();
  private durable = 0;

  constructor(
    members: readonly BranchId[],
    private readonly self: OriginId,
    private readonly emit: (effect: Effect) => void,
    /** Whether all know of this branch: so long it does not count as one that has a write of another. */
    private readonly isKnown: () => boolean,
  ) {
    for (const branch of members) {
      if (branch !== branchOf(self)) this.add(branch);
    }
  }

  /**
   * A branch belongs to the bank.
   *
   * @param joinedBy the write by which it joined; then it may have anything, and nothing is sent before it has said hello
   */
  add(branch: BranchId, joinedBy?: WriteId): void {
    const nothing = { known: new Map(), origin: undefined, sent: 0, told: new Map(), linked: false };
    this.peers.set(branch, { branch, ...nothing, greeted: !joinedBy, joinedBy, watched: { confirmed: 0, looks: 0 } });
  }

  remove(branch: BranchId): void {
    this.peers.delete(branch);
    this.owed.delete(branch);
  }

  /** Own writes up to `sequence` were kept by the disk; who has them is not known any more. */
  restored(sequence: number): void {
    for (const peer of this.peers.values()) peer.greeted = false;
    this.pushUpTo(sequence);
  }

  get others(): BranchId[] {
    return [...this.peers.keys()];
  }

  has(branch: BranchId): boolean {
    return this.peers.has(branch);
  }

  isLinked(branch: BranchId): boolean {
    return this.get(branch).linked;
  }

  /** The data directory with which the branch has introduced itself, if it has. */
  originOf(branch: BranchId): OriginId | undefined {
    return this.peers.get(branch)?.origin;
  }

  /** A request waits for a write of that branch: it is sent as soon as there is a link. */
  need(branch: BranchId): void {
    if (this.peers.get(branch)?.linked === false) this.emit({ kind: 'dial', peer: branch, urgent: true });
  }

  /** A link is open. Writes follow from what the peer is known to have; nobody waits for its hello, unless we have forgotten. */
  opened(branch: BranchId): void {
    const peer = this.get(branch);
    peer.linked = true;
    peer.told = new Map();
    peer.sent = this.confirmed(peer);
    peer.watched = { confirmed: peer.sent, looks: 0 };
    this.push(peer);
  }

  closed(branch: BranchId): void {
    const peer = this.get(branch);
    peer.linked = false;
    peer.sent = this.confirmed(peer);
    if (peer.sent < this.durable) this.emit({ kind: 'dial', peer: branch, urgent: false });
  }

  /** The peer introduces itself. It may have less than it once had: a disk that was replaced, or set back. */
  introduced(branch: BranchId, origin: OriginId, vector: VersionVector): void {
    const peer = this.get(branch);
    if (!includes(vector, peer.known)) {
      peer.known = new Map();
      peer.sent = 0;
    }
    peer.origin = origin;
    this.confirm(branch, vector);
  }

  /** The peer has durably applied `vector`. */
  confirm(branch: BranchId, vector: VersionVector): void {
    const peer = this.get(branch);
    peer.greeted = true;
    joinInto(peer.known, vector);
    joinInto(this.heardOf, vector);
    peer.sent = Math.max(peer.sent, this.confirmed(peer));
    if (peer.linked) this.push(peer);
  }

  /** Own writes up to `sequence` are durable: they may leave. */
  pushUpTo(sequence: number): void {
    assert(sequence >= this.durable, 'durability only grows');
    this.durable = sequence;
    for (const peer of this.peers.values()) {
      if (peer.linked) this.push(peer);
      else if (peer.sent < sequence) this.emit({ kind: 'dial', peer: peer.branch, urgent: false });
    }
  }

  /** Writes of that branch, or by way of it, have come: it is to be told how far this one is. */
  owe(branch: BranchId): void {
    if (this.peers.has(branch)) this.owed.add(branch);
  }

  /** What those peers, if linked, are to be told once all of `applied` is durable. */
  *reports(applied: VersionVector): Generator<Effect> {
    for (const branch of this.owed) {
      const report = this.report(this.get(branch), applied);
      if (report) yield report;
    }
    this.owed.clear();
  }

  private report(peer: Peer, applied: VersionVector): Effect | undefined {
    if (!peer.linked) return undefined;
    const news: MutableVector = new Map();
    for (const [origin, sequence] of applied) {
      if ((peer.told.get(origin) ?? 0) < sequence) news.set(origin, sequence);
    }
    if (news.size === 0) return undefined;
    joinInto(peer.told, news);
    return { kind: 'send', peer: peer.branch, message: { kind: 'progress', vector: news } };
  }

  /** What a peer was told may have been lost on the way: it is told again when next there is something to tell. */
  untell(branch: BranchId, origin: OriginId): void {
    this.get(branch).told.delete(origin);
  }

  /** Whether any linked peer still lacks own writes, for all that it has said. */
  get someoneIsBehind(): boolean {
    for (const peer of this.peers.values()) if (peer.linked && this.confirmed(peer) < this.durable) return true;
    return false;
  }

  /**
   * A link may lose a message and stay open. A peer that has not confirmed
   * anything new since the last look gets the first write it lacks once more,
   * which it takes in or, having it, confirms; and is told how far this log goes,
   * so that it asks for the rest. At ever longer pauses, for it may just be slow.
   */
  remind(): void {
    for (const peer of this.peers.values()) {
      const confirmed = this.confirmed(peer);
      // A peer may have more than a disk that has lost some.
      if (!peer.linked || confirmed >= this.durable) continue;
      if (peer.watched.confirmed < confirmed) peer.watched = { confirmed, looks: 0 };
      else if (isDue(++peer.watched.looks)) this.remindOne(peer, confirmed + 1);
    }
  }

  private remindOne(peer: Peer, first: number): void {
    if (!peer.greeted) {
      // Its hello was lost.
      peer.greeted = true;
      return this.push(peer);
    }
    this.emit({ kind: 'forward', peer: peer.branch, origin: this.self, first, last: first });
    const vector = new Map([[this.self, this.durable]]);
    this.emit({ kind: 'send', peer: peer.branch, message: { kind: 'progress', vector } });
  }

  /** The largest own sequence that at least `branches` branches, this one included, have durably applied. */
  appliedBy(branches: number): number {
    const sequences = [this.durable];
    for (const peer of this.peers.values()) if (this.counts(peer)) sequences.push(this.confirmed(peer));
    sequences.sort((a, b) => b - a);
    return sequences[branches - 1] ?? 0;
  }

  /** What every branch has durably applied, this one having applied `own`: nobody will ask for it any more. */
  appliedByAll(own: VersionVector): VersionVector {
    const shared: MutableVector = new Map(own);
    for (const { known } of this.peers.values()) {
      for (const [origin, sequence] of shared) {
        const theirs = Math.min(sequence, known.get(origin) ?? 0);
        if (theirs > 0) shared.set(origin, theirs);
        else shared.delete(origin);
      }
    }
    return shared;
  }

  /** How many branches, this one included, have durably applied own write `sequence`. */
  countWith(sequence: number): number {
    let count = this.durable >= sequence ? 1 : 0;
    for (const peer of this.peers.values()) if (this.counts(peer) && this.confirmed(peer) >= sequence) count += 1;
    return count;
  }

  /** How many branches, this one included, have durably applied a write of another origin that this one has. */
  countWithOther({ origin, sequence }: WriteId): number {
    let count = this.isKnown() ? 1 : 0;
    for (const peer of this.peers.values()) {
      const hasIt = peer.branch === branchOf(origin) || (peer.known.get(origin) ?? 0) >= sequence;
      if (hasIt && this.counts(peer)) count += 1;
    }
    return count;
  }

  /** Branches that are not known to have any write of this one. */
  get unaware(): BranchId[] {
    return this.others.filter((branch) => this.confirmed(this.get(branch)) === 0);
  }

  isKnownToHave(branch: BranchId, origin: OriginId, sequence: number): boolean {
    return (this.get(branch).known.get(origin) ?? 0) >= sequence;
  }

  /** Branches known to have the write, best first: its own, then any other. */
  holders(origin: OriginId, sequence: number): BranchId[] {
    const holders: BranchId[] = [];
    for (const peer of this.peers.values()) {
      if ((peer.known.get(origin) ?? 0) >= sequence) holders.push(peer.branch);
    }
    const home = branchOf(origin);
    return holders.sort((a, b) => Number(b === home) - Number(a === home));
  }

  /**
   * Whether a peer counts as one that has a write. Where a lost disk is given up
   * without asking one that has just joined, as not all know of it yet, nobody would
   * learn what it has.
   */
  private counts(peer: Peer): boolean {
    const { joinedBy } = peer;
    if (!joinedBy) return true;
    for (const { known } of this.peers.values()) if (!includesWrite(known, joinedBy)) return false;
    peer.joinedBy = undefined;
    return true;
  }

  private push(peer: Peer): void {
    if (!peer.greeted) return;
    const limit = Math.min(this.durable, this.confirmed(peer) + WINDOW);
    if (peer.sent >= limit) return;
    this.emit({ kind: 'forward', peer: peer.branch, origin: this.self, first: peer.sent + 1, last: limit });
    peer.sent = limit;
  }

  private confirmed(peer: Peer): number {
    return peer.known.get(this.self) ?? 0;
  }

  private get(branch: BranchId): Peer {
    const peer = this.peers.get(branch);
    assert(peer !== undefined, 'a peer is a member of the bank');
    return peer;
  }
}
