import type { Entry } from '../../syntax/index.ts';
import { removeEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { presentElement } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly entry: Entry;
}

/** A Sid without a text. */
export const emptySid = defineRule<Found>({
  id: 'empty-sid',
  severity: 'hint',
  outcome: 'style',
  docs: {
    summary: 'A Sid is empty.',
    why: 'A Sid is a name for the statement and may be left out. An empty one says nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
    aka: ['EMPTY_SID_VALUE'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Sid: ""
#   ^^^ This Sid is empty
    Effect: Allow
    Action: s3:GetObject
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
    for (const placed of statementsOf(analysis)) {
      const entry = presentElement(placed.statement.node, 'Sid');
      if (entry?.value?.kind === 'scalar' && entry.value.tag === undefined && entry.value.value === '')
        yield { ...placed, entry };
    }
  },

  diagnose: ({ site, entry }) => ({
    span: entry.key.span,
    message: 'This Sid is empty and says nothing. Give the statement a name, or leave Sid out.',
    subject: policySubject(site),
  }),

  fix: ({ statement: { node }, entry }, { tree }) => [
    { title: 'Remove the empty Sid', preferred: true, edits: [removeEntry(tree, node, entry)] },
  ],
});
