import { afterEach, expect, test } from 'vitest';
import { guaranteeSet, NO_GUARANTEES } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import { type BranchId, branchId, type CustomerId, formatOrigin, originId } from '../domain/ids.js';
import type { Refusal } from '../domain/outcomes.js';
import { NEW_SESSION } from '../domain/session.js';
import { Bank } from './bank.js';
import { ACCOUNT, FakeBranch, type Received } from './fixtures.js';
import { PassbookError } from './passbook-text.js';
import { RefusedError, unwrap } from './reply.js';
import type { Session, SessionOptions } from './session.js';

const ADA = 'ada' as CustomerId;
const [ONE, TWO, NINE] = [branchId(1), branchId(2), branchId(9)] as [BranchId, BranchId, BranchId];
/** An origin that no branch of these tests has. */
const ELSEWHERE = originId(branchId(5), 5);

const fakes: FakeBranch[] = [];
const banks: Bank[] = [];

afterEach(() => {
  for (const bank of banks.splice(0)) bank.close();
  for (const fake of fakes.splice(0)) fake.crash();
});

async function branches(...numbers: BranchId[]): Promise<FakeBranch[]> {
  const started = await Promise.all(numbers.map((number) => FakeBranch.start(number)));
  fakes.push(...started);
  return started;
}

function bankOf(...of: FakeBranch[]): Bank {
  let nonce = 0;
  const bank = new Bank({ branches: new Map(of.map((fake) => [branchId(fake.branch), fake.address])), drawNonce: () => ++nonce });
  banks.push(bank);
  return bank;
}

async function oneBranch(options: Partial<SessionOptions> = {}) {
  const [fake] = (await branches(ONE)) as [FakeBranch];
  const bank = bankOf(fake);
  return { fake, bank, session: bank.session({ customer: ADA, ...options }) };
}

function received(fake: FakeBranch, index: number): Received {
  return fake.received[index] as Received;
}

test('replies are values: a balance, a write, a refusal', async () => {
  const { fake, session } = await oneBranch();
  expect(await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 })).toMatchObject({
    kind: 'written',
    id: { origin: fake.origin, sequence: 1 },
  });
  expect(await session.withdraw({ branch: ONE, account: ACCOUNT, amountMinor: 120 })).toMatchObject({
    kind: 'written',
    id: { origin: fake.origin, sequence: 2 },
  });
  expect(await session.query({ branch: ONE, account: ACCOUNT })).toMatchObject({
    kind: 'balance',
    balance: 380n,
    view: { own: 2 },
  });
  expect(await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 0 })).toMatchObject({
    kind: 'refused',
    reason: 'INVALID_AMOUNT',
    applied: 'no',
  });
  expect(await session.query({ branch: NINE, account: ACCOUNT })).toMatchObject({
    kind: 'refused',
    reason: 'BRANCH_NOT_FOUND',
    applied: 'no',
  });
});

test('operations of a thousand sessions in one turn share a few messages', async () => {
  const { fake, bank } = await oneBranch();
  const sessions = Array.from({ length: 1000 }, (_, i) => bank.session({ customer: `c${i}` as CustomerId }));
  const replies = await Promise.all(
    sessions.map((session) => session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1 })),
  );
  expect(replies.every(({ kind }) => kind === 'written')).toBe(true);
  expect(fake.balance).toBe(1000n);
  expect(fake.messages).toBeLessThanOrEqual(2);
});

test('a flood is cut into messages of bounded size and waits where the stream is full', async () => {
  const { fake, session } = await oneBranch();
  const count = 60_000;
  const replies = await Promise.all(
    Array.from({ length: count }, () => session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1, concurrent: true })),
  );
  expect(replies.filter(({ kind }) => kind === 'written')).toHaveLength(count);
  expect(fake.balance).toBe(BigInt(count));
  expect(fake.messages).toBeGreaterThanOrEqual(Math.ceil(count / 1024));
});

test('the operations of a session run one after another', async () => {
  const { fake, session } = await oneBranch();
  fake.holds = true;
  const replies = [
    session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1 }),
    session.query({ branch: ONE, account: ACCOUNT }),
  ];
  await fake.receivedAtLeast(1);
  // Whatever leaves later passes through the same stream, so a second operation would have come by then.
  const probe = session.query({ branch: ONE, account: ACCOUNT, concurrent: true });
  await fake.receivedAtLeast(2);
  expect(fake.received.map(({ operation, counter }) => [operation.kind, counter])).toEqual([
    ['deposit', 1],
    ['query', 2],
  ]);
  expect(received(fake, 1).settledBelow).toBe(1);
  received(fake, 1).answer(fake.decide(received(fake, 1)));
  await probe;
  received(fake, 0).answer(fake.decide(received(fake, 0)));
  await fake.receivedAtLeast(3);
  expect(received(fake, 2)).toMatchObject({ counter: 3, settledBelow: 3 });
  received(fake, 2).answer(fake.decide(received(fake, 2)));
  expect((await Promise.all(replies)).map(({ kind }) => kind)).toEqual(['written', 'balance']);
});

