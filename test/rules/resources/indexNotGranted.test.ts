import { test } from 'vitest';
import { indexNotGranted } from '../../../server/src/rules/resources/indexNotGranted.ts';
import { rolePolicy, TABLE } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the indexes', () => {
  checkFix(
    indexNotGranted,
    rolePolicy(
      `
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      `,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: !GetAtt Orders.Arn
      `,
    ),
    rolePolicy(
      `
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      `,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource:
          - !GetAtt Orders.Arn
          - !Sub \${Orders.Arn}/index/*
      `,
    ),
    { title: 'Add the indexes of Orders' },
  );
});

test('other actions, tables without indexes, indexes named elsewhere', () => {
  checkRule(
    indexNotGranted,
    rolePolicy(
      `
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      `,
      `
      - Effect: Allow
        Action: dynamodb:GetItem
        Resource: !GetAtt Orders.Arn
      `,
    ),
  );
  checkRule(
    indexNotGranted,
    rolePolicy(
      TABLE,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: !GetAtt Orders.Arn
      `,
    ),
  );
  checkRule(
    indexNotGranted,
    rolePolicy(
      `
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      `,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: [!GetAtt Orders.Arn, !Sub "\${Orders.Arn}/*"]
      `,
    ),
  );
});
