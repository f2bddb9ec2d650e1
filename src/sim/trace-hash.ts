import type { BranchId } from '../domain/ids.js';
import type { Outcome } from '../domain/outcomes.js';
import { viewVector } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch } from '../domain/writes.js';
import type { Survival } from './disk.js';
import type { Heard, Mishap } from './network.js';
import type { Answered, Ask, Watcher } from './watcher.js';
import type { World } from './world.js';

/**
 * One number for all that happened in a world: every message to the last byte,
 * every answer, every group and every fault, each with its time. Two runs that
 * differ anywhere have different ones. (Two lanes of multiply and mix, as in
 * MurmurHash3 by Austin Appleby.)
 */
export class TraceHash implements Watcher {
  private a = 0x2545f491;
  private b = 0x9e3779b9;

  constructor(private readonly world: World) {
    world.watch(this);
  }

  toString(): string {
    return [finish(this.a), finish(this.b)].map((half) => half.toString(16).padStart(8, '0')).join('');
  }

  makes({ customer, counter = 0, operation }: Ask): void {
    this.at(1, counter);
    this.text(customer);
    this.text(JSON.stringify(operation));
  }

  answered({ branch, request, outcome }: Answered): void {
    this.at(2, branch);
    this.text(request.session.customer);
    this.mix(request.counter);
    this.outcome(outcome);
  }

  learns({ branch, request }: Answered): void {
    this.at(3, branch);
    this.mix(request.counter);
  }

  sent(from: BranchId, to: BranchId, _heard: Heard, bytes: Uint8Array): void {
    this.at(4, from);
    this.mix(to);
    for (const byte of bytes) this.mix(byte);
  }

  mishap(from: BranchId, to: BranchId, what: Mishap): void {
    this.at(5, from);
    this.mix(to);
    this.text(what);
  }

  logged(branch: BranchId, batches: readonly WriteBatch[]): void {
    this.at(6, branch);
    this.batches(batches);
  }

  durable(branch: BranchId, batches: readonly WriteBatch[]): void {
    this.at(7, branch);
    this.batches(batches);
  }

  crashed(branch: BranchId, { kept, lost }: Survival): void {
    this.at(8, branch);
    this.batches(kept);
    this.batches(lost);
  }

  diskFailed(branch: BranchId): void {
    this.at(9, branch);
  }

  restarted(branch: BranchId): void {
    this.at(10, branch);
    this.vector(this.world.branch(branch).applied);
  }

  paused(branch: BranchId): void {
    this.at(11, branch);
  }

  resumed(branch: BranchId): void {
    this.at(12, branch);
  }

  jumped(branch: BranchId, byMs: number): void {
    this.at(13, branch);
    this.mix(byMs);
  }

  private outcome(outcome: Outcome): void {
    this.text(outcome.kind === 'refused' ? outcome.reason : outcome.kind);
    if (outcome.kind === 'balance') this.text(outcome.balance.toString());
    if (outcome.view) this.vector(viewVector(outcome.view));
  }

  private batches(batches: readonly WriteBatch[]): void {
    for (const batch of batches) {
      this.mix(batch.origin);
      this.mix(lastSequence(batch));
    }
  }

  private vector(vector: VersionVector): void {
    for (const [origin, sequence] of vector) {
      this.mix(origin);
      this.mix(sequence);
    }
  }

  private at(kind: number, who: number): void {
    this.mix(this.world.timeline.nowMs * 1000);
    this.mix(kind * 1024 + who);
  }

  private text(text: string): void {
    for (let i = 0; i < text.length; i++) this.mix(text.charCodeAt(i));
  }

  private mix(value: number): void {
    const low = value | 0;
    this.a = Math.imul(this.a ^ low, 0xcc9e2d51);
    this.a ^= this.a >>> 15;
    this.b = Math.imul(this.b ^ low ^ Math.floor(value / 2 ** 32), 0x1b873593) + 0x52dce729;
    this.b ^= this.b >>> 13;
  }
}

function finish(lane: number): number {
  let hash = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