test('a branch that has shown what the session needs is shown no passbook', async () => {
  const [one, two] = (await branches(ONE, TWO)) as [FakeBranch, FakeBranch];
  const session = bankOf(one, two).session({ customer: ADA });
  await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1 });
  await session.query({ branch: ONE, account: ACCOUNT });
  expect(one.received.map(({ passbook }) => passbook)).toEqual([undefined, undefined]);

  two.others = new Map([[one.origin, 1]]);
  await session.query({ branch: TWO, account: ACCOUNT });
  const written = new Map([[one.origin, 1]]);
  expect(received(two, 0).passbook).toEqual({ bankId: 'bank', customer: ADA, written, read: written });
  await session.query({ branch: TWO, account: ACCOUNT });
  expect(received(two, 1).passbook).toBeUndefined();
});

test('what the guarantees do not ask for is not shown', async () => {
  const [one, two] = (await branches(ONE, TWO)) as [FakeBranch, FakeBranch];
  const session = bankOf(one, two).session({ customer: ADA, guarantees: NO_GUARANTEES });
  await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1 });
  await session.query({ branch: TWO, account: ACCOUNT });
  expect(received(two, 0)).toMatchObject({ passbook: undefined, guarantees: NO_GUARANTEES });
  const monotonicReads = guaranteeSet(['monotonic-reads']);
  await session.query({ branch: TWO, account: ACCOUNT, guarantees: monotonicReads });
  expect(received(two, 1)).toMatchObject({ passbook: undefined, guarantees: monotonicReads });
  await session.query({ branch: TWO, account: ACCOUNT, guarantees: guaranteeSet(['read-your-writes']) });
  expect(received(two, 2).passbook?.written).toEqual(new Map([[one.origin, 1]]));
});

test("a write's reply enters what was written and never what was read", async () => {
  const { fake, session } = await oneBranch();
  fake.others = new Map([[ELSEWHERE, 3]]);
  await session.withdraw({ branch: ONE, account: ACCOUNT, amountMinor: 1 });
  expect(session.passbook).toEqual({ bankId: 'bank', customer: ADA, written: new Map([[fake.origin, 1]]), read: new Map() });
  await session.query({ branch: ONE, account: ACCOUNT, guarantees: NO_GUARANTEES });
  expect(session.passbook.read).toEqual(
    new Map([
      [fake.origin, 1],
      [ELSEWHERE, 3],
    ]),
  );
});

test('a refusal that shows the state counts as read, and a write that stands counts as written', async () => {
  const { fake, session } = await oneBranch();
  fake.holds = true;
  fake.own = 4;
  const poor: Refusal = {
    kind: 'refused',
    reason: 'INSUFFICIENT_FUNDS',
    applied: 'no',
    message: 'too poor',
    details: {},
    view: fake.view(),
  };
  const refused = session.withdraw({ branch: ONE, account: ACCOUNT, amountMinor: 1 });
  await fake.receivedAtLeast(1);
  received(fake, 0).answer(poor);
  expect(await refused).toEqual({ ...poor, ok: false, final: false, branch: ONE });
  expect(session.passbook).toMatchObject({ written: new Map(), read: new Map([[fake.origin, 4]]) });

  const standing = { origin: fake.origin, own: 9, others: new Map() };
  const enough = new AbortController();
  const late = session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1, acks: 'all', signal: enough.signal });
  await fake.receivedAtLeast(2);
  received(fake, 1).answer({
    ...poor,
    reason: 'ACK_LEVEL_NOT_REACHED',
    applied: 'yes',
    view: undefined,
    standing,
  } as unknown as Refusal);
  // Asked again, as there is time left to wait for the level.
  await fake.receivedAtLeast(3);
  enough.abort();
  expect(await late).toMatchObject({ kind: 'refused', applied: 'yes', standing });
  expect(session.passbook).toMatchObject({ written: new Map([[fake.origin, 9]]), read: new Map([[fake.origin, 4]]) });
});

