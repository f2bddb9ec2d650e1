import type { Verdict } from '../check/verdict.js';
import { ALL_GUARANTEES, type GuaranteeSet, guaranteeNames, NO_GUARANTEES } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import { formatMinor } from '../domain/money.js';
import { formatVerdict } from '../render/words.js';
import type { RunOutcome, Trouble } from '../scenario/run.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Behind } from '../scenario/settle.js';

export interface SummaryInput {
  readonly scenario: Scenario;
  readonly outcome: RunOutcome;
  readonly verdict: Verdict;
  readonly guarantees: GuaranteeSet;
  readonly failures: readonly string[];
  readonly seconds: number;
  readonly total: number;
  /** Operations that ran into their deadline. */
  readonly late: number;
  /** Of each operation. */
  readonly timeoutMs: number;
  readonly color: boolean;
}

/** Of many troubles alike, so many are told one by one. */
const MOST_TOLD = 5;
/** Of a deadline: a branch that cannot serve in time says so a little before it. */
const NEARLY = 0.8;

/** The end of a run, for people: what was done, what was not and why, and whether the guarantees held. */
export function formatSummary(input: SummaryInput): string {
  return [...work(input), '', ...judgement(input)].join('\n');
}

function work({ scenario, outcome, failures, seconds, total, late, timeoutMs }: SummaryInput): string[] {
  const { customers, branches } = scenario;
  const done = total - outcome.troubles.length - outcome.notDone;
  const where = `${count(customers.length, 'customer')} at ${count(branches.length, 'branch')}`;
  const lines = [`${done} of ${count(total, 'operation')} done in ${seconds.toFixed(2)} s: ${where}`];
  if (outcome.finalBalanceMinor !== undefined)
    lines.push(`  balance at the end, ${whichBranches(outcome)}: ${formatMinor(outcome.finalBalanceMinor)}`);
  lines.push(...told('refused for lack of money', outcome.refusals), ...told('not served', outcome.troubles));
  lines.push(...unconfirmed(outcome.behind));
  if (outcome.notDone > 0) lines.push(`  not begun: ${count(outcome.notDone, 'operation')}`);
  for (const failure of failures) lines.push(`  ${failure}`);
  if (late > 0) lines.push(lateAdvice(late, timeoutMs));
  return lines;
}

function whichBranches({ behind }: RunOutcome): string {
  return behind.length === 0 ? 'at every branch' : 'at every branch that answered';
}

function unconfirmed(behind: readonly Behind[]): string[] {
  const lines = behind
    .slice(0, MOST_TOLD)
    .map(({ branch, message }) => `  branch ${branch} did not confirm that it has every write: ${message}`);
  const rest = behind.length - lines.length;
  if (rest > 0) lines.push(`  and ${rest} more did not confirm it`);
  return lines;
}

/** How many operations were not served in time: longer deadlines might have served them. */
export function countLate(history: readonly RecordedOperation[], timeoutMs: number): number {
  return history.filter(({ reason, invokedAtUs, completedAtUs = invokedAtUs }) => {
    const isTrouble = reason !== undefined && reason !== 'INSUFFICIENT_FUNDS';
    return isTrouble && completedAtUs - invokedAtUs >= NEARLY * timeoutMs * 1000;
  }).length;
}

function lateAdvice(late: number, timeoutMs: number): string {
  const longer = `--deadline ${Math.ceil((3 * timeoutMs) / 1000)}s`;
  return `  ${count(late, 'operation')} ran into the deadline of ${timeoutMs} ms; a longer one, such as ${longer}, may help`;
}

function told(what: string, troubles: readonly Trouble[]): string[] {
  if (troubles.length === 0) return [];
  const lines = troubles
    .slice(0, MOST_TOLD)
    .map(
      ({ customer, event, message }) =>
        `    customer ${customer}, event ${event.number}, ${event.kind} at branch ${event.branch}: ${message}`,
    );
  const rest = troubles.length - lines.length;
  if (rest > 0) lines.push(`    and ${rest} more`);
  return [`  ${what}: ${count(troubles.length, 'operation')}`, ...lines];
}

function judgement({ scenario, verdict, guarantees, color }: SummaryInput): string[] {
  const chosen = scenario.customers.some(
    (customer) => customer.guarantees !== undefined || customer.events.some((event) => event.guarantees !== undefined),
  );
  // Where customers chose for themselves, "(not asked for)" would not be true of all.
  const lines = formatVerdict(verdict, chosen ? { color } : { color, enforced: guarantees }).split('\n');
  const asked = chosen ? 'as the scenario asks' : askedFor(guarantees);
  return [`Guarantees (${asked}):`, ...lines];
}

function askedFor(guarantees: GuaranteeSet): string {
  if (guarantees === ALL_GUARANTEES) return 'all asked for';
  return guarantees === NO_GUARANTEES ? 'none asked for' : `asked for: ${guaranteeNames(guarantees).join(', ')}`;
}

/** `1 branch`, `2 branches`. */
export function count(n: number, word: string): string {
  if (n === 1) return `1 ${word}`;
  return `${n} ${word}${word.endsWith('ch') ? 'es' : 's'}`;
}
