import type { BranchId, OriginId } from '../../domain/ids.js';
import type { MutableVector } from '../../domain/vector.js';
import { insist } from '../twin.js';
import type { Answered, Asked } from '../watcher.js';
import { describe, keyOf } from './asked.js';
import type { Known } from './sessions.js';

/** What was true when a request was made. */
export interface AtAsking extends Known {
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

/** Requests that are at a branch: each is answered soon after its deadline, as long as its process goes on. */
export class Waiting {
  private readonly requests = new Map<Asked, AtAsking>();
  /** When, by its clock, a branch last began to go on after it had stood still, or its clock had jumped. */
  private readonly disturbed = new Map<BranchId, number>();

  /** How long after its deadline an answer may come: a few groups may be on their way to disk before it. */
  constructor(private readonly lateMs: number) {}

  asked(asked: Asked, then: AtAsking): void {
    this.requests.set(asked, then);
  }

  answered(answered: Answered): AtAsking {
    const then = this.requests.get(answered) as AtAsking;
    this.requests.delete(answered);
    return then;
  }

  /** Whether a request with this name waits. */
  has(key: string): boolean {
    return [...this.requests.keys()].some((asked) => keyOf(asked) === key);
  }

  disturb(branch: BranchId, nowMs: number): void {
    this.disturbed.set(branch, nowMs);
  }

  /** The process has ended; returns the requests that ended with it. */
  crashed(branch: BranchId): Asked[] {
    const ended = [...this.requests.keys()].filter((asked) => asked.branch === branch);
    for (const asked of ended) this.requests.delete(asked);
    return ended;
  }

  /** The writes of an origin from that one on are lost. */
  lost(origin: OriginId, from: number): void {
    for (const { anywhere } of this.requests.values()) if ((anywhere.get(origin) ?? 0) >= from) anywhere.set(origin, from - 1);
  }

  checkInTime(answered: Answered): void {
    insist(
      answered.answeredAtMs <= Math.max(answered.request.deadlineMs, this.disturbed.get(answered.branch) ?? 0) + this.lateMs,
      'UnboundedWait',
      () => `${describe(answered)} was answered too late`,
    );
  }

  /** In a bank at rest everyone was answered. */
  checkNobody(): void {
    for (const asked of this.requests.keys()) insist(false, 'UnboundedWait', () => `${describe(asked)} was never answered`);
  }
}
