import type { Bank } from '../../src/client/bank.js';
import type { BranchId } from '../../src/domain/ids.js';
import { equalVectors, joinInto, type MutableVector } from '../../src/domain/vector.js';
import { everywhere } from '../../src/scenario/settle.js';
import type { BranchEnd } from './judgement.js';

/** Until all branches agree; only ever used up by a bank that is broken. */
const CONVERGENCE_MS = 60_000;
const LISTING_MS = 30_000;

/**
 * What each branch has once all have the same writes: asked with a passbook that
 * names them all, a branch answers when it has them. After a minute, whatever it has.
 */
export async function endsOf(bank: Bank, branches: readonly BranchId[]): Promise<BranchEnd[]> {
  const untilMs = performance.now() + CONVERGENCE_MS;
  for (;;) {
    const timeoutMs = untilMs - performance.now();
    const statuses = await Promise.all(branches.map((branch) => bank.status(branch, { timeoutMs: Math.max(1000, timeoutMs) })));
    const all: MutableVector = new Map();
    for (const { vector } of statuses) joinInto(all, vector);
    const agree = statuses.every(({ vector, parked }) => parked === 0 && equalVectors(vector, all));
    if (agree || timeoutMs <= 0) break;
    await everywhere(bank, branches, all, timeoutMs);
  }
  return Promise.all(branches.map((branch) => endOf(bank, branch)));
}

async function endOf(bank: Bank, branch: BranchId): Promise<BranchEnd> {
  const { vector, stateDigest, accounts, parked } = await bank.status(branch);
  const balances = new Map(accounts.map(({ account, balanceMinor }) => [account, balanceMinor]));
  const { writes } = await bank.writes(branch, { timeoutMs: LISTING_MS });
  return { branch, vector, stateDigest, balances, parked, writes };
}
