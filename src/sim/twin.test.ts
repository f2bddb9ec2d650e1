import { expect, test } from 'vitest';
import { LogWriter } from '../core/log-writer.js';
import { branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import { Twin } from './twin.js';

const [ONE, TWO] = [branchId(1), branchId(2)];
const ORIGIN = originId(ONE, 7);
const ACCOUNT = foundedAccount(1);
const request = (counter: number) => ({ session: { customer: 'ann' as CustomerId, session: 5, settledBelow: 0 }, counter });

test('what branches write about a request is not its write, moves no money and touches no account', () => {
  const log = new LogWriter(ORIGIN);
  log.deposit(ACCOUNT, 10, request(1));
  log.cede(request(2), TWO);
  log.void(request(3), 'INSUFFICIENT_FUNDS');
  log.grant(ACCOUNT, TWO, 4);
  const twin = new Twin([ONE, TWO], [100n]);
  const [deposit, cession, refusal, grant] = twin.record(log.take('') as WriteBatch);
  expect(deposit).toMatchObject({ request: 'ann/5/1', about: undefined });
  expect(cession).toMatchObject({ account: '', amount: 0n, request: undefined, about: { request: 'ann/5/2', cededTo: TWO } });
  expect(refusal).toMatchObject({ account: '', amount: 0n, request: undefined, about: { request: 'ann/5/3' } });
  expect(refusal?.about?.cededTo).toBeUndefined();
  expect(grant).toMatchObject({ receiver: TWO, about: undefined });
  const names = twin.names(new Map([[ORIGIN, 4]]));
  expect([...twin.money(names)]).toEqual([
    [
      ACCOUNT,
      {
        balance: 110n,
        allowances: new Map([
          [ONE, 56n],
          [TWO, 54n],
        ]),
      },
    ],
  ]);
  expect(twin.total(names)).toBe(110n);
});
