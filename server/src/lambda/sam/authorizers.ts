import { evaluate, guardOf, propertyAt, propertyNodes, type Resource, type Template } from '../../cloudformation/index.ts';
import { documentFact, fact, sameItems } from '../../incremental/facts.ts';
import type { Guard } from '../../symbolic/index.ts';
import { child, childAt, literalText, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { InvokePermission } from '../model.ts';
import { eventsOfImplicitApi, IMPLICIT_API } from './api.ts';
import { attributeOf, samPermission, sub } from './draft.ts';

/** A Lambda authorizer in the `Auth` of a SAM API. */
export interface SamAuthorizer {
  /** The API's logical id; SAM's own for the implicit API. */
  readonly api: string;
  readonly apiType: 'Api' | 'HttpApi';
  /** The API, or the first function with an event of the implicit one. */
  readonly resource: Resource;
  readonly guard: Guard;
  readonly name: string;
  /** `FunctionArn`. */
  readonly functionNode: SyntaxNode;
  /** Whether SAM makes a permission for it. */
  readonly isPermitted: boolean;
}

/** The Lambda authorizers of a template's SAM APIs, the implicit ones and `Globals` included. */
export const samAuthorizers = documentFact((template: Template): readonly SamAuthorizer[] => {
  if (!template.usesSam) return [];
  const explicit = template.ofTypes(API_TYPE_NAMES).flatMap((resource) => explicitAuthorizers(template, resource));
  return [...explicit, ...implicitAuthorizers(template)];
}, sameItems);

const API_TYPES: ReadonlyMap<string, 'Api' | 'HttpApi'> = new Map([
  ['AWS::Serverless::Api', 'Api'],
  ['AWS::Serverless::HttpApi', 'HttpApi'],
]);

const API_TYPE_NAMES: ReadonlySet<string> = new Set(API_TYPES.keys());

const explicitAuthorizers = fact((template: Template, resource: Resource): readonly SamAuthorizer[] => {
  const apiType = API_TYPES.get(resource.type);
  if (!apiType) return [];
  const nodes = propertyNodes(template, resource, 'Auth', 'Authorizers');
  return readAuthorizers(nodes, { api: resource.logicalId, apiType, resource, guard: guardOf(resource) });
});

const implicitAuthorizers = documentFact((template: Template): readonly SamAuthorizer[] => {
  return [...API_TYPES.values()].flatMap((apiType) => {
    const [first, ...others] = eventsOfImplicitApi(template, apiType);
    const authorizers = childAt(template.globals, apiType, 'Auth', 'Authorizers');
    if (!first || !authorizers) return [];
    // The implicit API only vanishes with the last function that has an event of it.
    const guard = others.length === 0 ? first.fn.guard : [];
    return readAuthorizers([authorizers], { api: IMPLICIT_API[apiType], apiType, resource: first.fn.resource, guard });
  });
});

function readAuthorizers(
  nodes: readonly SyntaxNode[],
  api: Pick<SamAuthorizer, 'api' | 'apiType' | 'resource' | 'guard'>,
): readonly SamAuthorizer[] {
  const byName = new Map<string, SamAuthorizer>();
  for (const node of nodes) {
    for (const { key, value } of node.kind === 'mapping' ? node.entries : []) {
      const functionNode = child(value, 'FunctionArn');
      if (!functionNode) continue;
      byName.set(key.text, { ...api, name: key.text, functionNode, isPermitted: isPermitted(value, api.apiType) });
    }
  }
  return [...byName.values()];
}

/** A REST API lets its authorizers in unless it is told not to; an HTTP API only when it is told to. */
function isPermitted(authorizer: SyntaxNode | undefined, apiType: 'Api' | 'HttpApi'): boolean {
  if (apiType === 'Api') return literalText(child(authorizer, 'DisableFunctionDefaultPermissions')) !== 'true';
  return literalText(child(authorizer, 'EnableFunctionDefaultPermissions')) === 'true';
}

/**
 * The permissions that SAM makes for the Lambda authorizers of its APIs.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/api/api_generator.py and apiv2_generator.py.
 */
export function authorizerPermissions(template: Template): readonly InvokePermission[] {
  return samAuthorizers(template)
    .filter(({ isPermitted }) => isPermitted)
    .map((authorizer) => authorizerPermission(template, authorizer));
}

const authorizerPermission = fact((template: Template, authorizer: SamAuthorizer): InvokePermission => {
  const { api, name, functionNode, resource, guard } = authorizer;
  return samPermission({
    logicalId: `${api}${name}AuthorizerPermission`,
    resource,
    target: functionReference(evaluate(functionNode, { template }), template),
    principal: 'apigateway.amazonaws.com',
    sourceArn: authorizerArn(api, template),
    guard,
  });
});

function authorizerArn(api: string, template: Template) {
  return sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__Api__}/authorizers/*', template, {
    __Api__: attributeOf(api),
  });
}

/** The permission for the authorizer of a SAM WebSocket API, which needs none when it names a role. */
export function webSocketAuthorizerPermission(resource: Resource, template: Template): InvokePermission | undefined {
  const auth = (key: string): SyntaxNode | undefined => propertyAt(template, resource, 'Auth', key);
  const functionNode = auth('AuthArn');
  if (literalText(auth('AuthType')) !== 'CUSTOM' || auth('InvokeRole') || !functionNode) return undefined;
  return samPermission({
    logicalId: `${resource.logicalId}AuthorizerPermission`,
    resource,
    target: functionReference(evaluate(functionNode, { template }), template),
    principal: 'apigateway.amazonaws.com',
    sourceArn: authorizerArn(resource.logicalId, template),
    guard: guardOf(resource),
  });
}
