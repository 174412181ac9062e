import { evaluate, guardOf, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { documentFact, fact, sameItems } from '../../incremental/facts.ts';
import type { Guard, SymbolicString } from '../../symbolic/index.ts';
import { literal } from '../../symbolic/index.ts';
import { child, childAt, itemsOf, literalText, type MappingNode, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { InvokePermission } from '../model.ts';
import { ACCOUNT, attributeOf, samPermission, sub } from './draft.ts';

/** A connector: a resource of its own, or an entry of another resource's `Connectors`. */
export interface Connector {
  readonly logicalId: string;
  readonly resource: Resource;
  readonly source: ConnectorEnd;
  /** In order; SAM numbers them when the template has a list. */
  readonly destinations: readonly ConnectorEnd[];
  readonly isList: boolean;
  readonly permissions: readonly string[];
  readonly guard: Guard;
  readonly node: MappingNode;
}

/** One side of a connector: a resource of the template by its logical id, or one that is described by its type and ARN. */
export interface ConnectorEnd {
  readonly logicalId: string | undefined;
  /** The CloudFormation type that stands for a SAM one. */
  readonly type: string | undefined;
  /** `Arn`, `ResourceId`, `Qualifier`, `RoleName` … as the author gives them. */
  readonly node: SyntaxNode | undefined;
  readonly qualifier: SyntaxNode | undefined;
}

const PLAIN_TYPES: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
};

/** The connectors of a template, embedded ones included. */
export const connectorsOf = documentFact((template: Template): readonly Connector[] => {
  if (!template.usesSam) return [];
  return [...template.resources.values()].flatMap((resource) => connectorsAt(template, resource));
}, sameItems);

const connectorsAt = fact((template: Template, resource: Resource): readonly Connector[] =>
  resource.type === 'AWS::Serverless::Connector' ? ownConnector(resource, template) : embeddedConnectors(resource, template),
);

function ownConnector(resource: Resource, template: Template): readonly Connector[] {
  const property = (key: string): SyntaxNode | undefined => propertyAt(template, resource, key);
  const source = connectorEnd(property('Source'), template);
  return [
    connector(resource.logicalId, resource, source, resource.node, property('Destination'), property('Permissions'), template),
  ];
}

function embeddedConnectors(resource: Resource, template: Template): readonly Connector[] {
  const connectors = child(resource.node, 'Connectors');
  if (connectors?.kind !== 'mapping') return [];
  return connectors.entries.flatMap(({ key, value }) => {
    const properties = child(value, 'Properties');
    if (value?.kind !== 'mapping' || !properties) return [];
    const source: ConnectorEnd = {
      logicalId: resource.logicalId,
      type: PLAIN_TYPES[resource.type] ?? resource.type,
      node: undefined,
      qualifier: childAt(properties, 'SourceReference', 'Qualifier'),
    };
    const logicalId = `${resource.logicalId}${key.text}`;
    return [
      connector(logicalId, resource, source, value, child(properties, 'Destination'), child(properties, 'Permissions'), template),
    ];
  });
}

function connector(
  logicalId: string,
  resource: Resource,
  source: ConnectorEnd,
  node: MappingNode,
  destination: SyntaxNode | undefined,
  permissions: SyntaxNode | undefined,
  template: Template,
): Connector {
  return {
    logicalId,
    resource,
    source,
    destinations: itemsOf(destination).map((end) => connectorEnd(end, template)),
    isList: destination?.kind === 'sequence',
    permissions: itemsOf(permissions)
      .map(literalText)
      .filter((name) => name !== undefined),
    guard: guardOf(resource),
    node,
  };
}

function connectorEnd(node: SyntaxNode | undefined, template: Template): ConnectorEnd {
  const logicalId = literalText(child(node, 'Id'));
  const type = logicalId === undefined ? literalText(child(node, 'Type')) : template.resources.get(logicalId)?.type;
  return { logicalId, type: type && (PLAIN_TYPES[type] ?? type), node, qualifier: child(node, 'Qualifier') };
}

/** The value that stands for a property of one side: given by the author, or taken from the resource. */
function endValue(
  end: ConnectorEnd,
  key: 'Arn' | 'ResourceId',
  attribute: string | undefined,
  template: Template,
): SymbolicString | undefined {
  const given = child(end.node, key);
  if (end.logicalId === undefined) return given && evaluate(given, { template });
  return attributeOf(end.logicalId, attribute);
}

interface Profile {
  readonly principal: string;
  readonly source: (end: ConnectorEnd, template: Template) => SymbolicString | undefined;
  readonly sourceAccount?: SymbolicString;
}

const executeApi: Profile['source'] = (end, template) => {
  const api = endValue(end, 'ResourceId', undefined, template);
  const given = end.qualifier && evaluate(end.qualifier, { template });
  const qualifier = given ?? (end.logicalId === undefined ? undefined : literal('*'));
  return (
    api &&
    qualifier &&
    sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__Api__}/${__Qualifier__}', template, {
      __Api__: api,
      __Qualifier__: qualifier,
    })
  );
};

/**
 * The sources whose connector to a function makes a permission, all with `Write`; the others grant actions to a role.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/connector_profiles/profiles.json.
 */
const PROFILES: Readonly<Record<string, Profile>> = {
  'AWS::ApiGateway::RestApi': { principal: 'apigateway.amazonaws.com', source: executeApi },
  'AWS::ApiGatewayV2::Api': { principal: 'apigateway.amazonaws.com', source: executeApi },
  'AWS::AppSync::GraphQLApi': {
    principal: 'appsync.amazonaws.com',
    source: (end, template) => {
      const id = endValue(end, 'ResourceId', 'ApiId', template);
      return id && sub('arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${__Id__}', template, { __Id__: id });
    },
  },
  'AWS::Events::Rule': {
    principal: 'events.amazonaws.com',
    source: (end, template) => endValue(end, 'Arn', 'Arn', template),
  },
  'AWS::S3::Bucket': {
    principal: 's3.amazonaws.com',
    source: (end, template) => endValue(end, 'Arn', 'Arn', template),
    sourceAccount: ACCOUNT,
  },
  'AWS::SNS::Topic': {
    principal: 'sns.amazonaws.com',
    source: (end, template) => endValue(end, 'Arn', undefined, template),
  },
};

/** The permissions that SAM makes for connectors which lead to functions. */
export function connectorPermissions(template: Template): readonly InvokePermission[] {
  return connectorsOf(template).flatMap((connector) => permissionsOfConnector(template, connector));
}

const permissionsOfConnector = fact((template: Template, connector: Connector): readonly InvokePermission[] =>
  connector.destinations.flatMap((destination, index) => connectorPermission(connector, destination, index, template) ?? []),
);

function connectorPermission(
  { logicalId, resource, source, isList, permissions, guard }: Connector,
  destination: ConnectorEnd,
  index: number,
  template: Template,
): InvokePermission | undefined {
  const profile = PROFILES[source.type ?? ''];
  const fn = destination.type === 'AWS::Lambda::Function' ? endValue(destination, 'Arn', 'Arn', template) : undefined;
  const sourceArn = profile?.source(source, template);
  if (!profile || !fn || !sourceArn || !permissions.includes('Write')) return undefined;
  return samPermission({
    logicalId: `${logicalId}WriteLambdaPermission${isList ? `Destination${index}` : ''}`,
    resource,
    target: functionReference(fn, template),
    principal: profile.principal,
    sourceArn,
    sourceAccount: profile.sourceAccount,
    guard,
  });
}
