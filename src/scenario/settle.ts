import type { Bank } from '../client/bank.js';
import { ALL_GUARANTEES } from '../domain/guarantees.js';
import { type BranchId, type CustomerId, foundedAccount } from '../domain/ids.js';
import { formatMinor } from '../domain/money.js';
import { viewVector } from '../domain/outcomes.js';
import { EMPTY_VECTOR, equalVectors, joinInto, type MutableVector, type VersionVector } from '../domain/vector.js';

/** The one account of a scenario, which all its branches replicate. */
export const ACCOUNT = foundedAccount(1);
/** As whoever waits for writes to be everywhere names itself. */
const AUDITOR = 'passbook-run' as CustomerId;

/**
 * How long to wait for it: longer than for an operation, because until every branch
 * has every write, every pair of branches has to be linked, once.
 */
export function patienceMs(operationMs: number, branches: number): number {
  return operationMs + (LINK_MS * branches * (branches - 1)) / 2;
}

const LINK_MS = 10;

/** A branch that did not confirm that it has every write. */
export interface Behind {
  readonly branch: BranchId;
  readonly message: string;
}

/** What the branches say once they were asked to have every write. */
export interface Audit {
  readonly behind: readonly Behind[];
  /** The same at every branch that answered; absent if nobody did, or they differ. */
  readonly finalBalanceMinor?: bigint;
}

interface Found {
  readonly branch: BranchId;
  readonly balance: bigint;
  readonly vector: VersionVector;
}

/** `written` and whatever else a branch has: writes that nobody could acknowledge, and what branches wrote for each other. */
export async function allWrites(
  bank: Bank,
  branches: readonly BranchId[],
  written: VersionVector,
  timeoutMs: number,
): Promise<VersionVector> {
  const all: MutableVector = new Map(written);
  const found = await Promise.allSettled(branches.map((branch) => bank.status(branch, { timeoutMs })));
  // What a branch that cannot be asked has, nobody can wait for.
  for (const status of found) if (status.status === 'fulfilled') joinInto(all, status.value.vector);
  return all;
}

/**
 * Waits until every branch has the writes: to ask a branch for its balance with
 * a passbook that names them is to wait for exactly that.
 */
export async function everywhere(
  bank: Bank,
  branches: readonly BranchId[],
  written: VersionVector,
  timeoutMs: number,
): Promise<Audit> {
  const found: Found[] = [];
  const behind: Behind[] = [];
  await Promise.all(
    branches.map(async (branch) => {
      const session = bank.session({ customer: AUDITOR, passbook: { written, read: EMPTY_VECTOR } });
      const reply = await session.perform(branch, { kind: 'query', account: ACCOUNT }, { guarantees: ALL_GUARANTEES, timeoutMs });
      if (reply.kind === 'balance') found.push({ branch, balance: reply.balance, vector: viewVector(reply.view) });
      else behind.push({ branch, message: reply.kind === 'refused' ? reply.message : 'it gave no balance' });
    }),
  );
  const [first] = found;
  if (!first) return { behind };
  const odd = found.find(({ balance }) => balance !== first.balance);
  if (!odd) return { behind, finalBalanceMinor: first.balance };
  return { behind: [...behind, { branch: odd.branch, message: disagreement(odd, first) }] };
}

/** A write that nobody could acknowledge may have come to one of them only now. */
function disagreement(odd: Found, first: Found): string {
  const message = `its balance is ${formatMinor(odd.balance)} where branch ${first.branch} has ${formatMinor(first.balance)}`;
  // Equal writes with unequal balances would be a bug of the bank, not of the customers.
  if (equalVectors(odd.vector, first.vector)) throw new Error(`branch ${odd.branch}: ${message}, with the same writes`);
  return message;
}
