/** What the text and the JSON of a report share. */
import type { Convergence, Problem } from '../../check/convergence.js';
import type { RecordedOperation } from '../../domain/history.js';
import { branchOf, formatWriteId } from '../../domain/ids.js';
import { formatMinor } from '../../domain/money.js';
import { type AppliedWrite, isOfCustomer, namesAccount, WriteKind } from '../../domain/writes.js';

/** One row a question of convergence: both forms print from it, in this order. */
export const QUESTIONS: readonly { readonly name: keyof Convergence; readonly title: string }[] = [
  { name: 'everyWrite', title: 'every branch has every write' },
  { name: 'sessionOrder', title: "every branch applied each customer's writes in the customer's order" },
  { name: 'causalOrder', title: 'every branch applied each write after all that it follows' },
  { name: 'equalBalances', title: 'every branch has the same balance' },
];

/** The words of results. */
export const RESULTS: Record<RecordedOperation['outcome'], string> = { ok: 'success', fail: 'fail', info: 'unknown' };

const NAMES: Record<WriteKind, string> = {
  [WriteKind.open]: 'open',
  [WriteKind.deposit]: 'deposit',
  [WriteKind.withdraw]: 'withdraw',
  [WriteKind.transfer]: 'transfer',
  [WriteKind.grant]: 'grant',
  [WriteKind.cede]: 'cede',
  [WriteKind.void]: 'void',
  [WriteKind.fence]: 'fence',
  [WriteKind.seal]: 'seal',
  [WriteKind.join]: 'joining',
};

export function nameOf(kind: WriteKind): string {
  return NAMES[kind];
}

/** One sentence. */
export function explainProblem(problem: Problem): string {
  const where = `branch ${problem.at}`;
  switch (problem.kind) {
    case 'missing':
      return `${where} does not have ${problem.write ? described(problem.write) : `write ${formatWriteId(problem.id)}`}.`;
    case 'session-order':
      return `${where} applied ${described(problem.late)} only after ${described(problem.write)}.`;
    case 'causal-order':
      return `${where} applied ${described(problem.write)} without write ${formatWriteId(problem.late)}, which it follows.`;
    case 'balances': {
      const { balanceMinor, other, otherMinor } = problem;
      return `${where} has ${formatMinor(balanceMinor)}, but branch ${other} has ${formatMinor(otherMinor)}.`;
    }
    case 'silent':
      return `${where} could not be asked: ${harmless(problem.why)}`;
  }
}

/** `customer 1's deposit of 10 (request 2, write 1-1a2b3c4d-7)`, `the refusal for good of request 2 of customer 1 (write 1-1a2b3c4d-8)`. */
function described({ id, kind, amountMinor, request }: AppliedWrite): string {
  const what = `${nameOf(kind)} of ${formatMinor(BigInt(amountMinor))}`;
  const write = `write ${formatWriteId(id)}`;
  const about = `request ${request?.counter} of customer ${harmless(request?.customer ?? '?')}`;
  if (kind === WriteKind.cede) return `the handing over of ${about} by branch ${branchOf(id.origin)} (${write})`;
  if (kind === WriteKind.void) return `the refusal for good of ${about} (${write})`;
  if (!namesAccount(kind) && !isOfCustomer(kind)) return `a ${nameOf(kind)} by branch ${branchOf(id.origin)} (${write})`;
  if (!request) return `a ${what} (${write})`;
  return `customer ${harmless(request.customer)}'s ${what} (request ${request.counter}, ${write})`;
}

/** Names come from files, and a terminal must not obey them. */
export function harmless(text: string): string {
  return text.replace(/\p{C}/gu, '?');
}

/** Money as an exact JSON number in units, or null where it is not known. */
export function money(minor: bigint | number | undefined): string {
  return minor === undefined ? 'null' : formatMinor(BigInt(minor));
}

/** As JSON: ids of customers are whole numbers in scenario files, but any text in the bank. */
export function idText(customer: string): string {
  return /^(?:0|[1-9]\d{0,15})$/.test(customer) ? customer : JSON.stringify(customer);
}
