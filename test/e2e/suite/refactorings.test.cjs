const assert = require('node:assert/strict');
const vscode = require('vscode');
const { apply, close, draft, samJsonTemplate, samTemplate, until } = require('./editor.cjs');

/** The refactoring at the cursor that has this title, with its edit. */
async function refactoring(document, title) {
  const { active } = vscode.window.activeTextEditor.selection;
  const resolveAtMost = 20;
  let titles = [];
  const read = async () => {
    const actions = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(active, active),
      vscode.CodeActionKind.Refactor.value,
      resolveAtMost,
    );
    titles = actions.map((action) => action.title);
    return actions.find((action) => action.title === title);
  };
  return until(
    read,
    (found) => found?.edit,
    () => `"${title}" among ${titles.join(', ')}`,
  );
}

const yaml = (policy) => samTemplate(`- ${policy}`);

const json = (policy) =>
  samJsonTemplate(`
          ${policy}
        `);

const cases = [
  {
    title: 'Expand SQSSendMessagePolicy into a statement',
    language: 'yaml',
    before: yaml(`SQSSend$0MessagePolicy:
            QueueName: !GetAtt Jobs.QueueName`),
    after: yaml(`Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: sqs:SendMessage*
              Resource: !GetAtt Jobs.Arn`),
  },
  {
    title: 'Expand SQSSendMessagePolicy into a statement',
    language: 'json',
    before: json(`{ "SQSSend$0MessagePolicy": { "QueueName": { "Fn::GetAtt": ["Jobs", "QueueName"] } } }`),
    after: json(`{
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Action": "sqs:SendMessage*",
                "Resource": { "Fn::GetAtt": ["Jobs", "Arn"] }
              }
            ]
          }`),
  },
  {
    title: 'Expand AWSLambdaSQSQueueExecutionRole into its statements of 2018-06-14',
    language: 'yaml',
    before: yaml('AWSLambdaSQSQueue$0ExecutionRole'),
    after: yaml(`Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action:
                - sqs:ReceiveMessage
                - sqs:DeleteMessage
                - sqs:GetQueueAttributes
                - logs:CreateLogGroup
                - logs:CreateLogStream
                - logs:PutLogEvents
              Resource: '*'`),
  },
  {
    title: 'Expand sqs:ListQ* into its 2 actions',
    language: 'yaml',
    before: yaml(`Statement:
            - Effect: Allow
              Action: sqs:List$0Q* # to look
              Resource: '*'`),
    after: yaml(`Statement:
            - Effect: Allow
              Action:
                - sqs:ListQueueTags
                - sqs:ListQueues # to look
              Resource: '*'`),
  },
  {
    title: 'Expand sqs:ListQ* into its 2 actions',
    language: 'json',
    before: json('{ "Statement": { "Effect": "Allow", "Action": "sqs:List$0Q*", "Resource": "*" } }'),
    after: json('{ "Statement": { "Effect": "Allow", "Action": ["sqs:ListQueueTags", "sqs:ListQueues"], "Resource": "*" } }'),
  },
];

suite('refactorings', () => {
  teardown(close);

  for (const { title, language, before, after } of cases) {
    test(`${title} in ${language}`, async () => {
      const document = await draft(language, before);
      await apply(await refactoring(document, title));
      assert.equal(document.getText(), after);
    });
  }
});
