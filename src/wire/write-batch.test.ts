import { describe, expect, test } from 'vitest';
import { LogWriter } from '../core/log-writer.js';
import {
  branchId,
  type CustomerId,
  foundedAccount,
  isBranchNumber,
  MAX_BRANCH,
  type OriginId,
  openedAccount,
  originId,
} from '../domain/ids.js';
import { isAmount, MAX_AMOUNT_MINOR } from '../domain/money.js';
import { lastSequence, type WriteBatch, WriteKind, writesOf } from '../domain/writes.js';
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
  // There are never more writes than numbers for ranks.
  const isFull = first > 300;
  const followed = new Map<OriginId, number>();
  if (first > 1 && !isFull) for (let i = rng.integer(0, 3); i > 0; i--) followed.set(anyOrigin(rng), rng.integer(1, 1e12));
  log.hasFollowed(followed);
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
    if (rng.chance(0.3) && !isFull) {
      const origin = rng.chance(0.5) && followed.size > 0 ? rng.pick([...followed.keys()]) : anyOrigin(rng);
      const sequence = (followed.get(origin) ?? 0) + rng.pick([1, rng.integer(1, 1e12)]);
      followed.set(origin, sequence);
      log.dependsOn(origin, sequence);
    }
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
    const branch = branchId(rng.integer(1, MAX_BRANCH));
    const successor = rng.chance(0.5) ? originId(branch, rng.integer(1, 2 ** 32 - 1)) : undefined;
    if (kind === WriteKind.fence) log.fence(branch, successor);
    if (kind === WriteKind.seal) log.seal(branch, successor);
    if (kind === WriteKind.join) log.join(branch, 'localhost:1');
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
    if ((kind === WriteKind.open || kind === WriteKind.join) && labels.shift() === undefined) return 'label';
    if (kind === WriteKind.open) continue;
    const isOfBranch = kind === WriteKind.fence || kind === WriteKind.seal || kind === WriteKind.join;
    if ((kind === WriteKind.cede || isOfBranch) && !isBranchNumber(counterparts.shift() as number)) return 'receiver';
    if (isOfBranch && kind !== WriteKind.join && (batch.amounts[i] as number) >= 2 ** 32) return 'nonce';
    if (isOfBranch) continue;
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
  return brokenRank(batch);
}

/** Whether the sums are those of any vector that grows as the dependencies say. */
function brokenRank({
  origins,
  dependencyOrigin,
  dependencySequence,
  dependencyGrowth,
  ...batch
}: WriteBatch): string | undefined {
  if (dependencyGrowth.length !== dependencyOrigin.length) return 'growths';
  const vector = new Map<OriginId | undefined, number>();
  let unknown = batch.followed;
  for (const [d, sequence] of dependencySequence.entries()) {
    const origin = origins[dependencyOrigin[d] as number];
    const before = sequence - (dependencyGrowth[d] as number);
    if (before < 0 || before >= sequence || (vector.get(origin) ?? before) !== before) return 'growth';
    if (!vector.has(origin)) unknown -= before;
    vector.set(origin, sequence);
  }
  if (unknown < 0 || (batch.first === 1 && batch.followed !== 0)) return 'followed';
  const rank = unknown + [...vector.values()].reduce((sum, sequence) => sum + sequence, 0) + batch.first + batch.kinds.length - 1;
  if (!Number.isSafeInteger(rank)) return 'rank';
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
  /** Before the first write another origin's entry becomes this and this. */
  const depending = (dependencySequence: number[], dependencyGrowth = dependencySequence): Partial<WriteBatch> => {
    const zeros = dependencySequence.map(() => 0);
    return {
      origins: [originId(branchId(9), 9)],
      dependencyAt: zeros,
      dependencyOrigin: zeros,
      dependencySequence,
      dependencyGrowth,
      followed: 5,
    };
  };
  test('tells the rank of each write, which grows with what it follows', () => {
    const log = new LogWriter(originId(branchId(1), 1));
    log.hasFollowed(new Map([[originId(branchId(2), 2), 10]]));
    log.resumeAfter(6);
    for (const [branch, sequence] of [
      [2, 14],
      [3, 5],
      [2, 15],
    ] as const) {
      log.deposit(foundedAccount(1), 1, {
        session: { customer: 'ann' as CustomerId, session: 1, settledBelow: 0 },
        counter: sequence,
      });
      log.dependsOn(originId(branchId(branch), branch), sequence);
    }
    log.grant(foundedAccount(1), branchId(2), 1);
    const batch = { ...(log.take('') as WriteBatch), previousDigest: good.previousDigest };
    expect([...writesOf(decodeWriteBatch(encodeWriteBatch(batch)))].map(({ rank }) => rank)).toEqual([17, 22, 28, 30]);
    const first = { ...batch, first: 1, previousDigest: '' };
    expect(() => decodeWriteBatch(encodeWriteBatch(first))).toThrow('nothing was followed before the first write');
  });

  const bad: [string, Partial<WriteBatch>][] = [
    ['no first sequence', { first: 0 }],
    ['no writes', { kinds: [], accountIndices: [], amounts: [], sessionIndices: [], counters: [] }],
    ['a column that is too short', { amounts: good.amounts.slice(1) }],
    ['an unknown kind', { kinds: good.kinds.map(() => 11 as WriteKind) }],
    ['an amount of 0', { amounts: good.amounts.map(() => 0) }],
    ['an account that is not in the table', { accountIndices: good.accountIndices.map(() => 99) }],
    ['a session that is not in the table', { sessionIndices: good.sessionIndices.map(() => 99) }],
    ['too few counterparts', { counterparts: [] }],
    ['too many counterparts', { counterparts: [...good.counterparts, 1] }],
    ['too many labels', { labels: [...good.labels, 'extra'] }],
    ['a dependency of no write', { dependencyAt: [good.kinds.length], dependencyOrigin: [0], dependencySequence: [1] }],
    ['dependencies out of order', { dependencyAt: [1, 0], dependencyOrigin: [0, 0], dependencySequence: [1, 1] }],
    ['a dependency without an origin', { dependencyAt: [0], dependencyOrigin: [99], dependencySequence: [1] }],
    ['a dependency without its growth', { ...depending([7]), dependencyGrowth: [] }],
    ['a dependency that does not grow', depending([7], [0])],
    ['a dependency that grows from below 0', depending([7], [8])],
    ['dependencies that grow from elsewhere than they were', depending([7, 9], [2, 3])],
    ['a dependency that grows from more than was followed', { ...depending([7], [2]), followed: 4 }],
    ['ranks beyond 2^53', { ...depending([7], [2]), followed: Number.MAX_SAFE_INTEGER }],
    ['no name for the batch before it', { previousDigest: '' }],
    ['sequences beyond 2^53', { first: Number.MAX_SAFE_INTEGER }],
  ];
  test.each(bad)('with %s is refused', (_, change) => {
    expect(() => decodeWriteBatch(encodeWriteBatch({ ...good, ...change }))).toThrow(WireError);
  });
});