test('a session goes on from a passbook', async () => {
  const written = new Map([[ELSEWHERE, 7]]);
  const { fake, bank, session } = await oneBranch({ passbook: { ...NEW_SESSION, written } });
  await session.query({ branch: ONE, account: ACCOUNT });
  expect(received(fake, 0).passbook).toMatchObject({ customer: ADA, written });
  const foreign = { bankId: 'another bank', customer: 'bob' as CustomerId, written, read: new Map() };
  await bank.session({ customer: ADA, passbook: foreign }).query({ branch: ONE, account: ACCOUNT });
  // The branch is to refuse it, so it has to see it as it is.
  expect(received(fake, 1).passbook).toMatchObject({ bankId: 'another bank', customer: 'bob' });
});

test('a history tells what each operation reflected', async () => {
  const history: RecordedOperation[] = [];
  const { fake, session } = await oneBranch({ onOperation: (record) => history.push(record) });
  fake.others = new Map([[ELSEWHERE, 3]]);
  await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 500 });
  await session.query({ branch: ONE, account: ACCOUNT });
  await session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: -1 });
  const both = new Map([
    [ELSEWHERE, 3],
    [fake.origin, 1],
  ]);
  expect(history).toMatchObject([
    { event: 1, kind: 'deposit', amountMinor: 500, outcome: 'ok', write: { sequence: 1 }, vector: new Map([[ELSEWHERE, 3]]) },
    { event: 2, kind: 'query', outcome: 'ok', balanceMinor: 500n, vector: both },
    { event: 3, outcome: 'fail', reason: 'INVALID_AMOUNT', applied: 'no' },
  ]);
  const moments = history.flatMap(({ invokedAtUs, completedAtUs }) => [invokedAtUs, completedAtUs as number]);
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect(moments[0]).toBeGreaterThanOrEqual(0);
});

test('a history tells a write that stands from one that nobody knows', async () => {
  const history: RecordedOperation[] = [];
  const { fake, session } = await oneBranch({ onOperation: (record) => history.push(record) });
  fake.holds = true;
  const refusal = { kind: 'refused', message: '', details: {} } as const;
  const [enough, inTheEnd] = [new AbortController(), new AbortController()];
  const replies = [
    session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 1, signal: enough.signal }),
    session.deposit({ branch: ONE, account: ACCOUNT, amountMinor: 2, signal: inTheEnd.signal }),
  ];
  await fake.receivedAtLeast(1);
  const standing = { origin: fake.origin, own: 1, others: new Map() };
  received(fake, 0).answer({ ...refusal, reason: 'ACK_LEVEL_NOT_REACHED', applied: 'yes', standing });
  await fake.receivedAtLeast(2);
  enough.abort();
  await fake.receivedAtLeast(3);
  received(fake, 2).answer({ ...refusal, reason: 'OUTCOME_UNKNOWN', applied: 'maybe' });
  await fake.receivedAtLeast(4);
  inTheEnd.abort();
  await Promise.all(replies);
  expect(history).toMatchObject([
    { outcome: 'ok', reason: 'ACK_LEVEL_NOT_REACHED', applied: 'yes', write: { origin: fake.origin, sequence: 1 } },
    { outcome: 'info', reason: 'OUTCOME_UNKNOWN', applied: 'maybe' },
  ]);
});

test('an account is opened like any other write, and named by it', async () => {
  const { fake, session } = await oneBranch();
  const reply = await session.open({ label: 'savings', branch: 1 });
  expect(reply).toMatchObject({ ok: true, kind: 'written', id: { origin: fake.origin, sequence: 1 }, account: '1-000003e8-1' });
  expect(received(fake, 0)).toMatchObject({ operation: { kind: 'open', label: 'savings' }, counter: 1 });
  expect(session.passbook.written).toEqual(new Map([[fake.origin, 1]]));
  await session.open();
  expect(received(fake, 1).operation).toEqual({ kind: 'open', label: '' });
});

test('a balance says what came in, what went out, what this branch can pay, and which writes it is the sum of', async () => {
  const { fake, session } = await oneBranch();
  await session.deposit({ account: ACCOUNT, amount: '12.50' });
  await session.withdraw({ account: ACCOUNT, amountMinor: 450n });
  const reply = await unwrap(session.query({ account: ACCOUNT }));
  const { balance, credits, debits, available, branch, vector } = reply;
  expect({ balance, credits, debits, available, branch }).toEqual({
    balance: 800n,
    credits: 1250n,
    debits: 450n,
    available: 400n,
    branch: ONE,
  });
  expect(vector).toEqual(new Map([[fake.origin, 2]]));
});

