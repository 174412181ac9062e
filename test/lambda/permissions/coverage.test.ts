import { expect, test } from 'vitest';
import { invocationIn, shown, templateOf } from '../triggers/fixture.ts';

/** A topic that calls a function, and a permission with the properties given. */
function withPermission(properties: string, resources = ''): string {
  return `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Anything: { Type: String }
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Other: { Type: AWS::Lambda::Function }
  Alias: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Fn, Name: live } }
  Topic: { Type: AWS::SNS::Topic }
  Second: { Type: AWS::SNS::Topic, Properties: { TopicName: second } }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: lambda, TopicArn: !Ref Topic, Endpoint: !GetAtt Fn.Arn }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { ${properties} }
${resources}`;
}

/** The verdict on the subscription, and what the permissions lack. */
function outcome(text: string): string {
  const found = invocationIn(templateOf(text)).invokers.find(({ trigger }) => trigger.name === 'Subscription');
  const misses = found?.nearMisses.map(({ permission, differs }) => `${permission.logicalId}: ${differs.join('+')}`) ?? [];
  return [found?.verdict, ...misses].join(' ');
}

const GOOD = {
  FunctionName: '!Ref Fn',
  Action: 'lambda:InvokeFunction',
  Principal: 'sns.amazonaws.com',
  SourceArn: '!Ref Topic',
};

function properties(changes: Partial<Record<string, string>>): string {
  return Object.entries({ ...GOOD, ...changes })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}

test.each<Partial<Record<string, string>>>([
  {},
  { FunctionName: '!GetAtt Fn.Arn' },
  { FunctionName: "!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Fn}'" },
  { Action: 'lambda:*' },
  { Action: "'*'" },
  { Action: 'LAMBDA:invokefunction' },
  { Action: "'lambda:Invoke*'" },
  { Principal: "!Sub 'sns.${AWS::URLSuffix}'" },
  { Principal: "!Sub 'sns.${AWS::Region}.amazonaws.com'" },
  { Principal: 'sns.eu-south-1.amazonaws.com' },
  { Principal: "'*'" },
  { SourceArn: '' },
  { SourceArn: "'*'" },
  { SourceArn: "!Sub 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*'" },
  { SourceArn: "!Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:${Topic.TopicName}'" },
  { SourceAccount: '!Ref AWS::AccountId' },
])('granted: %j', (changes) => {
  expect(outcome(withPermission(properties(changes)))).toBe('granted');
});

test.each<[Partial<Record<string, string>>, string]>([
  [{ FunctionName: '!Ref Other' }, 'function'],
  [{ FunctionName: '!Ref Alias' }, 'qualifier'],
  [{ FunctionName: "!Sub '${Fn.Arn}:1'" }, 'qualifier'],
  [{ Action: 'lambda:GetFunction' }, 'action'],
  [{ Action: 'lambda:InvokeFunctionUrl' }, 'action'],
  [{ Principal: 'sqs.amazonaws.com' }, 'principal'],
  [{ Principal: 'sns.amazon.com' }, 'principal'],
  [{ Principal: "'123456789012'" }, 'principal'],
  [{ SourceArn: '!Ref Second' }, 'source'],
  [{ SourceArn: "'arn:aws:sqs:eu-west-1:123456789012:queue'" }, 'source'],
  [{ InvokedViaFunctionUrl: 'true' }, 'account'],
  [{ Action: 'lambda:GetFunction', Principal: 'sqs.amazonaws.com' }, 'action+principal'],
])('missing, and what the permission lacks: %j', (changes, differs) => {
  expect(outcome(withPermission(properties(changes)))).toBe(`missing Permission: ${differs}`);
});

test.each<Partial<Record<string, string>>>([
  { FunctionName: '!Ref Anything' },
  { FunctionName: '!ImportValue name' },
  { Action: '!Ref Anything' },
  { Principal: '!Ref Anything' },
  { SourceArn: '!Ref Anything' },
  { SourceArn: "!Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:${Anything}'" },
  { PrincipalOrgID: 'o-1' },
  { SourceAccount: "'123456789012'" },
])('unknown: %j', (changes) => {
  expect(outcome(withPermission(properties(changes)))).toBe('unknown');
});

test('a permission for a function of another name cannot be meant', () => {
  const text = withPermission(properties({ FunctionName: 'another' })).replace(
    'Fn: { Type: AWS::Lambda::Function }',
    'Fn: { Type: AWS::Lambda::Function, Properties: { FunctionName: orders } }',
  );
  expect(outcome(text)).toBe('missing Permission: function');
  expect(outcome(text.replace('FunctionName: orders', "FunctionName: !Sub 'orders-${Anything}'"))).toBe(
    'missing Permission: function',
  );
  expect(outcome(withPermission(properties({ FunctionName: 'another' })))).toBe('unknown');
});

