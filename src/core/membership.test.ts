import { describe, expect, test } from 'vitest';
import { type BranchId, branchId, type OriginId, originId } from '../domain/ids.js';
import { Membership } from './membership.js';

const [ONE, TWO, THREE, FOUR] = [1, 2, 3, 4].map(branchId) as [BranchId, BranchId, BranchId, BranchId];
const [own, old, next, later] = [originId(ONE, 1), originId(TWO, 1), originId(TWO, 2), originId(TWO, 3)] as const;
const by = (sequence: number) => ({ origin: own, sequence });
const founded = () => new Membership([ONE, TWO, THREE], own);

describe('who belongs to the bank', () => {
  test('founders, those that joined, and not those that left; a number is given once', () => {
    const membership = founded();
    membership.join({ branch: FOUR, address: 'here:4', by: by(1) });
    membership.seal(TWO, undefined, by(2), new Map());
    expect(membership.members).toEqual([ONE, THREE, FOUR]);
    expect([TWO, FOUR, branchId(5)].map((branch) => membership.knows(branch))).toEqual([true, true, false]);
  });

  test('who left has an heir, and so has the heir', () => {
    const membership = founded();
    membership.seal(TWO, undefined, { origin: originId(THREE, 1), sequence: 1 }, new Map());
    membership.seal(THREE, undefined, by(1), new Map());
    expect([TWO, THREE, ONE].map((branch) => membership.heirOf(branch))).toEqual([ONE, ONE, ONE]);
  });
});

describe('a data directory that is given up', () => {
  const replaced = () => {
    const membership = founded();
    for (const promised of [ONE, THREE]) membership.fence({ of: TWO, by: promised, successor: next });
    membership.seal(TWO, next, { origin: next, sequence: 1 }, new Map([[old, 5]]));
    return membership;
  };

  test('stands up to what the writer of the seal had of it; its branch goes on with another', () => {
    const membership = replaced();
    expect(membership.members).toEqual([ONE, TWO, THREE]);
    expect([old, next, own].map((origin) => membership.cutOf(origin))).toEqual([5, undefined, undefined]);
    expect([old, next, own].map((origin) => membership.lastOf(origin))).toEqual([5, Infinity, Infinity]);
  });

  test('what a passbook names beyond that is lost, and nothing else', () => {
    const membership = replaced();
    expect(membership.lost(new Map([[old, 5]]))).toEqual(new Map());
    expect(
      membership.lost(
        new Map([
          [old, 6],
          [next, 9],
        ]),
      ),
    ).toEqual(new Map([[old, 5]]));
  });

  test('of another one nothing is taken in, and what a passbook names of it is lost, before a promise has named it', () => {
    const membership = replaced();
    expect(membership.mayWrite(later)).toBe(false);
    expect(membership.cutOf(later)).toBeUndefined();
    expect(membership.lost(new Map([[later, 1]]))).toEqual(new Map([[later, 0]]));
    membership.fence({ of: TWO, by: THREE, successor: later });
    expect(membership.mayWrite(later)).toBe(true);
    expect(membership.lost(new Map([[later, 1]]))).toEqual(new Map());
  });

  test('one that was to take its place and was overtaken is given up with it, though nobody had anything of it', () => {
    const membership = founded();
    for (const successor of [next, later]) membership.fence({ of: TWO, by: ONE, successor });
    membership.seal(TWO, later, { origin: later, sequence: 1 }, new Map([[old, 5]]));
    expect([next, later].map((origin) => membership.cutOf(origin))).toEqual([0, undefined]);
  });

  test('is the last word of its branch where nothing goes on in its place', () => {
    const membership = founded();
    membership.seal(TWO, undefined, by(1), new Map([[old, 5]]));
    expect([old, next].map((origin) => membership.cutOf(origin))).toEqual([5, 0]);
  });
});

describe('promises', () => {
  test('the latest counts, and nobody goes back', () => {
    const membership = founded();
    const fence = (successor: OriginId | undefined) => ({ of: TWO, by: ONE, successor });
    membership.fence(fence(next));
    membership.fence(fence(undefined));
    expect([membership.hasFence(fence(next)), membership.hasFence(fence(undefined))]).toEqual([false, true]);
    expect(membership.hadFence(fence(next))).toBe(true);
  });

  test('hold back what is not the successor; those of others do not', () => {
    const membership = founded();
    membership.fence({ of: TWO, by: THREE, successor: next });
    expect(membership.isFencedOff(old)).toBe(false);
    membership.fence({ of: TWO, by: ONE, successor: next });
    expect([old, next, later, own].map((origin) => membership.isFencedOff(origin))).toEqual([true, false, true, false]);
  });
});

test('a snapshot keeps all of it', () => {
  const membership = founded();
  membership.join({ branch: FOUR, address: 'here:4', by: by(1) });
  for (const successor of [next, later]) membership.fence({ of: TWO, by: ONE, successor });
  membership.seal(TWO, later, { origin: later, sequence: 1 }, new Map([[old, 5]]));
  membership.seal(THREE, undefined, by(3), new Map());
  const again = founded();
  again.restore(membership.summary());
  expect(again.summary()).toEqual(membership.summary());
  expect(again.members).toEqual(membership.members);
  expect([old, next, later].map((origin) => again.cutOf(origin))).toEqual([5, 0, undefined]);
});
