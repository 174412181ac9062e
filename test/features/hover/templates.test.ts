import { expect, test } from 'vitest';
import { analyse } from '../../../server/src/analysis/index.ts';
import { hoverAt } from '../../../server/src/features/index.ts';
import { addressIn, sourceText } from '../../../server/src/syntax/index.ts';
import { analysed, checkHover, checkNoHover, jsonTwin, testKnowledge } from '../../harness/index.ts';

const TEMPLATE = `
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Uploads:
    Type: AWS::S3::Bucket
    DependsOn: MayUpload
    Properties:
      BucketName: uploads
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
  MayUpload:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Worker
      Principal: s3.amazonaws.com
      SourceArn: arn:aws:s3:::uploads
      SourceAccount: !Ref AWS::AccountId
  MayUseUrl:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunctionUrl
      FunctionName: !Ref Worker
      FunctionUrlAuthType: NONE
      Principal: '*'
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      VpcConfig:
        SubnetIds: [subnet-1]
        SecurityGroupIds: [sg-1]
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
        - arn:aws:iam::aws:policy/AWSAppMeshFullAccess
      Policies:
        - PolicyName: use
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, lambda:InvokeFunction]
                Resource:
                  - !Sub '\${Uploads.Arn}/*'
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Jobs.Arn
      FunctionName: !Ref Worker
      BatchSize: 10
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Ref AWS::AccountId}
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
  StatesRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: {Service: states.amazonaws.com}
          Action: sts:AssumeRole
`;

/** The template with the cursor in front of the last character of a piece that occurs once, or for the n-th time. */
function at(piece: string, nth = 1): string {
  const parts = TEMPLATE.split(piece);
  expect(parts.length, piece).toBeGreaterThan(nth);
  return `${parts.slice(0, nth).join(piece)}${piece.slice(0, -1)}$0${piece.slice(-1)}${parts.slice(nth).join(piece)}`;
}

test.each([
  [
    'a permission',
    at('MayUpload', 2),
    ['Lambda permission', 'it lets Amazon S3 (`s3.amazonaws.com`) call Worker, from `arn:aws:s3:::uploads` in account'],
  ],
  ['what a resource waits for', at('MayUpload'), ['**MayUpload** · Lambda permission']],
  [
    'the permission on a URL',
    at('MayUseUrl'),
    ['lets everybody call the URL of Worker (`NONE`), which takes a permission for `lambda:InvokeFunction`'],
  ],
  [
    'its action',
    at('lambda:InvokeFunction'),
    ['Here it says who may call the function.', 'part of Worker’s resource-based policy'],
  ],
  ['its principal', at('s3.amazonaws.com'), ['service principal', 'Amazon S3', 'say whose calls are meant']],
  ['everybody as its principal', at("Principal: '*'").replace("'*$0'", "'$0*'"), ['everybody']],
  ['its source', at('arn:aws:s3:::uploads'), ['Amazon S3: bucket', 'on whose behalf the service calls']],
  ['the key Action', at('Action', 2), ['**Action**']],
  ['the key FunctionName', at('FunctionName'), ['needs the permission on just that']],
  ['the key Principal', at('Principal'), ['Who may call: a service']],
  ['the key SourceArn', at('SourceArn'), ['Only calls on behalf of this resource']],
  ['the key SourceAccount', at('SourceAccount'), ['A bucket’s ARN names no account']],
  ['the key FunctionUrlAuthType', at('FunctionUrlAuthType'), ['the kind that the URL has']],
  [
    'a trigger by its key',
    at('Function: !GetAtt').replace('Function: !GetAt$0t', 'Func$0tion: !GetAtt'),
    ['**Uploads** → **Worker** · Amazon S3', '✓ `MayUpload`'],
  ],
  ['a trigger by its value', at('Worker.Arn'), ['**Uploads** → **Worker** · Amazon S3']],
  ['a function', at('Worker:').replace('Worker$0:', 'Work$0er:'), ['**Worker** · Lambda function']],
  ['a function that is referred to', at('!Ref Worker'), ['**Worker** · Lambda function']],
  [
    'a role that is referred to',
    at('WorkerRole'),
    ['**WorkerRole** · execution role of Worker', 'May be assumed by `lambda.amazonaws.com`'],
  ],
  [
    'a role',
    at('WorkerRole', 2),
    ['`s3:GetObject`, `lambda:InvokeFunction` on `${Uploads.Arn}/*` (use)', 'It may hold more than can be seen in this file.'],
  ],
  ['a role of another service', at('StatesRole'), ['**StatesRole** · role', 'May be assumed by `states.amazonaws.com`']],
  [
    'a managed policy',
    at('AWSLambdaBasicExecutionRole'),
    ['managed policy of AWS', '`logs:PutLogEvents` on `*`', 'reference/AWSLambdaBasicExecutionRole.html'],
  ],
  [
    'a managed policy whose document is not known',
    at('AWSAppMeshFullAccess'),
    ['**AWSAppMeshFullAccess** · managed policy of AWS', 'What it grants is not part of the data here'],
  ],
  [
    'an action of an execution role',
    at('lambda:InvokeFunction', 3),
    ['it says which functions may be called.', 'Worker’s execution role'],
  ],
  [
    'a resource',
    at('${Uploads.Arn}/*'),
    [
      '**Uploads** (`AWS::S3::Bucket`) of this template.',
      'In full: `arn:${AWS::Partition}:s3:::uploads/*`',
      'used on it: `s3:GetObject`',
    ],
  ],
  [
    'a property with a need',
    at('VpcConfig'),
    ['Access to a VPC', 'The **execution role** (WorkerRole) must allow:', 'ec2:CreateNetworkInterface'],
  ],
  ['the source of a mapping', at('EventSourceArn'), ['- ? `sqs:ReceiveMessage`', 'on `${Jobs.Arn}`']],
  ['a mapping', at('Mapping'), ['**Mapping** → **Worker** · Event source mapping', 'No Lambda permission is needed']],
  [
    'the policy of a queue',
    at('JobsPolicy'),
    ['**JobsPolicy** · resource-based policy of Jobs', '`${AWS::AccountId}`: `sqs:SendMessage` on `${Jobs.Arn}`'],
  ],
  ['its effect', at('Allow', 3), ['it says who may use Jobs.']],
  ['the account of the stack', at('!Ref AWS::AccountId', 2), ['The account of this stack.']],
  ['the effect in a trust policy', at('Allow'), ['it says who may assume the role.']],
  ['a trust policy', at('AssumeRolePolicyDocument'), ['The trust policy: who may assume the role.']],
  [
    'a queue',
    at('Jobs'),
    ['**Jobs** · `AWS::SQS::Queue`', 'ARN: `arn:${AWS::Partition}:sqs:', 'Its resource-based policy: **JobsPolicy**.'],
  ],
  ['a bucket', at('Uploads'), ['✓ Amazon S3 bucket notification → **Worker**']],
  ['the role of a function', at('Role:').replace('Role$0:', 'Rol$0e:'), ['The execution role: what the function may call']],
])('%s', (_, text, expected) => checkHover(text, expected));

