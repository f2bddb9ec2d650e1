import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bank } from '../../src/client/bank.js';
import { type BranchId, branchId, foundedAccount } from '../../src/domain/ids.js';
import { EMPTY_VECTOR } from '../../src/domain/vector.js';
import { allWrites, everywhere } from '../../src/scenario/settle.js';
import { Rng } from '../../src/std/rng.js';
import { Clerk } from './clerk.js';
import { LONG_NAME } from './crowd.js';
import { say } from './judged.js';
import { Load } from './load.js';
import { readLog } from './logs.js';
import { ServedBank } from './served-bank.js';
import { SEED, times } from './settings.js';

const WRITES = times('WRITES', 100_000, 20_000);
/** Only ever used up by a bank that is broken. */
const PATIENCE_MS = 60_000 + WRITES;
const TIMEOUT_MS = 240_000 + WRITES * 10;
const BRANCHES: readonly BranchId[] = [1, 2, 3].map(branchId);
const NEW = branchId(4);
const [ONE, TWO, LATE] = BRANCHES as [BranchId, BranchId, BranchId];
const CLERKS = [2n ** 36n, 0n];
const CROWDED = foundedAccount(3);
const FOUNDED = [...CLERKS, 0n];
/** So small that a short log is long. */
const [KEPT_BYTES, SNAPSHOT_BYTES, SEGMENT_BYTES] = [512, 256, 64].map((kibibytes) => kibibytes << 10) as [
  number,
  number,
  number,
];
const SIZES = { '--keep-log': KEPT_BYTES, '--snapshot-every': SNAPSHOT_BYTES, '--segment-size': SEGMENT_BYTES };
const ARGS = Object.entries(SIZES).flatMap(([option, bytes]) => [option, `${bytes >> 10}KiB`]);
/** What is kept for the older of two snapshots, which one under way may be about to replace, and segments that are not full. */
const MOST_BYTES = KEPT_BYTES + 4 * SNAPSHOT_BYTES + 4 * SEGMENT_BYTES;
/** Of the writes, at each branch, between one look at the logs and the next. */
const CHUNK = 500;
const MOST_CHUNKS = 100;

/** What of a log is on disk. */
interface Log {
  readonly files: readonly string[];
  readonly bytes: number;
}

/** A file that is removed meanwhile does not count. */
const GONE = { throwIfNoEntry: false } as const;

function logOf(served: ServedBank, branch: BranchId): Log {
  const folder = join(served.directoryOf(branch), 'log');
  const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return { files, bytes: files.reduce((sum, name) => sum + (statSync(join(folder, name), GONE)?.size ?? 0), 0) };
}

function hasItsFirst({ files }: Log): boolean {
  return files.includes('00000001.log');
}

function inWords({ files, bytes }: Log): string {
  return `${bytes >> 10} KiB from ${files[0]} on`;
}

/** All have the same writes and the same state, and the money is what was paid in. */
async function equalBalances(bank: Bank, branches = BRANCHES): Promise<ReadonlyMap<string, bigint>> {
  const all = await allWrites(bank, branches, EMPTY_VECTOR, PATIENCE_MS);
  expect((await everywhere(bank, branches, all, PATIENCE_MS)).behind).toEqual([]);
  const [first, ...others] = await Promise.all(branches.map((branch) => bank.status(branch)));
  for (const { vector, stateDigest } of others)
    expect({ vector, stateDigest }).toEqual({ vector: first?.vector, stateDigest: first?.stateDigest });
  return new Map(first?.accounts.map(({ account, balanceMinor }) => [account, balanceMinor]));
}

/** Of a branch that came late: what was before its log is brought forward, and with the rest makes the balance. */
async function checkStatement(bank: Bank, branch: BranchId): Promise<void> {
  const session = bank.session({ customer: 'auditor' });
  const entries = session.entries({ account: CROWDED, branch });
  const { credits, debits } = await entries.broughtForward();
  expect(credits).toBeGreaterThan(0n);
  let sum = credits - debits;
  for await (const { amountMinor } of entries) sum += amountMinor;
  expect(await session.query({ account: CROWDED, branch })).toMatchObject({ balance: sum });
}

test('what all branches have goes from the log, what one lacks stays, and who begins, again or with nothing, begins from a snapshot', {
  timeout: TIMEOUT_MS,
}, async () => {
  const served = await ServedBank.found({ branches: BRANCHES, foundedMinor: FOUNDED, args: ARGS });
  const bank = new Bank({ branches: served.addresses });
  const clerk = new Clerk(bank.session({ customer: 'ann' }), CLERKS, new Rng(SEED));
  const load = new Load(bank, CROWDED, {}, LONG_NAME);
  let larger: Bank | undefined;
  const logs = () => BRANCHES.map((branch) => logOf(served, branch));
  const tell = (when: string) => say(`truncation: ${when}: ${logs().map(inWords).join('; ')}`);
  try {
    await served.start(...BRANCHES);
    await clerk.work(ONE, 50);
    await clerk.beEverywhere(ONE);
    await served.kill(LATE);
    await load.write([ONE, TWO], WRITES / 4);
    tell('while one is down');
    for (const log of [logOf(served, ONE), logOf(served, TWO)]) {
      expect(log.bytes).toBeGreaterThan(MOST_BYTES);
      expect(hasItsFirst(log)).toBe(true);
    }

    await served.start(LATE);
    await load.write(BRANCHES, WRITES / 6);
    // What may go is known from what the others confirm, and looked at when the log grows.
    for (let chunk = 0; logs().some(({ bytes }) => bytes > MOST_BYTES) && chunk < MOST_CHUNKS; chunk++)
      await load.write(BRANCHES, CHUNK);
    tell('when it is back');
    for (const log of logs()) {
      expect(log.bytes).toBeLessThanOrEqual(MOST_BYTES);
      expect(hasItsFirst(log)).toBe(false);
    }

    // With customers at work: it may be about to remove a segment.
    for (const branch of BRANCHES) {
      let isBack = false;
      const work = load.writeUntil(BRANCHES, () => isBack);
      await served.kill(branch);
      await served.start(branch);
      isBack = true;
      await work;
      await clerk.work(branch, 10);
    }
    expect((await equalBalances(bank)).get(CROWDED)).toBe(load.paidInMinor);
    // What the logs do not hold any more, whoever begins with nothing gets as a summary.
    await served.kill(LATE);
    await served.replace(LATE);
    await served.join(NEW);
    larger = new Bank({ branches: served.addresses });
    const all = [...BRANCHES, NEW];
    const more = new Load(larger, CROWDED, {}, LONG_NAME);
    await more.write([LATE, NEW], CHUNK);
    expect((await equalBalances(larger, all)).get(CROWDED)).toBe(load.paidInMinor + more.paidInMinor);
    await checkStatement(larger, NEW);
    for (const one of [bank, larger]) one.close();
    await served.stop(...all);
    expect([...clerk.complaints, ...load.complaints, ...more.complaints, ...served.complaints]).toEqual([]);
    for (const branch of all) expect((await readLog(served.directoryOf(branch))).findings).toEqual([]);
  } finally {
    bank.close();
    larger?.close();
    await served.destroy();
  }
});
