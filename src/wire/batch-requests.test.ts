import { describe, expect, test } from 'vitest';
import type { GuaranteeSet } from '../domain/guarantees.js';
import { type AccountId, branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import { type AmountMinor, MAX_AMOUNT_MINOR } from '../domain/money.js';
import { ACK_LEVELS } from '../domain/operations.js';
import type { WriteSession } from '../domain/writes.js';
import { Rng } from '../std/rng.js';
import { BatchRequestReader, BatchRequestWriter, checkCustomer, type StreamedOperation, unpackAcks } from './batch-requests.js';
import { type BatchRequest, type BatchRequestShape, pb, WireError } from './messages.js';

const SESSIONS: WriteSession[] = ['ann', 'bob', 'ann'].map((customer, i) => ({
  customer: customer as CustomerId,
  session: i * 1e15,
}));

/** Values of a small range, so that columns are often all alike; now and then of the whole range. */
function anyOperation(rng: Rng): StreamedOperation {
  const account = foundedAccount(rng.integer(1, 3));
  const amount = rng.pick([1, 2, MAX_AMOUNT_MINOR]) as AmountMinor;
  const vector = () => new Map([[originId(branchId(rng.integer(1, 2)), 7), rng.integer(1, 5)]]);
  const session = rng.pick(SESSIONS);
  return {
    operation: rng.pick([
      { kind: 'query', account },
      { kind: 'query', account, wanted: amount },
      { kind: 'deposit', account, amount },
      { kind: 'withdraw', account, amount },
      { kind: 'transfer', account, amount, to: foundedAccount(rng.integer(1, 3)) },
      { kind: 'open', label: rng.pick(['', 'savings']) },
    ]),
    session,
    counter: rng.pick([0, 0, 1, Number.MAX_SAFE_INTEGER]),
    home: rng.pick([undefined, undefined, branchId(1), branchId(2 ** 20)]),
    settledBelow: rng.integer(0, 1),
    timeoutMs: rng.pick([1, 10_000]),
    guarantees: rng.pick([0, 15, rng.integer(0, 15)]) as GuaranteeSet,
    acks: rng.pick(ACK_LEVELS),
    passbook: rng.chance(0.7) ? undefined : { bankId: 'bank', customer: session.customer, written: vector(), read: vector() },
  };
}

function overTheWire(shape: BatchRequestShape): BatchRequest {
  return pb.BatchRequest.decode(pb.BatchRequest.encode(shape).finish());
}

function newReader() {
  return new BatchRequestReader((customer, session): WriteSession => ({ customer, session }));
}

describe('a stream of batches', () => {
  test('delivers every operation of every batch as it was put in', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const rng = new Rng(seed);
      const [writer, reader] = [new BatchRequestWriter(), newReader()];
      let number = 0;
      for (let batch = rng.integer(1, 4); batch > 0; batch--) {
        const same = rng.chance(0.3) ? anyOperation(rng) : undefined;
        const rows = Array.from({ length: rng.integer(1, 6) }, () => same ?? anyOperation(rng));
        for (const row of rows) expect(writer.add(row)).toBe(number++);
        expect(writer.size).toBe(rows.length);
        expect(reader.read(overTheWire(writer.take())), `seed ${seed}`).toEqual(rows);
        expect(writer.size).toBe(0);
      }
    }
  });

  test('introduces a session and an account once', () => {
    const writer = new BatchRequestWriter();
    const row = anyOperation(new Rng(1));
    writer.add(row);
    expect(writer.take()).toMatchObject({ sessions: [{}] });
    writer.add(row);
    expect(writer.take()).toMatchObject({ sessions: [], accounts: [] });
  });

  test('without operations is none', () => {
    expect(newReader().read(overTheWire({}))).toEqual([]);
  });

  test('an opening names no account', () => {
    const writer = new BatchRequestWriter();
    writer.add({ ...anyOperation(new Rng(1)), operation: { kind: 'open', label: 'savings' } });
    expect(writer.take()).toMatchObject({ accounts: [], labels: ['savings'] });
  });

  const whole = {
    sessions: [{ customer: 'ann', session: 1 }],
    accounts: ['1', '2'],
    kinds: [2, 2],
    sessionNumbers: [0, 0],
    accountNumbers: [0, 1],
    amountsMinor: [5, 6],
    counters: [1, 2],
    settledBelow: [0],
    timeoutsMs: [100],
    guaranteeBits: [15],
    ackLevels: [1],
  };
  const bad: [string, BatchRequestShape][] = [
    ['a session that was not introduced', { ...whole, sessionNumbers: [0, 1] }],
    ['an account that was not introduced', { ...whole, accountNumbers: [0, 2] }],
    ['an unknown kind', { ...whole, kinds: [2, 6] }],
    ['an opening without a label', { ...whole, kinds: [5, 5], labels: ['savings'] }],
    ['a home that is no branch', { ...whole, homes: [0, 2 ** 20 + 1] }],
    ['no kind', { ...whole, kinds: [] }],
    ['an amount of 0', { ...whole, amountsMinor: [5, 0] }],
    ['an amount beyond 2^53', { ...whole, amountsMinor: [5, 2 ** 53] }],
    ['a transfer to nowhere', { ...whole, kinds: [4, 4], toAccountNumbers: [1] }],
    ['an unknown level', { ...whole, ackLevels: [9] }],
    ['a counter beyond 2^53', { ...whole, counters: [1, 2 ** 53] }],
    ['columns of different lengths', { ...whole, counters: [1, 2, 3], kinds: [2, 2] }],
    ['no customer', { ...whole, sessions: [{ session: 1 }] }],
    [
      'a passbook with a torn vector',
      { ...whole, passbooks: [{ at: 0, passbook: { branches: [1], nonces: [], written: [1], read: [1] } }] },
    ],
  ];
  test.each(bad)('with %s is refused as a whole', (_, shape) => {
    expect(() => newReader().read(overTheWire(shape))).toThrow(WireError);
  });

  test('of arbitrary bytes is refused, or delivers only what could have been sent', { timeout: 60_000 }, () => {
    const rng = new Rng(3);
    const writer = new BatchRequestWriter();
    for (let i = 0; i < 5; i++) writer.add(anyOperation(rng));
    const valid = pb.BatchRequest.encode(writer.take()).finish();
    for (let i = 0; i < 3000; i++) {
      const bytes = Uint8Array.from(valid);
      for (let changes = rng.integer(1, 4); changes > 0; changes--) bytes[rng.integer(0, bytes.length - 1)] = rng.integer(0, 255);
      try {
        for (const { operation, session, counter, passbook } of newReader().read(pb.BatchRequest.decode(bytes))) {
          expect(['query', 'deposit', 'withdraw', 'transfer', 'open']).toContain(operation.kind);
          if (operation.kind === 'open') expect(typeof operation.label).toBe('string');
          else expect(typeof (operation.account satisfies AccountId)).toBe('string');
          if ('amount' in operation) expect(Number.isSafeInteger(operation.amount) && operation.amount > 0).toBe(true);
          if ('to' in operation) expect(typeof operation.to).toBe('string');
          expect([session.customer.length > 0, Number.isSafeInteger(counter)]).toEqual([true, true]);
          for (const sequence of passbook?.written.values() ?? [])
            expect(Number.isSafeInteger(sequence) && sequence > 0).toBe(true);
        }
      } catch (error) {
        // Of us, or of the protobuf runtime: a range, a wire type, a text that is no UTF-8.
        if (error instanceof TypeError) expect(error).toMatchObject({ code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
        else expect([WireError, RangeError, Error]).toContain((error as Error).constructor);
      }
    }
  });
});

test('a customer is named by 1 to 128 characters', () => {
  expect(checkCustomer('a'.repeat(128))).toHaveLength(128);
  for (const bad of ['', undefined, null, 'a'.repeat(129)]) expect(() => checkCustomer(bad)).toThrow(WireError);
});

test('an acknowledgement level that is not named is local', () => {
  expect([undefined, null, 0, 1, 2, 3].map(unpackAcks)).toEqual(['local', 'local', 'local', 'local', 'majority', 'all']);
  expect(() => unpackAcks(4)).toThrow(WireError);
});