test.each([
  [
    'a trigger of a function elsewhere',
    'Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      NotificationConfiguration:\n        LambdaConfigurations:\n          - Event: s3:ObjectCreated:*\n            Function: arn:aws:lambda:eu-west-1:123456789012:function:oth$0er',
    ['`arn:aws:lambda:eu-west-1:123456789012:function:other`', 'must let `s3.amazonaws.com` in, with the source ARN'],
  ],
  [
    'a value of a permission',
    'MayCall:\n    Type: AWS::Lambda::Permission\n    Properties:\n      Action: lambda:InvokeFunctionUrl\n      FunctionName: worker\n      Principal: "*"\n      FunctionUrlAuthType: AWS_$0IAM',
    ['**FunctionUrlAuthType**', 'lets everybody call the URL of worker (`AWS_IAM`)'],
  ],
  [
    'a role by its ARN',
    'Worker:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::123456789012:role/wor$0ker',
    ['The execution role: what the function may call'],
  ],
  [
    'the statement of an event bus',
    'Bus:\n    Type: AWS::Events::EventBusPolicy\n    Properties:\n      StatementId: a\n      Statement:\n        Effect: Allow\n        Principal: "*"\n        Action: events:PutEv$0ents\n        Resource: "*"',
    ['**events:PutEvents** · Write'],
  ],
  [
    'a key in the statement of an event bus',
    'Bus:\n    Type: AWS::Events::EventBusPolicy\n    Properties:\n      StatementId: a\n      Statement:\n        Eff$0ect: Allow\n        Principal: "*"\n        Action: events:PutEvents\n        Resource: "*"',
    ['**Effect** · policy element'],
  ],
  [
    'the role that a service calls with, by its key',
    'Worker:\n    Type: AWS::Lambda::Function\n  Rule:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: rate(1 day)\n      Targets:\n        - Id: a\n          Arn: !GetAtt Worker.Arn\n          Role$0Arn: arn:aws:iam::123456789012:role/a',
    ['**Rule** → **Worker**', 'The service assumes a role of its own.'],
  ],
  [
    'a trigger whose permission is missing',
    'Worker:\n    Type: AWS::Lambda::Function\n  News:\n    Type: AWS::SNS::Subscription\n    Properties:\n      Protocol: lambda\n      TopicArn: arn:aws:sns:eu-west-1:123456789012:news\n      Endpoint: !GetAtt Wor$0ker.Arn',
    [
      '- ✗ Not allowed: no permission of this file lets Amazon SNS (`sns.amazonaws.com`) call Worker with the source ARN `arn:aws:sns:eu-west-1:123456789012:news`.',
    ],
  ],
  [
    'a trigger whose permission is for another source',
    'Worker:\n    Type: AWS::Lambda::Function\n  May:\n    Type: AWS::Lambda::Permission\n    Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref Worker, Principal: sns.amazonaws.com, SourceArn: arn:aws:sns:eu-west-1:123456789012:old}\n  News:\n    Type: AWS::SNS::Subscription\n    Properties:\n      Protocol: lambda\n      TopicArn: arn:aws:sns:eu-west-1:123456789012:news\n      Endpoint: !GetAtt Wor$0ker.Arn',
    ['`May` is close, but not its source.'],
  ],
  [
    'a function URL of whose permissions one is there',
    'Worker:\n    Type: AWS::Lambda::Function\n  May:\n    Type: AWS::Lambda::Permission\n    Properties: {Action: lambda:InvokeFunctionUrl, FunctionName: !Ref Worker, Principal: "*", FunctionUrlAuthType: NONE}\n  U$0rl:\n    Type: AWS::Lambda::Url\n    Properties: {TargetFunctionArn: !Ref Worker, AuthType: NONE}',
    ['✓ `May`', '✗ Not allowed: a permission for `lambda:InvokeFunction` with `InvokedViaFunctionUrl: true` is needed as well.'],
  ],
  [
    'a parameter that is referred to',
    'Worker:\n    Type: AWS::Lambda::Function\n    Properties: {Role: !Ref Ro$0leArn}\nParameters:\n  RoleArn: {Type: String, Default: a, AllowedValues: [a, b]}',
    ['**RoleArn** · parameter of the template (`String`)', 'One of `a`, `b`.', 'Its default is `a`.', 'counts as unknown'],
  ],
])('%s', (_, resource, expected) => checkHover(`Resources:\n  ${resource}\n`, expected));

