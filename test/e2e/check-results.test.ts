import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { RESULT_FORMS } from '../../src/scenario/scenario.js';
import { expectedOfOneCustomer, readScenarioFile } from './bank.js';
import { type Bench, type Ended, test } from './harness.js';

const TEN = 'scenarios/ten-branches.json';
const RIGHT = expectedOfOneCustomer(readScenarioFile('ten-branches.json')) as { id: number; recv: object[] }[];
const COURSE_LINE = '19 out of 19 cross-branch query events are correct.';

function check(bench: Bench, results: string, ...args: string[]): Promise<Ended> {
  return bench.passbook(['check', TEN, bench.file('output.json', results), ...args]);
}

/** The right results with one balance changed: that of the entry of this event. */
function withBalance(event: number, balance: number): string {
  return JSON.stringify(RIGHT.map((entry, i) => (i === event - 1 ? { ...entry, recv: [{ ...entry.recv[0], balance }] } : entry)));
}

describe('passbook check', () => {
  test('the right results hold: exit 0, the verdict on standard output, and the count of the course', async ({ bench }) => {
    const ended = await check(bench, JSON.stringify(RIGHT));
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^holds: /);
    expect(ended.stdout).toMatch(/monotonic writes +not visible in balances\n/);
    expect(ended.stdout.endsWith(`${COURSE_LINE}\n`)).toBe(true);
  });

  test.for([
    [1, 10],
    [18, 70],
    [60, 1],
  ] as const)(
    'event %i with a balance of %i is impossible: exit 1, and the entry is named',
    async ([event, balance], { bench }) => {
      const ended = await check(bench, withBalance(event, balance));
      expect(ended.stdout).toMatch(/^violated: /);
      expect(ended.stdout).toContain(`customer 1, event ${event} (query at branch `);
      expect(ended.stdout).toContain(`answered ${balance}`);
      expect(ended.code).toBe(1);
    },
  );

  test('a constant, which the checker of the course lets pass, is impossible', async ({ bench }) => {
    const ended = await check(bench, JSON.stringify(RIGHT).replace(/"balance":\d+/g, '"balance":100'));
    expect(ended.stdout).toContain(COURSE_LINE);
    expect(ended.code).toBe(1);
  });

  test('what Python prints is read, from standard input too', async ({ bench }) => {
    const python = JSON.stringify(RIGHT)
      .replaceAll('"', "'")
      .replaceAll('success', 'SUCCESS')
      .replace(/(\d+)\}\]/g, '$1.0}]');
    const ended = await bench.passbook(['check', TEN, '-'], { stdin: python });
    expect(ended, ended.stdout).toMatchObject({ code: 0, stderr: '' });
  });

  test('and what PowerShell makes of it: UTF-16', async ({ bench }) => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify(RIGHT)}\r\n`, 'utf16le');
    const scenario = Buffer.from(`\uFEFF${readFileSync(TEN, 'utf8')}`, 'utf16le');
    for (const input of [TEN, bench.file('input.json', scenario)]) {
      const ended = await bench.passbook(['check', input, bench.file('output.json', bytes)]);
      expect(ended, ended.stdout).toMatchObject({ code: 0, stderr: '' });
    }
  });

  test('--json for programs', async ({ bench }) => {
    const ended = await check(bench, withBalance(18, 70), '--json');
    const verdict = JSON.parse(ended.stdout);
    expect(verdict).toMatchObject({
      verdict: 'violated',
      complete: true,
      courseCount: { correct: 18, total: 19 },
      findings: [{ customer: 1, event: 18, operation: 'query', branch: 6, balance: '70' }],
    });
    expect(ended).toMatchObject({ code: 1, stderr: '' });
  });

  test('a final balance where 60 events were asked for decides nothing: exit 2', async ({ bench }) => {
    const ended = await check(bench, '[{"id":1,"balance":0}]', '--json');
    expect(JSON.parse(ended.stdout)).toMatchObject({ verdict: 'unknown', complete: false, queries: { answered: 0 } });
    expect(ended.code).toBe(2);
  });

  test('results that show nothing decide nothing: exit 2', async ({ bench }) => {
    const silent = RIGHT.map(({ id, recv }) => ({
      id,
      recv: recv.map((entry) => ({ ...entry, balance: undefined, result: 'unknown' })),
    }));
    const ended = await check(bench, JSON.stringify(silent));
    expect(ended.stdout).toMatch(/^unknown: /);
    expect(ended.code).toBe(2);
  });

  test.for([
    ['nonsense', '[{"id": 1, "recv": [', /output\.json:1:\d+: error: /],
    ['nothing', '', /output\.json:1:1: error: the file is empty/],
    ['a history', '{"passbook":"history","version":1}\n', /error: this is a history, not results/],
    ['an empty object', '{}', /error: nothing in this file is a result/],
    ['a scenario', readFileSync(TEN, 'utf8'), /were the two files given in the wrong order\?/],
  ] as const)('%s is not readable: exit 65 with the place', async ([, text, message], { bench }) => {
    const ended = await check(bench, text);
    expect(ended).toMatchObject({ code: 65, stdout: '' });
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).toMatch(/nothing was checked\n$/);
  });

  test('files that do not exist, and one standard input for both', async ({ bench }) => {
    const missing = await bench.passbook(['check', TEN, bench.path('none.json')]);
    expect(missing).toMatchObject({ code: 65, stdout: '' });
    expect(missing.stderr).toContain('none.json cannot be read: there is no such file');
    const both = await bench.passbook(['check', '-', '-']);
    expect(both).toMatchObject({ code: 64, stdout: '' });
  });
});

describe('our own results', () => {
  test.for(RESULT_FORMS)('as %s, with reasons: they hold, if they have an entry for each event', async (form, { bench }) => {
    for (const name of ['ten-branches', 'withdrawals', 'base-bank']) {
      const file = `scenarios/${name}.json`;
      const run = await bench.run(file, ['--format', form, '--reasons']);
      const ended = await bench.passbook(['check', file, '-'], { stdin: run.stdout });
      expect(ended.code, `${run.stdout}${ended.stdout}${ended.stderr}`).toBe(form === 'balances' ? 2 : 0);
    }
  });

  test('of a bank that was asked for nothing and had to lose a write: exit 1', async ({ bench }) => {
    const file = 'scenarios/read-your-writes.json';
    const run = await bench.run(file, ['--delay', '1s', '--guarantees', 'none']);
    const ended = await bench.passbook(['check', file, '-'], { stdin: run.stdout });
    expect(ended.stdout).toContain('ReadYourWrites');
    expect(ended.code).toBe(1);
  });
});
