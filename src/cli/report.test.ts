import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { judge } from '../check/guarantees.js';
import type { Bank } from '../client/bank.js';
import { branchId, originId } from '../domain/ids.js';
import type { RunOutcome } from '../scenario/run.js';
import type { Scenario } from '../scenario/scenario.js';
import { Reporter } from './report.js';

const folder = mkdtempSync(join(tmpdir(), 'passbook-report-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a branch whose log does not reach back to its first write is said to list the later ones only', async () => {
  const file = join(folder, 'report.txt');
  const listed = { writes: [], notListed: new Map([[originId(branchId(1), 10), 500]]) };
  const bank = { status: async () => ({ accounts: [] }), writes: async () => listed } as unknown as Bank;
  const scenario = { file: 'scenario.json', branches: [branchId(1)], customers: [] } as unknown as Scenario;
  const outcome = { troubles: [], notDone: 0, behind: [] } as unknown as RunOutcome;
  const reporter = new Reporter(file, scenario, bank, 1000);
  await reporter.write({ total: 0, outcome, history: [], verdict: judge([]), failures: [] });
  expect(readFileSync(file, 'utf8')).toContain(
    '  branch 1 does not list its oldest writes, up to 1-0000000a-500: its log has only those after them\n',
  );
});