test('of an effect that a condition chooses only the effects are words of the policy', () => {
  const readers = (effect: string): string => `Conditions: {IsProd: !Equals [a, b]}
Resources:
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: {Effect: ${effect}, Action: s3:GetObject, Resource: '*'}
`;
  checkHover(readers('!If [IsProd, Den$0y, Allow]'), ['**Deny** · effect']);
  checkNoHover(readers('!If [IsPr$0od, Deny, Allow]'));
});

test('keys around statements without a document are no elements of a policy', () => {
  checkNoHover(`Resources:
  Bus:
    Type: AWS::Events::EventBusPolicy
    Properties:
      Statement$0Id: a
      Statement: {Effect: Allow, Principal: "*", Action: events:PutEvents, Resource: "*"}
`);
});

test('properties that decide on no permission have no hover', () => {
  checkNoHover(at('BatchSize'));
  checkNoHover(at('AWS::SQS::Queue'));
});

test.each(['yaml', 'json'] as const)('hovers of a document that is being typed are those of a fresh one, in %s', (languageId) => {
  const before = languageId === 'yaml' ? TEMPLATE : jsonTwin(TEMPLATE);
  const after = before.replace('s3:GetObject', 's3:GetObjectAcl').replace('subnet-1', 'subnet-12');
  const source = (text: string, version: number) => sourceText('file:///t', text, version, languageId);
  const typed = analyse(source(after, 1), testKnowledge(), analyse(source(before, 0), testKnowledge()));
  const fresh = analysed(after, languageId);
  for (let offset = 0; offset < after.length; offset += 3) {
    expect(hoverAt(typed, addressIn(typed.tree, offset))?.markdown).toBe(hoverAt(fresh, offset)?.markdown);
  }
});

test('half of a document, wherever it ends, breaks nothing, and no hover is long', () => {
  const json = jsonTwin(TEMPLATE);
  for (let length = 100; length < TEMPLATE.length; length += 97) {
    for (const analysis of [analysed(TEMPLATE.slice(0, length)), analysed(json.slice(0, length), 'json')]) {
      for (let offset = 0; offset <= length; offset += 11) {
        const lines =
          hoverAt(analysis, offset)
            ?.markdown.split('\n')
            .filter((line) => line !== '') ?? [];
        expect(lines.length).toBeLessThanOrEqual(20);
      }
    }
  }
});
