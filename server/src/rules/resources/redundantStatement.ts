import { type Statement, senseOf } from '../../iam/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { removeItem } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { headSpan } from '../support/policyElements.ts';
import { policySubject, sitesOf } from '../support/policyWalk.ts';

/** A statement that stands twice. */
export const redundantStatement = defineRule<{
  readonly site: PolicySite;
  readonly statement: Statement;
  readonly first: Statement;
}>({
  id: 'redundant-statement',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A statement repeats another one.',
    why:
      'Two statements with the same effect, actions, resources and conditions say no more than one, but count twice ' +
      'towards the policy’s size.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html',
    aka: ['REDUNDANT_STATEMENT'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
  - Effect: Allow
  # ^^^^^^ This statement says the same as
    Action: [s3:GetObject]
    Resource: [arn:aws:s3:::orders/*]
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
  - Effect: Allow
    Action: s3:PutObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  find: (analysis) =>
    [...sitesOf(analysis)].flatMap((site) => {
      const { statements } = site.document;
      const keys = statements.map(keyOf);
      return statements.flatMap((statement, i) => {
        const first = statements[keys.indexOf(keys[i])];
        return keys[i] !== undefined && first && first !== statement && first.node !== statement.node
          ? [{ site, statement, first }]
          : [];
      });
    }),

  diagnose: ({ site, statement, first }) => ({
    span: headSpan(statement.node),
    message: 'This statement says the same as another one of the policy. Remove it.',
    subject: policySubject(site),
    related: [{ span: headSpan(first.node), message: 'The other one.' }],
  }),

  fix: ({ statement: { node } }, { tree }) => {
    const { parent } = node;
    if (parent?.kind !== 'sequence') return [];
    return [{ title: 'Remove the statement', preferred: true, edits: [removeItem(tree, parent, node)] }];
  },
});

/** What a statement says, its `Sid` aside. */
function keyOf(statement: Statement): string | undefined {
  const sense = senseOf(statement);
  return sense && JSON.stringify(sense);
}
