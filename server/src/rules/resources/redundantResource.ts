import type { Analysis } from '../../analysis/index.ts';
import { canonical } from '../../cloudformation/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { covers, display } from '../../symbolic/index.ts';
import { removeItem } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedResource, resourceSpan, resourcesOf, shown } from '../support/arnPlaces.ts';
import { policySubject } from '../support/policyWalk.ts';

/** A resource that another one of the list covers. */
export const redundantResource = defineRule<{ readonly placed: PlacedResource; readonly wider: PolicyValue }>({
  id: 'redundant-resource',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A resource is covered by another one of the same statement.',
    why: 'The wider resource already says all. The narrower one only makes the reader think that it is all that is meant.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    aka: ['REDUNDANT_RESOURCE'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: [arn:aws:s3:::orders/*, arn:aws:s3:::orders/2026/*]
                                    # ^^^^^^^^^^^^^^^^^^^^^^^^^^ arn:aws:s3:::orders/* covers this already
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: [arn:aws:s3:::orders, arn:aws:s3:::orders/*]
`,
    ],
  },

  find: (analysis) =>
    [...resourcesOf(analysis)].flatMap((placed) => {
      const wider = widerThan(placed, analysis);
      return wider ? [{ placed, wider }] : [];
    }),

  diagnose: ({ placed, wider }) => ({
    span: resourceSpan(placed),
    message: `${display(wider.value)} covers this already. Remove ${shown(placed)}, or the wider one if that is not meant.`,
    subject: policySubject(placed.site),
    related: [{ span: wider.node.span, message: 'The wider resource.' }],
  }),

  fix: ({ placed: { value } }, { tree }) => {
    const { parent } = value.node;
    if (parent?.kind !== 'sequence') return [];
    return [{ title: 'Remove it', preferred: true, edits: [removeItem(tree, parent, value.node)] }];
  },
});

/** Of two equal resources the first is the wider one. */
function widerThan({ value, statement }: PlacedResource, { template }: Analysis): PolicyValue | undefined {
  const others = statement.resources?.values ?? [];
  const own = template ? canonical(value.value, template) : value.value;
  return others.find((other, i) => {
    if (other === value || other.guard.length > 0 || value.guard.length > 0) return false;
    const wide = template ? canonical(other.value, template) : other.value;
    if (covers(wide, own) !== 'yes') return false;
    return covers(own, wide) !== 'yes' || i < others.indexOf(value);
  });
}
