import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { Diagram } from '../../src/render/diagram/model.js';
import { type Bench, test } from './harness.js';

/** A run in which a customer does not see its own deposit, recorded. */
async function recorded(bench: Bench): Promise<string> {
  const history = bench.path('history.jsonl');
  const { code } = await bench.run('scenarios/two-branches.json', [
    ...['--guarantees', 'none', '--delay', '300ms', '--history', history],
  ]);
  expect(code).toBe(1);
  return history;
}

describe('passbook export', () => {
  test('draws a recorded run in every form', async ({ bench }) => {
    const history = await recorded(bench);
    const begins = { html: '<!doctype html>', svg: '<svg ', mermaid: 'sequenceDiagram', shiviz: '(?<host>', perfetto: '{' };
    for (const [form, beginning] of Object.entries(begins)) {
      const { code, stdout } = await bench.passbook(['export', history, '--to', form]);
      expect([form, code]).toEqual([form, 0]);
      expect(stdout.slice(0, beginning.length)).toBe(beginning);
    }
  });

  test('says what is wrong, with short names for writes, and draws who was concerned', async ({ bench }) => {
    const history = await recorded(bench);
    const { stdout } = await bench.passbook(['export', history, '--to', 'svg', '--witness']);
    expect(stdout).toContain('ReadYourWrites');
    expect(stdout).toContain('Customer 1 deposited 400 at branch 1 (event 1, write 1-1)');
    for (const lane of ['customer 1', 'branch 1', 'branch 2']) expect(stdout).toContain(`>${lane}</text>`);
  });

  test('writes a file, and reads standard input', async ({ bench }) => {
    const history = await recorded(bench);
    const out = bench.path('pictures/one.svg');
    const written = await bench.passbook(['export', history, '--to', 'svg', '--out', out]);
    expect(written).toMatchObject({ code: 0, stdout: '' });
    expect(written.stderr).toContain(out);
    const piped = await bench.passbook(['export', '-', '--to', 'svg'], { stdin: readFileSync(history, 'utf8') });
    expect(piped.code).toBe(0);
    const lines = (text: string) => text.split('\n').filter((line) => !/title|desc|<text/.test(line));
    expect(lines(piped.stdout)).toEqual(lines(readFileSync(out, 'utf8')));
  });

  test('shows less on demand, and says when nothing is left', async ({ bench }) => {
    const history = await simulated(bench, 3);
    const shown = async (...args: string[]): Promise<Diagram> => {
      const { code, stdout, stderr } = await bench.passbook(['export', history, '--to', 'html', ...args]);
      expect([code, stderr]).toEqual([0, '']);
      return JSON.parse(/id="diagram">([^<]*)</.exec(stdout)?.[1] ?? '') as Diagram;
    };
    const all = await shown();
    const early = await shown('--until', '100');
    expect(early.events.length).toBeGreaterThan(0);
    expect(early.events.length).toBeLessThan(all.events.length);
    const asked = early.events.filter(({ kind }) => kind === 'ask');
    expect(asked.every(({ atUs }) => atUs <= 100_000)).toBe(true);
    const one = await shown('--customers', 'c1');
    expect(one.lanes.filter(({ kind }) => kind === 'customer').map(({ label }) => label)).toEqual(['customer c1']);
    const late = await bench.passbook(['export', history, '--to', 'svg', '--from', '3600000']);
    expect(late).toMatchObject({ code: 64, stdout: '' });
    expect(late.stderr).toContain('nothing of it is left');
  });
});

test.for(['with', 'without'])(
  'the picture %s guarantees in the documentation is what the command draws',
  async (name, { bench }) => {
    const { code, stdout } = await bench.passbook(['export', `docs/pictures/${name}.jsonl`, '--to', 'svg']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(`docs/pictures/${name}.svg`, 'utf8'));
  },
);

describe('passbook export refuses', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['a form that it does not know', ['--to', 'png'], 64, /html, svg, mermaid, shiviz, perfetto/],
    ['no form', [], 64, /--to/],
    ['a time that ends before it begins', ['--to', 'svg', '--from', '9', '--until', '3'], 64, /--from 9 is later than --until 3/],
    ['what is no time', ['--to', 'svg', '--from', 'soon'], 64, /milliseconds/],
    ['a customer that is not there', ['--to', 'svg', '--customers', 'eve'], 64, /no customer "eve"/],
  ];
  for (const [what, args, exit, message] of cases)
    test(what, async ({ bench }) => {
      const history = await smallHistory(bench);
      const { code, stdout, stderr } = await bench.passbook(['export', history, ...args]);
      expect([code, stdout]).toEqual([exit, '']);
      expect(stderr).toMatch(message);
    });

  test('to write over the history', async ({ bench }) => {
    const history = await smallHistory(bench);
    const before = readFileSync(history, 'utf8');
    const { code, stderr } = await bench.passbook(['export', history, '--to', 'svg', '--out', history]);
    expect(code).toBe(64);
    expect(stderr).toContain('the history and --out both name');
    expect(readFileSync(history, 'utf8')).toBe(before);
  });

  test('what is no history, and says where', async ({ bench }) => {
    const wrong = bench.file('wrong.jsonl', '{"branches":[]}\n');
    const out = bench.path('wrong.svg');
    const refused = await bench.passbook(['export', wrong, '--to', 'svg', '--out', out]);
    expect(refused).toMatchObject({ code: 65, stdout: '' });
    expect(refused.stderr).toContain('wrong.jsonl:1: expected a history');
    expect(existsSync(out)).toBe(false);
    const history = await smallHistory(bench);
    const broken = bench.file('broken.jsonl', `${readFileSync(history, 'utf8')}{"index":99}\n`);
    const { code, stderr } = await bench.passbook(['export', broken, '--to', 'svg']);
    expect(code).toBe(65);
    expect(stderr).toMatch(/broken\.jsonl:\d+: "index" must be|broken\.jsonl:\d+: .*index/);
  });

  test('a picture of too much, with a way out', async ({ bench }) => {
    const history = await simulated(bench, 12);
    const { code, stdout, stderr } = await bench.passbook(['export', history, '--to', 'svg']);
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(/\d+ events are too many .*400.*--to html.*--from, --until, --customers or --witness/s);
    expect((await bench.passbook(['export', history, '--to', 'html'])).code).toBe(0);
  });

  test('a witness where nothing is wrong', async ({ bench }) => {
    const history = await simulated(bench, 3);
    const { code, stderr } = await bench.passbook(['export', history, '--to', 'svg', '--witness']);
    expect(code).toBe(1);
    expect(stderr).toContain('nothing is wrong with it');
  });
});

async function simulated(bench: Bench, seed: number): Promise<string> {
  const history = bench.path(`simulated-${seed}.jsonl`);
  await bench.passbook(['simulate', '--seed', String(seed), '--history', history]);
  return history;
}

async function smallHistory(bench: Bench): Promise<string> {
  const value = { event: 1, branch: 1, account: '1', amountMinor: 500, guarantees: [] };
  return bench.file(
    'small.jsonl',
    [
      { passbook: 'history', version: 1, branches: [1], foundedMinor: ['0'] },
      { index: 0, type: 'invoke', process: '1', f: 'deposit', value, time: 1000 },
      { index: 1, type: 'ok', process: '1', f: 'deposit', value: { event: 1 }, time: 9000 },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
}
