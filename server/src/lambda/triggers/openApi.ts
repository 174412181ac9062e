import {
  branchesOf,
  evaluate,
  guardOf,
  intrinsicOf,
  propertyAt,
  type Resource,
  type Template,
} from '../../cloudformation/index.ts';
import { conjoin, contradicts, type Guard, literal, type SymbolicString } from '../../symbolic/index.ts';
import { child, childAt, type MappingNode, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { TriggerDefinition } from '../model.ts';
import { presentedRoute } from './apiGatewayV2.ts';
import { embeddedText } from './embeddedText.ts';
import { calledBy, calledWithRole, isFunctionArn, nowhere, type Sighting, type TriggerRow } from './row.ts';
import { executeApiArn, referenceTo } from './sources.ts';

const INTEGRATION_DOCS =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html';
const AUTHORIZER_DOCS =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html';
const WITH_CREDENTIALS = 'API Gateway calls with the credentials, a role that must allow lambda:InvokeFunction.';

const withCredentials = (definition: TriggerDefinition): TriggerDefinition =>
  calledWithRole('apigateway.amazonaws.com', {
    id: `${definition.id}-credentials`,
    title: `${definition.title} with credentials`,
    docsUrl: definition.docsUrl,
    reason: WITH_CREDENTIALS,
  });

const INTEGRATION = calledBy('apigateway.amazonaws.com', {
  id: 'apigw-rest-openapi',
  title: 'API Gateway integration in an OpenAPI body',
  docsUrl: INTEGRATION_DOCS,
});
const SAM_INTEGRATION = calledBy('apigateway.amazonaws.com', {
  id: 'apigw-sam-definitionbody',
  title: "API Gateway integration in a SAM API's DefinitionBody",
  docsUrl: INTEGRATION_DOCS,
});
const AUTHORIZER = calledBy('apigateway.amazonaws.com', {
  id: 'apigw-openapi-authorizer',
  title: 'API Gateway Lambda authorizer in an OpenAPI body',
  docsUrl: AUTHORIZER_DOCS,
});

const PLAIN_APIS = ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'];
const SAM_APIS = ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'];

export const openApi: readonly TriggerRow[] = [
  { definition: INTEGRATION, types: PLAIN_APIS, find: bodies(integrationsIn, INTEGRATION) },
  { definition: withCredentials(INTEGRATION), types: [], find: nowhere },
  { definition: SAM_INTEGRATION, types: SAM_APIS, find: bodies(integrationsIn, SAM_INTEGRATION) },
  { definition: withCredentials(SAM_INTEGRATION), types: [], find: nowhere },
  { definition: AUTHORIZER, types: [...PLAIN_APIS, ...SAM_APIS], find: bodies(authorizersIn, AUTHORIZER) },
  { definition: withCredentials(AUTHORIZER), types: [], find: nowhere },
];

/** A node of an OpenAPI document with the conditions under which it is there. */
interface Reached {
  readonly node: SyntaxNode;
  readonly guard: Guard;
  readonly path: string;
  /** What a value of the document stands for. */
  readonly textOf: (node: SyntaxNode) => SymbolicString;
}

/** A function that an OpenAPI document names, before it is known what the document belongs to. */
interface Named {
  readonly uri: Reached;
  readonly credentials: SyntaxNode | undefined;
  /** What API Gateway presents behind the API's id. */
  readonly presents: string;
}

function bodies(read: (document: Reached) => readonly Named[], definition: TriggerDefinition): TriggerRow['find'] {
  return (resource, template) =>
    documentsOf(resource, template)
      .flatMap(read)
      .flatMap((named) => sighting(named, definition, resource, template));
}

function sighting(named: Named, definition: TriggerDefinition, resource: Resource, template: Template): readonly Sighting[] {
  const { uri, credentials, presents } = named;
  const target = functionReference(uri.textOf(uri.node), template);
  if (target.logicalId === undefined && !isFunctionArn(target.value)) return [];
  const found = { node: uri.node, target, property: uri.path, guard: uri.guard };
  if (credentials) return [{ ...found, role: credentials, definition: withCredentials(definition) }];
  return [{ ...found, source: executeApiArn(referenceTo(resource.logicalId), presents) }];
}

/** The OpenAPI document of an API, written as a mapping or as a text that holds one. */
function documentsOf(resource: Resource, template: Template): readonly Reached[] {
  const property = resource.type.startsWith('AWS::Serverless::') ? 'DefinitionBody' : 'Body';
  const body = propertyAt(template, resource, property);
  if (!body) return [];
  const whole = {
    node: body,
    guard: guardOf(resource),
    path: property,
    textOf: (node: SyntaxNode) => evaluate(node, { template }),
  };
  return branches(whole).flatMap((branch) => mapping(inText(branch, template) ?? branch));
}

/** The document in a text, in a plain one or in that of `Fn::Sub`. */
function inText(reached: Reached, template: Template): Reached | undefined {
  const text = embeddedText(reached.node, template);
  const textOf = (node: SyntaxNode): SymbolicString => (node.kind === 'scalar' && text ? text.textOf(node) : literal(''));
  return text && { ...reached, node: text.root, textOf };
}

/** What a node may turn out to be, by condition. */
function branches(reached: Reached): readonly Reached[] {
  return branchesOf(reached.node).flatMap(({ node, guard }) =>
    node && !contradicts(reached.guard, guard) ? [{ ...reached, node, guard: conjoin(reached.guard, guard) }] : [],
  );
}

/** Nothing for what only a transform or a parameter brings. */
function mapping(reached: Reached): readonly Reached[] {
  return reached.node.kind === 'mapping' && !intrinsicOf(reached.node) ? [reached] : [];
}

/** The mappings under a key, or under each key. */
function into(reached: Reached, key: string): readonly Reached[] {
  const node = child(reached.node, key);
  return node ? branches({ ...reached, node, path: `${reached.path}.${key}` }).flatMap(mapping) : [];
}

function intoEach(reached: Reached): readonly (Reached & { readonly key: string })[] {
  const entries: MappingNode['entries'] = reached.node.kind === 'mapping' ? reached.node.entries : [];
  return entries.flatMap(({ key }) => into(reached, key.text).map((next) => ({ ...next, key: key.text })));
}

const METHODS: ReadonlySet<string> = new Set([
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'],
  'x-amazon-apigateway-any-method',
]);

function integrationsIn(document: Reached): readonly Named[] {
  return into(document, 'paths').flatMap((paths) =>
    intoEach(paths).flatMap((path) =>
      intoEach(path)
        .filter(({ key }) => METHODS.has(key.toLowerCase()))
        .flatMap((method) =>
          named(method, 'x-amazon-apigateway-integration', 'uri', 'credentials', routeIn(path.key, method.key)),
        ),
    ),
  );
}

/** `$default` of an HTTP API is a route without a method. */
function routeIn(path: string, method: string): string {
  return path.replace(/^\//, '') === '$default' ? presentedRoute('$default') : presentedRoute(`${method} ${path}`);
}

function authorizersIn(document: Reached): readonly Named[] {
  const schemes = [
    ...into(document, 'securityDefinitions'),
    ...into(document, 'components').flatMap((components) => into(components, 'securitySchemes')),
  ];
  return schemes
    .flatMap(intoEach)
    .flatMap((scheme) =>
      named(scheme, 'x-amazon-apigateway-authorizer', 'authorizerUri', 'authorizerCredentials', 'authorizers/*'),
    );
}

function named(at: Reached, extension: string, uriKey: string, roleKey: string, presents: string): readonly Named[] {
  return into(at, extension).flatMap((found) => {
    const uri = child(found.node, uriKey);
    if (!uri) return [];
    const credentials = childAt(found.node, roleKey);
    return branches({ ...found, node: uri, path: `${found.path}.${uriKey}` }).map((at) => ({ uri: at, credentials, presents }));
  });
}
