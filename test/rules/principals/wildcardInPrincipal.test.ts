import { test } from 'vitest';
import { wildcardInPrincipal } from '../../../server/src/rules/principals/wildcardInPrincipal.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a role', () => {
  checkNoFix(
    wildcardInPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {AWS: "arn:aws:iam::123456789012:role/app-?"}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test('a service', () => {
  checkNoFix(
    wildcardInPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: "*.amazonaws.com"}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test.each(['"*"', '{AWS: "*"}', '{AWS: "arn:aws:iam::123456789012:role/app"}', '{AWS: "${aws:PrincipalArn}"}'])(
  'nothing for %s',
  (principal) => {
    checkRule(
      wildcardInPrincipal,
      `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: ${principal}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
    );
  },
);
