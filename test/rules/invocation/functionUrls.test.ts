import { test } from 'vitest';
import { functionUrlAuthMismatch } from '../../../server/src/rules/invocation/functionUrlAuthMismatch.ts';
import { incompleteFunctionUrlPermission } from '../../../server/src/rules/invocation/incompleteFunctionUrlPermission.ts';
import { missingInvokePermission } from '../../../server/src/rules/invocation/missingInvokePermission.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const WITH_URL = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
  WorkerUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !GetAtt Worker.Arn
      AuthType: NONE
`;

const permission = (id: string, rest: string): string => `  ${id}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
${rest}`;

const URL_GRANT = permission(
  'WorkerUrlPermission',
  `      Action: lambda:InvokeFunctionUrl
      Principal: "*"
      FunctionUrlAuthType: NONE
`,
);

const INVOKE_GRANT = permission(
  'WorkerUrlInvokePermission',
  `      Action: lambda:InvokeFunction
      Principal: "*"
      InvokedViaFunctionUrl: true
`,
);

test('the second grant is added', () => {
  checkFix(incompleteFunctionUrlPermission, WITH_URL + URL_GRANT, WITH_URL + INVOKE_GRANT + URL_GRANT);
});

test('one finding for each mistake', () => {
  checkRule(missingInvokePermission, WITH_URL + URL_GRANT);
  checkRule(incompleteFunctionUrlPermission, WITH_URL);
  checkRule(incompleteFunctionUrlPermission, WITH_URL + URL_GRANT + INVOKE_GRANT);
});

test('the type of the permission becomes that of the URL', () => {
  const wrong = URL_GRANT.replace('AuthType: NONE', 'AuthType: AWS_IAM');
  checkRule(missingInvokePermission, WITH_URL + wrong + INVOKE_GRANT);
  checkFix(functionUrlAuthMismatch, WITH_URL + wrong + INVOKE_GRANT, WITH_URL + URL_GRANT + INVOKE_GRANT);
});

test('an authentication type beside another action', () => {
  checkFix(
    functionUrlAuthMismatch,
    `${WITH_URL}${URL_GRANT}${INVOKE_GRANT}      FunctionUrlAuthType: NONE\n`,
    WITH_URL + URL_GRANT + INVOKE_GRANT,
  );
});
