const assert = require('node:assert/strict');
const vscode = require('vscode');
const { change, close, hoverAt, open, rangeOf, until } = require('./editor.cjs');

/** The words of all lenses of a document, once there are some. */
function lensesOf(document) {
  const resolveAtMost = 50;
  const read = async () => {
    const lenses = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, resolveAtMost);
    return lenses.flatMap(({ command }) => (command ? [command.title] : []));
  };
  return until(
    read,
    (titles) => titles.length > 0,
    () => `lenses of ${document.fileName}`,
  );
}

/** The hints of a document, once there are some. */
function hintsOf(document) {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const read = async () => {
    const hints = await vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
    return hints.map(({ label }) => label);
  };
  return until(
    read,
    (labels) => labels.length > 0,
    () => `hints of ${document.fileName}`,
  );
}

suite('what is shown between the lines', () => {
  teardown(close);

  for (const file of ['triggers.yaml', 'triggers.json']) {
    test(`lenses and hints in ${file}`, async () => {
      const document = await open(file);
      assert.deepEqual((await lensesOf(document)).sort(), [
        'execution role of Worker · may use 1 service',
        'invoked by 2, 1 missing · may use 1 service, 1 missing',
        '✗ Amazon S3 may not call Worker: a permission is missing',
        '✗ WorkerRole may not poll for Worker: a permission is missing',
      ]);
      assert.deepEqual(await hintsOf(document), ['trust policy of WorkerRole']);
    });
  }

  test('hovers explain the words of a policy', async () => {
    const document = await open('triggers.yaml');
    assert.match(await hoverAt(document, rangeOf(document, 'lambda.amazonaws.com').start), /AWS Lambda, acting as itself/);
    assert.match(await hoverAt(document, rangeOf(document, 'Effect').start), /policy element/);
    assert.match(await hoverAt(document, rangeOf(document, 'AWSLambdaBasicExecutionRole').start), /logs:PutLogEvents/);
  });

  test('lenses follow the text', async () => {
    const document = await open('triggers.yaml');
    await change(document, 'FunctionName: !Ref Worker', 'FunctionName: other');
    await until(
      () => lensesOf(document),
      (titles) => titles.includes('invoked by 1, 1 missing · may use 1 service'),
      () => 'the lens after the edit',
    );
  });
});
