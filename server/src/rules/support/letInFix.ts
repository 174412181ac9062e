import type { Analysis } from '../../analysis/index.ts';
import type { Trigger } from '../../lambda/index.ts';
import type { Fix } from '../rule.ts';
import { addPermissionFix } from './permissionFix.ts';
import { isSameFunction, resourcePoliciesOf } from './resourcePolicies.ts';
import { addStatementFix } from './statementFix.ts';

/** Lets a trigger in where the author says who is let in: in the function's whole policy, or with a permission of its own. */
export function letInFix(trigger: Trigger, analysis: Analysis): readonly Fix[] {
  const policies = analysis.template ? resourcePoliciesOf(analysis.template) : [];
  const own = policies.find(({ aim }) => isSameFunction(trigger.target, aim));
  return own ? addStatementFix(trigger, own, analysis) : addPermissionFix(trigger, analysis);
}
