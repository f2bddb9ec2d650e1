import { type BranchId, branchId, isBranchNumber, MAX_BRANCH } from '../domain/ids.js';
import { formatMinor } from '../domain/money.js';
import { type Fields, vocabulary } from './fields.js';
import type { Findings } from './findings.js';
import { type MemberNode, rangeOf } from './json-tree.js';
import { oneOf, readBalance, readWhole } from './values.js';

export const BRANCH = vocabulary('branch', { type: ['type'], id: ['id'], balance: ['balance'] });
export type BranchFields = Fields<'type' | 'id' | 'balance'>;

export interface Branches {
  /** Ascending. */
  readonly ids: readonly BranchId[];
  has(id: number): id is BranchId;
  readonly initialBalanceMinor: bigint;
  /** Whether every branch could be read: only then is it known which do not exist. */
  readonly complete: boolean;
}

export function readBranches(findings: Findings, objects: readonly BranchFields[]): Branches {
  const seen = new Map<number, MemberNode>();
  const balances = new Map<BranchId, InitialBalance>();
  let complete = objects.length > 0;
  for (const fields of objects) {
    fields.warnOfUnknown();
    const id = readBranchId(findings, fields, seen);
    const member = fields.require('balance', 'the initial balance, the same at every branch');
    const balanceMinor = member && readBalance(findings, member);
    if (id === undefined) complete = false;
    // A branch that is there twice is told of as that.
    else if (member && balanceMinor !== undefined && !balances.has(id)) balances.set(id, { id, balanceMinor, member });
  }
  const [first, ...others] = balances.values();
  checkBalancesAreEqual(findings, first, others);
  return {
    ids: [...seen.keys()].sort((a, b) => a - b).map(branchId),
    has: (id): id is BranchId => seen.has(id),
    initialBalanceMinor: first?.balanceMinor ?? 0n,
    complete,
  };
}

function readBranchId(findings: Findings, fields: BranchFields, seen: Map<number, MemberNode>): BranchId | undefined {
  const expected = `a whole number from 1 to ${MAX_BRANCH}`;
  const member = fields.require('id', expected);
  const id = member && readWhole(findings, member, expected);
  if (member === undefined || id === undefined) return undefined;
  if (!isBranchNumber(id)) return findings.error(rangeOf(member.value), `${id} is not ${expected}`, { expected });
  const earlier = seen.get(id);
  if (!earlier) seen.set(id, member);
  else findings.error(rangeOf(member), `duplicate branch ${id}`, { hint: findings.firstAt(rangeOf(earlier)) });
  return branchId(id);
}

interface InitialBalance {
  readonly id: BranchId;
  readonly balanceMinor: bigint;
  readonly member: MemberNode;
}

/** Tells of one pair only: where the first branch is the odd one out, all others differ from it. */
function checkBalancesAreEqual(findings: Findings, first: InitialBalance | undefined, others: readonly InitialBalance[]): void {
  const other = others.find(({ balanceMinor }) => balanceMinor !== first?.balanceMinor);
  if (!first || !other) return;
  const says = ({ id, balanceMinor }: InitialBalance) => `branch ${id} starts with ${formatMinor(balanceMinor)}`;
  findings.error(rangeOf(other.member.value), `unequal initial balances: ${says(first)}, but ${says(other)}`, {
    expected: 'the same balance at every branch, as all of them are replicas of one account',
  });
}

/** What a target could have been: `a branch from 1 to 10`. */
export function describeBranches({ ids }: Branches): string {
  const [first, last] = [ids[0] ?? 0, ids.at(-1) ?? 0];
  if (ids.length > 3 && last - first === ids.length - 1) return `a branch from ${first} to ${last}`;
  const most = 12;
  const shown = ids.slice(0, most).map(String);
  return `branch ${ids.length > most ? `${shown.join(', ')}, …` : oneOf(shown)}`;
}
