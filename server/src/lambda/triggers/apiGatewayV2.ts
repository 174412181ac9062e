import { evaluate, propertyAt, type Resource, referencesIn, type Template } from '../../cloudformation/index.ts';
import { knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { TriggerDefinition } from '../model.ts';
import { authorizerArn } from './apiGatewayRest.ts';
import { absent, is, present, type Test } from './places.ts';
import { at, calledBy, calledWithRole, canonicalValue, type Sighting, type TriggerRow } from './row.ts';
import { executeApiArn, presentedMethod, presentedPath, referenceTo, type Source } from './sources.ts';

const HTTP_DOCS = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html';
const WEBSOCKET_DOCS = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html';
const AUTHORIZER_DOCS = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html';
const WITH_CREDENTIALS = 'API Gateway calls with the credentials, a role that must allow lambda:InvokeFunction.';

/** The protocol of the API that an integration belongs to; `undefined` when it is not of the template. */
function protocolOf(resource: Resource, template: Template): string | undefined {
  const api = apiOf(resource, template);
  if (api?.type === 'AWS::Serverless::HttpApi') return 'HTTP';
  if (api?.type === 'AWS::Serverless::WebSocketApi') return 'WEBSOCKET';
  const node = api && propertyAt(template, api, 'ProtocolType');
  return node && knownText(evaluate(node, { template }))?.toUpperCase();
}

function apiOf(resource: Resource, template: Template): Resource | undefined {
  const node = propertyAt(template, resource, 'ApiId');
  const [reference] = node ? [...referencesIn(node)] : [];
  return reference && template.resources.get(reference.name);
}

const isWebSocket: Test = ({ resource, template }) => protocolOf(resource, template) === 'WEBSOCKET';
const isHttp: Test = (place) => !isWebSocket(place);

/** One sighting for each route that leads to the integration; a single one for all routes when the template shows none. */
function integrations(...when: readonly Test[]): TriggerRow['find'] {
  const found = at({ at: 'IntegrationUri', when: [absent('CredentialsArn'), ...when], others: true });
  return (resource, template) =>
    found(resource, template).flatMap((sighting) =>
      routeArns(resource, template).map((source): Sighting => ({ ...sighting, source })),
    );
}

function routeArns(integration: Resource, template: Template): readonly SymbolicString[] {
  const apiNode = propertyAt(template, integration, 'ApiId');
  const api = apiNode && canonicalValue(apiNode, template);
  const routes = template.ofTypes(ROUTE).filter((route) => leadsTo(route, integration, template));
  if (routes.length === 0) return [executeApiArn(api, '*')];
  return routes.map((route) => {
    const key = propertyAt(template, route, 'RouteKey');
    return executeApiArn(api, presentedRoute(key && knownText(evaluate(key, { template }))));
  });
}

const ROUTE: ReadonlySet<string> = new Set(['AWS::ApiGatewayV2::Route']);

function leadsTo(route: Resource, integration: Resource, template: Template): boolean {
  const target = propertyAt(template, route, 'Target');
  return target !== undefined && [...referencesIn(target)].some(({ name }) => name === integration.logicalId);
}

/** Any stage, and what stands behind it: `*` `/GET/pets`, or the route key of a WebSocket API and of `$default`. */
export function presentedRoute(routeKey: string | undefined): string {
  if (routeKey === undefined) return '*';
  const [method = '', path] = routeKey.trim().split(/\s+/);
  return path === undefined ? `*/${method}` : `*/${presentedMethod(method)}${presentedPath(path)}`;
}

/** Quick create makes one route, `$default` unless the API names another. */
const quickCreateArn: Source = ({ resource, template }) => {
  const key = propertyAt(template, resource, 'RouteKey');
  const route = presentedRoute(key ? knownText(evaluate(key, { template })) : '$default');
  return executeApiArn(referenceTo(resource.logicalId), route);
};

function withCredentials(id: string, title: string, docsUrl: string): TriggerDefinition {
  return calledWithRole('apigateway.amazonaws.com', { id, title, docsUrl, reason: WITH_CREDENTIALS });
}

export const apiGatewayV2: readonly TriggerRow[] = [
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'apigwv2-integration-http',
      title: 'API Gateway integration (HTTP API)',
      docsUrl: HTTP_DOCS,
    }),
    types: ['AWS::ApiGatewayV2::Integration'],
    find: integrations(isHttp),
  },
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'apigwv2-integration-websocket',
      title: 'API Gateway integration (WebSocket API)',
      docsUrl: WEBSOCKET_DOCS,
    }),
    types: ['AWS::ApiGatewayV2::Integration'],
    find: integrations(isWebSocket),
  },
  {
    definition: withCredentials('apigwv2-integration-credentials', 'API Gateway integration with credentials', HTTP_DOCS),
    types: ['AWS::ApiGatewayV2::Integration'],
    find: at({ at: 'IntegrationUri', when: [present('CredentialsArn')], role: 'CredentialsArn', others: true }),
  },
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'apigwv2-quick-create',
      title: 'API Gateway quick create (HTTP API)',
      docsUrl: HTTP_DOCS,
    }),
    types: ['AWS::ApiGatewayV2::Api'],
    find: at({ at: 'Target', when: [absent('CredentialsArn')], source: quickCreateArn, others: true }),
  },
  {
    definition: withCredentials('apigwv2-quick-create-credentials', 'API Gateway quick create with credentials', HTTP_DOCS),
    types: ['AWS::ApiGatewayV2::Api'],
    find: at({ at: 'Target', when: [present('CredentialsArn')], role: 'CredentialsArn', others: true }),
  },
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'apigwv2-authorizer',
      title: 'API Gateway Lambda authorizer (HTTP or WebSocket API)',
      docsUrl: AUTHORIZER_DOCS,
    }),
    types: ['AWS::ApiGatewayV2::Authorizer'],
    find: at({
      at: 'AuthorizerUri',
      when: [is('AuthorizerType', 'REQUEST'), absent('AuthorizerCredentialsArn')],
      source: authorizerArn('ApiId'),
    }),
  },
  {
    definition: withCredentials(
      'apigwv2-authorizer-credentials',
      'API Gateway Lambda authorizer with credentials',
      AUTHORIZER_DOCS,
    ),
    types: ['AWS::ApiGatewayV2::Authorizer'],
    find: at({ at: 'AuthorizerUri', when: [present('AuthorizerCredentialsArn')], role: 'AuthorizerCredentialsArn' }),
  },
];
