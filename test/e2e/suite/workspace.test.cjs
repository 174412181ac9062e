const assert = require('node:assert/strict');
const vscode = require('vscode');
const { close, diagnosticsOf, open, ruleOf, until } = require('./editor.cjs');

const policy = (action) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:worker' }],
  });

const uriOf = (file) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, file);
const write = (file, text) => vscode.workspace.fs.writeFile(uriOf(file), new TextEncoder().encode(text));
const remove = (file) => vscode.workspace.fs.delete(uriOf(file), { recursive: true });

/** Our problems of a file, whether it is open or not: line and rule of each. */
function problemsOf(file) {
  const ours = vscode.languages.getDiagnostics(uriOf(file)).filter(({ source }) => source === 'lambda-iam');
  return ours.map((one) => `${one.range.start.line + 1} ${ruleOf(one)}`).sort();
}

/** The problems of a file, once they pass. */
function problemsThat(file, condition) {
  const read = () => Promise.resolve(problemsOf(file));
  return until(read, condition, () => `problems of ${file}, last: ${problemsOf(file)}`);
}

/** So many mistakes are in each of the files that are opened here. */
const planted = 2;

const some = (problems) => problems.length > 0;
const none = (problems) => problems.length === 0;
const settings = () => vscode.workspace.getConfiguration('lambdaIam');

suite('files of the workspace that are not open', () => {
  suiteSetup(async () => {
    // The server starts with the first file that concerns it.
    await diagnosticsOf(await open('invoke.yaml'));
  });

  suiteTeardown(async () => {
    await settings().update('workspace.check', undefined, vscode.ConfigurationTarget.Workspace);
    await close();
  });

  for (const file of ['triggers.yaml', 'triggers.json']) {
    test(`${file} has the same problems before, while and after it is open`, async () => {
      const before = await problemsThat(file, ({ length }) => length === planted);
      const document = await open(file);
      await diagnosticsOf(document, ({ length }) => length === before.length);
      const pulled = await problemsThat(file, ({ length }) => length === before.length);
      await close();
      const after = await problemsThat(file, ({ length }) => length === before.length);
      assert.deepEqual([pulled, after], [before, before]);
    });
  }

  test('a file that comes, changes and goes outside of the editor', async () => {
    await write('later/policy.json', policy('lambda:Invoke'));
    assert.deepEqual(await problemsThat('later/policy.json', some), ['1 api-operation-as-action']);
    await write('later/policy.json', policy('lambda:InvokeFunction'));
    await problemsThat('later/policy.json', none);
    await write('later/policy.json', policy('lambda:Invoke'));
    await problemsThat('later/policy.json', some);
    await remove('later');
    await problemsThat('later/policy.json', none);
  });

  test('the setting switches it off and on', async () => {
    await write('other.json', policy('lambda:Invoke'));
    await problemsThat('other.json', some);
    await settings().update('workspace.check', false, vscode.ConfigurationTarget.Workspace);
    await problemsThat('other.json', none);
    await problemsThat('invoke.yaml', some);
    await settings().update('workspace.check', true, vscode.ConfigurationTarget.Workspace);
    await problemsThat('other.json', some);
    await remove('other.json');
    await problemsThat('other.json', none);
  });
});
