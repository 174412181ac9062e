import { arnReference, canonical, evaluate, type Template } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { JsonObject, JsonValue, SamConnector } from '../../iam/knowledge/index.ts';
import { isSame, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import { type Connector, type ConnectorEnd, connectorsOf } from '../sam/index.ts';
import { NOTHING, type RoleContents, together, under } from './contents.ts';
import { boundStatements, grantsOf } from './documents.ts';
import type { RoleKnowledge } from './knowledge.ts';
import { nameOfRole } from './names.ts';
import { rolesOf } from './roleReference.ts';

/** What SAM's connectors attach to a role. */
export function connectorContents(roleId: string, template: Template, knowledge: RoleKnowledge): RoleContents {
  return together(
    connectorsOf(template).flatMap((connector) =>
      connector.destinations.map((destination) => leadingTo(destination, connector, roleId, template, knowledge)),
    ),
  );
}

function leadingTo(
  destination: ConnectorEnd,
  connector: Connector,
  roleId: string,
  template: Template,
  knowledge: RoleKnowledge,
): RoleContents {
  const { source, guard } = connector;
  if (source.type === undefined || destination.type === undefined) return NOTHING;
  const profile = knowledge.samConnectors.connector(source.type, destination.type);
  const holder = profile?.grants === 'source-role' ? source : profile?.grants === 'destination-role' ? destination : undefined;
  if (!profile || !holder || !actsWith(holder, roleId, template)) return NOTHING;
  const statements = connectorStatements(profile, connector, destination, template);
  const grants = grantsOf(statements, { source: 'sam-connector', label: connector.logicalId });
  return under(guard, { grants, managedPolicies: [], complete: true });
}

/** The statements that a connector writes about one of its destinations, with the names of this template. */
export function connectorStatements(
  profile: SamConnector,
  { source, permissions }: Connector,
  destination: ConnectorEnd,
  template: Template,
): readonly Statement[] {
  const bindings = new Map([...bindingsOf('Source', source, template), ...bindingsOf('Destination', destination, template)]);
  return boundStatements(statementsOf(profile, permissions), { template, bindings });
}

/** Whether one side of a connector is of this role: by the role's name, or because its resource acts with it. */
function actsWith({ logicalId, node }: ConnectorEnd, roleId: string, template: Template): boolean {
  const roleName = child(node, 'RoleName');
  if (roleName) return isSame(canonical(evaluate(roleName, { template }), template), nameOfRole(roleId, template));
  const resource = logicalId === undefined ? undefined : template.resources.get(logicalId);
  return (
    resource !== undefined &&
    rolesOf(resource, template).some((reference) => reference.kind !== 'external' && reference.logicalId === roleId)
  );
}

/** What `%{Source.Arn}` and its like stand for. */
function bindingsOf(side: string, { logicalId, node }: ConnectorEnd, template: Template): ReadonlyMap<string, SymbolicString> {
  const resource = logicalId === undefined ? undefined : template.resources.get(logicalId);
  const givenOr = (key: string, reference: SymbolicString | undefined): SymbolicString => {
    const given = child(node, key);
    if (given) return evaluate(given, { template });
    return reference ?? ofHole({ kind: 'opaque', reason: 'a connector', key: `${side}.${key}` });
  };
  const name = resource && ofHole({ kind: 'attribute', logicalId: resource.logicalId, attribute: 'Name' });
  return new Map([
    [`${side}.Arn`, givenOr('Arn', resource && arnReference(resource))],
    [`${side}.Name`, givenOr('Name', name)],
  ]);
}

/** The statements of each connector in CloudFormation's notation, made once. */
const statements = new WeakMap<readonly JsonObject[], readonly JsonObject[]>();

function statementsOf(profile: SamConnector, permissions: readonly string[]): readonly JsonObject[] {
  const read = permissions.includes('Read') ? inSubNotation(profile.read) : [];
  return permissions.includes('Write') ? [...read, ...inSubNotation(profile.write)] : read;
}

function inSubNotation(originals: readonly JsonObject[]): readonly JsonObject[] {
  const before = statements.get(originals);
  if (before) return before;
  const made = originals.map((statement) => {
    const resource: JsonValue = statement['Resource'] ?? '*';
    return { ...statement, Resource: Array.isArray(resource) ? resource.map(asSub) : asSub(resource) };
  });
  statements.set(originals, made);
  return made;
}

function asSub(resource: JsonValue): JsonValue {
  return typeof resource === 'string' ? { 'Fn::Sub': resource.replaceAll('%{', '${') } : resource;
}
