import { test } from 'vitest';
import { wildcardInService } from '../../../server/src/rules/actions/wildcardInService.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which service is for the author to say', () => {
  checkNoFix(
    wildcardInService,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s*:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test.each(['s3:*', '"*"', '"*:*"'])('nothing for %s', (action) => {
  checkRule(
    wildcardInService,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: arn:aws:s3:::orders/*
    `,
  );
});
