const vscode = require('vscode');
const { close, open, until } = require('./editor.cjs');

const inWorkspace = (file) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, file);
const labels = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

const TEMPLATE = `Resources:
  Mender:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt MenderRole.Arn
  MenderRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: e2e-mender
      Policies:
        - PolicyName: jobs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: sqs:ReceiveMessage
                Resource: '*'
`;
const ERROR = `{"errorType":"AccessDeniedException","errorMessage":"User: arn:aws:sts::123456789012:assumed-role/e2e-mender/x is not authorized
 to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders because no identity-based policy allows the
 dynamodb:PutItem action"}`;

suite('errors that are pasted', () => {
  suiteSetup(() => vscode.workspace.fs.writeFile(inWorkspace('mender.yaml'), Buffer.from(TEMPLATE)));
  suiteTeardown(() => vscode.workspace.fs.delete(inWorkspace('mender.yaml')));
  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const pageOpens = () =>
    until(
      () => Promise.resolve(labels()),
      (found) => found.some((label) => label.includes('IAM refused a request')),
      () => `a page about the error among ${labels().join(', ')}`,
    );

  test('a copied error is explained from a file that is not open, and the edit applied there', async () => {
    await vscode.env.clipboard.writeText(ERROR);
    await vscode.commands.executeCommand('lambdaIam.explainError');
    await pageOpens();
    const read = async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/mender.yaml'))?.getText() ?? '';
    };
    await until(
      read,
      (text) => text.includes('Action: dynamodb:PutItem') && text.includes(':table/orders'),
      () => 'the grant in mender.yaml',
    );
    await vscode.window.showTextDocument(inWorkspace('mender.yaml'));
    await close();
  });

  test('a selected error comes before a copied one', async () => {
    await vscode.env.clipboard.writeText('Cross-account pass role is not allowed.');
    const log = await vscode.workspace.openTextDocument({ content: `START\n${ERROR}\nEND` });
    const editor = await vscode.window.showTextDocument(log);
    editor.selection = new vscode.Selection(log.positionAt(6), log.positionAt(6 + ERROR.length));
    await vscode.commands.executeCommand('lambdaIam.explainError');
    await pageOpens();
    await vscode.window.showTextDocument(log);
    await close();
  });

  test('without an error at hand one is asked for', async () => {
    await open('triggers.yaml');
    await vscode.env.clipboard.writeText('nothing of the kind');
    const asked = vscode.commands.executeCommand('lambdaIam.explainError');
    let isDone = false;
    void asked.then(() => {
      isDone = true;
    });
    await until(
      async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      },
      (done) => done,
      () => 'the box to be closed',
    );
  });
});
