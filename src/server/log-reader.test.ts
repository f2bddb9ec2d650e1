import { describe, expect, it } from 'vitest';
import { LogWriter } from '../core/log-writer.js';
import { branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import { type WriteBatch, WriteKind } from '../domain/writes.js';
import { entriesOf, logged } from './log-reader.js';

const [ONE, TWO] = [originId(branchId(1), 7), originId(branchId(2), 7)];
const [FIRST, SECOND] = [foundedAccount(1), foundedAccount(2)];

function request(counter: number) {
  return { session: { customer: 'ann' as CustomerId, session: 5, settledBelow: 0 }, counter };
}

function batchOf(origin: typeof ONE, write: (log: LogWriter) => void): WriteBatch {
  const log = new LogWriter(origin);
  write(log);
  return log.take('') as WriteBatch;
}

describe('a statement', () => {
  it('has what changed the account, and nothing that branches wrote among themselves', () => {
    const batch = batchOf(ONE, (log) => {
      log.deposit(FIRST, 10, request(1));
      log.grant(FIRST, branchId(2), 5);
      log.cede(request(2), branchId(2));
      log.void(request(3), 'INSUFFICIENT_FUNDS');
      log.transfer(FIRST, SECOND, 3, request(4));
    });
    const all = () => logged([batch], new Map([[ONE, 5]]));
    const kinds = (account: typeof FIRST) => entriesOf(account, all()).map(({ kind }) => kind);
    expect(kinds(FIRST)).toEqual([WriteKind.deposit, WriteKind.transfer]);
    expect(kinds(SECOND)).toEqual([WriteKind.transfer]);
    expect(kinds('' as typeof FIRST)).toEqual([]);
  });

  it('has the same order whichever log came first, also across a cession', () => {
    const home = batchOf(ONE, (log) => {
      log.deposit(FIRST, 10, request(1));
      log.cede(request(2), branchId(2));
    });
    const other = batchOf(TWO, (log) => {
      log.dependsOn(ONE, 2);
      log.deposit(FIRST, 20, request(2));
    });
    const vector = new Map([
      [ONE, 2],
      [TWO, 1],
    ]);
    const amounts = (batches: WriteBatch[]) => entriesOf(FIRST, logged(batches, vector)).map(({ amountMinor }) => amountMinor);
    expect(amounts([home, other])).toEqual([10, 20]);
    expect(amounts([other, home])).toEqual([10, 20]);
  });
});
