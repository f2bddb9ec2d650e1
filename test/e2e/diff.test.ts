import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readHistory } from '../../src/check/history/reader.js';
import { GUARANTEES } from '../../src/domain/guarantees.js';
import { test } from './harness.js';

interface Told {
  readonly difference: {
    readonly seed: number;
    readonly violated: string | null;
    readonly operation: { readonly customer: string; readonly event: number };
    readonly with: { readonly balance: string | null; readonly timeline: readonly { readonly text: string }[] };
    readonly without: { readonly balance: string | null; readonly timeline: readonly { readonly text: string }[] };
    readonly waitedMs: number | null;
  } | null;
}

describe('a guarantee left out', () => {
  test.for(GUARANTEES.map(({ name, title }) => [name, title] as const))(
    '%s: its scenario shows what it is good for',
    async ([name, title], { bench }) => {
      const { code, stdout, stderr } = await bench.passbook(['diff', `scenarios/${name}.json`, '--without', name]);
      expect(code, stderr).toBe(0);
      expect(stdout).toContain(`without ${title}`);
      expect(stdout).toMatch(/With all four guarantees: Branch 2 lets the (query|deposit of 50) wait until write 1-1 has come, /);
      expect(stdout).toMatch(/The write comes to branch 2 [\d.]+ m?s later\.\n/);
    },
  );

  test('as JSON: what was violated, both answers, and how long the wait was', async ({ bench }) => {
    const { code, stdout } = await bench.passbook([
      'diff',
      'scenarios/read-your-writes.json',
      '-w',
      'read-your-writes',
      '--json',
      '--delay',
      '1s',
      '--jitter',
      '0',
    ]);
    const { difference } = JSON.parse(stdout) as Told;
    expect(code).toBe(0);
    expect(difference).toMatchObject({
      seed: 1,
      violated: 'read-your-writes',
      operation: { customer: '1', event: 2 },
      with: { balance: '100' },
      without: { balance: '0' },
    });
    expect(difference?.waitedMs).toBeGreaterThan(900);
    expect(difference?.with.timeline.map(({ text }) => text)).toContain('branch 2 waits for write 1-1');
    expect(difference?.without.timeline.map(({ text }) => text)).not.toContain('branch 2 waits for write 1-1');
  });

  test('the same seed always tells the same', async ({ bench }) => {
    const args = ['diff', 'scenarios/ten-branches.json', '--without', 'read-your-writes,monotonic-reads', '--seed', '7'];
    const [one, other] = [await bench.passbook(args), await bench.passbook(args)];
    expect(one.code).toBe(0);
    expect(one.stdout).toBe(other.stdout);
  });

  test('that another one covers for makes no difference, and that is said', async ({ bench }) => {
    const { code, stdout, stderr } = await bench.passbook([
      'diff',
      'scenarios/ten-branches.json',
      '--without',
      'read-your-writes',
      '--seeds',
      '5',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/seeds 1 to 5.*try --without read-your-writes,monotonic-reads/s);
  });

  test('both runs fit in one log for ShiViz, told apart by its second line', async ({ bench }) => {
    const out = bench.path('both.log');
    const { code, stdout, stderr } = await bench.passbook([
      'diff',
      'scenarios/read-your-writes.json',
      '--to',
      'shiviz',
      '--out',
      out,
    ]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('With all four guarantees:');
    const [, delimiter = '', ...log] = readFileSync(out, 'utf8').split('\n');
    const runs = log.flatMap((line) => new RegExp(delimiter).exec(line)?.groups?.trace ?? []);
    expect(runs).toEqual(['with all four guarantees', 'without any guarantee']);
  });

  test('both runs are recorded as histories that can be read', async ({ bench }) => {
    const prefix = join(bench.folder, 'two');
    const { code, stderr } = await bench.passbook([
      'diff',
      'scenarios/read-your-writes.json',
      '--without',
      'all',
      '--history',
      prefix,
    ]);
    expect(code, stderr).toBe(0);
    const [kept, dropped] = ['with', 'without'].map((which) =>
      readHistory(readFileSync(`${prefix}-${which}.jsonl`, 'utf8').split('\n')),
    );
    expect(kept?.operations.map(({ customer, balanceMinor }) => [customer, balanceMinor])).toEqual([
      ['1', undefined],
      ['1', 10_000n],
    ]);
    expect(dropped?.operations.map(({ balanceMinor }) => balanceMinor)).toEqual([undefined, 0n]);
    expect(kept?.header).toMatchObject({ seed: 1, branches: [1, 2] });
  });
});

describe('what cannot be compared', () => {
  test.for([
    [['--without', 'none'], /--without names at least one guarantee/],
    [['--without', 'read-my-writes'], /Did you mean read-your-writes\?/],
    [['--delay', '2m'], /at most a minute together/],
    [['--seed', '0'], /A whole number from 1 on/],
  ] as const)('%j', async ([args, message], { bench }) => {
    const { code, stderr } = await bench.passbook(['diff', 'scenarios/read-your-writes.json', ...args]);
    expect(code).toBe(64);
    expect(stderr).toMatch(message);
  });

  test('a scenario that cannot be read writes nothing', async ({ bench }) => {
    const path = bench.file('input.json', '[]');
    const { code } = await bench.passbook(['diff', path, '--history', join(bench.folder, 'two')]);
    expect(code).toBe(65);
    expect(existsSync(join(bench.folder, 'two-with.jsonl'))).toBe(false);
  });
});
