import type { Analysis } from '../../analysis/index.ts';
import { argumentItems, evaluate, intrinsicOf, type Template } from '../../cloudformation/index.ts';
import type { Invoker } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { alternatives, coversIgnoringCase, type Guard, knownText, literal, onlyHole } from '../../symbolic/index.ts';
import { literalText, type SyntaxNode } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { URL_GRANTS } from '../support/functionUrls.ts';
import { addUrlGrantFix } from '../support/permissionFix.ts';
import { writtenPermissionsFor } from '../support/permissions.ts';

const worker = (authType: string, mark = ''): string => `Transform: AWS::Serverless-2016-10-31
Conditions:
  IsPublic: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {};
      FunctionUrlConfig:
        AuthType: ${authType}
${mark}`;

/** The authentication type of a SAM function's URL is computed, and may turn out as NONE. */
export const computedUrlAuthType = defineRule<Invoker>({
  id: 'computed-url-auth-type',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'SAM makes no permissions for a function URL whose AuthType is computed.',
    why:
      'SAM looks at the text of AuthType before parameters and conditions have a value. Only for NONE in plain text it makes the two permissions ' +
      'that let everybody call the URL. Where an expression turns out as NONE, the URL is there, and its callers get 403 Forbidden.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-functionurlconfig.html',
    aka: [],
    bad: [
      worker(
        '!If [IsPublic, NONE, AWS_IAM]',
        '        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Where AuthType of Worker turns out as NONE\n',
      ),
    ],
    good: [worker('NONE'), worker('AWS_IAM')],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find(analysis) {
    const { template, permissions } = analysis;
    if (!template) return;
    for (const invoker of permissions.functions.flatMap(({ invokers }) => invokers)) {
      const { definition, resource, node } = invoker.trigger;
      const isComputed = definition.id === 'function-url' && resource.type === 'AWS::Serverless::Function' && intrinsicOf(node);
      if (isComputed && invoker.verdict === 'unknown' && mayBeNone(node, template) && !isPermitted(invoker, analysis))
        yield invoker;
    }
  },

  diagnose: ({ trigger: { node, target } }) => ({
    span: node.outerSpan,
    message:
      `Where AuthType of ${target.logicalId} turns out as NONE, callers of its URL get 403 Forbidden: SAM makes the permissions for everybody only ` +
      'for NONE in plain text. Add the two permissions under the same condition.',
    subject: {
      ...(target.logicalId === undefined ? {} : { function: target.logicalId }),
      principal: '*',
      actions: URL_GRANTS.map(({ action }) => action),
    },
  }),

  fix: ({ trigger }, analysis) => {
    const guard = guardOfNone(trigger.node);
    return guard ? addUrlGrantFix({ ...trigger, guard: [...trigger.guard, ...guard] }, URL_GRANTS, analysis) : [];
  },
});

/** Of a parameter, only what the template itself says of its values counts. */
function mayBeNone(node: SyntaxNode, template: Template): boolean {
  const value = evaluate(node, { template });
  const hole = onlyHole(value);
  const usual = hole?.kind === 'parameter' ? template.parameters.get(hole.name)?.defaultValue : undefined;
  return usual === 'NONE' || alternatives(value).some((one) => knownText(one) === 'NONE');
}

function isPermitted({ trigger: { target } }: Invoker, analysis: Analysis): boolean {
  return writtenPermissionsFor(target.logicalId ?? '', analysis).some(
    ({ action }) => coversIgnoringCase(action, literal('lambda:InvokeFunctionUrl')) === 'yes',
  );
}

/** The condition that makes it NONE, where it is one condition between plain texts. */
function guardOfNone(node: SyntaxNode): Guard | undefined {
  const call = intrinsicOf(node);
  const [condition, ...branches] = (call?.name === 'Fn::If' && argumentItems(call)) || [];
  const name = literalText(condition);
  const at = branches.map(literalText).indexOf('NONE');
  return name === undefined || at < 0 ? undefined : [{ condition: name, holds: at === 0 }];
}
