const assert = require('node:assert/strict');
const vscode = require('vscode');
const { close, diagnosticsOf, open, rangeOf, until } = require('./editor.cjs');

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

suite('commands about a function', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await close();
  });

  for (const file of ['triggers.yaml', 'triggers.json']) {
    test(`a lens of ${file} opens the account of its function`, async () => {
      const document = await open(file);
      await diagnosticsOf(document);
      const read = () => vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 50);
      const ofFunction = ({ command }) => command?.command === 'lambdaIam.explainFunction';
      const lenses = await until(
        read,
        (found) => found.some(ofFunction),
        () => `a lens that explains a function of ${file}`,
      );
      const { command } = lenses.find(ofFunction);
      await vscode.commands.executeCommand(command.command, ...command.arguments);
      const labels = await until(
        () => Promise.resolve(tabs()),
        (found) => found.some((label) => label.includes('Worker')),
        () => `a tab for Worker among ${tabs().join(', ')}`,
      );
      assert.ok(labels.some((label) => label.includes('Worker')));
    });
  }

  test('the account of the function at the cursor', async () => {
    const document = await open('triggers.yaml');
    await diagnosticsOf(document);
    const { start } = rangeOf(document, 'Worker:');
    vscode.window.activeTextEditor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('lambdaIam.explainFunction');
    await until(
      () => Promise.resolve(tabs()),
      (found) => found.some((label) => label.includes('Worker')),
      () => `a tab for Worker among ${tabs().join(', ')}`,
    );
  });
});
