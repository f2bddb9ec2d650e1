import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bank } from '../../src/client/bank.js';
import { branchId, foundedAccount } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { Clerk } from './clerk.js';
import { closeDay, type Day } from './closing.js';
import { judge } from './judged.js';
import { Recording } from './recording.js';
import { ServedBank } from './served-bank.js';
import { SEED, times } from './settings.js';

const FLIPS = times('FLIPS', 10, 3);
const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];
const BRANCHES = [ONE, TWO, THREE];
const FOUNDED = [2n ** 36n, 2n ** 34n];
const CUSTOMER = 'ann';
const LAST_WRITES = 5;
const HASTY = { timeoutMs: 500 };
/** A branch says so after longer than it takes to believe a directory that can be trusted. */
const WAITS_FOR_OTHERS = /answers queries, and takes on writes as soon as branches 2, 3 said/;

interface Place extends Day {
  readonly clerk: Clerk;
  readonly rng: Rng;
}

async function atThreeBranches(name: string, run: (place: Place) => Promise<void>): Promise<void> {
  const served = await ServedBank.found({ branches: BRANCHES, foundedMinor: FOUNDED });
  const recording = new Recording({ branches: BRANCHES, foundedMinor: FOUNDED, seed: SEED, complete: true });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  const rng = new Rng(SEED);
  const clerk = new Clerk(bank.session({ customer: CUSTOMER, ...recording.hooks }), FOUNDED, rng.fork());
  try {
    await served.start(...BRANCHES);
    await run({ served, recording, bank, clerk, rng });
    judge(name, SEED, await closeDay({ served, bank, recording }, clerk.complaints));
  } finally {
    bank.close();
    await served.destroy();
  }
}

/** A bit of the log, in a write: it stands in the name of the customer who asked for it. */
function flipABit(directory: string, rng: Rng): void {
  const folder = join(directory, 'log');
  const places = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return placesOf(CUSTOMER, readFileSync(path)).map((at) => ({ path, at }));
  });
  // Of the last ones nothing behind them proves that they were whole.
  const { path, at } = rng.pick(places.slice(0, -LAST_WRITES));
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] as number) ^ (1 << rng.integer(0, 7));
  writeFileSync(path, bytes);
}

function placesOf(text: string, bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}

test(
  'a branch that is set back to an old copy gets its later writes from the others before it takes on any',
  { timeout: 180_000 },
  () =>
    atThreeBranches('old-copy', async ({ served, recording, bank, clerk }) => {
      const [directory, copy] = [served.directoryOf(ONE), join(served.folder, 'copy')];
      for (const branch of BRANCHES) await clerk.work(branch, 20);
      await served.stop(ONE);
      cpSync(directory, copy, { recursive: true });
      await served.start(ONE);
      for (const branch of BRANCHES) await clerk.work(branch, 20);
      await clerk.beEverywhere(ONE);
      await served.stop(...BRANCHES);
      rmSync(directory, { recursive: true });
      cpSync(copy, directory, { recursive: true });

      const said: string[] = [];
      const onLine = (line: string) => said.push(line);
      const ben = bank.session({ customer: 'ben', ...recording.hooks });
      const expectRecovering = async () => {
        await served.begin(ONE, { onLine }).says(WAITS_FOR_OTHERS);
        expect(await ben.deposit(ONE, foundedAccount(1), 5, HASTY)).toMatchObject({ reason: 'RECOVERING', applied: 'no' });
      };
      await expectRecovering();
      await served.kill(ONE);
      // It has not become sure, and knows that.
      await expectRecovering();
      for (const branch of [TWO, THREE]) served.begin(branch);
      await Promise.all(BRANCHES.map((branch) => served.ready(branch)));
      expect(said).toContainEqual(expect.stringMatching(/is a copy, or was restored/));
      expect(said).toContainEqual(expect.stringMatching(/it has not become sure since/));
      for (const branch of BRANCHES) await clerk.work(branch, 20);
    }),
);

test('what is damaged of a log is found, said, and repaired from the others', { timeout: 120_000 + FLIPS * 20_000 }, () =>
  atThreeBranches('flipped', async ({ served, clerk, rng }) => {
    for (let flip = 0; flip < FLIPS; flip++) {
      for (const branch of BRANCHES) await clerk.work(branch, 20);
      await clerk.beEverywhere(ONE);
      const damaged = rng.pick(BRANCHES);
      await served.stop(damaged);
      flipABit(served.directoryOf(damaged), rng);
      const said: string[] = [];
      served.begin(damaged, { onLine: (line) => said.push(line) });
      await served.ready(damaged);
      expect(said).toContainEqual(expect.stringMatching(/\.log bytes \d+ to \d+ are damaged; what is whole of it is kept/));
      await clerk.work(damaged, 20);
      // Once more, and there is nothing left to say.
      await served.kill(damaged);
      await served.start(damaged);
    }
  }),
);