test('whoever prefers exceptions gets one with the refusal in it', async () => {
  const { session } = await oneBranch();
  const thrown = await unwrap(session.deposit({ account: ACCOUNT, amount: '12.505' })).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(RefusedError);
  expect(thrown).toMatchObject({
    message: 'INVALID_AMOUNT: "12.505" has more than 2 decimals',
    refusal: { ok: false, reason: 'INVALID_AMOUNT', applied: 'no', details: { field: 'amount' } },
  });
});

test.each([
  ['account', (session: Session) => session.query({} as never)],
  ['from', (session: Session) => session.transfer({ to: '2', amountMinor: 1 } as never)],
  ['to', (session: Session) => session.transfer({ from: '1', amountMinor: 1 } as never)],
  ['label', (session: Session) => session.open({ label: 7 as never })],
  ['timeoutMs', (session: Session) => session.query({ account: ACCOUNT, timeoutMs: Number.NaN })],
  ['timeoutMs', (session: Session) => session.query({ account: ACCOUNT, timeoutMs: '5000' as never })],
  ['timeoutMs', (session: Session) => session.query({ account: ACCOUNT, timeoutMs: 5000n as never })],
  ['acks', (session: Session) => session.query({ account: ACCOUNT, acks: 'most' as never })],
  ['failover', (session: Session) => session.query({ account: ACCOUNT, failover: 2 as never })],
  ['failover', (session: Session) => session.query({ account: ACCOUNT, failover: [ONE, NINE] })],
  ['branch', (session: Session) => session.query({ account: ACCOUNT, branch: '1' as never })],
  ['signal', (session: Session) => session.query({ account: ACCOUNT, signal: new AbortController() as never })],
  ['guarantees', (session: Session) => session.query({ account: ACCOUNT, guarantees: ['read-my-mind' as never] })],
  ['guarantees', (session: Session) => session.query({ account: ACCOUNT, guarantees: 'all' as never })],
])('%s that makes no sense is refused before anything begins', async (field, ask) => {
  const { fake, session } = await oneBranch();
  expect(await ask(session)).toMatchObject({ ok: false, reason: 'INVALID_REQUEST', applied: 'no', details: { field } });
  expect(fake.received).toEqual([]);
  expect(session.settledBelow).toBe(1);
});

test.each([
  ['ack', (session: Session) => session.deposit({ account: ACCOUNT, amountMinor: 1, ack: 'all' } as never)],
  ['wantAvailabel', (session: Session) => session.query({ account: ACCOUNT, wantAvailabel: '1' } as never)],
  ['label', (session: Session) => session.query({ account: ACCOUNT, label: 'rent' } as never)],
  ['form', (session: Session) => session.transfer({ form: '1', from: '1', to: '2', amountMinor: 1 } as never)],
  ['account', (session: Session) => session.open({ account: '1' } as never)],
  ['colour', (session: Session) => session.open({ colour: 'green' } as never)],
])('%s is no option of that operation, and nothing is begun with what it stood for left out', async (field, ask) => {
  const { fake, session } = await oneBranch();
  const reply = await ask(session);
  expect(reply).toMatchObject({ ok: false, reason: 'INVALID_REQUEST', applied: 'no', details: { field } });
  expect(fake.received).toEqual([]);
});

test('an option that is misspelt is refused with the name that was probably meant', async () => {
  const { bank, session } = await oneBranch();
  const misspelt = () => bank.session({ customer: 'ada', ack: 'all' } as never);
  expect(misspelt).toThrow(new RangeError("there is no option 'ack'; did you mean 'acks'?"));
  const message = "there is no option 'timeout'; did you mean 'timeoutMs'?";
  expect(await session.query({ account: ACCOUNT, timeout: 5 } as never)).toMatchObject({ message });
  await expect(session.entries({ account: ACCOUNT, timeout: 5 } as never).next()).rejects.toThrow(message);
});

test('what is undefined is not said, as of a program that does not know whether it has it', async () => {
  const { bank } = await oneBranch();
  const [passbook, signal, timeoutMs, branch, failover, acks]: undefined[] = [];
  const session = bank.session({ customer: 'ada', passbook, branch, timeoutMs, failover, acks });
  const choices = { signal, timeoutMs, branch, failover, acks, colour: undefined };
  expect(await session.deposit({ account: ACCOUNT, amountMinor: 1, ...choices })).toMatchObject({ ok: true, branch: ONE });
  expect(await session.query({ account: ACCOUNT, wantAvailable: undefined, ...choices })).toMatchObject({ ok: true });
});

