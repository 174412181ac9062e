import { test } from 'vitest';
import { uniqueIdPrincipal } from '../../../server/src/rules/principals/uniqueIdPrincipal.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a user', () => {
  checkNoFix(
    uniqueIdPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {AWS: AIDAABCDEFGHIJKLMNOPQ}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test.each(['{AWS: "arn:aws:iam::123456789012:role/app"}', '{AWS: "123456789012"}'])('nothing for %s', (principal) => {
  checkRule(
    uniqueIdPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: ${principal}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});
