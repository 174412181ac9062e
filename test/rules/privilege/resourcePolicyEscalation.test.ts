import { test } from 'vitest';
import { resourcePolicyEscalation } from '../../../server/src/rules/privilege/resourcePolicyEscalation.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a list of access', () => {
  checkNoFix(
    resourcePolicyEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [s3:PutObject, s3:PutBucketAcl]
        Resource: "*"
      - {Effect: Deny, Action: s3:DeleteObject, Resource: "*"}
    `,
  );
});

test('denied as well, or nothing denied', () => {
  checkRule(
    resourcePolicyEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:Put*
        Resource: "*"
      - {Effect: Deny, Action: [s3:Delete*, s3:PutBucket*, s3:PutAccess*], Resource: "*"}
    `,
  );
  checkRule(
    resourcePolicyEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:Put*
        Resource: "*"
    `,
  );
});
