import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import { branches, customer, deposit, query, scenario } from './bank.js';
import { type Bench, test } from './harness.js';

const INPUT = scenario(branches(2), customer(1, [deposit(10, { branch: 1 }), query({ branch: 1 }), query({ branch: 2 })]));

function results(first: number | string, second = first): string {
  const entries = [
    { interface: 'deposit', branch: 1, result: 'success' },
    { interface: 'query', branch: 1, balance: first },
    { interface: 'query', branch: 2, balance: second },
  ];
  return JSON.stringify(entries.map((entry) => ({ id: 1, recv: [entry] })));
}

/** Writes the files and returns their folder. */
function folder(bench: Bench, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, text] of Object.entries(files)) {
    const path = bench.path(`handed-in/${name}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return bench.path('handed-in');
}

const HANDED_IN = {
  'ada.json': results(10),
  'student10/output.json': results(10, 0),
  'student2/output.json': results('10.0'),
  'student2/input.json': INPUT,
  'student2/notes.md': 'not results',
  'broken.json': '[{"id": 1, "recv": [',
  'bytes.txt': new Uint8Array([0x5b, 0xff, 0x80]),
  '.DS_Store': 'what operating systems leave behind',
};

describe('passbook grade', () => {
  test('a row a file, sorted by name, and the worst decides', async ({ bench }) => {
    const input = bench.file('the scenario.json', INPUT);
    const ended = await bench.passbook(['grade', folder(bench, HANDED_IN), '--scenario', input]);
    const rows = ended.stdout.trimEnd().split('\n');
    expect(rows.map((row) => row.split(/ {2,}/).slice(0, 3))).toEqual([
      ['file', 'verdict', 'pairs'],
      ['ada.json', 'holds', '1/1'],
      ['broken.json', 'unreadable', expect.stringMatching(/^line 1:\d+: error: /)],
      ['bytes.txt', 'unreadable', expect.stringContaining('is not UTF-8 text')],
      ['student2/output.json', 'holds', '1/1'],
      ['student10/output.json', 'violated', '0/1'],
    ]);
    expect(rows[5]).toContain('ReadYourWrites: customer 1, event 3 (query at branch 2) answered 0');
    expect(ended.stderr).toBe(
      '5 files: 2 holds, 1 violated, 2 unreadable; left out: 1 scenario (student2/input.json); passed over: student2/notes.md\n',
    );
    expect(ended.code).toBe(1);
  });

  test('--json for programs', async ({ bench }) => {
    const input = bench.file('input.json', INPUT);
    const ended = await bench.passbook(['grade', folder(bench, HANDED_IN), '--scenario', input, '--json']);
    const told = JSON.parse(ended.stdout);
    expect(told.totals).toEqual({ files: 5, holds: 2, violated: 1, unknown: 0, unreadable: 2, missing: 0 });
    expect(told.files[0]).toMatchObject({
      file: 'ada.json',
      verdict: 'holds',
      courseCount: { correct: 1, total: 1 },
      firstFinding: null,
      warnings: [],
      details: { verdict: 'holds', findings: [] },
    });
    expect(told.files[1]).toMatchObject({ file: 'broken.json', verdict: 'unreadable', courseCount: null, details: null });
    expect(told.files[4].details.findings[0]).toMatchObject({ customer: 1, event: 3, branch: 2 });
    expect(ended.code).toBe(1);
  });

  test('exit 0 if all hold, 2 if some cannot be decided', async ({ bench }) => {
    const input = bench.file('input.json', INPUT);
    const all = folder(bench, { 'a.json': results(10) });
    expect(await bench.passbook(['grade', all, '--scenario', input])).toMatchObject({ code: 0 });
    folder(bench, { 'b.json': results(10).replaceAll(',"balance":10', ',"result":"unknown"') });
    expect(await bench.passbook(['grade', all, '--scenario', input])).toMatchObject({ code: 2 });
  });
});

describe('nobody is left out in silence', () => {
  test('results deeper in a folder, a folder without any, and files that are not looked at', async ({ bench }) => {
    const input = bench.file('input.json', INPUT);
    const handed = folder(bench, {
      'ada/deep/er/output.json': results(10),
      'bob/report.pdf': 'not results',
      'bob/node_modules/x/package.json': '{}',
      'cy.zip': 'not results',
      'dee/1/2/3/4/5/6/output.json': results(10),
    });
    mkdirSync(bench.path('handed-in/eve'));
    const ended = await bench.passbook(['grade', handed, '--scenario', input]);
    expect(ended.stdout.split('\n').slice(1)).toEqual(
      [
        'ada/deep/er/output.json  holds    1/1    ',
        'bob/                     missing         no results found',
        'dee/                     missing         no results found',
        'eve/                     missing         no results found',
        '',
      ].map((row) => row.trimEnd()),
    );
    const said = '1 file: 1 holds; no results in 3 folders; passed over: cy.zip, bob/report.pdf, dee/1/2/3/4/5/6/\n';
    expect(ended.stderr).toBe(said);
    expect(ended.code).toBe(1);
  });

  test.for([
    ['a history', '{"passbook":"history","version":1}\n', 'error: this is a history, not results'],
    ['an empty object', '{}', 'error: nothing in this file is a result'],
    ['branches', '[{"id":1,"type":"branch","balance":3}]', 'error: nothing in this file is a result'],
  ] as const)('%s is no results', async ([, text, message], { bench }) => {
    const handed = folder(bench, { 'input.json': INPUT, 'ada.json': text });
    const ended = await bench.passbook(['grade', handed]);
    expect(ended.stdout).toMatch(new RegExp(`\nada\\.json {2}unreadable .*${message}`));
    expect(ended.code).toBe(1);
  });

  test('one line with the right final balance does not pass, and what is ignored is told', async ({ bench }) => {
    const handed = folder(bench, { 'input.json': INPUT, 'ada.json': '[{"id":1,"balance":10},{}]' });
    const ended = await bench.passbook(['grade', handed]);
    expect(ended.stdout).toMatch(/\nada\.json {2}unknown .*final balances alone: .* \(line 1:\d+: warning: .* is ignored\)/);
    expect(ended.code).toBe(2);
  });
});

describe('the scenario may be left out where the folder has one', () => {
  test.for([
    [['input.json'], 'input.json'],
    [['scenario.json', 'other.json'], 'scenario.json'],
    [['bank of 2024.json'], 'bank of 2024.json'],
  ] as const)('%s', async ([names, used], { bench }) => {
    const files = Object.fromEntries(names.map((name) => [name, INPUT]));
    const ended = await bench.passbook(['grade', folder(bench, { ...files, 'ada/output.json': results(10) })]);
    expect(ended.stderr).toMatch(new RegExp(`^passbook: the scenario is .*${used}\n`));
    expect(ended.stdout).toMatch(/\nada\/output\.json {2}holds/);
    expect(ended.code).toBe(0);
  });

  test.for([
    ['several', { 'a.json': INPUT, 'b.json': INPUT }, 64, 'there are several scenarios (a.json, b.json)'],
    ['none', { 'a.json': results(10) }, 64, 'there is no scenario in'],
    ['one that is broken', { 'input.json': '[', 'a.json': results(10) }, 65, 'nothing was graded'],
    ['nothing else', { 'input.json': INPUT }, 65, 'there are no results in'],
  ] as const)('%s: exit with what to do', async ([, files, code, message], { bench }) => {
    const ended = await bench.passbook(['grade', folder(bench, files)]);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(message);
  });

  test('a folder that does not exist', async ({ bench }) => {
    const ended = await bench.passbook(['grade', bench.path('nowhere')]);
    expect(ended).toMatchObject({ code: 65, stdout: '' });
    expect(ended.stderr).toContain('nowhere cannot be read: there is no such folder');
    const file = await bench.passbook(['grade', bench.file('a.json', results(10))]);
    expect(file).toMatchObject({ code: 65, stdout: '' });
    expect(file.stderr).toContain('a.json is a file, not a folder; for one file: passbook check <scenario> <results>');
  });
});
