/**
 * What a report tells, sorted by branch and customer. Text and JSON are made of
 * it; nothing is judged here.
 */
import { type BranchFound, type Convergence, judgeConvergence } from '../../check/convergence.js';
import type { Verdict } from '../../check/verdict.js';
import type { RecordedOperation } from '../../domain/history.js';
import { type BranchId, branchOf, type CustomerId, formatWriteId } from '../../domain/ids.js';
import { type AppliedWrite, isOfCustomer, WriteKind } from '../../domain/writes.js';

export interface ReportInput {
  /** The file, as the user named it. */
  readonly scenario: string;
  readonly operations: { readonly total: number; readonly done: number };
  /** In the order of the file. */
  readonly customers: readonly CustomerId[];
  readonly branches: readonly BranchInput[];
  /** In the order of invocation. */
  readonly history: readonly RecordedOperation[];
  readonly verdict: Verdict;
  /** What went wrong around the run, a sentence each. */
  readonly failures: readonly string[];
}

export interface BranchInput {
  /** Before the customers began; absent if the branch could not be asked. */
  readonly initialMinor?: bigint;
  /** Once everything had arrived everywhere, or time was up. */
  readonly found: BranchFound;
}

export interface Report extends Omit<ReportInput, 'branches' | 'history' | 'customers'> {
  readonly branches: readonly BranchReport[];
  readonly customers: readonly CustomerReport[];
  readonly convergence: Convergence;
}

export interface CustomerReport {
  readonly customer: CustomerId;
  /** The same at every branch; absent if it is not, or no branch said so. */
  readonly balanceMinor?: bigint;
}

export interface BranchReport {
  readonly branch: BranchId;
  readonly initialMinor?: bigint;
  readonly finalMinor?: bigint;
  /** Why the branch did not say what it has in the end. */
  readonly silent?: string;
  /** Who has writes or events here; those of the scenario first. */
  readonly customers: readonly CustomerAtBranch[];
  /** Writes by which branches passed each other allowance; they change no balance. */
  readonly grants: number;
  /** Writes by which branches handed requests to each other. */
  readonly cessions: number;
  /** Requests that were refused for good. */
  readonly voids: number;
}

export interface CustomerAtBranch {
  readonly customer: CustomerId;
  /** Made anywhere, in the order in which this branch applied them; none if the branch is silent. */
  readonly writes: readonly ReportedWrite[];
  /** What the customer did at this branch, in the order in which it did. */
  readonly events: readonly RecordedOperation[];
}

export interface ReportedWrite extends AppliedWrite {
  readonly madeAt: BranchId;
  /** The customer's event; absent where it is not one of this run. */
  readonly event?: number;
}

export function reportOf({ branches, history, customers, ...rest }: ReportInput): Report {
  const eventOf = attribution(history);
  const reports = branches.map((branch) => branchReport(branch, customers, history, eventOf));
  const found = branches.map((branch) => branch.found);
  const convergence = judgeConvergence(found, history);
  const final = reports.find(({ finalMinor }) => finalMinor !== undefined)?.finalMinor;
  const agreed = final !== undefined && convergence.equalBalances.verdict === 'holds' ? { balanceMinor: final } : {};
  return { ...rest, branches: reports, customers: customers.map((customer) => ({ customer, ...agreed })), convergence };
}

function branchReport(
  { initialMinor, found }: BranchInput,
  customers: readonly CustomerId[],
  history: readonly RecordedOperation[],
  eventOf: (write: AppliedWrite) => number | undefined,
): BranchReport {
  const told = 'writes' in found ? found : undefined;
  const here = history.filter(({ branch }) => branch === found.branch);
  const writes = told?.writes ?? [];
  const ofCustomers = writes.filter(({ kind }) => isOfCustomer(kind));
  const count = (wanted: WriteKind) => writes.filter(({ kind }) => kind === wanted).length;
  const names = new Set([
    ...customers,
    ...here.map(({ customer }) => customer),
    ...ofCustomers.flatMap(({ request }) => (request ? [request.customer] : [])),
  ]);
  const writeSets = grouped(ofCustomers, ({ request }) => request?.customer);
  const events = grouped(here, ({ customer }) => customer);
  const atBranch = [...names].map((customer) => ({
    customer,
    writes: (writeSets.get(customer) ?? []).map((write) => reported(write, eventOf(write))),
    events: events.get(customer) ?? [],
  }));
  return {
    branch: found.branch,
    ...(initialMinor === undefined ? {} : { initialMinor }),
    ...(told ? { finalMinor: told.balanceMinor } : {}),
    ...('silent' in found ? { silent: found.silent } : {}),
    customers: atBranch.filter((customer) => customer.writes.length + customer.events.length > 0),
    grants: count(WriteKind.grant),
    cessions: count(WriteKind.cede),
    voids: count(WriteKind.void),
  };
}

function reported(write: AppliedWrite, event: number | undefined): ReportedWrite {
  return { ...write, madeAt: branchOf(write.id.origin), ...(event === undefined ? {} : { event }) };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => CustomerId | undefined): Map<CustomerId, T[]> {
  const groups = new Map<CustomerId, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(row);
    else if (key !== undefined) groups.set(key, [row]);
  }
  return groups;
}

/**
 * Which event a write comes from: by its id, which the history has of every
 * write that was acknowledged. Of one that was not, by what it asked: the bank
 * may hold writes of earlier runs, so only if nothing speaks against it.
 */
function attribution(history: readonly RecordedOperation[]): (write: AppliedWrite) => number | undefined {
  const byId = new Map<string, RecordedOperation>();
  const unacknowledged = new Map<string, RecordedOperation>();
  for (const operation of history) {
    if (operation.write) byId.set(formatWriteId(operation.write), operation);
    else if (operation.outcome === 'info') unacknowledged.set(`${operation.event} ${operation.customer}`, operation);
  }
  return (write) => {
    const known = byId.get(formatWriteId(write.id));
    if (known || !write.request) return known?.event;
    const asked = unacknowledged.get(`${write.request.counter} ${write.request.customer}`);
    const matches = asked && asked.branch === branchOf(write.id.origin) && asked.amountMinor === write.amountMinor;
    return matches ? asked.event : undefined;
  };
}
