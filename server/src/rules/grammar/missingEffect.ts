import { addEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { headSpan, lacksAll } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

/** A statement that neither allows nor denies. */
export const missingEffect = defineRule<PlacedStatement>({
  id: 'missing-effect',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A statement has no Effect.',
    why: 'Every statement says whether it allows or denies; there is no default. IAM refuses a policy with a statement that does not.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
    aka: ['MISSING_EFFECT', 'MALFORMED', 'E3510', 'E3512', 'E3530', 'missing_effect'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Action: s3:GetObject
#   ^^^^^^ This statement has no Effect
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
    for (const placed of statementsOf(analysis)) if (lacksAll(placed.statement.node, ['Effect'])) yield placed;
  },

  diagnose: ({ site, statement: { node } }) => ({
    span: headSpan(node),
    message:
      'This statement has no Effect, so the policy is malformed: nothing tells whether it allows or denies. Add Effect: Allow or Effect: Deny.',
    subject: policySubject(site),
  }),

  fix: ({ statement: { node } }, { tree }) =>
    node.entries.length === 0
      ? []
      : ['Allow', 'Deny'].map((effect) => ({
          title: `Add Effect: ${effect}`,
          // Whether to grant is the author's to say.
          preferred: false,
          edits: [addEntry(tree, node, 'Effect', effect)],
        })),
});
