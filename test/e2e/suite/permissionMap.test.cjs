const assert = require('node:assert/strict');
const process = require('node:process');
const vscode = require('vscode');
const { change, close, diagnosticsOf, open, textOf, until } = require('./editor.cjs');

/** Asks the hands (editor/hands.mjs) to do or to read something in the page of the map. */
async function hands(deed, wanted = {}) {
  const response = await fetch(process.env.E2E_HANDS, { method: 'POST', body: JSON.stringify({ deed, ...wanted }) });
  const { result, error } = await response.json();
  assert.equal(error, undefined);
  return result;
}

const node = (id) => `.node[data-id="${id}"]`;

/** Waits until the map's nodes or edges are these, in any order. */
async function shows(selector, expected) {
  const read = async () => ((await hands('attributes', { selector, name: 'data-id' })) ?? []).sort();
  const found = await until(
    read,
    (ids) => JSON.stringify(ids) === JSON.stringify([...expected].sort()),
    () => `${selector}: ${expected.join(', ')}`,
  );
  assert.deepEqual(found, [...expected].sort());
}

async function openMap(file) {
  const document = await open(file);
  await diagnosticsOf(document);
  await vscode.commands.executeCommand('lambdaIam.showPermissionMap');
  return document;
}

/** The text that is selected in the editor of a document, once it is the expected one. */
function selects(document, expected) {
  const editors = () => vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const read = () => editors().map(({ selection }) => textOf(document, selection).replaceAll('"', ''));
  return until(
    read,
    (texts) => texts.includes(expected),
    () => `the selection of ${expected}, last: ${JSON.stringify(read())}`,
  );
}

/** Throws away every change, and closes everything. */
async function closeEverything() {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await close();
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

const missing = ['source:Bucket > function:Worker', 'source:Queue > function:Worker'];

// Desktop VS Code has no page that could be reached from outside.
const suiteWithHands = process.env.E2E_HANDS ? suite : suite.skip;

suiteWithHands('the permission map', () => {
  teardown(closeEverything);

  for (const file of ['triggers.yaml', 'triggers.json']) {
    test(`draws ${file}, goes to the text by a click and by the keyboard, and follows edits`, async () => {
      const document = await openMap(file);
      await shows('.node', ['source:Bucket', 'source:Queue', 'function:Worker']);
      await shows('.edge.missing', missing);

      await hands('click', { selector: node('source:Bucket') });
      await selects(document, 'Bucket');

      await hands('focus', { selector: node('function:Worker') });
      await hands('press', { key: 'ArrowLeft' });
      assert.match(await hands('focused'), /^(Bucket invokes Worker|Worker polls Queue): not allowed$/);
      await hands('press', { key: 'ArrowLeft' });
      assert.match(await hands('focused'), /^(Bucket, S3 Bucket|Queue, SQS Queue), 1 not allowed$/);

      await change(document, 'Worker', 'Somebody');
      await shows('.node', ['source:Queue', 'function:Worker']);
    });
  }

  test('offers each fix at a click, and shows that it worked', async () => {
    const document = await openMap('triggers.yaml');
    await shows('.edge.missing', missing);
    await hands('click', { selector: 'button.fix:has-text("Let Bucket invoke Worker")' });
    await shows('.edge.granted', ['source:Bucket > function:Worker']);
    await shows('.edge.missing', ['source:Queue > function:Worker']);
    assert.match(document.getText(), /AWS::Lambda::Permission/);
  });
});

suiteWithHands('the permission map at work', () => {
  teardown(closeEverything);

  test('is limited to one function', async () => {
    const document = await openMap('samples/orders/template.yaml');
    await until(
      () => hands('read', { selector: '.node.function .label' }),
      (labels) => labels?.length === 4,
      () => 'four functions',
    );
    await hands('choose', { selector: '#function', value: 'Reporter' });
    await shows('.node', ['source:Nightly', 'source:ReportRequests', 'function:Reporter']);

    const { uri } = document;
    await vscode.commands.executeCommand('lambdaIam.showPermissionMap', uri, 'Worker');
    await shows('.node', ['source:OrdersQueue', 'function:Worker', 'target:OrdersTable']);
  });

  test('survives a restart of the server, and says when there is nothing to draw', async () => {
    const document = await openMap('triggers.yaml');
    await shows('.edge.missing', missing);
    await vscode.commands.executeCommand('lambdaIam.restartServer');
    await change(document, '!GetAtt Worker.Arn', 'somebody');
    await shows('.edge.missing', ['source:Queue > function:Worker']);
    await change(document, document.getText(), 'services: {}');
    await until(
      () => hands('read', { selector: '#summary' }),
      (texts) => texts?.[0]?.startsWith('There is nothing to draw'),
      () => 'the word that there is nothing to draw',
    );
  });

  test('is opened as a drawing for other tools', async () => {
    await openMap('triggers.yaml');
    await shows('.edge.missing', missing);
    await hands('click', { selector: '[data-format="mermaid"]' });
    const text = await until(
      () => vscode.window.activeTextEditor?.document.getText() ?? '',
      (content) => content.startsWith('flowchart LR'),
      () => 'a Mermaid flowchart',
    );
    assert.match(text, /Not allowed/);
  });
});
