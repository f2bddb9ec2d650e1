import { afterEach, expect, test } from 'vitest';
import { ACCOUNT, oneBranch } from './fixtures.js';
import type { QueryRequest } from './requests.js';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function start() {
  const { fake, bank, close } = await oneBranch();
  open.push({ close });
  const session = bank.session({ customer: 'ada' });
  return { fake, bank, query: (more: Partial<QueryRequest>) => session.query({ account: ACCOUNT, ...more }) };
}

test('a query tells the branch how much is wanted there, and one that wants nothing says nothing', async () => {
  const { fake, query } = await start();
  for (const more of [{ wantAvailable: '12.50' }, { wantAvailableMinor: 7n }, { wantAvailable: '0' }, {}])
    expect(await query(more)).toMatchObject({ ok: true });
  const wanted = fake.received.map(({ operation }) => ('wanted' in operation ? operation.wanted : undefined));
  expect(wanted).toEqual([1250, 7, undefined, undefined]);
});

test.each([
  [{ wantAvailable: 'much' }, 'wantAvailable: "much" is not a decimal number'],
  [{ wantAvailable: '1', wantAvailableMinor: 100 }, 'wantAvailable: say how much: either'],
  [{ wantAvailableMinor: -1 }, 'wantAvailable: -1 is not an amount'],
])('%o is refused and not sent', async (more, message) => {
  const { fake, query } = await start();
  expect(await query(more)).toMatchObject({
    ok: false,
    reason: 'INVALID_AMOUNT',
    message: expect.stringContaining(message),
    details: { field: 'want_available_minor' },
  });
  expect(fake.received).toEqual([]);
});

test('the name of an account that is longer than any is not sent', async () => {
  const { fake, query } = await start();
  expect(await query({ account: '1'.repeat(65) })).toMatchObject({ reason: 'INVALID_REQUEST', details: { field: 'account' } });
  expect(fake.received).toEqual([]);
});

test('many long operations are sent as messages that a branch takes', async () => {
  const { fake, bank } = await start();
  const label = '€'.repeat(256);
  const opened = Array.from({ length: 1000 }, (_, i) => bank.session({ customer: `${i}`.padStart(128, '€') }).open({ label }));
  for (const reply of await Promise.all(opened)) expect(reply).toMatchObject({ ok: true });
  // 1.2 MB in all, of which one message may have 1 MiB.
  expect(fake.messages).toBeGreaterThan(2);
});
