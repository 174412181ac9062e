import { STATEMENT_ELEMENTS } from '../../iam/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { type Entry, entryOf, type MappingNode } from '../../syntax/index.ts';
import { renameKey } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { DOCUMENT_ELEMENTS, elementMeant, isExpressionKey } from '../support/policyElements.ts';
import { isWholeDocument, policySubject, sitesOf, statementsOf } from '../support/policyWalk.ts';

interface Found {
  readonly site: PolicySite;
  readonly node: MappingNode;
  readonly entry: Entry;
  /** `policy` or `statement` */
  readonly part: string;
  readonly suggestion: string | undefined;
}

/** A key that the policy language does not have. */
export const unknownElement = defineRule<Found>({
  id: 'unknown-element',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A policy or statement has an element that does not exist.',
    why:
      'The policy language has a closed list of elements, and letter case counts. IAM refuses a policy with any other key: Actions instead of ' +
      'Action, Principle instead of Principal.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html',
    aka: ['INVALID_POLICY_ELEMENT', 'E3510', 'E3512', 'E3530', 'UNRECOGNIZED_KEY', 'MALFORMED', 'unknown_field'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Actions: s3:GetObject
#   ^^^^^^^ A statement has no element Actions
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
    for (const site of sitesOf(analysis)) {
      if (isWholeDocument(site)) yield* unknownIn(site, site.document.node, DOCUMENT_ELEMENTS, 'policy');
    }
    for (const { site, statement } of statementsOf(analysis)) {
      yield* unknownIn(site, statement.node, STATEMENT_ELEMENTS, 'statement');
    }
  },

  diagnose: ({ site, entry, part, suggestion }) => ({
    span: entry.key.span,
    message:
      `A ${part} has no element ${entry.key.text}, so IAM refuses the policy. ` +
      (suggestion ? `Did you mean ${suggestion}?` : `Remove it; its elements are ${listOf(part)}.`),
    subject: { ...(suggestion ? { suggestion } : {}), ...policySubject(site) },
  }),

  fix: ({ node, entry, suggestion }) =>
    suggestion && !entryOf(node, suggestion)
      ? [{ title: `Rename to ${suggestion}`, preferred: true, edits: [renameKey(entry, suggestion)] }]
      : [],
});

function* unknownIn(site: PolicySite, node: MappingNode, elements: readonly string[], part: string): Generator<Found> {
  for (const entry of node.entries) {
    const { key } = entry;
    if (elements.includes(key.text) || isExpressionKey(key)) continue;
    yield { site, node, entry, part, suggestion: elementMeant(key.text, elements) };
  }
}

function listOf(part: string): string {
  const names = part === 'policy' ? DOCUMENT_ELEMENTS : STATEMENT_ELEMENTS;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
