/**
 * Judges what one session read. With I the initial balance, own(i) the sum of the
 * session's own writes before its read i that were done, and S(i) a set of optional
 * writes:
 *
 *   read your writes and honest sums   balance(i) = I + own(i) + ΣS(i) for some S(i)
 *   monotonic reads, on top of that    S(1) ⊆ S(2) ⊆ …
 *
 * Never in S(i): what was refused, and own writes after the read. Whatever the
 * other customers do meanwhile, S(i) is some set of their writes, so where there is
 * no such set the balance cannot be. That the sets must also be such as monotonic
 * writes and writes follow reads allow is not used: which of two equal deposits a
 * balance shows is not visible, and a stranger's system may promise less.
 */
import { BroadSets } from './broad-sets.js';
import type { Effort } from './effort.js';
import { ExactSets } from './exact-sets.js';
import { explain, type Guess, type Surroundings } from './explain.js';
import type { Ledger, Read, Session, Write } from './ledger.js';
import { kindsFor, type OptionalSets } from './optional-writes.js';
import type { Doubt, Finding, ResultsWitness } from './verdict.js';

export interface SessionJudgement {
  readonly findings: Finding[];
  readonly doubts: Doubt[];
}

/** What all sessions share, counted once. */
export interface Bank {
  readonly ledger: Ledger;
  /** How many writes that were not refused have each effect. */
  readonly counts: ReadonlyMap<bigint, number>;
  /** Of each fate and effect, writes of at most two customers: one is another's, whoever asks. */
  readonly examples: readonly Write[];
}

/** `certain` is what may be spent on judging, `guessing` what on saying how it came about. */
export interface Efforts {
  readonly certain: Effort;
  readonly guessing: Effort;
}

export function judgeSession(session: Session, bank: Bank, overdrawn: boolean, efforts: Efforts): SessionJudgement {
  return new SessionJudge(session, bank, overdrawn, efforts).judge();
}

/** Beyond so many own writes before and after a read, only the nearest are tried as an explanation. */
const NEAREST_WRITES = 1000;

/** How many earlier reads are tried, to find one that contradicts the lost one by itself. */
const MOST_EARLIER = 16;

interface Showed {
  readonly read: Read;
  readonly rest: bigint;
}

class SessionJudge {
  private readonly findings: Finding[] = [];
  private readonly doubts: Doubt[] = [];
  private readonly sets: OptionalSets;
  private readonly others: readonly Write[];
  private ownMinor = 0n;
  /** How many own writes came before the step that is looked at. */
  private written = 0;
  /** The reads that can be by themselves; of those in a row with equal rests the last. */
  private readonly showed: Showed[] = [];
  private previous: Guess | undefined;

  constructor(
    private readonly session: Session,
    private readonly bank: Bank,
    /** Money was paid out that was not there: what is below 0 after that has been explained. */
    private readonly overdrawn: boolean,
    private readonly efforts: Efforts,
  ) {
    const kinds = kindsFor(bank.counts, session.writes);
    this.sets = ExactSets.of(kinds, efforts.certain) ?? new BroadSets(kinds, efforts.certain);
    this.others = bank.examples.filter((write) => write.customer !== session.customer);
  }

  judge(): SessionJudgement {
    for (const step of this.session.steps) {
      if ('write' in step) this.wrote(step.write);
      else if ('read' in step) this.read(step.read);
      else this.findings.push({ anomaly: 'GarbageBalance', entry: step.odd, witness: { kind: 'no-amount', text: step.text } });
    }
    return { findings: this.findings, doubts: this.doubts };
  }

  private wrote({ fate, effectMinor }: Write): void {
    this.written += 1;
    if (fate === 'done') this.ownMinor += effectMinor;
    if (fate === 'maybe') this.sets.offer(effectMinor);
  }

  private read(read: Read): void {
    const rest = read.balanceMinor - this.bank.ledger.initialMinor - this.ownMinor;
    const chain = this.sets.follow(rest);
    if (chain === 'impossible') return this.impossible(read, rest);
    this.previous = undefined;
    if (chain === 'lost') this.lost(read, rest);
    else if (read.balanceMinor < 0n && !this.overdrawn) this.negative(read);
    else if (chain === 'unknown') this.doubts.push({ kind: 'too-many-sets', entry: read.entry });
    this.remember({ read, rest });
  }

  /** A read that shows what cannot be is left out of the account: it says nothing of what the next one must show. */
  private impossible({ entry, balanceMinor }: Read, rest: bigint): void {
    const { guessing } = this.efforts;
    const fits = (sum: bigint) => this.sets.fits(sum, guessing) === true;
    const guess = explain(rest, fits, this.surroundings(), this.previous, guessing);
    this.previous = guess;
    const { explanation } = guess;
    const { least, most } = this.sets.bounds();
    const base = this.bank.ledger.initialMinor + this.ownMinor;
    const possible = { leastMinor: base + least, mostMinor: base + most };
    const witness: ResultsWitness = { kind: 'impossible', balanceMinor, possible, explanation };
    this.findings.push({ anomaly: anomalyOf(explanation.kind, balanceMinor), entry, witness });
  }

  private lost({ entry, balanceMinor }: Read, rest: bigint): void {
    const { guessing } = this.efforts;
    const candidates = this.showed.slice(-MOST_EARLIER).reverse();
    const earlier = candidates.find((showed) => this.sets.contradicts(showed.rest, rest, guessing))?.read;
    const witness: ResultsWitness = {
      kind: 'lost',
      balanceMinor,
      ...(earlier && { earlier: { entry: earlier.entry, balanceMinor: earlier.balanceMinor } }),
    };
    this.findings.push({ anomaly: 'MonotonicReads', entry, witness });
  }

  private negative({ entry, balanceMinor }: Read): void {
    this.findings.push({ anomaly: 'Overdraft', entry, witness: { kind: 'negative', balanceMinor } });
  }

  private remember(showed: Showed): void {
    if (this.showed.at(-1)?.rest === showed.rest) this.showed.pop();
    this.showed.push(showed);
  }

  private surroundings(): Surroundings {
    const { writes } = this.session;
    const { written, others } = this;
    return {
      before: writes.slice(Math.max(0, written - NEAREST_WRITES), written).reverse(),
      after: writes.slice(written, written + NEAREST_WRITES),
      others,
    };
  }
}

export function anomalyOf(kind: Guess['explanation']['kind'], balanceMinor: bigint): Finding['anomaly'] {
  switch (kind) {
    case 'left-out':
      return 'ReadYourWrites';
    case 'resurrected':
      return 'ResurrectedRefusal';
    case 'twice':
      return 'DuplicateEffect';
    case 'future':
      return 'FutureRead';
    case 'none':
      return balanceMinor < 0n ? 'Overdraft' : 'GarbageBalance';
  }
}
