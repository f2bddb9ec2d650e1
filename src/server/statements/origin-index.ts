import { type AccountId, openedAccount } from '../../domain/ids.js';
import { hasCounterpart, isOfCustomer, lastSequence, type WriteBatch, WriteKind } from '../../domain/writes.js';
import { OpenRun, type Run, type RunSize } from './run.js';

/** A number for each account: small, so that columns of them are. */
export type AccountNumbers = (account: AccountId) => number;

/** What is asked for: entries behind write `behind` and up to write `through`, of rank `rank` or more. */
export interface Stretch {
  readonly behind: number;
  readonly through: number;
  readonly rank: number;
}

/**
 * Where accounts have entries in the log of one origin, from some write on and
 * without a gap. What the log no longer has is forgotten a run at a time, so some
 * entries that could be read are no longer listed; their sums go with them.
 */
export class OriginIndex {
  private readonly sealed: Run[] = [];
  private open: OpenRun;
  /** The last write looked at, and its rank; infinite where it was not seen. */
  private last = 0;
  private rank = 0;

  constructor(
    private readonly numberOf: AccountNumbers,
    private readonly runSize: RunSize,
  ) {
    this.open = new OpenRun(1, 0, runSize);
  }

  /** The last write that was looked at. */
  get through(): number {
    return this.last;
  }

  /** The last write that is not listed, as the log does not reach back to it, and its rank; 0 if there is none. */
  get before(): { readonly sequence: number; readonly rank: number } {
    const { from, rankBefore } = this.runAt(0) as Run;
    return { sequence: from - 1, rank: rankBefore };
  }

  /** Looks at what follows, up to write `through`; the batch leaves nothing out. */
  add(batch: WriteBatch, through: number): void {
    const numbers = batch.accounts.map(this.numberOf);
    const end = Math.min(lastSequence(batch), through);
    let followed = batch.followed;
    let [dependency, counterpart] = [0, 0];
    this.rank = followed + batch.first - 1;
    for (let sequence = batch.first; sequence <= end; sequence++) {
      const i = sequence - batch.first;
      for (; batch.dependencyAt[dependency] === i; dependency++) followed += batch.dependencyGrowth[dependency] as number;
      const other = hasCounterpart(batch.kinds[i] as WriteKind) ? (batch.counterparts[counterpart++] as number) : undefined;
      if (sequence > this.last) this.look(batch, i, other, numbers);
      this.rank = followed + sequence;
    }
    this.last = Math.max(this.last, end);
  }

  /** Nothing can be read of what follows, up to this write. */
  skipTo(sequence: number): void {
    this.beginAt(sequence + 1, Infinity);
  }

  /**
   * Nothing can be read any more of batches that begin before this write. If that
   * concerns the run that grows, what is left has to be looked at once more: of an
   * origin that seldom writes it is all there is.
   */
  forgetBefore(sequence: number): void {
    const isGone = (run: Run) => (run.firsts[0] ?? Infinity) < sequence;
    if (!isGone(this.open)) this.sealed.splice(0, this.sealed.findLastIndex(isGone) + 1);
    else if (sequence > this.last) this.beginAt(this.last + 1, this.rank);
    else this.beginAt(sequence, Infinity);
  }

  /** All that came into the account and went out of it by the entries listed. */
  sums(account: number): { readonly credits: bigint; readonly debits: bigint } {
    let [credits, debits] = [0n, 0n];
    for (let i = 0; i <= this.sealed.length; i++) {
      const rows = this.runAt(i)?.of(account);
      if (!rows) continue;
      credits += BigInt(rows.credits);
      debits += BigInt(rows.debits);
    }
    return { credits, debits };
  }

  /** First writes of the batches that hold all such entries of the account, ascending; the first of them may hold none. */
  *batchesOf(account: number, { behind, through, rank }: Stretch): Generator<number> {
    let told = 0;
    for (let i = 0; i <= this.sealed.length; i++) {
      const [run, next] = [this.runAt(i) as Run, this.runAt(i + 1)];
      if (run.from > through) return;
      if (next && (next.from <= behind + 1 || next.rankBefore < rank)) continue;
      const { batches } = run.of(account) ?? { batches: [] };
      for (let row = 0; row < batches.length; row++) {
        const first = run.firsts[batches[row] as number] as number;
        if (first > through) return;
        const after = batches[row + 1];
        const isOver =
          after !== undefined && ((run.firsts[after] as number) <= behind + 1 || (run.ranks[after] as number) <= rank);
        // A batch may go on in the next run.
        if (!isOver && first !== told) yield first;
        told = first;
      }
    }
  }

  private look(batch: WriteBatch, i: number, other: number | undefined, numbers: readonly number[]): void {
    const kind = batch.kinds[i] as WriteKind;
    const sequence = batch.first + i;
    // Known only now, where nothing could be read before.
    if (this.open.from === sequence) this.open = new OpenRun(sequence, this.rank, this.runSize);
    if (!isOfCustomer(kind)) return;
    const amount = kind === WriteKind.open ? 0 : (batch.amounts[i] as number);
    if (!this.open.hasRoom(sequence, amount)) {
      this.sealed.push(this.open.sealed());
      this.open = new OpenRun(sequence, this.rank, this.runSize);
    }
    const named = numbers[batch.accountIndices[i] as number];
    this.open.add({
      batchFirst: batch.first,
      batchRank: batch.followed + batch.first,
      debited: kind === WriteKind.withdraw || kind === WriteKind.transfer ? named : undefined,
      credited: this.credited(batch, kind, sequence, kind === WriteKind.transfer ? numbers[other as number] : named),
      amount,
    });
  }

  private credited(batch: WriteBatch, kind: WriteKind, sequence: number, account: number | undefined): number | undefined {
    if (kind === WriteKind.open) return this.numberOf(openedAccount({ origin: batch.origin, sequence }));
    return kind === WriteKind.withdraw ? undefined : account;
  }

  private beginAt(sequence: number, rankBefore: number): void {
    this.sealed.length = 0;
    this.open = new OpenRun(sequence, rankBefore, this.runSize);
    this.last = sequence - 1;
    this.rank = rankBefore;
  }

  private runAt(i: number): Run | undefined {
    return i === this.sealed.length ? this.open : this.sealed[i];
  }
}
