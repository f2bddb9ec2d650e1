import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORK_KINDS } from '../src/check/history/branches.js';
import { readHistory } from '../src/check/history/reader.js';
import { ANOMALIES } from '../src/check/results/verdict.js';
import { program } from '../src/cli/program.js';
import { ANOMALIES as HISTORY_ANOMALIES } from '../src/domain/anomalies.js';
import { FAULT_KINDS } from '../src/domain/history.js';
import { reportOf } from '../src/render/report/facts.js';
import { reportJson } from '../src/render/report/json.js';
import { RESULT_FORMS } from '../src/scenario/scenario.js';

const pages = ['README.md', 'scenarios/README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
const read = (name: string) => readFileSync(name, 'utf8');
const commands = new Map(program().commands.map((command) => [command.name(), command]));

describe('what the documentation says', () => {
  it.each(pages)('%s names only commands and flags that there are', (name) => {
    for (const [line, command = '', rest = ''] of read(name).matchAll(/npx passbook (\w+)((?: +[^\s`|&<>]+)*)/g)) {
      const flags = commands.get(command)?.options.flatMap(({ long, short }) => [long, short]);
      expect(flags, line).toBeDefined();
      for (const flag of rest.split(/\s+/).filter((word) => /^--?[a-z]/.test(word))) expect(flags, line).toContain(flag);
    }
  });

  it('docs/results.md has every form', () => {
    for (const form of RESULT_FORMS) expect(read('docs/results.md')).toContain(`| \`${form}\` |`);
  });

  it('docs/grading.md has every anomaly, in the words of the registry', () => {
    const rows = [...read('docs/grading.md').matchAll(/^\| `([A-Z]\w+)` \| (.+) \|$/gm)].map(([, name, meaning]) => [
      name,
      meaning,
    ]);
    expect(rows).toEqual(Object.entries(ANOMALIES).map(([name, { meaning }]) => [name, meaning]));
  });

  it('docs/history.md has every kind of line, and examples that can be read', () => {
    const page = read('docs/history.md');
    for (const kind of [...WORK_KINDS, ...FAULT_KINDS]) expect(page).toContain(`\`${kind}\``);
    const examples = [...page.matchAll(/```json\n([^`]+)```/g)].flatMap(([, lines = '']) => lines.trim().split('\n'));
    expect(readHistory(examples).entries).toHaveLength(examples.length - 1);
  });

  it('docs/checking.md has every anomaly of a history, as the registry has it', () => {
    const rows = [...read('docs/checking.md').matchAll(/^\| `([A-Z]\w+)` \| (\w+) \| (.+) \| (.+) \|$/gm)].map((row) =>
      row.slice(1),
    );
    const expected = Object.entries(HISTORY_ANOMALIES).map(([name, { family, meaning, shownBy }]) => [
      name,
      family,
      meaning,
      shownBy.join(', '),
    ]);
    expect(rows).toEqual(expected);
  });

  it('docs/report.md has every key of a report', () => {
    const verdict = { guarantees: [], overall: 'holds' } as const;
    const operations = { total: 0, done: 0 };
    const empty = { scenario: '', operations, customers: [], branches: [], history: [], verdict, failures: [] };
    const keys = Object.entries(JSON.parse(reportJson(reportOf(empty))) as Record<string, unknown>);
    for (const [key, value] of keys)
      expect(read('docs/report.md')).toContain(`\`${key}${Array.isArray(value) && key !== 'failures' ? '[]' : ''}\``);
  });
});
