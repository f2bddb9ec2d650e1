import type { Finding } from '../../check/convergence.js';
import type { GuaranteeVerdict } from '../../check/verdict.js';
import type { RecordedOperation } from '../../domain/history.js';
import { formatWriteId } from '../../domain/ids.js';
import { explainWitness } from '../words.js';
import type { BranchReport, CustomerAtBranch, Report, ReportedWrite } from './facts.js';
import { explainProblem, idText, money, nameOf, QUESTIONS, RESULTS } from './words.js';

/**
 * The report for programs: docs/report.md says what each key means. Every key is
 * always there; null is what is not known or does not apply. Ends in a newline.
 */
export function reportJson(report: Report): string {
  const { scenario, operations, failures, customers, branches, convergence, verdict } = report;
  return `${text({
    passbook: word('report'),
    version: '1',
    scenario: word(scenario),
    operations: text({ total: String(operations.total), done: String(operations.done) }),
    failures: list(failures.map(word)),
    customers: lines(customers.map(({ customer, balanceMinor }) => text({ id: idText(customer), balance: money(balanceMinor) }))),
    branches: lines(branches.map(branchText)),
    convergence: text(Object.fromEntries(QUESTIONS.map(({ name }) => [name, findingText(convergence[name])]))),
    guarantees: lines(verdict.guarantees.map(guaranteeText)),
  })}\n`;
}

function branchText({ branch, initialMinor, finalMinor, silent, customers, grants }: BranchReport): string {
  return text({
    branch: String(branch),
    initialBalance: money(initialMinor),
    finalBalance: money(finalMinor),
    silent: word(silent),
    grants: String(grants),
    customers: lines(customers.map((customer) => customerText(customer, silent !== undefined))),
  });
}

function customerText({ customer, writes, events }: CustomerAtBranch, silent: boolean): string {
  return text({
    id: idText(customer),
    writes: silent ? 'null' : lines(writes.map(writeText)),
    events: lines(events.map(eventText)),
  });
}

function writeText({ position, id, madeAt, kind, amountMinor, event }: ReportedWrite): string {
  return text({
    position: String(position),
    write: word(formatWriteId(id)),
    madeAt: String(madeAt),
    interface: word(nameOf(kind)),
    money: money(amountMinor),
    event: event === undefined ? 'null' : String(event),
  });
}

function eventText({ event, kind, amountMinor, outcome, reason, balanceMinor, write }: RecordedOperation): string {
  return text({
    event: String(event),
    interface: word(kind),
    money: money(amountMinor),
    result: word(RESULTS[outcome]),
    reason: word(reason),
    balance: money(balanceMinor),
    write: word(write && formatWriteId(write)),
  });
}

function findingText({ verdict, checks, problem }: Finding): string {
  return text({ verdict: word(verdict), checks: String(checks), problem: word(problem && explainProblem(problem)) });
}

function guaranteeText({ name, verdict, checks, violations, unknowns, witness }: GuaranteeVerdict): string {
  return text({
    name: word(name),
    verdict: word(verdict),
    checks: String(checks),
    violations: String(violations),
    unknowns: String(unknowns),
    witness: word(witness && explainWitness(witness)),
  });
}

/** Put together as text, because money is exact and `JSON.stringify` knows only floating point. */
function text(members: Readonly<Record<string, string>>): string {
  return `{${Object.entries(members)
    .map(([key, value]) => `"${key}":${value}`)
    .join(',')}}`;
}

function word(value: string | undefined): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}

function list(values: readonly string[]): string {
  return `[${values.join(',')}]`;
}

/** An element a line, so that people can read it and tools compare it. */
function lines(values: readonly string[]): string {
  return values.length === 0 ? '[]' : `[\n${values.join(',\n')}\n]`;
}
