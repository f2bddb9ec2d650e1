import { describe, expect, test } from 'vitest';
import { branchId, foundedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import { Auditor } from '../sim/auditor.js';
import type { RangeMs } from '../sim/plan.js';
import { type Ask, type Asked, World } from '../sim/world.js';
import { Rng } from '../std/rng.js';

const ACCOUNT = foundedAccount(1);
const DEADLINE_MS = 20_000;

function withdraw(amount: number): Operation {
  return { kind: 'withdraw', account: ACCOUNT, amount: amount as AmountMinor };
}

/** A bank with one account, in which nothing is slow and nothing breaks. */
function bank(branches: number, balance: bigint, seed = 1, delayMs: RangeMs = [5, 10]) {
  const even = delayMs[0] === delayMs[1] ? ({ linkMs: [1, 1], durableMs: [1, 1] } as const) : {};
  const world = new World({ seed, branches, foundedMinor: [balance], delayMs, patienceMs: 60, ...even });
  const auditor = new Auditor(world, [balance], 10);
  const ask = (branch: number, ask: Omit<Ask, 'timeoutMs'>) =>
    world.operate(branchId(branch), { ...ask, timeoutMs: DEADLINE_MS });
  return { world, auditor, ask };
}

function answersOf(asked: readonly Asked[]): string[] {
  return asked.map(({ outcome }) => (outcome?.kind === 'refused' ? outcome.reason : (outcome?.kind ?? 'none')));
}

describe('withdrawals that want the same money', () => {
  test('all of it is paid out, the smallest first, and who gets none is told that there is none', () => {
    const { world, auditor, ask } = bank(3, 900n);
    // Each branch may pay out 300, so each withdrawal needs money from the others.
    const asked = [500, 400, 350].map((amount, i) => ask(i + 1, { operation: withdraw(amount), customer: `customer-${i}` }));
    world.run();
    expect(answersOf(asked)).toEqual(['INSUFFICIENT_FUNDS', 'written', 'written']);
    auditor.checkConverged();
  });

  test('equal amounts do not hand the money to and fro', () => {
    const { world, auditor, ask } = bank(2, 80n);
    const asked = [1, 2].map((branch) => ask(branch, { operation: withdraw(50), customer: `customer-${branch}` }));
    world.run();
    expect(answersOf(asked).sort()).toEqual(['INSUFFICIENT_FUNDS', 'written']);
    auditor.checkConverged();
  });

  test('nor do two requests of one customer that carry no request id', () => {
    // Both branches ask and give at the same moments, so only the order between the two can break the tie.
    const { world, auditor, ask } = bank(2, 80n, 1, [10, 10]);
    ask(1, { operation: { kind: 'open', label: 'joins the two' }, customer: 'ann' });
    world.run();
    const asked = [1, 2].map((branch) => ask(branch, { operation: withdraw(50), customer: 'ann', counter: 0 }));
    world.run();
    expect(answersOf(asked).sort()).toEqual(['INSUFFICIENT_FUNDS', 'written']);
    auditor.checkConverged();
  });

  test('a withdrawal that nobody can serve does not keep the money from those who can be served', () => {
    const { world, auditor, ask } = bank(3, 90n);
    const tooMuch = ask(1, { operation: withdraw(91), customer: 'greedy' });
    const everything = ask(2, { operation: withdraw(90), customer: 'lucky' });
    world.run();
    expect(answersOf([tooMuch, everything])).toEqual(['INSUFFICIENT_FUNDS', 'written']);
    auditor.checkConverged();
  });

  test('a deposit anywhere serves a withdrawal that waits elsewhere', () => {
    const { world, auditor, ask } = bank(3, 90n);
    world.partition([branchId(1), branchId(2)], [branchId(3)]);
    const asked = ask(1, { operation: withdraw(100), customer: 'patient' });
    world.run(1000);
    // Branch 3 is silent, so nobody knows that there is too little: the withdrawal waits, and 40 more come in.
    ask(2, { operation: { kind: 'deposit', account: ACCOUNT, amount: 40 as AmountMinor }, customer: 'friend' });
    world.run(2000);
    expect(answersOf([asked])).toEqual(['written']);
    world.heal();
    world.run();
    auditor.checkConverged();
  });

  test('a withdrawal that waits for a branch out of reach is answered soon after that is back', () => {
    for (const breaks of [false, true]) {
      const { world, auditor, ask } = bank(3, 90n);
      ask(3, { operation: { kind: 'open', label: 'joins all' }, customer: 'ann' });
      world.run();
      const from = world.timeline.nowMs;
      world.partition([branchId(1), branchId(2)], [branchId(3)]);
      if (breaks) for (const branch of [1, 2]) world.network.breakLink(branchId(branch), branchId(3));
      const asked = [ask(1, { operation: withdraw(80), customer: 'bob' }), ask(2, { operation: withdraw(91), customer: 'eve' })];
      world.run(from + 10_000);
      expect(answersOf(asked)).toEqual(['none', 'none']);
      world.heal();
      world.run();
      expect(answersOf(asked)).toEqual(['written', 'INSUFFICIENT_FUNDS']);
      for (const { answeredAtMs } of asked) expect(answeredAtMs).toBeLessThan(from + 10_000 + 5 * 60);
      auditor.checkConverged();
    }
  });

  test('whatever is asked for, everyone is answered long before the deadline and no more is paid out than there is', {
    timeout: 60_000,
  }, () => {
    for (let seed = 1; seed <= 100; seed++) {
      const rng = new Rng(seed);
      const branches = rng.integer(2, 4);
      const balance = rng.integer(branches, 1000);
      const { world, auditor, ask } = bank(branches, BigInt(balance), seed);
      const asked: Asked[] = [];
      for (let n = 1; n <= rng.integer(2, 12); n++) {
        const amount = rng.pick([balance, Math.ceil(balance / 2), rng.integer(1, balance + 5)]);
        const at = rng.integer(0, 200);
        const branch = rng.integer(1, branches);
        world.timeline.at(at, () =>
          asked.push(ask(branch, { operation: withdraw(amount), customer: `customer-${n}`, counter: rng.integer(0, 1) })),
        );
      }
      world.run();
      auditor.checkConverged();
      for (const { outcome, answeredAtMs } of asked) {
        const answer = outcome?.kind === 'refused' ? outcome.reason : outcome?.kind;
        expect(['written', 'INSUFFICIENT_FUNDS'], `seed ${seed}`).toContain(answer);
        expect(answeredAtMs, `seed ${seed}`).toBeLessThan(3000);
      }
      // The smallest that was refused is more than what is left.
      const left = world.branch(branchId(1)).accounts()[0]?.balance ?? 0n;
      for (const { outcome, request } of asked) {
        if (outcome?.kind !== 'refused' || !('amount' in request.operation)) continue;
        expect(BigInt(request.operation.amount) > left, `seed ${seed}`).toBe(true);
      }
    }
  });
});
