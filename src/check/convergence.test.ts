import { describe, expect, test } from 'vitest';
import { type AccountId, branchId, type CustomerId, foundedAccount } from '../domain/ids.js';
import { type AppliedWrite, WriteKind } from '../domain/writes.js';
import { type BranchFound, judgeConvergence } from './convergence.js';
import { history, originOf } from './fixtures.js';

/** Write `sequence` of a branch, by a request of customer 1 unless said otherwise; counter 0: an internal write. */
function write(branch: number, sequence: number, counter: number, customer = 1): Omit<AppliedWrite, 'position'> {
  return {
    id: { origin: originOf(branch), sequence },
    kind: counter === 0 ? WriteKind.grant : WriteKind.deposit,
    account: foundedAccount(1),
    amountMinor: 1000,
    ...(counter === 0 ? {} : { request: { customer: String(customer) as CustomerId, session: customer, counter } }),
  };
}

function found(branch: number, balanceMinor: bigint, ...writes: Omit<AppliedWrite, 'position'>[]): BranchFound {
  return { branch: branchId(branch), balanceMinor, writes: writes.map((each, i) => ({ ...each, position: i + 1 })) };
}

const silent: BranchFound = { branch: branchId(9), silent: 'it is gone' };
/** Two deposits of customer 1 at branches 1 and 2, the second after the first. */
const [first, second] = [write(1, 1, 1), write(2, 1, 2)];
const told = history(
  { kind: 'deposit', branch: 1, write: 1, sees: {} },
  { kind: 'deposit', branch: 2, write: 1, sees: { 1: 1 } },
);

describe('branches that came to agree', () => {
  test('have every write, in every order that was asked for, and equal balances', () => {
    const convergence = judgeConvergence([found(1, 2000n, first, second), found(2, 2000n, first, second)], told);
    expect(convergence).toEqual({
      everyWrite: { verdict: 'holds', checks: 4 },
      sessionOrder: { verdict: 'holds', checks: 2 },
      causalOrder: { verdict: 'holds', checks: 4 },
      equalBalances: { verdict: 'holds', checks: 1 },
    });
  });

  test('may have applied what nobody ordered in different orders', () => {
    const [mine, yours] = [write(1, 1, 1, 1), write(2, 1, 1, 2)];
    const apart = history(
      { kind: 'deposit', branch: 1, write: 1, sees: {} },
      { customer: 2, kind: 'deposit', branch: 2, write: 1, sees: {} },
    );
    const convergence = judgeConvergence([found(1, 2000n, mine, yours), found(2, 2000n, yours, mine)], apart);
    for (const finding of Object.values(convergence)) expect(finding.verdict).toBe('holds');
  });

  test('hand requests over and refuse them for good whenever they can: that is in no order of a session', () => {
    const { request } = first;
    const named = {
      request: { ...(request as NonNullable<typeof request>), counter: 9 },
      account: '' as AccountId,
      amountMinor: 0,
    };
    const cession = { ...write(2, 2, 0), ...named, kind: WriteKind.cede };
    const refusal = { ...write(2, 3, 0), ...named, kind: WriteKind.void };
    const third = write(2, 4, 3);
    const writes = [first, second, cession, refusal, third];
    const convergence = judgeConvergence([found(1, 3000n, ...writes), found(2, 3000n, ...writes)], told);
    expect(convergence.sessionOrder).toEqual({ verdict: 'holds', checks: 4 });
    const { everyWrite } = judgeConvergence([found(1, 3000n, ...writes), found(2, 3000n, first, second)], told);
    expect(everyWrite).toMatchObject({ verdict: 'violated', problem: { kind: 'missing', at: 2, id: cession.id } });
  });

  test('with nothing written, and of no branches, everything holds', () => {
    for (const branches of [[found(1, 0n), found(2, 0n)], []]) {
      for (const { verdict } of Object.values(judgeConvergence(branches, []))) expect(verdict).toBe('holds');
    }
  });
});

