import { dirname, join } from 'node:path';
import { parseAst } from 'vite';
import {
  BANS,
  DETERMINISTIC,
  ENTRIES,
  FOLDERS,
  FOR_TESTS,
  NOT_DETERMINISTIC,
  TEST_FOLDERS,
  TEST_PACKAGES,
  TEXT_BANS,
} from './rules.js';

/** Files by path, relative to the root and with forward slashes. */
export type Tree = ReadonlyMap<string, string>;

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly because: string;
}

export function format(violation: Violation): string {
  return `${violation.path}:${violation.line}: ${violation.what}: ${violation.because}`;
}

/** Something that a file mentions, with the line it stands on. */
interface Mention {
  readonly name: string;
  readonly line: number;
}

interface Scanned {
  readonly imports: readonly Mention[];
  /** In the notation of the table of bans. */
  readonly uses: readonly Mention[];
}

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Every node, in the order of the text. */
function* nodesOf(root: Node): Generator<Node> {
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const top = stack.pop();
    if (isNode(top)) yield top;
    if (typeof top === 'object' && top !== null) stack.push(...Object.values(top).reverse());
  }
}

function identifier(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' ? (value.name as string) : undefined;
}

function importOf(node: Node): string | undefined {
  const source = /^(Import|Export|TSImport)/.test(node.type) ? node.source : undefined;
  return isNode(source) && typeof source.value === 'string' ? source.value : undefined;
}

function useOf(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const object = identifier(node.object);
    return object && `${object}.${node.computed ? '*' : identifier(node.property)}`;
  }
  const callee = identifier(node.callee);
  if (!callee) return undefined;
  return node.type === 'NewExpression' ? `new ${callee}` : `${callee}()`;
}

function mention(name: string, text: string, node: Node): Mention {
  return { name, line: text.slice(0, node.start).split('\n').length };
}

export function scan(text: string): Scanned {
  const imports: Mention[] = [];
  const uses: Mention[] = [];
  for (const node of nodesOf(parseAst(text, { lang: 'ts' }) as unknown as Node)) {
    const imported = importOf(node);
    if (imported !== undefined) imports.push(mention(imported, text, node));
    const used = useOf(node);
    if (used !== undefined) uses.push(mention(used, text, node));
  }
  return { imports, uses };
}

function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/');
}

function isSource(path: string): boolean {
  return /\.(ts|js)$/.test(path) && !path.endsWith('.d.ts') && /^(src|test)\//.test(path);
}

/** The file that a relative import names. */
function target(tree: Tree, from: string, name: string): string | undefined {
  // What follows a ? says how the file is taken in.
  const path = join(dirname(from), name.replace(/\?.*/, '')).replaceAll('\\', '/');
  return [path.replace(/\.js$/, '.ts'), path].find((candidate) => tree.has(candidate));
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node:';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Imports that the table of folders does not allow. */
export function forbiddenImports(tree: Tree): Violation[] {
  const found: Violation[] = [];
  for (const [path, text] of tree) {
    const folder = folderOf(path);
    if (!folder || !isSource(path)) continue;
    const rule = FOLDERS[folder];
    if (!rule) {
      found.push({
        path,
        line: 1,
        what: `src/${folder} has no row in the table`,
        because: 'say there what it may import, and why',
      });
      continue;
    }
    const folders = [folder, ...rule.folders, ...(isTest(path) ? TEST_FOLDERS : [])];
    const packages = [...rule.packages, ...(isTest(path) ? TEST_PACKAGES : [])];
    for (const { name, line } of scan(text).imports) {
      const to = name.startsWith('.') ? folderOf(join(dirname(path), name)) : undefined;
      const allowed = name.startsWith('.') ? !to || folders.includes(to) : packages.includes(packageOf(name));
      if (!allowed) found.push({ path, line, what: `${folder} must not import ${to ?? packageOf(name)}`, because: rule.because });
    }
  }
  return found;
}

/** Time, chance and I/O where everything has to be repeatable. */
export function forbiddenUses(tree: Tree): Violation[] {
  const found: Violation[] = [];
  for (const [path, text] of tree) {
    if (!DETERMINISTIC.includes(folderOf(path) ?? '') || !isSource(path) || isTest(path) || path in NOT_DETERMINISTIC) continue;
    for (const { name, line } of scan(text).uses) {
      const because = BANS[name] ?? BANS[name.replace(/\..*/, '.*')];
      if (because) found.push({ path, line, what: `no ${name} here`, because });
    }
  }
  return found;
}

/** The files that `roots` lead to, themselves included. */
function reach(tree: Tree, roots: readonly string[]): Set<string> {
  const waiting = [...roots];
  const reached = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { name } of scan(tree.get(path) ?? '').imports) {
      const to = name.startsWith('.') ? target(tree, path, name) : undefined;
      if (!to || reached.has(to) || !isSource(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

/** Files of src/ that nothing leads to. Its own unit test alone keeps no file alive. */
export function deadFiles(tree: Tree): Violation[] {
  const files = [...tree.keys()].filter(isSource);
  const forTests = [...reach(tree, files.filter(isTest))].filter((path) => FOR_TESTS.test(path));
  const started = files.filter((path) => ENTRIES.includes(path) || path.startsWith('test/'));
  const alive = reach(tree, [...started, ...forTests]);
  return files
    .filter((path) => folderOf(path) && !isTest(path) && !alive.has(path))
    .map((path) => ({ path, line: 1, what: 'a dead file', because: 'nothing that is started leads to it' }));
}

/** Words that must not stand in any file. */
export function forbiddenText(tree: Tree): Violation[] {
  const found: Violation[] = [];
  for (const [path, text] of tree) {
    for (const [index, line] of text.split('\n').entries()) {
      for (const { pattern, what, because } of TEXT_BANS) {
        if (pattern.test(line)) found.push({ path, line: index + 1, what, because });
      }
    }
  }
  return found;
}

/** Optional packages that the lockfile leaves out: npm ci refuses such a lockfile, on every machine. */
export function incompleteLockfile(path: string, text: string): Violation[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
  const locked = new Set(Object.keys(packages).map((key) => key.split('node_modules/').at(-1)));
  const lines = text.split('\n');
  return Object.values(packages)
    .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    .filter((name) => !locked.has(name))
    .map((name) => ({
      path,
      line: lines.findIndex((line) => line.includes(`"${name}"`)) + 1,
      what: `${name} is not locked`,
      because: 'npm ci refuses a lockfile that lacks a package for any platform',
    }));
}
