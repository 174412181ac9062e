import { policyPropertiesOf } from '../../policies/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import type { Place } from './place.ts';
import type { Scene } from './scene.ts';

/** The kind of place in a resource's properties: of those that have to do with who may do what. */
export function propertyPlace(scene: Scene): Place | undefined {
  const { resource, path, role } = scene;
  if (!resource) return undefined;
  const below = path.slice(2).map((step) => (/^\d+$/.test(step) ? '[]' : step));
  const spot = `${below.join('.').replaceAll('.[]', '[]')}${role === 'key' ? ' (key)' : ''}`;
  const found = PLACES.find(({ type, at }) => type.test(resource.type) && at.test(spot));
  return found?.place(scene) ?? (role === 'value' ? documentPlace(resource.type, spot) : undefined);
}

/** The value of a property that holds a policy. */
function documentPlace(type: string, spot: string): Place | undefined {
  const property = policyPropertiesOf(type).find(({ path, holds }) => holds === 'document' && spot === `Properties.${path}`);
  return property && { kind: 'document', policy: property.kind };
}

interface PlaceRow {
  readonly type: RegExp;
  /** The path below the resource, `[]` for an index, ` (key)` behind the path of a mapping whose key is typed. */
  readonly at: RegExp;
  readonly place: (scene: Scene) => Place | undefined;
}

const PERMISSION = /^AWS::Lambda::Permission$/;
const MAPPING = /^AWS::Lambda::EventSourceMapping$/;
const FUNCTION = /^AWS::Serverless::Function$/;
const WITH_SAM_POLICIES = /^AWS::Serverless::(?:Function|StateMachine)$/;
const CONNECTOR = /^AWS::Serverless::Connector$/;
const ANY = /./;

/** The first row that fits counts. Sources: the pages of the types in the CloudFormation Template Reference and the SAM specification. */
const PLACES: readonly PlaceRow[] = [
  row(PERMISSION, 'Action', () => ({ kind: 'permission-action' })),
  row(PERMISSION, 'Principal', () => ({ kind: 'permission-principal' })),
  row(PERMISSION, 'SourceArn', () => ({ kind: 'source-arn' })),
  row(PERMISSION, 'SourceAccount', () => ({ kind: 'account' })),
  row(PERMISSION, 'FunctionUrlAuthType', () => fixed('AWS_IAM', 'NONE')),
  row(PERMISSION, 'InvokedViaFunctionUrl', () => fixed('true', 'false')),
  row(
    /^AWS::Lambda::(?:Permission|EventSourceMapping|Url|Alias|Version|EventInvokeConfig)$/,
    '(?:FunctionName|TargetFunctionArn)',
    () => ({
      kind: 'function-name',
    }),
  ),
  { type: /^AWS::Lambda::(?:Permission|EventSourceMapping)$/, at: /^Properties(?: \(key\))?$/, place: propertyKey },
  row(MAPPING, 'EventSourceArn', () => ({ kind: 'event-source' })),
  row(MAPPING, 'StartingPosition', () => fixed('TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP')),
  row(MAPPING, 'FunctionResponseTypes(?:\\[\\])?', () => fixed('ReportBatchItemFailures')),
  row(FUNCTION, 'Events\\.[^.]+\\.Type', () => ({ kind: 'sam-event-type' })),
  row(FUNCTION, 'Events\\.[^.]+\\.Properties\\.(?:Queue|Stream|Topic|Bucket|Broker|Cluster)', () => ({ kind: 'event-source' })),
  row(/^AWS::(?:Lambda|Serverless)::Function$/, 'Role', () => ({ kind: 'role' })),
  row(/^AWS::IAM::(?:Role|User|Group)$/, 'ManagedPolicyArns(?:\\[\\])?', () => ({ kind: 'managed-policy' })),
  row(/^AWS::(?:IAM::(?:Role|User)|Serverless::Function)$/, 'PermissionsBoundary', () => ({ kind: 'managed-policy' })),
  row(WITH_SAM_POLICIES, 'Policies(?:\\[\\])?', () => ({ kind: 'sam-policy' })),
  row(WITH_SAM_POLICIES, 'Policies(?:\\[\\])? \\(key\\)', () => ({ kind: 'sam-policy' })),
  row(WITH_SAM_POLICIES, 'Policies(?:\\[\\])?\\.(\\w+)(?: \\(key\\))?', templateParameter),
  row(WITH_SAM_POLICIES, 'Policies(?:\\[\\])?\\.(\\w+)\\.(\\w+)', templateArgument),
  row(CONNECTOR, '(?:Source|Destination(?:\\[\\])?)\\.Id', () => ({ kind: 'connector-end' })),
  row(CONNECTOR, 'Permissions(?:\\[\\])?', connectorPermission),
  { type: ANY, at: /^Connectors\.[^.]+\.Properties\.Destination(?:\[\])?\.Id$/, place: () => ({ kind: 'connector-end' }) },
  { type: ANY, at: /^Connectors\.[^.]+\.Properties\.Permissions(?:\[\])?$/, place: connectorPermission },
];

function row(type: RegExp, path: string, place: PlaceRow['place']): PlaceRow {
  return { type, at: new RegExp(`^Properties\\.${path}$`), place };
}

function fixed(...values: readonly string[]): Place {
  return { kind: 'fixed-value', values };
}

/** A key of the properties; also the first one, while it stands in the place of their mapping. */
function propertyKey({ word, resource }: Scene): Place {
  return { kind: 'property', present: keysOf(resource?.properties).filter((key) => key !== word.node.text) };
}

/** The names of the parameters that are given already, the word's own left out. */
function templateParameter({ path, word, around }: Scene): Place | undefined {
  const template = path.at(-1);
  return template === undefined || template === 'Statement'
    ? undefined
    : { kind: 'template-parameter', template, present: keysOf(around[1]).filter((key) => key !== word.node.text) };
}

function templateArgument({ path }: Scene): Place | undefined {
  const [template, parameter] = path.slice(-2);
  return template === undefined || parameter === undefined ? undefined : { kind: 'template-argument', template, parameter };
}

function connectorPermission({ word, around }: Scene): Place {
  const list = around[1];
  const items = list?.kind === 'sequence' ? list.items.filter((item) => item !== word.node) : [];
  return { kind: 'connector-permission', present: items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) };
}

function keysOf(node: SyntaxNode | undefined): readonly string[] {
  return node?.kind === 'mapping' ? node.entries.map(({ key }) => key.text) : [];
}
