import { expect, test } from 'vitest';
import type { Finding } from '../../../server/src/rules/index.ts';
import { missingInvokePermission as rule } from '../../../server/src/rules/invocation/missingInvokePermission.ts';
import { WORKER, workerWithRole } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkFix, checkNoFix, findingsOf, jsonTwin } from '../../harness/index.ts';

/** The only finding, the same in YAML and JSON. */
function onlyFinding(template: string): Finding {
  const [inYaml, inJson] = [analysed(template), analysed(jsonTwin(template), 'json')].map((analysis) =>
    findingsOf(rule, analysis),
  );
  expect(inJson?.map(({ message }) => message)).toEqual(inYaml?.map(({ message }) => message));
  const [only, ...others] = inYaml ?? [];
  expect(others).toEqual([]);
  if (!only) throw new Error('There is no finding.');
  return only;
}

const resource = (type: string, properties: string): string => `${WORKER}  Caller:
    Type: ${type}
    Properties: ${properties}
`;

const ARN = '!GetAtt Worker.Arn';
const URI = '!Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Worker.Arn}/invocations"';

test.each([
  [
    'AWS::S3::Bucket',
    `{ NotificationConfiguration: { LambdaConfigurations: [{ Event: "s3:ObjectCreated:*", Function: ${ARN} }] } }`,
    'deploy-fails',
    'Deployment fails with “Unable to validate the following destination configurations”.',
  ],
  [
    'AWS::Logs::SubscriptionFilter',
    `{ LogGroupName: a, FilterPattern: "", DestinationArn: ${ARN} }`,
    'deploy-fails',
    'Deployment fails with “Could not execute the lambda function. Make sure',
  ],
  [
    'AWS::Events::Rule',
    `{ ScheduleExpression: rate(1 day), Targets: [{ Id: a, Arn: ${ARN} }] }`,
    'trigger-silent',
    'Deployment succeeds, but the function is never called: only the rule’s metric FailedInvocations shows it.',
  ],
  [
    'AWS::SNS::Subscription',
    `{ Protocol: lambda, TopicArn: "arn:aws:sns:eu-west-1:123456789012:a", Endpoint: ${ARN} }`,
    'trigger-silent',
    'Deployment succeeds, but the function is never called: only the topic’s metric',
  ],
  [
    'AWS::ApiGateway::Method',
    `{ RestApiId: a1b2c3d4e5, ResourceId: a1b2c3, HttpMethod: GET, AuthorizationType: NONE, Integration: { Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: ${URI} } }`,
    'access-denied',
    'Deployment succeeds, but the API answers 500 “Internal server error”, and its log says “Invalid permissions on Lambda function”.',
  ],
  [
    'AWS::ApiGatewayV2::Integration',
    `{ ApiId: a1b2c3d4e5, IntegrationType: AWS_PROXY, PayloadFormatVersion: "2.0", IntegrationUri: ${ARN} }`,
    'access-denied',
    'Deployment succeeds, but the API answers 500 “Internal Server Error”.',
  ],
  [
    'AWS::Cognito::UserPool',
    `{ LambdaConfig: { PreSignUp: ${ARN} } }`,
    'access-denied',
    'Deployment succeeds, but users cannot sign in or up:',
  ],
  [
    'AWS::Lambda::Url',
    `{ TargetFunctionArn: ${ARN}, AuthType: NONE }`,
    'access-denied',
    'Deployment succeeds, but callers of the URL get 403 Forbidden.',
  ],
  [
    'AWS::AppSync::GraphQLApi',
    `{ Name: a, AuthenticationType: AWS_LAMBDA, LambdaAuthorizerConfig: { AuthorizerUri: ${ARN} } }`,
    'trigger-silent',
    'Deployment succeeds, but the function is never called.',
  ],
])('%s says when it hurts', (type, properties, outcome, words) => {
  const finding = onlyFinding(resource(type, properties));
  expect(finding.message).toContain(` ${words}`);
  expect(finding.outcome).toBe(outcome);
});

const NIGHTLY = `  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
`;

const withPolicy = (action: string, on: string): string =>
  `${workerWithRole('lambda.amazonaws.com', 'AWSLambdaBasicExecutionRole')
    .replace('  Worker:', '  Other:')
    .replace(
      '  Other:',
      `      Policies:
        - PolicyName: calls
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: ${on}
  Worker:`,
    )
    .replace('      Runtime', '      FunctionName: nightly-worker\n      Runtime')}${NIGHTLY}`;

const ITSELF = '!Sub arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:nightly-worker';

