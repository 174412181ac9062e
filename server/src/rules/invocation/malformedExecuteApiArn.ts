import { draftOf } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { setEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type ExecuteApiMistake, executeApiMistake } from '../support/executeApiMistakes.ts';
import { propertySpan, servicePrincipal, writtenPermissions } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly permission: InvokePermission;
  readonly mistake: ExecuteApiMistake;
}

const FROM_API = `${WORKER}  FromApi:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub `;

const API = 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:a1b2c3d4e5';

/** A permission for API Gateway whose source ARN no call can carry. */
export const malformedExecuteApiArn = defineRule<Found>({
  id: 'malformed-execute-api-arn',
  severity: 'error',
  outcome: 'trigger-silent',
  docs: {
    summary: 'The source ARN of a permission for API Gateway can never match.',
    why:
      'API Gateway calls with an ARN of the form arn:aws:execute-api:Region:account:api-id/stage/METHOD/path. Variables of the path, a lower-case ' +
      'method, a URL or the logical id of the API are compared letter by letter and never match: the API answers 500.',
    url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html',
    aka: [],
    bad: [
      `${FROM_API}${API}/*/GET/orders/{id}
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This source ARN never matches: {id} stands for
`,
      `${FROM_API}${API}/prod/get/orders
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This source ARN never matches: methods are in capitals
`,
    ],
    good: [`${FROM_API}${API}/*/GET/orders/*\n`, `${FROM_API}${API}/*\n`],
  },

  scope: 'permission',

  *find(analysis) {
    const { template } = analysis;
    if (!template) return;
    for (const permission of writtenPermissions(analysis)) {
      if (servicePrincipal(permission) !== 'apigateway.amazonaws.com' || !permission.sourceArn) continue;
      const mistake = executeApiMistake(permission.sourceArn, template);
      if (mistake) yield { permission, mistake };
    }
  },

  diagnose: ({ permission, mistake }) => ({
    span: propertySpan(permission, 'SourceArn'),
    severity: mistake.isDisputed ? 'warning' : 'error',
    message:
      `This source ARN never matches: ${mistake.why}. ${permission.logicalId} lets no call of the API in, and the API answers 500.` +
      (mistake.meant ? ` Write ${display(mistake.meant)}.` : ' Write arn:…:execute-api:Region:account:api-id/stage/METHOD/path.'),
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      ...(mistake.meant ? { suggestion: display(mistake.meant) } : {}),
      ...(permission.target.logicalId === undefined ? {} : { function: permission.target.logicalId }),
    },
  }),

  fix: ({ permission: { resource }, mistake: { meant } }, { tree }) => {
    const draft = meant && draftOf(meant);
    if (!resource.properties || draft === undefined || !meant) return [];
    return [
      {
        title: `Replace with ${display(meant)}`,
        preferred: true,
        edits: [setEntry(tree, resource.properties, 'SourceArn', draft)],
      },
    ];
  },
});
