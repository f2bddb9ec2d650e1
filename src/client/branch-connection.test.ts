import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type BranchId, branchId, type CustomerId } from '../domain/ids.js';
import type { BatchResponseShape } from '../wire/messages.js';
import { Bank } from './bank.js';
import { ACCOUNT, FakeBranch, freePort, type Received } from './fixtures.js';
import type { Session } from './session.js';

const ADA = 'ada' as CustomerId;
const ONE = branchId(1);

const fakes: FakeBranch[] = [];
const banks: Bank[] = [];

afterEach(() => {
  for (const bank of banks.splice(0)) bank.close();
  for (const fake of fakes.splice(0)) fake.crash();
});

async function startFake(branch: BranchId = ONE, port = 0): Promise<FakeBranch> {
  const fake = await FakeBranch.start(branch, port);
  fakes.push(fake);
  return fake;
}

function bankAt(address: string): Bank {
  const bank = new Bank({ branches: new Map([[ONE, address]]) });
  banks.push(bank);
  return bank;
}

async function oneBranch(): Promise<{ fake: FakeBranch; bank: Bank; session: Session }> {
  const fake = await startFake();
  const bank = bankAt(fake.address);
  return { fake, bank, session: bank.session({ customer: ADA }) };
}

function last(fake: FakeBranch): Received {
  return fake.received.at(-1) as Received;
}

test('a write whose stream breaks is asked again with the same id, and takes effect once', async () => {
  const { fake, session } = await oneBranch();
  await session.query({ branch: ONE, account: ACCOUNT });
  fake.holds = true;
  const reply = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
  await fake.receivedAtLeast(2);
  const first = last(fake);
  fake.decide(first);
  fake.breakStreams();
  await fake.receivedAtLeast(3);
  expect(last(fake)).toMatchObject({ counter: first.counter, session: { session: first.session.session } });
  expect(last(fake).timeoutMs).toBeLessThanOrEqual(first.timeoutMs);
  last(fake).answer(fake.decide(last(fake)));
  expect(await reply).toMatchObject({ kind: 'written', id: { sequence: 1 } });
  expect(fake.balance).toBe(500n);
});

test('the same over a new connection', async () => {
  const { fake, session } = await oneBranch();
  await session.query({ branch: ONE, account: ACCOUNT });
  fake.holds = true;
  const reply = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
  await fake.receivedAtLeast(2);
  fake.decide(last(fake));
  fake.crash();
  fake.holds = false;
  await fake.listen();
  expect(await reply).toMatchObject({ kind: 'written', id: { sequence: 1 } });
  expect(fake.balance).toBe(500n);
});

test('a branch that came back as another origin has forgotten: a write is unknown, a query is asked again', async () => {
  const { fake, session } = await oneBranch();
  await session.query({ branch: ONE, account: ACCOUNT });
  fake.holds = true;
  const write = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
  const query = session.query({ branch: ONE, account: ACCOUNT, concurrent: true });
  await fake.receivedAtLeast(3);
  fake.forget();
  fake.holds = false;
  fake.breakStreams();
  const reply = await write;
  expect(reply).toMatchObject({ kind: 'refused', reason: 'OUTCOME_UNKNOWN', applied: 'maybe' });
  expect(reply).toHaveProperty('message', expect.stringContaining(`branch 1 at ${fake.address} came back as origin 1-`));
  expect(await query).toMatchObject({ kind: 'balance', balance: 0n });
  expect(fake.received.filter(({ operation }) => operation.kind === 'deposit')).toHaveLength(1);
});

test('nothing is sent before the branch has said who it is', async () => {
  const { fake, bank, session } = await oneBranch();
  fake.welcomes = false;
  const write = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
  await vi.waitFor(() => expect(fake.streams.size).toBe(1));
  // On the same connection: whatever was sent on the stream is there before this is answered.
  await bank.status(ONE);
  expect(fake.messages).toBe(0);
  fake.welcomes = true;
  fake.breakStreams();
  expect(await write).toMatchObject({ ok: true });
  expect(fake.received).toHaveLength(1);
});

