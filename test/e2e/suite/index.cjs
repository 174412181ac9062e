/** Loaded by VS Code's extension host (`extensionTestsPath`): runs every `*.test.cjs` of this folder with mocha. */
const { readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const process = require('node:process');
const Mocha = require('mocha');
const { runAndRecord } = require('./record.cjs');

/** A rejected promise is how the host learns that tests failed. */
exports.run = async function run() {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, color: false, reporter: 'spec', grep: process.env.E2E_GREP });
  for (const file of readdirSync(__dirname).sort()) if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  const results = { ...(await runAndRecord(mocha)), host: `Node ${process.versions.node}` };
  if (process.env.E2E_RESULTS) writeFileSync(process.env.E2E_RESULTS, JSON.stringify(results, null, 2));
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.passed + results.failed} tests failed`);
};
