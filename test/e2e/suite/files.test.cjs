const assert = require('node:assert/strict');
const process = require('node:process');
const vscode = require('vscode');
const { close, hoverAt, only, open, rangeOf, until } = require('./editor.cjs');

const inWorkspace = (file) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, file);
const write = (file, text) => vscode.workspace.fs.writeFile(inWorkspace(file), Buffer.from(text));
const activeText = () => vscode.window.activeTextEditor?.document.getText() ?? '';

suite('files: a new policy', () => {
  teardown(close);

  test('a new policy is a document of its own in which nothing is wrong', async () => {
    await vscode.commands.executeCommand('lambdaIam.newPolicyFile', 'queue');
    const { document } = vscode.window.activeTextEditor;
    assert.equal(document.languageId, 'json');
    assert.equal(document.isUntitled, true);
    assert.equal(only(JSON.parse(document.getText()).Statement).Action, 'sqs:SendMessage');
    assert.match(await hoverAt(document, rangeOf(document, 'SendMessage').start), /sqs:SendMessage/);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    const { selection } = vscode.window.activeTextEditor;
    assert.equal(document.getText(selection), 'sns.amazonaws.com', 'what is to be filled in first is selected');
  });

  test('the kind of a new policy is asked for', async () => {
    const before = activeText();
    const asked = vscode.commands.executeCommand('lambdaIam.newPolicyFile');
    await until(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return activeText();
      },
      (text) => text !== before,
      () => 'a new document',
    );
    await asked;
    assert.deepEqual(Object.keys(JSON.parse(activeText())), ['Version', 'Statement']);
  });
});

suite('files: the schema of policies', () => {
  teardown(close);

  test('the schema helps to begin a policy file, and leaves the rest to the server', async () => {
    await write('begun.policy.json', '{ }');
    const document = await open('begun.policy.json');
    const labels = await until(
      () => labelsAt(document, new vscode.Position(0, 2)),
      (found) => found.includes('Version'),
      () => 'completions in an empty policy file',
    );
    assert.deepEqual(labels.sort(), ['Statement', 'Version']);
    await replaceAll(document, '{ "Version": "2012-10-17", "Statement": [{ "Action": "sqs:SendMessage",  }] }');
    const inStatement = await until(
      () => labelsAt(document, document.positionAt(document.getText().indexOf(' }]'))),
      (found) => found.includes('Effect'),
      () => 'completions in a statement',
    );
    assert.equal(inStatement.filter((label) => label === 'Effect').length, 1);
  });

  test('the schema never complains', async () => {
    const odd = {
      Version: 1,
      Statement: [5, { Effect: {}, Condition: [], Principal: { AWS: [{ 'Fn::GetAtt': ['A', 'Arn'] }] } }],
    };
    await write('odd-policy.json', JSON.stringify(odd));
    const document = await open('odd-policy.json');
    const hover = rangeOf(document, 'Version').start;
    // The schema is there when its words are.
    await until(
      () => hoverAt(document, hover),
      (text) => text.includes('the current one is'),
      () => 'the schema',
    );
    const others = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'lambda-iam');
    assert.deepEqual(others, []);
  });
});

suite('files: tags and colours', () => {
  teardown(close);

  test('the YAML extension is given the tags that it lacks, and keeps its own', async function () {
    const settings = () => vscode.workspace.getConfiguration('yaml');
    if (settings().inspect('customTags')?.defaultValue === undefined) this.skip();
    await settings().update('customTags', ['!Mine mapping', '!Ref'], vscode.ConfigurationTarget.Workspace);
    await open('invoke.yaml');
    await vscode.commands.executeCommand('lambdaIam.addYamlTags');
    const tags = settings().inspect('customTags').workspaceValue;
    assert.deepEqual(tags.slice(0, 2), ['!Mine mapping', '!Ref']);
    assert.deepEqual(
      ['!Sub scalar', '!Sub sequence', '!GetAtt sequence', '!Ref scalar'].filter((tag) => !tags.includes(tag)),
      ['!Ref scalar'],
    );
    await vscode.commands.executeCommand('lambdaIam.addYamlTags');
    assert.deepEqual(settings().inspect('customTags').workspaceValue, tags);
    await settings().update('customTags', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('the command for the tags is offered where the YAML extension is', async function () {
    if (!process.env.E2E_HANDS) this.skip();
    await vscode.commands.executeCommand('workbench.action.quickOpen', '>Give the YAML Extension');
    const offered = await until(
      () => workbench('read', { selector: '.quick-input-list .label-name' }),
      (labels) => labels.length > 0,
      () => 'commands in the palette',
    );
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.ok(
      offered.some((label) => label.includes('Give the YAML Extension the CloudFormation Tags')),
      offered.join(', '),
    );
  });

  test('an action has colours of its own in the editor', async function () {
    if (!process.env.E2E_HANDS) this.skip();
    await open('invoke.yaml');
    // The editor makes one element of what has one colour, and a class of each colour.
    const colourOf = (text) =>
      until(
        () => workbench('attributes', { selector: `.view-line span span:text-is("${text}")`, name: 'class' }),
        (found) => found.length > 0,
        () => `"${text}" in a colour of its own`,
      );
    const colours = [await colourOf('lambda'), await colourOf('Invoke'), await colourOf('dispatch')];
    assert.equal(new Set(colours.map(([first]) => first)).size, 3);
  });
});

/** Asks the hands (editor/hands.mjs) to read something in the workbench. */
async function workbench(deed, wanted) {
  const body = JSON.stringify({ deed, inWorkbench: true, ...wanted });
  const { result, error } = await (await fetch(process.env.E2E_HANDS, { method: 'POST', body })).json();
  assert.equal(error, undefined);
  return result;
}

async function labelsAt(document, position) {
  const { items } = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, position);
  return items.map(({ label, kind }) => (kind === vscode.CompletionItemKind.Text ? '' : (label.label ?? label))).filter(Boolean);
}

async function replaceAll(document, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
