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
  /** What somebody waits for. */
  needed(): VersionVector[];
  /** What is known to exist. */
  heardOf(): VersionVector[];
}

/** A gap that nobody waits for is left to the push for this much longer. */
const UNNEEDED_LOOKS = 8;

/**
 * Repairs gaps. Writes normally come by themselves, pushed by their origin, so a
 * gap is given the time that a message may take. If it has not moved by then,
 * the missing writes are asked for from one branch after another: first who is
 * known to have them, then their origin, then anyone. And a branch whose own
 * writes stay unconfirmed reminds the others of them.
 */
export class AntiEntropy {
  /** For each origin with a gap, how far it is received and for how many looks that has not moved. */
  private readonly gaps = new Map<OriginId, { received: number; looks: number }>();
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
      if (!gap || gap.received < received) this.gaps.set(origin, { received, looks: 0 });
      else if (isDue(++gap.looks, needed.has(origin) ? 1 : UNNEEDED_LOOKS)) this.fetch(origin, received + 1, sequence, gap.looks);
    }
  }

  private fetch(origin: OriginId, first: number, last: number, looks: number): void {
    const candidates = this.candidates(origin, first);
    const peer = candidates[Math.floor(Math.log2(looks)) % candidates.length];
    if (peer === undefined) return;
    this.host.emit({ kind: 'note', note: { kind: 'fetching', from: peer, origin, first, last } });
    this.host.emit({ kind: 'send', peer, message: { kind: 'fetch', origin, first, last } });
  }

  private candidates(origin: OriginId, sequence: number): BranchId[] {
    const ordered = [...this.host.peers.holders(origin, sequence), branchOf(origin), ...this.host.peers.others];
    return [...new Set(ordered)].filter((branch) => this.host.peers.has(branch));
  }

  /** What exists somewhere, as far as known, and is not received here. */
  private lacking(): MutableVector {
    return this.beyondReceived([...this.host.needed(), ...this.host.heardOf(), this.reported]);
  }

  /** Own writes are never lacking. */
  private beyondReceived(vectors: readonly VersionVector[]): MutableVector {
    const lacking: MutableVector = new Map();
    for (const vector of vectors) {
      for (const [origin, sequence] of vector) {
        if (sequence > (this.host.received.get(origin) ?? 0) && origin !== this.host.self) raise(lacking, origin, sequence);
      }
    }
    return lacking;
  }
}
