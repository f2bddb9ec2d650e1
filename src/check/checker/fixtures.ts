/** For tests: whole histories in a short notation, customers' lines as in `../fixtures.ts`. */
import { ANOMALY_NAMES, type AnomalyName } from '../../domain/anomalies.js';
import { type BranchWork, DISK_LOST, type FaultKind, type HistoryEntry } from '../../domain/history.js';
import { type AccountId, branchId, branchOf, type CustomerId, openedAccount, type WriteId } from '../../domain/ids.js';
import type { Reason } from '../../domain/refusals.js';
import { type LoggedWrite, namesAccount, WriteKind } from '../../domain/writes.js';
import { history, type Line, originOf, vectorOf } from '../fixtures.js';
import { type CheckerOptions, checkHistory } from './checker.js';
import type { HistoryVerdict } from './verdict.js';

/** A line of a customer, or what a branch or the breaker of things told. */
export type Step = Line | { readonly told: HistoryEntry };

export interface Story {
  readonly steps: readonly Step[];
  /** Of account 1, and so on; one of 0 unless said otherwise. */
  readonly founded?: readonly number[];
  readonly branches?: number;
  /** The history does not hold every operation. */
  readonly partial?: boolean;
  readonly options?: CheckerOptions;
}

export const deposit = (line: Line): Line => ({ kind: 'deposit', amountMinor: 10, ...line });
export const withdraw = (line: Line): Line => ({ kind: 'withdraw', amountMinor: 10, ...line });
export const transfer = ({ to, ...line }: Omit<Line, 'to'> & { to: string }): Line => ({
  kind: 'transfer',
  amountMinor: 10,
  ...line,
  to: to as AccountId,
});
export const query = (balance: number | undefined, line: Line): Line => ({
  ...line,
  ...(balance !== undefined && { balanceMinor: BigInt(balance) }),
});
export const refused = (reason: Reason, line: Line): Line => ({ ...line, outcome: 'fail', reason });
export const lost = (line: Line): Line => ({ ...line, outcome: 'info' });

interface Logged {
  readonly kind?: keyof typeof WriteKind;
  readonly amount?: number;
  readonly account?: string;
  readonly to?: string;
  readonly receiver?: number;
  /** Of a fence or seal. */
  readonly successor?: number;
  /** Customer and event; of a cession and a void those of the request that it is about; none for a grant. */
  readonly by?: readonly [customer: number, event: number];
  /** Of that customer; 7 unless said otherwise. */
  readonly session?: number;
  readonly follows?: Record<number, number>;
}

/** A write in the log of its branch: a deposit of 10 unless said otherwise. */
export function logged(
  branch: number,
  sequence: number,
  { kind = 'deposit', amount = 10, account = '1', ...rest }: Logged,
): Step {
  const { to, receiver, successor, by, session = 7, follows = {} } = rest;
  const id = { origin: originOf(branch), sequence };
  const write: LoggedWrite = {
    id,
    kind: WriteKind[kind],
    account: accountOf(id, kind, account),
    amountMinor: namesAccount(WriteKind[kind]) ? amount : 0,
    ...(kind === 'void' && { reason: 'INSUFFICIENT_FUNDS' }),
    ...(to !== undefined && { to: to as AccountId }),
    ...(receiver !== undefined && { receiver: branchId(receiver) }),
    ...(successor !== undefined && { successor: originOf(successor) }),
    ...(by && { request: { customer: String(by[0]) as CustomerId, session, counter: by[1] } }),
    follows: vectorOf(follows),
  };
  return tell(branchOf(id.origin), { kind: 'logged', write });
}

function accountOf(id: WriteId, kind: keyof typeof WriteKind, account: string): AccountId {
  if (kind === 'open') return openedAccount(id);
  return (namesAccount(WriteKind[kind]) ? account : '') as AccountId;
}

/** A branch hands the request of that customer and event to another branch. */
export function ceded(branch: number, sequence: number, receiver: number, by: readonly [number, number], follows = {}): Step {
  return logged(branch, sequence, { kind: 'cede', receiver, by, follows });
}

/** A branch refuses the request of that customer and event for good. */
export function voided(branch: number, sequence: number, by: readonly [number, number], follows = {}): Step {
  return logged(branch, sequence, { kind: 'void', by, follows });
}

export function applied(branch: number, origin: number, sequence: number): Step {
  return tell(branch, { kind: 'applied', upTo: { origin: originOf(origin), sequence } });
}

/** What a branch says to have given. */
export function granted(branch: number, to: number, amountMinor: number): Step {
  return tell(branch, { kind: 'granted', to: branchId(to), account: '1' as AccountId, amountMinor });
}

/** Something else that a branch did. */
export function linked(branch: number, peer: number): Step {
  return tell(branch, { kind: 'linked', peer: branchId(peer) });
}

export function final(branch: number, sees: Record<number, number>, balances: Record<string, number>): Step {
  const held = new Map(Object.entries(balances).map(([account, minor]) => [account as AccountId, BigInt(minor)]));
  return tell(branch, { kind: 'final', vector: vectorOf(sees), balances: held });
}

/** The data directories of `about` are given up, but the successor; without one the branch leaves. */
export function sealed(at: number, sequence: number, about: number, follows = {}, successor?: number): Step {
  return logged(at, sequence, { kind: 'seal', receiver: about, follows, ...(successor !== undefined && { successor }) });
}

export function diskLost(atUs: number, branch: number): Step {
  return { told: { kind: 'fault', event: { atUs, fault: 'crash', branches: [branchId(branch)], detail: DISK_LOST } } };
}

export function fault(kind: FaultKind, atUs: number, ...branches: number[]): Step {
  return { told: { kind: 'fault', event: { atUs, fault: kind, branches: branches.map(branchId) } } };
}

function tell(branch: number, work: BranchWork): Step {
  return { told: { kind: 'branch', event: { branch: branchId(branch), atUs: 0, ...work } } };
}

/** Operations begin 10 µs after one another, as `history` has them; those without an answer have only a beginning. */
export function entriesOf(steps: readonly Step[]): HistoryEntry[] {
  const operations = history(...steps.filter((step): step is Line => !('told' in step)));
  return steps.flatMap((step): HistoryEntry[] => {
    if ('told' in step) return [step.told];
    const operation = operations.shift();
    if (!operation) return [];
    const { outcome, completedAtUs, reason, write, vector, balanceMinor, ...invocation } = operation;
    const { askedAt = operation.branch } = step;
    const invoked = { kind: 'invoked', operation: { ...invocation, branch: branchId(askedAt) } } as const;
    const isOpen = 'completedAtUs' in step && step.completedAtUs === undefined;
    return isOpen ? [invoked] : [invoked, { kind: 'completed', operation }];
  });
}

export function judgeStory({ steps, founded = [0], branches = 3, partial, options = {} }: Story): HistoryVerdict {
  const header = {
    branches: Array.from({ length: branches }, (_, k) => branchId(k + 1)),
    foundedMinor: founded.map(BigInt),
    complete: !partial,
  };
  return checkHistory(header, entriesOf(steps), options);
}

/** The anomalies that were found. */
export function found(story: Story): AnomalyName[] {
  const anomalies = judgeStory(story).families.flatMap((family) => family.anomalies);
  return ANOMALY_NAMES.filter((name) => anomalies.some((anomaly) => anomaly.name === name && anomaly.verdict === 'violated'));
}
