import { describe, expect, test } from 'vitest';
import { checkRefactoring, refactoringsAt } from '../../harness/index.ts';

const role = (policies: string): string => `Conditions:
  IsProd: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Orders:
    Type: AWS::SQS::Queue
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
${policies.replace(/^(?=.)/gm, '          ')}`;

describe('values are sorted', () => {
  const values = (name: string, lines: readonly string[]): string => `Version: "2012-10-17"
Statement:
  - Effect: Allow
    ${name}:
${lines.map((line) => `      ${line}\n`).join('')}    ${name === 'Action' ? 'Resource: "*"' : 'Action: s3:GetObject'}
`;

  test('actions with their comments', () => {
    checkRefactoring(
      'Sort the actions',
      values('Action', ['- sqs:SendMessage # tell', '# look', '- s3:GetObject$0', '- S3:getbucketacl']),
      values('Action', ['- S3:getbucketacl', '# look', '- s3:GetObject', '- sqs:SendMessage # tell']),
    );
  });

  test('what is there twice goes', () => {
    checkRefactoring(
      'Sort the actions and remove repetitions',
      values('Action', ['- sqs:SendMessage$0', '- s3:GetObject', '- s3:getObject']),
      values('Action', ['- s3:GetObject', '- sqs:SendMessage']),
    );
  });

  test('resources, however they are written', () => {
    const statement = (resources: string): string =>
      role(`- Effect: Allow\n  Action: sqs:SendMessage\n  Resource: [${resources}]\n`);
    checkRefactoring(
      'Sort the resources and remove repetitions',
      statement('arn:aws:sqs:*:*:x$0, !GetAtt Orders.Arn, !Sub "${Orders.Arn}"'),
      statement('!GetAtt Orders.Arn, arn:aws:sqs:*:*:x'),
    );
  });

  test.each([
    ['they are sorted', values('Action', ['- s3:GetObject$0', '- sqs:SendMessage'])],
    ['the second of two equal ones has a comment', values('Action', ['- sqs:Tag$0*', '- sqs:Tag* # why'])],
    ['one depends on a condition', role('- Effect: Allow\n  Action: [sqs:B$0, !If [IsProd, sqs:A, sqs:C]]\n  Resource: "*"\n')],
  ])('not where %s', (_, text) => {
    expect(refactoringsAt(text).filter((title) => title.startsWith('Sort'))).toEqual([]);
  });
});

describe('statements are merged', () => {
  const BY_ACTIONS = 'Merge this statement with the one that differs from it in the actions only';
  const BY_RESOURCES = 'Merge this statement with the one that differs from it in the resources only';

  test('that differ in their actions', () => {
    checkRefactoring(
      BY_ACTIONS,
      role(`- Sid: Tell
  Effect: Allow
  Action: sqs:SendMessage
  Resource: !GetAtt Orders.Arn
- Effect: Allow
  Action: s3:ListAllMyBuckets
  Resource: "*"
- Effect: Allow
  Action: [sqs:GetQueueUrl$0, SQS:sendMessage]
  Resource: [!Sub "\${Orders.Arn}"]
`),
      role(`- Sid: Tell
  Effect: Allow
  Action: [sqs:SendMessage, sqs:GetQueueUrl]
  Resource: !GetAtt Orders.Arn
- Effect: Allow
  Action: s3:ListAllMyBuckets
  Resource: "*"
`),
    );
  });

  test('that differ in their resources, and of which only one has a comment that stays', () => {
    checkRefactoring(
      BY_RESOURCES,
      role(`# what the worker reads
- Effect: Allow
  Action: sqs:SendMessage
  Resource: !GetAtt Orders.Arn # ours
- Effect: $0Allow
  Action: [sqs:SendMessage]
  Resource: arn:aws:sqs:eu-west-1:123456789012:theirs
`),
      role(`# what the worker reads
- Effect: Allow
  Action: sqs:SendMessage
  Resource:
    - !GetAtt Orders.Arn
    - arn:aws:sqs:eu-west-1:123456789012:theirs # ours
`),
    );
  });

  const two = (first: string, second: string): string =>
    role(`- {Effect: Allow$0, Action: sqs:A, Resource: "*"${first}}\n- {Effect: Allow, Action: sqs:B, Resource: "*"${second}}\n`);
  const test1 = ', Condition: {StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}';

  test('that have the same condition', () => {
    expect(refactoringsAt(two(test1, test1))).toEqual([BY_ACTIONS]);
  });

  test.each([
    ['a condition differs', two(test1, '')],
    [
      'one is there only sometimes',
      role(
        '- !If [IsProd, {Effect: $0Allow, Action: sqs:A, Resource: "*"}, !Ref AWS::NoValue]\n- {Effect: Allow, Action: sqs:B, Resource: "*"}\n',
      ),
    ],
    ['one says what is not meant', two('', '').replace('Action: sqs:B', 'NotAction: sqs:B')],
    ['the effect differs', two('', '').replace('Allow, Action: sqs:B', 'Deny, Action: sqs:B')],
    ['a comment would be lost', two('', '').replace('- {Effect: Allow, Action: sqs:B', '# why\n          $&')],
  ])('not where %s', (_, text) => {
    expect(refactoringsAt(text).filter((title) => title.startsWith('Merge'))).toEqual([]);
  });
});