test('an execution role that lets the function call itself is pointed at, and told apart from the policy of the function', () => {
  const template = withPolicy('lambda:InvokeFunction', ITSELF);
  const finding = onlyFinding(template);
  expect(finding.message).toContain(
    'That WorkerRole allows lambda:InvokeFunction on it does not help: an execution role says what the function may call, its resource-based policy says who may call the function.',
  );
  const [related, ...others] = finding.related ?? [];
  expect(others).toEqual([]);
  expect(related?.message).toBe('This lets Worker call itself. It lets nobody else call Worker.');
  expect(template.slice(related?.span.start, related?.span.end)).toMatch(/^Effect: Allow\n +Action: lambda:InvokeFunction/);
});

test.each([
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:123456789012:function:other'],
  ['lambda:*', ITSELF],
  ['lambda:GetFunction', ITSELF],
])('a role that allows %s on %s is not about this', (action, on) => {
  expect(onlyFinding(withPolicy(action, on)).related).toEqual([]);
});

const sam = (policies: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: nightly-worker
      Handler: index.handler
      Runtime: nodejs22.x
      InlineCode: exports.handler = async () => {};
      Policies:
${policies}${NIGHTLY}`;

test('the same in Policies of SAM, as a policy template or as a statement', () => {
  for (const policies of [
    '        - LambdaInvokePolicy: { FunctionName: nightly-worker }\n',
    `        - Statement: [{ Effect: Allow, Action: lambda:Invoke*, Resource: ${ITSELF.replace('!Sub ', '!Sub "')}" }]\n`,
  ]) {
    expect(onlyFinding(sam(policies)).message).toContain('That WorkerRole allows lambda:InvokeFunction on it does not help');
  }
});

test('what a policy denies cannot be mended by adding a permission', () => {
  checkNoFix(
    rule,
    `${WORKER}${NIGHTLY}  WorkerPolicy:
    Type: AWS::Lambda::ResourcePolicy
    Properties:
      ResourceArn: !GetAtt Worker.Arn
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: lambda:InvokeFunction
            Resource: !GetAtt Worker.Arn
`,
  );
});

const pools = (second: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Customers:
    Type: AWS::Cognito::UserPool
  Staff:
    Type: AWS::Cognito::UserPool
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      InlineCode: exports.handler = async () => {};
      Events:
        First:
          Type: Cognito
          Properties:
            UserPool: !Ref Customers
            Trigger: PreSignUp
        Second:
          Type: Cognito
          Properties:
            UserPool: !Ref ${second}
            Trigger: PostConfirmation
`;

test('of two user pools SAM lets only the last one in', () => {
  const finding = onlyFinding(pools('Staff'));
  expect(finding.message).toBe(
    'Worker.Events.First may not invoke Worker: SAM makes one permission for all Cognito events of a function, WorkerCognitoPermission, ' +
      'and here it lets ${Staff.Arn} in. Deployment succeeds, but users cannot sign in or up: “invocation failed due to error AccessDeniedException”. ' +
      'Add an AWS::Lambda::Permission for this user pool.',
  );
  checkFix(
    rule,
    pools('Staff'),
    `${pools('Staff')}  WorkerPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: cognito-idp.amazonaws.com
      SourceArn: !GetAtt Customers.Arn
`,
  );
});

test('two events of one user pool share their permission', () => {
  expect(findingsOf(rule, analysed(pools('Customers')))).toEqual([]);
});

const authorizer = (api: string, more = ''): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::${api}
    Properties:
      StageName: live
      Auth:
        Authorizers:
          Mine:
            FunctionArn: !GetAtt Worker.Arn
${more}  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      InlineCode: exports.handler = async () => {};
`;

test('SAM lets the authorizer of an HTTP API in when it is told to', () => {
  checkFix(rule, authorizer('HttpApi'), authorizer('HttpApi', '            EnableFunctionDefaultPermissions: true\n'));
  checkFix(
    rule,
    authorizer('HttpApi', '            EnableFunctionDefaultPermissions: false\n'),
    authorizer('HttpApi', '            EnableFunctionDefaultPermissions: true\n'),
  );
});

test('SAM lets the authorizer of a REST API in unless it is told not to', () => {
  expect(findingsOf(rule, analysed(authorizer('Api')))).toEqual([]);
  expect(onlyFinding(authorizer('Api', '            DisableFunctionDefaultPermissions: true\n')).message).toContain(
    'Api may not invoke Worker: DisableFunctionDefaultPermissions keeps SAM from making the permission.',
  );
});
