import { describe, expect, test } from 'vitest';
import { history } from '../check/fixtures.js';
import { judge } from '../check/guarantees.js';
import { ALL_GUARANTEES } from '../domain/guarantees.js';
import { branchId } from '../domain/ids.js';
import type { RunOutcome } from '../scenario/run.js';
import type { Scenario } from '../scenario/scenario.js';
import { countLate, formatSummary } from './summary.js';

const scenario: Scenario = {
  file: 'x.json',
  branches: [1, 2].map(branchId),
  initialBalanceMinor: 0n,
  customers: [],
  form: 'events',
};
const DONE: RunOutcome = { results: [], troubles: [], refusals: [], notDone: 0, behind: [] };
const behind = (count: number) => Array.from({ length: count }, (_, i) => ({ branch: branchId(i + 1), message: 'it is gone' }));

function summary(outcome: Partial<RunOutcome>, late = 0): string {
  const run = { scenario, outcome: { ...DONE, ...outcome }, verdict: judge([]), guarantees: ALL_GUARANTEES, failures: [] };
  return formatSummary({ ...run, seconds: 1, total: 10, late, timeoutMs: 10_000, color: false });
}

describe('the balance at the end', () => {
  test('is at every branch only if every branch has said so', () => {
    expect(summary({ finalBalanceMinor: 700n })).toContain('balance at the end, at every branch: 7\n');
    expect(summary({ finalBalanceMinor: 700n, behind: behind(1) })).toContain('at every branch that answered: 7\n');
  });

  test('is followed by the first branches that did not confirm, and how many more there are', () => {
    const lines = summary({ behind: behind(80) }).split('\n');
    expect(lines.filter((line) => /branch \d+ did not confirm that it has every write: it is gone$/.test(line))).toHaveLength(5);
    expect(lines).toContain('  and 75 more did not confirm it');
  });
});

describe('operations that ran into their deadline', () => {
  const line = { branch: 1, kind: 'deposit', amountMinor: 1, outcome: 'fail', invokedAtUs: 0 } as const;
  const reason = 'SESSION_NOT_SATISFIED' as const;

  test('are those that failed about when it came', () => {
    const late = { ...line, reason, completedAtUs: 9_500_000 };
    const early = { ...line, reason, completedAtUs: 500_000 };
    const refused = { ...line, reason: 'INSUFFICIENT_FUNDS', completedAtUs: 9_900_000 } as const;
    expect(countLate(history(late, early, refused), 10_000)).toBe(1);
  });

  test('are said once, with the option that may help', () => {
    expect(summary({}, 3)).toContain(
      '  3 operations ran into the deadline of 10000 ms; a longer one, such as --deadline 30s, may help\n',
    );
    expect(summary({})).not.toContain('--deadline');
  });
});
