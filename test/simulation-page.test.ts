import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAULTS } from '../src/sim/fault-names.js';
import { PAIRS } from '../src/sim/recoveries/pairs.js';

const page = readFileSync('docs/simulation.md', 'utf8');
const rows = (columns: number) =>
  [...page.matchAll(/^\| (`.+`.*) \|$/gm)].map(([, row = '']) => row.split(' | ')).filter((row) => row.length === columns);

it('docs/simulation.md has every fault, in the words of the registry', () => {
  expect(rows(2)).toEqual(Object.entries(FAULTS).map(([name, meaning]) => [`\`${name}\``, meaning]));
});

it('docs/simulation.md has every trouble with every recovery, in the words of the registry', () => {
  const all = Object.entries(PAIRS).flatMap(([trouble, recoveries]) =>
    Object.entries(recoveries).map(([recovery, meaning]) => [`\`${trouble}\``, `\`${recovery}\``, meaning]),
  );
  expect(rows(3)).toEqual(all);
});