test('a permission that serves another trigger is no near miss', () => {
  const second = `
  SecondSubscription:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: lambda, TopicArn: !Ref Second, Endpoint: !GetAtt Fn.Arn }
`;
  expect(outcome(withPermission(properties({ SourceArn: '!Ref Second' }), second))).toBe('missing');
});

test.each([
  ['a macro', 'Transform: Own\n', ''],
  [
    'a nested stack with the function',
    '',
    '  Nested: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Fn: !Ref Fn } } }',
  ],
  [
    'a whole policy',
    '',
    '  Policy: { Type: AWS::Lambda::ResourcePolicy, Properties: { ResourceArn: !GetAtt Fn.Arn, PolicyDocument: {} } }',
  ],
  [
    'a whole policy of something unseen',
    '',
    '  Policy: { Type: AWS::Lambda::ResourcePolicy, Properties: { ResourceArn: !Ref Anything } }',
  ],
])('%s may grant it', (_, before, resources) => {
  expect(outcome(before + withPermission(properties({ Principal: 'sqs.amazonaws.com' }), resources))).toBe('unknown');
});

test('conditions: the same one, none, another, the opposite one', () => {
  const text = (trigger: string, permission: string): string => `
AWSTemplateFormatVersion: '2010-09-09'
Conditions: { A: !Equals [1, 1], B: !Equals [1, 2] }
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      Subscription: [!If [${trigger}, { Protocol: lambda, Endpoint: !GetAtt Fn.Arn }, !Ref AWS::NoValue]]
  Permission:
    Type: AWS::Lambda::Permission
    ${permission}
    Properties: { FunctionName: !Ref Fn, Action: lambda:InvokeFunction, Principal: sns.amazonaws.com }
`;
  const verdict = (value: string): string | undefined => invocationIn(templateOf(value)).invokers[0]?.verdict;
  expect(verdict(text('A', 'Condition: A'))).toBe('granted');
  expect(verdict(text('A', ''))).toBe('granted');
  expect(verdict(text('A', 'Condition: B'))).toBe('unknown');
  const excluded = text('A', 'Condition: A').replace(/!If \[A, (.*), !Ref AWS::NoValue\]/, '!If [A, !Ref AWS::NoValue, $1]');
  expect(verdict(excluded)).toBe('missing');
});

test('an alias: the permission must be for the alias', () => {
  const text = (name: string): string => `
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Alias: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Fn, Name: live } }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: lambda, TopicArn: arn:aws:sns:eu-west-1:123456789012:t, Endpoint: !Ref Alias }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: ${name}, Action: lambda:InvokeFunction, Principal: sns.amazonaws.com }
`;
  expect(outcome(text('!Ref Alias'))).toBe('granted');
  expect(outcome(text("!Sub '${Fn.Arn}:live'"))).toBe('granted');
  expect(outcome(text('!Ref Fn'))).toBe('missing Permission: qualifier');
  expect(outcome(text("!Sub '${Fn.Arn}:blue'"))).toBe('missing Permission: qualifier');
});

test('resources of one name are told apart, unless only one of them exists', () => {
  const text = (first: string, second: string): string => `
AWSTemplateFormatVersion: '2010-09-09'
Conditions: { A: !Equals [1, 1] }
Resources:
  Fn: { Type: AWS::Lambda::Function }
  First: { Type: AWS::Events::Rule, ${first} Properties: { Name: nightly, Targets: [{ Id: a, Arn: !GetAtt Fn.Arn }] } }
  Second: { Type: AWS::Events::Rule, ${second} Properties: { Name: nightly } }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Fn, Action: lambda:InvokeFunction, Principal: events.amazonaws.com, SourceArn: !GetAtt Second.Arn }
`;
  const verdict = (value: string): string | undefined => invocationIn(templateOf(value)).invokers[0]?.verdict;
  expect(verdict(text('', ''))).toBe('missing');
});

test('a permission for one stage is enough; one for authorizers is not', () => {
  const text = (rest: string): string => `
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Api: { Type: AWS::ApiGateway::RestApi }
  Pets: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: pets } }
  Pet: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !Ref Pets, PathPart: '{id}' } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Pet
      HttpMethod: GET
      Integration:
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Fn
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/${rest}
`;
  const verdict = (rest: string): string => {
    const [invoker] = invocationIn(templateOf(text(rest))).invokers;
    return [shown(invoker?.trigger.source)?.replace(/^.*\$\{Api\}/, ''), invoker?.verdict].join(' ');
  };
  for (const rest of ['*', '*/*', '*/*/*', '*/GET/pets/*', 'prod/GET/pets/*', '${AWS::StackName}/*/pets/*'])
    expect(verdict(rest), rest).toBe('/*/GET/pets/* granted');
  for (const rest of ['authorizers/*', '*/POST/pets/*', 'prod/GET/orders/*', '*/GET/orders'])
    expect(verdict(rest), rest).toBe('/*/GET/pets/* missing');
});
