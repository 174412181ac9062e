import { test } from 'vitest';
import { unusedExecutionPermission } from '../../../server/src/rules/execution/unusedExecutionPermission.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function sam(properties: string): string {
  return `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Jobs: { Type: AWS::SQS::Queue }
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Handler: index.handler
          Runtime: nodejs22.x
          CodeUri: src
          ${properties}
    `;
}

test('what SAM attaches by itself, for the function, its configuration and its events', () => {
  checkRule(
    unusedExecutionPermission,
    sam(`Tracing: Active
          VpcConfig: { SubnetIds: [a], SecurityGroupIds: [b] }
          Policies:
            - AWSLambdaBasicExecutionRole
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: SAM attaches AWSLambdaBasicExecutionRole to the role of Worker by itself
            - arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: SAM attaches
            - AWSLambdaKinesisExecutionRole
            - AWSLambdaSQSQueueExecutionRole
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: SAM attaches
            - AWSXrayWriteOnlyAccess
    #         ^^^^^^^^^^^^^^^^^^^^^^ hint: SAM attaches
          Events:
            Work: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }`),
  );
});

test('such an entry can go', () => {
  checkFix(
    unusedExecutionPermission,
    sam(`Policies:
            - AWSLambdaBasicExecutionRole
            - AmazonS3ReadOnlyAccess`),
    sam(`Policies:
            - AmazonS3ReadOnlyAccess`),
  );
  checkFix(unusedExecutionPermission, sam('Policies: AWSLambdaBasicExecutionRole\n          Timeout: 3'), sam('Timeout: 3'));
});

test('with a role of its own SAM attaches nothing, and a condition is left alone', () => {
  checkRule(unusedExecutionPermission, sam('Role: !ImportValue role\n          Policies: [AWSLambdaBasicExecutionRole]'));
  checkRule(unusedExecutionPermission, sam('Policies: [!If [A, AWSLambdaBasicExecutionRole, !Ref AWS::NoValue]]'));
});

function role(managed: string, properties = '', more = ''): string {
  return `
    Resources:
      WorkerRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
          ManagedPolicyArns:
            ${managed}
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: !GetAtt WorkerRole.Arn
          Code: { ZipFile: a }
          ${properties}
      ${more}
    `;
}

const arn = (name: string): string => `- !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/${name}`;

test('a policy for a VPC of a function outside one', () => {
  checkRule(
    unusedExecutionPermission,
    role(`${arn('AWSLambdaVPCAccessExecutionRole')}
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: Worker is not in a VPC, so AWSLambdaVPCAccessExecutionRole allows what is never needed.`),
  );
  checkFix(unusedExecutionPermission, role(arn('AWSLambdaVPCAccessExecutionRole')), role(arn('AWSLambdaBasicExecutionRole')), {
    title: 'Replace with AWSLambdaBasicExecutionRole',
  });
  const basic = arn('AWSLambdaBasicExecutionRole');
  checkFix(unusedExecutionPermission, role(`${basic}\n            ${arn('AWSLambdaVPCAccessExecutionRole')}`), role(basic), {
    title: 'Remove AWSLambdaVPCAccessExecutionRole',
  });
});

test('a policy for a VPC where it is, or may be, of use', () => {
  const managed = arn('AWSLambdaVPCAccessExecutionRole');
  const silent = (properties: string, more = ''): void => checkRule(unusedExecutionPermission, role(managed, properties, more));
  silent('VpcConfig: { SubnetIds: [a], SecurityGroupIds: [b] }');
  silent('VpcConfig: !If [Inside, { SubnetIds: [a], SecurityGroupIds: [b] }, !Ref AWS::NoValue]');
  const mapping = (source: string): string =>
    `Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: ${source} } }`;
  silent('', mapping('arn:aws:mq:eu-west-1:111122223333:broker:jobs:b-1'));
  silent('', mapping('!ImportValue source'));
  silent(
    '',
    'Build: { Type: AWS::CodeBuild::Project, Properties: { ServiceRole: !GetAtt WorkerRole.Arn, VpcConfig: { VpcId: a } } }',
  );
});

test('a policy for a VPC of a role that the template puts out, or that a macro may use', () => {
  const text = role(arn('AWSLambdaVPCAccessExecutionRole')).trimEnd();
  checkRule(unusedExecutionPermission, `${text}\n    Outputs: { Role: { Value: !GetAtt WorkerRole.Arn } }\n`);
  checkRule(unusedExecutionPermission, `\n    Transform: MyMacro${text}\n`);
});
