import type { Analysis } from '../analysis/index.ts';
import type { Offset } from '../text/span.ts';
import { type ActionEntity, actionAt } from './entities/action.ts';
import { type ArnEntity, arnAt } from './entities/arn.ts';
import { type ConditionKeyEntity, type ConditionValueEntity, conditionAt, type OperatorEntity } from './entities/condition.ts';
import { type ConnectorEntity, connectorAt } from './entities/connector.ts';
import { type EffectEntity, type ElementEntity, elementAt, type VersionEntity } from './entities/element.ts';
import { type ManagedPolicyEntity, managedPolicyAt } from './entities/managedPolicy.ts';
import { type NamedEntity, namedAt } from './entities/named.ts';
import { type NeedEntity, needAt } from './entities/need.ts';
import type { ParameterEntity } from './entities/parameter.ts';
import { type PermissionPropertyEntity, permissionPropertyAt } from './entities/permissionProperty.ts';
import { type PolicyTemplateEntity, type PolicyTemplateParameterEntity, policyTemplateAt } from './entities/policyTemplate.ts';
import { type PrincipalEntity, type PrincipalTypeEntity, principalAt } from './entities/principal.ts';
import { type PropertyEntity, propertyEntityAt } from './entities/property.ts';
import { referenceAt } from './entities/reference.ts';
import { type Spot, spotAt } from './entities/spot.ts';
import { type StrayTriggerEntity, strayTriggerAt } from './entities/strayTrigger.ts';
import { type TriggerEntity, triggerAt } from './entities/trigger.ts';
import { type VariableEntity, variableAt } from './entities/variable.ts';

/** What the word at a place means: shared by all features, so that they agree. Each kind has a file in `entities/`. */
export type Entity =
  | ActionEntity
  | ArnEntity
  | ConditionKeyEntity
  | ConditionValueEntity
  | ConnectorEntity
  | EffectEntity
  | ElementEntity
  | ManagedPolicyEntity
  | NamedEntity
  | NeedEntity
  | OperatorEntity
  | ParameterEntity
  | PermissionPropertyEntity
  | PolicyTemplateEntity
  | PolicyTemplateParameterEntity
  | PrincipalEntity
  | PrincipalTypeEntity
  | PropertyEntity
  | StrayTriggerEntity
  | TriggerEntity
  | VariableEntity
  | VersionEntity;

export type EntityKind = Entity['kind'];

/** What may stand at a spot, the more telling first: a policy variable is also part of an ARN. */
const FINDERS: readonly ((spot: Spot) => Entity | undefined)[] = [
  variableAt,
  actionAt,
  arnAt,
  principalAt,
  conditionAt,
  elementAt,
  policyTemplateAt,
  managedPolicyAt,
  connectorAt,
  namedAt,
  triggerAt,
  needAt,
  strayTriggerAt,
  referenceAt,
  permissionPropertyAt,
  propertyEntityAt,
];

/** The thing that the word at an offset names. */
export function entityAt(analysis: Analysis, offset: Offset): Entity | undefined {
  const spot = spotAt(analysis, offset);
  if (!spot) return undefined;
  for (const find of FINDERS) {
    const entity = find(spot);
    if (entity) return entity;
  }
  return undefined;
}
