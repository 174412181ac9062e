/** Starts and stops VS Code's server with an isolated profile; its workbench is then open to any browser on this machine. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { findNode, vscodeFolder } from './install.mjs';
import { writeUserSettings } from './settings.mjs';

const startLimit = 60_000;
const stopLimit = 5_000;

/**
 * @param options.folder   temporary folder for the profile
 * @param options.vsix     packaged extension to install first
 * @param options.testing  lets the page's address name an extension under development and its tests
 * @param options.settings user settings on top of the quiet ones
 * @returns `{ log(), addressOf(workspace, payload), uriOf(path), stop(), exited }`
 */
export async function startEditor({ folder, vsix, testing = false, port, env = {}, settings = {} }) {
  const profile = prepareProfile(folder, settings, testing);
  if (vsix) runServer([...profile, '--accept-server-license-terms', '--install-extension', vsix]);
  const chosen = port ?? (await freePort());
  const server = spawn(findNode(), serverArguments(chosen, profile, testing), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever ends this process, a failure before `stop` included, ends the server too.
  process.once('exit', () => server.kill());
  const log = await untilListening(server);
  return {
    log,
    addressOf: (workspace, payload = []) => addressOf(chosen, workspace, payload),
    uriOf: (path) => `vscode-remote://127.0.0.1:${chosen}${path}`,
    stop: () => stop(server),
    exited: new Promise((resolve) => server.once('exit', resolve)),
  };
}

/** Tests find the settings of an extension that ours writes to, without that extension. */
function prepareProfile(folder, settings, testing) {
  const [data, user, extensions] = ['server', 'user', 'extensions'].map((name) => join(folder, name));
  mkdirSync(extensions, { recursive: true });
  if (testing) cpSync(join(import.meta.dirname, '..', 'extensions'), extensions, { recursive: true });
  writeUserSettings(user, settings);
  return ['--server-data-dir', data, '--user-data-dir', user, '--extensions-dir', extensions];
}

function serverArguments(port, profile, testing) {
  return [
    join(vscodeFolder, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
    ...['--telemetry-level', 'off'],
    // Without the driver the workbench silently ignores `extensionDevelopmentPath` and `extensionTestsPath`.
    ...(testing ? ['--enable-smoke-test-driver'] : []),
    ...profile,
  ];
}

function runServer(args) {
  execFileSync(findNode(), [join(vscodeFolder, 'out', 'server-main.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Resolves, when the server listens, to a function that gives everything it has written. */
function untilListening(server) {
  let text = '';
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject(new Error(`VS Code's server ${reason}\n${text}`));
    const timer = setTimeout(fail, startLimit, `did not start in ${startLimit} ms`);
    const collect = (chunk) => {
      text += chunk;
      if (!text.includes('Extension host agent listening')) return;
      clearTimeout(timer);
      resolve(() => text);
    };
    server.stdout.on('data', collect);
    server.stderr.on('data', collect);
    server.once('exit', (code) => fail(`exited with ${code}`));
  });
}

function addressOf(port, workspace, payload) {
  const query = new URLSearchParams({ folder: workspace });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

function stop(server) {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), stopLimit).unref();
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
