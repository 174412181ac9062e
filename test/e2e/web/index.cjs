/** Loaded by the extension host in a browser: the same tests as on Node, which the bundler puts in the place of `the tests`. */
require('mocha/mocha.js');
const process = require('node:process');
const vscode = require('vscode');
const { runAndRecord } = require('../suite/record.cjs');

exports.run = async function run() {
  const { mocha } = globalThis;
  mocha.setup({ ui: 'tdd', timeout: 30_000, color: false, reporter: 'spec', grep: process.env.E2E_GREP });
  require('the tests');
  const results = { ...(await runAndRecord(mocha)), host: 'in the browser' };
  const [{ uri }] = vscode.workspace.workspaceFolders;
  await vscode.workspace.fs.writeFile(
    uri.with({ path: process.env.E2E_RESULTS }),
    new TextEncoder().encode(JSON.stringify(results, null, 2)),
  );
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.passed + results.failed} tests failed`);
};
