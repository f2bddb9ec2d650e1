import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { judge } from '../../src/check/guarantees.js';
import { readHistory } from '../../src/check/history/reader.js';
import { formatVerdict } from '../../src/render/words.js';
import { ALL_HOLD, expectedOfOneCustomer, judgements, readScenarioFile, results } from './bank.js';
import { freeBasePort, test } from './harness.js';

const TEN = 'scenarios/ten-branches.json';
const expected = expectedOfOneCustomer(readScenarioFile('ten-branches.json'));
const TWO = 'scenarios/two-branches.json';
const TWO_RESULTS = `[
  {"id":1,"recv":[{"interface":"deposit","branch":1,"result":"success"}]},
  {"id":1,"recv":[{"interface":"query","branch":1,"balance":400}]},
  {"id":1,"recv":[{"interface":"query","branch":2,"balance":400}]}
]
`;

describe('a customer at ten branches always reads its own writes', () => {
  test('the example goes from 0 to 100 and back, and asks two branches after every step', () => {
    const balances = expected.flatMap((entry) => (entry as { recv: { balance?: number }[] }).recv[0]?.balance ?? []);
    const up = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    const down = [90, 80, 70, 60, 50, 40, 30, 20, 10];
    expect(balances).toEqual([0, ...[...up, ...down].flatMap((balance) => [balance, balance]), 0]);
  });

  test.for(['--delay 0', '--delay 50ms', '--delay 20ms --jitter 20ms'])(
    'with %s between branches',
    async (network, { bench }) => {
      const ended = await bench.run(TEN, network.split(' '));
      expect(results(ended)).toEqual(expected);
      expect(results(ended)).toHaveLength(60);
      expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
      expect(ended.stderr).toContain('60 of 60 operations done');
      expect(ended.code, ended.stderr).toBe(0);
    },
  );

  test('on the ports that count from --base-port as on free ones', async ({ bench }) => {
    const ended = await bench.passbook(['run', TEN, '--base-port', await freeBasePort(10)]);
    expect(results(ended)).toEqual(expected);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('read from standard input as from the file', async ({ bench }) => {
    const ended = await bench.run('-', [], { stdin: JSON.stringify(readScenarioFile('ten-branches.json')) });
    expect(results(ended)).toEqual(expected);
    expect(ended.code, ended.stderr).toBe(0);
  });
});

describe('what is written where', () => {
  test('results go to standard output and nothing else does; no file appears', async ({ bench }) => {
    const before = readdirSync('.');
    const ended = await bench.run(TWO);
    expect(ended.stdout).toBe(TWO_RESULTS);
    expect(ended.stderr).not.toContain('recv');
    expect(readdirSync('.')).toEqual(before);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('--out makes the folders of its file, writes that file only, and standard output stays empty', async ({ bench }) => {
    const out = bench.path('new/nested folder/results.json');
    const ended = await bench.run(TWO, ['--out', out]);
    expect(ended.stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toBe(TWO_RESULTS);
    expect(readdirSync(bench.folder, { recursive: true }).sort()).toEqual([
      'new',
      'new/nested folder',
      'new/nested folder/results.json',
    ]);
    expect(ended.code, ended.stderr).toBe(0);
  });

  test('a file that cannot be written is told before anything is done', async ({ bench }) => {
    bench.file('file', '');
    const log = bench.path('history.jsonl');
    for (const out of [bench.path('file/results.json'), bench.folder]) {
      const ended = await bench.run(TWO, ['--out', out, '--history', log]);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      expect(ended.stderr).toContain(`${out} cannot be written`);
    }
    expect(existsSync(log)).toBe(false);
  });

  test.for([
    ['all', '0', 0],
    ['none', '300ms', 1],
  ] as const)('--history holds what the verdict was made of, with --guarantees %s', async ([chosen, delay, exit], { bench }) => {
    const file = bench.path('a/history.jsonl');
    const ended = await bench.run(TEN, ['--guarantees', chosen, '--delay', delay, '--history', file]);
    const history = readHistory(readFileSync(file, 'utf8').split('\n'));
    expect(history.header).toEqual({ branches: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], foundedMinor: [0n], complete: true });
    expect(history.operations).toHaveLength(60);
    // The branches have told of their part: each write was logged once, and reached all others.
    const told = history.entries.flatMap((entry) => (entry.kind === 'branch' ? [entry.event] : []));
    const logged = told.flatMap((event) => (event.kind === 'logged' && event.write.request ? [event.write.request] : []));
    const writes = history.operations.filter(({ write }) => write !== undefined);
    expect(logged).toHaveLength(writes.length);
    for (const { customer, session, event } of writes) expect(logged).toContainEqual({ customer, session, counter: event });
    const verdict = judge(history.operations, { complete: true });
    expect(ended.stderr.replaceAll(' (not asked for)', '')).toContain(formatVerdict(verdict, { color: false }));
    expect(ended.code, ended.stderr).toBe(exit);
  });

  test('colour only where it is wanted', async ({ bench }) => {
    const plain = await bench.run(TWO);
    const coloured = await bench.run(TWO, [], { env: { FORCE_COLOR: '1' } });
    const refused = await bench.run(TWO, [], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(coloured.stderr).toContain('\u001b[32m');
    for (const { stderr } of [plain, refused]) expect(stderr).not.toContain('\u001b');
  });
});
