import { type BranchId, branchOf, formatOrigin, type OriginId } from '../domain/ids.js';
import { formatLosses } from '../domain/losses.js';
import { formatMinor } from '../domain/money.js';
import type { VersionVector } from '../domain/vector.js';
import { type Account, allowanceOf, balanceOf } from './ledger.js';

/** Why a branch refuses: one sentence for people, and its values for programs. */
export interface Explanation {
  readonly message: string;
  readonly details: Readonly<Record<string, string>>;
}

/** @param holdersOf branches known to have a write */
export function notSatisfied(
  self: BranchId,
  lacking: VersionVector,
  holdersOf: (origin: OriginId, sequence: number) => readonly BranchId[],
): Explanation {
  const writes = [...lacking].map(([origin, sequence]) => ({
    name: `${formatOrigin(origin)}-${sequence}`,
    holders: holdersOf(origin, sequence),
  }));
  const told = writes.map(({ name, holders }) => {
    const who = holders.length > 0 ? `branch ${holders.join(', ')} has it` : 'no branch in reach has it';
    return `write ${name} (${who})`;
  });
  return {
    message: `branch ${self} still lacks ${told.join(' and ')}`,
    details: {
      missing: writes.map(({ name }) => name).join(' '),
      holders: [...new Set(writes.flatMap(({ holders }) => holders))].join(' '),
    },
  };
}

export function insufficient(account: Account, amount: number): Explanation {
  const balance = balanceOf(account);
  return {
    message: `account ${account.id} has ${formatMinor(balance)}, less than ${formatMinor(BigInt(amount))}`,
    details: { account: account.id, balance_minor: `${balance}` },
  };
}

/** @param silent branches that were asked and did not answer */
export function moneyUnreachable(self: BranchId, account: Account, silent: readonly BranchId[]): Explanation {
  const held = [...account.allowances].filter(([branch, minor]) => branch !== self && minor > 0n).sort(([a], [b]) => a - b);
  const where = few(held.map(([branch, minor]) => `${formatMinor(minor)} at branch ${branch}`)) || 'nowhere known here';
  const who = silent.length > 0 ? `no answer from branch ${few(silent.map(String))}` : 'others ask for it, too';
  return {
    message: `branch ${self} may pay out ${formatMinor(allowanceOf(account, self))}; more may exist (${where}), but ${who}`,
    details: { account: account.id, silent: silent.join(' '), held_at: held.map(([branch]) => branch).join(' ') },
  };
}

export function levelNotReached(have: number, needed: number): Explanation {
  return {
    message: `the write stands, but only ${have} of ${needed} branches have it so far`,
    details: { have: `${have}`, needed: `${needed}` },
  };
}

/** @param silent branches that have not told what they have of this branch's writes */
export function stillRecovering(self: BranchId, lacking: number, silent: readonly BranchId[]): Explanation {
  const waits =
    silent.length > 0
      ? `${silent.length === 1 ? `branch ${silent[0]} has` : `branches ${few(silent.map(String))} have`} not said what is known of them there`
      : `${lacking} are missing; if nobody has them any more, start it with an empty data directory and --replace`;
  return {
    message: `branch ${self} has begun again and is not yet sure to have all its own writes: ${waits}`,
    details: { silent: silent.join(' '), missing: `${lacking}` },
  };
}

/** @param lost of each data directory that is given up, the last write that stands */
export function writesLost(lost: VersionVector): Explanation {
  const names = [...lost].map(
    ([origin, last]) => `of branch ${branchOf(origin)} after its write ${last} (${formatOrigin(origin)})`,
  );
  return {
    message: `a branch lost its data, and with it writes that this passbook names: those ${few(names)}; all others stand`,
    details: formatLosses(lost),
  };
}

/** @param holder the branch that has the right to the request */
export function unknownOutcome(holder: BranchId): Explanation {
  return {
    message: `branch ${holder}, which may have carried the request out, did not answer; ask again, or there`,
    details: { holder: `${holder}` },
  };
}

/** @param self where an earlier copy of the request waits */
export function stillUnderWay(self: BranchId): Explanation {
  return {
    message: `an earlier copy of the request is still under way at branch ${self}; ask again`,
    details: { holder: `${self}` },
  };
}

/** Names for a message; of many only the first. */
function few(names: readonly string[]): string {
  const most = 4;
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}
