/**
 * `npm start`: opens the samples in VS Code with the packaged extension, in an isolated profile: desktop VS Code where `code` is
 * installed, else VS Code's web workbench from npm, whose address is printed. Ctrl+C ends it.
 *
 * `DEMO=web` or `DEMO=desktop` chooses; `PORT` fixes the web workbench's port; `NO_OPEN=1` opens no browser.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { packageExtension } from '../../server/tools/package.mjs';
import { copySamples, withTemporaryFolder } from './editor/folders.mjs';
import { ensureHost } from './editor/install.mjs';
import { sampleToOpen } from './editor/samples.mjs';
import { startEditor } from './editor/server.mjs';
import { writeUserSettings } from './editor/settings.mjs';

/** On Windows `code` is a batch file. */
const shell = process.platform === 'win32';

const vsix = await packageExtension();
await withTemporaryFolder((folder) => (prefersDesktop() ? openDesktop(folder) : openWeb(folder)));

function prefersDesktop() {
  if (process.env.DEMO) return process.env.DEMO === 'desktop';
  return hasScreen() && spawnSync('code', ['--version'], { shell, stdio: 'ignore' }).status === 0;
}

/** In a terminal of a remote window `code` only talks to that window and cannot take a profile of its own. */
function hasScreen() {
  if (process.env.VSCODE_IPC_HOOK_CLI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function openDesktop(folder) {
  const user = join(folder, 'user');
  writeUserSettings(user);
  const profile = ['--user-data-dir', user, '--extensions-dir', join(folder, 'extensions')];
  spawnSync('code', [...profile, '--install-extension', vsix], { shell, stdio: 'inherit' });
  const samples = copySamples(folder);
  console.log('\n  VS Code opens with Lambda IAM. Close its window to end.\n');
  spawnSync('code', [...profile, '--new-window', '--wait', samples, sampleToOpen(samples)], { shell, stdio: 'inherit' });
}

async function openWeb(folder) {
  ensureHost();
  const port = process.env.PORT ? Number(process.env.PORT) : undefined;
  const editor = await startEditor({ folder, vsix, port });
  const samples = copySamples(folder);
  const address = editor.addressOf(samples, [['openFile', editor.uriOf(sampleToOpen(samples))]]);
  console.log(`\n  VS Code with Lambda IAM: ${address}\n\n  Ctrl+C ends it.\n`);
  if (!process.env.NO_OPEN) openBrowserWindow(address);
  await Promise.race([editor.exited, interrupted()]);
  await editor.stop();
}

/** Where no browser can be opened, the printed address remains. */
function openBrowserWindow(address) {
  const [command, ...args] = { darwin: ['open'], win32: ['explorer'] }[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function interrupted() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
}
