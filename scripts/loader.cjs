// The build copies this to dist/NAME.js. It runs the bundle beside it, NAME.cjs,
// with the code that V8 compiled when the bundle was built. A bank starts a
// process for every branch, and without this half of a start is compiling.
const { existsSync, readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { Script, constants } = require('node:vm');

const path = __filename.replace(/\.js$/, '');
const source = readFileSync(`${path}.cjs`, 'utf8');

/** The first line of bundle and code names the build: V8 itself only compares lengths, versions and flags. */
function compiledBefore() {
  if (!existsSync(`${path}.cache`)) return undefined;
  const cache = readFileSync(`${path}.cache`);
  const line = cache.indexOf('\n') + 1;
  return source.startsWith(cache.toString('latin1', 0, line)) ? cache.subarray(line) : undefined;
}

const script = new Script(wrap(source), {
  filename: `${path}.cjs`,
  cachedData: compiledBefore(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(exports, require, module, `${path}.cjs`, __dirname);
