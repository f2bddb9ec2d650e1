import { setTimeout as pause } from 'node:timers/promises';
import type { BranchId } from '../domain/ids.js';
import type { Place } from '../store/data-directory.js';
import { CommandError } from './exit.js';
import { type BankFacts, Operator, OperatorError } from './operator.js';

const RETRY_MS = 500;
const MOST_PAUSE_MS = 30_000;

/** Branches of the bank by number, with host and port. */
export type Addresses = ReadonlyMap<BranchId, string>;

export interface NewBranch {
  readonly branch: BranchId;
  readonly place: Exclude<Place, 'founded'>;
  /** Where the others reach it. */
  readonly address: string;
  readonly peers: Addresses;
  /** Throws if it is not the bank that was meant. */
  readonly check: (bank: BankFacts) => void;
  readonly say: (sentence: string) => void;
  readonly signal: AbortSignal;
}

/** What another branch has told it. */
export interface Told {
  readonly bank: BankFacts;
  readonly snapshot: Uint8Array;
}

/** Gets a branch what it needs to begin in a running bank; undefined if it is told to end before anybody has answered. */
export async function askToBegin(asking: NewBranch): Promise<Told | undefined> {
  const { peers, say, signal, place } = asking;
  for (let told = false; !signal.aborted; told = true) {
    const problems: string[] = [];
    for (const peer of peers) {
      const answer = await (place === 'joined' ? join(asking, peer) : look(asking, peer));
      if ('bank' in answer) return answer;
      problems.push(answer.problem);
    }
    if (!told) say(`cannot begin yet, and keeps trying: ${[...new Set(problems)].join('; ')}`);
    await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

type Answer = Told | { readonly problem: string };

/** Asks to be taken into the bank, and whoever decides that for all it knows. */
async function join(asking: NewBranch, [peer, address]: readonly [BranchId, string]): Promise<Answer> {
  return attempt(address, async (operator) => {
    const bank = await operator.bank();
    asking.check(bank);
    const decider = await joinAt(operator, asking, peer);
    if (decider === undefined) return operator.snapshot();
    const elsewhere = asking.peers.get(decider) ?? bank.members.get(decider);
    if (!elsewhere) return { problem: `branch ${decider} decides who joins, and it is not known where that is` };
    return attempt(elsewhere, async (deciding) => {
      const other = await joinAt(deciding, asking, decider);
      return other === undefined ? deciding.snapshot() : { problem: `branch ${other} decides who joins` };
    });
  });
}

/** Undefined if it was done; otherwise who decides. */
async function joinAt(operator: Operator, { branch, address }: NewBranch, asked: BranchId): Promise<BranchId | undefined> {
  try {
    await operator.join(branch, address);
    return undefined;
  } catch (error) {
    if (error instanceof OperatorError && error.decidedBy !== undefined && error.decidedBy !== asked) return error.decidedBy;
    throw error;
  }
}

async function look({ branch, check }: NewBranch, [, address]: readonly [BranchId, string]): Promise<Answer> {
  return attempt(address, async (operator) => {
    const told = await operator.snapshot();
    check(told.bank);
    if (!told.bank.members.has(branch)) {
      const why = `branch ${branch} does not belong to this bank, so it cannot come back`;
      throw new CommandError(`${why}; start it with --join, and with a number that no branch has had before`);
    }
    const at = await whereItRuns(branch, told.bank);
    if (at === undefined) return told;
    throw new CommandError(`branch ${branch} runs, at ${at}: stop it first; --replace gives up what only its data directory has`);
  });
}

/** Where a branch of the bank answers; undefined if it does not. */
export async function whereItRuns(branch: BranchId, { members, bankId }: BankFacts): Promise<string | undefined> {
  const address = members.get(branch);
  if (!address) return undefined;
  const operator = new Operator(address);
  const isThere = await operator.isBranch(branch, bankId);
  operator.close();
  return isThere ? address : undefined;
}

/** What may go better another time is a problem; all else ends the command. */
async function attempt(address: string, ask: (operator: Operator) => Promise<Answer>): Promise<Answer> {
  const operator = new Operator(address);
  try {
    return await ask(operator);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    if (!error.mayRetry) throw new CommandError(error.message);
    return { problem: error.message };
  } finally {
    operator.close();
  }
}

export function addressesIn({ members }: BankFacts): Addresses {
  return new Map([...members].filter(([, address]) => address !== ''));
}

/** Asks others where the branches are of which that is not known, until it is. */
export async function askForAddresses(
  peers: Addresses,
  isComplete: () => boolean,
  learn: (addresses: Addresses) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let pauseMs = RETRY_MS; !isComplete() && !signal.aborted; pauseMs = Math.min(2 * pauseMs, MOST_PAUSE_MS)) {
    for (const address of peers.values()) {
      const operator = new Operator(address);
      const bank = await operator.bank().catch(() => undefined);
      operator.close();
      if (bank) learn(addressesIn(bank));
    }
    await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
