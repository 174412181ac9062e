import type { RuleModule } from '../rule.ts';
import { elevatedManagedPolicy } from './elevatedManagedPolicy.ts';
import { passAnyRole } from './passAnyRole.ts';
import { privilegeEscalation } from './privilegeEscalation.ts';
import { resourcePolicyEscalation } from './resourcePolicyEscalation.ts';
import { sensitiveAction } from './sensitiveAction.ts';
import { serviceLinkedRoleAnyService } from './serviceLinkedRoleAnyService.ts';

/** Rules on what policies let somebody become. */
export const PRIVILEGE_RULES: readonly RuleModule[] = [
  elevatedManagedPolicy,
  passAnyRole,
  privilegeEscalation,
  resourcePolicyEscalation,
  sensitiveAction,
  serviceLinkedRoleAnyService,
];
