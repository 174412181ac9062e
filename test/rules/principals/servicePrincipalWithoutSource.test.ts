import { test } from 'vitest';
import { servicePrincipalWithoutSource } from '../../../server/src/rules/principals/servicePrincipalWithoutSource.ts';
import { FROM_TOPIC, queuePolicy, sendPolicy } from '../../../server/src/rules/support/samples.ts';
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
  checkNoFix(servicePrincipalWithoutSource, sendPolicy('{Service: sns.amazonaws.com}'));
});

test('trust policies, keys and other principals', () => {
  checkRule(servicePrincipalWithoutSource, sendPolicy('{Service: sns.amazonaws.com}', FROM_TOPIC));
  checkRule(servicePrincipalWithoutSource, sendPolicy('{AWS: "arn:aws:iam::123456789012:role/app"}'));
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
