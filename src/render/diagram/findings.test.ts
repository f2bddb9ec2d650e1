import { expect, it } from 'vitest';
import { checkHistory } from '../../check/checker/checker.js';
import { ceded, deposit, entriesOf, logged, lost, query } from '../../check/checker/fixtures.js';
import { branchId } from '../../domain/ids.js';
import { diagramOf } from './build.js';
import { historyFindings } from './findings.js';
import { WriteNames } from './names.js';

const branches = [1, 2, 3].map(branchId);
const header = { branches, foundedMinor: [0n], complete: true };

it('a finding blames the operation that shows it, and calls writes as the picture does', () => {
  const entries = entriesOf([
    deposit({ customer: 2, branch: 1, write: 1, sees: {}, amountMinor: 1000 }),
    query(0, { customer: 2, branch: 3, sees: {} }),
  ]);
  const names = new WriteNames(entries);
  const findings = historyFindings(checkHistory(header, entries), names);
  expect(findings).toContainEqual({
    anomaly: 'ReadYourWrites',
    sentence:
      'Customer 2 deposited 10 at branch 1 (event 1, write 1-1), but its query at branch 3 (event 2) answered 0 without it.',
    operations: ['2:2', '2:1'],
  });
  const { marks, events } = diagramOf({ branches, entries, findings, names });
  const mark = marks.find(({ anomaly }) => anomaly === 'ReadYourWrites');
  expect(mark?.events.map((id) => events[id]?.label)).toEqual(['0', 'done']);
});

it('a request that is named without its operation is shown where that is', () => {
  const entries = entriesOf([lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), logged(1, 2, { by: [1, 1] })]);
  const [finding] = historyFindings(checkHistory(header, entries), new WriteNames(entries));
  expect(finding).toMatchObject({ anomaly: 'DuplicateEffect', operations: ['1:1'] });
});

it('nothing is found where nothing is wrong', () => {
  const entries = entriesOf([deposit({ customer: 2, branch: 1, write: 1, sees: {}, amountMinor: 1000 })]);
  expect(historyFindings(checkHistory(header, entries), new WriteNames(entries))).toEqual([]);
});
