const assert = require('node:assert/strict');
const vscode = require('vscode');
const { apply, close, open, rangeOf, until } = require('./editor.cjs');

/** What VS Code has from providers, once that fulfils `condition` (default: there is something). */
function provided(command, document, more = [], condition = ({ length }) => length > 0) {
  return until(
    async () => (await vscode.commands.executeCommand(command, document.uri, ...more)) ?? [],
    condition,
    () => `an answer to ${command}`,
  );
}

/** The lines in which things stand, from the top, each with the words of the thing marked. */
function marked(document, things) {
  const ranges = things.map(({ range }) => range).sort((one, other) => one.start.compareTo(other.start));
  return ranges.map(({ start, end }) => {
    const { text } = document.lineAt(start);
    return `${text.slice(0, start.character)}<${text.slice(start.character, end.character)}>${text.slice(end.character)}`.trim();
  });
}

/** Expands the selection until it is as long as `wanted`: VS Code adds steps of its own, the word and the white space. */
async function grow(document, wanted) {
  const expand = async () => {
    await vscode.commands.executeCommand('editor.action.smartSelect.expand');
    return document.getText(vscode.window.activeTextEditor.selection);
  };
  const selected = await until(
    expand,
    (text) => text.length >= wanted.length,
    () => `a selection as long as ${wanted}`,
  );
  return selected.trim();
}

/** The resources of our outline; that of another extension has no types. */
function outlineOfResources(symbols) {
  const ours = symbols.find(({ children }) => children.some(({ detail }) => detail.startsWith('AWS::')));
  return ours?.children.map(({ name, detail }) => `${name}: ${detail}`);
}

const placesOfWorker = {
  'triggers.yaml': ['Function: !GetAtt <Worker>.Arn', '<Worker>:', 'FunctionName: !Ref <Worker>'],
  'triggers.json': ['"Fn::GetAtt": ["<Worker>", "Arn"]', '"<Worker>": {', '"Ref": "<Worker>"'],
};

suite('navigation: names', () => {
  teardown(close);

  for (const [file, places] of Object.entries(placesOfWorker)) {
    test(`from a name to the resource, and to all that mentions it, in ${file}`, async () => {
      const document = await open(file);
      const { start } = rangeOf(document, 'Worker');
      const definitions = await provided('vscode.executeDefinitionProvider', document, [start]);
      assert.deepEqual(marked(document, definitions), [places[1]]);
      const references = await provided('vscode.executeReferenceProvider', document, [start]);
      assert.deepEqual(marked(document, references), places);
      const highlights = await provided('vscode.executeDocumentHighlights', document, [start]);
      assert.deepEqual(marked(document, highlights), places);
      const written = highlights.filter(({ kind }) => kind === vscode.DocumentHighlightKind.Write);
      assert.deepEqual(marked(document, written), [places[1]]);
    });

    test(`a logical id is renamed in ${file}`, async () => {
      const document = await open(file);
      const before = document.getText();
      const { start } = rangeOf(document, 'Worker');
      const edit = await until(
        () => vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, start, 'Sender'),
        (found) => found?.size > 0,
        () => `the edits of a rename in ${file}`,
      );
      await apply({ title: 'Rename', edit });
      assert.equal(document.getText(), before.replace(/\bWorker\b/g, 'Sender'));
    });
  }
});

suite('navigation: outline, links and selections', () => {
  teardown(close);

  for (const file of ['triggers.yaml', 'triggers.json']) {
    test(`the outline of ${file} tells which role is whose`, async () => {
      const document = await open(file);
      const outline = await provided('vscode.executeDocumentSymbolProvider', document, [], outlineOfResources);
      assert.deepEqual(outlineOfResources(outline), [
        'Bucket: AWS::S3::Bucket',
        'Queue: AWS::SQS::Queue',
        'Worker: AWS::Lambda::Function · 2 triggers, 2 missing',
        'WorkerRole: AWS::IAM::Role · execution role of Worker',
        'Jobs: AWS::Lambda::EventSourceMapping',
      ]);
    });
  }

  for (const file of ['invoke.yaml', 'invoke.json']) {
    test(`actions of ${file} are links to the pages of AWS`, async () => {
      const document = await open(file);
      const resolveAtMost = 10;
      const links = await provided('vscode.executeLinkProvider', document, [resolveAtMost]);
      assert.deepEqual(
        links.map(({ range, target }) => `${document.getText(range)} ${target}`),
        [
          'sts:AssumeRole https://docs.aws.amazon.com/service-authorization/latest/reference/list_sts.html',
          'lambda:Invoke https://docs.aws.amazon.com/lambda/latest/dg/API_Invoke.html',
        ],
      );
    });
  }

  test('a selection grows from the word to the action, its element and the statement', async () => {
    const document = await open('invoke.yaml');
    const { start } = rangeOf(document, 'Invoke');
    await provided('vscode.executeLinkProvider', document);
    vscode.window.activeTextEditor.selection = new vscode.Selection(start, start);
    const statement = [
      'Effect: Allow',
      '                Action: lambda:Invoke',
      '                Resource: arn:aws:lambda:eu-central-1:123456789012:function:worker',
    ].join('\n');
    for (const wanted of ['lambda:Invoke', 'Action: lambda:Invoke', statement])
      assert.equal(await grow(document, wanted), wanted);
  });
});
