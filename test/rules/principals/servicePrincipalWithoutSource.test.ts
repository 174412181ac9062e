import { test } from 'vitest';
import { servicePrincipalWithoutSource } from '../../../server/src/rules/principals/servicePrincipalWithoutSource.ts';
import { queuePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('only this account', () => {
  checkFix(
    servicePrincipalWithoutSource,
    queuePolicy(`
    - Effect: Allow
      Principal: {Service: sns.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
    `),
    queuePolicy(`
    - Effect: Allow
      Principal: {Service: sns.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
      Condition:
        StringEquals:
          aws:SourceAccount: !Ref AWS::AccountId
    `),
  );
});

test('a policy file does not know its account', () => {
  checkNoFix(
    servicePrincipalWithoutSource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: sns.amazonaws.com}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test('trust policies, keys and other principals', () => {
  checkRule(
    servicePrincipalWithoutSource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: sns.amazonaws.com}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
  );
  checkRule(
    servicePrincipalWithoutSource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {AWS: "arn:aws:iam::123456789012:role/app"}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
  checkRule(
    servicePrincipalWithoutSource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: lambda.amazonaws.com}
        Action: sts:AssumeRole
    `,
  );
  checkRule(
    servicePrincipalWithoutSource,
    `
    Resources:
      Key:
        Type: AWS::KMS::Key
        Properties:
          KeyPolicy:
            Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: kms:Decrypt, Resource: "*"}]
    `,
  );
});
