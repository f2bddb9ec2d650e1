/** Judges what one session read of one account, by the balances alone. */
import type { AnomalyName } from '../../domain/anomalies.js';
import { type GuaranteeName, has } from '../../domain/guarantees.js';
import { BroadSets } from '../results/broad-sets.js';
import type { Effort } from '../results/effort.js';
import { ExactSets } from '../results/exact-sets.js';
import type { OptionalSets } from '../results/optional-writes.js';
import { SubsetSums } from '../results/subset-sums.js';
import { firstIndex } from './column.js';
import type { Context } from './context.js';
import { type Cause, type Effect, explain, type Guess } from './effects.js';

/** With more optional writes than that, sets are not looked for. */
const MOST_OPTIONAL = 512;

const ANOMALY_OF: Record<Cause, AnomalyName> = {
  'left-out': 'ReadYourWrites',
  twice: 'DuplicateEffect',
  refused: 'ResurrectedRefusal',
  future: 'FutureRead',
  none: 'GarbageBalance',
};
const JUDGED: readonly AnomalyName[] = [...Object.values(ANOMALY_OF), 'MonotonicReads'];

/** What may still be spent: on sets of writes, and on causes of what no set explains. */
export interface Efforts {
  readonly sets: Effort;
  readonly causes: Effort;
}

interface Read {
  readonly row: number;
  readonly balanceMinor: bigint;
  readonly invokedUs: number;
  readonly answeredUs: number;
}

export function judgeReads(
  context: Context,
  account: number,
  effects: readonly Effect[],
  rows: readonly number[],
  efforts: Efforts,
): void {
  new ReadJudge(context, account, effects, rows, efforts).judge();
}

class ReadJudge {
  private readonly reads: readonly Read[];
  /** Own writes that were done and end before the next operation of the session begins, in the order of their ends. */
  private readonly definite: readonly Effect[];
  /** What the first so many of them add up to. */
  private readonly definiteMinor: readonly bigint[];
  /** In the order in which they were asked for. */
  private readonly optional: readonly Effect[];
  private readonly base: bigint;
  private readonly inOrder: boolean;
  private readonly lostByUs: number;
  private readonly effort: Effort;
  private readonly causes: Effort;

  constructor(
    private readonly context: Context,
    account: number,
    private readonly effects: readonly Effect[],
    rows: readonly number[],
    { sets, causes }: Efforts,
  ) {
    this.effort = sets;
    this.causes = causes;
    const { tape, balances, losses } = context;
    this.lostByUs = losses.lostByUs;
    const session = tape.session.at(rows[0] as number);
    this.reads = rows.map((row) => ({
      row,
      balanceMinor: tape.balance(row) as bigint,
      invokedUs: tape.invokedAt.at(row),
      answeredUs: Number.isNaN(tape.completedAt.at(row)) ? Infinity : tape.completedAt.at(row),
    }));
    this.base = balances.foundedMinor(account);
    const ownCount = this.isPromised('read-your-writes');
    const overlaps = overlapping(this.reads);
    const isDefinite = (effect: Effect) => ownCount && effect.session === session && effect.fate === 'done' && !overlaps(effect);
    const [definite, optional]: [Effect[], Effect[]] = [[], []];
    for (const effect of effects) if (effect.fate !== 'refused') (isDefinite(effect) ? definite : optional).push(effect);
    this.definite = definite.sort((a, b) => a.answeredUs - b.answeredUs);
    this.definiteMinor = sums(definite);
    this.optional = optional;
    // Reads that overlap are in no order, and say nothing of each other.
    this.inOrder =
      this.isPromised('monotonic-reads') &&
      this.reads.every((read, k) => k === 0 || (this.reads[k - 1] as Read).answeredUs <= read.invokedUs);
  }

  judge(): void {
    for (const name of JUDGED) this.context.docket.checked(name, this.reads.length);
    this.context.docket.checked('Overdraft', this.reads.length);
    if (this.optional.length > MOST_OPTIONAL) this.judgeBounds();
    else this.judgeSets();
  }

  private judgeSets(): void {
    const sets = this.sets();
    let offered = 0;
    let last: Read | undefined;
    for (const read of this.reads) {
      for (; (this.optional[offered]?.invokedUs ?? Infinity) <= read.answeredUs; offered++) {
        sets.offer((this.optional[offered] as Effect).effectMinor);
      }
      const rest = this.restOf(read);
      const found = this.inOrder ? sets.follow(rest) : this.fits(sets, rest);
      if (found === 'impossible') this.impossible(read, rest, sets);
      else this.possible(read, found, last);
      if (found !== 'impossible') last = read;
    }
  }

  private fits(sets: OptionalSets, rest: bigint): 'fits' | 'impossible' | 'unknown' {
    const fits = sets.fits(rest, this.effort);
    if (fits === undefined) return 'unknown';
    return fits ? 'fits' : 'impossible';
  }

  private possible(read: Read, found: 'fits' | 'lost' | 'unknown', earlier: Read | undefined): void {
    if (read.balanceMinor < 0n) this.negative(read);
    if (found === 'lost') this.fell(read, earlier);
    if (found === 'unknown') this.unsure(read);
  }

  private impossible(read: Read, rest: bigint, sets: OptionalSets): void {
    const { tape, docket } = this.context;
    if (read.balanceMinor >= 0n && this.mayBeForLosses(read, rest)) return this.unsure(read, 'unaccounted');
    const guess = this.guess(read, rest, sets);
    if (guess.cause === 'none' && read.balanceMinor < 0n) return this.negative(read);
    const culprits = guess.effects.map(({ row }) => tape.operation(row));
    docket.found(
      ANOMALY_OF[guess.cause],
      { kind: 'unreachable', shown: this.shown(read), cause: guess.cause, culprits },
      culprits.length,
    );
  }

