import { type AccountId, type BranchId, openedAccount, type WriteId } from '../domain/ids.js';
import type { Operation } from '../domain/operations.js';
import type { View, Written } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';
import { type FinalReason, isOfCustomer, type LoggedSession, WriteKind, type WriteSession } from '../domain/writes.js';
import type { Request } from './request.js';
import type { SessionSummary } from './snapshot.js';

/** A write request that is being decided here. */
export interface Attempt {
  /** The request that began it and goes through the branch; retries attach to it. */
  readonly request: Request;
  /** Everyone who asked and has no answer. */
  readonly waiting: Request[];
  /** Branches that want to take the request over, or to know what it becomes. */
  readonly claimants: Set<BranchId>;
}

/**
 * What an applied write says about the request that it names: the latest is what
 * counts, as a branch writes about a request only while it holds the right to it.
 */
export interface Fact {
  readonly kind: WriteKind;
  readonly id: WriteId;
  readonly account: AccountId | undefined;
  readonly amount: number;
  /** The account that a transfer credits. */
  readonly to: AccountId | undefined;
  readonly label: string | undefined;
  /** The branch that has the right to the request from here on. */
  readonly receiver: BranchId | undefined;
  /** Of a void. */
  readonly reason: FinalReason | undefined;
  /** What the accepting branch had applied, its own entry left out. */
  readonly others: VersionVector;
}

/**
 * What a branch knows of one session so that a request takes effect once,
 * wherever it is retried: what every request above the session's watermark has
 * become. A counter with a watermark never forgets too early and never grows,
 * unlike a cache of random ids. Facts come from logs, the watermark too: all
 * branches come to know the same.
 */
export class SessionRecord implements LoggedSession {
  private watermark = 0;
  private readonly attempts = new Map<number, Attempt>();
  private readonly facts = new Map<number, Fact>();

  constructor(
    readonly customer: WriteSession['customer'],
    readonly session: number,
  ) {}

  get settledBelow(): number {
    return this.watermark;
  }

  /** The session will not ask again for anything below `counter`. */
  settle(counter: number): void {
    if (counter <= this.watermark) return;
    this.watermark = counter;
    for (const known of this.facts.keys()) if (known < counter) this.facts.delete(known);
  }

  isSettled(counter: number): boolean {
    return counter < this.watermark;
  }

  attempt(counter: number): Attempt | undefined {
    return this.attempts.get(counter);
  }

  fact(counter: number): Fact | undefined {
    return this.facts.get(counter);
  }

  summary(): SessionSummary {
    const { customer, session, settledBelow } = this;
    return { customer, session, settledBelow, facts: [...this.facts] };
  }

  begin(request: Request): void {
    this.attempts.set(request.counter, { request, waiting: [request], claimants: new Set() });
  }

  /** The attempt is over, whatever came of it. */
  end(counter: number): void {
    this.attempts.delete(counter);
  }

  learn(counter: number, fact: Fact): void {
    if (counter > 0 && !this.isSettled(counter)) this.facts.set(counter, fact);
  }
}

/** The sessions that have written, as far as a branch knows: it never forgets one. */
export class Sessions {
  private readonly records = new Map<string, SessionRecord>();

  of(customer: WriteSession['customer'], session: number): SessionRecord {
    const key = keyOf(customer, session);
    let record = this.records.get(key);
    if (!record) this.records.set(key, (record = new SessionRecord(customer, session)));
    return record;
  }

  /** For a request that writes nothing: of a session that is not known nothing is kept. */
  visitor(customer: WriteSession['customer'], session: number): SessionRecord {
    return this.records.get(keyOf(customer, session)) ?? new SessionRecord(customer, session);
  }

  /** Of all sessions, what logs and the sessions themselves have said. */
  summaries(): SessionSummary[] {
    return [...this.records.values()].map((record) => record.summary());
  }

  restore(summaries: readonly SessionSummary[]): void {
    for (const { customer, session, settledBelow, facts } of summaries) {
      const record = this.of(customer, session);
      record.settle(settledBelow);
      for (const [counter, fact] of facts) record.learn(counter, fact);
    }
  }
}

function keyOf(customer: WriteSession['customer'], session: number): string {
  return `${session}/${customer}`;
}

/** The branch that may accept a request, as far as is known here. */
export function holderOf(fact: Fact | undefined, home: BranchId): BranchId {
  return fact?.receiver ?? home;
}

/** Whether the request has taken effect. */
export function isEffect(fact: Fact): boolean {
  return isOfCustomer(fact.kind);
}

/** Whether a retry asks for the same thing. */
export function sameOperation(a: Operation, b: Operation): boolean {
  if (a.kind === 'open' || b.kind === 'open') return a.kind === b.kind && 'label' in a && 'label' in b && a.label === b.label;
  if (a.kind !== b.kind || a.account !== b.account) return false;
  if (a.kind === 'query' || b.kind === 'query') return true;
  if (a.amount !== b.amount) return false;
  return a.kind !== 'transfer' || b.kind !== 'transfer' || a.to === b.to;
}

/** Whether the request asked for what has come of it. */
export function isWhatWasAsked(operation: Operation, fact: Fact): boolean {
  if (operation.kind === 'query' || WriteKind[operation.kind] !== fact.kind) return false;
  if (operation.kind === 'open') return operation.label === fact.label;
  const isSame = operation.account === fact.account && operation.amount === fact.amount;
  return isSame && (operation.kind !== 'transfer' || operation.to === fact.to);
}

export function viewOf({ id, others }: Fact): View {
  return { origin: id.origin, own: id.sequence, others };
}

/** How a request that has taken effect is answered, whenever and wherever it is asked. */
export function writtenAs(fact: Fact): Written {
  return { kind: 'written', view: viewOf(fact), ...(fact.kind === WriteKind.open && { account: openedAccount(fact.id) }) };
}
