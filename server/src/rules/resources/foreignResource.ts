import type { Analysis } from '../../analysis/index.ts';
import { draftOf } from '../../cloudformation/index.ts';
import { replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedResource, resourceSpan, resourcesOf, shown } from '../support/arnPlaces.ts';
import { concerns, type Owner, ownersOf } from '../support/policyOwners.ts';
import { policySubject } from '../support/policyWalk.ts';
import { queuePolicy } from '../support/samples.ts';

/** A resource policy about another resource. */
export const foreignResource = defineRule<{ readonly placed: PlacedResource; readonly owners: readonly Owner[] }>({
  id: 'foreign-resource',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A resource’s policy names another resource than the one it is attached to.',
    why:
      'The policy of a queue, topic or bucket is only asked about that queue, topic or bucket. A statement about ' +
      'another one never applies, and some services reject it.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    aka: ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY', 'E3514'],
    bad: [
      queuePolicy(
        `
        - Effect: Allow
          Principal: {AWS: "123456789012"}
          Action: sqs:SendMessage
          Resource: !GetAtt Returns.Arn
                  # ^^^^^^^^^^^^^^^^^^^ This policy is that of Orders
        `,
        `
        Returns:
          Type: AWS::SQS::Queue
        `,
      ),
    ],
    good: [
      queuePolicy(`
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: sqs:SendMessage
        Resource: !GetAtt Orders.Arn
      `),
    ],
  },

  find: (analysis) =>
    [...resourcesOf(analysis)].flatMap((placed) => {
      const owners = foreignTo(placed, analysis);
      return owners.length > 0 ? [{ placed, owners }] : [];
    }),

  diagnose: ({ placed, owners }) => ({
    span: resourceSpan(placed),
    message:
      `This policy is that of ${owners.map(({ name }) => name).join(' and ')}, and ${shown(placed)} is something else, so the statement never applies. ` +
      'Name the resource that the policy is attached to.',
    subject: policySubject(placed.site),
  }),

  fix: ({ placed: { value }, owners: [owner, ...others] }, { tree }) => {
    const draft = owner && others.length === 0 ? draftOf(owner.reference) : undefined;
    if (draft === undefined || owner?.isContainer) return [];
    return [{ title: `Name ${owner?.name ?? ''}`, preferred: true, edits: [replaceValue(tree, value.node, draft)] }];
  },
});

/** The resources that the policy is attached to, where this certainly is none of them. */
function foreignTo({ value, site, statement }: PlacedResource, { template }: Analysis): readonly Owner[] {
  const owners = template && site.owner ? ownersOf(site.owner, template) : undefined;
  if (!template || !owners || statement.resources?.negated) return [];
  return owners.every((owner) => concerns(value.value, owner, template) === 'no') ? owners : [];
}
