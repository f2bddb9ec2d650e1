import type { WriteRange } from '../domain/history.js';
import { type BranchId, branchOf, type OriginId } from '../domain/ids.js';
import { type MutableVector, raise, type VersionVector } from '../domain/vector.js';
import type { Deadline, Deadlines } from './deadlines.js';
import type { Effect } from './messages.js';
import { isDue } from './pauses.js';
import type { Peers } from './peers.js';

export interface AntiEntropyHost {
  readonly self: OriginId;
  readonly applied: VersionVector;
  readonly received: VersionVector;
  readonly peers: Peers;
  readonly deadlines: Deadlines;
  readonly patienceMs: number;
  now(): number;
  emit(effect: Effect): void;
  /** Whether nobody can have own writes that are not here. */
  hasAllOwn(): boolean;
  /** As far as writes of an origin are taken in: nothing more of a data directory that was given up. */
  lastOf(origin: OriginId): number;
  /** What somebody waits for. */
  needed(): VersionVector[];
  /** What is known to exist. */
  heardOf(): VersionVector[];
}

/** An origin of which writes are missing. */
interface Gap {
  /** As far as its writes are received; when that moves, the gap is another one. */
  readonly received: number;
  /** For how many looks it has not moved. */
  looks: number;
  /** How often each branch was asked. */
  readonly asked: Map<BranchId, number>;
}

/** A gap that nobody waits for is left to the push for this much longer. */
const UNNEEDED_LOOKS = 8;

/**
 * Repairs gaps. Writes normally come by themselves, pushed by their origin, so a
 * gap is given the time that a message may take. If it has not moved by then,
 * the missing writes are asked for from one branch after another: who is known to
 * have them, their origin, then anyone, for a branch may have received what it
 * cannot apply and so has not told of. Branches without a link come last: they may
 * be gone. And a branch whose own
 * writes stay unconfirmed reminds the others of them.
 */
export class AntiEntropy {
  private readonly gaps = new Map<OriginId, Gap>();
  private readonly reported: MutableVector = new Map();
  private timer: Deadline | undefined;

  constructor(private readonly host: AntiEntropyHost) {}

  /** Writes up to `sequence` exist, as a batch that does not fit has shown. */
  missed(origin: OriginId, sequence: number): void {
    raise(this.reported, origin, sequence);
  }

  /** Starts the clock if there is a gap, here or at another branch, and it is not running. */
  watch(): void {
    if (this.timer && !this.timer.cancelled) return;
    if (this.lacking().size === 0 && !this.host.peers.someoneIsBehind) return;
    this.timer = this.host.deadlines.add(this.host.now() + this.host.patienceMs, () => this.look());
  }

  private look(): void {
    this.timer = undefined;
    this.host.peers.remind();
    const lacking = this.lacking();
    // A batch that was left out is not sent again by itself.
    const needed = this.beyondReceived([...this.host.needed(), this.reported]);
    for (const origin of this.gaps.keys()) if (!lacking.has(origin)) this.gaps.delete(origin);
    for (const [origin, sequence] of lacking) {
      const received = this.host.received.get(origin) ?? 0;
      const gap = this.gaps.get(origin);
      // It is new, or it shrinks: leave it to the push that fills it.
      if (!gap || gap.received < received) this.gaps.set(origin, { received, looks: 0, asked: new Map() });
      else this.lookAt(gap, { origin, first: received + 1, last: sequence }, needed.has(origin) ? 1 : UNNEEDED_LOOKS);
    }
  }

  /** It has not moved. Once asking has begun, whoever turns out to have the writes is asked at once. */
  private lookAt(gap: Gap, range: WriteRange, patientLooks: number): void {
    gap.looks += 1;
    const peer = this.best(gap, range);
    if (peer === undefined) return;
    const isNews = gap.asked.size > 0 && !gap.asked.has(peer) && this.isHolder(peer, range) && this.host.peers.isLinked(peer);
    if (isNews || isDue(gap.looks, patientLooks)) this.fetch(gap, peer, range);
  }

  private fetch(gap: Gap, peer: BranchId, range: WriteRange): void {
    gap.asked.set(peer, (gap.asked.get(peer) ?? 0) + 1);
    this.host.emit({ kind: 'note', note: { kind: 'fetching', from: peer, ...range } });
    this.host.emit({ kind: 'send', peer, message: { kind: 'fetch', ...range } });
  }

  /** Whom to ask next: who is likely to have it and to be there is asked more often, and everybody some time. */
  private best(gap: Gap, range: WriteRange): BranchId | undefined {
    const home = branchOf(range.origin);
    let best: BranchId | undefined;
    let least = Infinity;
    for (const branch of this.host.peers.others) {
      const isLikely = this.isHolder(branch, range) || branch === home;
      const weight = (isLikely ? 1 : 2) * (this.host.peers.isLinked(branch) ? 1 : 4);
      const cost = ((gap.asked.get(branch) ?? 0) + 1) * weight - (isLikely ? 0.5 : 0);
      if (cost >= least) continue;
      least = cost;
      best = branch;
    }
    return best;
  }

  private isHolder(branch: BranchId, { origin, first }: WriteRange): boolean {
    return this.host.peers.has(branch) && this.host.peers.isKnownToHave(branch, origin, first);
  }

  /** What exists somewhere, as far as known, and is not received here. */
  private lacking(): MutableVector {
    return this.beyondReceived([...this.host.needed(), ...this.host.heardOf(), this.reported]);
  }

  /** Own writes are lacking only where a disk has lost some. */
  private beyondReceived(vectors: readonly VersionVector[]): MutableVector {
    const lacking: MutableVector = new Map();
    for (const vector of vectors) {
      for (const [origin, sequence] of vector) {
        if (origin === this.host.self && this.host.hasAllOwn()) continue;
        const last = Math.min(sequence, this.host.lastOf(origin));
        if (last > (this.host.received.get(origin) ?? 0)) raise(lacking, origin, last);
      }
    }
    return lacking;
  }
}
