import { test } from 'vitest';
import { allowWithNotPrincipal } from '../../../server/src/rules/principals/allowWithNotPrincipal.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('whom to let in is for the author to say', () => {
  checkNoFix(
    allowWithNotPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        NotPrincipal: {AWS: "arn:aws:iam::123456789012:role/app"}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test('a Deny', () => {
  checkRule(
    allowWithNotPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        NotPrincipal: {AWS: "arn:aws:iam::123456789012:role/app"}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});
