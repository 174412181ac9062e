/**
 * Bundles the extension: `node server/tools/build.mjs [--minify] [--watch] [--into FOLDER]`; the folder is `dist` where none is named.
 *
 * Data files are not bundled; they stay in server/data and are read from there at run time.
 */
import { chmod, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import manifest from '../../package.json' with { type: 'json' };
import { leaveOutFeatures } from './leaveOutFeatures.mjs';
import { leaveOutPages } from './leaveOutPages.mjs';
import { buildSharing } from './sharing.mjs';

const root = join(import.meta.dirname, '..', '..');

const inBrowsers = { platform: 'browser', format: 'iife', target: 'es2023', mainFields: undefined };

/** For Node and workers alike: a worker knows no modules, so there the bundle is a global variable. */
const everywhere = (globalName) => ({
  ...inBrowsers,
  globalName,
  footer: { js: `if (typeof module === 'object') module.exports = ${globalName};` },
});

/**
 * Every bundle: where it starts and what it adds to the common options, which are those for Node. What `sharing` names is built at the
 * same time, and has what both need.
 */
const bundles = [
  { name: 'server', entry: 'server/src/main.node.ts', sharing: 'browser/server' },
  {
    name: 'browser/server',
    entry: 'server/src/main.browser.ts',
    options: { ...everywhere('lambdaIamServer'), define: { PACKAGE_VERSION: JSON.stringify(manifest.version) } },
  },
  { name: 'engine', entry: 'server/src/engine.ts', options: { ...everywhere('lambdaIamEngine'), plugins: [leaveOutPages()] } },
  { name: 'cli', entry: 'server/src/main.cli.ts', options: { banner: { js: '#!/usr/bin/env node' } }, executable: true },
  {
    name: 'extension',
    entry: 'client/src/extension.node.ts',
    options: { external: ['vscode'], plugins: [leaveOutFeatures()] },
    sharing: 'browser/extension',
  },
  {
    name: 'browser/extension',
    entry: 'client/src/extension.browser.ts',
    options: { ...inBrowsers, format: 'cjs', external: ['vscode'], plugins: [leaveOutFeatures()] },
  },
  { name: 'permissionMap', entry: 'client/src/permissionMap/view/main.ts', options: inBrowsers },
];

const { values: flags } = parseArgs({
  options: { minify: { type: 'boolean' }, watch: { type: 'boolean' }, into: { type: 'string', default: 'dist' } },
});

if (flags.watch) await watch();
else await build();

async function build() {
  const shared = new Set(bundles.map(({ sharing }) => sharing));
  const results = await Promise.allSettled(bundles.filter(({ name }) => !shared.has(name)).map(buildBundle));
  // esbuild has already printed what is wrong.
  process.exitCode = results.every(({ status }) => status === 'fulfilled') ? 0 : 1;
}

async function buildBundle(bundle) {
  const whole = bundles.find(({ name }) => name === bundle.sharing);
  for (const { name } of whole ? [bundle, whole] : [bundle]) await rm(outputOf(name, '.map'), { force: true });
  if (whole) await buildSharing(optionsOf(whole), optionsOf(bundle));
  else await esbuild.build(optionsOf(bundle));
  if (bundle.executable) await chmod(outputOf(bundle.name), 0o755);
}

async function watch() {
  const contexts = await Promise.all(
    bundles.map((bundle) => {
      const options = optionsOf(bundle);
      return esbuild.context({ ...options, plugins: [...options.plugins, announce(bundle.name)] });
    }),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

function optionsOf({ name, entry, options = {} }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: outputOf(name),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // The `main` of `jsonc-parser` is a UMD file whose requires no bundler can follow; its `module` is an ES module.
    mainFields: ['module', 'main'],
    // The sources are ES modules, the bundles are CommonJS, because that is what extension hosts load.
    // `tinyglobby` only makes a `require` from its URL, for which a path is as good.
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
    // `require` instead of `import()`, which would start Node's loader for ES modules first.
    supported: { 'dynamic-import': false },
    minify: flags.minify ?? false,
    sourcemap: flags.watch ?? false,
    legalComments: 'none',
    logLevel: flags.watch ? 'silent' : 'warning',
    plugins: [loadEngineLater()],
    ...options,
  };
}

function outputOf(name, suffix = '') {
  return resolve(root, flags.into, `${name}.js${suffix}`);
}

/** The server imports the engine when it has answered `initialize`; only as a bundle of its own does that spare time at the start. */
function loadEngineLater() {
  return {
    name: 'load-engine-later',
    setup({ onResolve }) {
      onResolve({ filter: /\/engine\.ts$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: './engine.js', external: true } : undefined,
      );
    },
  };
}

/** Prints one line at the start and at the end of each build; `.vscode/tasks.json` waits for these lines. */
function announce(name) {
  return {
    name: 'announce',
    setup({ onStart, onEnd }) {
      onStart(() => console.log(`[watch] ${name}: build started`));
      onEnd(({ errors }) => {
        for (const { text, location } of errors)
          console.error(`✘ ${text} (${location?.file}:${location?.line}:${location?.column})`);
        console.log(`[watch] ${name}: build finished`);
      });
    },
  };
}
