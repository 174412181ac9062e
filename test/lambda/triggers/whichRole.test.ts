import { expect, test } from 'vitest';
import { evaluate } from '../../../server/src/cloudformation/index.ts';
import { ARN, ROLE } from './cases/index.ts';
import { FN, inBoth, invocationIn, type Json, objectOf, shown } from './fixture.ts';

/** The roles that the resource `Caller` calls `Fn` with, `-` where the template does not tell. */
function rolesIn(
  type: string,
  properties: Readonly<Record<string, Json>>,
  more: Readonly<Record<string, Json>> = {},
): readonly string[] {
  const caller: Json = { Type: type, Properties: objectOf(properties) };
  const roles = inBoth({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Fn: FN, Caller: caller, ...more } }).map(
    ([, template]) =>
      invocationIn(template)
        .triggers.filter(({ resource }) => resource.logicalId === 'Caller')
        .map(({ role }) => (role && shown(evaluate(role, { template }))) ?? '-'),
  );
  expect(roles[1]).toEqual(roles[0]);
  return roles[0] ?? [];
}

const OTHER: Json = { 'Fn::GetAtt': ['Other', 'Arn'] };

test('Firehose: a processor may have a role of its own; Splunk has that of its backup', () => {
  const type = 'AWS::KinesisFirehose::DeliveryStream';
  const inside = (destination: string): Readonly<Record<string, Json>> => ({
    [`${destination}.ProcessingConfiguration.Processors.0.Parameters.0.ParameterName`]: 'LambdaArn',
    [`${destination}.ProcessingConfiguration.Processors.0.Parameters.0.ParameterValue`]: ARN,
  });
  const s3 = { ...inside('ExtendedS3DestinationConfiguration'), 'ExtendedS3DestinationConfiguration.RoleARN': ROLE };
  expect(rolesIn(type, s3)).toEqual(['${CallerRole.Arn}']);
  const parameter = 'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors.0.Parameters.1';
  const own = { ...s3, [`${parameter}.ParameterName`]: 'RoleArn', [`${parameter}.ParameterValue`]: OTHER };
  expect(rolesIn(type, own)).toEqual(['${Other.Arn}']);
  const splunk = { ...inside('SplunkDestinationConfiguration'), 'SplunkDestinationConfiguration.S3Configuration.RoleARN': ROLE };
  expect(rolesIn(type, splunk)).toEqual(['${CallerRole.Arn}']);
});

test('CodePipeline: a role of the action is assumed through that of the pipeline', () => {
  const action = 'Stages.0.Actions.0';
  const pipeline = {
    RoleArn: ROLE,
    [`${action}.ActionTypeId.Provider`]: 'Lambda',
    [`${action}.Configuration.FunctionName`]: { Ref: 'Fn' },
  };
  expect(rolesIn('AWS::CodePipeline::Pipeline', pipeline)).toEqual(['${CallerRole.Arn}']);
  expect(rolesIn('AWS::CodePipeline::Pipeline', { ...pipeline, [`${action}.RoleArn`]: OTHER })).toEqual(['-']);
});

test('Region switch: a role of another account is assumed through that of the plan', () => {
  const lambda = 'Workflows.0.Steps.0.ExecutionBlockConfiguration.CustomActionLambdaConfig.Lambdas.0';
  const plan = { ExecutionRole: ROLE, [`${lambda}.Arn`]: ARN };
  expect(rolesIn('AWS::ARCRegionSwitch::Plan', plan)).toEqual(['${CallerRole.Arn}']);
  expect(rolesIn('AWS::ARCRegionSwitch::Plan', { ...plan, [`${lambda}.CrossAccountRole`]: OTHER })).toEqual(['-']);
});

test('Kinesis Data Analytics: the second version has one role for all', () => {
  const processor =
    'ApplicationConfiguration.SqlApplicationConfiguration.Inputs.0.InputProcessingConfiguration.InputLambdaProcessor';
  const application = { ServiceExecutionRole: ROLE, [`${processor}.ResourceARN`]: ARN };
  expect(rolesIn('AWS::KinesisAnalyticsV2::Application', application)).toEqual(['${CallerRole.Arn}']);
  const output = { ApplicationName: { Ref: 'App' }, 'Output.LambdaOutput.ResourceARN': ARN };
  const app: Json = { Type: 'AWS::KinesisAnalyticsV2::Application', Properties: { ServiceExecutionRole: ROLE } };
  expect(rolesIn('AWS::KinesisAnalyticsV2::ApplicationOutput', output, { App: app })).toEqual(['${CallerRole.Arn}']);
  const first = { ApplicationName: { Ref: 'App' }, 'Output.LambdaOutput.ResourceARN': ARN, 'Output.LambdaOutput.RoleARN': OTHER };
  expect(rolesIn('AWS::KinesisAnalytics::ApplicationOutput', first)).toEqual(['${Other.Arn}']);
});

