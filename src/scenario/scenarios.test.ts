import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from './diagnostic.js';
import { readScenario } from './read.js';
import type { Scenario } from './scenario.js';

const FOLDER = join(import.meta.dirname, '../../scenarios');

function jsonFilesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

function read(name: string): Scenario {
  const result = readScenario(readFileSync(join(FOLDER, name), 'utf8'), name);
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  expect(result.warnings).toEqual([]);
  return result.scenario;
}

describe('the scenarios of this project', () => {
  test.each(jsonFilesOf(FOLDER))('%s is read without a warning, and listed in the README', (name) => {
    expect(read(name).customers.length).toBeGreaterThan(0);
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    expect(readme).toContain(`| \`${name}\``);
    expect(readme).toContain(`npx passbook run scenarios/${name}`);
  });

  test('ten branches: 60 events, from 0 to 100 and back to 0', () => {
    const { branches, initialBalanceMinor, customers, form } = read('ten-branches.json');
    const events = customers.flatMap((customer) => customer.events);
    expect([branches.length, initialBalanceMinor, customers.length, events.length, form]).toEqual([10, 0n, 1, 60, 'events']);
    let balance = 0;
    const balances: number[] = [];
    for (const { kind, amountMinor = 0 } of events) {
      if (kind === 'query') balances.push(balance);
      else balance += kind === 'deposit' ? amountMinor : -amountMinor;
    }
    const up = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].flatMap((units) => [units * 100, units * 100]);
    const down = [90, 80, 70, 60, 50, 40, 30, 20, 10].flatMap((units) => [units * 100, units * 100]);
    expect(balances).toEqual([0, ...up, ...down, 0]);
    const pairs = events.filter((event, index) => event.kind === 'query' && events[index + 1]?.kind === 'query');
    expect(pairs).toHaveLength(19);
  });
});

const extra = process.env.PASSBOOK_EXTRA_SCENARIOS;

/** Any folder of scenarios: they may be good or bad, but the reader must come to an answer. */
describe.runIf(extra)('the scenarios of PASSBOOK_EXTRA_SCENARIOS', () => {
  test.each(extra ? jsonFilesOf(extra) : [])('%s', (name) => {
    const text = readFileSync(join(extra ?? '', name), 'utf8');
    const result = readScenario(text, name);
    const found = 'problems' in result ? result.problems : result.warnings;
    for (const diagnostic of found) expect(formatDiagnostic(diagnostic, text)).toContain(`${name}:${diagnostic.line}:`);
  });
});
