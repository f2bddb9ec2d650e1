/** Branches that keep their data and are killed again and again, with customers at work all the while. */
import { setTimeout as pass } from 'node:timers/promises';
import { Bank } from '../../src/client/bank.js';
import { type AccountId, type BranchId, branchId, type CustomerId, foundedAccount } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { closeDay } from './closing.js';
import { haveADay, refusedAfterwards } from './customers.js';
import type { RoundRecord } from './judgement.js';
import { Recording } from './recording.js';
import { ServedBank } from './served-bank.js';

export interface Cycle {
  /** At the same moment. */
  readonly killed: readonly BranchId[];
  /** When customers have got so many more answers. */
  readonly afterAnswers: number;
  readonly downMs: number;
  /** Killed once more while they begin: so long after the start, or as soon as they listen. */
  readonly again?: number | 'listening';
}

export interface CyclesPlan {
  readonly seed: number;
  readonly branches: readonly BranchId[];
  readonly foundedMinor: readonly bigint[];
  readonly customers: number;
  readonly cycles: readonly Cycle[];
}

const BRANCHES = [1, 2, 3].map(branchId);
const CUSTOMERS = 16;
/** Mostly one. */
const HOW_MANY = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3];
const MOST_ANSWERS = 60;
const LONGEST_DOWN_MS = 400;
/** About as long as a branch takes until it is ready. */
const LONGEST_START_MS = 700;

export function drawCycles(seed: number, count: number): CyclesPlan {
  const rng = new Rng(seed);
  const foundedMinor = [2 ** 36, rng.integer(0, 2 ** 33), rng.integer(0, 2 ** 33)].map(BigInt);
  const cycles = Array.from({ length: count }, () => drawCycle(rng));
  return { seed, branches: BRANCHES, foundedMinor, customers: CUSTOMERS, cycles };
}

function drawCycle(rng: Rng): Cycle {
  const killed = rng.shuffled(BRANCHES).slice(0, rng.pick(HOW_MANY));
  const [afterAnswers, downMs] = [rng.integer(1, MOST_ANSWERS), rng.integer(0, LONGEST_DOWN_MS)];
  const again = rng.chance(0.3) ? { again: rng.chance(0.4) ? ('listening' as const) : rng.integer(0, LONGEST_START_MS) } : {};
  return { killed, afterAnswers, downMs, ...again };
}

export async function playCycles(plan: CyclesPlan): Promise<RoundRecord> {
  const { branches, foundedMinor, seed } = plan;
  const recording = new Recording({ branches, foundedMinor, seed, complete: true });
  const served = await ServedBank.found({ branches, foundedMinor });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  try {
    await served.start(...branches);
    let isOver = false;
    const customers = begin(plan, bank, recording, () => isOver);
    for (const cycle of plan.cycles) await suffer(cycle, served, recording);
    recording.fault('faults-end', []);
    isOver = true;
    await Promise.all(customers);
    const accounts = accountsOf(plan);
    const unserved = await refusedAfterwards({ bank, accounts, branches, hooks: recording.hooks });
    return await closeDay({ served, bank, recording }, unserved);
  } catch (error) {
    throw new Error([(error as Error).message, ...served.complaints].join('\n'), { cause: error });
  } finally {
    bank.close();
    await served.destroy();
  }
}

function begin(plan: CyclesPlan, bank: Bank, { hooks }: Recording, isOver: () => boolean): Promise<void>[] {
  const rng = new Rng(plan.seed);
  return Array.from({ length: plan.customers }, (_, i) =>
    haveADay({
      customer: String(i + 1) as CustomerId,
      bank,
      rng: rng.fork(),
      branches: plan.branches,
      accounts: accountsOf(plan),
      hooks,
      lost: new Set(),
      isPersistent: true,
      isOver,
    }),
  );
}

async function suffer({ killed, afterAnswers, downMs, again }: Cycle, served: ServedBank, recording: Recording): Promise<void> {
  await recording.answered(afterAnswers);
  await kill(killed, served, recording);
  await pass(downMs);
  if (again !== undefined) {
    recording.fault('restart', killed);
    for (const branch of killed) served.begin(branch);
    await (again === 'listening' ? Promise.all(killed.map((branch) => served.listening(branch))) : pass(again));
    await kill(killed, served, recording);
  }
  recording.fault('restart', killed);
  await served.start(...killed);
}

async function kill(branches: readonly BranchId[], served: ServedBank, recording: Recording): Promise<void> {
  recording.fault('crash', branches, 'kill -9; the log is on disk');
  await served.kill(...branches);
}

function accountsOf({ foundedMinor }: CyclesPlan): AccountId[] {
  return foundedMinor.map((_, i) => foundedAccount(i + 1));
}