describe('a stream that has named many sessions', () => {
  const MANY = 2 ** 14 + 1024;

  /** The first stream is used up, the first operation on it is not answered, and a second one is there. */
  async function usedUp() {
    const { fake, bank } = await oneBranch();
    fake.holds = true;
    const held = bank.session({ customer: ADA }).deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
    await fake.receivedAtLeast(1);
    fake.holds = false;
    const asking = Array.from({ length: MANY }, () => bank.session({ customer: ADA }).query({ branch: ONE, account: ACCOUNT }));
    expect((await Promise.all(asking)).every(({ ok }) => ok)).toBe(true);
    expect(fake.streams.size).toBe(2);
    return { fake, held, first: fake.received[0] as Received };
  }

  test('makes room for another one, and ends when all is answered', async () => {
    const { fake, held, first } = await usedUp();
    first.answer(fake.decide(first));
    expect(await held).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(fake.streams.size).toBe(1));
    expect(fake.balance).toBe(500n);
  });

  test('has what it did not answer sent again, if it breaks', async () => {
    const { fake, held, first } = await usedUp();
    const [stream] = fake.streams;
    stream?.emit('error', { code: status.UNAVAILABLE, details: 'broken by the test' });
    expect(await held).toMatchObject({ ok: true });
    expect(last(fake)).toMatchObject({ counter: first.counter, session: first.session });
    expect(fake.balance).toBe(500n);
  });
});

test('a reply that came before the stream ended counts', async () => {
  const { fake, session } = await oneBranch();
  fake.holds = true;
  const replies = Array.from({ length: 100 }, () =>
    session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1, concurrent: true }),
  );
  await fake.receivedAtLeast(100);
  for (const operation of fake.received) operation.answer(fake.decide(operation));
  for (const stream of fake.streams) stream.end();
  expect((await Promise.all(replies)).filter(({ kind }) => kind === 'written')).toHaveLength(100);
  expect(fake.received).toHaveLength(100);
});

test('a batch that the branch cannot read is not repeated', async () => {
  const { fake, session } = await oneBranch();
  fake.holds = true;
  const replies = [
    session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1, concurrent: true }),
    session.query({ branch: ONE, account: ACCOUNT, concurrent: true }),
  ];
  await fake.receivedAtLeast(2);
  fake.breakStreams(status.INVALID_ARGUMENT, 'nonsense');
  expect(await Promise.all(replies)).toMatchObject([
    { reason: 'OUTCOME_UNKNOWN', applied: 'maybe' },
    { reason: 'BRANCH_UNREACHABLE', applied: 'no', message: `branch 1 at ${fake.address} broke the stream off: nonsense` },
  ]);
  expect(fake.received).toHaveLength(2);
});

test('what was not sent by its deadline certainly did nothing', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const session = bankAt(address).session({ customer: ADA, timeoutMs: 60 });
  expect(await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1 })).toEqual({
    ok: false,
    kind: 'refused',
    reason: 'BRANCH_UNREACHABLE',
    applied: 'no',
    final: false,
    branch: ONE,
    message: `branch 1 at ${address} cannot be reached: no connection within 60 ms; the deposit was not sent`,
    details: { branch: '1', address },
  });
});

test('a branch that starts later is waited for', async () => {
  const port = await freePort();
  const bank = bankAt(`127.0.0.1:${port}`);
  const replies = [bank.session({ customer: ADA }).deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 })];
  const reachable = bank.waitUntilReachable(ONE, { timeoutMs: 10_000 });
  const described = bank.status(ONE, { timeoutMs: 10_000 });
  const fake = await startFake(ONE, port);
  expect(await Promise.all(replies)).toMatchObject([{ kind: 'written' }]);
  expect(await reachable).toEqual({ reachable: true });
  expect(await described).toMatchObject({ bankId: 'bank', origin: fake.origin });
});

