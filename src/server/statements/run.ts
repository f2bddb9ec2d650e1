/** How long a run may become. */
export interface RunSize {
  readonly rows: number;
  readonly writes: number;
}

/** So short that sealing one takes no time, and that little is forgotten with it. A row is found by 16 bits. */
export const RUN_SIZE: RunSize = { rows: 4096, writes: 8192 };

/** What a run has of one account: the batches with entries of it, ascending, and what the entries add up to. */
export interface AccountRows {
  /** Rows of the run's table of batches. */
  readonly batches: ArrayLike<number>;
  /** In minor units; exact. */
  readonly credits: number;
  readonly debits: number;
}

/** Where accounts have entries among consecutive writes of one origin. */
export interface Run {
  /** The first write. */
  readonly from: number;
  /** Rank of the write before that, which is less than those of the run. */
  readonly rankBefore: number;
  /** Batches that have entries: the first write of each. */
  readonly firsts: ArrayLike<number>;
  /** And a rank that is more than that of any write before the batch and not more than those in it. */
  readonly ranks: ArrayLike<number>;
  of(account: number): AccountRows | undefined;
}

/** A write as an index sees it; accounts are numbers of the index. */
export interface IndexedWrite {
  readonly batchFirst: number;
  readonly batchRank: number;
  readonly debited: number | undefined;
  /** Credited or opened. */
  readonly credited: number | undefined;
  readonly amount: number;
}

/** A run that still grows. */
export class OpenRun implements Run {
  readonly firsts: number[] = [];
  readonly ranks: number[] = [];
  private readonly accounts = new Map<number, { batches: number[]; credits: number; debits: number }>();
  private rows = 0;
  private money = 0;

  constructor(
    readonly from: number,
    readonly rankBefore: number,
    private readonly size: RunSize,
  ) {}

  /** Whether it takes this write: otherwise it is long enough, or its sums would not be exact. */
  hasRoom(sequence: number, amount: number): boolean {
    const isShort = this.rows < this.size.rows && sequence - this.from < this.size.writes;
    return isShort && this.money + amount <= Number.MAX_SAFE_INTEGER;
  }

  add({ batchFirst, batchRank, debited, credited, amount }: IndexedWrite): void {
    if (this.firsts.at(-1) !== batchFirst) {
      this.firsts.push(batchFirst);
      this.ranks.push(batchRank);
    }
    this.money += amount;
    if (debited !== undefined) this.rowsOf(debited).debits += amount;
    if (credited !== undefined) this.rowsOf(credited).credits += amount;
  }

  of(account: number): AccountRows | undefined {
    return this.accounts.get(account);
  }

  /** The same as columns, as nothing is added any more. */
  sealed(): Run {
    return new SealedRun(
      this,
      [...this.accounts].sort(([a], [b]) => a - b),
      this.rows,
    );
  }

  private rowsOf(account: number) {
    let known = this.accounts.get(account);
    if (!known) this.accounts.set(account, (known = { batches: [], credits: 0, debits: 0 }));
    const batch = this.firsts.length - 1;
    if (known.batches.at(-1) !== batch) {
      known.batches.push(batch);
      this.rows += 1;
    }
    return known;
  }
}

/** Most of an index is sealed runs: of each row two bytes are kept, of each account in the run 24, of each batch 16. */
class SealedRun implements Run {
  readonly from: number;
  readonly rankBefore: number;
  readonly firsts: Float64Array;
  readonly ranks: Float64Array;
  /** Ascending. */
  private readonly accounts: Uint32Array;
  /** Where the rows of each account begin. */
  private readonly starts: Uint32Array;
  private readonly credits: Float64Array;
  private readonly debits: Float64Array;
  private readonly batches: Uint16Array;

  constructor(run: Run, accounts: readonly (readonly [number, AccountRows])[], rows: number) {
    this.from = run.from;
    this.rankBefore = run.rankBefore;
    this.firsts = Float64Array.from(run.firsts);
    this.ranks = Float64Array.from(run.ranks);
    this.accounts = Uint32Array.from(accounts, ([account]) => account);
    this.credits = Float64Array.from(accounts, ([, { credits }]) => credits);
    this.debits = Float64Array.from(accounts, ([, { debits }]) => debits);
    this.starts = new Uint32Array(accounts.length);
    this.batches = new Uint16Array(rows);
    let start = 0;
    for (const [i, [, { batches }]] of accounts.entries()) {
      this.starts[i] = start;
      this.batches.set(batches, start);
      start += batches.length;
    }
  }

  of(account: number): AccountRows | undefined {
    const row = rowOf(this.accounts, account);
    if (row === undefined) return undefined;
    return {
      batches: this.batches.subarray(this.starts[row], this.starts[row + 1]),
      credits: this.credits[row] as number,
      debits: this.debits[row] as number,
    };
  }
}

function rowOf(ascending: Uint32Array, wanted: number): number | undefined {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted ? low : undefined;
}
