import { evaluate, guardOf, propertyAt, propertyNodes, type Resource, type Template } from '../../cloudformation/index.ts';
import { fact } from '../../incremental/facts.ts';
import { concat, literal, type SymbolicString } from '../../symbolic/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { InvokePermission } from '../model.ts';
import { webSocketAuthorizerPermission } from './authorizers.ts';
import { samPermission, sub } from './draft.ts';

/** A route of an `AWS::Serverless::WebSocketApi`. */
export interface WebSocketRoute {
  readonly resource: Resource;
  /** `$connect`, `sendMessage` … */
  readonly key: string;
  readonly functionNode: SyntaxNode;
}

/** The routes of a template's SAM WebSocket APIs that name a function. */
export function webSocketRoutes(template: Template): readonly WebSocketRoute[] {
  return webSocketApis(template).flatMap((resource) => routesOf(template, resource));
}

const routesOf = fact((template: Template, resource: Resource): readonly WebSocketRoute[] =>
  propertyNodes(template, resource, 'Routes').flatMap((routes) =>
    (routes.kind === 'mapping' ? routes.entries : []).flatMap(({ key, value }) => {
      const functionNode = child(value, 'FunctionArn');
      return functionNode ? [{ resource, key: key.text, functionNode }] : [];
    }),
  ),
);

const WEB_SOCKET_API: ReadonlySet<string> = new Set(['AWS::Serverless::WebSocketApi']);

function webSocketApis(template: Template): readonly Resource[] {
  return template.ofTypes(WEB_SOCKET_API);
}

/**
 * The permissions that SAM makes for WebSocket APIs: one for each route, one for the authorizer.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/api/websocket_api_generator.py.
 */
export function webSocketPermissions(template: Template): readonly InvokePermission[] {
  const routes = webSocketRoutes(template).map((route) => routePermission(template, route));
  const authorizers = webSocketApis(template).map((resource) => authorizerPermission(template, resource));
  return [...routes, ...authorizers.filter((permission) => permission !== undefined)];
}

const authorizerPermission = fact((template: Template, resource: Resource) => webSocketAuthorizerPermission(resource, template));

const routePermission = fact(
  (template: Template, { resource, key, functionNode }: WebSocketRoute): InvokePermission =>
    samPermission({
      logicalId: `${resource.logicalId}${capitalised(key.replace(/^\$(?=(?:connect|disconnect|default)$)/, ''))}Permission`,
      resource,
      target: functionReference(evaluate(functionNode, { template }), template),
      principal: 'apigateway.amazonaws.com',
      sourceArn: concat([
        sub(`arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${resource.logicalId}.ApiId}/`, template),
        stageOf(resource, template),
        `/${key}`,
      ]),
      guard: guardOf(resource),
    }),
);

/** The stage that SAM deploys a WebSocket API to. */
function stageOf(resource: Resource, template: Template): SymbolicString {
  const node = propertyAt(template, resource, 'StageName');
  return node ? evaluate(node, { template }) : literal('default');
}

/** As Python's `capitalize`: the first letter large, all others small. */
function capitalised(key: string): string {
  return key.slice(0, 1).toUpperCase() + key.slice(1).toLowerCase();
}
