import type { SyntaxProblem } from '../../text/sourceText.ts';
import { defineRule } from '../rule.ts';

/** What the parser could not read of a policy or template. */
export const policySyntax = defineRule<SyntaxProblem>({
  id: 'policy-syntax',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The text cannot be read as JSON or YAML.',
    why:
      'AWS reads a policy or template only when the whole text is well formed. One missing comma, bracket or quote makes it refuse all of it, ' +
      'and what stands behind the mistake may be read as something else.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html',
    aka: ['JSON_SYNTAX_ERROR', 'MALFORMED_JSON', 'E0000'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: "s3:GetObject
    #       ^^^^^^^^^^^^^ This text is opened with a quote and never closed
    Resource: arn:aws:s3:::orders/*
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

  scope: 'text',

  *find(analysis) {
    if (analysis.kind === 'none') return;
    // A key that stands twice in a policy has a rule of its own; elsewhere in a template it is CloudFormation's business.
    for (const problem of analysis.problems) if (problem.code !== 'duplicate-key') yield problem;
  },

  diagnose: ({ span, message }) => ({ span, message, subject: {} }),
});
