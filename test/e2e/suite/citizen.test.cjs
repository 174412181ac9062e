const assert = require('node:assert/strict');
const process = require('node:process');
const vscode = require('vscode');
const { change, close, diagnosticsOf, open, rangeOf, ruleOf, until } = require('./editor.cjs');

/** Reads from the page of the workbench (editor/hands.mjs). */
async function hands(deed, wanted) {
  const response = await fetch(process.env.E2E_HANDS, {
    method: 'POST',
    body: JSON.stringify({ deed, inWorkbench: true, ...wanted }),
  });
  const { result, error } = await response.json();
  assert.equal(error, undefined);
  return result;
}

/** What screen readers are told of the language of the active document, once it passes. */
function statusThat(condition, what) {
  const selector = '#status\\.languageStatus a';
  const read = async () => (await hands('attributes', { selector, name: 'aria-label' })).join();
  return until(read, condition, () => `${what} in the status bar`);
}

/** The notifications, of which one passes. The list is opened, because a message may fade away before it is read. */
function notificationThat(pattern) {
  const read = async () => {
    await vscode.commands.executeCommand('notifications.showList');
    return hands('read', { selector: '.notification-list-item-message' });
  };
  return until(
    read,
    (texts) => texts.some((text) => pattern.test(text)),
    () => `a notification ${pattern}`,
  );
}

const missing = (diagnostics) => diagnostics.filter((one) => ruleOf(one).startsWith('missing-'));

// Desktop VS Code has no page that could be reached from outside.
const suiteWithHands = process.env.E2E_HANDS ? suite : suite.skip;

async function cleanUp() {
  await vscode.commands.executeCommand('notifications.clearAll');
  await vscode.commands.executeCommand('notifications.hideList');
  await close();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

suiteWithHands('a good citizen: the status item', () => {
  teardown(cleanUp);

  test('tells what the document is and how many errors it has, and nothing of others', async () => {
    await open('triggers.yaml');
    await statusThat((label) => /Lambda IAM: CloudFormation template, \d+ errors?/.test(label), 'a template with errors');
    await open('policy.json');
    await statusThat((label) => /Lambda IAM: IAM policy, \d+ errors?/.test(label), 'a policy with errors');
    await open('compose.yaml');
    await statusThat((label) => !label.includes('Lambda IAM'), 'nothing of ours');
  });

  test('is gone while Lambda IAM is switched off', async () => {
    await open('triggers.yaml');
    await statusThat((label) => label.includes('Lambda IAM'), 'ours');
    const settings = vscode.workspace.getConfiguration('lambdaIam');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await statusThat((label) => !label.includes('Lambda IAM'), 'nothing of ours');
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await statusThat((label) => label.includes('Lambda IAM'), 'ours again');
  });

  test('tells of a new document as soon as it has become a policy', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{}' });
    await vscode.window.showTextDocument(document);
    await change(
      document,
      '{}',
      '{"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]}',
    );
    await statusThat((label) => label.includes('Lambda IAM: IAM policy, no errors or warnings'), 'a policy without errors');
  });
});

suiteWithHands('a good citizen: commands', () => {
  teardown(cleanUp);

  for (const file of ['triggers.yaml', 'triggers.json']) {
    test(`adds all that is missing in ${file}`, async () => {
      const document = await open(file);
      await diagnosticsOf(document, (all) => missing(all).length > 1);
      await vscode.commands.executeCommand('lambdaIam.fixAllMissingPermissions');
      await notificationThat(/^\d+ missing permissions were added\.$/);
      await diagnosticsOf(document, (all) => missing(all).length === 0);
      await vscode.commands.executeCommand('lambdaIam.fixAllMissingPermissions');
      await notificationThat(/^No permission is missing/);
    });
  }

  test('shows the page of the rule at the cursor first', async () => {
    const document = await open('invoke.yaml');
    await diagnosticsOf(document);
    const { start } = rangeOf(document, 'lambda:Invoke');
    vscode.window.activeTextEditor.selection = new vscode.Selection(start, start);
    const shown = vscode.commands.executeCommand('lambdaIam.showRulePage');
    const read = () => hands('read', { selector: '.quick-input-list .label-name' });
    const [first] = await until(
      read,
      (labels) => labels.length > 1,
      () => 'the list of rules',
    );
    assert.equal(first, 'api-operation-as-action');
    await hands('press', { key: 'Enter' });
    await shown;
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await until(
      tabs,
      (labels) => labels.some((label) => label.includes('api-operation-as-action')),
      () => 'the page of the rule',
    );
    const heading = () => hands('read', { inWorkbench: false, selector: 'h1' });
    await until(
      heading,
      (texts) => texts?.includes('api-operation-as-action') ?? false,
      () => 'the heading of the page',
    );
  });

  test('tells of its data', async () => {
    await vscode.commands.executeCommand('lambdaIam.showDataDate');
    await notificationThat(
      /^Lambda IAM \d+\.\d+\.\d+\. Its data about AWS is of .+ \(.+\): \d+ services, [\d,]+ actions, [\d,]+ managed policies\./,
    );
  });
});

suiteWithHands('a good citizen: the walkthrough', () => {
  teardown(cleanUp);

  test('opens, and its sample is mended by its second step', async () => {
    const walkthrough = 'lambda-iam.lambda-iam#firstPermission';
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
    const read = () => hands('read', { selector: '.getting-started-step .step-title' });
    const steps = await until(
      read,
      (titles) => titles.length === 5,
      () => 'the five steps of the walkthrough',
    );
    assert.deepEqual(steps, [
      'Open a template',
      'Add what is missing',
      'Ask for the whole account',
      'See the whole template',
      'Choose what counts',
    ]);

    await hands('click', {
      selector:
        '.getting-started-step.expanded .button-container [role="button"], .getting-started-step.expanded .button-container button',
    });
    const shown = () => vscode.window.visibleTextEditors.map(({ document }) => document).find(({ isUntitled }) => isUntitled);
    const document = await until(
      shown,
      (sample) => sample !== undefined,
      () => 'the sample',
    );
    await diagnosticsOf(document, (all) => missing(all).length === 2);
    await vscode.commands.executeCommand('lambdaIam.fixAllMissingPermissions');
    await notificationThat(/^2 missing permissions were added\.$/);
    await diagnosticsOf(document, (all) => all.length === 0);
  });
});
