// Builds and runs the command with one planted bug: `passbook simulate --plant NAME`
// comes here. The bug exists in that bundle alone: the sources and the product
// never contain it.
//
//   node plants/plant.mjs NAME simulate --seeds 100
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOptions } from '../scripts/bundle.mjs';
import { PLANTS } from './catalogue.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'dist', 'plants');

/** @typedef {import('./catalogue.mjs').Plant} Plant */

/**
 * The source with the bug in it. Throws if the text to change is not there
 * exactly once: then the catalogue has fallen behind the sources.
 *
 * @param {string} source
 * @param {{ from: string, to: string }} change
 * @param {string} where
 */
export function planted(source, { from, to }, where) {
  const found = source.split(from).length - 1;
  if (found !== 1) throw new Error(`${where}: the text to change is there ${found} times, not once:\n${from}`);
  return source.replace(from, () => to);
}

/**
 * Returns the path of the bundle.
 *
 * @param {string} name
 * @param {Plant} plant
 */
export async function build(name, { changes }) {
  const { build } = await import('esbuild');
  mkdirSync(FOLDER, { recursive: true });
  const left = new Set(changes);
  /** @type {import('esbuild').Plugin} */
  const plugin = {
    name: 'plant',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const mine = changes.filter(({ file }) => path === join(ROOT, file));
        if (mine.length === 0) return undefined;
        let contents = readFileSync(path, 'utf8');
        for (const change of mine) {
          contents = planted(contents, change, `${name}: ${change.file}`);
          left.delete(change);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
  await build({
    ...bundleOptions({ [name]: join(ROOT, 'src/cli/main.ts') }, FOLDER, `the bank with a planted bug: ${name}`, [plugin]),
    absWorkingDir: ROOT,
    sourcemap: false,
  });
  if (left.size > 0) throw new Error(`${name}: ${[...left][0]?.file} is no part of the command`);
  return join(FOLDER, `${name}.cjs`);
}

/** @param {string[]} argv */
async function main(argv) {
  const [name = '', ...args] = argv;
  const plant = PLANTS[name];
  if (!plant) {
    const names = Object.keys(PLANTS).join('\n  ');
    process.stderr.write(`passbook: there is no planted bug ${JSON.stringify(name)}. There are:\n  ${names}\n`);
    return 64;
  }
  const path = await build(name, plant);
  return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status ?? 70;
}

if (basename(process.argv[1] ?? '') === 'plant.mjs') process.exitCode = await main(process.argv.slice(2));
