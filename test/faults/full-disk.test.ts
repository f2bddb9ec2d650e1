import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Bank } from '../../src/client/bank.js';
import type { RefusedReply, Reply } from '../../src/client/reply.js';
import { branchId, foundedAccount } from '../../src/domain/ids.js';
import { Rng } from '../../src/std/rng.js';
import { Clerk } from './clerk.js';
import { closeDay, type Day } from './closing.js';
import { Crowd } from './crowd.js';
import { judge, say } from './judged.js';
import { Recording } from './recording.js';
import { ServedBank } from './served-bank.js';
import { IS_SHORT, SEED, sayIfLeftOut } from './settings.js';
import { SmallDisk } from './small-disk.js';

const [ONE, TWO] = [branchId(1), branchId(2)];
/** Where the clerk is at work, and an account of the others. */
const CLERKS = [2n ** 36n, 0n];
const FOUNDED = [...CLERKS, 0n];
const OTHERS_ACCOUNT = foundedAccount(3);
/** As usual, or so that the disk is full soon. */
const SEGMENT_MEBIBYTES = IS_SHORT ? 2 : 8;
/** Room for three segments of the log. */
const MEBIBYTES = 3 * SEGMENT_MEBIBYTES + Math.ceil(SEGMENT_MEBIBYTES / 4);
/** For what a start writes of the last segment, and for a new one, but not for another one. */
const ROOM_TO_START_BYTES = SEGMENT_MEBIBYTES << 18;
const HASTY = { timeoutMs: 500 };
/** Only ever used up by a branch that is broken. */
const PATIENT = { timeoutMs: 30_000 };
const MOST_CROWDS = 200;

const whyNot = SmallDisk.whyNot();

/** Branch 1 has a small disk; `clerk` goes on. */
interface Place extends Day {
  readonly disk: SmallDisk;
  readonly clerk: Clerk;
}

async function atASmallDisk(run: (place: Place) => Promise<void>): Promise<void> {
  const disk = new SmallDisk(MEBIBYTES);
  // Last of all, and also when the test is given up at its time limit.
  onTestFinished(() => disk.remove());
  const directories = new Map([[ONE, join(disk.folder, 'data')]]);
  const args = ['--segment-size', `${SEGMENT_MEBIBYTES}MiB`];
  const served = await ServedBank.found({ branches: [ONE, TWO], foundedMinor: FOUNDED, directories, args });
  onTestFinished(() => served.destroy());
  const recording = new Recording({ branches: [ONE, TWO], foundedMinor: FOUNDED, seed: SEED, complete: true });
  const bank = new Bank({ branches: served.addresses, startedAtMs: recording.startedAtMs });
  const clerk = new Clerk(bank.session({ customer: 'ann', ...recording.hooks }), CLERKS, new Rng(SEED));
  try {
    await served.start(ONE, TWO);
    await run({ served, recording, bank, disk, clerk });
    judge('full-disk', SEED, await closeDay({ served, bank, recording }, clerk.complaints));
  } finally {
    bank.close();
  }
}

/** Queries are served, writes are not, and the other branch does not mind. */
async function expectReadOnly({ bank, recording, clerk }: Place): Promise<void> {
  const ben = bank.session({ customer: 'ben', ...recording.hooks });
  // It is tried again until its time is up.
  const pay = () => ben.deposit(ONE, OTHERS_ACCOUNT, 5, { timeoutMs: 3000 });
  // Whether there is room for more is found out while there still is room for a few.
  const refused = await vi.waitUntil(async () => refusalIn(await pay()), { timeout: PATIENT.timeoutMs });
  expect(refused).toMatchObject({ reason: 'DISK_FULL', applied: 'no' });
  expect(await ben.query(ONE, OTHERS_ACCOUNT, PATIENT)).toMatchObject({ kind: 'balance' });
  await clerk.payIn(TWO, 20);
  await ben.deposit(TWO, OTHERS_ACCOUNT, 5, PATIENT);
  // Branch 1 comes to know of the write, and has no room for it.
  const askForIt = async () => refusalIn(await ben.query(ONE, OTHERS_ACCOUNT, HASTY))?.details.holders === String(TWO);
  await vi.waitUntil(askForIt, { timeout: PATIENT.timeoutMs });
}

function refusalIn(reply: Reply): RefusedReply | undefined {
  return reply.ok ? undefined : reply;
}

/** Many customers, until one is told that there is no room. */
async function writeUntilFull({ bank, recording }: Place): Promise<void> {
  const crowd = new Crowd(bank, recording.hooks, OTHERS_ACCOUNT);
  let written = 0;
  for (let i = 0; i < MOST_CROWDS; i++) {
    const replies = await crowd.comes(ONE);
    written += replies.filter(({ ok }) => ok).length;
    if (replies.some((reply) => !reply.ok && reply.reason === 'DISK_FULL'))
      return say(`full disk: noticed after ${written} writes`);
  }
  throw new Error(`${written} writes, and the disk was not full`);
}

describe.skipIf(whyNot !== undefined)('a branch on a full disk', () => {
  test('takes on no writes, answers queries, and goes on when there is room', { timeout: 180_000 }, () =>
    atASmallDisk(async (place) => {
      const { disk, clerk, served } = place;
      await clerk.work(ONE, 20);
      disk.fill();
      await writeUntilFull(place);
      await expectReadOnly(place);
      disk.makeRoom();
      await clerk.work(ONE, 20);
      await clerk.beEverywhere(TWO);
      await served.kill(ONE);
      await served.start(ONE);
      await clerk.work(ONE, 10);
    }),
  );

  test('begins there to read only, and ends when it is told to', { timeout: 180_000 }, () =>
    atASmallDisk(async (place) => {
      const { disk, clerk, served } = place;
      await clerk.work(ONE, 20);
      disk.fill();
      await writeUntilFull(place);
      await served.kill(ONE);
      disk.makeRoom();
      disk.fill(ROOM_TO_START_BYTES);
      await served.start(ONE);
      await expectReadOnly(place);
      await served.stop(ONE);
      disk.makeRoom();
      await served.start(ONE);
      await clerk.work(ONE, 20);
    }),
  );

  test('says so when it is started without any room, and starts when there is some', { timeout: 180_000 }, () =>
    atASmallDisk(async ({ disk, clerk, served }) => {
      await clerk.work(ONE, 20);
      // So that branch 2 can serve it meanwhile.
      await clerk.beEverywhere(ONE);
      await served.kill(ONE);
      disk.fill();
      const said: string[] = [];
      const { code } = await served.begin(ONE, { onLine: (line) => said.push(line) }).ended;
      expect(code).toBe(1);
      expect(said).toEqual([
        expect.stringMatching(
          /^passbook: DISK_FULL: .*a file of its log, of \d+ MiB .*make room, .*then start the branch again$/,
        ),
      ]);
      await clerk.payIn(TWO, 20);
      disk.makeRoom();
      await served.start(ONE);
      await clerk.work(ONE, 20);
    }),
  );
});

sayIfLeftOut('full disks', whyNot);
