import type { PolicyKind } from '../../policies/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

/** An Allow for every action but some. */
export const allowWithNotAction = defineRule<PlacedStatement>({
  id: 'allow-with-not-action',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'An Allow statement has NotAction.',
    why: 'NotAction in an Allow grants every action that is not named, those of services that AWS adds later included.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    aka: [
      'not_action_allow',
      'not_action_not_resource',
      'IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION',
      'IAM_ROLE_NO_ALLOW_PLUS_NOT_ACTION_ON_TRUST_POLICY',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    NotAction: iam:*
  # ^^^^^^^^^ NotAction allows every action
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:GetObject, s3:PutObject]
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  find: (analysis) =>
    [...statementsOf(analysis)].filter(
      ({ site, statement: { effect, actions } }) => GRANTING.has(site.kind) && effect === 'Allow' && actions?.negated === true,
    ),

  diagnose: ({ statement, site }) => ({
    span: statement.actions?.key.span ?? statement.span,
    message:
      'NotAction allows every action that is not named here, those that AWS adds later included. Name what is meant with Action, or deny the exceptions.',
    subject: policySubject(site),
  }),
});

/** Organization policies and boundaries grant nothing by themselves, and have rules of their own. */
const GRANTING: ReadonlySet<PolicyKind> = new Set(['identity', 'resource', 'trust', 'unknown']);
