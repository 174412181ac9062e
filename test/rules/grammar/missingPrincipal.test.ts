import { test } from 'vitest';
import { missingPrincipal } from '../../../server/src/rules/grammar/missingPrincipal.ts';
import { checkRule } from '../../harness/index.ts';

test('a trust policy', () => {
  checkRule(
    missingPrincipal,
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
    #           ^^^^^^ error: This statement has no Principal, so the trust policy is refused
                Action: sts:AssumeRole
    `,
  );
});

test('nothing for statements that belong into a role: that is said instead', () => {
  checkRule(
    missingPrincipal,
    `
    Resources:
      JobsPolicy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Jobs]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Action: dynamodb:PutItem, Resource: "*" }
              - { Effect: Allow, Principle: "*", Action: sqs:SendMessage, Resource: "*" }
              - { Effect: Deny, NotPrincipal: { AWS: "123456789012" }, Action: sqs:SendMessage, Resource: "*" }
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Action: lambda:InvokeFunction }
    `,
  );
});
