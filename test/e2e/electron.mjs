/**
 * `npm run test:electron`: the same suite in desktop VS Code.
 *
 * `VSCODE_EXECUTABLE_PATH` names an installed one; else `@vscode/test-electron` downloads version `VSCODE_VERSION` (default: stable).
 * Where neither is possible the run is skipped with a message, because a closed network is no failure of the extension.
 */
import { join } from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { copyTestWorkspace, root, suiteEntry, withTemporaryFolder } from './editor/folders.mjs';

const executable = hasDisplay() ? await findExecutable() : skip('there is no display; run it under xvfb-run');
if (executable) process.exitCode = await withTemporaryFolder((folder) => runSuite(executable, folder));

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function findExecutable() {
  if (process.env.VSCODE_EXECUTABLE_PATH) return process.env.VSCODE_EXECUTABLE_PATH;
  try {
    return await downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: join(root, 'dist', 'vscode-test'),
    });
  } catch (error) {
    return skip(`desktop VS Code cannot be downloaded (${error.message}); set VSCODE_EXECUTABLE_PATH to an installed one`);
  }
}

function skip(reason) {
  console.log(`Skipped: ${reason}.`);
}

function runSuite(vscodeExecutablePath, folder) {
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: suiteEntry,
    launchArgs: [
      copyTestWorkspace(folder),
      ...['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')],
      ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    ],
  });
}
