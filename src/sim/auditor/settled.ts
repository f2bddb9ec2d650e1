import type { BranchId } from '../../domain/ids.js';
import { isWrite } from '../../domain/operations.js';
import { insist } from '../twin.js';
import type { Answered, Asked } from '../watcher.js';
import { describe, isRefusedAs, keyOf, sessionOf } from './asked.js';

/** Requests that their sessions will not ask again: a branch that was told so does not write for them any more. */
export class Settled {
  /** By branch and session, the first request that is not settled, as the process that runs has heard. */
  private readonly heard = new Map<string, number>();
  /** By session, what it has said to anybody. */
  private readonly said = new Map<string, number>();

  /** Returns whether the session has said, at this branch, that it will not ask this again. */
  asked(asked: Asked): boolean {
    const session = sessionOf(asked);
    const below = raised(this.heard, `${asked.branch}/${session}`, asked.settledBelow);
    raised(this.said, session, asked.settledBelow);
    return keyOf(asked) !== undefined && asked.request.counter < below;
  }

  /** What sessions have settled is in no log: a process that begins again has not heard it. */
  crashed(branch: BranchId): void {
    for (const key of this.heard.keys()) if (key.startsWith(`${branch}/`)) this.heard.delete(key);
  }

  /** Refused as settled is only what somebody was told of, and always what this branch was told of. */
  check(answered: Answered, wasSettled: boolean): void {
    const { request, outcome } = answered;
    const isRefused = isRefusedAs(outcome, 'REQUEST_SETTLED');
    const may = request.counter < (this.said.get(sessionOf(answered)) ?? 0);
    // That writes are lost comes first.
    const must = wasSettled && isWrite(request.operation.kind) && !isRefusedAs(outcome, 'WRITES_LOST');
    insist(
      isRefused ? may : !must,
      'UnjustifiedRefusal',
      () => `${describe(answered)} was settled: ${wasSettled}, refused: ${isRefused}`,
    );
  }
}

function raised(numbers: Map<string, number>, key: string, least: number): number {
  const number = Math.max(least, numbers.get(key) ?? 0);
  numbers.set(key, number);
  return number;
}
