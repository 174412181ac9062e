import { test } from 'vitest';
import { wildcardResource } from '../../../server/src/rules/resources/wildcardResource.ts';
import { rolePolicy, TABLE } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the one table of the template', () => {
  checkFix(
    wildcardResource,
    rolePolicy(
      TABLE,
      `
      - Effect: Allow
        Action: dynamodb:PutItem
        Resource: "*"
      `,
    ),
    rolePolicy(
      TABLE,
      `
      - Effect: Allow
        Action: dynamodb:PutItem
        Resource: !GetAtt Orders.Arn
      `,
    ),
    { title: 'Name the resource of this template' },
  );
});

test('two of them', () => {
  checkNoFix(
    wildcardResource,
    rolePolicy(
      `
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
      Returns:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
      `,
      `
      - Effect: Allow
        Action: dynamodb:PutItem
        Resource: "*"
      `,
    ),
  );
});

test('as wide without being a star', () => {
  checkRule(
    wildcardResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: cloudtrail:GetEventSelectors
        Resource: arn:*:cloudtrail:*:*:trail/*
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: This reaches every resource
    `,
  );
});

test.each([
  ['dynamodb:ListTables', '"*"'],
  ['logs:PutLogEvents', '"*"'],
  ['dynamodb:PutItem', 'arn:aws:dynamodb:eu-west-1:123456789012:table/*'],
])('nothing for %s on %s', (action, resource) => {
  checkRule(
    wildcardResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: ${resource}
    `,
  );
});

test('a Deny', () => {
  checkRule(
    wildcardResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: dynamodb:PutItem
        Resource: "*"
    `,
  );
});
