import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PLANTS } from '../plants/catalogue.mjs';
import { planted } from '../plants/plant.mjs';

const NAMES = Object.keys(PLANTS);
const BUGS = new URL('../plants/bugs/', import.meta.url);

/** The catalogue quotes the sources: it must not fall behind them. That each bug is found takes longer: npm run plants. */
describe('the catalogue of planted bugs', () => {
  test('has bugs in every part of the bank', () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(Object.values(PLANTS).map(({ part }) => part)).size).toBeGreaterThanOrEqual(10);
  });

  test('has all bugs of all files, each by a name of its own', async () => {
    const files = await Promise.all(readdirSync(BUGS).map((file) => import(new URL(file, BUGS).href)));
    const names = files.flatMap((file) => Object.values(file).flatMap((plants) => Object.keys(plants as object)));
    expect(names.sort()).toEqual([...NAMES].sort());
  });

  test('is what the pages say', () => {
    const rows = readFileSync('docs/planted-bugs.md', 'utf8').matchAll(/^\| `([^`]+)` .* \| \d+ \|/gm);
    expect([...rows].map(([, name]) => name)).toEqual(NAMES);
    expect(readFileSync('README.md', 'utf8')).toContain(`${NAMES.length} planted bugs`);
  });

  test.each(Object.entries(PLANTS))('%s can be planted', (name, { mistake, changes }) => {
    expect(mistake).toMatch(/^[A-Z].*\.$/);
    const files = new Map<string, string>();
    for (const change of changes) {
      expect(existsSync(change.file), change.file).toBe(true);
      const source = files.get(change.file) ?? readFileSync(change.file, 'utf8');
      files.set(change.file, planted(source, change, name));
    }
    for (const [file, source] of files) expect(source).not.toBe(readFileSync(file, 'utf8'));
  });
});