test('Transfer Family: each server runs a workflow with a role of its own', () => {
  const server = (moment: string, role: Json): Json => ({
    Type: 'AWS::Transfer::Server',
    Properties: { WorkflowDetails: { [moment]: [{ WorkflowId: { Ref: 'Caller' }, ExecutionRole: role }] } },
  });
  const workflow = { 'Steps.0.CustomStepDetails.Target': ARN };
  const servers = { First: server('OnUpload', ROLE), Second: server('OnPartialUpload', OTHER) };
  expect(rolesIn('AWS::Transfer::Workflow', workflow, servers)).toEqual(['${CallerRole.Arn}', '${Other.Arn}']);
  expect(rolesIn('AWS::Transfer::Workflow', workflow)).toEqual(['-']);
});

test('the role of a resource that the caller names, where it is certain which', () => {
  const gateway: Json = { Type: 'AWS::BedrockAgentCore::Gateway', Properties: { RoleArn: ROLE } };
  const target = (identifier: Json): Readonly<Record<string, Json>> => ({
    GatewayIdentifier: identifier,
    'TargetConfiguration.Mcp.Lambda.LambdaArn': ARN,
  });
  const type = 'AWS::BedrockAgentCore::GatewayTarget';
  const either: Json = { 'Fn::If': ['First', { Ref: 'A' }, { Ref: 'B' }] };
  expect(rolesIn(type, target({ Ref: 'A' }), { A: gateway })).toEqual(['${CallerRole.Arn}']);
  expect(rolesIn(type, target('gateway-1'), { A: gateway })).toEqual(['-']);
  expect(rolesIn(type, target(either), { A: gateway, B: gateway })).toEqual(['-']);
  expect(rolesIn(type, target({ Ref: 'A' }), { A: FN })).toEqual(['-']);
});

test('API Gateway may call as its caller: no role of the template', () => {
  const method = { 'Integration.Uri': ARN, 'Integration.Credentials': 'arn:aws:iam::*:user/*' };
  const caller: Json = { Type: 'AWS::ApiGateway::Method', Properties: objectOf(method) };
  const role: Json = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } };
  for (const [language, template] of inBoth({ Resources: { Fn: FN, Caller: caller, CallerRole: role } })) {
    const [invoker] = invocationIn(template).invokers;
    expect([invoker?.trigger.definition.id, invoker?.verdict], language).toEqual(['apigw-rest-method-credentials', 'unknown']);
  }
});

test('a runbook that is told its role when it runs', () => {
  const runbook = {
    'Content.assumeRole': '{{ AutomationAssumeRole }}',
    'Content.mainSteps.0.action': 'aws:invokeLambdaFunction',
    'Content.mainSteps.0.inputs.FunctionName': { Ref: 'Fn' },
  };
  const caller: Json = { Type: 'AWS::SSM::Document', Properties: objectOf(runbook) };
  for (const [language, template] of inBoth({ Resources: { Fn: FN, Caller: caller } }))
    expect(
      invocationIn(template).invokers.map(({ verdict }) => verdict),
      language,
    ).toEqual(['unknown']);
});

test('a role by condition: the worse of the two counts', () => {
  const trust = (service: string): Json => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      },
      Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'lambda:*', Resource: '*' }] } }],
    },
  });
  const verdictOf = (second: string): readonly (string | undefined)[] => {
    const target = { 'Target.Arn': ARN, 'Target.RoleArn': { 'Fn::If': ['Live', ROLE, OTHER] } };
    const caller: Json = { Type: 'AWS::Scheduler::Schedule', Properties: objectOf(target) };
    const roles = { CallerRole: trust('scheduler.amazonaws.com'), Other: trust(second) };
    return inBoth({ Resources: { Fn: FN, Caller: caller, ...roles } }).map(
      ([, template]) => invocationIn(template).invokers[0]?.verdict,
    );
  };
  expect(verdictOf('scheduler.amazonaws.com')).toEqual(['granted', 'granted']);
  expect(verdictOf('events.amazonaws.com')).toEqual(['missing', 'missing']);
});
