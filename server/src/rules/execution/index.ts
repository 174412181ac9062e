import type { RuleModule } from '../rule.ts';
import { invalidPolicyTemplate } from './invalidPolicyTemplate.ts';
import { missingExecutionPermission } from './missingExecutionPermission.ts';
import { policiesIgnored } from './policiesIgnored.ts';
import { roleNotAssumableByLambda } from './roleNotAssumableByLambda.ts';
import { sharedExecutionRole } from './sharedExecutionRole.ts';
import { unsupportedConnector } from './unsupportedConnector.ts';
import { unusedExecutionPermission } from './unusedExecutionPermission.ts';

/** Rules on what functions may do: their execution roles. */
export const EXECUTION_RULES: readonly RuleModule[] = [
  invalidPolicyTemplate,
  missingExecutionPermission,
  policiesIgnored,
  roleNotAssumableByLambda,
  sharedExecutionRole,
  unsupportedConnector,
  unusedExecutionPermission,
];
