import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

/** An Allow for everything but some resources. */
export const allowWithNotResource = defineRule<PlacedStatement>({
  id: 'allow-with-not-resource',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'An Allow statement has NotResource.',
    why: 'NotResource in an Allow covers every resource that is not named, those that are created later included.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
    aka: [
      'NOTRESOURCE_WITH_ALLOW',
      'not_resource_broad',
      'not_action_not_resource',
      'IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE',
      'SQS_QUEUE_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE',
      'SNS_TOPIC_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    NotResource: arn:aws:s3:::secrets/*
  # ^^^^^^^^^^^ NotResource allows this
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

  find: (analysis) =>
    [...statementsOf(analysis)].filter(
      ({ statement: { effect, resources } }) => effect === 'Allow' && resources?.negated === true,
    ),

  diagnose: ({ statement, site }) => ({
    span: statement.resources?.key.span ?? statement.span,
    message:
      'NotResource allows this on everything that is not named here, and on whatever is created later. Name what is meant with Resource, or deny the exceptions.',
    subject: policySubject(site),
  }),
});
