import type { SyntaxNode } from '../../syntax/index.ts';
import { replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type WrongShape, wrongShapesInDocument, wrongShapesInStatement } from '../support/policyShapes.ts';
import { isWholeDocument, sitesOf, statementsOf } from '../support/policyWalk.ts';

/** A list, a mapping or a text stands where the policy language wants something else. */
export const wrongValueType = defineRule<WrongShape>({
  id: 'wrong-value-type',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'An element of a policy has a value of the wrong type.',
    why:
      'Effect, Sid and Version take one text; Action and Resource a text or a list of texts; Condition operators with condition keys ' +
      'below them. IAM refuses a policy that is built in another way.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    aka: ['DATA_TYPE_MISMATCH', 'E3510', 'E3512', 'E3530', 'MALFORMED', 'invalid_statement_type'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: [Allow]
    #       ^^^^^^^ Effect takes one text, and this is a list
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
  - Effect: Allow
    Action: iam:PassRole
    Resource: arn:aws:iam::123456789012:role/worker
    Condition:
      iam:PassedToService: lambda.amazonaws.com
      #                    ^^^^^^^^^^^^^^^^^^^^ iam:PassedToService takes a mapping of condition keys
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:GetObject]
    Resource: arn:aws:s3:::orders/*
  - Effect: Allow
    Action: iam:PassRole
    Resource: arn:aws:iam::123456789012:role/worker
    Condition:
      StringEquals:
        iam:PassedToService: lambda.amazonaws.com
`,
    ],
  },

  *find(analysis) {
    for (const site of sitesOf(analysis)) if (isWholeDocument(site)) yield* wrongShapesInDocument(site.document.node);
    for (const { statement } of statementsOf(analysis)) yield* wrongShapesInStatement(statement.node);
  },

  diagnose: ({ node, name, wanted }) => ({
    span: node.outerSpan,
    message: `${name} takes ${wanted}, and this is ${KINDS[node.kind]}, so the policy is malformed. ${remedy(node, name)}`,
    subject: {},
  }),

  fix: ({ node }, { tree }) => {
    const only = onlyText(node);
    return only === undefined
      ? []
      : [{ title: `Write ${only} without the list`, preferred: true, edits: [replaceValue(tree, node, only)] }];
  },
});

const KINDS = { mapping: 'a mapping', sequence: 'a list', scalar: 'a text' } as const;

function remedy(node: SyntaxNode, name: string): string {
  if (node.kind === 'scalar' && name.includes(':')) return 'Put the key below an operator, StringEquals for example.';
  const only = onlyText(node);
  return only === undefined ? 'Write it as the policy language has it.' : `Write ${only} by itself.`;
}

/** The text of a list of one. */
function onlyText(node: SyntaxNode): string | undefined {
  const [only, ...others] = node.kind === 'sequence' ? node.items : [];
  return only?.kind === 'scalar' && only.tag === undefined && only.value !== null && others.length === 0 ? only.text : undefined;
}
