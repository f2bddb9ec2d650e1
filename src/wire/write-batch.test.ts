import { describe, expect, test } from 'vitest';
import { LogWriter } from '../core/log-writer.js';
import { branchId, type CustomerId, foundedAccount, isBranchNumber, MAX_BRANCH, openedAccount, originId } from '../domain/ids.js';
import { isAmount, MAX_AMOUNT_MINOR } from '../domain/money.js';
import { lastSequence, type WriteBatch, WriteKind } from '../domain/writes.js';
import { InvariantError } from '../std/assert.js';
import { Rng } from '../std/rng.js';
import { WireError } from './messages.js';
import { decodeWriteBatch, digestOf, encodeWriteBatch } from './write-batch.js';

function anyOrigin(rng: Rng) {
  return originId(branchId(rng.pick([1, 2, rng.integer(1, MAX_BRANCH)])), rng.pick([0, 1, rng.uint32()]));
}

/** What a branch might log in one group: as the log writer makes it, so never anything that breaks a rule. */
function anyBatch(rng: Rng): WriteBatch {
  const first = rng.pick([1, 2, 300, Number.MAX_SAFE_INTEGER - 100]);
  const log = new LogWriter(anyOrigin(rng));
  log.resumeAfter(first - 1);
  const accounts = [
    foundedAccount(1),
    foundedAccount(rng.integer(1, 1e15 - 1)),
    openedAccount({ origin: anyOrigin(rng), sequence: rng.integer(1, 1e6) }),
  ];
  const names = ['ann', 'Jürgen', '名前', 'x'.repeat(128)] as CustomerId[];
  const sessions = Array.from({ length: 3 }, () => ({
    customer: rng.pick(names),
    session: rng.integer(0, Number.MAX_SAFE_INTEGER),
    settledBelow: rng.pick([0, 7, Number.MAX_SAFE_INTEGER]),
  }));
  for (let i = rng.integer(1, 20); i > 0; i--) {
    if (rng.chance(0.3)) log.dependsOn(anyOrigin(rng), rng.integer(1, Number.MAX_SAFE_INTEGER));
    const request = { session: rng.pick(sessions), counter: rng.pick([0, 1, Number.MAX_SAFE_INTEGER]) };
    const amount = rng.pick([1, 100, MAX_AMOUNT_MINOR]);
    const account = rng.pick(accounts);
    const kind = rng.pick(Object.values(WriteKind));
    if (kind === WriteKind.open) log.open(rng.pick(['', 'savings', '預金']), request);
    if (kind === WriteKind.deposit) log.deposit(account, amount, request);
    if (kind === WriteKind.withdraw) log.withdraw(account, amount, request);
    if (kind === WriteKind.transfer) log.transfer(account, rng.pick(accounts), amount, request);
    if (kind === WriteKind.grant) log.grant(account, branchId(rng.integer(1, MAX_BRANCH)), amount);
    const named = { ...request, counter: Math.max(1, request.counter) };
    if (kind === WriteKind.cede) log.cede(named, branchId(rng.integer(1, MAX_BRANCH)));
    if (kind === WriteKind.void) log.void(named, 'INSUFFICIENT_FUNDS');
  }
  return log.take(first === 1 ? '' : '0123456789abcdef'.repeat(2)) as WriteBatch;
}

/** What a replica relies on when it applies a batch, said once more and in other words. */
function brokenRule(batch: WriteBatch): string | undefined {
  const rows = batch.kinds.length;
  const perRow = [batch.accountIndices, batch.amounts, batch.sessionIndices, batch.counters];
  if (rows === 0 || perRow.some((column) => column.length !== rows)) return 'columns';
  const numbers = [
    batch.first,
    lastSequence(batch),
    ...batch.counters,
    ...batch.dependencySequence,
    ...batch.sessions.flatMap((s) => [s.session, s.settledBelow]),
  ];
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) return 'numbers';
  if (batch.first < 1) return 'first';
  const counterparts = [...batch.counterparts];
  const labels = [...batch.labels];
  for (let i = 0; i < rows; i++) {
    const kind = batch.kinds[i] as WriteKind;
    if (!Object.values(WriteKind).includes(kind)) return 'kind';
    if ((batch.sessionIndices[i] as number) > batch.sessions.length) return 'session';
    if (kind === WriteKind.open && labels.shift() === undefined) return 'label';
    if (kind === WriteKind.open) continue;
    if (kind === WriteKind.cede && !isBranchNumber(counterparts.shift() as number)) return 'receiver';
    if (kind === WriteKind.cede || kind === WriteKind.void) {
      if (batch.sessionIndices[i] === 0 || batch.counters[i] === 0) return 'request';
      if (kind === WriteKind.void && batch.amounts[i] !== 9) return 'reason';
      continue;
    }
    if (!isAmount(batch.amounts[i] as number)) return 'amount';
    if (batch.accounts[batch.accountIndices[i] as number] === undefined) return 'account';
    if (kind === WriteKind.transfer && batch.accounts[counterparts.shift() as number] === undefined) return 'credited';
    if (kind === WriteKind.grant && !isBranchNumber(counterparts.shift() as number)) return 'receiver';
  }
  if (counterparts.length > 0 || labels.length > 0) return 'left over';
  const { dependencyAt, dependencyOrigin, dependencySequence } = batch;
  if (dependencyAt.length !== dependencyOrigin.length || dependencyAt.length !== dependencySequence.length) return 'dependencies';
  if (dependencyAt.some((at, d) => at >= rows || at < (dependencyAt[d - 1] ?? 0))) return 'order';
  if (dependencyOrigin.some((index) => batch.origins[index] === undefined)) return 'origin';
  return undefined;
}

