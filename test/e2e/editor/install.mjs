/**
 * Installs the VS Code that the end-to-end tests and `npm start` use, once, from npm only.
 *
 * `code-server` carries VS Code's own server and web workbench. Its install scripts would compile native modules that nothing
 * here needs, so everything is installed without them. See test/e2e/README.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { hostFolder, root } from './folders.mjs';

/** The folder of VS Code's server inside the `code-server` package. */
export const vscodeFolder = join(hostFolder, 'node_modules', 'code-server', 'lib', 'vscode');

const oldestNode = { major: 22, minor: 15 };

/** Installs the host unless that is done already: about 20 seconds and 600 MB. */
export function ensureHost() {
  const stamp = join(vscodeFolder, '.installed-for-e2e');
  if (existsSync(stamp)) return;
  console.log('Installing VS Code for the end-to-end tests (once, about 600 MB from npm)…');
  npm(hostFolder, ['ci', '--ignore-scripts']);
  // `npm ci` refuses here: the shrinkwrap inside the package does not match its package.json.
  npm(vscodeFolder, ['install', '--omit=dev', '--ignore-scripts']);
  writeFileSync(stamp, '');
}

/** A Node new enough for VS Code's server. `npm run` puts the one from devDependencies first, so this is the running one as a rule. */
export function findNode() {
  if (isRecent(process.versions.node)) return process.execPath;
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  throw new Error(`VS Code's server needs Node ${oldestNode.major}.${oldestNode.minor}: run this through npm, after npm ci.`);
}

function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
}

function npm(cwd, args) {
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', [...args, ...options], { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}. The end-to-end tests need the npm registry once.`);
}
