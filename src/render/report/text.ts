import type { Judgement } from '../../check/verdict.js';
import type { RecordedOperation } from '../../domain/history.js';
import { formatWriteId } from '../../domain/ids.js';
import { formatMinor } from '../../domain/money.js';
import { table } from '../table.js';
import { formatVerdict } from '../words.js';
import type { BranchReport, CustomerAtBranch, Report, ReportedWrite } from './facts.js';
import { explainProblem, harmless, idText, money, nameOf, QUESTIONS, RESULTS } from './words.js';

/** The report for people; ends in a newline. */
export function formatReport(report: Report): string {
  const { scenario, operations, failures, customers, branches } = report;
  const where = `${count(customers.length, 'customer', 'customers')} at ${count(branches.length, 'branch', 'branches')}`;
  const lines = [
    `Report on ${harmless(scenario)}`,
    `${operations.done} of ${count(operations.total, 'operation', 'operations')} done: ${where}`,
    ...failures.map((failure) => `  ${harmless(failure)}`),
    '',
    ...branches.flatMap((branch) => [...branchLines(branch), '']),
    'In the end',
    ...convergenceLines(report),
    '',
    'Balance of each customer',
    `  [${customers.map(({ customer, balanceMinor }) => `{"id":${idText(customer)},"balance":${money(balanceMinor)}}`).join(',')}]`,
    '',
    'Guarantees',
    formatVerdict(report.verdict, { color: false }),
  ];
  return `${lines.join('\n')}\n`;
}

function branchLines(report: BranchReport): string[] {
  const { branch, initialMinor, finalMinor, silent, customers, grants, cessions, voids } = report;
  const lines = [`Branch ${branch}`, `  balance before  ${known(initialMinor)}`, `  balance after   ${known(finalMinor)}`];
  if (silent !== undefined) lines.push(`  could not be asked in the end: ${harmless(silent)}`);
  for (const customer of customers) lines.push(...customerLines(customer, silent !== undefined));
  if (customers.length === 0) lines.push('  no writes and no events');
  if (grants > 0) lines.push(`  ${count(grants, 'grant', 'grants')} of allowance between branches`);
  if (cessions > 0) lines.push(`  ${count(cessions, 'request', 'requests')} handed from branch to branch`);
  if (voids > 0) lines.push(`  ${count(voids, 'request', 'requests')} refused for good`);
  return lines;
}

function customerLines({ customer, writes, events }: CustomerAtBranch, silent: boolean): string[] {
  const lines = [`  customer ${harmless(customer)}`];
  if (!silent) lines.push(...section('write set, in the order applied here', writes.map(writeRow)));
  lines.push(...section('events here', events.map(eventRow)));
  return lines;
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [`    ${title}: none`] : [`    ${title}`, ...table(rows).map((line) => `      ${line}`)];
}

function writeRow({ position, kind, amountMinor, event, madeAt, id }: ReportedWrite): string[] {
  const origin = event === undefined ? 'not of this run' : `event ${event}`;
  return [`${position}.`, nameOf(kind), money(amountMinor), origin, `made at branch ${madeAt}`, `write ${formatWriteId(id)}`];
}

function eventRow(operation: RecordedOperation): string[] {
  const { event, kind, amountMinor } = operation;
  return [`event ${event}`, kind, amountMinor === undefined ? '' : money(amountMinor), resultOf(operation)];
}

function resultOf({ outcome, balanceMinor, reason, write }: RecordedOperation): string {
  if (balanceMinor !== undefined) return `balance ${formatMinor(balanceMinor)}`;
  const more = [reason, write && `write ${formatWriteId(write)}`].filter(Boolean).join(', ');
  return more ? `${RESULTS[outcome]} (${more})` : RESULTS[outcome];
}

const ANSWERS: Record<Judgement, string> = { holds: 'yes', violated: 'no', unknown: 'unknown' };
const ANSWER_WIDTH = 9;

function convergenceLines({ convergence }: Report): string[] {
  return QUESTIONS.flatMap(({ name, title }) => {
    const { verdict, problem } = convergence[name];
    const line = `  ${ANSWERS[verdict].padEnd(ANSWER_WIDTH)}${title}`;
    return problem ? [line, `${' '.repeat(ANSWER_WIDTH + 4)}${explainProblem(problem)}`] : [line];
  });
}

function known(balanceMinor: bigint | undefined): string {
  return balanceMinor === undefined ? 'not known' : formatMinor(balanceMinor);
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
