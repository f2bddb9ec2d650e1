import { afterEach, expect, test } from 'vitest';
import type { RecordedOperation } from '../domain/history.js';
import { branchId } from '../domain/ids.js';
import type { Outcome, Refusal } from '../domain/outcomes.js';
import { REFUSALS, type Reason } from '../domain/refusals.js';
import type { StreamedOperation } from '../wire/batch-requests.js';
import { Bank } from './bank.js';
import { ACCOUNT, FakeBranch, freePort } from './fixtures.js';
import type { SessionOptions } from './session.js';

const [ONE, TWO] = [branchId(1), branchId(2)] as const;
const DEPOSIT = { account: ACCOUNT, amountMinor: 500 } as const;

const fakes: FakeBranch[] = [];
const banks: Bank[] = [];

afterEach(() => {
  for (const bank of banks.splice(0)) bank.close();
  for (const fake of fakes.splice(0)) fake.crash();
});

async function startFake(branch: number, port = 0): Promise<FakeBranch> {
  const fake = await FakeBranch.start(branch, port);
  fakes.push(fake);
  return fake;
}

function bankAt(branches: Record<number, string>): Bank {
  const bank = new Bank({ branches });
  banks.push(bank);
  return bank;
}

async function twoBranches(options: Partial<SessionOptions> = {}) {
  const [one, two] = [await startFake(1), await startFake(2)];
  const bank = bankAt({ 1: one.address, 2: two.address });
  return { one, two, bank, session: bank.session({ customer: 'ada', ...options }) };
}

function refusal(reason: Reason, more: Partial<Refusal> = {}): Refusal {
  return { kind: 'refused', reason, applied: REFUSALS[reason].applied, message: `said ${reason}`, details: {}, ...more };
}

/** Refuses the first `times`, then gives in. */
function refusing(fake: FakeBranch, reason: Reason, times: number): (operation: StreamedOperation) => Outcome {
  let left = times;
  return (operation) => (left-- > 0 ? refusal(reason) : fake.decide(operation));
}

function idsOf(fake: FakeBranch): object[] {
  return fake.received.map(({ session, counter, home, settledBelow }) => [session.session, counter, home, settledBelow]);
}

test('a refusal that passes is asked again under the same id, and what follows waits for it', async () => {
  const { one, session } = await twoBranches();
  one.answers = refusing(one, 'OVERLOADED', 2);
  const [first, second] = await Promise.all([
    session.deposit({ ...DEPOSIT, branch: 1 }),
    session.deposit({ ...DEPOSIT, branch: 1 }),
  ]);
  expect([first, second]).toMatchObject([
    { ok: true, branch: ONE, id: { sequence: 1 } },
    { ok: true, id: { sequence: 2 } },
  ]);
  const { session: id } = session;
  expect(idsOf(one)).toEqual([
    [id, 1, ONE, 1],
    [id, 1, ONE, 1],
    [id, 1, ONE, 1],
    [id, 2, ONE, 2],
  ]);
});

test('what is asked beside it does not settle what is still repeated', async () => {
  const { one, session } = await twoBranches();
  let isOverloaded = true;
  one.answers = (operation) => (operation.counter === 1 && isOverloaded ? refusal('OVERLOADED') : one.decide(operation));
  const repeated = session.deposit({ ...DEPOSIT, branch: 1, concurrent: true });
  await one.receivedAtLeast(1);
  for (let i = 0; i < 2; i++) await session.query({ account: ACCOUNT, branch: 1, concurrent: true });
  expect(one.received.filter(({ counter }) => counter > 1).map(({ settledBelow }) => settledBelow)).toEqual([1, 1]);
  isOverloaded = false;
  expect(await repeated).toMatchObject({ ok: true });
  expect(session.settledBelow).toBe(4);
});

test('a branch that closes hands its customers on, who say where they were first, and stay where they were served', async () => {
  const history: RecordedOperation[] = [];
  const { one, two, session } = await twoBranches({ onOperation: (record) => history.push(record) });
  one.answers = () => refusal('CLOSING');
  expect(await session.deposit(DEPOSIT)).toMatchObject({ ok: true, branch: TWO, id: { origin: two.origin } });
  expect(idsOf(one)).toEqual([[session.session, 1, ONE, 1]]);
  expect(idsOf(two)).toEqual([[session.session, 1, ONE, 1]]);
  expect(session.branch).toBe(TWO);
  expect(await session.query({ account: ACCOUNT })).toMatchObject({ ok: true, branch: TWO, balance: 500n });
  expect(one.received).toHaveLength(1);
  expect(history).toMatchObject([
    { event: 1, branch: TWO, outcome: 'ok', write: { origin: two.origin } },
    { event: 2, branch: TWO, outcome: 'ok' },
  ]);
});

