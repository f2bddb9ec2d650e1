import type { BranchEvent, HistoryEntry, Invocation, RecordedOperation, RequestName, WriteRange } from '../../domain/history.js';
import type { OriginId, WriteId } from '../../domain/ids.js';
import type { Finding } from './findings.js';
import { operationName } from './names.js';

/** Which part of a history is drawn; all of it where nothing is said. */
export interface Selection {
  /** Microseconds since the run began, both ends included. */
  readonly fromUs?: number | undefined;
  readonly untilUs?: number | undefined;
  readonly customers?: ReadonlySet<string> | undefined;
  /** Only operations that a finding is about, and what the branches did for them. */
  readonly witnessOf?: readonly Finding[] | undefined;
}

/**
 * The entries that are selected. An operation that lasts into the time belongs
 * to it. Of the branches' work, where only some operations are selected: what
 * was done for these, and how their writes got about.
 */
export function selected(entries: readonly HistoryEntry[], selection: Selection): HistoryEntry[] {
  const { fromUs = 0, untilUs = Number.MAX_VALUE } = selection;
  const operations = chosenOperations(entries, selection);
  const work = selection.customers || selection.witnessOf ? new RelatedWork(entries, operations) : undefined;
  return entries.filter((entry) => {
    if (entry.kind === 'invoked' || entry.kind === 'completed') return operations.has(keyOf(entry.operation));
    if (entry.event.atUs < fromUs || entry.event.atUs > untilUs) return false;
    return entry.kind === 'fault' || !work || work.includes(entry.event);
  });
}

function chosenOperations(entries: readonly HistoryEntry[], selection: Selection): Set<string> {
  const { fromUs = 0, untilUs = Number.MAX_VALUE, customers, witnessOf } = selection;
  const witnesses = witnessOf && new Set(witnessOf.flatMap(({ operations }) => operations));
  const ends = new Map<string, number>();
  for (const entry of entries)
    if (entry.kind === 'completed') ends.set(keyOf(entry.operation), entry.operation.completedAtUs ?? Number.MAX_VALUE);
  const chosen = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'invoked' && entry.kind !== 'completed') continue;
    const { operation } = entry;
    const isMeant = (!customers || customers.has(operation.customer)) && (!witnesses || witnesses.has(operationName(operation)));
    const end = ends.get(keyOf(operation)) ?? Number.MAX_VALUE;
    if (isMeant && operation.invokedAtUs <= untilUs && end >= fromUs) chosen.add(keyOf(operation));
  }
  return chosen;
}

/** What branches did for some operations. */
class RelatedWork {
  /** Sequences of writes, by origin. */
  private readonly writes = new Map<OriginId, Set<number>>();
  /** How far a branch has applied the writes of an origin: an entry tells of all since the one before. */
  private readonly applied = new Map<string, number>();

  constructor(
    entries: readonly HistoryEntry[],
    private readonly operations: ReadonlySet<string>,
  ) {
    for (const entry of entries) {
      if (entry.kind === 'completed' && operations.has(keyOf(entry.operation))) this.add(entry.operation.write);
      if (entry.kind === 'branch' && entry.event.kind === 'logged' && this.isFor(entry.event.write.request))
        this.add(entry.event.write.id);
    }
  }

  includes(event: BranchEvent): boolean {
    switch (event.kind) {
      case 'parked':
      case 'short':
      case 'decided':
        return this.isFor(event.request);
      case 'logged':
        return this.has({ origin: event.write.id.origin, first: event.write.id.sequence, last: event.write.id.sequence });
      case 'sent':
      case 'received':
      case 'fetching':
        return this.has(event.writes);
      case 'applied': {
        const { origin, sequence } = event.upTo;
        const key = `${event.branch} ${origin}`;
        const first = (this.applied.get(key) ?? 0) + 1;
        this.applied.set(key, sequence);
        return this.has({ origin, first, last: sequence });
      }
      default:
        return false;
    }
  }

  private isFor(request: RequestName | undefined): boolean {
    if (!request) return false;
    const { customer, session, counter } = request;
    return (
      this.operations.has(keyOf({ customer, session, event: counter })) ||
      this.operations.has(keyOf({ customer, event: counter }))
    );
  }

  private add(id: WriteId | undefined): void {
    if (!id) return;
    const known = this.writes.get(id.origin);
    if (known) known.add(id.sequence);
    else this.writes.set(id.origin, new Set([id.sequence]));
  }

  private has({ origin, first, last }: WriteRange): boolean {
    for (const sequence of this.writes.get(origin) ?? []) if (sequence >= first && sequence <= last) return true;
    return false;
  }
}

function keyOf({ customer, session, event }: Pick<Invocation | RecordedOperation, 'customer' | 'session' | 'event'>): string {
  return `${event} ${session ?? ''} ${customer}`;
}
