import { type Entry, itemsOf, literalText, type MappingNode, type SyntaxTree } from '../../syntax/index.ts';
import { addItem, removeEntry } from '../../syntax/write/index.ts';
import { defineRule, type Fix } from '../rule.ts';
import { mappingsIn, sitesOf } from '../support/policyWalk.ts';

interface Found {
  readonly node: MappingNode;
  /** The one that is lost. */
  readonly first: Entry;
  readonly last: Entry;
}

/** The same key twice in one mapping of a policy. */
export const duplicateElement = defineRule<Found>({
  id: 'duplicate-element',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A key stands twice in a policy.',
    why:
      'Of a key that stands twice in one mapping, only the last counts: what the first one says is lost without a word, be it an action, a ' +
      'condition or a whole block of conditions.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html',
    aka: ['DUPLICATE_KEY', 'E0000'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
#   ^^^^^^ Action stands here twice
    Action: s3:PutObject
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

  *find(analysis) {
    for (const site of sitesOf(analysis)) for (const node of mappingsIn(site.document.node)) yield* duplicatesIn(node);
  },

  diagnose: ({ first, last }) => ({
    span: first.key.span,
    message: `${first.key.text} stands here twice, and only the last one counts: what this one says is lost. Write both values under one key.`,
    subject: {},
    related: [{ span: last.key.span, message: 'Only this one counts.' }],
  }),

  fix: ({ node, first, last }, { tree }) => mergeFixes(node, first, last, tree),
});

function* duplicatesIn(node: MappingNode): Generator<Found> {
  for (const [i, first] of node.entries.entries()) {
    const last = node.entries.findLast((entry) => entry.key.text === first.key.text);
    if (last && node.entries.indexOf(last) > i) yield { node, first, last };
  }
}

/** Adds the lost texts to the list that counts; other values can be merged in more ways than one. */
function mergeFixes(node: MappingNode, first: Entry, last: Entry, tree: SyntaxTree): readonly Fix[] {
  const lost = itemsOf(first.value).map(literalText);
  const list = last.value;
  if (list?.kind !== 'sequence' || list.tag !== undefined || lost.some((text) => text === undefined)) return [];
  const texts = lost.filter((text) => text !== undefined);
  return [
    {
      title: `Merge both ${first.key.text}`,
      preferred: true,
      edits: [removeEntry(tree, node, first), ...texts.map((text) => addItem(tree, list, text))],
    },
  ];
}
