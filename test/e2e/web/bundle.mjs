/** Bundles the suite for the extension host in a browser, which loads one file and knows no module but `vscode`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const suite = join(here, '..', 'suite');

/** Tests of what a worker cannot do: it does not search the workspace for files. */
const NOT_IN_BROWSERS = ['workspace.test.cjs'];

/**
 * @param env what the tests find in `process.env`
 * @param extension the folder of the extension: tests run on the host of the extension in whose folder they lie
 * @returns the path of the bundle
 */
export async function bundleSuite(env, extension) {
  const outfile = join(extension, 'suite.cjs');
  const modules = {
    'the tests': testsForBrowsers().map((path) => `require(${JSON.stringify(path)});`),
    'node:process': [`exports.env = ${JSON.stringify(env)};`],
  };
  await build({
    entryPoints: [join(here, 'index.cjs')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    alias: {
      'node:assert/strict': join(here, 'assert.cjs'),
      'node:timers/promises': join(here, 'timers.cjs'),
    },
    inject: [join(here, 'buffer.mjs')],
    plugins: [made(modules)],
    logLevel: 'error',
  });
  return outfile;
}

/** The files of the suite that need no more of Node than there is here. */
function testsForBrowsers() {
  return readdirSync(suite)
    .filter((name) => name.endsWith('.test.cjs') && !NOT_IN_BROWSERS.includes(name))
    .sort()
    .map((name) => join(suite, name))
    .filter((path) => !/require\('node:(?!assert\/strict'|process'|timers\/promises')/.test(readFileSync(path, 'utf8')));
}

/** Modules that are made up here, by their names. */
function made(modules) {
  return {
    name: 'made',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^(?:the tests|node:process)$/ }, ({ path }) => ({ path, namespace: 'made' }));
      onLoad({ filter: /./, namespace: 'made' }, ({ path }) => ({ contents: modules[path].join('\n'), resolveDir: suite }));
    },
  };
}
