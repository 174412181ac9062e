import { arnOf } from '../../cloudformation/index.ts';
import type { ActionId } from '../../iam/index.ts';
import { closesCycle } from '../../rules/support/cycles.ts';
import { executionRoleToExtend, grantFix } from '../../rules/support/grantFix.ts';
import { onlyHole, referredTo } from '../../symbolic/index.ts';
import type { AnswerFix } from './answer.ts';
import type { Asking } from './judge.ts';
import type { Target } from './resourceAsked.ts';

/** Actions that a role lacks on one thing. */
export interface Lacking {
  readonly actions: readonly ActionId[];
  readonly target: Target;
}

/** The edits that grant what is lacking; nothing where the role is not of this template, or cannot name the resource. */
export function grantingFix(lacking: readonly Lacking[], asking: Asking): AnswerFix | undefined {
  const role = executionRoleToExtend(asking.owner);
  if (!role || lacking.some(({ target }) => !isWritable(target, asking) || waitsForFunction(target, asking))) return undefined;
  const wanted = lacking.map(({ actions, target }) => ({ actions, written: target.written }));
  const [fix] = grantFix(role, wanted, asking.analysis);
  return fix && { title: fix.title, edits: fix.edits };
}

/** Whether it is known how the resource is referred to. */
function isWritable({ resource, written }: Target, { template }: Asking): boolean {
  return resource === undefined || onlyHole(written) === undefined || arnOf(resource, template) !== undefined;
}

/**
 * Whether a role that SAM makes cannot name the resource, because the resource waits for the function and the function for its role:
 * by a reference, or because SAM makes it call the function.
 */
export function waitsForFunction({ written }: Target, { owner, template }: Asking): boolean {
  if (owner.role.origin !== 'sam') return false;
  const named = referredTo(written);
  const calls = owner.invokers.flatMap(({ trigger }) =>
    trigger.definition.checkedAtDeployment && trigger.source ? referredTo(trigger.source) : [],
  );
  return named.some((id) => calls.includes(id)) || closesCycle(owner.fn.resource, named, template);
}
