import type { Place } from '../place.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestions } from '../suggestion.ts';
import { actions, permissionActions } from './actions.ts';
import { conditionKeys, operators } from './conditions.ts';
import { conditionValues } from './conditionValues.ts';
import { connectorEnds, connectorPermissions } from './connectors.ts';
import { documentKeys, documents, effects, statementKeys, statements, versions } from './elements.ts';
import { eventSources, samEventTypes } from './events.ts';
import { permissionPrincipals, sourceArns } from './permissions.ts';
import { managedPolicies, samPolicies, templateArguments, templateParameters } from './policies.ts';
import { principals, principalTypes } from './principals.ts';
import { accounts, fixedValues, functionNames, properties, roles } from './properties.ts';
import { references } from './references.ts';
import { resources } from './resources.ts';

/** What may stand at each kind of place. A new kind is a line in `place.ts`, one here, and its source. */
const SOURCES: { readonly [K in Place['kind']]: Source<K> } = {
  account: accounts,
  action: actions,
  'condition-key': conditionKeys,
  'condition-operator': operators,
  'condition-value': conditionValues,
  'connector-end': connectorEnds,
  'connector-permission': connectorPermissions,
  document: documents,
  'document-key': documentKeys,
  effect: effects,
  'event-source': eventSources,
  'fixed-value': fixedValues,
  'function-name': functionNames,
  'managed-policy': managedPolicies,
  'permission-action': permissionActions,
  'permission-principal': permissionPrincipals,
  principal: principals,
  'principal-type': principalTypes,
  property: properties,
  reference: references,
  resource: resources,
  role: roles,
  'sam-event-type': samEventTypes,
  'sam-policy': samPolicies,
  'source-arn': sourceArns,
  statement: statements,
  'statement-key': statementKeys,
  'template-argument': templateArguments,
  'template-parameter': templateParameters,
  version: versions,
};

/** What may stand at a place of the scene, the best first. */
export function suggestionsFor<K extends Place['kind']>(
  place: Extract<Place, { kind: K }> & { readonly kind: K },
  scene: Scene,
): Suggestions {
  return SOURCES[place.kind](place, scene);
}
