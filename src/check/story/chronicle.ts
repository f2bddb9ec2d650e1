import type { BranchEvent, HistoryEntry, RecordedOperation, RequestName } from '../../domain/history.js';
import {
  type AccountId,
  type BranchId,
  branchOf,
  type CustomerId,
  type OriginId,
  openedAccount,
  type WriteId,
} from '../../domain/ids.js';
import type { OperationKind } from '../../domain/operations.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import { type Disturbance, Disturbances } from './disturbances.js';

/** A write, as far as its branch's log or its customer told of it. */
export interface KnownWrite {
  readonly id: WriteId;
  readonly kind: WriteKind;
  readonly account: AccountId;
  /** The account that a transfer credits. */
  readonly to?: AccountId;
  /** The branch that a grant or cession is for. */
  readonly receiver?: BranchId;
  /** Minor units; absent where nobody said it. */
  readonly amountMinor?: number;
  /** Whose request it came from or, for a cession or void, is about; absent for a grant. */
  readonly by?: { readonly customer: CustomerId; readonly session?: number; readonly event: number };
  /** When its own branch had it for good. */
  readonly loggedAtUs?: number;
}

/** What branches tell of at all in a history: where they do not, nothing follows from their silence. */
export interface Tells {
  readonly logs: boolean;
  /** When they get writes and serve requests. */
  readonly work: boolean;
  readonly sending: boolean;
}

/** How a write came to a branch, as far as that was told. */
export interface Journey {
  readonly sent?: Leg;
  readonly received?: Leg;
  readonly appliedAtUs?: number;
}

/** `branch` is the other side: the sender. */
export interface Leg {
  readonly branch: BranchId;
  readonly atUs: number;
}

type Work<Kind extends BranchEvent['kind']> = Extract<BranchEvent, { readonly kind: Kind }>;
export type Waiting = Work<'parked'> | Work<'short'>;

/** A history, arranged so that one can ask what became of an operation and of a write. */
export class Chronicle {
  readonly operations: readonly RecordedOperation[];
  private readonly byKey: ReadonlyMap<string, RecordedOperation>;
  readonly tells: Tells;
  private readonly writes = new Map<OriginId, Map<number, KnownWrite>>();
  /** By branch and origin: each time when more writes were there than ever before. */
  private readonly applied = new Map<string, Work<'applied'>[]>();
  private readonly sent = new Map<string, Work<'sent'>[]>();
  private readonly received = new Map<string, Work<'received'>[]>();
  private readonly waits = new Map<string, Waiting[]>();
  private readonly decisions = new Map<string, number[]>();
  private readonly disturbances = new Disturbances();

  constructor(entries: Iterable<HistoryEntry>) {
    const operations = new Map<string, RecordedOperation>();
    const kinds = new Set<BranchEvent['kind']>();
    for (const entry of entries) {
      if (entry.kind === 'invoked') operations.set(operationKey(entry.operation), { ...entry.operation, outcome: 'info' });
      else if (entry.kind === 'completed') operations.set(operationKey(entry.operation), entry.operation);
      else if (entry.kind === 'fault') this.disturbances.take(entry.event);
      else {
        kinds.add(entry.event.kind);
        this.takeWork(entry.event);
      }
    }
    this.tells = { logs: kinds.has('logged'), work: TIMELY.some((kind) => kinds.has(kind)), sending: kinds.has('sent') };
    this.byKey = operations;
    this.operations = [...operations.values()];
    for (const operation of this.operations) this.takeAcknowledged(operation);
  }

  find(customer: string, event: number): RecordedOperation[] {
    return this.operations.filter((operation) => operation.customer === customer && operation.event === event);
  }

  /** The operation that a write came from. */
  makerOf({ by }: KnownWrite): RecordedOperation | undefined {
    return by && this.byKey.get(requestKey(by.customer, by.session, by.event));
  }

  /** Those of the operation's session, it included, in the order in which they began. */
  sessionOf({ customer, session }: RecordedOperation): RecordedOperation[] {
    const own = this.operations.filter((other) => other.customer === customer && other.session === session);
    return own.sort((a, b) => a.invokedAtUs - b.invokedAtUs || a.event - b.event);
  }

