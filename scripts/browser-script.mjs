// `import script from './main.js?script'` is the text of main.ts and all that it
// imports, as one script for a page in a browser: readable, and without a source
// map. One plugin for the bundles, one for the tests.
import { dirname, join } from 'node:path';

const SCRIPT = /\.js\?script$/;

/** @param {string} path */
async function textOf(path) {
  // Only now: without it installed, the build has a better message than this import would have.
  const { build } = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const options = { bundle: true, format: 'iife', target: 'es2022', legalComments: 'none' };
  const { outputFiles, metafile } = await build({ ...options, entryPoints: [path], metafile: true, write: false });
  return { text: outputFiles[0].text, files: Object.keys(metafile.inputs) };
}

/** @param {string} name @param {string} folder */
function sourceOf(name, folder) {
  return join(folder, name.replace(SCRIPT, '.ts'));
}

/** @type {import('esbuild').Plugin} */
export const browserScripts = {
  name: 'browser-scripts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: SCRIPT }, ({ path, resolveDir }) => ({ path: sourceOf(path, resolveDir), namespace: 'browser-script' }));
    onLoad({ filter: /./, namespace: 'browser-script' }, async ({ path }) => {
      const { text, files } = await textOf(path);
      return { contents: text, loader: 'text', watchFiles: files };
    });
  },
};

/** @type {import('vite').Plugin} */
export const browserScriptsInTests = {
  name: 'browser-scripts',
  enforce: 'pre',
  resolveId(name, importer) {
    return SCRIPT.test(name) && importer ? `\0browser-script:${sourceOf(name, dirname(importer))}` : undefined;
  },
  async load(id) {
    if (!id.startsWith('\0browser-script:')) return undefined;
    const { text } = await textOf(id.slice('\0browser-script:'.length));
    return `export default ${JSON.stringify(text)};`;
  },
};
