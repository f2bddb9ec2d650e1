import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PLANTS } from '../plants/catalogue.mjs';
import { planted } from '../plants/plant.mjs';

/** The catalogue quotes the sources: it must not fall behind them. That each bug is found takes longer: npm run plants. */
describe('the catalogue of planted bugs', () => {
  test('has bugs in every part of the bank', () => {
    expect(Object.keys(PLANTS).length).toBeGreaterThanOrEqual(40);
    expect(new Set(Object.values(PLANTS).map(({ part }) => part)).size).toBeGreaterThanOrEqual(10);
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
