import { argumentText, getAttPath, intrinsicOf, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { concat, knownText, type SymbolicString } from '../../symbolic/index.ts';
import { absent, present } from './places.ts';
import { at, calledBy, calledWithRole, canonicalValue, type TriggerRow } from './row.ts';
import { executeApiArn, presentedMethod, presentedPath, referenceTo, type Source } from './sources.ts';

const docsUrl =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html';

export const apiGatewayRest: readonly TriggerRow[] = [
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'apigw-rest-method',
      title: 'API Gateway method (REST API)',
      docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html',
    }),
    types: ['AWS::ApiGateway::Method'],
    find: at({ at: 'Integration.Uri', when: [absent('Integration.Credentials')], source: methodArn, others: true }),
  },
  {
    definition: calledWithRole('apigateway.amazonaws.com', {
      id: 'apigw-rest-method-credentials',
      title: 'API Gateway method (REST API) with credentials',
      docsUrl,
      reason:
        "API Gateway calls with the integration's credentials: that role, or the caller, must be allowed lambda:InvokeFunction.",
    }),
    types: ['AWS::ApiGateway::Method'],
    find: at({
      at: 'Integration.Uri',
      when: [present('Integration.Credentials')],
      role: 'Integration.Credentials',
      others: true,
    }),
  },
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'apigw-rest-authorizer',
      title: 'API Gateway Lambda authorizer (REST API)',
      docsUrl: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
    }),
    types: ['AWS::ApiGateway::Authorizer'],
    find: at({ at: 'AuthorizerUri', when: [absent('AuthorizerCredentials')], source: authorizerArn('RestApiId'), others: true }),
  },
  {
    definition: calledWithRole('apigateway.amazonaws.com', {
      id: 'apigw-rest-authorizer-credentials',
      title: 'API Gateway Lambda authorizer (REST API) with credentials',
      docsUrl: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
      reason: "API Gateway calls with the authorizer's credentials, a role that must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::ApiGateway::Authorizer'],
    find: at({
      at: 'AuthorizerUri',
      when: [present('AuthorizerCredentials')],
      role: 'AuthorizerCredentials',
      others: true,
    }),
  },
];

/** What API Gateway presents for the authorizer that is the resource; `apiProperty` names the API. */
export function authorizerArn(apiProperty: string): Source {
  return ({ resource, template }) => {
    const api = propertyAt(template, resource, apiProperty);
    const id = concat(['authorizers/', referenceTo(resource.logicalId)]);
    return executeApiArn(api && canonicalValue(api, template), id);
  };
}

function methodArn({ resource, template }: Parameters<Source>[0]): SymbolicString {
  const api = propertyAt(template, resource, 'RestApiId');
  const method = propertyAt(template, resource, 'HttpMethod');
  const verb = method && knownText(canonicalValue(method, template));
  const path = pathOf(resource, template, 'ResourceId');
  const rest = `*/${verb === undefined ? '*' : presentedMethod(verb)}${path ?? '/*'}`;
  return executeApiArn(api && canonicalValue(api, template), rest);
}

const DEEPEST = 40;

/** The path that a resource's parent property leads to; `undefined` when some part of it is not known. */
function pathOf(resource: Resource, template: Template, property: string, depth = 0): string | undefined {
  const node = propertyAt(template, resource, property);
  const call = node && intrinsicOf(node);
  if (!call || depth > DEEPEST) return undefined;
  if (getAttPath(call)?.attribute === 'RootResourceId') return '/';
  const parent = call.name === 'Ref' ? template.resources.get(argumentText(call) ?? '') : undefined;
  if (parent?.type !== 'AWS::ApiGateway::Resource') return undefined;
  const above = pathOf(parent, template, 'ParentId', depth + 1);
  const partNode = propertyAt(template, parent, 'PathPart');
  const part = partNode && knownText(canonicalValue(partNode, template));
  return above === undefined || part === undefined ? undefined : presentedPath(`${above === '/' ? '' : above}/${part}`);
}