test('a branch that nobody can connect to was not sent anything, so it is not the home', async () => {
  const two = await startFake(2);
  const bank = bankAt({ 1: `127.0.0.1:${await freePort()}`, 2: two.address });
  const session = bank.session({ customer: 'ada' });
  expect(await session.deposit(DEPOSIT)).toMatchObject({ ok: true, branch: TWO });
  expect(idsOf(two)).toEqual([[session.session, 1, TWO, 1]]);
});

test('a write that the first branch did, without an answer, is found out at another', async () => {
  const { one, two, session } = await twoBranches({ timeoutMs: 900 });
  await session.query({ account: ACCOUNT });
  one.answers = (operation) => void one.decide(operation);
  two.answers = () => ({ kind: 'written', view: one.view() });
  expect(await session.deposit(DEPOSIT)).toMatchObject({ ok: true, branch: TWO, id: { origin: one.origin, sequence: 1 } });
  expect(idsOf(two)).toEqual([[session.session, 2, ONE, 2]]);
  expect(session.passbook.written).toEqual(new Map([[one.origin, 1]]));
  expect(session.settledBelow).toBe(3);
});

test('nobody can tell, when those who might know do not say so in time', async () => {
  const { one, two, session } = await twoBranches({ timeoutMs: 900 });
  await session.query({ account: ACCOUNT });
  one.holds = true;
  two.answers = () => refusal('RECOVERING');
  expect(await session.deposit(DEPOSIT)).toMatchObject({ ok: false, reason: 'OUTCOME_UNKNOWN', applied: 'maybe', final: false });
  expect(session.passbook.written.size).toBe(0);
  expect(two.received.length).toBeGreaterThan(0);
  for (const { counter, home } of two.received) expect([counter, home]).toEqual([2, ONE]);
  expect(session.settledBelow).toBe(3);
});

test('an operation that names its branch is carried out there or not at all', async () => {
  const { one, two, session } = await twoBranches({ timeoutMs: 300 });
  one.answers = () => refusal('CLOSING');
  expect(await session.deposit({ ...DEPOSIT, branch: 1 })).toMatchObject({
    ok: false,
    reason: 'CLOSING',
    applied: 'no',
    branch: ONE,
  });
  expect(one.received.length).toBeGreaterThan(1);
  expect(two.received).toEqual([]);
});

test('where to go instead can be said for one operation, or not at all', async () => {
  const { one, two, session } = await twoBranches({ timeoutMs: 300 });
  one.answers = () => refusal('CLOSING');
  expect(await session.deposit({ ...DEPOSIT, branch: 1, failover: [2] })).toMatchObject({ ok: true, branch: TWO });
  expect(session.branch).toBe(ONE);
  expect(await session.deposit({ ...DEPOSIT, failover: false })).toMatchObject({ ok: false, reason: 'CLOSING' });
  expect(two.received).toHaveLength(1);
});

test('a copy that was left without an answer is not sent to a branch that has begun anew', async () => {
  const { one, two, session } = await twoBranches();
  await session.query({ account: ACCOUNT });
  one.holds = true;
  const reply = session.deposit(DEPOSIT);
  await one.receivedAtLeast(2);
  one.forget();
  one.breakStreams();
  expect(await reply).toMatchObject({ reason: 'OUTCOME_UNKNOWN', message: expect.stringContaining('came back as origin') });
  expect([one.received.length, two.received.length]).toEqual([2, 0]);
});

test('the same when it comes back to that branch by way of another', async () => {
  const { one, two, session } = await twoBranches({ timeoutMs: 1_500 });
  await session.query({ account: ACCOUNT });
  one.holds = true;
  two.answers = () => {
    one.forget();
    one.breakStreams();
    return refusal('RECOVERING');
  };
  expect(await session.deposit(DEPOSIT)).toMatchObject({
    reason: 'OUTCOME_UNKNOWN',
    message: expect.stringContaining('came back as origin'),
  });
  expect([one.received.length, two.received.length]).toEqual([2, 1]);
});

test('a copy of a stream that broke may still arrive: a refusal of the next one settles nothing', async () => {
  const { one, session } = await twoBranches();
  await session.query({ account: ACCOUNT, branch: 1 });
  one.holds = true;
  const reply = session.deposit({ ...DEPOSIT, branch: 1 });
  await one.receivedAtLeast(2);
  one.breakStreams();
  await one.receivedAtLeast(3);
  one.received[2]?.answer(refusal('CLOSING'));
  await one.receivedAtLeast(4);
  one.received[3]?.answer(refusal('ACCOUNT_NOT_FOUND'));
  expect(await reply).toMatchObject({ ok: false, reason: 'OUTCOME_UNKNOWN', applied: 'maybe' });
});
