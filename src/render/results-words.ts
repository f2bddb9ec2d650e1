/** The verdict on somebody's results for people: what was judged, what was found, and the course's count. */
import {
  ANOMALIES,
  type Concern,
  type EntryRef,
  type Finding,
  type GuaranteeJudgement,
  type ResultsVerdict,
} from '../check/results/verdict.js';
import { GUARANTEES } from '../domain/guarantees.js';
import { explainDoubt, explainFinding } from './results-sentences.js';

/** Of many findings so many are told. */
const MOST_TOLD = 10;

/** No line end after the last line. */
export function formatResultsVerdict(verdict: ResultsVerdict, { color }: { readonly color: boolean }): string {
  const { overall, findings, doubts } = verdict;
  const lines = [`${paint(overall, overall, color)}: ${summary(verdict)}`];
  for (const concern of concernsOf(verdict)) lines.push(concernLine(concern, color));
  lines.push(...first(toldOf(findings)), ...(overall === 'unknown' ? first(doubts.map(explainDoubt)) : []));
  lines.push(courseLine(verdict));
  return lines.join('\n');
}

/** What the course's checker prints, to the letter. */
export function courseLine({ courseCount: { correct, total } }: ResultsVerdict): string {
  return `${correct} out of ${total} cross-branch query events are correct.`;
}

function summary({ overall, findings, queries, doubts }: ResultsVerdict): string {
  switch (overall) {
    case 'holds':
      if (queries.answered === 0) return 'nothing in the results contradicts the scenario';
      return `the writes explain every balance that was shown (${queries.answered} of ${count(queries.total, 'query', 'queries')})`;
    case 'violated':
      return count(findings.length, 'finding', 'findings');
    case 'unknown':
      return `nothing was found, but ${count(doubts.length, 'question', 'questions')} could not be decided`;
  }
}

const SIGNS: Record<GuaranteeJudgement, string> = { holds: '✓', violated: '✗', unknown: '?', 'not-visible': '·' };
const COLORS: Record<GuaranteeJudgement, number> = { holds: 32, violated: 31, unknown: 33, 'not-visible': 2 };
const BALANCES = 'balances';
const ENTRIES = 'an entry for each event';
const TITLE_WIDTH = Math.max(...[...GUARANTEES.map(({ title }) => title), BALANCES, ENTRIES].map((title) => title.length)) + 3;

interface ConcernLine {
  readonly title: string;
  readonly judgement: GuaranteeJudgement;
  readonly found: number;
}

function concernsOf({ findings, doubts, perGuarantee, complete }: ResultsVerdict): ConcernLine[] {
  const against = (concern: Concern) => findings.filter(({ anomaly }) => ANOMALIES[anomaly].concern === concern).length;
  const guarantees = GUARANTEES.map(({ name, title }) => ({ title, judgement: perGuarantee[name], found: against(name) }));
  const wrong = against('balances');
  const unwronged: GuaranteeJudgement = doubts.some(({ kind }) => kind !== 'only-finals') ? 'unknown' : 'holds';
  const misplaced = against('entries');
  const unmatched: GuaranteeJudgement = misplaced > 0 ? 'violated' : 'unknown';
  return [
    ...guarantees,
    { title: BALANCES, judgement: wrong > 0 ? 'violated' : unwronged, found: wrong },
    { title: ENTRIES, judgement: complete ? 'holds' : unmatched, found: misplaced },
  ];
}

function concernLine({ title, judgement, found }: ConcernLine, color: boolean): string {
  const word = judgement === 'not-visible' ? 'not visible in balances' : judgement;
  const extent = found > 0 ? `  ${count(found, 'finding', 'findings')}` : '';
  return `  ${paint(SIGNS[judgement], judgement, color)} ${title.padEnd(TITLE_WIDTH)}${paint(word, judgement, color)}${extent}`;
}

/** What explains every balance of a customer is told of the first wrong one, for all of them. */
function toldOf(findings: readonly Finding[]): string[] {
  const alike = new Map<number, number>();
  for (const { entry } of findings.filter(isThroughout)) alike.set(entry.customer, (alike.get(entry.customer) ?? 0) + 1);
  return findings.flatMap((finding) => {
    const told = `${finding.anomaly}${place(finding.entry)}: ${explainFinding(finding)}`;
    if (!isThroughout(finding)) return [told];
    const { customer } = finding.entry;
    const others = (alike.get(customer) ?? 0) - 1;
    alike.delete(customer);
    if (others < 0) return [];
    return [`${told} ${count(others, 'more balance', 'more balances')} of customer ${customer} likewise: what failed was done.`];
  });
}

function isThroughout({ witness }: Finding): boolean {
  return witness.kind === 'impossible' && witness.explanation.kind === 'resurrected' && witness.explanation.throughout === true;
}

function first(sentences: readonly string[]): string[] {
  const told = sentences.slice(0, MOST_TOLD).map((sentence) => `  ${sentence}`);
  const rest = sentences.length - told.length;
  return rest > 0 ? [...told, `  and ${rest} more`] : told;
}

function place({ line }: EntryRef): string {
  return line === undefined ? '' : ` (line ${line})`;
}

function paint(text: string, judgement: GuaranteeJudgement, color: boolean): string {
  return color ? `\u001b[${COLORS[judgement]}m${text}\u001b[0m` : text;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
