import { test } from 'vitest';
import { allowWithNotAction } from '../../../server/src/rules/actions/allowWithNotAction.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('what is meant is for the author to say', () => {
  checkNoFix(
    allowWithNotAction,
    `
    Version: "2012-10-17"
    Statement: {Effect: Allow, NotAction: iam:*, Resource: "*"}
    `,
  );
});

test('a Deny', () => {
  checkRule(
    allowWithNotAction,
    `
    Version: "2012-10-17"
    Statement: {Effect: Deny, NotAction: iam:*, Resource: "*"}
    `,
  );
});
