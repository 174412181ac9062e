import { test } from 'vitest';
import { allowWithNotResource } from '../../../server/src/rules/resources/allowWithNotResource.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('what is meant is for the author to say', () => {
  checkNoFix(
    allowWithNotResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        NotResource: arn:aws:s3:::orders/*
    `,
  );
});

test('a Deny', () => {
  checkRule(
    allowWithNotResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: s3:GetObject
        NotResource: arn:aws:s3:::orders/*
    `,
  );
});
