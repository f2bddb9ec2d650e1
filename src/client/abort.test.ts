import { getEventListeners } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { RecordedOperation } from '../domain/history.js';
import { Bank } from './bank.js';
import { ACCOUNT, freePort, oneBranch } from './fixtures.js';

const DEPOSIT = { account: ACCOUNT, amountMinor: 500 } as const;

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function oneSession() {
  const { fake, bank, close } = await oneBranch();
  open.push({ close });
  const history: RecordedOperation[] = [];
  return { fake, bank, history, session: bank.session({ customer: 'ada', onOperation: (record) => history.push(record) }) };
}

test('what is aborted before it begins does nothing, and takes no counter', async () => {
  const { fake, history, session } = await oneSession();
  const signal = AbortSignal.abort();
  for (const concurrent of [true, false])
    expect(await session.deposit({ ...DEPOSIT, signal, concurrent })).toMatchObject({
      ok: false,
      reason: 'BRANCH_UNREACHABLE',
      applied: 'no',
      message: 'the deposit was aborted before it began',
    });
  await session.query({ account: ACCOUNT });
  expect(fake.received).toMatchObject([{ operation: { kind: 'query' }, counter: 1 }]);
  expect(history).toHaveLength(1);
});

test('what waits for its turn is answered at once, and what comes after it is not held up', async () => {
  const { fake, session } = await oneSession();
  fake.holds = true;
  const first = session.deposit(DEPOSIT);
  const giveUp = new AbortController();
  const second = session.deposit({ ...DEPOSIT, signal: giveUp.signal });
  const third = session.query({ account: ACCOUNT });
  await fake.receivedAtLeast(1);
  giveUp.abort();
  expect(await second).toMatchObject({ ok: false, applied: 'no' });
  fake.holds = false;
  fake.received[0]?.answer(fake.decide(fake.received[0]));
  expect(await first).toMatchObject({ ok: true });
  expect(await third).toMatchObject({ ok: true, balance: 500n });
  expect(fake.received).toHaveLength(2);
});

test('of a write that was sent nobody can tell, and its id is not used again', async () => {
  const { fake, history, session } = await oneSession();
  fake.holds = true;
  const giveUp = new AbortController();
  const reply = session.deposit({ ...DEPOSIT, signal: giveUp.signal });
  await fake.receivedAtLeast(1);
  giveUp.abort();
  expect(await reply).toMatchObject({
    ok: false,
    reason: 'OUTCOME_UNKNOWN',
    applied: 'maybe',
    message: 'it was aborted; nobody can tell whether the deposit took effect',
  });
  expect(history).toMatchObject([{ event: 1, outcome: 'info' }]);
  fake.holds = false;
  await session.query({ account: ACCOUNT });
  expect(fake.received[1]).toMatchObject({ counter: 2, settledBelow: 2 });
});

test('what could not be sent did nothing', async () => {
  const bank = new Bank({ branches: { 1: `127.0.0.1:${await freePort()}` } });
  open.push(bank);
  const giveUp = new AbortController();
  const reply = bank.session({ customer: 'ada' }).deposit({ ...DEPOSIT, signal: giveUp.signal, concurrent: true });
  giveUp.abort();
  expect(await reply).toMatchObject({
    reason: 'BRANCH_UNREACHABLE',
    applied: 'no',
    message: 'it was aborted; the deposit was not sent',
  });
});

test('a listing ends, too, and so does its call', async () => {
  const { fake, session } = await oneSession();
  fake.holds = true;
  const cancelled = new Promise<void>((resolve) => (fake.onCancelledListing = resolve));
  const giveUp = new AbortController();
  const entries = session.entries({ account: ACCOUNT, signal: giveUp.signal });
  const first = entries.next();
  await fake.receivedAtLeast(1);
  giveUp.abort();
  await expect(first).rejects.toThrow('BRANCH_UNREACHABLE: it was aborted');
  await cancelled;
});

test('many operations that share a signal are one listener, and none when they have ended', async () => {
  const { fake, bank, session } = await oneSession();
  fake.holds = true;
  const giveUp = new AbortController();
  const query = { account: ACCOUNT, signal: giveUp.signal } as const;
  const others = Array.from({ length: 20 }, (_, i) => bank.session({ customer: `${i}` }));
  const replies = [...others, ...others, session].map((each) => each.query(query));
  await fake.receivedAtLeast(21);
  expect(getEventListeners(giveUp.signal, 'abort')).toHaveLength(1);
  fake.received[0]?.answer(fake.decide(fake.received[0]));
  expect(await replies[0]).toMatchObject({ ok: true });
  giveUp.abort();
  for (const reply of replies.slice(1)) expect(await reply).toMatchObject({ reason: 'BRANCH_UNREACHABLE', applied: 'no' });
  expect(getEventListeners(giveUp.signal, 'abort')).toEqual([]);
});

test('a signal that is not aborted is left as it was', async () => {
  const { session } = await oneSession();
  const { signal } = new AbortController();
  const query = { account: ACCOUNT, signal } as const;
  await Promise.all([session.query(query), session.query(query), session.query({ ...query, concurrent: true })]);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
