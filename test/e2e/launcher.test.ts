import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'passbook-'));
  mkdirSync(join(place, 'bin'));
  cpSync('bin/passbook.js', join(place, 'bin/passbook.js'));
  cpSync('package.json', join(place, 'package.json'));
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

function help(): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(place, 'bin/passbook.js'), '--help'], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the launcher', () => {
  it('says what to do when nothing is built', () => {
    const stderr = 'Passbook is not built yet. In its folder run: npm ci && npm run build\n';
    expect(help()).toEqual({ status: 1, stdout: '', stderr });
  });

  it.each([
    ['of another build', '// build 0000000000000000\nnonsense'],
    ['damaged', 'nonsense\n'],
    ['cut short', '// bui'],
    ['empty', ''],
  ])('runs although the compiled code is %s', (_, cache) => {
    cpSync('dist', join(place, 'dist'), { recursive: true });
    symlinkSync(resolve('node_modules'), join(place, 'node_modules'));
    const untouched = help();
    expect(untouched).toMatchObject({ status: 0, stdout: expect.stringContaining('passbook') });
    writeFileSync(join(place, 'dist/passbook.cache'), cache);
    expect(help()).toEqual(untouched);
  });
});
