import { test } from 'vitest';
import { fullAccess } from '../../../server/src/rules/actions/fullAccess.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('everything of one service is a hint', () => {
  checkRule(
    fullAccess,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:*
        #       ^^^^ hint: This allows every action of Amazon S3 on these resources
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('everything', () => {
  checkNoFix(
    fullAccess,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: "*"
        Resource: "*"
    `,
  );
});

test.each(['s3:Get*'])('nothing for %s', (action) => {
  checkRule(
    fullAccess,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('a Deny', () => {
  checkRule(
    fullAccess,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: "*"
        Resource: "*"
    `,
  );
});
