import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepareFiles } from './output-files.js';
import { checkFolder } from './planted.js';

const folder = mkdtempSync(join(tmpdir(), 'passbook-outputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file that cannot be written is said before the run, whichever option names it', () => {
  const path = join(folder, 'n'.repeat(300));
  for (const flag of ['--out', '--history', '--report'])
    expect(() => prepareFiles('scenario.json', { [flag]: path })).toThrow(/ cannot be written: ENAMETOOLONG/);
});

test('to look at files changes none of them', () => {
  const old = join(folder, 'old.txt');
  writeFileSync(old, 'old');
  prepareFiles('scenario.json', { '--out': old, '--report': join(folder, 'new.txt') });
  expect(readdirSync(folder)).toEqual(['old.txt']);
  expect(readFileSync(old, 'utf8')).toBe('old');
});

test('a folder in which no bug can be built in is said in a sentence, as wrong usage', () => {
  const path = join(folder, 'old.txt', 'plants');
  expect(() => checkFolder(path)).toThrow(expect.objectContaining({ exitCode: 64, message: expect.stringContaining(path) }));
});
