import type { BranchId } from '../../domain/ids.js';
import { branchesNeeded } from '../../domain/operations.js';
import { before, type View, viewVector } from '../../domain/outcomes.js';
import { equalVectors, includesWrite, type VersionVector } from '../../domain/vector.js';
import { insist, nameOf } from '../twin.js';
import type { Answered } from '../watcher.js';
import { describe, keyOf } from './asked.js';
import type { Books } from './books.js';
import type { AtAsking } from './waiting.js';

/** The write that was acknowledged stands, and as many branches have it as were asked for. */
export function checkAcknowledged(books: Books, answered: Answered, view: View, { size }: AtAsking): void {
  checkStands(books, answered, view);
  const { world, twin, holdings, losses } = books;
  const name = nameOf(view.origin, view.own);
  const has = (vector: VersionVector) => includesWrite(vector, { origin: view.origin, sequence: view.own });
  // Of a branch that is not there only its disk can tell.
  const hasIt = (id: BranchId) => has(holdings.disk(id)) && (!world.isUp(id) || has(world.branch(id).applied));
  // It was there, if it is not any more because the disk was spoiled: that is no slip of who counted it.
  const having = holdings.branches.filter((id) => hasIt(id) || holdings.wasSpoiled(id));
  losses.counted(name, having.filter(hasIt));
  // Branches may have come or gone meanwhile.
  const atWrite = twin.membersAfter(twin.names(viewVector(view))).size;
  const least = Math.min(size, atWrite, world.branch(answered.branch).members.length);
  const needed = branchesNeeded(answered.request.acks, least);
  insist(
    having.length >= needed,
    'LostAcknowledgedWrite',
    () => `${name} was acknowledged by ${having.length} branches of ${needed}`,
  );
}

/** It is the one that was asked for, logged after all that its branch had. */
export function checkStands({ twin }: Books, answered: Answered, view: View): void {
  const { request, branch } = answered;
  const name = nameOf(view.origin, view.own);
  const write = twin.writes.get(name);
  insist(
    write !== undefined,
    'LostAcknowledgedWrite',
    () => `${describe(answered)} was acknowledged as ${name}, which is in no log`,
  );
  // Of a request with a name any branch may tell, whoever did it.
  const isOfRequest = write.request === keyOf(answered) && (write.at === branch || write.request !== undefined);
  insist(isOfRequest, 'DuplicateEffect', () => `${name} is the write of another request`);
  insist(equalVectors(write.before, before(view)), 'CausalGap', () => `${name} logs other dependencies than its branch had`);
  if (!('amount' in request.operation)) return;
  const { account, amount } = request.operation;
  const matches = write.account === account && write.amount === BigInt(amount);
  insist(matches, 'GarbageBalance', () => `${name} is not what ${describe(answered)} asked for`);
}
