import {
  branchesOf,
  canonical,
  evaluate,
  guardOf,
  propertyAt,
  type Resource,
  type Template,
} from '../../cloudformation/index.ts';
import { concat, conjoin, contradicts, type Guard, literal } from '../../symbolic/index.ts';
import { child, literalText, type SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import { type SamAuthorizer, samAuthorizers, webSocketRoutes } from '../sam/index.ts';
import { absent, is, placesAt, present } from './places.ts';
import { at, calledBy, calledWithRole, needsNothing, nowhere, type Sighting, type TriggerRow } from './row.ts';
import { arn, executeApiArn, referenceTo } from './sources.ts';

const SAM = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/';

const GRAPHQL_DOCS = `${SAM}sam-resource-graphqlapi.html`;
const DATA_SOURCE = 'DataSources.Lambda.*.FunctionArn';

const AUTHORIZER_WITH_ROLE = calledWithRole('apigateway.amazonaws.com', {
  id: 'sam-api-authorizer-role',
  title: 'Lambda authorizer of a SAM API with a role',
  docsUrl: `${SAM}serverless-controlling-access-to-apis-lambda-authorizer.html`,
  reason: "API Gateway calls with the authorizer's role, which must allow lambda:InvokeFunction.",
});

export const samApis: readonly TriggerRow[] = [
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'sam-api-authorizer',
      title: 'Lambda authorizer of a SAM API',
      docsUrl: `${SAM}serverless-controlling-access-to-apis-lambda-authorizer.html`,
    }),
    types: ['AWS::Serverless::Api', 'AWS::Serverless::Function', 'AWS::Serverless::HttpApi'],
    find: authorizers,
  },
  { definition: AUTHORIZER_WITH_ROLE, types: [], find: nowhere },
  {
    definition: calledBy('appsync.amazonaws.com', {
      id: 'sam-graphqlapi-authorizer',
      title: 'Lambda authorizer of a SAM GraphQL API',
      docsUrl: GRAPHQL_DOCS,
    }),
    types: ['AWS::Serverless::GraphQLApi'],
    find: (resource, template) =>
      ['Auth', 'Auth.Additional[]'].flatMap((auth) =>
        at({
          at: `${auth}.LambdaAuthorizer.AuthorizerUri`,
          when: [is(`${auth}.Type`, 'AWS_LAMBDA')],
          source: arn('arn:{P}:appsync:{R}:{A}:apis/{.ApiId}'),
        })(resource, template),
      ),
  },
  {
    definition: needsNothing({
      id: 'sam-graphqlapi-datasource',
      title: 'Lambda data source of a SAM GraphQL API',
      docsUrl: GRAPHQL_DOCS,
      reason: 'SAM gives the data source a role of its own that may call the function.',
    }),
    types: ['AWS::Serverless::GraphQLApi'],
    find: at({ at: DATA_SOURCE, when: [absent('DataSources.Lambda.*.ServiceRoleArn')] }),
  },
  {
    definition: calledWithRole('appsync.amazonaws.com', {
      id: 'sam-graphqlapi-datasource-role',
      title: 'Lambda data source of a SAM GraphQL API with a role',
      docsUrl: GRAPHQL_DOCS,
      reason: "AppSync calls with the data source's service role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::Serverless::GraphQLApi'],
    find: at({
      at: DATA_SOURCE,
      when: [present('DataSources.Lambda.*.ServiceRoleArn')],
      role: 'DataSources.Lambda.*.ServiceRoleArn',
    }),
  },
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'sam-websocket-authorizer',
      title: 'Lambda authorizer of a SAM WebSocket API',
      docsUrl: `${SAM}sam-resource-websocketapi.html`,
    }),
    types: ['AWS::Serverless::WebSocketApi'],
    find: webSocketAuthorizers,
  },
  {
    definition: calledBy('apigateway.amazonaws.com', {
      id: 'sam-websocket-route',
      title: 'Route of a SAM WebSocket API',
      docsUrl: `${SAM}sam-resource-websocketapi.html`,
    }),
    types: ['AWS::Serverless::WebSocketApi'],
    find: routes,
  },
];

function authorizers(resource: Resource, template: Template): readonly Sighting[] {
  return samAuthorizers(template)
    .filter((authorizer) => authorizer.resource === resource)
    .flatMap((authorizer) => authorizerSightings(authorizer, template));
}

function authorizerSightings({ api, name, functionNode, guard }: SamAuthorizer, template: Template): readonly Sighting[] {
  const role = child(functionNode.parent, 'FunctionInvokeRole');
  const caller =
    role && literalText(role) !== 'NONE'
      ? { role, definition: AUTHORIZER_WITH_ROLE }
      : { source: executeApiArn(referenceTo(api), 'authorizers/*') };
  return functionsNamed(functionNode, guard, template).map((found) => ({
    ...found,
    ...caller,
    property: `Auth.Authorizers.${name}.FunctionArn`,
  }));
}

/** The functions that a value names, by condition. */
function functionsNamed(
  value: SyntaxNode,
  guard: Guard,
  template: Template,
): readonly Pick<Sighting, 'node' | 'guard' | 'target'>[] {
  return branchesOf(value).flatMap((branch) => {
    const { node } = branch;
    if (!node || contradicts(guard, branch.guard)) return [];
    const target = functionReference(evaluate(node, { template }), template);
    return [{ node, target, guard: conjoin(guard, branch.guard) }];
  });
}

function webSocketAuthorizers(resource: Resource, template: Template): readonly Sighting[] {
  const auth = (key: string): SyntaxNode | undefined => propertyAt(template, resource, 'Auth', key);
  if (literalText(auth('AuthType')) !== 'CUSTOM') return [];
  const role = auth('InvokeRole');
  return placesAt(resource, template, 'Auth.AuthArn').map(({ node, guard, property }) => {
    const target = functionReference(evaluate(node, { template }), template);
    const found = { node, guard, property, target };
    if (role) return { ...found, role, definition: AUTHORIZER_WITH_ROLE };
    return { ...found, source: executeApiArn(referenceTo(resource.logicalId), 'authorizers/*') };
  });
}

function routes(resource: Resource, template: Template): readonly Sighting[] {
  const stage = propertyAt(template, resource, 'StageName');
  const stageName = stage ? canonical(evaluate(stage, { template }), template) : literal('default');
  return webSocketRoutes(template)
    .filter((route) => route.resource === resource)
    .flatMap(({ key, functionNode }) =>
      functionsNamed(functionNode, guardOf(resource), template).map((found) => ({
        ...found,
        property: `Routes.${key}.FunctionArn`,
        source: executeApiArn(referenceTo(resource.logicalId), concat([stageName, `/${key}`])),
      })),
    );
}