test('what a branch has applied and does not list any more is neither missing nor late', () => {
  const convergence = judgeConvergence(
    [found(1, 2000n, first, second), { ...found(2, 2000n, second), notListed: new Map([[originOf(1), 1]]) }],
    told,
  );
  for (const { verdict } of Object.values(convergence)) expect(verdict).toBe('holds');
  const { everyWrite } = judgeConvergence(
    [found(1, 2000n, first, second), { ...found(2, 2000n), notListed: new Map([[originOf(1), 1]]) }],
    told,
  );
  expect(everyWrite).toMatchObject({ verdict: 'violated', problem: { kind: 'missing', at: 2, id: second.id } });
});

describe('what is wrong is named', () => {
  test('a write that another branch lists', () => {
    const { everyWrite } = judgeConvergence([found(1, 2000n, first, second), found(2, 1000n, first)], told);
    const problem = { kind: 'missing', at: 2, id: second.id, write: { request: { counter: 2 } } };
    expect(everyWrite).toMatchObject({ verdict: 'violated', problem });
  });

  test('a write that was acknowledged and that nobody has any more', () => {
    const { everyWrite } = judgeConvergence([found(2, 0n)], told);
    expect(everyWrite).toMatchObject({ verdict: 'violated', problem: { kind: 'missing', at: 2, id: first.id } });
    expect(everyWrite.problem).not.toHaveProperty('write');
  });

  test('the writes of a session in another order', () => {
    const { sessionOrder } = judgeConvergence([found(1, 2000n, first, second), found(2, 2000n, second, first)], told);
    expect(sessionOrder).toMatchObject({
      verdict: 'violated',
      problem: { at: 2, write: { id: second.id }, late: { id: first.id } },
    });
  });

  test('not those of two sessions of one customer', () => {
    const earlier = { ...first, request: { customer: '1' as CustomerId, session: 77, counter: 5 } };
    const { sessionOrder } = judgeConvergence([found(1, 2000n, earlier, second)], told);
    expect(sessionOrder).toEqual({ verdict: 'holds', checks: 0 });
  });

  test('a write before what its branch had applied when it accepted it', () => {
    const other = write(2, 1, 1, 2);
    const seen = history(
      { kind: 'deposit', branch: 1, write: 1, sees: {} },
      { customer: 2, kind: 'deposit', branch: 2, write: 1, sees: { 1: 1 } },
    );
    const { causalOrder, sessionOrder } = judgeConvergence([found(3, 2000n, other, first)], seen);
    expect(causalOrder).toMatchObject({ verdict: 'violated', problem: { at: 3, write: { id: other.id }, late: first.id } });
    expect(sessionOrder.verdict).toBe('holds');
  });

  test('a gap in the log of a branch, also where the history does not know the writes', () => {
    const { causalOrder } = judgeConvergence([found(1, 0n, write(2, 2, 0), write(2, 1, 0))], []);
    const late = { origin: originOf(2), sequence: 1 };
    expect(causalOrder).toMatchObject({ verdict: 'violated', problem: { at: 1, late } });
  });

  test('balances that differ', () => {
    const { equalBalances } = judgeConvergence([found(1, 5n), found(2, 5n), found(3, 6n)], []);
    expect(equalBalances.problem).toEqual({ kind: 'balances', at: 3, balanceMinor: 6n, other: 1, otherMinor: 5n });
  });
});

describe('a silent branch', () => {
  test('leaves open what else would hold', () => {
    const convergence = judgeConvergence([found(1, 2000n, first, second), silent], told);
    const problem = { kind: 'silent', at: 9, why: 'it is gone' };
    for (const finding of Object.values(convergence)) expect(finding).toMatchObject({ verdict: 'unknown', problem });
  });

  test('does not excuse what is wrong elsewhere', () => {
    const { everyWrite } = judgeConvergence([silent, found(1, 1000n, first)], told);
    expect(everyWrite).toMatchObject({ verdict: 'violated', problem: { kind: 'missing', at: 1 } });
  });
});
