import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOLDERS } from './tidy/rules.js';
import {
  deadFiles,
  forbiddenImports,
  forbiddenText,
  forbiddenUses,
  format,
  incompleteLockfile,
  type Tree,
  type Violation,
} from './tidy/scan.js';

function read(paths: readonly string[]): Tree {
  return new Map(paths.filter((path) => existsSync(path)).map((path) => [path, readFileSync(path, 'utf8')]));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
}

/** Without git (a downloaded archive) at least the code. */
function tracked(): string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\0');
  } catch {
    return code;
  }
}

const code = [...walk('src'), ...walk('test')];
const tree = read(code);
const lines = (violations: readonly Violation[]) => violations.map(format).join('\n');

describe('the tree is tidy', () => {
  it('folders import only what lies below them', () => {
    expect(lines(forbiddenImports(tree))).toBe('');
  });

  it('every row of the table is about a folder that exists', () => {
    expect(Object.keys(FOLDERS).filter((folder) => !existsSync(`src/${folder}`))).toEqual([]);
  });

  it('time, chance and I/O stay out of the folders that have to be repeatable', () => {
    expect(lines(forbiddenUses(tree))).toBe('');
  });

  it('every file is used', () => {
    expect(lines(deadFiles(tree))).toBe('');
  });

  it('no file names one machine or one registry', () => {
    expect(lines(forbiddenText(read(tracked().filter((path) => path.length > 0 && !path.endsWith('.binpb')))))).toBe('');
  });

  it('the lockfile can be installed everywhere', () => {
    expect(lines(incompleteLockfile('package-lock.json', readFileSync('package-lock.json', 'utf8')))).toBe('');
  });
});

describe('the scanner finds what is planted', () => {
  const plant = (path: string, text: string): Tree => new Map([[path, text]]);

  it.each([
    ['src/core/a.ts', "import { x } from '../server/x.js';", 'core must not import server'],
    ['src/core/a.ts', "import type { X } from '../server/x.js';", 'core must not import server'],
    ['src/core/a.ts', "export * from '../server/x.js';", 'core must not import server'],
    ['src/core/a.ts', "type X = import('../server/x.js').X;", 'core must not import server'],
    ['src/server/a.ts', "await import('../cli/main.js');", 'server must not import cli'],
    ['src/check/a.ts', "import { Branch } from '../core/branch.js';", 'check must not import core'],
    ['src/check/a.test.ts', "import { Branch } from '../core/branch.js';", 'check must not import core'],
    ['src/client/a.ts', "import { Branch } from '../core/branch.js';", 'client must not import core'],
    ['src/domain/a.ts', "import { readFileSync } from 'node:fs';", 'domain must not import node:'],
    ['src/core/a.ts', "import { Server } from '@grpc/grpc-js/build/src/server.js';", 'core must not import @grpc/grpc-js'],
    ['src/attic/a.ts', '', 'src/attic has no row in the table'],
  ])('%s: %s', (path, text, what) => {
    expect(forbiddenImports(plant(path, `\n${text}`))).toMatchObject([{ path, line: text ? 2 : 1, what }]);
  });

  it('allows what the table allows', () => {
    expect(
      forbiddenImports(plant('src/core/a.ts', "import { assert } from '../std/assert.js';\nimport { b } from './b.js';")),
    ).toEqual([]);
    expect(forbiddenImports(plant('src/core/a.test.ts', "import { it } from 'vitest';"))).toEqual([]);
  });

  it.each([
    ['Date.now()', 'no Date.now here'],
    ['new Date()', 'no new Date here'],
    ['Math.random()', 'no Math.random here'],
    ['setTimeout(() => 1, 2)', 'no setTimeout() here'],
    ['process.env.HOME', 'no process.env here'],
    ["globalThis['process']", 'no globalThis.* here'],
    ['performance.now()', 'no performance.now here'],
  ])('%s', (text, what) => {
    expect(forbiddenUses(plant('src/core/a.ts', `// why\nconst x = ${text};`))).toMatchObject([{ line: 2, what }]);
    expect(forbiddenUses(plant('src/server/a.ts', `const x = ${text};`))).toEqual([]);
  });

  it('takes no offence at comments, strings and other words', () => {
    const text = "// Date.now()\nconst a = 'Math.random()';\nMath.floor(clock.process.now);\nfunction setTimeout() {}";
    expect(forbiddenUses(plant('src/core/a.ts', text))).toEqual([]);
  });

  it('a file that only its own unit test uses is dead', () => {
    const files: Tree = new Map([
      ['src/cli/main.ts', "import './used.js';"],
      ['src/cli/used.ts', "import '../wire/old.js';"],
      ['src/wire/old.js', ''],
      ['src/core/alone.ts', ''],
      ['src/core/alone.test.ts', "import './alone.js'; import './fixtures.js';"],
      ['src/core/fixtures.ts', "import '../std/seed.js';"],
      ['src/std/seed.ts', ''],
    ]);
    expect(deadFiles(files).map((violation) => violation.path)).toEqual(['src/core/alone.ts']);
  });

  it.each([
    [['see ', 'work', 'x'].join('/'), 'an absolute path'],
    [`"${['', 'home', 'ada', 'x'].join('/')}"`, 'an absolute path'],
    [`"resolved": "${'http'}s://example.org/x.tgz"`, 'the address of a package registry'],
  ])('%s', (text, what) => {
    expect(forbiddenText(plant('README.md', `fine\n${text}`))).toMatchObject([{ path: 'README.md', line: 2, what }]);
  });

  it('a path of the repository or the web is no absolute path', () => {
    expect(forbiddenText(plant('README.md', 'docs/work/x, https://example.org/home/x, ./root/x'))).toEqual([]);
  });

  it('a lockfile that lacks a platform', () => {
    const text = JSON.stringify({ packages: { 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0' } } } }, null, 2);
    expect(incompleteLockfile('package-lock.json', text)).toMatchObject([{ line: 5, what: 'a-linux is not locked' }]);
  });
});