test('a branch that says nothing is given up at the deadline, and what it says later is ignored', async () => {
  const { fake, session } = await oneBranch();
  await session.query({ branch: ONE, account: ACCOUNT });
  fake.holds = true;
  const choices = { timeoutMs: 500, concurrent: true };
  const replies = [
    session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1, ...choices }),
    session.query({ branch: ONE, account: ACCOUNT, ...choices }),
  ];
  await fake.receivedAtLeast(3);
  // The branch is asked to answer earlier, if it can.
  expect(last(fake).timeoutMs).toBeLessThanOrEqual(475);
  const message = `branch 1 at ${fake.address} did not answer within 500 ms`;
  expect(await Promise.all(replies)).toMatchObject([
    { reason: 'OUTCOME_UNKNOWN', applied: 'maybe', message: expect.stringContaining(message) },
    { reason: 'BRANCH_UNREACHABLE', applied: 'no', message },
  ]);
  for (const operation of fake.received.slice(1)) operation.answer(fake.decide(operation));
  fake.holds = false;
  expect(await session.query({ branch: ONE, account: ACCOUNT })).toMatchObject({ kind: 'balance', balance: 1n });
});

test('what is under way at a branch that is lost ends at once, and so does what comes', async () => {
  const { fake, bank, session } = await oneBranch();
  fake.holds = true;
  const write = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1, concurrent: true });
  const query = session.query({ branch: ONE, account: ACCOUNT, concurrent: true });
  await fake.receivedAtLeast(2);
  const unsent = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 2, concurrent: true });
  const described = bank.status(ONE);
  bank.lost(ONE, 'its process died (SIGKILL)');
  const why = `branch 1 at ${fake.address} is gone: its process died (SIGKILL)`;
  expect(await Promise.all([write, query, unsent, session.query({ branch: ONE, account: ACCOUNT })])).toMatchObject([
    { reason: 'OUTCOME_UNKNOWN', applied: 'maybe', message: `${why}; nobody can tell whether the deposit took effect` },
    { reason: 'BRANCH_UNREACHABLE', applied: 'no', message: why },
    { reason: 'BRANCH_UNREACHABLE', applied: 'no', message: `${why}; the deposit was not sent` },
    { reason: 'BRANCH_UNREACHABLE', applied: 'no', message: why },
  ]);
  await expect(described).rejects.toThrow(why);
  await expect(bank.status(ONE)).rejects.toThrow(why);
  expect(await bank.waitUntilReachable(ONE, { timeoutMs: 1000 })).toEqual({ reachable: false, message: why });
});

test('whoever waits for a branch hears that it was lost, or that time is up', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const bank = bankAt(address);
  const message = `branch 1 at ${address} cannot be reached: no connection within 30 ms`;
  expect(await bank.waitUntilReachable(ONE, { timeoutMs: 30 })).toEqual({ reachable: false, message });
  await expect(bank.status(ONE, { timeoutMs: 30 })).rejects.toThrow(message);
  const waiting = bank.waitUntilReachable(ONE, { timeoutMs: 60_000 });
  bank.lost(ONE, 'it never started');
  expect(await waiting).toEqual({ reachable: false, message: `branch 1 at ${address} is gone: it never started` });
});

test('another branch behind the address is not taken for the one that was meant', async () => {
  const fake = await startFake(branchId(7));
  fake.holds = true;
  const reply = await bankAt(fake.address).session({ customer: ADA }).query({ branch: ONE, account: ACCOUNT });
  expect(reply).toMatchObject({ reason: 'BRANCH_UNREACHABLE', message: `${fake.address} is not branch 1 but branch 7` });
});

test('a branch of another bank is not taken for one of ours', async () => {
  const fake = await startFake(ONE);
  const other = await startFake(branchId(2));
  other.bankId = 'other bank';
  other.holds = true;
  const branches = new Map([fake, other].map((each) => [branchId(each.branch), each.address]));
  const bank = new Bank({ branches });
  banks.push(bank);
  const session = bank.session({ customer: ADA });
  await session.query({ branch: ONE, account: ACCOUNT });
  expect(bank.bankId).toBe('bank');
  expect(await session.query({ branch: branchId(2), account: ACCOUNT })).toMatchObject({
    reason: 'BRANCH_UNREACHABLE',
    message: `branch 2 at ${other.address} is of another bank (other bank)`,
  });
});

