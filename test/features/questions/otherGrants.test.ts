import { expect, test } from 'vitest';
import { mayDo } from '../../../server/src/features/index.ts';
import { checkMayDo, type Expected, inBoth, understood } from './support.ts';

/** A SAM function with these properties, and other resources. */
function samFunction(properties: string, more = ''): string {
  return `
  Transform: AWS::Serverless-2016-10-31
  Parameters: { RoleArn: { Type: String } }
  Resources:
    Orders: { Type: AWS::DynamoDB::Table }
    Jobs: { Type: AWS::SQS::Queue }
    Files: { Type: AWS::S3::Bucket }
    Named: { Type: AWS::S3::Bucket, Properties: { BucketName: named-files } }
    Worker:
      Type: AWS::Serverless::Function
      ${properties}
    ${more}
  `;
}

const READING = 'Properties: { Runtime: nodejs22.x, Policies: [{ DynamoDBReadPolicy: { TableName: !Ref Orders } }] }';
const PLAIN = 'Properties: { Runtime: nodejs22.x }';

type Row = readonly [question: string, template: string, expected: Expected];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'SAM’s policy templates': [
    ['dynamodb:Query Orders', samFunction(READING), { verdict: 'yes', by: ['DynamoDBReadPolicy'] }],
    ['dynamodb:PutItem Orders', samFunction(READING), { verdict: 'no', says: 'that SAM makes for Worker', isFixable: true }],
    ['dynamodb:Query Orders', samFunction(PLAIN), { verdict: 'no', isFixable: true }],
  ],
  'what SAM adds by itself': [
    ['logs:PutLogEvents', samFunction(PLAIN), { verdict: 'yes' }],
    [
      'sqs:ReceiveMessage Jobs',
      samFunction(
        'Properties: { Runtime: nodejs22.x, Events: { Work: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } } } }',
      ),
      { verdict: 'yes' },
    ],
  ],
  'a connector': [
    [
      'sqs:SendMessage Jobs',
      samFunction(
        PLAIN,
        'Sending: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: Worker }, Destination: { Id: Jobs }, Permissions: [Write] } }',
      ),
      { verdict: 'yes', by: ['Sending'] },
    ],
    [
      'sqs:ReceiveMessage Jobs',
      samFunction(
        PLAIN,
        'Sending: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: Worker }, Destination: { Id: Jobs }, Permissions: [Write] } }',
      ),
      { verdict: 'no', isFixable: true },
    ],
  ],
  'a role from elsewhere': [
    [
      'dynamodb:Query Orders',
      samFunction('Properties: { Runtime: nodejs22.x, Role: !Ref RoleArn }'),
      { verdict: 'depends', points: ['the execution role, which is not of this template'] },
    ],
    [
      'dynamodb:Query',
      samFunction('Properties: { Runtime: nodejs22.x, Role: !Ref RoleArn }'),
      { verdict: 'depends', says: 'the execution role, which is not of this template' },
    ],
    [
      'sqs:SendMessage Orders',
      samFunction('Properties: { Runtime: nodejs22.x, Role: !Ref RoleArn }'),
      { verdict: 'no', says: 'is not used on' },
    ],
  ],
  'a resource’s own policy': [
    [
      'sqs:SendMessage Jobs',
      samFunction(
        PLAIN,
        "Letting: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: [!Ref Jobs], PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt WorkerRole.Arn }, Action: sqs:SendMessage, Resource: '*' }] } } }",
      ),
      { verdict: 'yes', by: ['Letting'], says: 'within one account is enough' },
    ],
    [
      's3:GetObject Files',
      samFunction(
        PLAIN,
        "Letting: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Named, PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt WorkerRole.Arn }, Action: s3:GetObject, Resource: '*' }] } } }",
      ),
      { verdict: 'no', isFixable: true },
    ],
    [
      's3:GetObject Files',
      samFunction(
        'Properties: { Runtime: nodejs22.x, Policies: [{ S3ReadPolicy: { BucketName: !Ref Files } }] }',
        "Keeping: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Files, PolicyDocument: { Statement: [{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }] } } }",
      ),
      { verdict: 'yes', by: ['S3ReadPolicy'] },
    ],
    [
      's3:GetObject Files',
      samFunction(
        'Properties: { Runtime: nodejs22.x, Policies: [{ S3ReadPolicy: { BucketName: !Ref Files } }] }',
        "Keeping: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Files, PolicyDocument: { Statement: [{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { StringNotEquals: { aws:SourceVpce: vpce-1 } } }] } } }",
      ),
      { verdict: 'depends', by: ['Keeping'], points: ['whether `aws:SourceVpce` is not `vpce-1`'] },
    ],
    [
      's3:GetObject Files',
      samFunction(
        'Properties: { Runtime: nodejs22.x, Policies: [{ S3ReadPolicy: { BucketName: !Ref Files } }] }',
        "Keeping: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Files, PolicyDocument: { Statement: [{ Effect: Deny, Principal: '*', Action: 's3:GetObject', Resource: !Sub '${Files.Arn}/*' }] } } }",
      ),
      { verdict: 'no', by: ['Keeping'], says: 'the resource’s own policy denies' },
    ],
  ],
  'a key': [
    [
      'kms:Decrypt Key',
      withKey("{ AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }"),
      { verdict: 'yes', by: ['WorkerRolePolicy0'] },
    ],
    ['kms:Encrypt Key', withKey('{ AWS: !GetAtt WorkerRole.Arn }'), { verdict: 'yes', by: ['Key'] }],
    [
      'kms:Decrypt Key',
      withKey('{ Service: sns.amazonaws.com }'),
      { verdict: 'no', by: ['WorkerRolePolicy0'], says: 'the key’s policy neither names the role' },
    ],
  ],
  'the policy of a function': [
    [
      'lambda:Invoke Other',
      samFunction(PLAIN, otherFunction('Principal: !GetAtt WorkerRole.Arn')),
      { verdict: 'yes', by: ['Letting'], says: '`lambda:Invoke` is an operation of the API' },
    ],
    [
      'lambda:InvokeFunction Other',
      samFunction(PLAIN, otherFunction('Principal: s3.amazonaws.com')),
      { verdict: 'no', isFixable: true },
    ],
  ],
  'a bucket that waits for the function': [
    ['s3:GetObject Files', samFunction(notifiedBy('Files')), { verdict: 'no' }],
    ['s3:GetObject Named', samFunction(notifiedBy('Files')), { verdict: 'no', isFixable: true }],
  ],
};

