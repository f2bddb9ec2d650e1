import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogWriter } from '../core/log-writer.js';
import { type CustomerId, foundedAccount } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import { append, close, OWN, openQuickly, settled, temporaryFolder } from '../store/fixtures.js';
import { sealWriteBatch } from '../wire/write-batch.js';
import { readLog } from './log-reader.js';
import { Statements } from './statements/statements.js';

const ACCOUNT = foundedAccount(1);
const WRITES = 1500;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A directory with so many deposits of 1, each a batch, in small segments of which the older ones may go. */
async function deposits() {
  const { store } = await openQuickly(folder.path, { segmentBytes: 4096, keepLogBytes: 1, recentBytes: 0 });
  const log = new LogWriter(OWN);
  let digest = '';
  for (let counter = 1; counter <= WRITES; counter++) {
    log.deposit(ACCOUNT, 1, { session: { customer: 'ann' as CustomerId, session: 5, settledBelow: 0 }, counter });
    const batch = log.take(digest) as WriteBatch;
    Object.assign(batch, sealWriteBatch(batch));
    digest = batch.digest as string;
    await append(store, batch);
    if (counter % 500 === 0) store.keepSnapshot(new Uint8Array([1]));
  }
  await settled();
  const shorten = async () => {
    store.trim(new Map([[OWN, WRITES]]));
    await settled();
  };
  return { store, shorten };
}

function sequences(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

test('a log that loses segments while it is read is read to its end, and what was lost is told', async () => {
  const { store, shorten } = await deposits();
  const [read, missing]: number[][] = [[], []];
  for (const { first } of readLog(store, OWN, { behind: 0, through: WRITES }, (upTo) => missing?.push(upTo))) {
    read?.push(first);
    if (first === 10) await shorten();
  }
  const begins = store.begins(OWN) as number;
  expect(begins).toBeGreaterThan(501);
  // What was asked for together had been given.
  expect(missing).toEqual([begins - 1]);
  expect(read).toEqual([...sequences(1, 500), ...sequences(begins, WRITES)]);
  await close(store);
});

test('a listing whose segments go between two pages says so, and one that begins then adds up', async () => {
  const { store, shorten } = await deposits();
  const statements = new Statements(store);
  const first = { account: ACCOUNT, vector: new Map([[OWN, WRITES]]), sums: { credits: BigInt(WRITES), debits: 0n } };
  const { next, broughtForward } = await statements.page(first, 100, () => true);
  expect(broughtForward).toEqual({ credits: 0n, debits: 0n });
  await shorten();
  await expect(statements.page(next as NonNullable<typeof next>, 100, () => true)).rejects.toThrow('begin the listing again');
  const again = await statements.page(first, 10_000, () => true);
  const begins = store.begins(OWN) as number;
  expect(again.entries.map(({ id }) => id.sequence)).toEqual(sequences(begins, WRITES));
  expect(again.broughtForward).toEqual({ credits: BigInt(begins - 1), debits: 0n });
  await close(store);
});
