import { expect, it } from 'vitest';
import { type AccountId, branchId, type CustomerId, originId } from './ids.js';
import { emptyBatch, WriteKind, writesOf } from './writes.js';

it('a write taken out of its batch names its request, and carries nothing else of what a branch keeps of the session', () => {
  const batch = emptyBatch(originId(branchId(1), 7), 1);
  const kept = { customer: 'ann' as CustomerId, session: 5, settledBelow: 2, reply: () => {} };
  batch.sessions.push(kept);
  batch.accounts.push('1' as AccountId);
  batch.kinds.push(WriteKind.deposit);
  batch.accountIndices.push(0);
  batch.amounts.push(100);
  batch.sessionIndices.push(1);
  batch.counters.push(3);
  // As when a branch process tells of it, where a function could not pass.
  const [write] = structuredClone([...writesOf(batch)]);
  expect(write?.request).toEqual({ customer: 'ann', session: 5, counter: 3 });
});
