import type { Analysis } from '../../analysis/index.ts';
import { arnOf } from '../../cloudformation/index.ts';
import { ownersOf } from '../../rules/support/policyOwners.ts';
import { display } from '../../symbolic/index.ts';
import type { ResourceEntity } from '../entities/named.ts';
import { isPolicyType } from '../entities/named.ts';
import { bullets, code, paragraphs } from './markdown.ts';
import { mark, triggerVerdict } from './verdict.ts';

/** How many triggers are listed. */
const MOST_TRIGGERS = 6;

/** A resource that is neither function nor policy: its ARN, the functions that it calls, and the policy that lets others use it. */
export function describeResource({ resource }: ResourceEntity, analysis: Analysis): string {
  const { template, permissions } = analysis;
  const arn = template && arnOf(resource, template);
  const invokers = permissions.functions.flatMap((owner) =>
    owner.invokers
      .filter(({ trigger }) => trigger.resource.logicalId === resource.logicalId)
      .map((invoker) => ({ owner, invoker })),
  );
  const policies = template
    ? [...template.resources.values()].filter(
        (policy) => isPolicyType(policy.type) && ownersOf(policy, template)?.some(({ name }) => name === resource.logicalId),
      )
    : [];
  return paragraphs(
    `**${resource.logicalId}** · ${code(resource.type)}`,
    arn && `ARN: ${code(display(arn))}`,
    bullets(
      invokers
        .slice(0, MOST_TRIGGERS)
        .map(
          ({ owner, invoker }) =>
            `${mark(triggerVerdict(owner, invoker))} ${invoker.trigger.definition.title} → **${owner.fn.logicalId}**`,
        ),
    ),
    policies.length > 0
      ? `Its resource-based policy: ${policies.map(({ logicalId }) => `**${logicalId}**`).join(', ')}.`
      : undefined,
  );
}
