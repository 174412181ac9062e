import { test } from 'vitest';
import { ifExistsOpensAccess } from '../../../server/src/rules/conditions/ifExistsOpensAccess.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('without IfExists', () => {
  checkFix(
    ifExistsOpensAccess,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: "*"
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition:
          ArnLikeIfExists: {aws:SourceArn: "arn:aws:s3:::a"}
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: "*"
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition:
          ArnLike: {aws:SourceArn: "arn:aws:s3:::a"}
    `,
  );
});

test('another condition keeps strangers out', () => {
  checkRule(
    ifExistsOpensAccess,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: "*"
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition:
          StringEqualsIfExists: {aws:SourceVpce: vpce-0123456789abcdef0}
          StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}
    `,
  );
});

test.each(['StringEqualsIfExists: {aws:PrincipalOrgID: o-a1b2c3d4e5}'])('nothing for %s', (condition) => {
  checkRule(ifExistsOpensAccess, policyWith(condition));
});
