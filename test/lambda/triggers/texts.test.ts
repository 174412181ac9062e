import { expect, test } from 'vitest';
import { evaluate } from '../../../server/src/cloudformation/index.ts';
import { invocationIn, shown, templateOf } from './fixture.ts';

/** Each trigger: its id, property, function with qualifier, role. */
function triggersIn(text: string): readonly string[] {
  const template = templateOf(`
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Named: { Type: AWS::Lambda::Function, Properties: { FunctionName: named } }
${text}`);
  return invocationIn(template).triggers.map(({ definition, property, target, role }) =>
    [
      definition.id,
      property,
      [target.logicalId ?? '-', ...(target.qualifier ? [shown(target.qualifier)] : [])].join(':'),
      ...(role ? [shown(evaluate(role, { template }))] : []),
    ].join(' '),
  );
}

const machine = (definition: string): string => `
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
${definition}`;

test('a state machine as a mapping: tasks, invocations, nested states, substitutions', () => {
  const text = machine(`
      DefinitionSubstitutions: { Function: !Sub '\${Fn.Arn}:live', Other: !Ref Queue }
      Definition:
        States:
          Direct: { Type: Task, Resource: !GetAtt Fn.Arn }
          Substituted: { Type: Task, Resource: '\${Function}' }
          Queue: { Type: Task, Resource: '\${Other}' }
          Invoke: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', Parameters: { FunctionName: named } }
          Json: { Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'named:$LATEST' } }
          Sdk: { Type: Task, Resource: 'arn:aws:states:::aws-sdk:lambda:invoke', Parameters: { FunctionName.$: $.name } }
          Map: { Type: Map, ItemProcessor: { States: { In: { Type: Task, Resource: !Ref Fn } } } }
          Both: { Type: Parallel, Branches: [{ States: { In: { Type: Task, Resource: !Ref Fn } } }] }
          Pass: { Type: Pass, Resource: !Ref Fn }
`);
  expect(triggersIn(text)).toEqual([
    'stepfunctions Definition.States.Direct.Resource Fn ${Role.Arn}',
    'stepfunctions Definition.States.Substituted.Resource Fn:live ${Role.Arn}',
    'stepfunctions Definition.States.Invoke.Parameters.FunctionName Named ${Role.Arn}',
    'stepfunctions Definition.States.Json.Arguments.FunctionName Named:$LATEST ${Role.Arn}',
    'stepfunctions Definition.States.Map.ItemProcessor.States.In.Resource Fn ${Role.Arn}',
    'stepfunctions Definition.States.Both.Branches.0.States.In.Resource Fn ${Role.Arn}',
  ]);
});

test('a state machine in a text: plain, with Fn::Sub and its variables, with Fn::Join', () => {
  const states = (resource: string): string => `{"States":{"Call":{"Type":"Task","Resource":"${resource}"}}}`;
  const found = ['stepfunctions DefinitionString.States.Call.Resource Fn ${Role.Arn}'];
  expect(triggersIn(machine(`      DefinitionString: !Sub '${states('${Fn.Arn}')}'`))).toEqual(found);
  expect(triggersIn(machine(`      DefinitionString: !Sub ['${states('${F}')}', { F: !GetAtt Fn.Arn }]`))).toEqual(found);
  const substituted = `      DefinitionSubstitutions: { F: !GetAtt Fn.Arn }\n      DefinitionString: '${states('${F}')}'`;
  expect(triggersIn(machine(substituted))).toEqual(found);
  const joined = `      DefinitionString: !Join ['', ['{"States":{"Call":{"Type":"Task","Resource":"', !GetAtt Fn.Arn, ':live"}}}']]`;
  expect(triggersIn(machine(joined))).toEqual(['stepfunctions DefinitionString.States.Call.Resource Fn:live ${Role.Arn}']);
  expect(triggersIn(machine(`      DefinitionString: '{"States": {'`))).toEqual([]);
});

test('functions in texts of other services', () => {
  const text = `
  Ingestion:
    Type: AWS::OSIS::Pipeline
    Properties:
      PipelineRoleArn: !GetAtt Role.Arn
      PipelineConfigurationBody: |
        pipeline:
          processor:
            - aws_lambda: { function_name: named }
  Training:
    Type: AWS::SageMaker::Pipeline
    Properties:
      RoleArn: !GetAtt Role.Arn
      PipelineDefinition: { PipelineDefinitionBody: !Sub '{"Steps":[{"Type":"Lambda","FunctionArn":"\${Fn.Arn}"}]}' }
  Flow:
    Type: AWS::Connect::ContactFlow
    Properties: { Content: !Sub '{"Actions":[{"Parameters":{"LambdaFunctionARN":"\${Fn.Arn}"}}]}' }
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: { Metrics: [{ Id: a, Expression: 'LAMBDA("named", 1)' }, { Id: b, Expression: a * 2 }] }
`;
  expect(triggersIn(text)).toEqual([
    'opensearch-ingestion PipelineConfigurationBody Named ${Role.Arn}',
    'sagemaker-pipeline-lambda PipelineDefinition.PipelineDefinitionBody Fn ${Role.Arn}',
    'connect-contact-flow Content Fn',
    'cloudwatch-custom-datasource Metrics.0.Expression Named',
  ]);
});

test('hooks of gradual deployments', () => {
  const text = `
  Deployed:
    Type: AWS::Serverless::Function
    Properties: { DeploymentPreference: { Role: !GetAtt Role.Arn, Hooks: { PreTraffic: !Ref Fn } } }
`;
  expect(triggersIn(text)).toEqual(['codedeploy-hook DeploymentPreference.Hooks.PreTraffic Fn ${Role.Arn}']);
});
