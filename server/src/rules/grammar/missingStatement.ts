import type { PolicySite } from '../../policies/index.ts';
import { defineRule } from '../rule.ts';
import { DOCUMENT_ELEMENTS, headSpan, lacksAll } from '../support/policyElements.ts';
import { isWholeDocument, policyName, policySubject, sitesOf } from '../support/policyWalk.ts';
import { managedPolicy } from '../support/samples.ts';

/** A policy document without statements. */
export const missingStatement = defineRule<PolicySite>({
  id: 'missing-statement',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A policy has no Statement.',
    why: 'What a policy allows and denies stands in its statements. Without any, IAM refuses it as malformed, and deployment fails.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html',
    aka: ['MISSING_STATEMENT', 'MALFORMED', 'E3510', 'E3512', 'E3530', 'missing_statement'],
    bad: [
      `Resources:
  Reading:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
      # ^^^^^^^ The policy of Reading has no Statement
`,
    ],
    good: [
      managedPolicy(`
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
      `),
    ],
  },

  *find(analysis) {
    for (const site of sitesOf(analysis)) {
      if (isWholeDocument(site) && lacksAll(site.document.node, ['Statement'], DOCUMENT_ELEMENTS)) yield site;
    }
  },

  diagnose: (site) => ({
    span: headSpan(site.document.node),
    message: `${policyName(site)} has no Statement, so it is malformed and cannot be deployed. Put what it allows or denies into a list under Statement.`,
    subject: policySubject(site),
  }),
});
