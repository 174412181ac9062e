import { evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { childAt, itemsOf, literalText, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { InvokePermission } from '../model.ts';
import { attributeOf, samPermission, sub } from './draft.ts';

const GRAPHQL_APIS: ReadonlySet<string> = new Set(['AWS::Serverless::GraphQLApi']);

/**
 * The permissions that SAM makes for the Lambda authorizers of its GraphQL APIs: by a connector for each, numbered from 1, which does not
 * take over the API's condition. Source: github.com/aws/serverless-application-model, samtranslator/model/sam_resources.py, SamGraphQLApi.
 */
export function graphQlPermissions(template: Template): readonly InvokePermission[] {
  return template
    .ofTypes(GRAPHQL_APIS)
    .flatMap((resource) =>
      authorizersOf(resource, template).map((functionNode, i) => permissionFor(functionNode, i + 1, resource, template)),
    );
}

/** What the authorizers of a GraphQL API name as their functions: the API's first, then the additional ones. */
function authorizersOf(resource: Resource, template: Template): readonly SyntaxNode[] {
  const auth = propertyAt(template, resource, 'Auth');
  return [auth, ...itemsOf(childAt(auth, 'Additional'))].flatMap((one) => {
    const uri = childAt(one, 'LambdaAuthorizer', 'AuthorizerUri');
    return uri && literalText(childAt(one, 'Type')) === 'AWS_LAMBDA' ? [uri] : [];
  });
}

function permissionFor(functionNode: SyntaxNode, n: number, resource: Resource, template: Template): InvokePermission {
  const { logicalId } = resource;
  return samPermission({
    logicalId: `${logicalId}ToLambdaAuthConnector${n}WriteLambdaPermission`,
    resource,
    target: functionReference(evaluate(functionNode, { template }), template),
    principal: 'appsync.amazonaws.com',
    sourceArn: sub('arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${__Id__}', template, {
      __Id__: attributeOf(logicalId, 'ApiId'),
    }),
    guard: [],
  });
}
