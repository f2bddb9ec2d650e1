/**
 * The verdict on somebody's results for programs. The keys are fixed; all of them
 * are always there, null where there is nothing to say.
 *
 *   verdict       "holds", "violated" or "unknown"
 *   complete      whether every event has its entry and every entry its event, or only final balances were asked for
 *   guarantees    by name: "holds", "violated", "unknown" or "not visible in balances"
 *   queries       { total, answered }: of the scenario, and with a balance in the results
 *   courseCount   { correct, total }: pairs of adjacent queries, as the course's checker counts them
 *   findings      what cannot be, in the order of the scenario
 *     anomaly       a name of ANOMALIES
 *     concern       what it speaks against: the name of a guarantee, "balances" or "entries"
 *     customer      id
 *     event         position among the customer's events, from 1; null for a final balance or an entry of no event
 *     line          of the entry in the results; null where there is none
 *     operation     "query", "deposit" or "withdraw"; null with `event`
 *     branch        null with `event`
 *     balance       what was shown, in units, as exact decimal text; null where none was
 *     expected      what had to be shown, where only one balance is possible; text or null
 *     writes        events that the explanation is about, as { customer, event }
 *     sentence      for people
 *   doubts        what could not be decided, as sentences
 */
import { ANOMALIES, type EntryRef, type Finding, type ResultsVerdict, type ResultsWitness } from '../check/results/verdict.js';
import { GUARANTEES } from '../domain/guarantees.js';
import { formatMinor } from '../domain/money.js';
import { explainDoubt, explainFinding } from './results-sentences.js';

/** Ready for `JSON.stringify`: money is text, as JSON's numbers would round it. */
export function resultsVerdictJson(verdict: ResultsVerdict) {
  const guarantees = GUARANTEES.map(({ name }) => [name, verdict.perGuarantee[name].replaceAll('not-visible', NOT_VISIBLE)]);
  return {
    verdict: verdict.overall,
    complete: verdict.complete,
    guarantees: Object.fromEntries(guarantees) as Record<string, string>,
    queries: verdict.queries,
    courseCount: verdict.courseCount,
    findings: verdict.findings.map(findingJson),
    doubts: verdict.doubts.map(explainDoubt),
  };
}

const NOT_VISIBLE = 'not visible in balances';

function findingJson(finding: Finding) {
  const { anomaly, entry, witness } = finding;
  return {
    anomaly,
    concern: ANOMALIES[anomaly].concern,
    customer: entry.customer,
    event: entry.event ?? null,
    line: entry.line ?? null,
    operation: entry.kind ?? null,
    branch: entry.branch ?? null,
    balance: 'balanceMinor' in witness ? formatMinor(witness.balanceMinor) : null,
    expected: expected(witness),
    writes: writesOf(witness).map(({ customer, event }) => ({ customer, event: event ?? null })),
    sentence: explainFinding(finding),
  };
}

function expected(witness: ResultsWitness): string | null {
  if (witness.kind !== 'impossible') return null;
  const { leastMinor, mostMinor } = witness.possible;
  return leastMinor === mostMinor ? formatMinor(mostMinor) : null;
}

function writesOf(witness: ResultsWitness): readonly EntryRef[] {
  if (witness.kind !== 'impossible') return [];
  const { explanation } = witness;
  if ('writes' in explanation) return explanation.writes;
  return 'write' in explanation ? [explanation.write] : [];
}