  private guess(read: Read, rest: bigint, sets: OptionalSets): Guess {
    if (!this.causes.spend(this.effects.length)) return { cause: 'none', effects: [] };
    const before = (effect: Effect) => effect.invokedUs <= read.answeredUs;
    return explain(rest, (sum) => sets.fits(sum, this.effort) === true, {
      done: this.definite.filter((effect) => effect.answeredUs <= read.invokedUs),
      others: this.optional.filter(before),
      refused: this.effects.filter((effect) => effect.fate === 'refused'),
      future: this.effects.filter((effect) => effect.fate !== 'refused' && !before(effect)),
    });
  }

  /** Of what may be lost, the session's own writes need not be there, and what was refused in the end was perhaps there for a while. */
  private mayBeForLosses(read: Read, rest: bigint): boolean {
    const { losses } = this.context;
    if (this.lostByUs === -Infinity) return false;
    const old = this.effects.filter(({ row, invokedUs }) => invokedUs <= read.answeredUs && losses.mayHaveLostRow(row));
    if (old.length === 0) return false;
    const definite = new Set(this.definite);
    const gone = old.filter((effect) => effect.answeredUs <= read.invokedUs && definite.has(effect));
    const refused = old.filter(({ fate }) => fate === 'refused');
    const offered = this.optional.filter(({ invokedUs }) => invokedUs <= read.answeredUs);
    const minor = [...offered, ...refused].map(({ effectMinor }) => effectMinor);
    return (
      SubsetSums.of([...minor, ...gone.map(({ effectMinor }) => -effectMinor)], this.effort)?.has(rest, this.effort) !== false
    );
  }

  /** Too many writes for sets: least and most that can be there, and balances that fall though nothing was taken. */
  private judgeBounds(): void {
    let [least, most, offered] = [0n, 0n, 0];
    let last: Read | undefined;
    for (const read of this.reads) {
      for (; (this.optional[offered]?.invokedUs ?? Infinity) <= read.answeredUs; offered++) {
        const { effectMinor } = this.optional[offered] as Effect;
        if (effectMinor < 0n) least += effectMinor;
        else most += effectMinor;
      }
      const rest = this.restOf(read);
      const isOut = rest < least || rest > most;
      if (read.balanceMinor < 0n) this.negative(read);
      else if (isOut && this.lostByUs < 0) this.outOfBounds(read);
      else if (this.inOrder && last && least === 0n && rest < this.restOf(last)) this.fell(read, last);
      else this.unsure(read);
      if (!isOut) last = read;
    }
  }

  private restOf(read: Read): bigint {
    const done = firstIndex(0, this.definite.length, (k) => (this.definite[k] as Effect).answeredUs > read.invokedUs);
    return read.balanceMinor - this.base - (this.definiteMinor[done] as bigint);
  }

  private sets(): OptionalSets {
    const counts = new Map<bigint, number>();
    for (const { effectMinor } of this.optional) counts.set(effectMinor, (counts.get(effectMinor) ?? 0) + 1);
    // None is there from the beginning: each is offered once it was asked for.
    const kinds = [...counts].map(([effectMinor, own]) => ({ effectMinor, others: 0, own }));
    return ExactSets.of(kinds, this.effort) ?? new BroadSets(kinds, this.effort);
  }

  private isPromised(name: GuaranteeName): boolean {
    const { tape, options } = this.context;
    return !options.asked || this.reads.every(({ row }) => has(tape.asked(row), name));
  }

  private outOfBounds(read: Read): void {
    const witness = { kind: 'unreachable', shown: this.shown(read), cause: 'none', culprits: [] } as const;
    this.context.docket.found('GarbageBalance', witness);
  }

  private fell(read: Read, earlier: Read | undefined): void {
    if ((earlier?.invokedUs ?? 0) <= this.lostByUs) return this.unsure(read, 'unaccounted');
    const { tape, docket } = this.context;
    const first = earlier && { earlier: tape.operation(earlier.row) };
    docket.found('MonotonicReads', { kind: 'fell', operation: tape.operation(read.row), ...first }, 1000);
  }

  private negative(read: Read): void {
    this.context.docket.found('Overdraft', { kind: 'below-zero', shown: this.shown(read) });
  }

  private unsure(read: Read, kind: 'too-many-sets' | 'unaccounted' = 'too-many-sets'): void {
    const { tape, docket } = this.context;
    for (const name of JUDGED) docket.unsure(name, { kind, operation: tape.operation(read.row) });
  }

  private shown({ row, balanceMinor }: Read) {
    const operation = this.context.tape.operation(row);
    return { observer: { kind: 'operation', operation }, account: operation.account, balanceMinor } as const;
  }
}

/** Whether there is a read of which an effect says: neither of the two ended before the other began. */
function overlapping(reads: readonly Read[]): (effect: Effect) => boolean {
  const begun = [...reads].sort((a, b) => a.invokedUs - b.invokedUs);
  let last = -Infinity;
  const lastAnswered = begun.map(({ answeredUs }) => (last = Math.max(last, answeredUs)));
  return ({ invokedUs, answeredUs }) => {
    const before = firstIndex(0, begun.length, (k) => (begun[k] as Read).invokedUs >= answeredUs);
    return before > 0 && invokedUs < (lastAnswered[before - 1] as number);
  };
}

/** What the first so many effects add up to, from none of them to all. */
function sums(effects: readonly Effect[]): bigint[] {
  let sum = 0n;
  return [sum, ...effects.map(({ effectMinor }) => (sum += effectMinor))];
}