test('guarantees are chosen by name, for a session or for one operation', async () => {
  const { fake, bank } = await oneBranch();
  const session = bank.session({ customer: 'ada', guarantees: ['read-your-writes'] });
  await session.query({ account: ACCOUNT });
  await session.query({ account: ACCOUNT, guarantees: [] });
  expect(fake.received.map(({ guarantees }) => guarantees)).toEqual([guaranteeSet(['read-your-writes']), NO_GUARANTEES]);
});

test('a session that goes on from the text of a passbook shows it', async () => {
  const [one, two] = (await branches(ONE, TWO)) as [FakeBranch, FakeBranch];
  const before = bankOf(one).session({ customer: 'ada' });
  await before.deposit({ account: ACCOUNT, amountMinor: 1 });
  const text = String(before.passbook);
  const after = bankOf(two).session({ customer: 'ada', passbook: text });
  expect(String(after.passbook)).toBe(text);
  await after.query({ account: ACCOUNT });
  expect(received(two, 0).passbook).toEqual({
    bankId: 'bank',
    customer: ADA,
    written: new Map([[one.origin, 1]]),
    read: new Map(),
  });
  expect(() => bankOf(two).session({ customer: 'ada', passbook: text.replace(/.$/, '') })).toThrow(PassbookError);
});

test('what makes no session is refused', async () => {
  const { bank } = await oneBranch();
  expect(() => bank.session({ customer: '' })).toThrow(RangeError);
  expect(() => bank.session({} as never)).toThrow(RangeError);
  expect(() => bank.session({ customer: 'ada', timeoutMs: -1 })).toThrow('-1 is not a time in milliseconds');
  expect(() => bank.session({ customer: 'ada', branch: NINE })).toThrow('a session begins at one of the branches 1, not at 9');
  expect(() => bank.session({ customer: 'ada', failover: [NINE] })).toThrow('among 1, not [ 9 ]');
});

test.each([
  [Buffer.from('pb1-'), 'not from bytes: read them as text'],
  [{}, 'not from a value of type object'],
  [null, 'not from null'],
])('what is no passbook makes no session that has forgotten: %o', async (passbook, message) => {
  const { bank } = await oneBranch();
  const begin = () => bank.session({ customer: ADA, passbook: passbook as never });
  expect(begin).toThrow(PassbookError);
  expect(begin).toThrow(message);
});

test('whoever waits for ever says so, and the branch is told a time that it can hold', async () => {
  const { fake, session } = await oneBranch({ timeoutMs: Number.POSITIVE_INFINITY });
  expect(await session.query({ account: ACCOUNT })).toMatchObject({ ok: true });
  expect(received(fake, 0).timeoutMs).toBeGreaterThan(2 ** 30);
});

test('a passbook of somebody else is shown also where a branch has shown all that it names', async () => {
  const { fake, bank, session } = await oneBranch();
  await session.deposit({ account: ACCOUNT, amountMinor: 1 });
  await bank.session({ customer: 'bob', passbook: session.passbook }).query({ account: ACCOUNT });
  expect(received(fake, 1)).toMatchObject({ session: { customer: 'bob' }, passbook: { customer: ADA } });
});

test('the branches of a bank are a map or a plain object, and there has to be one', async () => {
  const [one] = (await branches(ONE)) as [FakeBranch];
  const bank = new Bank({ branches: { 1: one.address } });
  banks.push(bank);
  expect(await bank.session({ customer: 'ada' }).query({ account: ACCOUNT })).toMatchObject({ ok: true, branch: ONE });
  expect(() => new Bank({ branches: {} }).session({ customer: 'ada' })).toThrow('a bank has at least one branch');
  expect(() => new Bank({ branches: { 0: 'localhost:1' } })).toThrow('0 is not the number of a branch');
  expect(() => new Bank({ branches: { 1: 20001 as never } })).toThrow("branch 1 has no address, such as 'localhost:20001'");
});

test('a session that names what the bank has lost is told once, and goes on without', async () => {
  const { fake, session } = await oneBranch();
  await session.deposit({ account: ACCOUNT, amount: '1.00' });
  await session.deposit({ account: ACCOUNT, amount: '1.00' });
  const refusal = { kind: 'refused', reason: 'WRITES_LOST', applied: 'no', message: 'lost' } as const;
  fake.answers = () => ({ ...refusal, details: { [formatOrigin(fake.origin)]: '1' } });
  const told = await session.deposit({ account: ACCOUNT, amount: '1.00' });
  expect(told).toMatchObject({ ok: false, reason: 'WRITES_LOST', applied: 'no' });
  expect(session.carried.written).toEqual(new Map([[fake.origin, 1]]));
  fake.answers = undefined;
  expect(await session.query({ account: ACCOUNT })).toMatchObject({ ok: true });
});
