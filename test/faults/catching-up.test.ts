import { expect, test } from 'vitest';
import { Bank } from '../../src/client/bank.js';
import { type BranchId, branchId, foundedAccount } from '../../src/domain/ids.js';
import { EMPTY_VECTOR } from '../../src/domain/vector.js';
import { allWrites, everywhere } from '../../src/scenario/settle.js';
import { Rng } from '../../src/std/rng.js';
import { Clerk } from './clerk.js';
import { closeDay } from './closing.js';
import { judge, say } from './judged.js';
import { Load, summary } from './load.js';
import { Recording } from './recording.js';
import { ServedBank } from './served-bank.js';
import { SEED, times } from './settings.js';

const WRITES = times('WRITES', 100_000, 20_000);
/** Until the late one has them all; only ever used up by a bank that is broken. */
const CATCHING_UP_MS = 60_000 + WRITES;
const TIMEOUT_MS = 240_000 + WRITES * 10;
/** The first two take on the writes, of which the first is gone when they are asked for; the last one has missed them. */
const BRANCHES = [1, 2, 3, 4].map(branchId) as [BranchId, BranchId, BranchId, BranchId];
const [GONE, WITNESS, OTHER, LATE] = BRANCHES;
const CLERKS = [2n ** 36n, 0n];
const FOUNDED = [...CLERKS, 0n];
/** Few, so that a branch is not busy but for those that it helps. */
const QUIET_CUSTOMERS = 4;
const QUIET_WRITES = 500;

test('a branch that has missed many writes gets them from others than who wrote them, and those go on serving', {
  timeout: TIMEOUT_MS,
}, async () => {
  const served = await ServedBank.found({ branches: BRANCHES, foundedMinor: FOUNDED });
  const recording = new Recording({ branches: BRANCHES, foundedMinor: FOUNDED, seed: SEED, complete: true });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  const clerk = new Clerk(bank.session({ customer: 'ann', ...recording.hooks }), CLERKS, new Rng(SEED));
  const load = new Load(bank, foundedAccount(3), recording.hooks);
  const crash = async (branch: BranchId) => {
    recording.fault('crash', [branch]);
    await served.kill(branch);
  };
  try {
    await served.start(...BRANCHES);
    await clerk.work(LATE, 20);
    await clerk.beEverywhere(LATE);
    await crash(LATE);
    say(`catching up: ${summary(await load.write([GONE, WITNESS], WRITES / 2))} meanwhile`);
    const missed = await allWrites(bank, [GONE, WITNESS], EMPTY_VECTOR, CATCHING_UP_MS);
    const isThere = await everywhere(bank, [OTHER], missed, CATCHING_UP_MS);
    expect(isThere.behind).toEqual([]);
    await crash(GONE);

    let quiet = QUIET_WRITES;
    const before = await load.writeUntil([WITNESS, OTHER], () => quiet-- <= 0, QUIET_CUSTOMERS);
    recording.fault('restart', [LATE]);
    const begunMs = performance.now();
    served.begin(LATE);
    await served.listening(LATE);
    let hasCaughtUp = false;
    const catchUp = everywhere(bank, [LATE], missed, CATCHING_UP_MS).finally(() => (hasCaughtUp = true));
    const during = await load.writeUntil([WITNESS, OTHER], () => hasCaughtUp, QUIET_CUSTOMERS);
    expect((await catchUp).behind).toEqual([]);
    say(`catching up: ${WRITES} writes in ${((performance.now() - begunMs) / 1000).toFixed(1)} s from the start of the process`);
    say(`  the others before: ${summary(before)}`);
    say(`  the others while they help: ${summary(during)}`);

    await served.ready(LATE);
    await clerk.work(LATE, 20);
    recording.fault('restart', [GONE]);
    await served.start(GONE);
    await clerk.work(GONE, 20);
    recording.fault('faults-end', []);
    judge('catching-up', SEED, await closeDay({ served, bank, recording }, [...clerk.complaints, ...load.complaints]));
  } finally {
    bank.close();
    await served.destroy();
  }
});
