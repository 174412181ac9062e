import { test } from 'vitest';
import { retiredAction } from '../../../server/src/rules/actions/retiredAction.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the action that has taken its place', () => {
  checkFix(
    retiredAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: lambda:InvokeAsync
        Resource: arn:aws:lambda:eu-west-1:123456789012:function:a
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: lambda:InvokeFunction
        Resource: arn:aws:lambda:eu-west-1:123456789012:function:a
    `,
  );
});

test.each(['lambda:Invoke*'])('nothing for %s', (action) => {
  checkRule(
    retiredAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: arn:aws:s3:::orders/*
    `,
  );
});
