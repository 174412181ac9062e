const assert = require('node:assert/strict');
const vscode = require('vscode');
const {
  apply,
  change,
  close,
  diagnosticsOf,
  extension,
  hoverAt,
  only,
  open,
  quickFixesAt,
  ruleOf,
  textOf,
} = require('./editor.cjs');

const operations = (diagnostics) => diagnostics.filter((diagnostic) => ruleOf(diagnostic) === 'api-operation-as-action');

suite('the extension', () => {
  teardown(close);

  test('is activated by a YAML file', async () => {
    await open('invoke.yaml');
    await extension().activate();
    assert.ok(extension().isActive);
  });

  test('says nothing about a file that is no template', async () => {
    const template = await open('invoke.yaml');
    await diagnosticsOf(template);
    await close();
    const other = await open('compose.yaml');
    await hoverNothing(other);
    assert.deepEqual(await diagnosticsOf(other, () => true), []);
  });

  for (const file of ['invoke.yaml', 'invoke.json', 'policy.json']) {
    test(`marks, explains and fixes an API operation used as an action in ${file}`, async () => {
      const document = await open(file);
      const { range, severity } = only(operations(await diagnosticsOf(document, (all) => operations(all).length > 0)));
      assert.equal(textOf(document, range), 'lambda:Invoke');
      assert.equal(severity, vscode.DiagnosticSeverity.Error);
      assert.match(await hoverAt(document, range.start), /lambda:InvokeFunction/);

      const fixes = await quickFixesAt(document, range);
      await apply(only(fixes.filter((fix) => fix.isPreferred)));
      assert.equal(textOf(document, growBy(range, 'Function'.length)), 'lambda:InvokeFunction');
      await diagnosticsOf(document, (all) => operations(all).length === 0);
    });
  }
});

suite('the extension at work', () => {
  teardown(close);

  test('follows typing', async () => {
    const document = await open('invoke.yaml');
    await diagnosticsOf(document);
    await change(document, 'lambda:Invoke', 'lambda:InvokeFunction');
    await diagnosticsOf(document, (all) => operations(all).length === 0);
    await change(document, 'lambda:InvokeFunction', 's3:HeadObject');
    const { range } = only(operations(await diagnosticsOf(document, (all) => operations(all).length > 0)));
    assert.equal(textOf(document, range), 's3:HeadObject');
  });

  test('still answers in a half-typed document', async () => {
    const document = await open('invoke.yaml');
    await diagnosticsOf(document);
    await change(document, 'Type: AWS::IAM::Role', 'Type: [AWS::IAM::Role, "');
    await change(document, 'Type: [AWS::IAM::Role, "', 'Type: AWS::IAM::Role');
    const { range } = only(operations(await diagnosticsOf(document, (all) => operations(all).length > 0)));
    assert.match(await hoverAt(document, range.start), /lambda:InvokeFunction/);
  });

  test('checks a document that was never saved', async () => {
    const content = '{"Statement": [{"Effect": "Allow", "Action": "lambda:Invoke", "Resource": "*"}]}';
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    await vscode.window.showTextDocument(document);
    const { range } = only(operations(await diagnosticsOf(document, (all) => operations(all).length > 0)));
    assert.equal(textOf(document, range), 'lambda:Invoke');
  });

  test('survives a restart of its server', async () => {
    const document = await open('invoke.yaml');
    await diagnosticsOf(document);
    await vscode.commands.executeCommand('lambdaIam.restartServer');
    await diagnosticsOf(document);
  });

  test('falls silent when it is disabled, and comes back', async () => {
    const document = await open('invoke.yaml');
    await diagnosticsOf(document);
    const settings = vscode.workspace.getConfiguration('lambdaIam');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await diagnosticsOf(document, (all) => all.length === 0);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await diagnosticsOf(document);
  });
});

/** The server answers requests in order, so this also proves that it has seen the document. */
async function hoverNothing(document) {
  const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0));
  assert.deepEqual(hovers, []);
}

function growBy(range, characters) {
  return range.with({ end: range.end.translate(0, characters) });
}
