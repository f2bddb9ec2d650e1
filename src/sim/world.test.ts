import { describe, expect, test } from 'vitest';
import { branchId, foundedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import { Auditor } from './auditor.js';
import { drawPlan } from './draw-plan.js';
import { runPlan } from './run-plan.js';
import { World } from './world.js';

const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];

function traceOf(seed: number): { hash: string; lines: string[] } {
  const lines: string[] = [];
  const { traceHash } = runPlan(drawPlan(seed), { onLine: (line) => lines.push(line) });
  return { hash: traceHash, lines };
}

describe('a world', () => {
  test('goes the same way for the same seed, and another for another', () => {
    for (const seed of [3, 4, 5, 18, 30]) expect(traceOf(seed)).toEqual(traceOf(seed));
    expect(new Set([3, 4, 5, 6, 7].map((seed) => traceOf(seed).hash)).size).toBe(5);
  });

  test('goes the same way whether somebody looks on or not', () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(runPlan(drawPlan(seed), { onEntry: () => {} }).traceHash).toBe(traceOf(seed).hash);
  });

  test('in which nothing was asked stands still', () => {
    const world = new World({ seed: 1, branches: 5, foundedMinor: [100n] });
    world.run();
    expect(world.timeline.nowMs).toBe(0);
  });

  test('in which everything has arrived stands still, also after breaks and while something is cut off', () => {
    const world = new World({ seed: 1, branches: 3, foundedMinor: [100n], patienceMs: 50 });
    const auditor = new Auditor(world, [100n], 10);
    world.operate(ONE, { operation: { kind: 'deposit', account: foundedAccount(1), amount: 5 as AmountMinor }, customer: 'ann' });
    world.run(5);
    world.network.breakLink(ONE, TWO);
    world.run();
    auditor.checkConverged();
    world.partition([ONE], [TWO, THREE]);
    world.operate(ONE, { operation: { kind: 'deposit', account: foundedAccount(1), amount: 5 as AmountMinor }, customer: 'ann' });
    // Who is cut off is reminded for ever.
    world.run(world.timeline.nowMs + 1000);
    expect(world.branch(TWO).applied.get(world.branch(ONE).config.origin)).toBe(1);
    world.heal();
    world.run();
    auditor.checkConverged();
  });
});

describe('a network', () => {
  test('holds what is sent over a blocked line and delivers it in order afterwards', () => {
    const world = new World({ seed: 1, branches: 2, foundedMinor: [0n], delayMs: [1, 30] });
    const auditor = new Auditor(world, [0n], 10);
    const deposit = {
      operation: { kind: 'deposit', account: foundedAccount(1), amount: 1 as AmountMinor },
      customer: 'ann',
    } as const;
    world.operate(ONE, deposit);
    world.run();
    world.network.block(ONE, TWO);
    for (let i = 0; i < 5; i++) {
      world.operate(ONE, deposit);
      world.run(world.timeline.nowMs + 100);
    }
    expect(world.branch(TWO).applied.get(world.branch(ONE).config.origin)).toBe(1);
    world.network.unblock(ONE, TWO);
    world.run();
    auditor.checkConverged();
  });

  test('loses what is under way on a link that breaks, and only that', () => {
    const world = new World({ seed: 1, branches: 2, foundedMinor: [0n], delayMs: [50, 50] });
    const heard: string[] = [];
    world.watch({ sent: (from, to, what) => heard.push(`${from}-${to} ${'batches' in what ? 'writes' : what.message.kind}`) });
    world.operate(ONE, { operation: { kind: 'open', label: '' }, customer: 'ann' });
    world.run(60);
    expect(heard).toContain('1-2 writes');
    world.network.breakLink(ONE, TWO);
    world.run();
    // The first copy is gone, so there is a second one, and perhaps a reminder before it is confirmed.
    expect(heard.filter((each) => each === '1-2 writes').length).toBeGreaterThan(1);
    expect(world.branch(TWO).accounts()).toHaveLength(2);
  });
});

describe('a process', () => {
  const deposit = {
    operation: { kind: 'deposit', account: foundedAccount(1), amount: 5 as AmountMinor },
    customer: 'ann',
  } as const;

  test('that ends answers nobody, forgets what was not durable, and goes on with the rest', () => {
    const world = new World({ seed: 1, branches: 2, foundedMinor: [100n], durableMs: [10, 10] });
    const auditor = new Auditor(world, [100n], 100);
    const first = world.operate(ONE, deposit);
    world.run(20);
    const second = world.operate(ONE, deposit);
    // Before the turn ends: it is in no log.
    world.crash(ONE);
    world.run(100);
    expect([first, second].map(({ outcome }) => outcome?.kind)).toEqual(['written', undefined]);
    expect(world.isUp(ONE)).toBe(false);
    world.restart(ONE);
    world.run();
    expect(world.branch(ONE).applied.get(world.branch(ONE).config.origin)).toBe(1);
    auditor.checkConverged();
  });

  test('that stands still takes in everything when it goes on, in the order in which it came', () => {
    const world = new World({ seed: 1, branches: 1, foundedMinor: [100n], durableMs: [0, 0] });
    const answers: string[] = [];
    world.pause(ONE);
    for (const counter of [1, 2, 3])
      world.arrive(ONE, { ...deposit, counter }, () => answers.push(`${counter} at ${world.timeline.nowMs}`));
    world.run(50);
    expect(answers).toEqual([]);
    world.resume(ONE);
    world.run();
    expect(answers).toEqual(['1 at 50', '2 at 50', '3 at 50']);
  });
});
