import type { Entry } from '../../syntax/index.ts';
import { removeEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { presentElement } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly plain: Entry;
  readonly negated: Entry;
}

/** An element and its opposite in one statement. */
export const exclusiveElements = defineRule<Found>({
  id: 'exclusive-elements',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A statement has an element together with its opposite.',
    why:
      'Action and NotAction exclude each other, as do Resource and NotResource, Principal and NotPrincipal. IAM refuses a policy with both in ' +
      'one statement.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    aka: ['UNSUPPORTED_ELEMENT_COMBINATION', 'MALFORMED', 'DUPLICATE_KEY', 'E3510', 'E3512', 'E3530'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Deny
    Action: s3:DeleteObject
    NotAction: s3:GetObject
#   ^^^^^^^^^ A statement has either Action or NotAction
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Deny
    NotAction: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      for (const name of ['Action', 'Resource', 'Principal']) {
        const plain = presentElement(placed.statement.node, name);
        const negated = presentElement(placed.statement.node, `Not${name}`);
        if (plain && negated) yield { ...placed, plain, negated };
      }
    }
  },

  diagnose: ({ site, plain, negated }) => ({
    span: negated.key.span,
    message: `A statement has either ${plain.key.text} or ${negated.key.text}, not both, so IAM refuses the policy. Keep the one that says what is meant.`,
    subject: policySubject(site),
    related: [{ span: plain.key.span, message: `Excludes ${negated.key.text}.` }],
  }),

  fix: ({ statement: { node }, plain, negated }, { tree }) =>
    [negated, plain].map((entry) => ({
      title: `Remove ${entry.key.text}`,
      preferred: false,
      edits: [removeEntry(tree, node, entry)],
    })),
});
