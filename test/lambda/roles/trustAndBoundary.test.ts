import { expect, test } from 'vitest';
import { roleTrusts } from '../../../server/src/lambda/roles/index.ts';
import { coverage, inBothLanguages, templateOf } from '../needs/fixture.ts';

function trusts(statement: string): readonly string[] {
  const yaml = `Resources:\n  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: ${statement} } } }\n`;
  return inBothLanguages(yaml).map(([, template]) => {
    const role = template.resources.get('Role');
    return role ? roleTrusts(role, 'lambda.amazonaws.com', template) : 'no role';
  });
}

const assume = (principal: string, more = '') => `{ Effect: Allow, Action: "sts:AssumeRole", Principal: ${principal}${more} }`;

test('a role trusts the service that its trust policy names', () => {
  expect(trusts(assume('{ Service: lambda.amazonaws.com }'))).toEqual(['yes', 'yes']);
  expect(trusts(assume('{ Service: [edgelambda.amazonaws.com, !Sub "lambda.${AWS::URLSuffix}"] }'))).toEqual(['yes', 'yes']);
  expect(trusts(assume('{ Service: ec2.amazonaws.com }'))).toEqual(['no', 'no']);
  expect(trusts(assume('{ AWS: "arn:aws:iam::111122223333:root" }'))).toEqual(['no', 'no']);
  expect(trusts('{ Effect: Allow, Action: "sts:TagSession", Principal: { Service: lambda.amazonaws.com } }')).toEqual([
    'no',
    'no',
  ]);
});

test('what the trust policy leaves open is unknown', () => {
  expect(trusts(assume('{ Service: !Ref Given }'))).toEqual(['unknown', 'unknown']);
  expect(trusts('!Ref Given')).toEqual(['unknown', 'unknown']);
  const condition = ', Condition: { ArnLike: { "aws:SourceArn": "arn:aws:lambda:*:*:function:worker" } }';
  expect(trusts(assume('{ Service: lambda.amazonaws.com }', condition))).toEqual(['unknown', 'unknown']);
  const template = templateOf('Resources:\n  Role: { Type: AWS::IAM::Role }\n');
  const role = template.resources.get('Role');
  expect(role && roleTrusts(role, 'lambda.amazonaws.com', template)).toBe('unknown');
});

function tracing(boundary: string, more = ''): readonly string[] {
  const yaml = `Transform: AWS::Serverless-2016-10-31
Parameters: { Given: { Type: String } }
Resources:
  Worker: { Type: AWS::Serverless::Function, Properties: { Tracing: Active, PermissionsBoundary: ${boundary} } }
${more}`;
  return coverage('Worker', 'tracing', templateOf(yaml)).map(({ verdict }) => verdict);
}

test('what the role allows counts only within its permissions boundary', () => {
  const boundary = (action: string) =>
    `  Limit: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: { Effect: Allow, Action: "${action}", Resource: "*" } } } }\n`;
  expect(tracing('!Ref Limit', boundary('xray:*'))).toEqual(['granted']);
  expect(tracing('!Ref Limit', boundary('s3:*'))).toEqual(['denied']);
  expect(tracing('!Ref Given')).toEqual(['unknown']);
  expect(tracing('!Ref AWS::NoValue')).toEqual(['granted']);
});
