import { expect, test } from 'vitest';
import type { Branch } from '../../core/branch.js';
import { branchId, originId } from '../../domain/ids.js';
import type { Outcome } from '../../domain/outcomes.js';
import type { SessionVectors } from '../../domain/session.js';
import type { VersionVector } from '../../domain/vector.js';
import type { WriteBatch } from '../../domain/writes.js';
import { nameOf, type TwinWrite } from '../twin.js';
import type { Answered } from '../watcher.js';
import { Losses } from './losses.js';

const [ONE, TWO, THREE] = [branchId(1), branchId(2), branchId(3)];
const GIVEN_UP = originId(ONE, 7);
const SEAL = { origin: originId(TWO, 7), sequence: 9 };
/** It stands up to 3. */
const CUT = 3;

function losses(): Losses {
  const all = new Losses();
  all.cut(GIVEN_UP, CUT, SEAL);
  all.lost([{ name: nameOf(GIVEN_UP, CUT + 1) } as TwinWrite]);
  return all;
}

function passbook(last: number): SessionVectors {
  return { written: new Map([[GIVEN_UP, last]]), read: new Map() };
}

function answered(outcome: object, shown = passbook(CUT + 1)): Answered {
  const request = { operation: { kind: 'open', label: '' }, session: {}, acks: 'all', passbook: shown };
  return { branch: TWO, request, outcome: outcome as Outcome } as unknown as Answered;
}

test('of a batch stands what does not come after the cut', () => {
  const batch = (first: number) => ({ origin: GIVEN_UP, first, kinds: [0, 0] }) as unknown as WriteBatch;
  const all = losses();
  expect([2, 3, 4].map((first) => all.isBeyond(batch(first)))).toEqual([false, false, true]);
  expect([1, 2, 3].map((first) => all.lastThatStands(batch(first)))).toEqual([2, 3, 3]);
});

test('of what somebody had stands what was not given up since', () => {
  const other = originId(TWO, 7);
  const had = new Map([[GIVEN_UP, CUT + 2], [other, 9]]); // biome-ignore format: one line reads better
  expect(losses().standing(had)).toEqual(new Map([[GIVEN_UP, CUT], [other, 9]])); // biome-ignore format: one line reads better
});

test('a write for which others were counted is lost only with the disks of all of them', () => {
  const all = losses();
  const acknowledged = answered({ kind: 'written', view: { origin: GIVEN_UP, own: CUT + 1, others: new Map() } });
  const check = (...gone: number[]) => all.checkOnlyLocalOnesLost([acknowledged], (id) => gone.includes(id));
  check();
  all.counted(nameOf(GIVEN_UP, CUT + 1), [ONE, THREE]);
  all.holdsNothing(ONE);
  expect(() => check()).toThrow('LostAcknowledgedWrite');
  check(THREE);
  all.holdsNothing(THREE);
  check();
  all.counted(nameOf(GIVEN_UP, CUT), [ONE, TWO, THREE]);
  check();
});

test('a passbook names a loss when it goes beyond the cut, at a branch that has the seal and is sure of its writes', () => {
  const at = (isSure: boolean, applied: number) => ({ isSure, applied: new Map([[SEAL.origin, applied]]) }) as unknown as Branch;
  const all = losses();
  expect(all.areNamed(passbook(CUT + 1), at(true, SEAL.sequence))).toBe(true);
  expect(all.areNamed(passbook(CUT), at(true, SEAL.sequence))).toBe(false);
  expect(all.areNamed(passbook(CUT + 1), at(true, SEAL.sequence - 1))).toBe(false);
  expect(all.areNamed(passbook(CUT + 1), at(false, SEAL.sequence))).toBe(false);
  expect(all.areNamed(undefined, at(true, SEAL.sequence))).toBe(false);
});

test('who names a loss is told of it, unless everybody is refused', () => {
  const check = (outcome: object) => losses().checkTold(answered(outcome), true);
  for (const reason of ['WRITES_LOST', 'OVERLOADED', 'CLOSING']) check({ kind: 'refused', reason });
  expect(() => check({ kind: 'refused', reason: 'RECOVERING' })).toThrow('ReadYourWrites');
  expect(() => check({ kind: 'balance' })).toThrow('ReadYourWrites');
});

test('of losses is told what is true, and only who names some', () => {
  const check = (told: VersionVector, last = CUT + 1) =>
    losses().checkTrue(answered({ kind: 'refused', reason: 'WRITES_LOST' }, passbook(last)), told);
  check(new Map([[GIVEN_UP, CUT]]));
  expect(() => check(new Map([[GIVEN_UP, CUT]]), CUT)).toThrow('UnjustifiedRefusal');
  expect(() => check(new Map([[GIVEN_UP, CUT - 1]]))).toThrow('UnjustifiedRefusal');
  expect(() => check(new Map([[SEAL.origin, 1]]))).toThrow('UnjustifiedRefusal');
  expect(() => check(new Map())).toThrow('UnjustifiedRefusal');
});
