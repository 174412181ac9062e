/**
 * Builds two bundles of which one takes from the other what both have. VS Code for the Web loads an extension as one file, and a worker is
 * one as well, so the bundle for browsers has to be whole. Node can load several files: its bundle has only what is Node's own.
 */
import { dirname, join, relative } from 'node:path';
import * as esbuild from 'esbuild';

/** The page of a browser and Node have no such function. */
const IN_A_WORKER = "typeof importScripts === 'function'";

/**
 * @param whole options of the bundle that workers run. To others the file is a store of modules
 * @param rest options of the bundle that loads the first one
 */
export async function buildSharing(whole, rest) {
  const shared = await modulesOf(whole);
  const taken = new Set();
  const file = `./${relative(dirname(rest.outfile), whole.outfile).replaceAll('\\', '/')}`;
  await esbuild.build({ ...rest, plugins: [...rest.plugins, takeFrom(file, shared, taken)] });
  const { entryPoints, ...options } = whole;
  const contents = programWithParts(entryPoints[0], [...taken].sort());
  await esbuild.build({ ...options, stdin: { contents, resolveDir: options.absWorkingDir } });
}

/** The paths of the modules in a bundle. */
async function modulesOf(options) {
  const { metafile } = await esbuild.build({ ...options, write: false, metafile: true });
  return new Set(Object.keys(metafile.inputs).map((path) => join(options.absWorkingDir, path)));
}

/** The program of a bundle, and the modules that are taken from it, by their paths. */
function programWithParts(entry, paths) {
  const parts = paths.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)})`);
  return `exports.parts = { ${parts.join(', ')} };
if (${IN_A_WORKER}) Object.assign(exports, require(${JSON.stringify(`./${entry}`)}));`;
}

/** A plugin that takes shared modules from another bundle. `taken` receives the paths of those that are asked for. */
function takeFrom(file, shared, taken) {
  const asked = {};
  return {
    name: 'take-from',
    setup({ initialOptions, onLoad, onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
        if (path === file && rest.namespace === 'taken') return { path, external: true };
        if (pluginData === asked || rest.kind === 'entry-point') return undefined;
        const found = await resolve(path, { ...rest, pluginData: asked });
        return shared.has(found.path) ? { path: found.path, namespace: 'taken' } : undefined;
      });
      onLoad({ filter: /./, namespace: 'taken' }, ({ path }) => {
        const part = relative(initialOptions.absWorkingDir, path).replaceAll('\\', '/');
        taken.add(part);
        return { contents: `module.exports = require(${JSON.stringify(file)}).parts[${JSON.stringify(part)}]();` };
      });
    },
  };
}
