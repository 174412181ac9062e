import { expect, test } from 'vitest';
import type { RuleModule } from '../../../server/src/rules/index.ts';
import { apiNamedWithoutRef } from '../../../server/src/rules/invocation/apiNamedWithoutRef.ts';
import { computedUrlAuthType } from '../../../server/src/rules/invocation/computedUrlAuthType.ts';
import { eventSourceElsewhere } from '../../../server/src/rules/invocation/eventSourceElsewhere.ts';
import { greedyHttpPath } from '../../../server/src/rules/invocation/greedyHttpPath.ts';
import { wideEventPermission } from '../../../server/src/rules/invocation/wideEventPermission.ts';
import { SAM_WORKER } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkFix, checkNoFix, checkRule, findingsOf, jsonTwin } from '../../harness/index.ts';

const event = (type: string, properties: string): string => `${SAM_WORKER}        Event:
          Type: ${type}
          Properties:
${properties}`;

/** The messages of a rule, the same in YAML and JSON. */
function messagesOf(rule: RuleModule, template: string): readonly string[] {
  const [inYaml, inJson] = [analysed(template), analysed(jsonTwin(template), 'json')].map((analysis) =>
    findingsOf(rule, analysis).map(({ message }) => message),
  );
  expect(inJson).toEqual(inYaml);
  return inYaml ?? [];
}

const path = (text: string, more = ''): string => event('HttpApi', `            Method: GET\n            Path: ${text}\n${more}`);
const FROM_FILES = `  WorkerPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${ServerlessHttpApi}/*/GET/files/*
`;

test('a permission of one’s own, or another name of the greedy variable', () => {
  checkFix(greedyHttpPath, path('/files/{files+}'), path('/files/{files+}') + FROM_FILES);
  checkFix(greedyHttpPath, path('/files/{files+}'), path('/files/{proxy+}'), {
    title: 'Call the variable {proxy+} (the code sees the new name)',
  });
});

test('in flow style, too', () => {
  const flow = (name: string): string =>
    `${SAM_WORKER}        Event: { Type: HttpApi, Properties: { Method: ANY, Path: "/{${name}+}" } }\n`;
  checkFix(greedyHttpPath, flow('all'), flow('proxy'), { title: 'Call the variable {proxy+} (the code sees the new name)' });
});

test.each(['/files/{proxy+}', '/files/{name}', '/files', '$default'])('%s is let in', (text) => {
  checkRule(greedyHttpPath, path(text));
});

test('a greedy variable is let in by a permission of the author, and for a REST API by SAM', () => {
  checkRule(greedyHttpPath, path('/files/{files+}') + FROM_FILES);
  checkRule(greedyHttpPath, path('/files/{files+}').replace('HttpApi', 'Api'));
});

const BUCKET = '  Uploads:\n    Type: AWS::S3::Bucket\n';
const NAMED = `${BUCKET}    Properties:\n      BucketName: my-uploads\n`;
const upload = (bucket: string, resource = BUCKET): string =>
  event('S3', `            Bucket: ${bucket}\n            Events: s3:ObjectCreated:*\n`) + resource;

test.each([
  ['!GetAtt Uploads.Arn', BUCKET],
  ['Uploads', BUCKET],
  ['my-uploads', NAMED],
  ['!Sub "${Uploads}"', BUCKET],
])('a bucket of the template that is named as %s is referred to instead', (bucket, resource) => {
  checkFix(eventSourceElsewhere, upload(bucket, resource), upload('!Ref Uploads', resource));
});

test.each(['another-bucket', '!ImportValue uploads', '!Ref Topic'])('%s is no bucket of the template', (bucket) => {
  checkNoFix(eventSourceElsewhere, `${upload(bucket)}  Topic:\n    Type: AWS::SNS::Topic\n`);
});

test('a parameter is no bucket of the template, whatever its value', () => {
  const [message, ...others] = messagesOf(eventSourceElsewhere, `Parameters:\n  Name:\n    Type: String\n${upload('!Ref Name')}`);
  expect(others).toEqual([]);
  expect(message).toMatch(
    /^SAM cannot make Worker\.Events\.Event: Bucket must be !Ref and the logical id of a bucket of this template/,
  );
  expect(message).toMatch(/For a bucket of another stack, have it send its events to EventBridge/);
});