  write({ origin, sequence }: WriteId): KnownWrite | undefined {
    return this.writes.get(origin)?.get(sequence);
  }

  /** Of all origins, those of one in order. */
  *allWrites(): Iterable<KnownWrite> {
    for (const ofOrigin of this.writes.values()) yield* [...ofOrigin.values()].sort((a, b) => a.id.sequence - b.id.sequence);
  }

  /** What a request has become, if that is in a log. */
  loggedFor(operation: RecordedOperation): KnownWrite | undefined {
    return this.loggedAbout(operation).find(({ kind }) => isOfCustomer(kind));
  }

  /** Writes by which branches handed the request on or refused it for good, in the order of time. */
  decidedBy(operation: RecordedOperation): KnownWrite[] {
    const between = this.loggedAbout(operation).filter(({ kind }) => !isOfCustomer(kind));
    return between.sort((a, b) => (a.loggedAtUs ?? 0) - (b.loggedAtUs ?? 0));
  }

  /** All in a log that name the request. */
  private loggedAbout({ customer, session, event }: RecordedOperation): KnownWrite[] {
    const found: KnownWrite[] = [];
    for (const ofOrigin of this.writes.values())
      for (const write of ofOrigin.values()) {
        const { by, loggedAtUs } = write;
        if (loggedAtUs !== undefined && by?.customer === customer && by.event === event && by.session === session)
          found.push(write);
      }
    return found;
  }

  /** How many writes of an origin up to `last` nobody told of. */
  untold(origin: OriginId, last: number): number {
    let known = 0;
    for (const sequence of this.writes.get(origin)?.keys() ?? []) if (sequence <= last) known += 1;
    return last - known;
  }

  waitsOf(operation: RecordedOperation): readonly Waiting[] {
    return this.waits.get(requestKey(operation.customer, operation.session, operation.event)) ?? [];
  }

  /** When the branch decided what it then answered: a request that is asked again may be decided several times. */
  decidedAtUs(operation: RecordedOperation, write: KnownWrite | undefined): number | undefined {
    const { completedAtUs = Number.MAX_VALUE } = operation;
    const latest = write?.loggedAtUs ?? completedAtUs;
    return this.decisionsOf(operation).findLast((atUs) => atUs <= latest);
  }

  /** Decisions on the request, in order. */
  decisionsOf({ customer, session, event }: RecordedOperation): readonly number[] {
    return this.decisions.get(requestKey(customer, session, event)) ?? [];
  }

  /** When a branch first had a write. */
  hadAtUs(id: WriteId, branch: BranchId): number | undefined {
    if (branchOf(id.origin) === branch) return this.write(id)?.loggedAtUs;
    const steps = this.applied.get(`${branch} ${id.origin}`) ?? [];
    return steps[firstWhere(steps, ({ upTo }) => upTo.sequence >= id.sequence)]?.atUs;
  }

  journey(id: WriteId, to: BranchId): Journey {
    const appliedAtUs = this.hadAtUs(id, to);
    const arrivals = this.received.get(`${to} ${id.origin}`) ?? [];
    const received = arrivals.find(({ writes }) => holds(writes, id));
    const sent = received
      ? this.sendings(id, to).findLast(({ branch, atUs }) => branch === received.from && atUs <= received.atUs)
      : undefined;
    return {
      ...(sent && { sent: { branch: sent.branch, atUs: sent.atUs } }),
      ...(received && { received: { branch: received.from, atUs: received.atUs } }),
      ...(appliedAtUs !== undefined && { appliedAtUs }),
    };
  }

  /** Whoever had sent it to the branch at that time, where it had not come yet. */
  underWayAt(id: WriteId, to: BranchId, atUs: number): Leg | undefined {
    const arrivals = this.received.get(`${to} ${id.origin}`) ?? [];
    if (arrivals.some((arrival) => arrival.atUs <= atUs && holds(arrival.writes, id))) return undefined;
    const sending = this.sendings(id, to).findLast((leg) => leg.atUs <= atUs);
    return sending && { branch: sending.branch, atUs: sending.atUs };
  }

