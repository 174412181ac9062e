import { test } from 'vitest';
import { resourceNotAnArn } from '../../../server/src/rules/resources/resourceNotAnArn.ts';
import { QUEUE, rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a name', () => {
  checkNoFix(
    resourceNotAnArn,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: orders
    `,
  );
});

test('what an example leaves open is a warning', () => {
  checkRule(
    resourceNotAnArn,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: your-bucket
        #         ^^^^^^^^^^^ warning: your-bucket is no ARN
    `,
  );
});

test.each(['"*"', '"*:orders"', 'arn:aws:s3:::orders', '"${aws:PrincipalTag/bucket}"'])('nothing for %s', (resource) => {
  checkRule(
    resourceNotAnArn,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: ${resource}
    `,
  );
});

test('what only deployment knows, and what API Gateway completes', () => {
  checkRule(
    resourceNotAnArn,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: !GetAtt Orders.Arn
      `,
    ),
  );
  checkRule(
    resourceNotAnArn,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: !ImportValue orders
      `,
    ),
  );
  checkRule(
    resourceNotAnArn,
    `
    Resources:
      Api:
        Type: AWS::ApiGateway::RestApi
        Properties:
          Name: orders
          Policy:
            Statement: [{Effect: Allow, Principal: "*", Action: execute-api:Invoke, Resource: "execute-api:/*"}]
    `,
  );
});
