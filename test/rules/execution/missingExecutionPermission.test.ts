import { expect, test } from 'vitest';
import { missingExecutionPermission } from '../../../server/src/rules/execution/missingExecutionPermission.ts';
import { analysed, checkFix, checkNoFix, checkRule, dedent, findingsOf } from '../../harness/index.ts';

const BASIC = `ManagedPolicyArns:
            - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`;

function worker(role: string, properties = '', more = ''): string {
  return `
    Resources:
      Jobs: { Type: AWS::SQS::Queue }
      Clicks: { Type: AWS::Kinesis::Stream }
      WorkerRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
          ${role}
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: !GetAtt WorkerRole.Arn
          ${properties}
      ${more}
    `;
}

function polling(source: string): string {
  return `Polling:
        Type: AWS::Lambda::EventSourceMapping
        Properties:
          FunctionName: !Ref Worker
          EventSourceArn: !GetAtt ${source}.Arn`;
}

test('a queue, with its actions and resource', () => {
  checkRule(
    missingExecutionPermission,
    worker(
      BASIC,
      '',
      `${polling('Jobs')}
          #               ^^^^^^^^^^^^^^^^ error: WorkerRole, the execution role of Worker, lacks sqs:ReceiveMessage, sqs:DeleteMessage and sqs:GetQueueAttributes on Jobs.Arn.`,
    ),
  );
});

test('a stream', () => {
  checkRule(
    missingExecutionPermission,
    worker(
      BASIC,
      '',
      `${polling('Clicks')}
          #               ^^^^^^^^^^^^^^^^^^ error: WorkerRole, the execution role of Worker, lacks kinesis:`,
    ),
  );
});

test('a dead letter queue', () => {
  checkRule(
    missingExecutionPermission,
    worker(
      BASIC,
      `DeadLetterConfig: { TargetArn: !GetAtt Jobs.Arn }
    #                                    ^^^^^^^^^^^^^^^^ error: WorkerRole, the execution role of Worker, lacks sqs:SendMessage on Jobs.Arn.`,
    ),
  );
});

test('logs alone are a warning, beside a graver lack an information', () => {
  checkRule(
    missingExecutionPermission,
    worker('Description: nothing').replace(
      '      Worker:\n',
      '      Worker:\n    # ^^^^^^ warning: WorkerRole, the execution role of Worker, lacks logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents.\n',
    ),
  );
  checkRule(
    missingExecutionPermission,
    worker(
      'Description: nothing',
      `DeadLetterConfig: { TargetArn: !GetAtt Jobs.Arn }
    #                                    ^^^^^^^^^^^^^^^^ error: WorkerRole`,
    ).replace('      Worker:\n', '      Worker:\n    # ^^^^^^ information: WorkerRole\n'),
  );
});

const SCOPED = `${BASIC}
          Policies:
            - PolicyName: ExecutionPermissions
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action:
                      - sqs:ReceiveMessage
                      - sqs:DeleteMessage
                      - sqs:GetQueueAttributes
                    Resource: !GetAtt Jobs.Arn`;

test('a role with the basic policy only gets a statement for the queue', () => {
  checkFix(missingExecutionPermission, worker(BASIC, '', polling('Jobs')), worker(SCOPED, '', polling('Jobs')));
});

test('where further managed policies are attached, one more of them', () => {
  const managed = `${BASIC}
            - arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess`;
  checkFix(
    missingExecutionPermission,
    worker(managed, '', polling('Jobs')),
    worker(
      `${managed}
            - arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole`,
      '',
      polling('Jobs'),
    ),
  );
});

test('so it is where another role has such a policy', () => {
  const more = `Other:
        Type: AWS::IAM::Role
        Properties:
          ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole]
      ${polling('Jobs')}`;
  checkFix(
    missingExecutionPermission,
    worker(BASIC, '', more),
    worker(`${BASIC}\n            - arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole`, '', more),
  );
});

const OWN = `${BASIC}
          Policies:
            - PolicyName: jobs
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action:
                      - sqs:SendMessage
                    Resource: !GetAtt Jobs.Arn`;

test('where a statement is for the resource already, into that', () => {
  const granted = OWN.replace(
    '- sqs:SendMessage',
    `- sqs:SendMessage
                      - sqs:ReceiveMessage
                      - sqs:DeleteMessage
                      - sqs:GetQueueAttributes`,
  );
  checkFix(missingExecutionPermission, worker(OWN, '', polling('Jobs')), worker(granted, '', polling('Jobs')));
});

test('a single action becomes a list, and what has no statement yet gets one', () => {
  const own = `${BASIC}
          Policies:
            - PolicyName: jobs
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ec2:CreateNetworkInterface
                    Resource: '*'`;
  const granted = own.replace(
    'Action: ec2:CreateNetworkInterface',
    `Action:
                      - ec2:CreateNetworkInterface
                      - ec2:DeleteNetworkInterface
                      - ec2:DescribeNetworkInterfaces
                      - ec2:DescribeSecurityGroups
                      - ec2:DescribeSubnets
                      - ec2:DescribeVpcs`,
  );
  const kafka = (role: string): string =>
    worker(
      role,
      '',
      `Secret: { Type: AWS::SecretsManager::Secret }
      Polling:
        Type: AWS::Lambda::EventSourceMapping
        Properties:
          FunctionName: !Ref Worker
          SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: [a.example.com] } }
          SourceAccessConfigurations:
            - { Type: VPC_SUBNET, URI: subnet:a }
            - { Type: VPC_SECURITY_GROUP, URI: security_group:b }
            - { Type: BASIC_AUTH, URI: !Ref Secret }`,
    );
  checkFix(
    missingExecutionPermission,
    kafka(own),
    kafka(`${granted}
                  - Effect: Allow
                    Action: secretsmanager:GetSecretValue
                    Resource: !Ref Secret`),
  );
});

test('a managed policy is the other choice beside statements', () => {
  const attached = OWN.replace(
    BASIC,
    `${BASIC}\n            - arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole`,
  );
  checkFix(missingExecutionPermission, worker(OWN, '', polling('Jobs')), worker(attached, '', polling('Jobs')), {
    title: 'Attach AWSLambdaSQSQueueExecutionRole to WorkerRole',
  });
});

test('a role whose contents cannot be seen lacks nothing', () => {
  checkRule(missingExecutionPermission, worker('ManagedPolicyArns: [!Ref SomePolicy]', '', polling('Jobs')));
});

const layer = (name: string): string => `Layers: ["arn:aws:lambda:eu-west-1:111122223333:layer:${name}:1"]`;

test('a layer that may read secrets or parameters needs one of the two, and only its author knows which', () => {
  const name = 'AWS-Parameters-and-Secrets-Lambda-Extension';
  const marked = `${layer(name)}
    #              ${'^'.repeat(91)} hint: WorkerRole, the execution role of Worker, lacks secretsmanager:GetSecretValue or ssm:GetParameter.`;
  checkRule(missingExecutionPermission, worker(BASIC, marked));
  checkNoFix(missingExecutionPermission, worker(BASIC, layer(name)));
});

test('what may work without is granted on demand only', () => {
  const analysis = analysed(dedent(worker(BASIC, layer('AWSOpenTelemetryDistroJs'))));
  const fixes = findingsOf(missingExecutionPermission, analysis).flatMap((finding) => finding.fixes());
  expect(fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
    ['Grant xray:PutTraceSegments to WorkerRole', false],
    ['Attach AWSXRayDaemonWriteAccess to WorkerRole', false],
  ]);
});
