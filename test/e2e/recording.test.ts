import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { type History, HistoryProblem, readHistory } from '../../src/check/history/reader.js';
import type { BranchEvent } from '../../src/domain/history.js';
import { branches, customer, deposit, query, scenario } from './bank.js';
import { type Command, test } from './harness.js';
import { killProcess } from './processes.js';

/** A deposit is done at once; the query has to wait for it. */
const text = scenario(branches(2), customer(1, [deposit(10, { branch: 1 }), query({ branch: 2 })]));

async function queryWaits(command: Command): Promise<void> {
  await command.says(/branch 2 +customer 1 waits/);
}

/** Whole lines only: the end of a run that was cut off may be missing. */
function wholeLines(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}

function told(history: History, branch: number): BranchEvent[] {
  return history.entries.flatMap((entry) => (entry.kind === 'branch' && entry.event.branch === branch ? [entry.event] : []));
}

const DEPOSIT = { kind: 'deposit', branch: 1, event: 1, amountMinor: 1000, outcome: 'ok' };
const QUERY = { kind: 'query', branch: 2, event: 2 };

describe('--history records while the run goes on', () => {
  test('what customers and branches did, and what the branches held in the end', async ({ bench }) => {
    const file = bench.path('history.jsonl');
    const report = ['--report', bench.path('report.txt')];
    const ended = await bench.run('-', ['--delay', '300ms', '--history', file, ...report], { stdin: text });
    expect(ended.code, ended.stderr).toBe(0);
    const history = readHistory(wholeLines(file));
    expect(history.operations).toMatchObject([DEPOSIT, { ...QUERY, outcome: 'ok', balanceMinor: 1000n }]);
    const request = { customer: '1', session: history.operations[0]?.session };
    expect(told(history, 1)).toContainEqual(
      expect.objectContaining({ kind: 'logged', write: expect.objectContaining({ request: { ...request, counter: 1 } }) }),
    );
    const parked = told(history, 2).findIndex((event) => event.kind === 'parked');
    const applied = told(history, 2).findIndex((event) => event.kind === 'applied');
    expect(told(history, 2)[parked]).toMatchObject({ request: { ...request, counter: 2 } });
    expect(applied).toBeGreaterThan(parked);
    for (const branch of [1, 2])
      expect(told(history, branch).at(-1)).toMatchObject({ kind: 'final', balances: new Map([['1', 1000n]]) });
  });

  test('up to the moment at which it is killed', async ({ bench }) => {
    const file = bench.path('history.jsonl');
    const run = bench.startRun('-', ['--delay', '30s', '-v', '--history', file], { stdin: text });
    await queryWaits(run);
    run.kill('SIGKILL');
    await run.ended;
    const history = readHistory(wholeLines(file));
    expect(history.operations).toMatchObject([DEPOSIT, { ...QUERY, outcome: 'info' }]);
    expect(history.operations[1]).not.toHaveProperty('completedAtUs');
  });

  test('to the end, when it is asked to end', async ({ bench }) => {
    const file = bench.path('history.jsonl');
    const run = bench.startRun('-', ['--delay', '30s', '-v', '--history', file], { stdin: text });
    await queryWaits(run);
    run.kill('SIGTERM');
    expect((await run.ended).code).toBe(143);
    const whole = readFileSync(file, 'utf8');
    expect(whole.endsWith('\n')).toBe(true);
    expect(readHistory(whole.split('\n')).operations).toMatchObject([DEPOSIT, { ...QUERY, completedAtUs: expect.any(Number) }]);
  });

  test('the death of a branch', async ({ bench }) => {
    const file = bench.path('history.jsonl');
    const run = bench.startRun('-', ['--delay', '30s', '-v', '--history', file], { stdin: text });
    await queryWaits(run);
    killProcess(bench.branches(run)[1]?.pid as number, 'SIGKILL');
    await run.ended;
    const history = readHistory(wholeLines(file));
    const faults = history.entries.flatMap((entry) => (entry.kind === 'fault' ? [entry.event] : []));
    expect(faults).toMatchObject([{ fault: 'crash', branches: [2], detail: 'its process was ended by SIGKILL' }]);
    expect(history.operations).toMatchObject([DEPOSIT, { ...QUERY, outcome: 'fail' }]);
  });

  test('so that a line that is lost later is noticed', async ({ bench }) => {
    const file = bench.path('history.jsonl');
    await bench.run('-', ['--history', file], { stdin: text });
    const lines = wholeLines(file);
    for (const at of lines.keys())
      if (at < lines.length - 1) expect(() => readHistory(lines.toSpliced(at, 1))).toThrow(HistoryProblem);
  });
});
