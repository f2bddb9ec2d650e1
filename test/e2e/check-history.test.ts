import { describe, expect } from 'vitest';
import { deposit, entriesOf, query, type Step } from '../../src/check/checker/fixtures.js';
import { HistoryWriter } from '../../src/check/history/writer.js';
import { ANOMALY_NAMES } from '../../src/domain/anomalies.js';
import { branchId } from '../../src/domain/ids.js';
import { test } from './harness.js';

function historyOf(...steps: Step[]): string {
  const lines: string[] = [];
  const header = { branches: [1, 2, 3].map(branchId), foundedMinor: [0n], complete: true };
  const writer = new HistoryWriter(header, (line) => lines.push(line));
  for (const entry of entriesOf(steps)) writer.entry(entry);
  return lines.join('');
}

const MISSES = historyOf(
  deposit({ customer: 2, branch: 1, write: 1, sees: {}, amountMinor: 1000 }),
  query(0, { customer: 2, branch: 3, sees: {} }),
);
const SENTENCE =
  'customer 2 deposited 10 at branch 1 (event 1, write 1-1a2b3c4d-1), but its query at branch 3 (event 2) answered 0 without it.';

describe('passbook check with one file, a history', () => {
  test('what a run over real branches recorded holds: exit 0', async ({ bench }) => {
    const history = bench.path('history.jsonl');
    await bench.passbook(['run', 'scenarios/ten-branches.json', '--history', history, '--base-port', '0']);
    const ended = await bench.passbook(['check', history]);
    expect(ended.stdout).toMatch(/^holds: 60 operations, 50 of them reads\n/);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const blackBox = await bench.passbook(['check', history, '--black-box']);
    expect(blackBox.stdout).toMatch(/^holds: /);
  });

  test('an anomaly is named and explained in a sentence: exit 1', async ({ bench }) => {
    const ended = await bench.passbook(['check', bench.file('h.jsonl', MISSES)]);
    expect(ended.stdout).toMatch(/^violated: /);
    expect(ended.stdout).toContain('ReadYourWrites: a read lacks an earlier write of its session (1×)');
    expect(ended.stdout).toContain(SENTENCE);
    expect(ended.code).toBe(1);
  });

  test('as JSON, with the same sentence, from standard input', async ({ bench }) => {
    const ended = await bench.passbook(['check', '-', '--json'], { stdin: MISSES });
    const verdict = JSON.parse(ended.stdout);
    const anomalies = verdict.families.flatMap((family: { anomalies: object[] }) => family.anomalies);
    expect(verdict).toMatchObject({ verdict: 'violated', operations: 2, reads: 1 });
    expect(anomalies.map(({ name }: { name: string }) => name).sort()).toEqual([...ANOMALY_NAMES].sort());
    expect(anomalies.find(({ name }: { name: string }) => name === 'ReadYourWrites')).toMatchObject({
      violations: 1,
      witness: { sentence: SENTENCE, miss: { missing: { id: '1-1a2b3c4d-1' } } },
    });
    expect(ended.code).toBe(1);
  });

  test('names of customers cannot command the terminal', async ({ bench }) => {
    const evil = MISSES.replaceAll('"process":"2"', '"process":"\\u001b[2J"');
    const ended = await bench.passbook(['check', bench.file('h.jsonl', evil)]);
    expect(ended.stdout).toContain('customer ?[2J deposited 10');
    expect(ended.stdout).not.toContain('\u001b');
  });

  test('by balances alone it is found, too', async ({ bench }) => {
    const ended = await bench.passbook(['check', bench.file('h.jsonl', MISSES), '--black-box']);
    expect(ended.stdout).toContain(
      "as if customer 2's deposit of 10 at branch 1 (event 1, write 1-1a2b3c4d-1), which was done before, were lost",
    );
    expect(ended.code).toBe(1);
  });

  test('a history that does not tell enough is unknown: exit 2', async ({ bench }) => {
    const partial = MISSES.replace('"complete":true', '"complete":false').replace(/,"vector":\{\}/g, '');
    const ended = await bench.passbook(['check', bench.file('h.jsonl', partial)]);
    expect(ended.stdout).toMatch(/^unknown: /);
    expect(ended.code).toBe(2);
  });

  test('nothing but the header is unknown: exit 2', async ({ bench }) => {
    const ended = await bench.passbook(['check', bench.file('h.jsonl', historyOf())]);
    expect(ended.stdout).toMatch(/^unknown: 0 operations, /);
    expect(ended.code).toBe(2);
  });

  test('violated by what nobody asked for alone: the command that judges the rest is named', async ({ bench }) => {
    const unasked = MISSES.replace(/"guarantees":\[[^\]]*\]/g, '"guarantees":[]');
    const file = bench.file('h.jsonl', unasked);
    const ended = await bench.passbook(['check', file]);
    expect(ended.stderr).toContain(`the verdict is holds: npx passbook check ${file} --asked\n`);
    expect(ended.code).toBe(1);
    expect(await bench.passbook(['check', file, '--asked'])).toMatchObject({ code: 0, stderr: '' });
    expect((await bench.passbook(['check', bench.file('h2.jsonl', MISSES)])).stderr).toBe('');
  });

  test('a bad line is named with its number: exit 65', async ({ bench }) => {
    const lines = MISSES.split('\n');
    lines[2] = '{"index":1,"type":"well"}';
    const file = bench.file('h.jsonl', lines.join('\n'));
    const ended = await bench.passbook(['check', file]);
    expect(ended).toMatchObject({ code: 65, stdout: '' });
    expect(ended.stderr).toContain(`${file}:3: `);
  });

  test('what is no history is said so: exit 65', async ({ bench }) => {
    const ended = await bench.passbook(['check', 'scenarios/ten-branches.json']);
    expect(ended).toMatchObject({ code: 65, stdout: '' });
    expect(ended.stderr).toContain('scenarios/ten-branches.json:1: expected a history');
    const absent = await bench.passbook(['check', 'no-such-file.jsonl']);
    expect(absent).toMatchObject({ code: 65 });
    expect(absent.stderr).toContain('no-such-file.jsonl cannot be read: there is no such file');
  });

  test('--anomalies prints the whole table', async ({ bench }) => {
    const ended = await bench.passbook(['check', '--anomalies']);
    for (const name of ANOMALY_NAMES) expect(ended.stdout).toContain(`  ${name} `);
    expect(ended.code).toBe(0);
  });

  test('flags for histories are refused beside results: exit 64', async ({ bench }) => {
    const ended = await bench.passbook(['check', 'scenarios/ten-branches.json', 'x.json', '--black-box']);
    expect(ended).toMatchObject({ code: 64, stdout: '' });
    expect((await bench.passbook(['check'])).code).toBe(64);
  });
});
