import { expect, test } from 'vitest';
import { folderWith, POLICY } from './commandLine.ts';

const TEMPLATE = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
  Other:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/other
  OtherPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Other
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !Sub arn:aws:events:eu-west-1:\${AWS::AccountId}:rule/x
`;

const folder = folderWith({ 'template.yaml': TEMPLATE, 'policy.yaml': POLICY, 'compose.yaml': 'services: {}' });

test('json has the functions and permissions of each template', async () => {
  const { code, out, err } = await folder.run('explain', '.', '--format', 'json');
  const { templates } = JSON.parse(out);
  expect({ code, err, paths: templates.map(({ path }: { path: string }) => path) }).toEqual({
    code: 0,
    err: '',
    paths: ['template.yaml'],
  });
  const [{ kind, functions, permissions }] = templates;
  expect(kind).toBe('cloudformation');
  expect(functions.map(({ logicalId }: { logicalId: string }) => logicalId)).toEqual(['Worker', 'Other']);
  expect(functions[0].invokers).toEqual([
    {
      trigger: 'Bucket',
      type: 'AWS::S3::Bucket',
      property: 'NotificationConfiguration.LambdaConfigurations.0.Function',
      principal: 's3.amazonaws.com',
      action: 'lambda:InvokeFunction',
      qualifier: null,
      mechanism: 'resource-policy',
      verdict: 'missing',
      grantedBy: [],
    },
  ]);
  expect(
    permissions.map((permission: { logicalId: string; function: string }) => [permission.logicalId, permission.function]),
  ).toEqual([['OtherPermission', 'Other']]);
});

test('one function only', async () => {
  const { out } = await folder.run('explain', 'template.yaml', '--function', 'Worker', '--format', 'json');
  const [{ functions, permissions }] = JSON.parse(out).templates;
  expect(functions.map(({ logicalId }: { logicalId: string }) => logicalId)).toEqual(['Worker']);
  expect(permissions).toEqual([]);
});

test('a function that does not exist is told with those that do', async () => {
  expect(await folder.run('explain', 'template.yaml', '--function', 'Wroker')).toMatchObject({
    code: 2,
    err: 'lambda-iam: There is no function "Wroker". Did you mean "Worker"? The functions are Worker, Other.\n',
  });
});

test('pretty tells who calls the function and by what right', async () => {
  const { out } = await folder.run('explain', 'template.yaml', '--function', 'Worker');
  expect(out).toContain('template.yaml\n\nWorker\n');
  expect(out).toContain('    missing Bucket as s3.amazonaws.com\n');
  expect(out).not.toContain('Other');
});

const ROLE = `Resources:
  Jobs: { Type: AWS::SQS::Queue }
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
      Policies:
        - PolicyName: jobs
          PolicyDocument: { Statement: [{ Effect: Allow, Action: [sqs:ReceiveMessage, sqs:DeleteMessage], Resource: !GetAtt Jobs.Arn }] }
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
  Polling: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn } }
`;

test('pretty tells where Lambda polls, so that nobody has to be let in', async () => {
  const polling = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`;
  const { out } = await folderWith({ 'polling.yaml': polling }).run('explain', 'polling.yaml');
  expect(out).toContain('Nobody has to be let in: Lambda itself polls for it (JobsMapping), with the execution role.');
});

test('pretty tells what a role allows by service and level, what is missing, and by which statement the rest is granted', async () => {
  const { out } = await folderWith({ 'role.yaml': ROLE }).run('explain', 'role.yaml');
  expect(out).toContain(`  What it may do:
    Amazon CloudWatch Logs (write): logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents
      on everything, granted by AWSLambdaBasicExecutionRole
    Amazon SQS (read): sqs:ReceiveMessage
      on \${Jobs.Arn}, granted by jobs
    Amazon SQS (write): sqs:DeleteMessage
      on \${Jobs.Arn}, granted by jobs
`);
  expect(out).toContain('    missing sqs:GetQueueAttributes on ${Jobs.Arn}; 2 more, granted by jobs\n');
  expect(out).toContain('      by the statement: Allow sqs:ReceiveMessage, sqs:DeleteMessage on ${Jobs.Arn}\n');
});

test('a named file that is no template is an error', async () => {
  expect(await folder.run('explain', 'compose.yaml')).toMatchObject({
    code: 2,
    err: 'compose.yaml: not a SAM or CloudFormation template\n',
  });
});

test('a drawing of each template, for Mermaid and for Graphviz', async () => {
  const mermaid = await folder.run('explain', '.', '--format', 'mermaid', '--function', 'Worker');
  expect({ code: mermaid.code, err: mermaid.err }).toEqual({ code: 0, err: '' });
  expect(mermaid.out).toMatch(/^%% template\.yaml\nflowchart LR\n/);
  expect(mermaid.out).toMatch(/n0 --x\|"✗ Not allowed"\| n1\n/);
  expect(mermaid.out).not.toContain('Other');

  const dot = await folder.run('explain', '.', '--format', 'dot');
  expect(dot.code).toBe(0);
  expect(dot.out).toMatch(/^\/\/ template\.yaml\ndigraph permissions \{\n/);
  expect(dot.out).toContain('"source:Bucket" -> "function:Worker" [label="✗ Not allowed"');
});
