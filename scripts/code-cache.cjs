// node scripts/code-cache.cjs BUNDLE CACHE: evaluates the bundle up to its first
// wait, in a process of its own without arguments, and saves what V8 has
// compiled by then. Whatever the bundle was about to do, it ends here.
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, resolve } = require('node:path');
const { Script, constants } = require('node:vm');

const [bundle, cache] = process.argv.splice(2).map((path) => resolve(path));
const source = readFileSync(bundle, 'utf8');
const script = new Script(wrap(source), {
  filename: bundle,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const [build] = source.split('\n', 1);

process.on('exit', () => {
  writeFileSync(`${cache}.part`, Buffer.concat([Buffer.from(`${build}\n`), script.createCachedData()]));
  renameSync(`${cache}.part`, cache);
});
try {
  script.runInThisContext()({}, createRequire(bundle), { exports: {} }, bundle, dirname(bundle));
} finally {
  process.exit(0);
}
