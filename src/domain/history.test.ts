import { describe, expect, it } from 'vitest';
import { endingOf } from './history.js';
import { branchId, originId } from './ids.js';
import type { Refusal } from './outcomes.js';

const ORIGIN = originId(branchId(2), 7);
const refusal: Refusal = { kind: 'refused', reason: 'INSUFFICIENT_FUNDS', applied: 'no', message: 'too little', details: {} };

describe('what an answer means in a history', () => {
  it('a refusal for good is told apart from one that holds for this attempt only', () => {
    expect(endingOf({ ...refusal, final: true })).toMatchObject({ outcome: 'fail', final: true });
    expect(endingOf(refusal)).not.toHaveProperty('final');
    expect(endingOf({ ...refusal, final: false })).not.toHaveProperty('final');
  });

  it('a refusal for what the bank has lost says what stands', () => {
    const lost = new Map([[ORIGIN, 4]]);
    expect(endingOf({ ...refusal, reason: 'WRITES_LOST', lost })).toMatchObject({ outcome: 'fail', lost });
    expect(endingOf(refusal)).not.toHaveProperty('lost');
  });

  it('a refusal for good reflects all up to the void that says so', () => {
    const view = { origin: ORIGIN, own: 4, others: new Map() };
    expect(endingOf({ ...refusal, final: true, view })).toMatchObject({ vector: new Map([[ORIGIN, 4]]) });
    expect(endingOf({ ...refusal, final: true, view })).not.toHaveProperty('write');
  });

  it('a write is that of the branch that accepted it, whoever tells', () => {
    const view = { origin: ORIGIN, own: 4, others: new Map() };
    const write = { origin: ORIGIN, sequence: 4 };
    expect(endingOf({ kind: 'written', view })).toEqual({ outcome: 'ok', write, vector: new Map([[ORIGIN, 3]]) });
  });
});
