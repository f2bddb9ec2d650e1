import { describe, expect, test } from 'vitest';
import { type GuaranteeName, guaranteeSet, NO_GUARANTEES } from './guarantees.js';
import { branchId, originId } from './ids.js';
import type { OperationKind } from './operations.js';
import { demands, NEW_SESSION, SessionMemory } from './session.js';

const ORIGIN = originId(branchId(1), 1);
const OTHER = originId(branchId(2), 2);
const session = new SessionMemory();
session.wrote({ origin: ORIGIN, sequence: 3 });
session.saw(new Map([[OTHER, 5]]));

describe('what a branch must have before it serves', () => {
  const W = 'written';
  const R = 'read';
  // Terry et al. 1994, table 2. A withdrawal looks at the balance, so it is a read and a write.
  const rows: [GuaranteeName, Record<OperationKind, string[]>][] = [
    ['read-your-writes', { query: [W], withdraw: [W], transfer: [W], deposit: [], open: [] }],
    ['monotonic-reads', { query: [R], withdraw: [R], transfer: [R], deposit: [], open: [] }],
    ['monotonic-writes', { query: [], withdraw: [W], transfer: [W], deposit: [W], open: [W] }],
    ['writes-follow-reads', { query: [], withdraw: [R], transfer: [R], deposit: [R], open: [R] }],
  ];
  const cells = rows.flatMap(([name, row]) =>
    Object.entries(row).map(([kind, needs]) => [name, kind as OperationKind, needs] as const),
  );

  test.each(cells)('%s for a %s: %j', (name, kind, needs) => {
    const vectors = demands(kind, guaranteeSet([name]), session);
    expect(vectors).toEqual(needs.map((which) => (which === W ? session.written : session.read)));
  });

  test.each(['query', 'deposit', 'withdraw', 'transfer', 'open'] as const)(
    'nothing for a %s without guarantees, or in a new session',
    (kind) => {
      expect(demands(kind, NO_GUARANTEES, session)).toEqual([]);
      expect(demands(kind, guaranteeSet(['read-your-writes', 'monotonic-reads']), NEW_SESSION)).toEqual([]);
    },
  );
});

test('a session remembers what it made and what it saw apart, and forgets nothing', () => {
  const memory = new SessionMemory(session);
  memory.wrote({ origin: ORIGIN, sequence: 2 });
  memory.saw(new Map([[ORIGIN, 4]]));
  expect(memory.written).toEqual(new Map([[ORIGIN, 3]]));
  expect(memory.read).toEqual(new Map([[OTHER, 5], [ORIGIN, 4]])); // biome-ignore format: one line reads better
  // The passbook that it began with is the customer's still.
  expect(session.read).toEqual(new Map([[OTHER, 5]]));
});
