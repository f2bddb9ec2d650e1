import { describe, expect, test } from 'vitest';
import { branchId, foundedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import { Rng } from '../std/rng.js';
import { Auditor } from './auditor.js';
import { Transcript } from './transcript.js';
import { drawPlan, Workload } from './workload.js';
import { World } from './world.js';

const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];

function transcriptOf(seed: number): string[] {
  const rng = new Rng(seed);
  const plan = drawPlan(rng);
  const world = new World({ ...plan, seed, observe: true });
  const transcript = new Transcript(world);
  new Workload(world, plan, rng.fork(), () => 1000n).start();
  world.run(plan.faultsUntilMs);
  world.heal();
  world.run();
  return transcript.take();
}

describe('a world', () => {
  test('goes the same way for the same seed, and another for another', { timeout: 60_000 }, () => {
    for (const seed of [3, 4, 5]) expect(transcriptOf(seed)).toEqual(transcriptOf(seed));
    expect(transcriptOf(3)).not.toEqual(transcriptOf(4));
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
    world.run();
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
      world.run();
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
    // The first copy is gone, so there is a second one.
    expect(heard.filter((each) => each === '1-2 writes')).toHaveLength(2);
    expect(world.branch(TWO).accounts()).toHaveLength(2);
  });
});
