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

/** A read, and how many own writes had been refused before it. */
interface Looked extends Showed {
  readonly refused: number;
  /** Of what it shows, if it cannot be: where among the findings that stands. */
  readonly finding: number | undefined;
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
  private readonly stories = new Set<Guess>();
  private readonly looked: Looked[] = [];
  /** Own writes that were refused before the step that is looked at. */
  private readonly refused: Write[] = [];

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
    this.tellOneStory();
    return { findings: this.findings, doubts: this.doubts };
  }

  private wrote(write: Write): void {
    const { fate, effectMinor } = write;
    this.written += 1;
    if (fate === 'refused') this.refused.push(write);
    if (fate === 'done') this.ownMinor += effectMinor;
    if (fate === 'maybe') this.sets.offer(effectMinor);
  }

  private read(read: Read): void {
    const rest = read.balanceMinor - this.bank.ledger.initialMinor - this.ownMinor;
    const chain = this.sets.follow(rest);
    const finding = chain === 'impossible' ? this.findings.length : undefined;
    this.looked.push({ read, rest, refused: this.refused.length, finding });
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
    this.stories.add(guess);
    const { explanation } = guess;
    const { least, most } = this.sets.bounds();
    const base = this.bank.ledger.initialMinor + this.ownMinor;
    const possible = { leastMinor: base + least, mostMinor: base + most };
    const witness: ResultsWitness = { kind: 'impossible', balanceMinor, possible, explanation };
    this.findings.push({ anomaly: anomalyOf(explanation.kind, balanceMinor), entry, witness });
  }

  /**
   * Where each wrong balance has another story, but every balance, also the right ones,
   * is as if all that was refused before it had been done: then that is the story.
   */
  private tellOneStory(): void {
    if (this.stories.size < 2 || this.refused.length === 0) return;
    const sums = [0n];
    for (const { effectMinor } of this.refused) sums.push((sums.at(-1) as bigint) + effectMinor);
    const fits = ({ rest, refused }: Looked) => this.sets.fits(rest - (sums[refused] as bigint), this.efforts.guessing) === true;
    if (!this.looked.every(fits)) return;
    for (const { finding, refused } of this.looked) {
      const found = finding === undefined ? undefined : this.findings[finding];
      if (found?.witness.kind !== 'impossible') continue;
      const writes = this.refused.slice(0, refused).map(({ entry }) => entry);
      const witness = { ...found.witness, explanation: { kind: 'resurrected', writes, throughout: true } } as const;
      this.findings[finding as number] = { ...found, anomaly: 'ResurrectedRefusal', witness };
    }
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
    case 'unpayable':
      return 'Overdraft';
    case 'twice':
      return 'DuplicateEffect';
    case 'future':
      return 'FutureRead';
    case 'none':
      return balanceMinor < 0n ? 'Overdraft' : 'GarbageBalance';
  }
}
