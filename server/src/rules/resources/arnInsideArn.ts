import type { Analysis } from '../../analysis/index.ts';
import { displayHole, type Hole } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedResource, resourcesOf } from '../support/arnPlaces.ts';
import { policySubject } from '../support/policyWalk.ts';
import { isArnReference } from '../support/references.ts';
import { rolePolicy, TABLE } from '../support/samples.ts';

/** An ARN in the place of a name. */
export const arnInsideArn = defineRule<{ readonly placed: PlacedResource; readonly hole: Hole }>({
  id: 'arn-inside-arn',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'An ARN is put together from another ARN.',
    why:
      'Where a name is to be filled into an ARN, the attribute Arn gives a whole one. The result, such as ' +
      'arn:aws:s3:::arn:aws:s3:::orders, matches nothing.',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    aka: [],
    bad: [
      rolePolicy(
        TABLE,
        `
        - Effect: Allow
          Action: dynamodb:GetItem
          Resource: !Sub arn:aws:dynamodb:eu-west-1:123456789012:table/\${Orders.Arn}
                  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \${Orders.Arn} is a whole ARN
        `,
      ),
    ],
    good: [
      rolePolicy(
        TABLE,
        `
        - Effect: Allow
          Action: dynamodb:GetItem
          Resource: !Sub arn:aws:dynamodb:eu-west-1:123456789012:table/\${Orders}
        `,
      ),
    ],
  },

  find: (analysis) =>
    [...resourcesOf(analysis)].flatMap((placed) => {
      const hole = innerArn(placed, analysis);
      return hole ? [{ placed, hole }] : [];
    }),

  diagnose: ({ placed, hole }) => ({
    span: placed.value.node.outerSpan,
    message: `${displayHole(hole)} is a whole ARN, and here it stands inside another one, which matches nothing. Write it alone, or fill in the name.`,
    subject: policySubject(placed.site),
  }),
});

/** A reference to an ARN behind the start of another one, where no more than a resource’s name fits. */
function innerArn({ value: { value } }: PlacedResource, { template }: Analysis): Hole | undefined {
  const [first, ...others] = value.parts;
  if (first?.kind !== 'text' || !first.text.startsWith('arn:') || !template) return undefined;
  const inner = others.find((part) => part.kind === 'hole' && isArnReference(part.hole, template));
  return inner?.kind === 'hole' ? inner.hole : undefined;
}
