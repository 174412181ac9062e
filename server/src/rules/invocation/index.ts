import type { RuleModule } from '../rule.ts';
import { functionUrlAuthMismatch } from './functionUrlAuthMismatch.ts';
import { incompleteFunctionUrlPermission } from './incompleteFunctionUrlPermission.ts';
import { invokePermissionForPolledSource } from './invokePermissionForPolledSource.ts';
import { missingInvokePermission } from './missingInvokePermission.ts';
import { missingSourceAccount } from './missingSourceAccount.ts';
import { notAnInvokeAction } from './notAnInvokeAction.ts';
import { permissionQualifierMismatch } from './permissionQualifierMismatch.ts';
import { unscopedServicePermission } from './unscopedServicePermission.ts';

/** Rules on who may invoke functions: their resource-based policies. */
export const INVOCATION_RULES: readonly RuleModule[] = [
  functionUrlAuthMismatch,
  incompleteFunctionUrlPermission,
  invokePermissionForPolledSource,
  missingInvokePermission,
  missingSourceAccount,
  notAnInvokeAction,
  permissionQualifierMismatch,
  unscopedServicePermission,
];
