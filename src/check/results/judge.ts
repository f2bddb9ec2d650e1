/**
 * Judges results from their balances alone, whoever's system produced them. Sound:
 * what is called violated cannot be, whatever the interleaving of the customers and
 * whichever writes of unknown outcome were done, given that what succeeded was done
 * exactly once and what failed was not. Where that cannot be decided the verdict is
 * unknown, and so it is where an event was not answered: that says nothing wrong, but
 * nothing right, either. Where it holds, the balances have an explanation, which need
 * not be what happened.
 */
import { GUARANTEES, type GuaranteeName } from '../../domain/guarantees.js';
import type { Judgement } from '../verdict.js';
import { Effort } from './effort.js';
import { courseCount, judgeEntries } from './entries.js';
import { judgeFinals } from './finals.js';
import { judgeFunds } from './funds.js';
import type { ResultsInput } from './input.js';
import { type Ledger, ledgerOf, type Write } from './ledger.js';
import { countByEffect } from './optional-writes.js';
import { judgeOutcomes } from './outcomes.js';
import { type Efforts, judgeSession, type SessionJudgement } from './session.js';
import { ANOMALIES, type Doubt, type Finding, type GuaranteeJudgement, type ResultsVerdict } from './verdict.js';

/** Some seconds at most. */
const CERTAIN_STEPS = 2e9;
const GUESSING_STEPS = 3e8;

export function judgeResults(input: ResultsInput): ResultsVerdict {
  const ledger = ledgerOf(input);
  const efforts = { certain: new Effort(CERTAIN_STEPS), guessing: new Effort(GUESSING_STEPS) };
  const entries = judgeEntries(input);
  const funds = judgeFunds(ledger);
  const overdrawn = funds.length > 0;
  const balances = [...judgeSessions(ledger, overdrawn, efforts), judgeFinals(input, ledger, overdrawn, efforts)];
  const findings = inOrder(input, [...entries, ...funds, ...balances.flatMap((judgement) => judgement.findings)]);
  const queries = countQueries(input);
  const onBalances = balances.flatMap((judgement) => judgement.doubts);
  const doubts = [...judgeOutcomes(input, ledger, queries), ...onBalances];
  return {
    overall: judgementOf(findings.length > 0, doubts.length > 0),
    findings,
    doubts,
    perGuarantee: perGuarantee(findings, onBalances, queries.answered),
    courseCount: courseCount(input),
    complete: !findings.some(isOnEntries) && !doubts.some(({ kind }) => kind === 'only-finals'),
    queries,
  };
}

function isOnEntries({ anomaly }: Finding): boolean {
  return ANOMALIES[anomaly].concern === 'entries';
}

function judgeSessions(ledger: Ledger, overdrawn: boolean, efforts: Efforts): SessionJudgement[] {
  const bank = { ledger, counts: countByEffect(ledger.writes), examples: examplesOf(ledger.writes) };
  return ledger.sessions.map((session) => judgeSession(session, bank, overdrawn, efforts));
}

/** The last writes of each fate and effect, by two customers at most. */
function examplesOf(writes: readonly Write[]): Write[] {
  const found = new Map<string, Write[]>();
  for (const write of [...writes].reverse()) {
    const key = `${write.fate} ${write.effectMinor}`;
    const known = found.get(key) ?? [];
    if (known.length < 2 && known[0]?.customer !== write.customer) found.set(key, [...known, write]);
  }
  return [...found.values()].flat();
}

function countQueries({ customers }: ResultsInput): ResultsVerdict['queries'] {
  const queries = customers.flatMap(({ events }) => events).filter(({ kind }) => kind === 'query');
  const answered = queries.filter(({ answer }) => answer.kind === 'balance' || answer.kind === 'odd');
  return { total: queries.length, answered: answered.length };
}

/** By customer and event; final balances after the events, entries of nobody at the end. */
function inOrder({ customers }: ResultsInput, findings: readonly Finding[]): Finding[] {
  const places = new Map(customers.map(({ id }, place) => [id, place]));
  const place = ({ entry }: Finding) => places.get(entry.customer) ?? customers.length;
  const event = ({ entry }: Finding) => entry.event ?? Number.MAX_SAFE_INTEGER;
  return [...findings].sort((a, b) => place(a) - place(b) || event(a) - event(b));
}

function judgementOf(violated: boolean, undecided: boolean): Judgement {
  if (violated) return 'violated';
  return undecided ? 'unknown' : 'holds';
}

function perGuarantee(
  findings: readonly Finding[],
  doubts: readonly Doubt[],
  answered: number,
): Record<GuaranteeName, GuaranteeJudgement> {
  const visible = (name: GuaranteeName): GuaranteeJudgement => {
    if (answered === 0) return 'not-visible';
    // A balance that nothing explains does not say what the read showed.
    const undecided = doubts.length > 0 || findings.some((finding) => finding.witness.kind === 'impossible');
    return judgementOf(
      findings.some(({ anomaly }) => ANOMALIES[anomaly].concern === name),
      undecided,
    );
  };
  const judged = GUARANTEES.map(({ name }) => [name, ON_READS.includes(name) ? visible(name) : 'not-visible']);
  return Object.fromEntries(judged) as Record<GuaranteeName, GuaranteeJudgement>;
}

/** The other two say in which order writes are applied, and a sum has no order. */
const ON_READS: readonly GuaranteeName[] = ['read-your-writes', 'monotonic-reads'];