  /** Received, and still waiting for something that it follows. */
  heldBackAt(id: WriteId, at: BranchId, atUs: number): Leg | undefined {
    const arrival = (this.received.get(`${at} ${id.origin}`) ?? []).find((one) => one.atUs <= atUs && holds(one.writes, id));
    return arrival && { branch: arrival.from, atUs: arrival.atUs };
  }

  /** What was broken of the branches at some moment of that time. */
  brokenBetween(fromUs: number, untilUs: number, branches: ReadonlySet<BranchId>): Disturbance[] {
    return this.disturbances.between(fromUs, untilUs, branches);
  }

  private sendings(id: WriteId, to: BranchId): readonly Work<'sent'>[] {
    return (this.sent.get(`${to} ${id.origin}`) ?? []).filter(({ writes }) => holds(writes, id));
  }

  private takeWork(event: BranchEvent): void {
    switch (event.kind) {
      case 'logged': {
        const { request, ...write } = event.write;
        // One that its branch had lost and got back from others is told again.
        if (this.write(write.id)) return;
        const by = request && { customer: request.customer, session: request.session, event: request.counter };
        return this.know({ ...write, ...(by && { by }), loggedAtUs: event.atUs });
      }
      case 'applied':
        return this.takeApplied(event);
      case 'sent':
        return push(this.sent, `${event.to} ${event.writes.origin}`, event);
      case 'received':
        // What comes twice, or after a hole, is not kept.
        if (event.receipt !== 'new') return;
        return push(this.received, `${event.branch} ${event.writes.origin}`, event);
      case 'parked':
      case 'short':
        return push(this.waits, nameKey(event.request), event);
      case 'decided':
        return push(this.decisions, nameKey(event.request), event.atUs);
      default:
        return;
    }
  }

  /** A branch that has lost its memory applies again what it had: the first time counts. */
  private takeApplied(event: Work<'applied'>): void {
    const key = `${event.branch} ${event.upTo.origin}`;
    const last = this.applied.get(key)?.at(-1);
    if (!last || event.upTo.sequence > last.upTo.sequence) push(this.applied, key, event);
  }

  /** Of what no log tells, the customer may. */
  private takeAcknowledged(operation: RecordedOperation): void {
    const { write: id, kind, account, to, amountMinor, customer, session, event } = operation;
    if (!id || kind === 'query' || this.write(id)) return;
    this.know({
      id,
      kind: WRITE_KINDS[kind],
      account: kind === 'open' ? openedAccount(id) : account,
      ...(to !== undefined && { to }),
      ...(kind === 'open' ? { amountMinor: 0 } : amountMinor !== undefined && { amountMinor }),
      by: { customer, ...(session !== undefined && { session }), event },
    });
  }

  private know(write: KnownWrite): void {
    const { origin, sequence } = write.id;
    const ofOrigin = this.writes.get(origin) ?? new Map<number, KnownWrite>();
    if (ofOrigin.size === 0) this.writes.set(origin, ofOrigin);
    ofOrigin.set(sequence, write);
  }
}

const TIMELY: readonly BranchEvent['kind'][] = ['applied', 'sent', 'received', 'parked', 'short', 'decided'];

const WRITE_KINDS: Record<Exclude<OperationKind, 'query'>, WriteKind> = {
  open: WriteKind.open,
  deposit: WriteKind.deposit,
  withdraw: WriteKind.withdraw,
  transfer: WriteKind.transfer,
};

function holds({ first, last }: { readonly first: number; readonly last: number }, { sequence }: WriteId): boolean {
  return first <= sequence && sequence <= last;
}

/** The first place from which on it is true; their number if it never is. */
function firstWhere<Item>(items: readonly Item[], isTrue: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function push<Item>(all: Map<string, Item[]>, key: string, item: Item): void {
  const known = all.get(key);
  if (known) known.push(item);
  else all.set(key, [item]);
}

function operationKey({ customer, session, event }: Pick<RecordedOperation, 'customer' | 'session' | 'event'>): string {
  return requestKey(customer, session, event);
}

function nameKey({ customer, session, counter }: RequestName): string {
  return requestKey(customer, session, counter);
}

function requestKey(customer: string, session: number | undefined, event: number): string {
  return `${event} ${session ?? ''} ${customer}`;
}
