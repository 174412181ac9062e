import { test } from 'vitest';
import { malformedExecuteApiArn } from '../../../server/src/rules/invocation/malformedExecuteApiArn.ts';
import { notificationOrder } from '../../../server/src/rules/invocation/notificationOrder.ts';
import { principalSourceMismatch } from '../../../server/src/rules/invocation/principalSourceMismatch.ts';
import { unusedInvokePermission } from '../../../server/src/rules/invocation/unusedInvokePermission.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const WORKER = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
`;

const from = (principal: string, source: string): string => `${WORKER}  Invoke:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: ${principal}
      SourceArn: ${source}
`;

const api = (rest: string): string =>
  from('apigateway.amazonaws.com', `!Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:${rest}`);

test.each([
  ['${Api}/*/GET/orders/{id}', '${Api}/*/GET/orders/*'],
  ['${Api}/prod/get/orders', '${Api}/prod/GET/orders'],
  ['Api/*/GET/orders', '${Api}/*/GET/orders'],
])('%s becomes %s', (wrong, right) => {
  checkFix(malformedExecuteApiArn, api(wrong), api(right));
});

test.each(['${Api}/*', '${Api}/*/*/orders', '${Api}/authorizers/*', 'a1b2c3d4e5/prod/$connect'])('%s is fine', (rest) => {
  checkRule(malformedExecuteApiArn, api(rest));
});

test('the principal that owns the source', () => {
  const rule = 'arn:aws:events:eu-west-1:123456789012:rule/nightly';
  checkFix(principalSourceMismatch, from('sns.amazonaws.com', rule), from('events.amazonaws.com', rule));
});

test.each([
  ['logs.eu-west-1.amazonaws.com', 'arn:aws:logs:eu-west-1:123456789012:log-group:a:*'],
  ['logs.amazonaws.com', 'arn:aws:logs:eu-west-1:123456789012:log-group:a:*'],
  ['bedrock.amazonaws.com', 'arn:aws:events:eu-west-1:123456789012:rule/nightly'],
])('%s for %s is fine, or not known', (principal, source) => {
  checkRule(principalSourceMismatch, from(principal, source));
});

const bucket = (dependsOn: string, source: string): string => `${WORKER}  Uploads:
    Type: AWS::S3::Bucket
${dependsOn}    Properties:
      BucketName: my-uploads
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
  FromUploads:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceArn: ${source}
      SourceAccount: !Ref AWS::AccountId
`;

const WAITS = '    DependsOn: FromUploads\n';

test('a bucket waits for its permission', () => {
  const named = '!Sub arn:${AWS::Partition}:s3:::my-uploads';
  checkFix(notificationOrder, bucket('', named), bucket(WAITS, named));
  checkFix(notificationOrder, bucket('', '!GetAtt Uploads.Arn'), bucket(WAITS, named));
  checkFix(notificationOrder, bucket(WAITS, '!GetAtt Uploads.Arn'), bucket(WAITS, named));
  checkRule(notificationOrder, bucket(WAITS, named));
});

test('a source that a template does not show is left alone', () => {
  checkRule(unusedInvokePermission, from('events.amazonaws.com', '!Ref Somewhere'));
});
