/**
 * `npm run test:e2e`: runs test/e2e/suite/*.test.cjs inside the extension host of a real VS Code, in a headless browser. With `--web`
 * (`npm run test:web`) that extension host, with the extension, its server and the tests, runs in the browser as well.
 *
 * Passes only when the host says so, at least one test ran and none failed. On failure test/e2e/artifacts keeps a picture and
 * the logs. `E2E_GREP` selects tests, `E2E_TIMEOUT` is the limit in milliseconds, `E2E_RESULTS` names the results file.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { packageExtension } from '../../server/tools/package.mjs';
import { openBrowser } from './editor/browser.mjs';
import { copyTestWorkspace, freshArtifacts, suiteEntry, withTemporaryFolder } from './editor/folders.mjs';
import { startHands } from './editor/hands.mjs';
import { ensureHost } from './editor/install.mjs';
import { startEditor } from './editor/server.mjs';
import { bundleSuite } from './web/bundle.mjs';

const { web: inBrowser } = parseArgs({ options: { web: { type: 'boolean', default: false } } }).values;
/** Where an extension that could run on either host runs. */
const settings = inBrowser ? { 'remote.extensionKind': { 'lambda-iam.lambda-iam': ['web'] } } : {};

const limit = Number(process.env.E2E_TIMEOUT ?? 300_000);

/** What VS Code's own parts write to the console of every run. */
const noise =
  /bindings file|watchdog|AccountPolicyGate|open-vsx|authentication provider|onnection token|Creating a socket|reconnection-grace|Service Worker|AgentHost|builtin extensions/;

ensureHost();
const vsix = await packageExtension();
process.exitCode = (await withTemporaryFolder(runSuite)) ? 0 : 1;

async function runSuite(folder) {
  const resultsFile = process.env.E2E_RESULTS ?? join(folder, 'results.json');
  const browser = await openBrowser(join(folder, 'browser'));
  const hands = await startHands(browser.page);
  const env = { E2E_GREP: process.env.E2E_GREP, E2E_RESULTS: resultsFile, E2E_HANDS: hands.address };
  const editor = await startEditor({ folder, vsix, testing: true, env, settings });
  const extension = installedIn(folder);
  const suite = inBrowser ? await bundleSuite(env, extension) : suiteEntry;
  const browserLog = [];
  browser.page.on('console', (message) => browserLog.push(`[${message.type()}] ${message.text()}`));
  try {
    const outcome = await runInPage(browser.page, editor, { extension, suite, workspace: copyTestWorkspace(folder) });
    const passed = report(outcome, resultsFile);
    if (!passed) await keepEvidence(browser.page, { 'browser.log': browserLog.join('\n'), 'server.log': editor.log() });
    return passed;
  } finally {
    await browser.context.close();
    hands.stop();
    await editor.stop();
  }
}

/** What was unpacked of the package: the tests run with just these files. An editor runs tests for an extension under development only. */
function installedIn(folder) {
  const extensions = join(folder, 'extensions');
  return join(extensions, only(readdirSync(extensions).filter((name) => name.startsWith('lambda-iam.lambda-iam-'))));
}

function only([first, ...others]) {
  if (first === undefined || others.length > 0) throw new Error('The package was not installed once.');
  return first;
}

/** Opens the workbench with our extension and suite; resolves to the host's exit code or to the reason why there is none. */
async function runInPage(page, editor, { extension, suite, workspace }) {
  const finished = await listen(page);
  const payload = [
    ['extensionDevelopmentPath', editor.uriOf(extension)],
    ['extensionTestsPath', editor.uriOf(suite)],
  ];
  await page.goto(editor.addressOf(workspace, payload));
  return Promise.race([finished.outcome, giveUp()]);
}

/** VS Code calls these two functions of the page when it runs extension tests. The outcome is wrapped, so that it is not awaited here. */
async function listen(page) {
  let finish;
  const outcome = new Promise((resolve) => {
    finish = resolve;
  });
  page.on('crash', () => finish('the page crashed'));
  await page.exposeFunction('codeAutomationExit', finish);
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    if (!noise.test(args.join(' '))) console.log(...args);
  });
  return { outcome };
}

function giveUp() {
  return pause(limit, `no result after ${limit} ms`, { ref: false });
}

function report(outcome, resultsFile) {
  const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : { passed: 0, failed: 0 };
  if (results.editor) console.log(`${results.editor}, ${results.host}: ${results.passed} passed, ${results.failed} failed`);
  const passed = outcome === 0 && results.passed > 0 && results.failed === 0;
  if (!passed) console.error(`End-to-end tests failed: ${outcome === 0 ? 'no test ran' : outcome}`);
  return passed;
}

async function keepEvidence(page, logs) {
  const artifacts = freshArtifacts();
  for (const [name, text] of Object.entries(logs)) writeFileSync(join(artifacts, name), text);
  await page
    .screenshot({ path: join(artifacts, 'failure.png') })
    .catch(() => console.error('No picture: the page does not answer.'));
  console.error(`A picture and the logs are in ${artifacts}`);
}
