import { type Account, allowanceOf } from '../../core/ledger.js';
import type { BranchId, OriginId } from '../../domain/ids.js';
import { equalVectors, includes } from '../../domain/vector.js';
import { insist, type Money, type TwinWrite } from '../twin.js';
import type { Books } from './books.js';

/** What a branch shows now is what its writes make, allowance by allowance. */
export function checkBranch({ world, twin, holdings }: Books, id: BranchId): void {
  if (!world.isUp(id)) return;
  const branch = world.branch(id);
  // Its own latest writes may wait for the next group: until they are logged, nobody can know them.
  if (!includes(holdings.log(id), branch.applied)) return;
  const names = twin.names(branch.applied);
  twin.checkClosed(names, `branch ${id}`);
  const expected = twin.money(names);
  const accounts = branch.accounts();
  insist(
    accounts.length === expected.size,
    'ThinAirRead',
    () => `branch ${id} has ${accounts.length} accounts, not ${expected.size}`,
  );
  let total = 0n;
  for (const { account, balance } of accounts) {
    const money = expected.get(account.id);
    insist(
      money?.balance === balance,
      'VectorValueMismatch',
      () => `branch ${id}: account ${account.id} has ${balance}, not ${money?.balance}`,
    );
    insist(balance >= 0n, 'Overdraft', () => `branch ${id}: account ${account.id} has ${balance}`);
    checkAllowances(holdings.branches, id, account, money);
    total += balance;
  }
  insist(total === twin.total(names), 'ConservationBreak', () => `branch ${id} has ${total} in all`);
}

/** They make up the balance. */
function checkAllowances(members: readonly BranchId[], at: BranchId, account: Account, { balance, allowances }: Money): void {
  let sum = 0n;
  for (const member of members) {
    const allowance = allowanceOf(account, member);
    const right = allowances.get(member) ?? 0n;
    insist(allowance === right, 'AllowanceMinted', () => `${at}: ${member} has ${allowance} of ${account.id}, not ${right}`);
    insist(allowance >= 0n, 'AllowanceNegative', () => `branch ${at}: ${member} has ${allowance} of ${account.id}`);
    sum += allowance;
  }
  insist(sum === balance, 'AllowanceMinted', () => `branch ${at}: allowances of ${account.id} sum to ${sum}, not ${balance}`);
}

/** Nobody whom the seal binds has applied more of a data directory than it keeps. */
export function checkCut({ world }: Books, origin: OriginId, last: number, seal: TwinWrite): void {
  // One that was taken in by a branch whose word is lost is not known to anybody.
  const known = world.branch(seal.at).members;
  for (const { self, applied } of world.branches)
    insist(
      !known.includes(self) || (applied.get(origin) ?? 0) <= last,
      'Divergence',
      () => `branch ${self} has applied more of ${origin} than ${seal.name} keeps`,
    );
}

/** In a healed bank at rest everything is everywhere. */
export function checkEqual(books: Books): void {
  const { world, twin } = books;
  const [first, ...others] = world.branches;
  for (const branch of world.branches) {
    checkBranch(books, branch.self);
    insist(branch.parked === 0 && branch.isQuiet, 'UnboundedWait', () => `branch ${branch.self} is not quiet`);
    const names = twin.names(branch.applied);
    for (const name of twin.writes.keys())
      insist(names.has(name), 'StuckPropagation', () => `branch ${branch.self} lacks ${name}`);
  }
  for (const branch of others) {
    const equal = first !== undefined && equalVectors(branch.applied, first.applied);
    insist(equal && branch.serializeState() === first.serializeState(), 'Divergence', () => `branch ${branch.self} differs`);
  }
}