test('a bucket that is referred to, or that may come from elsewhere, is fine', () => {
  checkRule(eventSourceElsewhere, upload('!Ref Uploads'));
  checkRule(eventSourceElsewhere, upload('!Ref NotThereYet'));
  checkRule(
    eventSourceElsewhere,
    upload('my-uploads').replace('Transform: AWS::Serverless-2016-10-31', 'Transform: [AWS::Serverless-2016-10-31, Mine]'),
  );
});

test('a user pool is referred to in the same way', () => {
  const pool = (name: string): string =>
    `${event('Cognito', `            UserPool: ${name}\n            Trigger: PreSignUp\n`)}  Users:\n    Type: AWS::Cognito::UserPool\n`;
  checkFix(eventSourceElsewhere, pool('!GetAtt Users.Arn'), pool('!Ref Users'));
  checkRule(eventSourceElsewhere, pool('!Ref Users'));
});

const api = (type: string, property: string, name: string): string =>
  `${event(type, `            ${property}: ${name}\n            Method: GET\n            Path: /orders\n`)}  Orders:\n    Type: AWS::Serverless::${type}\n    Properties:\n      StageName: live\n`;

test.each([
  ['Api', 'RestApiId'],
  ['HttpApi', 'ApiId'],
])('an %s event refers to its API', (type, property) => {
  checkFix(apiNamedWithoutRef, api(type, property, 'Orders'), api(type, property, '!Ref Orders'));
  checkRule(apiNamedWithoutRef, api(type, property, '!Ref Orders'));
  checkRule(apiNamedWithoutRef, api(type, property, 'a1b2c3d4e5'));
});

test('a permission of the author may let the API in', () => {
  checkRule(apiNamedWithoutRef, api('Api', 'RestApiId', 'Orders') + FROM_FILES.replace('ServerlessHttpApi', 'Orders'));
});

test('what SAM leaves open is said, and how loud depends on to whom', () => {
  expect(messagesOf(wideEventPermission, upload('!Ref Uploads'))).toHaveLength(1);
  expect(messagesOf(wideEventPermission, event('AlexaSkill', '            SkillId: amzn1.ask.skill.1\n'))).toEqual([]);
  const [finding] = findingsOf(wideEventPermission, analysed(`${SAM_WORKER}        Skill: { Type: AlexaSkill }\n`));
  expect(finding?.severity).toBe('warning');
  checkRule(wideEventPermission, event('Schedule', '            Schedule: rate(1 day)\n'));
});

const url = (authType: string, more = ''): string => `Transform: AWS::Serverless-2016-10-31
Parameters:
  Auth:
    Type: String
    Default: NONE
  Free:
    Type: String
Conditions:
  IsPublic: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {};
      FunctionUrlConfig:
        AuthType: ${authType}
${more}`;

test('the permissions of a public URL exist under the condition that makes it public', () => {
  checkFix(
    computedUrlAuthType,
    url('!If [IsPublic, NONE, AWS_IAM]'),
    url(
      '!If [IsPublic, NONE, AWS_IAM]',
      `  WorkerUrlPermission:
    Type: AWS::Lambda::Permission
    Condition: IsPublic
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunctionUrl
      Principal: '*'
      FunctionUrlAuthType: NONE
  WorkerUrlInvokePermission:
    Type: AWS::Lambda::Permission
    Condition: IsPublic
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: '*'
      InvokedViaFunctionUrl: true
`,
    ),
  );
});

test('a parameter that is NONE without more ado is no plain text', () => {
  checkNoFix(computedUrlAuthType, url('!Ref Auth'));
});

test.each(['NONE', 'AWS_IAM', '!If [IsPublic, AWS_IAM, AWS_IAM]', '!Ref Free'])('AuthType %s is not reported', (authType) => {
  checkRule(computedUrlAuthType, url(authType));
});
