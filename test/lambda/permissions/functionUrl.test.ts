import { expect, test } from 'vitest';
import { invocationIn, templateOf } from '../triggers/fixture.ts';

const INVOKE_URL = 'Action: lambda:InvokeFunctionUrl, FunctionUrlAuthType: NONE';
const INVOKE = 'Action: lambda:InvokeFunction, InvokedViaFunctionUrl: true';

function outcome(authType: string, permissions: readonly string[], qualifier = ''): readonly unknown[] {
  const template = templateOf(`
AWSTemplateFormatVersion: '2010-09-09'
Parameters: { AuthType: { Type: String } }
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: !Ref Fn, AuthType: ${authType} ${qualifier} } }
${permissions
  .map((rest, i) => `  P${i}: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Fn, Principal: '*', ${rest} } }`)
  .join('\n')}
`);
  const [invoker] = invocationIn(template).invokers;
  return [
    invoker?.trigger.definition.id,
    invoker?.verdict,
    invoker?.grantedBy.map(({ logicalId }) => logicalId).join(),
    invoker?.nearMisses.map(({ permission, differs }) => `${permission.logicalId}: ${differs.join()}`).join(),
  ];
}

test('a public URL needs two permissions', () => {
  expect(outcome('NONE', [INVOKE_URL, INVOKE])).toEqual(['function-url', 'granted', 'P0,P1', '']);
  expect(outcome('NONE', ["Action: 'lambda:*'"])).toEqual(['function-url', 'granted', 'P0', '']);
  expect(outcome('NONE', [INVOKE_URL])).toEqual(['function-url', 'missing', 'P0', '']);
  expect(outcome('NONE', [INVOKE])).toEqual(['function-url', 'missing', 'P0', '']);
  expect(outcome('NONE', [])).toEqual(['function-url', 'missing', '', '']);
});

test('the permissions must be for the same authentication, function and qualifier', () => {
  const withIam = 'Action: lambda:InvokeFunctionUrl, FunctionUrlAuthType: AWS_IAM';
  expect(outcome('NONE', [withIam, INVOKE])).toEqual(['function-url', 'missing', 'P1', '']);
  expect(outcome('NONE', [INVOKE_URL, INVOKE], ', Qualifier: live')).toEqual([
    'function-url',
    'missing',
    '',
    'P0: qualifier,P1: qualifier',
  ]);
});

test('a URL with IAM authentication needs nothing of the function; an unknown one cannot be judged', () => {
  expect(outcome('AWS_IAM', [])).toEqual(['function-url-iam', 'granted', '', '']);
  expect(outcome('!Ref AuthType', [])).toEqual(['function-url', 'unknown', '', '']);
  expect(outcome('!Ref AuthType', [INVOKE_URL, INVOKE])).toEqual(['function-url', 'granted', 'P0,P1', '']);
});

test('CloudFront in front of a URL needs the same two', () => {
  const text = (actions: readonly string[]): string => `
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: !Ref Fn, AuthType: AWS_IAM } }
  Control:
    Type: AWS::CloudFront::OriginAccessControl
    Properties: { OriginAccessControlConfig: { OriginAccessControlOriginType: lambda } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins:
          - { Id: fn, OriginAccessControlId: !GetAtt Control.Id, DomainName: !Select [2, !Split ['/', !GetAtt Url.FunctionUrl]] }
          - { Id: other, DomainName: example.com }
${actions
  .map(
    (action, i) => `  P${i}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Fn
      Action: ${action}
      Principal: cloudfront.amazonaws.com
      SourceArn: !Sub arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${Site}`,
  )
  .join('\n')}
`;
  const verdicts = (actions: readonly string[]): readonly string[] =>
    invocationIn(templateOf(text(actions))).invokers.map(({ trigger, verdict }) => `${trigger.definition.id} ${verdict}`);
  expect(verdicts(['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'])).toEqual([
    'function-url-iam granted',
    'cloudfront-oac-function-url granted',
  ]);
  expect(verdicts(['lambda:InvokeFunctionUrl'])).toEqual(['function-url-iam granted', 'cloudfront-oac-function-url missing']);
});

test('SAM grants both for a literal NONE, neither for a computed one', () => {
  const verdicts = (authType: string): readonly string[] =>
    invocationIn(
      templateOf(`
Transform: AWS::Serverless-2016-10-31
Parameters: { AuthType: { Type: String, Default: NONE } }
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { FunctionUrlConfig: { AuthType: ${authType} } } }
`),
    ).invokers.map(({ verdict, trigger }) => `${trigger.property} ${verdict}`);
  expect(verdicts('NONE')).toEqual(['FunctionUrlConfig.AuthType granted']);
  expect(verdicts('!Ref AuthType')).toEqual(['FunctionUrlConfig.AuthType unknown']);
});
