/** Loaded by VS Code's extension host (`extensionTestsPath`): runs every `*.test.cjs` of this folder with mocha. */
const { readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const process = require('node:process');
const Mocha = require('mocha');
const vscode = require('vscode');

/** A rejected promise is how the host learns that tests failed. */
exports.run = async function run() {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, color: false, reporter: 'spec', grep: process.env.E2E_GREP });
  for (const file of readdirSync(__dirname).sort()) if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  const { passed, failed } = await runAndRecord(mocha);
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
};

async function runAndRecord(mocha) {
  const tests = [];
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => tests.push({ title: test.fullTitle(), passed: true, milliseconds: test.duration }));
    runner.on('fail', (test, error) =>
      tests.push({ title: test.fullTitle(), passed: false, error: String(error?.stack ?? error) }),
    );
  });
  const passed = tests.filter((test) => test.passed).length;
  const results = {
    editor: `${vscode.env.appName} ${vscode.version}`,
    node: process.versions.node,
    passed,
    failed: tests.length - passed,
    tests,
  };
  if (process.env.E2E_RESULTS) writeFileSync(process.env.E2E_RESULTS, JSON.stringify(results, null, 2));
  return results;
}
