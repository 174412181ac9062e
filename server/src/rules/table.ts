import { apiOperationAsAction } from './apiOperationAsAction.ts';
import { invokePermissionForPolledSource } from './invokePermissionForPolledSource.ts';
import { missingExecutionPermission } from './missingExecutionPermission.ts';
import { missingInvokePermission } from './missingInvokePermission.ts';
import { missingSourceAccount } from './missingSourceAccount.ts';
import { notAnInvokeAction } from './notAnInvokeAction.ts';
import { permissionQualifierMismatch } from './permissionQualifierMismatch.ts';
import { policiesIgnored } from './policiesIgnored.ts';
import { roleNotAssumableByLambda } from './roleNotAssumableByLambda.ts';
import type { RuleModule } from './rule.ts';
import { unknownAction } from './unknownAction.ts';
import { unknownService } from './unknownService.ts';
import { unscopedServicePermission } from './unscopedServicePermission.ts';
import { wildcardMatchesNothing } from './wildcardMatchesNothing.ts';

/** Every rule, in alphabetical order; a test compares the table with the folder. A new rule: one file, one line here. */
export const RULES: readonly RuleModule[] = [
  apiOperationAsAction,
  invokePermissionForPolledSource,
  missingExecutionPermission,
  missingInvokePermission,
  missingSourceAccount,
  notAnInvokeAction,
  permissionQualifierMismatch,
  policiesIgnored,
  roleNotAssumableByLambda,
  unknownAction,
  unknownService,
  unscopedServicePermission,
  wildcardMatchesNothing,
];
