/**
 * The results of a scenario as writes and reads. What an answer says of a write
 * becomes its fate, and only the fate counts from here on:
 *
 *   done     counts exactly once wherever it is seen
 *   maybe    may count, once, or never: nobody was told
 *   refused  never counts
 */
import type { CustomerInput, EventInput, ResultsInput } from './input.js';
import type { EntryRef } from './verdict.js';

export interface Write {
  readonly entry: EntryRef;
  readonly customer: number;
  readonly event: number;
  /** What it adds to the balance: less than 0 for a withdrawal. */
  readonly effectMinor: bigint;
  readonly fate: 'done' | 'maybe' | 'refused';
}

/** A query that showed a balance. */
export interface Read {
  readonly entry: EntryRef;
  readonly event: number;
  readonly balanceMinor: bigint;
}

export type Step = { readonly write: Write } | { readonly read: Read } | { readonly odd: EntryRef; readonly text: string };

export interface Session {
  readonly customer: number;
  /** In the order of the session. */
  readonly steps: readonly Step[];
  readonly writes: readonly Write[];
}

export interface Ledger {
  readonly initialMinor: bigint;
  readonly sessions: readonly Session[];
  /** Of all sessions. */
  readonly writes: readonly Write[];
}

export function ledgerOf(input: ResultsInput): Ledger {
  const writers = input.customers.filter(({ events }) => events.some(({ kind }) => kind !== 'query'));
  const sessions = input.customers.map((customer) => {
    const alone = writers.length === 1 && writers[0] === customer;
    const steps = stepsOf(customer, alone ? new Till(input.initialMinor) : undefined);
    return { customer: customer.id, steps, writes: steps.flatMap((step) => ('write' in step ? [step.write] : [])) };
  });
  return { initialMinor: input.initialMinor, sessions, writes: sessions.flatMap(({ writes }) => writes) };
}

/** What there is for a customer whom nobody else can help or hinder. */
class Till {
  constructor(private minor: bigint) {}

  /** Whether there is enough for it, and then it is done. */
  takes(effectMinor: bigint): boolean {
    if (this.minor + effectMinor < 0n) return false;
    this.minor += effectMinor;
    return true;
  }
}

/** With a `till`, withdrawals whose answers were not told are refused exactly where money lacks. */
function stepsOf({ id, events }: CustomerInput, till: Till | undefined): Step[] {
  return events.flatMap((event): Step[] => {
    const entry = entryOf(id, event);
    const { kind, answer } = event;
    if (kind !== 'query') return [{ write: writeOf(entry, event, till) }];
    if (answer.kind === 'odd') return [{ odd: entry, text: answer.text }];
    if (answer.kind !== 'balance') return [];
    return [{ read: { entry, event: event.event, balanceMinor: answer.minor } }];
  });
}

function writeOf(entry: EntryRef, event: EventInput, till: Till | undefined): Write {
  const amount = event.amountMinor ?? 0n;
  const effectMinor = event.kind === 'withdraw' ? -amount : amount;
  return { entry, customer: entry.customer, event: event.event, effectMinor, fate: fateOf(event, effectMinor, till) };
}

function fateOf({ kind, answer }: EventInput, effectMinor: bigint, till: Till | undefined): Write['fate'] {
  if (answer.kind === 'done' || answer.kind === 'refused') return answer.kind;
  if (answer.kind !== 'not-told') return 'maybe';
  if (till) return till.takes(effectMinor) ? 'done' : 'refused';
  return kind === 'deposit' ? 'done' : 'maybe';
}

export function entryOf(customer: number, { event, kind, branch, amountMinor, line }: EventInput): EntryRef {
  return {
    customer,
    event,
    kind,
    branch,
    ...(amountMinor !== undefined && { amountMinor }),
    ...(line !== undefined && { line }),
  };
}
