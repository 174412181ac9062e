import { expect, test } from 'vitest';
import { evaluate, propertyAt } from '../../server/src/cloudformation/index.ts';
import { functionReference, functionsOf } from '../../server/src/lambda/functions.ts';
import { shown, templateOf } from './triggers/fixture.ts';

const RESOURCES = `
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: live-1 }
  Unknown: { Type: String }
Globals:
  Function: { AutoPublishAlias: !Ref Stage }
Resources:
  Plain: { Type: AWS::Lambda::Function }
  Named: { Type: AWS::Lambda::Function, Properties: { FunctionName: !Sub '\${AWS::StackName}-named' } }
  Literal: { Type: AWS::Lambda::Function, Properties: { FunctionName: orders } }
  Sam: { Type: AWS::Serverless::Function }
  Alias: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Plain, Name: prod } }
  AliasByArn: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !GetAtt Named.Arn, Name: prod } }
  Version: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Plain } }
  Probe: { Type: Custom::Probe, Properties: { Value: VALUE } }
`;

/** `Fn`, `Fn:alias`, or nothing. */
function named(value: string): string | undefined {
  const template = templateOf(RESOURCES.replace('VALUE', value));
  const probe = template.resources.get('Probe');
  const node = probe && propertyAt(template, probe, 'Value');
  if (!node) throw new Error('no value');
  const { logicalId, qualifier } = functionReference(evaluate(node, { template }), template);
  return logicalId && [logicalId, ...(qualifier ? [shown(qualifier)] : [])].join(':');
}

const URI = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions';

test.each([
  ['!Ref Plain', 'Plain'],
  ['!GetAtt Plain.Arn', 'Plain'],
  ["!Sub '${Plain.Arn}:live'", 'Plain:live'],
  ["!Sub '${Plain.Arn}:${Stage}'", 'Plain:${Stage}'],
  ["!Join [':', [!GetAtt Plain.Arn, live]]", 'Plain:live'],
  ["!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Plain}:3'", 'Plain:3'],
  ["!Sub '123456789012:function:${Plain}'", 'Plain'],
  ["!Sub 'function:${Plain}'", 'Plain'],
  ['!Ref Alias', 'Plain:prod'],
  ['!Ref AliasByArn', 'Named:prod'],
  ['!Ref Version', 'Plain:${Version.Version}'],
  ["!Sub '${AWS::StackName}-named'", 'Named'],
  ["!Sub 'arn:aws:lambda:us-east-1:123456789012:function:${AWS::StackName}-named'", 'Named'],
  ['orders', 'Literal'],
  ["'orders:blue'", 'Literal:blue'],
  ['!GetAtt Literal.Arn', 'Literal'],
  [`!Sub '${URI}/\${Plain.Arn}/invocations'`, 'Plain'],
  [`!Sub '${URI}/\${Alias}/invocations'`, 'Plain:prod'],
  [`!Sub '${URI.replace('2015-03-31', '2021-11-15')}/\${Plain.Arn}/response-streaming-invocations'`, 'Plain'],
  ['!Ref Sam.Alias', 'Sam:${Stage}'],
  ['!Ref SamAliaslive1', 'Sam:${Stage}'],
  ['!Ref SamVersion0123456789', 'Sam:${Sam.Version}'],
  ['!If [Blue, !GetAtt Plain.Arn, !Ref Plain]', 'Plain'],
])('%s', (value, expected) => {
  expect(named(value)).toBe(expected);
});

test.each([
  '!Ref Unknown',
  '!ImportValue shared-function',
  '!If [Blue, !GetAtt Plain.Arn, !GetAtt Named.Arn]',
  "'arn:aws:lambda:eu-west-1:123456789012:function:elsewhere'",
  `!Sub '${URI}/\${Unknown}/invocations'`,
  `'${URI}/arn:aws:lambda:eu-west-1:123456789012:function:\${stageVariables.fn}/invocations'`,
  '!Ref SamAliasother',
  '!GetAtt Probe.Arn',
  "''",
  '[]',
])('%s names no function of the template', (value) => {
  expect(named(value)).toBeUndefined();
});

test('functions of a template, with their aliases and conditions', () => {
  const template = templateOf(`
Transform: AWS::Serverless-2016-10-31
Resources:
  Plain: { Type: AWS::Lambda::Function, Condition: Blue }
  Sam: { Type: AWS::Serverless::Function, Properties: { AutoPublishAlias: live } }
  Table: { Type: AWS::DynamoDB::Table }
`);
  const functions = functionsOf(template).map(({ logicalId, isSam, autoPublishAlias, guard }) => [
    logicalId,
    isSam,
    shown(autoPublishAlias),
    guard,
  ]);
  expect(functions).toEqual([
    ['Plain', false, undefined, [{ condition: 'Blue', holds: true }]],
    ['Sam', true, 'live', []],
  ]);
});
