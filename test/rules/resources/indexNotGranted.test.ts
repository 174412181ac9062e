import { test } from 'vitest';
import { indexNotGranted } from '../../../server/src/rules/resources/indexNotGranted.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the indexes', () => {
  checkFix(
    indexNotGranted,
    `
    Resources:
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: dynamodb:Query
                Resource: !GetAtt Orders.Arn
    `,
    `
    Resources:
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: dynamodb:Query
                Resource:
                  - !GetAtt Orders.Arn
                  - !Sub \${Orders.Arn}/index/*
    `,
    { title: 'Add the indexes of Orders' },
  );
});

test('other actions, tables without indexes, indexes named elsewhere', () => {
  checkRule(
    indexNotGranted,
    `
    Resources:
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: dynamodb:GetItem
                Resource: !GetAtt Orders.Arn
    `,
  );
  checkRule(
    indexNotGranted,
    `
    Resources:
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: dynamodb:Query
                Resource: !GetAtt Orders.Arn
    `,
  );
  checkRule(
    indexNotGranted,
    `
    Resources:
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          BillingMode: PAY_PER_REQUEST
          GlobalSecondaryIndexes:
            - {IndexName: a, KeySchema: [{AttributeName: id, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: dynamodb:Query
                Resource: [!GetAtt Orders.Arn, !Sub "\${Orders.Arn}/*"]
    `,
  );
});
