import type { BranchId } from '../domain/ids.js';
import type { Rng } from '../std/rng.js';
import type { RangeMs } from './plan.js';

/** The lines between branches, one for each direction: which are blocked, and what a message takes on any. */
export class Lines {
  /** How many faults block a line. */
  private readonly blocked = new Map<string, number>();

  constructor(
    private readonly rng: Rng,
    private readonly rangeMs: RangeMs,
  ) {}

  block(from: BranchId, to: BranchId): void {
    const line = lineOf(from, to);
    this.blocked.set(line, (this.blocked.get(line) ?? 0) + 1);
  }

  /** Takes one fault away; returns whether it was the last. */
  unblock(from: BranchId, to: BranchId): boolean {
    const line = lineOf(from, to);
    const left = (this.blocked.get(line) ?? 0) - 1;
    if (left > 0) this.blocked.set(line, left);
    return left === 0 && this.free(from, to);
  }

  /** Takes all faults away; returns whether there were any. */
  free(from: BranchId, to: BranchId): boolean {
    return this.blocked.delete(lineOf(from, to));
  }

  isBlocked(from: BranchId, to: BranchId): boolean {
    return this.blocked.has(lineOf(from, to));
  }

  /** What the next message takes. */
  delayMs(): number {
    return this.rng.integer(...this.rangeMs);
  }
}

export function lineOf(from: BranchId, to: BranchId): string {
  return `${from} to ${to}`;
}
