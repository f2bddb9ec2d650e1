import { describe, expect, it, test } from 'vitest';
import { ANOMALY_NAMES, type AnomalyName } from '../../domain/anomalies.js';
import { branchId, originId } from '../../domain/ids.js';
import { CASES, ends } from './cases/fixtures.js';
import { HistoryChecker } from './checker.js';
import { deposit, entriesOf, fault, found, judgeStory, query, type Story } from './fixtures.js';

describe.each(Object.entries(CASES))('%s', (name, cases) => {
  it.each(cases)('$rule', (story) => {
    expect(found(story)).toEqual(story.finds);
  });

  test('has a case and a near miss', () => {
    expect(cases.map(({ finds }) => finds.includes(name as AnomalyName))).toContain(true);
    expect(cases.map(({ finds }) => finds.length)).toContain(0);
  });
});

test('every anomaly has its cases', () => {
  expect(Object.keys(CASES)).toEqual(ANOMALY_NAMES);
});

describe('a verdict', () => {
  const overall = (story: Story) => judgeStory(story).overall;

  test('is unknown where a history that is not complete leaves a balance open', () => {
    expect(overall({ steps: [query(10, { branch: 1, sees: { 1: 1 } })], partial: true })).toBe('unknown');
  });

  test('is unknown where nothing can be judged', () => {
    expect(overall({ steps: [query(10, { branch: 1 })], partial: true })).toBe('unknown');
    expect(overall({ steps: [] })).toBe('unknown');
  });

  test('says what was not judged for lack of evidence', () => {
    const { absent } = judgeStory({ steps: [query(0, { branch: 1 })] });
    expect(absent).toEqual(['vectors', 'logs', 'finals']);
  });

  test('keeps the smallest witness, and counts all', () => {
    const steps = [
      deposit({ branch: 1, write: 1, sees: {} }),
      deposit({ customer: 2, branch: 3, write: 1, sees: {} }),
      query(0, { branch: 2, sees: {}, event: 9 }),
      query(0, { customer: 2, branch: 2, sees: {} }),
    ];
    const anomaly = judgeStory({ steps })
      .families.flatMap(({ anomalies }) => anomalies)
      .find(({ name }) => name === 'ReadYourWrites');
    expect(anomaly).toMatchObject({
      violations: 2,
      perMillionReads: 1_000_000,
      witness: { miss: { operation: { customer: '2' } } },
    });
  });

  test('judges guarantees only where they were asked for, if that is wanted', () => {
    const steps = [deposit({ branch: 1, write: 1, sees: {} }), query(0, { branch: 2, sees: {}, guarantees: 0 as never })];
    expect(found({ steps })).toEqual(['ReadYourWrites']);
    expect(found({ steps, options: { asked: true } })).toEqual([]);
  });

  test('can be asked for again, with other options', () => {
    const steps = [deposit({ branch: 1, write: 1, sees: {} }), query(0, { branch: 2, sees: {}, guarantees: 0 as never })];
    const checker = new HistoryChecker({ branches: [branchId(1), branchId(2)], foundedMinor: [0n], complete: true });
    for (const entry of entriesOf(steps)) checker.entry(entry);
    const overalls = [checker.verdict(), checker.verdict({ asked: true }), checker.verdict()].map((verdict) => verdict.overall);
    expect(overalls).toEqual(['violated', 'holds', 'violated']);
  });

  test('follows a branch that begins a new log after a crash', () => {
    const anew = originId(branchId(1), 5);
    const steps = [
      deposit({ branch: 1, write: 1, sees: {} }),
      fault('crash', 8, 1),
      fault('restart', 9, 1),
      { ...deposit({ customer: 2, branch: 1 }), write: undefined as never },
      query(0, { customer: 3, branch: 1, vector: new Map([[anew, 1]]) } as never),
      ...ends({}, 0),
    ];
    expect(found({ steps })).toEqual([]);
  });
});