test('whoever stands at a wrong address is sent no write, and the branch is found when it is back there', async () => {
  const stranger = await startFake(ONE);
  stranger.bankId = 'other bank';
  const home = await startFake(branchId(2));
  const bank = new Bank({ branches: { 1: stranger.address, 2: home.address } });
  banks.push(bank);
  const session = bank.session({ customer: ADA });
  await session.query({ branch: 2, account: ACCOUNT });
  const write = { branch: ONE, account: ACCOUNT, amountMinor: 1 } as const;
  expect(await session.deposit(write)).toMatchObject({ reason: 'BRANCH_UNREACHABLE', applied: 'no' });
  expect(await session.deposit({ ...write, failover: [2] })).toMatchObject({ ok: true, branch: 2 });
  expect(stranger.received).toEqual([]);
  stranger.crash();
  await startFake(ONE, stranger.port);
  expect(await session.deposit(write)).toMatchObject({ ok: true, branch: ONE });
});

test('what answers at the address and is no branch at all is said, and not waited for', async () => {
  const server = new Server();
  const port = await new Promise<number>((resolve, reject) => {
    const bound = (error: Error | null, at: number) => (error ? reject(error) : resolve(at));
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), bound);
  });
  const write = bankAt(`127.0.0.1:${port}`).session({ customer: ADA }).deposit({ account: ACCOUNT, amountMinor: 1 });
  expect(await write).toMatchObject({
    reason: 'BRANCH_UNREACHABLE',
    applied: 'no',
    message: expect.stringContaining(`branch 1 at 127.0.0.1:${port} broke the stream off: The server does not implement`),
  });
  server.forceShutdown();
});

test('who breaks every stream off before a welcome is told of at the deadline', async () => {
  const { fake, session } = await oneBranch();
  fake.welcomes = false;
  const write = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500, timeoutMs: 900 });
  await vi.waitFor(() => expect(fake.streams.size).toBe(1));
  fake.breakStreams();
  const message = `branch 1 at ${fake.address} cannot be reached within 900 ms: it broke the stream off: broken by the test`;
  expect(await write).toMatchObject({ applied: 'no', message: `${message}; the deposit was not sent` });
});

test.each([
  ['an unknown reason', { operations: [0], reasons: [99], sequences: [0] }],
  ['a balance that is none', { operations: [0], reasons: [0], sequences: [0], balancesMinor: ['much'] }],
  ['no columns', { operations: [0] }],
  ['an origin that nobody introduced', { operations: [0], reasons: [0], sequences: [1], changeAt: [0], changeOrigin: [7] }],
])('an answer that cannot be read ends its stream, and the operation is asked again: %s', async (_what, answer) => {
  const { fake, session } = await oneBranch();
  fake.holds = true;
  const reply = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
  await fake.receivedAtLeast(1);
  fake.holds = false;
  for (const stream of fake.streams) stream.write(answer as BatchResponseShape);
  expect(await reply).toMatchObject({ ok: true });
  expect(fake.balance).toBe(500n);
});

test('a branch describes itself', async () => {
  const { fake, bank, session } = await oneBranch();
  await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
  expect(await bank.status(ONE)).toEqual({
    bankId: 'bank',
    origin: fake.origin,
    members: [ONE],
    vector: new Map([[fake.origin, 1]]),
    parked: 2,
    stateDigest: 'digest',
    accounts: [{ account: ACCOUNT, label: 'joint', balanceMinor: 500n, allowanceMinor: 7n }],
  });
  await expect(bank.status(branchId(9))).rejects.toThrow('there is no branch 9 among those of this bank (1)');
});
