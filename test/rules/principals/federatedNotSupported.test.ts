import { test } from 'vitest';
import { federatedNotSupported } from '../../../server/src/rules/principals/federatedNotSupported.ts';
import { checkRule } from '../../harness/index.ts';

test('in a queue’s policy', () => {
  checkRule(
    federatedNotSupported,
    `
    Resources:
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Statement:
              - Effect: Allow
                Principal: {Federated: accounts.google.com}
                #                      ^^^^^^^^^^^^^^^^^^^ error: This policy cannot let in accounts.google.com
                Action: sqs:SendMessage
                Resource: "*"
      Orders:
        Type: AWS::SQS::Queue
    `,
  );
});

test('in a trust policy', () => {
  checkRule(
    federatedNotSupported,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Federated: accounts.google.com}
        Action: sts:AssumeRoleWithWebIdentity
    `,
  );
});
