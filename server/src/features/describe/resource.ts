import type { Analysis } from '../../analysis/index.ts';
import { arnOf, type Resource } from '../../cloudformation/index.ts';
import { ownersOf } from '../../rules/support/policyOwners.ts';
import { arnFields, display, knownText } from '../../symbolic/index.ts';
import { isPolicyType, type ResourceEntity } from '../entities/named.ts';
import { bullets, code, paragraphs } from './markdown.ts';
import { mark, triggerVerdict } from './verdict.ts';

/** A resource that is neither function nor policy: its ARN, the functions that it calls, and the policy that lets others use it. */
export function describeResource({ resource }: ResourceEntity, analysis: Analysis): string {
  const { template, knowledge } = analysis;
  const arn = template && arnOf(resource, template);
  const fields = arn && arnFields(arn);
  const service = fields && knowledge.iam.service(knownText(fields.service) ?? '');
  const policies = policiesOf(resource, analysis);
  return paragraphs(
    `**${resource.logicalId}** · ${code(resource.type)}`,
    arn && `ARN: ${code(display(arn))}`,
    bullets(callLines(resource, analysis)),
    policies.length > 0 ? `Its resource-based policy: ${policies.map((id) => `**${id}**`).join(', ')}.` : undefined,
    service && `[Actions of ${service.title}](${service.docsUrl})`,
  );
}

/** How many triggers are listed. */
const MOST_TRIGGERS = 6;

/** The functions that the resource calls, and whether it may. */
function callLines({ logicalId }: Resource, { permissions }: Analysis): readonly string[] {
  const lines = permissions.functions.flatMap((owner) =>
    owner.invokers
      .filter(({ trigger }) => trigger.resource.logicalId === logicalId)
      .map((invoker) => {
        const verdict = mark(triggerVerdict(owner, invoker));
        return `${verdict} ${invoker.trigger.definition.title} → **${owner.fn.logicalId}**`;
      }),
  );
  return [...new Set(lines)].slice(0, MOST_TRIGGERS);
}

/** The logical ids of the policies that are attached to the resource. */
function policiesOf({ logicalId }: Resource, { template }: Analysis): readonly string[] {
  if (!template) return [];
  return [...template.resources.values()]
    .filter(({ type }) => isPolicyType(type))
    .filter((policy) => ownersOf(policy, template)?.some(({ name }) => name === logicalId))
    .map((policy) => policy.logicalId);
}
