import type { Invoker } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { defineRule } from '../rule.ts';
import { hasAuthMismatch, isHalfGranted, missingUrlGrants } from '../support/functionUrls.ts';
import { addUrlGrantFix } from '../support/permissionFix.ts';
import { WORKER } from '../support/samples.ts';

const URL_AND_GRANT = `  WorkerUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !GetAtt Worker.Arn
      #                  ^^^^^^^^^^^^^^^^^^ Callers of the URL of Worker get 403
      AuthType: NONE
  WorkerUrlPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunctionUrl
      Principal: "*"
      FunctionUrlAuthType: NONE
`;

/** One of the two permissions of a function URL is there, the other is not. */
export const incompleteFunctionUrlPermission = defineRule<Invoker>({
  id: 'incomplete-function-url-permission',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'One of the two permissions that a function URL needs is missing.',
    why:
      'Since October 2025 a caller of a function URL needs lambda:InvokeFunctionUrl and lambda:InvokeFunction. With only one of them, the ' +
      'URL answers 403 Forbidden. The condition InvokedViaFunctionUrl keeps the second from opening the function to other calls.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    aka: [],
    bad: [`${WORKER}${URL_AND_GRANT}`],
    good: [
      `${WORKER}${URL_AND_GRANT.replace(/^.*\^.*\n/m, '')}  WorkerUrlInvokePermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: "*"
      InvokedViaFunctionUrl: true
`,
    ],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find(analysis) {
    for (const { invokers } of analysis.permissions.functions)
      yield* invokers.filter(
        (invoker) => isHalfGranted(invoker) && missingUrlGrants(invoker).length === 1 && !hasAuthMismatch(invoker, analysis),
      );
  },

  diagnose: (invoker) => {
    const { trigger, grantedBy } = invoker;
    const { logicalId } = trigger.target;
    const { principal } = trigger.definition;
    const missing = missingUrlGrants(invoker).map(({ action }) => action);
    return {
      span: trigger.span,
      message:
        `Callers of the URL of ${logicalId} get 403 Forbidden: it needs lambda:InvokeFunctionUrl and lambda:InvokeFunction, and ` +
        `${missing.join()} is not granted. Add a permission for it.`,
      subject: {
        ...(logicalId === undefined ? {} : { function: logicalId }),
        ...(principal === undefined ? {} : { principal }),
        trigger: trigger.name,
        actions: missing,
      },
      related: grantedBy
        .filter(({ origin }) => origin === 'template')
        .map(({ resource, logicalId: id }) => ({ span: resource.nameSpan, message: `${id} grants only the other action.` })),
    };
  },

  fix: (invoker, analysis) => addUrlGrantFix(invoker.trigger, missingUrlGrants(invoker), analysis),
});
