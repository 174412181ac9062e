import type { Analysis } from '../../analysis/index.ts';
import type { Entity, EntityKind } from '../entity.ts';
import { describeAction } from './action.ts';
import { describeArn } from './arn.ts';
import { describeConditionKey, describeConditionValue, describeOperator } from './condition.ts';
import { describeConnector } from './connector.ts';
import { describeEffect, describeElement, describeVersion } from './element.ts';
import { describeFunction } from './function.ts';
import { describeManagedPolicy } from './managedPolicy.ts';
import { describeNeed } from './need.ts';
import { describeParameter } from './parameter.ts';
import { describePermission } from './permission.ts';
import { describePermissionProperty } from './permissionProperty.ts';
import { describePolicy } from './policy.ts';
import { describePolicyTemplate, describePolicyTemplateParameter } from './policyTemplate.ts';
import { describePrincipal, describePrincipalType } from './principal.ts';
import { describeProperty } from './property.ts';
import { describeResource } from './resource.ts';
import { describeRole } from './role.ts';
import { describeStrayTrigger, describeTrigger } from './trigger.ts';
import { describeVariable } from './variable.ts';

/** The entities of some kinds, in a form in which the compiler sees that a kind and its entity belong together. */
type EntityOf<K extends EntityKind> = { [P in K]: { readonly kind: P } & Extract<Entity, { readonly kind: P }> }[K];

/** The words for each kind of entity. */
const DESCRIBERS: { readonly [K in EntityKind]: (entity: EntityOf<K>, analysis: Analysis) => string } = {
  action: ({ place }, analysis) => describeAction(place, analysis),
  arn: describeArn,
  'condition-key': describeConditionKey,
  'condition-value': describeConditionValue,
  connector: describeConnector,
  effect: describeEffect,
  element: describeElement,
  function: ({ permissions }, analysis) => describeFunction(permissions, analysis),
  'managed-policy': describeManagedPolicy,
  need: describeNeed,
  operator: describeOperator,
  parameter: describeParameter,
  permission: ({ permission }, analysis) => describePermission(permission, analysis),
  'permission-property': describePermissionProperty,
  policy: describePolicy,
  'policy-template': describePolicyTemplate,
  'policy-template-parameter': describePolicyTemplateParameter,
  principal: describePrincipal,
  'principal-type': describePrincipalType,
  property: describeProperty,
  resource: describeResource,
  role: describeRole,
  'stray-trigger': describeStrayTrigger,
  trigger: ({ owner, invoker }, analysis) => describeTrigger(owner, invoker, analysis),
  variable: describeVariable,
  version: describeVersion,
};

/** Markdown about an entity: the text of its hover and of its completion. */
export function describe<K extends EntityKind>(entity: EntityOf<K>, analysis: Analysis): string {
  return DESCRIBERS[entity.kind](entity, analysis);
}
