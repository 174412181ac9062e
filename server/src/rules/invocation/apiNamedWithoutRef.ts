import { child, literalText, type ScalarNode } from '../../syntax/index.ts';
import { ref, replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { hasOwnPermission, type PushedEvent, pushedEventsOf, SAM_FUNCTION } from '../support/samEvents.ts';
import { SAM_WORKER } from '../support/samples.ts';

interface Found {
  readonly event: PushedEvent;
  readonly node: ScalarNode;
}

/** The property by which an event names its API, and the types that it may be. */
const APIS = [
  { event: 'Api', property: 'RestApiId', types: ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'] },
  { event: 'HttpApi', property: 'ApiId', types: ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api'] },
];

const worker = (api: string, mark: string): string => `${SAM_WORKER}        Get:
          Type: Api
          Properties:
            RestApiId: ${api}
${mark}            Method: GET
            Path: /orders
  Orders:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
`;

/** An event of SAM names its API by the logical id in plain text. */
export const apiNamedWithoutRef = defineRule<Found>({
  id: 'api-named-without-ref',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'An Api or HttpApi event of SAM names its API without !Ref.',
    why:
      'With the logical id in plain text SAM finds the API and adds the route, but it writes the same text into the source ARN of the permission, ' +
      'where the id of the API belongs. API Gateway presents the id, so the permission lets no call in, and the API answers 500.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html',
    aka: [],
    bad: [worker('Orders', '            #          ^^^^^^ SAM lets no call of Orders in\n')],
    good: [worker('!Ref Orders', '')],
  },

  scope: 'resource',
  types: SAM_FUNCTION,

  *find(analysis) {
    const { template } = analysis;
    if (!template) return;
    for (const { event: type, property, types } of APIS) {
      for (const event of pushedEventsOf(analysis, type)) {
        const node = child(event.properties, property);
        const api = template.resources.get(literalText(node) ?? '');
        const isApi = api !== undefined && types.includes(api.type);
        if (isApi && node?.kind === 'scalar' && !hasOwnPermission(event, analysis)) yield { event, node };
      }
    }
  },

  diagnose: ({ event: { owner, invoker }, node }) => ({
    span: node.outerSpan,
    message:
      `SAM lets no call of ${node.text} in: it takes this plain text for the id of the API and writes it into the source ARN of the permission. ` +
      `The API answers 500 “Internal Server Error”. Write !Ref ${node.text}.`,
    subject: {
      function: owner.fn.logicalId,
      trigger: invoker.trigger.name,
      principal: 'apigateway.amazonaws.com',
      suggestion: node.text,
    },
  }),

  fix: ({ node }, { tree }) => [
    { title: `Refer to ${node.text}`, preferred: true, edits: [replaceValue(tree, node, ref(node.text))] },
  ],
});
