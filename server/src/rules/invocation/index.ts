import type { RuleModule } from '../rule.ts';
import { apiNamedWithoutRef } from './apiNamedWithoutRef.ts';
import { callerRoleCannotInvoke } from './callerRoleCannotInvoke.ts';
import { computedUrlAuthType } from './computedUrlAuthType.ts';
import { eventSourceElsewhere } from './eventSourceElsewhere.ts';
import { functionPolicyTooLarge } from './functionPolicyTooLarge.ts';
import { functionUrlAuthMismatch } from './functionUrlAuthMismatch.ts';
import { greedyHttpPath } from './greedyHttpPath.ts';
import { incompleteFunctionUrlPermission } from './incompleteFunctionUrlPermission.ts';
import { invokePermissionForPolledSource } from './invokePermissionForPolledSource.ts';
import { malformedExecuteApiArn } from './malformedExecuteApiArn.ts';
import { missingInvokePermission } from './missingInvokePermission.ts';
import { missingSourceAccount } from './missingSourceAccount.ts';
import { notAnInvokeAction } from './notAnInvokeAction.ts';
import { notificationOrder } from './notificationOrder.ts';
import { permissionQualifierMismatch } from './permissionQualifierMismatch.ts';
import { policyReplacesPermissions } from './policyReplacesPermissions.ts';
import { principalSourceMismatch } from './principalSourceMismatch.ts';
import { repeatedInvokePermission } from './repeatedInvokePermission.ts';
import { unqualifiedInvokeGrant } from './unqualifiedInvokeGrant.ts';
import { unscopedServicePermission } from './unscopedServicePermission.ts';
import { unusedInvokePermission } from './unusedInvokePermission.ts';
import { wideEventPermission } from './wideEventPermission.ts';

/** Rules on who may invoke functions: their resource-based policies. */
export const INVOCATION_RULES: readonly RuleModule[] = [
  apiNamedWithoutRef,
  callerRoleCannotInvoke,
  computedUrlAuthType,
  eventSourceElsewhere,
  functionPolicyTooLarge,
  functionUrlAuthMismatch,
  greedyHttpPath,
  incompleteFunctionUrlPermission,
  invokePermissionForPolledSource,
  malformedExecuteApiArn,
  missingInvokePermission,
  missingSourceAccount,
  notAnInvokeAction,
  notificationOrder,
  permissionQualifierMismatch,
  policyReplacesPermissions,
  principalSourceMismatch,
  repeatedInvokePermission,
  unqualifiedInvokeGrant,
  unscopedServicePermission,
  unusedInvokePermission,
  wideEventPermission,
];
