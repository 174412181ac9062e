import { textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { removeItem } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { standsFor } from '../support/grants.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Redundant {
  readonly placed: PlacedStatement;
  readonly value: PolicyValue;
  readonly wider: PolicyValue;
}

/** An action that another one of the list covers. */
export const redundantAction = defineRule<Redundant>({
  id: 'redundant-action',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'An action is covered by another one of the same statement.',
    why: 'The wider pattern already stands for it. The narrower one only makes the list longer.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    aka: ['REDUNDANT_ACTION'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:Get*, s3:GetObject]
                    # ^^^^^^^^^^^^ s3:Get* stands for this already
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:Get*, s3:PutObject]
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  find: (analysis) => [...statementsOf(analysis)].flatMap(redundantIn),

  diagnose: ({ placed: { site }, value: { value, node }, wider }) => ({
    span: textSpan(node, display(value)),
    message:
      display(wider.value) === display(value)
        ? `${display(value)} stands in this list twice. Remove one of them.`
        : `${display(wider.value)} stands for this already. Remove ${display(value)}, or the wider one if that is not meant.`,
    subject: { ...policySubject(site), action: display(value) },
    related: [{ span: wider.node.span, message: 'The wider one.' }],
  }),

  fix: ({ value: { node, value } }, { tree }) => {
    const { parent } = node;
    if (parent?.kind !== 'sequence') return [];
    return [{ title: `Remove ${display(value)}`, preferred: true, edits: [removeItem(tree, parent, node)] }];
  },
});

/** Of two equal ones the first counts as the wider. Only patterns are compared with all others. */
function redundantIn(placed: PlacedStatement): readonly Redundant[] {
  const values = (placed.statement.actions?.values ?? []).filter(({ guard }) => guard.length === 0);
  const patterns = values.filter(({ value }) => /[*?]/.test(display(value)));
  const first = new Map<string, PolicyValue>();
  return values.flatMap((value) => {
    const text = display(value.value).toLowerCase();
    const same = first.get(text);
    if (!same) first.set(text, value);
    const wider = same ?? patterns.find((other) => other !== value && isNarrower(value, other));
    return wider ? [{ placed, value, wider }] : [];
  });
}

function isNarrower({ value }: PolicyValue, { value: wide }: PolicyValue): boolean {
  const text = knownText(value);
  if (text === undefined || display(wide).toLowerCase() === text.toLowerCase()) return false;
  // Two spellings of one pattern, `s3:**` and `s3:*`: the shorter one stays.
  return standsFor(wide, text) && !(standsFor(value, display(wide)) && display(wide).length > text.length);
}
