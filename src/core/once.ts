import { type AccountId, openedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import type { View, Written } from '../domain/outcomes.js';
import { type LoggedWrite, WriteKind, type WriteSession } from '../domain/writes.js';
import { InvariantError, unreachable } from '../std/assert.js';
import type { Request } from './request.js';

/** A write request that is being decided, or was. */
export interface Attempt {
  readonly operation: Operation;
  /** Absent while undecided. */
  outcome?: Written;
  /** Everyone who asked and has no answer: a retry attaches to the attempt under way. */
  readonly waiting: Request[];
}

/**
 * What a branch remembers of one session so that a retried request takes effect
 * once: the results above the session's watermark. A counter with a watermark
 * never forgets too early and never grows, unlike a cache of random ids.
 */
export class SessionRecord implements WriteSession {
  private settledBelow = 0;
  private readonly attempts = new Map<number, Attempt>();

  constructor(
    readonly customer: WriteSession['customer'],
    readonly session: number,
  ) {}

  /** The session will not ask again for anything below `counter`. */
  settle(counter: number): void {
    if (counter <= this.settledBelow) return;
    this.settledBelow = counter;
    for (const known of this.attempts.keys()) {
      if (known >= counter) continue;
      // One that is undecided still has somebody to answer.
      if (this.attempts.get(known)?.outcome) this.attempts.delete(known);
    }
  }

  isSettled(counter: number): boolean {
    return counter < this.settledBelow;
  }

  find(counter: number): Attempt | undefined {
    return this.attempts.get(counter);
  }

  begin(counter: number, request: Request): Attempt {
    const attempt: Attempt = { operation: request.operation, waiting: [request] };
    this.attempts.set(counter, attempt);
    return attempt;
  }

  /** The log says that the request took effect. */
  restore(counter: number, operation: Operation, outcome: Written): void {
    this.attempts.set(counter, { operation, outcome, waiting: [] });
  }

  /** The attempt did nothing; the next one with this counter begins afresh. */
  forget(counter: number): void {
    this.attempts.delete(counter);
  }

  get isIdle(): boolean {
    return this.attempts.size === 0;
  }
}

/** Whether a retry asks for the same thing. */
export function sameOperation(a: Operation, b: Operation): boolean {
  if (a.kind === 'open' || b.kind === 'open') return a.kind === b.kind && 'label' in a && 'label' in b && a.label === b.label;
  if (a.kind !== b.kind || a.account !== b.account) return false;
  if (a.kind === 'query' || b.kind === 'query') return true;
  if (a.amount !== b.amount) return false;
  return a.kind !== 'transfer' || b.kind !== 'transfer' || a.to === b.to;
}

/** What a write in the log was asked as. */
export function operationOf({ kind, account, amountMinor, to, label }: LoggedWrite): Operation {
  const amount = amountMinor as AmountMinor;
  switch (kind) {
    case WriteKind.open:
      return { kind: 'open', label: label ?? '' };
    case WriteKind.deposit:
      return { kind: 'deposit', account, amount };
    case WriteKind.withdraw:
      return { kind: 'withdraw', account, amount };
    case WriteKind.transfer:
      return { kind: 'transfer', account, amount, to: to as AccountId };
    case WriteKind.grant:
      throw new InvariantError('nobody asks for a grant by a request');
    default:
      return unreachable(kind);
  }
}

/** How the request is answered; `view` ends with its write. */
export function writtenAs(kind: WriteKind, view: View): Written {
  const account = openedAccount({ origin: view.origin, sequence: view.own });
  return { kind: 'written', view, ...(kind === WriteKind.open && { account }) };
}