/** Decodes what may be anything; an error that is not about the bytes is a bug. */
function tryDecode(bytes: Uint8Array): WriteBatch | undefined {
  try {
    return decodeWriteBatch(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(InvariantError);
    // A text that is no UTF-8 is a TypeError of the decoder of texts; any other one would be a slip of ours.
    if (error instanceof TypeError) expect(error).toMatchObject({ code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
    return undefined;
  }
}

describe('a batch of writes on the wire', () => {
  test('arrives as it was sent, and keeps its bytes', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const batch = anyBatch(new Rng(seed));
      const bytes = encodeWriteBatch(batch);
      const { encoded, digest, ...arrived } = decodeWriteBatch(bytes);
      // Sessions arrive as plain rows; which object they were does not matter.
      expect({ ...arrived, sessions: [...arrived.sessions] }, `seed ${seed}`).toEqual(batch);
      expect(encoded).toBe(bytes);
      expect(digest).toBe(digestOf(bytes));
      expect(brokenRule(batch), `seed ${seed}`).toBeUndefined();
    }
  });

  test('made of arbitrary bytes is refused, or keeps the rules', { timeout: 60_000 }, () => {
    const rng = new Rng(1);
    for (let i = 0; i < 5000; i++) {
      const bytes = Uint8Array.from({ length: rng.integer(0, 60) }, () => rng.integer(0, 255));
      const batch = tryDecode(bytes);
      if (batch) expect(brokenRule(batch)).toBeUndefined();
    }
  });

  test('that was damaged is refused, or keeps the rules', { timeout: 60_000 }, () => {
    let accepted = 0;
    for (let seed = 1; seed <= 2000; seed++) {
      const rng = new Rng(seed);
      const bytes = Uint8Array.from(encodeWriteBatch(anyBatch(rng)));
      for (let i = rng.integer(1, 3); i > 0; i--) bytes[rng.integer(0, bytes.length - 1)] = rng.integer(0, 255);
      const whole = rng.chance(0.2) ? bytes.subarray(0, rng.integer(0, bytes.length)) : bytes;
      const batch = tryDecode(whole);
      if (!batch) continue;
      accepted += 1;
      expect(brokenRule(batch), `seed ${seed}`).toBeUndefined();
    }
    // Most changes of an amount or a name are no offence, so the test is not empty.
    expect(accepted).toBeGreaterThan(200);
  });

  const good = anyBatch(new Rng(5));
  const bad: [string, Partial<WriteBatch>][] = [
    ['no first sequence', { first: 0 }],
    ['no writes', { kinds: [], accountIndices: [], amounts: [], sessionIndices: [], counters: [] }],
    ['a column that is too short', { amounts: good.amounts.slice(1) }],
    ['an unknown kind', { kinds: good.kinds.map(() => 8 as WriteKind) }],
    ['an amount of 0', { amounts: good.amounts.map(() => 0) }],
    ['an account that is not in the table', { accountIndices: good.accountIndices.map(() => 99) }],
    ['a session that is not in the table', { sessionIndices: good.sessionIndices.map(() => 99) }],
    ['too few counterparts', { counterparts: [] }],
    ['too many counterparts', { counterparts: [...good.counterparts, 1] }],
    ['too many labels', { labels: [...good.labels, 'extra'] }],
    ['a dependency of no write', { dependencyAt: [good.kinds.length], dependencyOrigin: [0], dependencySequence: [1] }],
    ['dependencies out of order', { dependencyAt: [1, 0], dependencyOrigin: [0, 0], dependencySequence: [1, 1] }],
    ['a dependency without an origin', { dependencyAt: [0], dependencyOrigin: [99], dependencySequence: [1] }],
    ['no name for the batch before it', { previousDigest: '' }],
    ['sequences beyond 2^53', { first: Number.MAX_SAFE_INTEGER }],
  ];
  test.each(bad)('with %s is refused', (_, change) => {
    expect(() => decodeWriteBatch(encodeWriteBatch({ ...good, ...change }))).toThrow(WireError);
  });
});
