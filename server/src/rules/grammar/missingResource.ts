import type { PolicySite } from '../../policies/index.ts';
import { defineRule } from '../rule.ts';
import { headSpan, lacksAll } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

/** A statement of an identity policy about no resource. */
export const missingResource = defineRule<PlacedStatement>({
  id: 'missing-resource',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A statement has neither Resource nor NotResource.',
    why:
      'A policy of a role, user or group says in each statement what it is about; so do bucket, topic and key policies. IAM refuses a ' +
      'statement without. Only trust policies have no Resource, because they are about the role that they belong to.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    aka: ['MISSING_RESOURCE', 'MISSING_RESOURCE_OR_PRINCIPAL', 'MALFORMED', 'E3510', 'E3512', 'missing_resource'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
#   ^^^^^^ This statement has neither Resource nor NotResource
    Action: s3:GetObject
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
      if (needsResource(placed.site) && node.entries.length > 0 && lacksAll(node, NAMES)) yield placed;
    }
  },

  diagnose: ({ site, statement: { node } }) => ({
    span: headSpan(node),
    message:
      site.owner === undefined
        ? 'This statement has neither Resource nor NotResource, so IAM refuses the policy. Add the ARNs that it is about under Resource, or a Principal if this is a policy on a resource.'
        : 'This statement has neither Resource nor NotResource, so the policy is refused. Add the ARNs that it is about under Resource, or "*".',
    subject: policySubject(site),
  }),
});

/** A statement with a principal is misplaced in an identity policy, and that is said instead. */
const NAMES = ['Resource', 'NotResource', 'Principal', 'NotPrincipal'];

function needsResource({ kind }: PolicySite): boolean {
  return kind === 'identity' || kind === 'boundary';
}
