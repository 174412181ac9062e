import { expect, test } from 'vitest';
import { addPermissionCommand, functionPage, hoverAt } from '../../server/src/features/index.ts';
import { analysed, jsonTwin } from '../harness/index.ts';

const TEMPLATE = `Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: uploads
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
  FromRule:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !Sub arn:aws:events:eu-west-1:\${AWS::AccountId}:rule/it's
  Jobs:
    Type: AWS::SQS::Queue
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`;

const DOCUMENTS = [
  ['YAML', analysed(TEMPLATE)],
  ['JSON', analysed(jsonTwin(TEMPLATE), 'json')],
] as const;

test.each(DOCUMENTS)('the call of the CLI for a permission and for what a trigger lacks, in %s', (_, analysis) => {
  const at = (text: string): string | undefined => addPermissionCommand(analysis, analysis.source.text.indexOf(text) + 2);
  expect(at('FromRule')).toBe(
    "aws lambda add-permission --function-name '${Worker}' --statement-id FromRule --action lambda:InvokeFunction " +
      "--principal events.amazonaws.com --source-arn 'arn:aws:events:eu-west-1:${AWS::AccountId}:rule/it'\\''s'",
  );
  expect(at('LambdaConfigurations')).toBeUndefined();
  const trigger = analysis.permissions.functions[0]?.invokers[0]?.trigger;
  expect(trigger && addPermissionCommand(analysis, trigger.span.start + 1)).toBe(
    "aws lambda add-permission --function-name '${Worker}' --statement-id UploadsInvoke --action lambda:InvokeFunction " +
      "--principal s3.amazonaws.com --source-arn 'arn:${AWS::Partition}:s3:::uploads' --source-account '${AWS::AccountId}'",
  );
  expect(at('JobsMapping')).toBeUndefined();
  expect(at('AWS::SQS::Queue')).toBeUndefined();
});

test('a function URL takes more than one permission, so nothing is copied that would let everybody call', () => {
  const analysis = analysed(`Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Role: arn:aws:iam::123456789012:role/worker }
  Url:
    Type: AWS::Lambda::Url
    Properties: { AuthType: NONE, TargetFunctionArn: !GetAtt Worker.Arn }
`);
  const [invoker] = analysis.permissions.functions[0]?.invokers ?? [];
  expect(invoker?.trigger.definition.id).toBe('function-url');
  expect(invoker && addPermissionCommand(analysis, invoker.trigger.span.start + 1)).toBeUndefined();
  expect(addPermissionCommand(analysis, analysis.source.text.indexOf('Url:') + 1)).toBeUndefined();
});

test('where the source is not known, the account limits who may call', () => {
  const analysis = analysed(`Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Role: arn:aws:iam::123456789012:role/worker }
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties: { SecretId: orders, RotationLambdaARN: !GetAtt Worker.Arn }
`);
  const [invoker] = analysis.permissions.functions[0]?.invokers ?? [];
  expect(invoker && addPermissionCommand(analysis, invoker.trigger.span.start + 1)).toBe(
    "aws lambda add-permission --function-name '${Worker}' --statement-id RotationInvoke --action lambda:InvokeFunction " +
      "--principal secretsmanager.amazonaws.com --source-account '${AWS::AccountId}'",
  );
});

test.each(DOCUMENTS)('the page of a function by its name, at its name and at its trigger, in %s', (_, analysis) => {
  const page = functionPage(analysis, 'Worker');
  expect(page).toEqual({ logicalId: 'Worker', markdown: expect.stringMatching(/^\*\*Worker\*\* · Lambda function/) });
  const name = analysis.template?.resources.get('Worker')?.nameSpan.start ?? 0;
  const trigger = analysis.permissions.functions[0]?.invokers[0]?.trigger.span.start ?? 0;
  expect([functionPage(analysis, name), functionPage(analysis, trigger + 1)]).toEqual([page, page]);
  expect([functionPage(analysis, 'Uploads'), functionPage(analysis, 0)]).toEqual([undefined, undefined]);
});

test('the page leaves nothing out, the hover does', () => {
  const actions = ['s3:GetObject', 'sqs:SendMessage', 'sns:Publish', 'kms:Decrypt', 'ses:SendEmail', 'logs:GetLogEvents'];
  const policy = [...actions, 'states:StartExecution', 'events:PutEvents', 'glue:StartJobRun'];
  const analysis = analysed(`Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement: [{ Effect: Allow, Action: [${policy.map((action) => `'${action}'`).join(', ')}], Resource: '*' }]
`);
  const hover = hoverAt(analysis, analysis.source.text.indexOf('Worker') + 1)?.markdown;
  expect(hover).toMatch(/and \d more services/);
  expect(functionPage(analysis, 'Worker')?.markdown).not.toMatch(/more services/);
  expect(functionPage(analysis, 'Worker')?.markdown).toContain('AWS Glue: write `StartJobRun`');
});
