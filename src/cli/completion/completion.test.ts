import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { program } from '../program.js';
import { bashCompletion } from './bash.js';
import { fishCompletion } from './fish.js';
import { completionOf } from './model.js';
import { zshCompletion } from './zsh.js';

const passbook = program();
const completion = completionOf(passbook);
const SCRIPTS = { bash: bashCompletion(completion), zsh: zshCompletion(completion), fish: fishCompletion(completion) };
const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'passbook-completion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('no shell can miss what the program has', () => {
  test.each(['zsh', 'bash', 'fish'] as const)('%s knows every command and every flag', (shell) => {
    const script = SCRIPTS[shell];
    for (const command of passbook.commands) {
      expect(script).toContain(command.name());
      for (const { long, short } of command.options) {
        const spelled = shell === 'fish' ? [long && `-l ${long.slice(2)} `, short && `-s ${short.slice(1)} `] : [long, short];
        for (const flag of spelled) expect(script).toContain(flag ?? '');
      }
    }
  });

  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    test.runIf(has(shell))(`what is made for ${shell} has its syntax`, () => {
      const script = join(folder, shell);
      writeFileSync(script, SCRIPTS[shell]);
      const { status, stderr } = spawnSync(shell, ['-n', script], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });
  }
});

describe.runIf(has('bash'))('in bash', () => {
  beforeAll(() => {
    for (const name of ['input.json', 'in put.json', 'other.json']) writeFileSync(join(folder, name), '');
    mkdirSync(join(folder, 'inner'));
  });

  /** What bash offers for the last of the words, as it would on Tab. */
  function offered(...words: string[]): string[] {
    const set = `COMP_WORDS=(passbook ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}`;
    const input = `${SCRIPTS.bash}\n${set}\n_passbook\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-s'], { input, cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((line) => line !== '');
  }

  test('commands', () => {
    const names = passbook.commands.map((command) => command.name());
    expect(offered('')).toEqual(expect.arrayContaining([...names, 'help', '--version']));
    expect(offered('b')).toEqual(['branches']);
    expect(offered('--v')).toEqual(['--version']);
    expect(offered('help', 'c')).toEqual(['customers', 'check', 'completion']);
    expect(offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  test('flags of the command', () => {
    expect(offered('run', 'input.json', '--re')).toEqual(['--reasons', '--report']);
    expect(offered('branches', '--re')).toEqual([]);
    expect(offered('validate', '-')).toEqual(['--json', '-h', '--help']);
  });

  test('values of flags', () => {
    expect(offered('run', 'input.json', '--format', 'customers-')).toEqual(['customers-balance', 'customers-money']);
    expect(offered('customers', '-a', '')).toEqual(['local', 'majority', 'all']);
    expect(offered('run', '-g', 'mono')).toEqual(['monotonic-reads', 'monotonic-writes']);
    expect(offered('run', '--delay', '')).toEqual([]);
    expect(offered('run', '--out', 'inn')).toEqual(['inner']);
  });

  test('files, also with spaces', () => {
    expect(offered('run', 'in').sort()).toEqual(['in put.json', 'inner', 'input.json']);
    expect(offered('check', 'input.json', 'o')).toEqual(['other.json']);
  });
});
