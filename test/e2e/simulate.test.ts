import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readHistory } from '../../src/check/history/reader.js';
import { FAULT_NAMES } from '../../src/sim/fault-names.js';
import { PAIR_NAMES } from '../../src/sim/recoveries/pairs.js';
import { eventually, ROOT, test } from './harness.js';

describe('passbook simulate', () => {
  test('runs seeds on several processes as on one, and counts the same', async ({ bench }) => {
    const [alone, together] = await Promise.all(
      ['1', '2'].map((workers) => bench.passbook(['simulate', '--seeds', '60', '--from', '5', '--workers', workers, '--json'])),
    );
    expect(alone?.code, alone?.stderr).toBe(0);
    const tables = [alone, together].map((run) => JSON.parse(run?.stdout ?? ''));
    expect(tables[0]).toMatchObject({ from: 5, last: 64, seeds: 60, rare: [] });
    for (const table of ['pairs', 'counts']) expect(tables[1][table]).toEqual(tables[0][table]);
    expect(Object.keys(tables[0].pairs).filter((name) => !PAIR_NAMES.includes(name))).toEqual([]);
  });

  test('goes the same way for the same seed in every process, and says so by a hash', async ({ bench }) => {
    const runs = await Promise.all(['11', '11', '12'].map((seed) => bench.passbook(['simulate', '--seed', seed])));
    const hashes = runs.map(({ stdout }) => /^seed \d+: nothing wrong; trace hash ([0-9a-f]{16})\n$/.exec(stdout)?.[1]);
    expect(hashes[0]).toBeDefined();
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test('tells all that happened, with the odds first', async ({ bench }) => {
    const [trace, plain] = await Promise.all([
      bench.passbook(['simulate', '--seed', '7', '--trace']),
      bench.passbook(['simulate', '--seed', '7']),
    ]);
    expect(trace.code).toBe(0);
    expect(trace.stdout).toMatch(/^branches: \d\n/);
    expect(trace.stdout).toMatch(/\n +\d+ {2}c1 → \d/);
    expect(trace.stdout.trimEnd().split('\n').at(-1)).toBe(plain.stdout.trimEnd());
  });

  test('breaks only what it is told to', async ({ bench }) => {
    const { stdout } = await bench.passbook(['simulate', '--seeds', '60', '--faults', 'pause', '--json']);
    const { pairs } = JSON.parse(stdout);
    expect(pairs['pause × went on']).toBeGreaterThan(0);
    const others = FAULT_NAMES.filter((name) => name !== 'pause');
    for (const name of others) expect(pairs[`${name} × converged`] ?? 0, name).toBe(0);
  });

  test('records a history that reads back', async ({ bench }) => {
    const file = bench.path('history.jsonl');
    const run = await bench.passbook(['simulate', '--seed', '8', '--history', file]);
    expect(run.code).toBe(0);
    const [, command = ''] = /^the same judgement: npx passbook (check .*)\n$/m.exec(run.stderr) ?? [];
    expect(await bench.passbook(command.split(' '))).toMatchObject({ code: 0 });
    const { header, entries, operations } = readHistory(readFileSync(file, 'utf8').split('\n'));
    expect(header.seed).toBe(8);
    expect(operations.length).toBeGreaterThan(10);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['invoked', 'completed', 'branch', 'fault']));
  });

  test('runs a plan from a file, and says what is wrong with one', async ({ bench }) => {
    const plan = join(ROOT, 'regressions/answer-of-an-earlier-life.json');
    const run = await bench.passbook(['simulate', plan]);
    expect(run.stdout).toMatch(/: nothing wrong; trace hash /);
    const bad = bench.file('bad.json', readFileSync(plan, 'utf8').replace('"branches": 3', '"branches": 0'));
    const refused = await bench.passbook(['simulate', bad]);
    expect(refused.code).toBe(65);
    expect(refused.stderr).toContain('bad.json: "branches": expected a whole number from 1');
    const broken = await bench.passbook(['simulate', bench.file('broken.json', '{\n  "seed": 1,\n')]);
    const scenario = await bench.passbook(['simulate', 'scenarios/two-branches.json']);
    expect(scenario.code).toBe(65);
    expect(scenario.stderr).toContain('two-branches.json: expected a plan');
    expect(broken.code).toBe(65);
    expect(broken.stderr).toContain('broken.json:2: the file ends before the "{" of line 1 is closed');
  });

  // In a group of its own a signal reaches the workers, too, as Ctrl-C in a terminal does.
  test.for([
    ['SIGINT', 130, false],
    ['SIGINT', 130, true],
    ['SIGTERM', 143, false],
  ] as const)('%s: exit %i, at once, saying what was run (to the whole group: %s)', async ([signal, code, group], { bench }) => {
    const run = bench.start(['simulate', '--minutes', '5', '--workers', '2'], { group: true });
    await eventually('both workers run', () => bench.processes().length === 3);
    if (group) run.killGroup(signal);
    else run.kill(signal);
    const ended = await run.ended;
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(
      new RegExp(`^passbook: ${signal}: ended after \\d+ seeds?; (none of them failed|nothing was tested)\n$`),
    );
    await bench.nothingIsLeft();
  });

  test.for([
    [['--faults', 'crsh'], 'There is no fault "crsh". Did you mean crash?'],
    [['--seed', '1', '--seeds', '2'], 'cannot be used with'],
    [['--trace'], 'name its --seed'],
    [['--seeds', '0'], 'A whole number from 1 on.'],
  ])('%j is wrong usage', async ([args, message], { bench }) => {
    const { code, stderr } = await bench.passbook(['simulate', ...(args as string[])]);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
  });
});
