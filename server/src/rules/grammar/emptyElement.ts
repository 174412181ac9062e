import { type Entry, entryOf, type SyntaxNode } from '../../syntax/index.ts';
import { removeEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly entry: Entry;
}

/** An element with an empty list or mapping. */
export const emptyElement = defineRule<Found>({
  id: 'empty-element',
  severity: 'warning',
  outcome: 'no-effect',
  docs: {
    summary: 'An element of a statement is an empty list or mapping.',
    why:
      'A statement without actions, resources or principals is about nothing, so it does nothing; some services refuse it. An empty Condition ' +
      'is no condition at all.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    aka: [
      'EMPTY_ARRAY_ACTION',
      'EMPTY_ARRAY_PRINCIPAL',
      'EMPTY_ARRAY_RESOURCE',
      'EMPTY_OBJECT_CONDITION',
      'EMPTY_OBJECT_PRINCIPAL',
      'E3510',
      'E3512',
      'E3530',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: []
#   ^^^^^^ Action is empty
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:GetObject]
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      for (const name of ELEMENTS) {
        const entry = entryOf(placed.statement.node, name);
        if (entry?.value && isEmpty(entry.value, name)) yield { ...placed, entry };
      }
    }
  },

  diagnose: ({ site, entry: { key } }) => ({
    span: key.span,
    message:
      key.text === CONDITION
        ? 'Condition is empty, so the statement applies always. Write the condition, or leave it out.'
        : `${key.text} is empty, so this statement does nothing. Write what it is about, or remove the statement.`,
    subject: policySubject(site),
    severity: key.text === CONDITION ? 'hint' : 'warning',
  }),

  fix: ({ statement: { node }, entry }, { tree }) =>
    entry.key.text === CONDITION
      ? [{ title: 'Remove the empty Condition', preferred: true, edits: [removeEntry(tree, node, entry)] }]
      : [],
});

const CONDITION = 'Condition';
const ELEMENTS = ['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', CONDITION];

/** A principal is also empty when no type of principal in it has one. */
function isEmpty(node: SyntaxNode, name: string): boolean {
  if (node.tag !== undefined) return false;
  if (node.kind === 'sequence') return node.items.length === 0;
  const isPrincipal = name.endsWith('Principal');
  if (node.kind !== 'mapping' || (!isPrincipal && name !== CONDITION)) return false;
  return node.entries.every(({ value }) => isPrincipal && value?.kind === 'sequence' && isEmpty(value, ''));
}
