// Plants every bug of the catalogue, one after another, and lets the simulator
// look for it. Prints a table, and with --write puts it into docs/planted-bugs.md.
// Ends with 1 if any bug was not found.
//
//   npm run plants [-- --seeds 10000] [--write] [--known] [NAME ...]
//
// With --known it looks first at the seed that the page names for a bug, and only if
// that does not show it any more, for another one.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { PLANTS } from './catalogue.mjs';
import { build } from './plant.mjs';

const { values, positionals } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false },
    known: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(PLANTS);
const PAGE = 'docs/planted-bugs.md';
/** A bug may also make a loop without an end, in which the simulator cannot find anything. */
const LIMIT_MS = 30 * 60_000;
/** By name, the seed that has shown the bug before. */
const KNOWN = new Map(
  [...readFileSync(PAGE, 'utf8').matchAll(/^\| `(.+?)` \|.*\| (\d+) \| `\w+` \|$/gm)].map(([, name, seed]) => [
    name,
    Number(seed),
  ]),
);
const MARK = '<!-- the table is written by: npm run plants -- --write -->';

/**
 * @typedef {object} Found
 * @property {string} name
 * @property {number | undefined} seed The first one that shows the bug, from 1: so many seeds were needed.
 * @property {string} as
 */

/**
 * @param {string} name
 * @returns {Promise<Found>}
 */
async function find(name) {
  const plant = PLANTS[name];
  if (!plant) throw new Error(`there is no planted bug ${name}`);
  const path = await build(name, plant);
  const known = values.known ? KNOWN.get(name) : undefined;
  const there = known && (await look(name, path, known, 1));
  return there?.seed ? there : look(name, path, 1, Number(values.seeds));
}

/**
 * @param {string} name
 * @param {string} path The program with the bug.
 * @param {number} from
 * @param {number} count
 * @returns {Promise<Found>}
 */
async function look(name, path, from, count) {
  const args = [path, 'simulate', '--from', `${from}`, '--seeds', `${count}`, '--workers', '1', '--json'];
  const env = { ...process.env, PASSBOOK_PLANTED: name };
  try {
    const told = await new Promise((resolve) => {
      const options = { env, maxBuffer: 1 << 26, timeout: LIMIT_MS };
      execFile(process.execPath, args, options, (_, stdout, stderr) => resolve({ stdout, stderr }));
    });
    const { seeds, failed } = JSON.parse(told.stdout);
    if (!failed && seeds !== count) throw new Error(told.stderr);
    return { name, seed: failed?.seed, as: failed?.failure.anomaly ?? '' };
  } catch (error) {
    throw new Error(`${name}: the simulator has not said what it found`, { cause: error });
  }
}

/** @param {readonly Found[]} found */
function table(found) {
  const rows = found.map(({ name, seed, as }) => {
    const { part, mistake } = PLANTS[name] ?? { part: '', mistake: '' };
    return `| \`${name}\` | ${part} | ${mistake} | ${seed ?? 'not found'} | ${as && `\`${as}\``} |`;
  });
  return ['| bug | part | mistake | seeds needed | found as |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** @type {Found[]} */
const found = [];
const left = [...names];
/** As many at a time as there are cores. */
async function work() {
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    const one = await find(name);
    found.push(one);
    const what = one.seed === undefined ? `NOT FOUND in ${values.seeds} seeds` : `seed ${String(one.seed).padEnd(6)} ${one.as}`;
    process.stdout.write(`${name.padEnd(34)}${what}\n`);
  }
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), names.length) }, work));
found.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
const missed = found.filter(({ seed }) => seed === undefined);
process.stdout.write(`${found.length - missed.length} of ${found.length} planted bugs found\n`);
if (values.write) writeFileSync(PAGE, `${readFileSync(PAGE, 'utf8').split(MARK)[0]}${MARK}\n\n${table(found)}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;
