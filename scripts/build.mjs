// Builds dist/ from src/, unless it is current. Runs at install (`prepare`) and
// before the tests, so it must cost nothing when there is nothing to do, and two
// at once must not disturb each other.
//
//   dist/passbook.js, dist/branch.js   what is started: scripts/loader.cjs
//   dist/*.cjs, dist/*.cjs.map         the bundles, with every dependency inside
//   dist/*.cache                       their compiled code, for this Node
//   dist/index.mjs                     what programs import
//   dist/types/                        its types
//   dist/contract.binpb                the contract, for reflection
//   dist/stamp                         names what all of this was built from
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOptions, libraryOptions } from './bundle.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const ENTRIES = { passbook: 'src/cli/main.ts', branch: 'src/server/process.ts' };
const LIBRARY = 'src/index.ts';
const CONTRACT = 'src/wire/generated/contract.binpb';
const OUTPUTS = [
  ...Object.keys(ENTRIES).flatMap((name) => [`${name}.js`, `${name}.cjs`]),
  ...['index.mjs', 'types/index.d.ts', 'types/package.json', 'contract.binpb', 'package.json'],
];

/** A hash of everything that the output depends on; the compiled code depends on the Node. */
function stampOfInputs() {
  const sources = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const rest = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    ...['build.mjs', 'bundle.mjs', 'browser-script.mjs', 'loader.cjs', 'code-cache.cjs', 'types.tsconfig.json'].map(
      (name) => `scripts/${name}`,
    ),
  ];
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`);
  for (const path of [...sources, ...rest].sort()) {
    const text = readFileSync(path);
    hash.update(`\n${path} ${text.length}\n`).update(text);
  }
  return hash.digest('hex').slice(0, 16);
}

function isCurrent(stamp) {
  if (!OUTPUTS.every((name) => existsSync(join('dist', name)))) return false;
  return existsSync('dist/stamp') && readFileSync('dist/stamp', 'utf8') === stamp;
}

function saveCompiledCode(outdir, name) {
  const paths = [join(outdir, `${name}.cjs`), join(outdir, `${name}.cache`)];
  try {
    execFileSync(process.execPath, ['scripts/code-cache.cjs', ...paths], { stdio: 'ignore', timeout: 10_000 });
  } catch {
    // Without it the bundle starts slower, which is no reason to refuse to install.
  }
}

/** The declarations that the library's own lead to: those of what is inside stay inside. */
function writeTypes(outdir) {
  const all = join(outdir, 'all-types');
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [tsc, '--project', 'scripts/types.tsconfig.json', '--outDir', all], { stdio: 'inherit' });
  const waiting = ['index.d.ts'];
  const taken = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = readFileSync(join(all, path), 'utf8');
    mkdirSync(join(outdir, 'types', dirname(path)), { recursive: true });
    writeFileSync(join(outdir, 'types', path), text);
    for (const [, name] of text.matchAll(/ from '(\.[^']+)\.js'/g)) {
      const next = join(dirname(path), `${name}.d.ts`);
      if (!taken.has(next)) waiting.push(next);
      taken.add(next);
    }
  }
  rmSync(all, { recursive: true });
  writeFileSync(join(outdir, 'types/package.json'), '{ "type": "module" }\n');
}

/** One file after the other, so that whoever reads meanwhile finds each, old or new. */
function moveAll(from, to) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, path));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(path, target);
  }
}

async function build(stamp) {
  const esbuild = await import('esbuild');
  mkdirSync('dist', { recursive: true });
  const outdir = mkdtempSync('dist/part-');
  try {
    await esbuild.build(bundleOptions(ENTRIES, outdir, `build ${stamp}`));
    for (const name of Object.keys(ENTRIES)) {
      copyFileSync('scripts/loader.cjs', join(outdir, `${name}.js`));
      saveCompiledCode(outdir, name);
    }
    await esbuild.build(libraryOptions(LIBRARY, join(outdir, 'index.mjs')));
    writeTypes(outdir);
    copyFileSync(CONTRACT, join(outdir, 'contract.binpb'));
    writeFileSync(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
    moveAll(outdir, 'dist');
    writeFileSync(join(outdir, 'stamp'), stamp);
    renameSync(join(outdir, 'stamp'), 'dist/stamp');
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

try {
  const stamp = stampOfInputs();
  if (!isCurrent(stamp)) await build(stamp);
} catch (error) {
  if (error.code === 'ERR_MODULE_NOT_FOUND') console.error('There is nothing to build with yet. Run: npm ci');
  else if (!error.errors) console.error(error.message); // esbuild has shown its own
  // npx runs `prepare` once, when it first links this folder. If that fails, npx
  // never works here again; bin/passbook.js says better that the build is missing.
  process.exitCode = process.env.npm_command === 'exec' ? 0 : 1;
}
