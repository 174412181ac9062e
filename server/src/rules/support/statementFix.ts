import type { Analysis } from '../../analysis/index.ts';
import { consequencesOf, guardOf, type Template } from '../../cloudformation/index.ts';
import type { Trigger } from '../../lambda/index.ts';
import { follows } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import { addToList, type Draft, mapping, ref, sub } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { dependsOnEdit, functionDraft, mustWait, sourceDraft } from './permissionFix.ts';
import type { ResourcePolicy } from './resourcePolicies.ts';

/** Adds a statement for the trigger to the function's own policy, beside which no single permission would last. */
export function addStatementFix(trigger: Trigger, policy: ResourcePolicy, { template, tree }: Analysis): readonly Fix[] {
  const { resource } = policy;
  const document = child(resource.properties, 'PolicyDocument');
  const isThere = template && follows(guardOf(resource), consequencesOf(trigger.guard, template));
  const statement = template && statementDraft(trigger, template);
  if (!isThere || !statement || document?.kind !== 'mapping' || document.tag !== undefined) return [];
  const edits = [addToList(tree, document, 'Statement', statement)];
  const isWaiting = trigger.resource.dependsOn.some(({ text }) => text === resource.logicalId);
  if (mustWait(trigger) && !isWaiting) edits.unshift(dependsOnEdit(trigger.resource, resource.logicalId, tree));
  return [{ title: `Let ${trigger.name} invoke ${trigger.target.logicalId}, in ${resource.logicalId}`, preferred: true, edits }];
}

function statementDraft(trigger: Trigger, template: Template): Draft | undefined {
  const { principal } = trigger.definition;
  const on = functionDraft(trigger.target, template);
  if (on === undefined || principal === undefined || principal === '*') return undefined;
  const source = sourceDraft(trigger, template, new Set(mustWait(trigger) ? [trigger.resource.logicalId] : []));
  const needsAccount = trigger.needsSourceAccount || source === undefined;
  return mapping({
    Effect: 'Allow',
    Principal: mapping({ Service: principal.includes('${') ? sub(principal) : principal }),
    Action: 'lambda:InvokeFunction',
    Resource: on,
    Condition: mapping({
      StringEquals: needsAccount ? mapping({ 'aws:SourceAccount': ref('AWS::AccountId') }) : undefined,
      ArnLike: source === undefined ? undefined : mapping({ 'aws:SourceArn': source }),
    }),
  });
}
