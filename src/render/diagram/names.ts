import type { HistoryEntry, RecordedOperation, WriteRange } from '../../domain/history.js';
import { type BranchId, branchOf, formatWriteId, type OriginId, parseOrigin, type WriteId } from '../../domain/ids.js';
import { formatMinor } from '../../domain/money.js';

/** `2:3`: the third event of customer 2. */
export function operationName({ customer, event }: Pick<RecordedOperation, 'customer' | 'event'>): string {
  return `${customer}:${event}`;
}

export function money(minor: number | bigint): string {
  return formatMinor(BigInt(minor));
}

/** `0.115 s`, `12.5 ms`: three digits that count. */
export function duration(us: number): string {
  if (us >= 1_000_000) return `${shortest(us / 1_000_000)} s`;
  return us >= 1000 ? `${shortest(us / 1000)} ms` : `${shortest(us)} µs`;
}

function shortest(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}

/** Since the run began: `0.115 s`. */
export function moment(us: number): string {
  return `${(us / 1_000_000).toFixed(3)} s`;
}

/**
 * Writes by short names: `1-3` is the third write of branch 1. A branch that
 * began anew with an empty log has further origins: their writes are `1b-1`, `1c-1`.
 */
export class WriteNames {
  private readonly incarnations = new Map<BranchId, OriginId[]>();
  /** Of each origin, the write that was named first. */
  private readonly named = new Map<OriginId, WriteId>();

  /** Origins of a branch are told apart in the order in which the history names them. */
  constructor(entries: Iterable<HistoryEntry>) {
    for (const entry of entries) for (const origin of originsIn(entry)) this.meet(origin);
  }

  of(id: WriteId): string {
    if (!this.named.has(id.origin)) this.named.set(id.origin, id);
    return this.short(id);
  }

  /** What the names given so far stand for, by one of each origin: `1-1 is 1-b094fccb-1`. */
  inFull(): string[] {
    const ids = [...this.named.values()].sort((a, b) => a.origin - b.origin);
    return ids.map((id) => `${this.short(id)} is ${formatWriteId(id)}`);
  }

  range({ origin, first, last }: WriteRange): string {
    const end = this.of({ origin, sequence: last });
    return first === last ? end : `${this.of({ origin, sequence: first })} to ${end}`;
  }

  /** `write 1-3`, `writes 1-3 to 1-5`. */
  ofRange(range: WriteRange): string {
    return `${range.first === range.last ? 'write' : 'writes'} ${this.range(range)}`;
  }

  /** A sentence with the full names of writes in it, with short ones instead. */
  inText(text: string): string {
    return text.replace(/\b(\d+-[0-9a-f]{8})-(\d+)\b/g, (name, origin: string, sequence: string) => {
      const known = parseOrigin(origin);
      return known === undefined ? name : this.of({ origin: known, sequence: Number(sequence) });
    });
  }

  private short({ origin, sequence }: WriteId): string {
    return `${branchOf(origin)}${this.incarnation(origin)}-${sequence}`;
  }

  private incarnation(origin: OriginId): string {
    const position = this.meet(origin);
    if (position === 0) return '';
    return position < 26 ? String.fromCharCode(97 + position) : `(${position + 1})`;
  }

  private meet(origin: OriginId): number {
    const branch = branchOf(origin);
    const known = this.incarnations.get(branch) ?? [];
    if (known.length === 0) this.incarnations.set(branch, known);
    const position = known.indexOf(origin);
    return position >= 0 ? position : known.push(origin) - 1;
  }
}

function originsIn(entry: HistoryEntry): Iterable<OriginId> {
  if (entry.kind === 'completed') {
    const { write, vector } = entry.operation;
    return [...(write ? [write.origin] : []), ...(vector?.keys() ?? [])];
  }
  if (entry.kind !== 'branch') return [];
  const { event } = entry;
  if (event.kind === 'logged') return [event.write.id.origin];
  if (event.kind === 'applied') return [event.upTo.origin];
  return event.kind === 'sent' || event.kind === 'received' ? [event.writes.origin] : [];
}
