/** What a person does in the editor, as functions: open a file, read its problems, hover, pick a quick fix. */
const assert = require('node:assert/strict');
const { setTimeout: pause } = require('node:timers/promises');
const vscode = require('vscode');

const extensionId = 'lambda-iam.lambda-iam';
const source = 'lambda-iam';
const patience = 10_000;
let drafts = 0;

module.exports = {
  apply,
  change,
  close,
  diagnosticsOf,
  draft,
  extension,
  hoverAt,
  only,
  open,
  quickFixesAt,
  rangeOf,
  ruleOf,
  samJsonTemplate,
  samTemplate,
  textOf,
  until,
};

/** The extension under test; fails when the host does not know it. */
function extension() {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `${extensionId} is installed`);
  return found;
}

/** Opens and shows a file of the workspace; resolves to its document. */
async function open(file) {
  const [folder] = vscode.workspace.workspaceFolders;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Shows a document that was never saved, with the cursor where the text has `$0`. */
async function draft(language, text) {
  // A name that was in use before would for a while still have the text that it had.
  drafts += 1;
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/draft-${drafts}.${language}` });
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text.replace('$0', ''));
  assert.ok(await vscode.workspace.applyEdit(edit));
  const cursor = document.positionAt(text.indexOf('$0'));
  editor.selection = new vscode.Selection(cursor, cursor);
  return document;
}

/** A template of SAM with a queue and a function that has some policies. */
function samTemplate(policies) {
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        ${policies}
`;
}

/** The same in JSON. @param policies what stands between the brackets */
function samJsonTemplate(policies) {
  return `{
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Jobs": { "Type": "AWS::SQS::Queue" },
    "Worker": {
      "Type": "AWS::Serverless::Function",
      "Properties": {
        "Policies": [${policies}]
      }
    }
  }
}
`;
}

/** Throws away what was changed in the active editor and closes it. */
async function close() {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Our diagnostics of a document, as soon as they fulfil `condition` (default: there are some). */
function diagnosticsOf(document, condition = (diagnostics) => diagnostics.length > 0) {
  const read = () => vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === source);
  return until(read, condition, () => `diagnostics of ${document.fileName}, last: ${describe(document, read())}`);
}

/** The Markdown of every hover at a position, once there is some. */
function hoverAt(document, position) {
  const read = async () => {
    const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
    return hovers.flatMap((hover) => hover.contents.map((content) => content.value)).join('\n');
  };
  return until(
    read,
    (text) => text !== '',
    () => `a hover at ${document.fileName}:${position.line + 1}`,
  );
}

/** The quick fixes offered for a range, with their edits, once `condition` holds (default: there are some). */
function quickFixesAt(document, range, condition = (fixes) => fixes.length > 0) {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const resolveAtMost = 20;
  const read = async () => {
    const actions = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind,
      resolveAtMost,
    );
    return actions.filter((action) => action.edit);
  };
  return until(read, condition, () => `a quick fix at ${document.fileName}:${range.start.line + 1}`);
}

/** Applies a quick fix's edit. */
async function apply(fix) {
  assert.ok(await vscode.workspace.applyEdit(fix.edit), `"${fix.title}" could be applied`);
}

/** Replaces the one occurrence of `before` in the document. */
async function change(document, before, after) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, before), after);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The range of the first occurrence of `text` in the document. */
function rangeOf(document, text) {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `${document.fileName} contains ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

function textOf(document, range) {
  return document.getText(range);
}

/** The one element of a list that must have exactly one. */
function only(items) {
  assert.equal(items.length, 1);
  return items[0];
}

/** The rule id of a diagnostic; with a link to the rule's page VS Code wraps it in an object. */
function ruleOf({ code }) {
  return typeof code === 'object' ? code.value : code;
}

function describe(document, diagnostics) {
  return JSON.stringify(diagnostics.map((diagnostic) => [ruleOf(diagnostic), textOf(document, diagnostic.range)]));
}

/** Polls: right after a file is opened a busy host may answer a request with nothing. */
async function until(read, condition, what) {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (condition(value)) return value;
    if (Date.now() > deadline) throw new Error(`Waited ${patience} ms in vain for ${what()}`);
    await pause(50);
  }
}
