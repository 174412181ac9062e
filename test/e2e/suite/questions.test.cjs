const assert = require('node:assert/strict');
const process = require('node:process');
const vscode = require('vscode');
const { close, diagnosticsOf, open, rangeOf, until } = require('./editor.cjs');

/** Has something done in the workbench, which the extension host does not see. */
async function hands(deed, wanted) {
  const response = await fetch(process.env.E2E_HANDS, {
    method: 'POST',
    body: JSON.stringify({ deed, inWorkbench: true, ...wanted }),
  });
  const { result, error } = await response.json();
  assert.equal(error, undefined);
  return result;
}

const labels = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

function pageOpens(title) {
  return until(
    () => Promise.resolve(labels()),
    (found) => found.some((label) => label.includes(title)),
    () => `a page "${title}" among ${labels().join(', ')}`,
  );
}

/** Accepts the first button of the answer's message until the condition holds. */
function accept(read, what) {
  const again = async () => {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return read();
  };
  return until(again, Boolean, () => what);
}

async function openAt(file, text) {
  const document = await open(file);
  await diagnosticsOf(document);
  const { start } = rangeOf(document, text);
  vscode.window.activeTextEditor.selection = new vscode.Selection(start, start);
  return document;
}

suite('questions about permissions', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [file, written] of [
    ['triggers.yaml', 'Action: sqs:PurgeQueue'],
    ['triggers.json', '"Action": "sqs:PurgeQueue"'],
  ]) {
    test(`a no, with the edit that makes it a yes, in ${file}`, async () => {
      const document = await openAt(file, 'Worker');
      await vscode.commands.executeCommand('lambdaIam.askMayDo', 'Worker', 'sqs:PurgeQueue', 'Queue');
      await pageOpens('Can Worker do sqs:PurgeQueue on Queue?');
      await accept(() => document.getText().includes(written), `${written} in ${file}`);
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await close();
    });

    test(`who can invoke the function at the cursor, in ${file}`, async () => {
      const document = await openAt(file, 'Worker');
      await vscode.commands.executeCommand('lambdaIam.askWhoMayInvoke');
      await pageOpens('Who can invoke Worker?');
      const { line } = rangeOf(document, file.endsWith('yaml') ? '!GetAtt Worker.Arn' : '"Fn::GetAtt"').start;
      const isThere = () => {
        const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
        return Math.abs((editor?.selection.active.line ?? 0) - line) <= 3 && !editor?.selection.isEmpty;
      };
      await accept(isThere, `the trigger to be selected at line ${line + 1}`);
    });
  }

  const testWithHands = process.env.E2E_HANDS ? test : test.skip;

  testWithHands('the action is typed and the resource chosen', async () => {
    await openAt('triggers.yaml', 'Worker:');
    const asked = vscode.commands.executeCommand('lambdaIam.askMayDo');
    const rows = '.quick-input-list .label-name';
    const shows = (text) =>
      until(
        () => hands('read', { selector: rows }),
        (found) => found.some((row) => row.includes(text)),
        () => `${text} among what can be chosen`,
      );
    await shows('s3:');
    for (const key of 'sqs:sendmessage') await hands('press', { key });
    let listed = [];
    await until(
      async () => {
        listed = await hands('read', { selector: rows });
        return listed;
      },
      // The list may hold rows of another one that was shown before.
      ([first, ...others]) => first === 'sqs:SendMessage' && others.includes('sqs:SendMessageBatch') && !others.includes('sqs:*'),
      () => `only what was typed, but ${listed.slice(0, 5).join(', ')}`,
    );
    await hands('press', { key: 'Enter' });
    await shows('Queue');
    await hands('press', { key: 'Enter' });
    await asked;
    await pageOpens('Can Worker do sqs:SendMessage on Queue?');
  });
});
