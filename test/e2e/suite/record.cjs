const vscode = require('vscode');

/** Runs the tests of a mocha and tells what became of them. */
exports.runAndRecord = async function runAndRecord(mocha) {
  const tests = [];
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => tests.push({ title: test.fullTitle(), passed: true, milliseconds: test.duration }));
    runner.on('fail', (test, error) =>
      tests.push({ title: test.fullTitle(), passed: false, error: String(error?.stack ?? error) }),
    );
  });
  const passed = tests.filter((test) => test.passed).length;
  return { editor: `${vscode.env.appName} ${vscode.version}`, passed, failed: tests.length - passed, tests };
};
