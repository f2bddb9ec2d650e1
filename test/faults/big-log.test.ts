import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bank } from '../../src/client/bank.js';
import { type BranchId, branchId, foundedAccount } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { Clerk } from './clerk.js';
import { closeDay } from './closing.js';
import { LONG_NAME } from './crowd.js';
import { judge, say } from './judged.js';
import { Load } from './load.js';
import { Recording } from './recording.js';
import { ServedBank } from './served-bank.js';
import { SEED } from './settings.js';

const BRANCHES = [1, 2].map(branchId) as [BranchId, BranchId];
const [ONE, TWO] = BRANCHES;
const CLERKS = [2n ** 36n, 0n];
const FOUNDED = [...CLERKS, 0n];
/** A long log would take minutes. */
const ARGS = ['--snapshot-every', '1MiB', '--segment-size', '256KiB'];

test('a log that was summed up begins again with all that was in it', {
  timeout: 180_000,
}, async () => {
  const served = await ServedBank.found({ branches: BRANCHES, foundedMinor: FOUNDED, args: ARGS });
  const recording = new Recording({ branches: BRANCHES, foundedMinor: FOUNDED, seed: SEED, complete: true });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  const clerk = new Clerk(bank.session({ customer: 'ann', ...recording.hooks }), CLERKS, new Rng(SEED));
  const load = new Load(bank, foundedAccount(3), recording.hooks, LONG_NAME);
  const snapshotsOf = (branch: BranchId) => {
    const folder = join(served.directoryOf(branch), 'snapshots');
    return readdirSync(folder).map((name) => join(folder, name));
  };
  try {
    await served.start(...BRANCHES);
    await clerk.work(ONE, 10);
    // Also one that is not finished yet.
    const written = await load.writeUntil([ONE], () => snapshotsOf(ONE).length > 0);
    say(`big log: a snapshot is made after ${written.length} writes`);
    // With a snapshot that may not be finished, then with one that is, and a log behind it.
    for (let i = 0; i < 2; i++) {
      await clerk.beEverywhere(ONE);
      let isBack = false;
      const work = load.writeUntil(BRANCHES, () => isBack);
      await recording.answered(100);
      recording.fault('crash', [ONE]);
      await served.kill(ONE);
      recording.fault('restart', [ONE]);
      await served.start(ONE);
      isBack = true;
      await work;
      await clerk.work(ONE, 10);
    }
    await clerk.beEverywhere(TWO);
    await served.stop(ONE);
    flipABit(snapshotsOf(ONE).findLast((path) => path.endsWith('.snap')) as string);
    const said: string[] = [];
    served.begin(ONE, { onLine: (line) => said.push(line) });
    await served.ready(ONE);
    expect(said).toContainEqual(expect.stringMatching(/\.snap was damaged, and is now /));
    await clerk.work(ONE, 10);
    judge('big-log', SEED, await closeDay({ served, bank, recording }, [...clerk.complaints, ...load.complaints]));
  } finally {
    bank.close();
    await served.destroy();
  }
});

function flipABit(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] as number) ^ 1;
  writeFileSync(path, bytes);
}
