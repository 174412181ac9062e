import { describe, test } from 'vitest';
import { resourceNotForAction } from '../../../server/src/rules/resources/resourceNotForAction.ts';
import { BUCKET, rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('of several actions the one that fits nothing', () => {
  checkRule(
    resourceNotForAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action:
          - s3:GetObject
          - s3:ListBucket
          # ^^^^^^^^^^^^^ warning: s3:ListBucket does not work on arn:aws:s3:::orders/*
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('an action without resources', () => {
  checkRule(
    resourceNotForAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: dynamodb:ListTables
        Resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: dynamodb:ListTables does not work on
    `,
  );
});

test.each([
  ['s3:GetObject', '"*"'],
  ['s3:*', 'arn:aws:s3:::orders'],
  ['s3:GetObject', 'arn:aws:s3:::orders*'],
  ['[s3:GetObject, s3:ListBucket]', '[arn:aws:s3:::orders, arn:aws:s3:::orders/*]'],
  ['states:SendTaskSuccess', 'arn:aws:states:eu-west-1:123456789012:stateMachine:orders'],
  ['logs:PutLogEvents', 'arn:aws:logs:*:*:log-group:/aws/lambda/a:*'],
  ['s3:ListAllMyBuckets', 'arn:aws:s3:::*'],
  ['made:Up', 'arn:aws:s3:::orders'],
])('nothing for %s on %s', (action, resource) => {
  checkRule(
    resourceNotForAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: ${resource}
    `,
  );
});

test('objects put together by Fn::Join', () => {
  checkRule(
    resourceNotForAction,
    rolePolicy(
      BUCKET,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Join ["", [!GetAtt Orders.Arn, "/*"]]
      `,
    ),
  );
});

describe('a bucket where its objects are meant', () => {
  const reading = (actions: string, resource: string): string => `Resources:
  Orders:
    Type: AWS::S3::Bucket
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: ${actions}
            Resource: ${resource}
`;

  test.each([
    ['s3:PutObject', '!GetAtt Orders.Arn', '!Sub ${Orders.Arn}/*'],
    ['s3:PutObject', '!Sub "arn:aws:s3:::${Orders}"', '!Sub arn:aws:s3:::${Orders}/*'],
    ['s3:PutObject', 'arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'],
    [
      '[s3:ListBucket, s3:GetObject]',
      '!GetAtt Orders.Arn',
      '\n              - !GetAtt Orders.Arn\n              - !Sub ${Orders.Arn}/*',
    ],
    ['s3:ListAllMyBuckets', 'arn:aws:s3:::orders', '"*"'],
  ])('%s on %s', (actions, resource, meant) => {
    checkFix(resourceNotForAction, reading(actions, resource), reading(actions, meant).replace('Resource: \n', 'Resource:\n'));
  });

  test.each(['!Sub "arn:aws:s3:::${Path}"', '!Ref Path', '!Sub "${Orders.Arn}${Path}"'])(
    'nothing for %s, which may have a slash',
    (resource) => {
      checkRule(resourceNotForAction, `Parameters: {Path: {Type: String}}\n${reading('s3:PutObject', resource)}`);
    },
  );
});