function withKey(principal: string): string {
  return samFunction(
    'Properties: { Runtime: nodejs22.x, Policies: [{ Statement: [{ Effect: Allow, Action: kms:Decrypt, Resource: !GetAtt Key.Arn }] }] }',
    `Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: ${principal}, Action: 'kms:*', Resource: '*' }] } } }`,
  );
}

function otherFunction(principal: string): string {
  return `Other: { Type: AWS::Serverless::Function, Properties: { Runtime: nodejs22.x } }
    Letting: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Other, Action: lambda:InvokeFunction, ${principal} } }`;
}

function notifiedBy(bucket: string): string {
  return `Properties: { Runtime: nodejs22.x, Events: { Up: { Type: S3, Properties: { Bucket: !Ref ${bucket}, Events: 's3:ObjectCreated:*' } } } }`;
}

for (const [name, rows] of Object.entries(TABLE)) {
  test(name, () => {
    for (const [question, template, expected] of rows) checkMayDo(template, question, expected);
  });
}

test('what is needed names the statement, SAM’s policy template, and why it cannot be written', () => {
  const needed = (template: string, action: string, resource: string) =>
    inBoth(template).map((analysis) => {
      const { blocks } = understood(mayDo(analysis, { function: 'Worker', action, resource }));
      return blocks.find(({ heading }) => heading === 'What is needed')?.lines.map(({ text }) => text);
    });
  for (const lines of needed(samFunction(PLAIN), 'dynamodb:Query', 'Orders'))
    expect(lines).toEqual([
      'Allow `dynamodb:Query` on `${Orders.Arn}`, in the `Policies` of Worker',
      'SAM’s policy template `DynamoDBReadPolicy` grants it',
    ]);
  for (const lines of needed(samFunction(notifiedBy('Files')), 's3:GetObject', 'Files'))
    expect(lines).toEqual([
      expect.any(String),
      expect.stringMatching(/waits for Worker, so a role that SAM makes cannot refer to it/),
    ]);
});
