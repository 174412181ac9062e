const assert = require('node:assert/strict');
const vscode = require('vscode');
const { close, draft, samJsonTemplate, samTemplate, until } = require('./editor.cjs');

const cursor = () => vscode.window.activeTextEditor.selection.active;
const labelOf = ({ label }) => label.label ?? label;

/** What is offered at the cursor in the order of the list, once `label` is among it; the first ones with their documentation. */
async function offered(document, label) {
  const describeAtMost = 3;
  const read = async () => {
    const { items } = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      cursor(),
      undefined,
      describeAtMost,
    );
    return items.sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
  };
  return until(
    read,
    (items) => items.some((item) => labelOf(item) === label),
    () => `${label} among the completions`,
  );
}

/** Opens the list as a person does, and accepts what it has selected. */
async function acceptFirst(document) {
  const before = document.getText();
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  const accept = async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return document.getText();
  };
  return until(
    accept,
    (text) => text !== before,
    () => 'a completion that could be accepted',
  );
}

const yamlStatement = (action, resource) =>
  samTemplate(`- Statement:
            - Effect: Allow
              Action: ${action}
              Resource: ${resource}`);

const jsonStatement = (action, resource) =>
  samJsonTemplate(`{ "Statement": [{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }] }`);

/** What is typed, which completion that is for, and what the text is after it. */
const cases = [
  ['yaml', 's3:GetObject', yamlStatement('HeadObject$0', "'*'"), yamlStatement('s3:GetObject', "'*'")],
  ['json', 's3:GetObject', jsonStatement('"HeadObject$0"', '"*"'), jsonStatement('"s3:GetObject"', '"*"')],
  ['yaml', 'Jobs.Arn', yamlStatement('sqs:SendMessage', 'Jo$0'), yamlStatement('sqs:SendMessage', '!GetAtt Jobs.Arn')],
  [
    'json',
    'Jobs.Arn',
    jsonStatement('"sqs:SendMessage"', '"Jo$0"'),
    jsonStatement('"sqs:SendMessage"', '{ "Fn::GetAtt": ["Jobs", "Arn"] }'),
  ],
  [
    'yaml',
    'lambda:EventSourceToken',
    yamlStatement(
      'lambda:InvokeFunction',
      "'*'\n              Condition:\n                StringEquals:\n                  lambda:Ev$0",
    ),
    yamlStatement(
      'lambda:InvokeFunction',
      "'*'\n              Condition:\n                StringEquals:\n                  lambda:EventSourceToken: ",
    ),
  ],
  [
    'yaml',
    'Allow',
    samTemplate('- Statement:\n            - Al$0'),
    samTemplate('- Statement:\n            - Effect: Allow\n              Action:\n                - \n              Resource: '),
  ],
  [
    'yaml',
    'SQSPollerPolicy',
    samTemplate('- SQSP$0'),
    samTemplate('- SQSPollerPolicy:\n            QueueName: !GetAtt Jobs.QueueName'),
  ],
  [
    'json',
    'SQSPollerPolicy',
    samJsonTemplate('"SQSP$0"'),
    samJsonTemplate('{"SQSPollerPolicy": {"QueueName": {"Fn::GetAtt": ["Jobs", "QueueName"]}}}'),
  ],
];

suite('completion', () => {
  teardown(close);

  test('the resources of the template that suit the action come before what else there is', async () => {
    const document = await draft('yaml', yamlStatement('sqs:SendMessage', '$0'));
    const items = await offered(document, 'Jobs.Arn');
    assert.deepEqual(items.map(labelOf), ['Jobs.Arn', 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', '*']);
  });

  test('an action is explained while it is chosen', async () => {
    const [first] = await offered(await draft('yaml', yamlStatement('HeadObject$0', "'*'")), 's3:GetObject');
    assert.equal(labelOf(first), 's3:GetObject');
    assert.equal(first.filterText, 'HeadObject');
    assert.match(first.documentation.value, /HeadObject/);
  });

  for (const [language, label, typed, expected] of cases) {
    test(`${label} is accepted in ${language}`, async () => {
      const document = await draft(language, typed);
      await offered(document, label);
      assert.equal(await acceptFirst(document), expected);
    });
  }

  test('what is to be filled in is gone through with the Tab key', async () => {
    const document = await draft('yaml', samTemplate('- Statement:\n            - Al$0'));
    await offered(document, 'Allow');
    await acceptFirst(document);
    assert.equal(document.lineAt(cursor()).text.trim(), '-');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(document.lineAt(cursor()).text.trim(), 'Resource:');
  });
});
