import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { program } from '../../src/cli/program.js';
import { freeBasePort, test } from './harness.js';

const TWO = 'scenarios/two-branches.json';
const TWO_RESULTS = `[
  {"id":1,"recv":[{"interface":"deposit","branch":1,"result":"success"}]},
  {"id":1,"recv":[{"interface":"query","branch":1,"balance":400}]},
  {"id":1,"recv":[{"interface":"query","branch":2,"balance":400}]}
]
`;

describe('the commands of course projects', () => {
  test.for([
    ['main', TWO],
    ['main.py', TWO],
    ['main', '--input_file', TWO],
    ['--input_file', TWO],
    ['run', '--input_file', TWO],
    ['run', `--input-file=${TWO}`],
  ])('%j', async (args, { bench }) => {
    const ended = await bench.passbook([...args, '--base_port', '0']);
    expect(ended.stdout).toBe(TWO_RESULTS);
    expect(ended.stderr).toMatch(new RegExp(`^passbook: read as: passbook run ${TWO} --base-port 0\n`));
    expect(ended.code).toBe(0);
  });

  test('two terminals: run_branch and run_customer, with the output where it used to be', async ({ bench }) => {
    const basePort = await freeBasePort(2);
    const started = bench.start(['run_branch', TWO, '--base_port', basePort]);
    await started.says(/2 branches listen/);
    const out = bench.path('output/output.json');
    const ended = await bench.passbook(['run_customer', '--input_file', TWO, '--output_file', out, '--base-port', basePort]);
    expect(ended.stderr).toContain(`passbook: read as: passbook customers ${TWO} --out ${out} --base-port ${basePort}\n`);
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toBe(TWO_RESULTS);
    started.kill('SIGINT');
    expect(await started.ended).toMatchObject({ code: 0 });
  });

  test.for([
    [['checker', 'output.json'], 'type: passbook check SCENARIO output.json '],
    [['checker.py', 'input.json', 'output.json'], 'type: passbook check input.json output.json '],
    [[TWO], `type: passbook run ${TWO} `],
    [[TWO, '--output_file', 'a b.json'], `type: passbook run ${TWO} --out 'a b.json' `],
  ] as const)('%j is answered with the right command', async ([args, message], { bench }) => {
    const ended = await bench.passbook(args);
    expect(ended).toMatchObject({ code: 64, stdout: '' });
    expect(ended.stderr).toContain(message);
    expect(existsSync('a b.json')).toBe(false);
  });

  test('what nobody ever used stays unknown', async ({ bench }) => {
    const command = await bench.passbook(['chekc', TWO, 'output.json']);
    expect(command.stderr).toContain("unknown command 'chekc'\n(Did you mean check?)");
    const flag = await bench.passbook(['grade', '.', '--scenaro', TWO]);
    expect(flag.stderr).toContain("unknown option '--scenaro'\n(Did you mean --scenario?)");
    expect([command.code, flag.code]).toEqual([64, 64]);
  });
});

describe('every command', () => {
  const names = program().commands.map((command) => command.name());

  test.for(names)('%s --help begins with examples of it, which it understands', async (name, { bench }) => {
    const ended = await bench.passbook([name, '--help']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(new RegExp(`^Examples:\n.*passbook ${name} `));
    expect(ended.stdout).toContain(`Usage: passbook ${name} `);
  });
});

describe('passbook validate', () => {
  test('a good scenario in one line, on standard output', async ({ bench }) => {
    expect(await bench.passbook(['validate', 'scenarios/ten-branches.json'])).toMatchObject({
      code: 0,
      stdout: 'scenarios/ten-branches.json: 1 customer, 10 branches, 60 events, results as events\n',
      stderr: '',
    });
  });

  test('warnings are shown, and it can still be run', async ({ bench }) => {
    const stdin = '[{"id":1,"type":"branch","balance":0,"bank":"x"},{"id":1,"type":"customer","events":[]}]';
    const ended = await bench.passbook(['validate', '-'], { stdin });
    expect(ended.stdout).toBe('standard input: 1 customer, 1 branch, 0 events, results as customers; 1 warning\n');
    expect(ended.stderr).toMatch(/^standard input:1:\d+: warning: /);
    expect(ended.code).toBe(0);
  });

  test('a branch whose port does not exist is warned of, with the way out', async ({ bench }) => {
    const stdin = '[{"id":70000,"type":"branch","balance":0},{"id":1,"type":"customer","events":[]}]';
    const ended = await bench.passbook(['validate', '-'], { stdin });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain(
      'warning: branch 70000 would listen on port 90000, above 65535; only --base-port 0 has a port for it\n',
    );
  });

  test('a bad one with all that is wrong: exit 65', async ({ bench }) => {
    const stdin = '[{"id":1,"type":"branch","balance":-1},\n{"id":1,"type":"customer","events":[{"interface":"depost"}]}]';
    const ended = await bench.passbook(['validate', '-'], { stdin });
    expect(ended).toMatchObject({ code: 65, stdout: '' });
    expect(ended.stderr).toContain('standard input:1:');
    expect(ended.stderr).toContain('did you mean "deposit"?');
    expect(ended.stderr).toMatch(/passbook: standard input: 2 errors\n$/);
    const json = await bench.passbook(['validate', '-', '--json'], { stdin });
    const told = JSON.parse(json.stdout);
    expect(told).toMatchObject({ valid: false, form: null });
    expect(told.problems.map(({ severity, line }: { severity: string; line: number }) => [severity, line])).toEqual([
      ['error', 1],
      ['error', 2],
    ]);
    expect(json).toMatchObject({ code: 65, stderr: '' });
  });
});

describe('passbook completion', () => {
  const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

  test.runIf(hasBash)('can be sourced, and completes', async ({ bench }) => {
    const { stdout, code } = await bench.passbook(['completion', 'bash']);
    const input = `${stdout}\nCOMP_WORDS=(passbook run x --fo); COMP_CWORD=3; _passbook; echo "\${COMPREPLY[@]}"; complete -p passbook`;
    const bash = spawnSync('bash', ['--norc', '-s'], { input, encoding: 'utf8' });
    expect(bash).toMatchObject({ stdout: '--format\ncomplete -o filenames -F _passbook passbook\n', stderr: '' });
    expect(code).toBe(0);
  });

  test('for a shell that it does not know: exit 64', async ({ bench }) => {
    const ended = await bench.passbook(['completion', 'tcsh']);
    expect(ended).toMatchObject({ code: 64, stdout: '' });
    expect(ended.stderr).toContain('Allowed choices are bash, zsh, fish');
  });
});
