import { defineRule } from '../rule.ts';
import { headSpan, lacksAll } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

/** A statement about no action. */
export const missingAction = defineRule<PlacedStatement>({
  id: 'missing-action',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A statement has neither Action nor NotAction.',
    why: 'A statement allows or denies actions. IAM refuses a policy with a statement that names none.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    aka: ['MISSING_ACTION', 'MALFORMED', 'E3510', 'E3512', 'E3530', 'missing_action'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
#   ^^^^^^ This statement has neither Action nor NotAction
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      const { node } = placed.statement;
      if (node.entries.length > 0 && lacksAll(node, ['Action', 'NotAction'])) yield placed;
    }
  },

  diagnose: ({ site, statement: { node } }) => ({
    span: headSpan(node),
    message:
      'This statement has neither Action nor NotAction, so the policy is malformed. Add the actions that it is about under Action.',
    subject: policySubject(site),
  }),
});
