/**
 * Judges final balances: once all is done and everywhere, every branch has
 *
 *   I + Σ all writes that were done + ΣS   for one set S of those of unknown outcome
 *
 * so every customer is told the same, and that.
 */
import type { Effort } from './effort.js';
import { explain } from './explain.js';
import type { NoFinal, ResultsInput } from './input.js';
import type { Ledger } from './ledger.js';
import type { Efforts, SessionJudgement } from './session.js';
import { SubsetSums } from './subset-sums.js';
import type { Doubt, EntryRef, Explanation, Finding, ResultsWitness } from './verdict.js';

interface Shown {
  readonly entry: EntryRef;
  readonly balanceMinor: bigint;
}

export function judgeFinals(input: ResultsInput, ledger: Ledger, overdrawn: boolean, efforts: Efforts): SessionJudgement {
  const findings: Finding[] = [];
  const doubts: Doubt[] = [];
  const isTold = !input.customers.some(({ events }) => events.some(({ answer }) => answer.kind === 'not-told'));
  const sums = new FinalSums(ledger, efforts, isTold);
  const fitting: Shown[] = [];
  for (const { id, final } of input.customers) {
    if (!final) continue;
    const entry = { customer: id, ...('line' in final && { line: final.line }) };
    if (final.kind !== 'balance') {
      sortOut(final, entry, findings, doubts);
      continue;
    }
    const shown = { entry, balanceMinor: final.minor };
    const fits = sums.fits(final.minor);
    if (fits === undefined) doubts.push({ kind: 'too-many-sets', entry });
    if (fits === false) findings.push(impossible(shown, sums));
    else if (final.minor < 0n && !overdrawn) findings.push(negative(shown));
    else fitting.push(shown);
  }
  return { findings: [...findings, ...differing(fitting)], doubts };
}

function sortOut(final: NoFinal, entry: EntryRef, findings: Finding[], doubts: Doubt[]): void {
  switch (final.kind) {
    case 'odd':
      findings.push({ anomaly: 'GarbageBalance', entry, witness: { kind: 'no-amount', text: final.text } });
      return;
    case 'unknown':
      doubts.push({ kind: 'no-final', entry });
      return;
    case 'missing':
      findings.push({ anomaly: 'MissingEntry', entry, witness: { kind: 'missing', throughEvent: undefined } });
  }
}

class FinalSums {
  private readonly certainMinor: bigint;
  private readonly unsure: readonly bigint[];
  private readonly sums: SubsetSums | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly efforts: Efforts,
    /** Whether the results say which withdrawals failed; else it was concluded that these could not be paid. */
    private readonly isTold: boolean,
  ) {
    const done = ledger.writes.filter(({ fate }) => fate === 'done');
    this.certainMinor = done.reduce((sum, { effectMinor }) => sum + effectMinor, ledger.initialMinor);
    this.unsure = ledger.writes.filter(({ fate }) => fate === 'maybe').map(({ effectMinor }) => effectMinor);
    this.sums = SubsetSums.of(this.unsure, efforts.certain);
  }

  fits(balanceMinor: bigint, effort: Effort = this.efforts.certain): boolean | undefined {
    return this.sums?.has(balanceMinor - this.certainMinor, effort);
  }

  possible(): { leastMinor: bigint; mostMinor: bigint } {
    const sum = (effects: readonly bigint[]) => effects.reduce((total, effect) => total + effect, this.certainMinor);
    return {
      leastMinor: sum(this.unsure.filter((effect) => effect < 0n)),
      mostMinor: sum(this.unsure.filter((effect) => effect > 0n)),
    };
  }

  /** Every write counts as one before the final balance; whose it was makes no difference. */
  explain(balanceMinor: bigint): Explanation {
    const { guessing } = this.efforts;
    const around = { before: [...this.ledger.writes].reverse(), after: [], others: [] };
    const fits = (rest: bigint) => this.fits(rest + this.certainMinor, guessing) === true;
    const { explanation } = explain(balanceMinor - this.certainMinor, fits, around, undefined, guessing);
    return explanation.kind === 'resurrected' && !this.isTold ? { ...explanation, kind: 'unpayable' } : explanation;
  }
}

function impossible({ entry, balanceMinor }: Shown, sums: FinalSums): Finding {
  const explanation = sums.explain(balanceMinor);
  const witness: ResultsWitness = { kind: 'impossible', balanceMinor, possible: sums.possible(), explanation };
  return { anomaly: balanceMinor < 0n ? 'Overdraft' : 'Divergence', entry, witness };
}

function negative({ entry, balanceMinor }: Shown): Finding {
  return { anomaly: 'Overdraft', entry, witness: { kind: 'negative', balanceMinor } };
}

/** Whoever was told something else than most were, of those that were told what can be. */
function differing(shown: readonly Shown[]): Finding[] {
  const tellers = new Map<bigint, Shown[]>();
  for (const one of shown) tellers.set(one.balanceMinor, [...(tellers.get(one.balanceMinor) ?? []), one]);
  const [most] = [...tellers.values()].sort((a, b) => b.length - a.length);
  const other = most?.[0];
  if (!other) return [];
  return shown
    .filter(({ balanceMinor }) => balanceMinor !== other.balanceMinor)
    .map(({ entry, balanceMinor }) => ({
      anomaly: 'Divergence',
      entry,
      witness: { kind: 'differs', balanceMinor, other: other.entry, otherMinor: other.balanceMinor },
    }));
}
