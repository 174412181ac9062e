import { textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { coversIgnoringCase, display } from '../../symbolic/index.ts';
import { removeItem } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

/** An action that another one of the list covers. */
export const redundantAction = defineRule<{
  readonly placed: PlacedStatement;
  readonly value: PolicyValue;
  readonly wider: PolicyValue;
}>({
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

  find: (analysis) =>
    [...statementsOf(analysis)].flatMap((placed) => {
      const values = placed.statement.actions?.values ?? [];
      return values.flatMap((value) => {
        const wider = widerThan(value, values);
        return wider ? [{ placed, value, wider }] : [];
      });
    }),

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

/** Of two equal ones the first counts as the wider. */
function widerThan(value: PolicyValue, all: readonly PolicyValue[]): PolicyValue | undefined {
  return all.find((other, i) => {
    if (other === value || other.guard.length > 0 || value.guard.length > 0) return false;
    if (coversIgnoringCase(other.value, value.value) !== 'yes') return false;
    return coversIgnoringCase(value.value, other.value) !== 'yes' || i < all.indexOf(value);
  });
}
