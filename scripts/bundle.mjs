// How sources become one script: the same for the product (build.mjs) and for
// the bank with a planted bug (plants/).

import { browserScripts } from './browser-script.mjs';

/** They read .proto files from their own folders, so they cannot be bundled; import them when they are asked for. */
const NOT_BUNDLED = ['@grpc/proto-loader', '@grpc/reflection', 'grpc-health-check'];

/**
 * CommonJS, although the sources are modules: V8's compiled code can be kept
 * for scripts only, and it saves more than anything else does.
 *
 * @param {Record<string, string>} entryPoints by the name of what comes out, NAME.cjs
 * @param {string} outdir
 * @param {string} banner a line of text for the top of each
 * @param {import('esbuild').Plugin[]} plugins
 * @returns {import('esbuild').BuildOptions}
 */
export function bundleOptions(entryPoints, outdir, banner, plugins = []) {
  return {
    entryPoints,
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    external: NOT_BUNDLED,
    sourcemap: 'linked',
    logLevel: 'warning',
    banner: { js: `// ${banner}\nconst __importMetaUrl = require('node:url').pathToFileURL(__filename).href;` },
    define: { 'import.meta.url': '__importMetaUrl', 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    plugins: [browserScripts, ...plugins],
  };
}

/**
 * The library: a module. Whoever imports it may make credentials with a gRPC of
 * its own, so that one is shared; all else is inside, and set up for us alone.
 *
 * @param {string} entryPoint
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions}
 */
export function libraryOptions(entryPoint, outfile) {
  return {
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['@grpc/grpc-js'],
    sourcemap: 'linked',
    logLevel: 'warning',
  };
}
