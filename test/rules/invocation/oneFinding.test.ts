import { expect, test } from 'vitest';
import { checkAll } from '../../../server/src/rules/index.ts';
import { missingInvokePermission as rule } from '../../../server/src/rules/invocation/missingInvokePermission.ts';
import { permissionQualifierMismatch } from '../../../server/src/rules/invocation/permissionQualifierMismatch.ts';
import { WORKER } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkFix, checkRule, findingsOf, jsonTwin } from '../../harness/index.ts';

const ARN = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}';

const api = (keys: readonly string[], target = '!GetAtt Worker.Arn'): string => `${WORKER}  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
  Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      PayloadFormatVersion: "2.0"
      IntegrationUri: ${target}
${keys.map((key, i) => route(key, i)).join('')}`;

const route = (key: string, i: number): string => `  Route${i}:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: ${key}
      Target: !Sub integrations/\${Integration}
`;

const permission = (id: string, source: string, principal = 'apigateway.amazonaws.com'): string => `  ${id}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: ${principal}
      SourceArn: !Sub ${source}
`;

/** The added permission stands behind the integration that it is for. */
const withPermission = (keys: readonly string[], source: string): string =>
  api(keys).replace('  Route0:', `${permission('WorkerIntegrationPermission', source)}  Route0:`);

test.each([
  [['GET /orders', 'POST /orders'], `${ARN}/*/*/orders`],
  [['GET /orders', 'GET /orders/{id}'], `${ARN}/*/GET/*`],
  [['GET /orders', 'POST /parcels'], `${ARN}/*/*`],
  [['$default', 'POST /parcels'], `${ARN}/*/*`],
  [['ANY /a/items', 'GET /b/items', 'GET /c/items'], `${ARN}/*/*/items`],
])('the routes %j share one finding, and one permission that covers them', (keys, source) => {
  expect(findingsOf(rule, analysed(api(keys)))).toHaveLength(1);
  checkFix(rule, api(keys), withPermission(keys, source));
});

test('only the routes that are not let in count', () => {
  const keys = ['GET /orders', 'POST /orders', 'GET /parcels'];
  const template = api(keys) + permission('FromOrders', `${ARN}/*/GET/orders`);
  const [finding, ...others] = findingsOf(rule, analysed(template));
  expect(others).toEqual([]);
  expect(finding?.message).toMatch(/^Integration may not invoke Worker for 2 of its routes: /);
});

test('one permission for the other qualifier is one finding for all routes', () => {
  const live = `  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Worker
      FunctionVersion: $LATEST
`;
  const template = api(['GET /orders', 'POST /orders'], '!Ref Live') + live + permission('FromApi', `${ARN}/*/*/orders`);
  for (const analysis of [analysed(template), analysed(jsonTwin(template), 'json')]) {
    expect(findingsOf(permissionQualifierMismatch, analysis)).toHaveLength(1);
    expect(findingsOf(rule, analysis)).toEqual([]);
  }
});

const NIGHTLY = `${WORKER}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
`;

const fromNightly = (principal: string, source: string, mark = ''): string => `${NIGHTLY}  FromNightly:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: ${principal}
${mark}      SourceArn: ${source}
`;

test('the finding stands at what is wrong in the permission that is nearly right', () => {
  checkRule(
    rule,
    fromNightly(
      'sns.amazonaws.com',
      '!GetAtt Nightly.Arn',
      '      #          ^^^^^^^^^^^^^^^^^ error: Nightly may not invoke Worker: FromNightly nearly lets it, but it names another principal (sns.amazonaws.com).\n',
    ),
  );
});

test('a principal that does not own the source is found once, at the trigger’s permission', () => {
  const template = fromNightly('sns.amazonaws.com', '!GetAtt Nightly.Arn');
  for (const analysis of [analysed(template), analysed(jsonTwin(template), 'json')]) {
    const findings = checkAll(analysis);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['missing-invoke-permission']);
    const related = findings[0]?.related?.map(({ span, message }) => [analysis.source.text.slice(span.start, span.end), message]);
    expect(related?.map(([, message]) => message)).toEqual(['Nightly calls Worker here.']);
    expect(related?.[0]?.[0]).toMatch(/Worker/);
  }
  checkFix(rule, template, fromNightly('events.amazonaws.com', '!GetAtt Nightly.Arn'));
});

test('a source of another service is found once and mended', () => {
  const source = '!Sub arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:orders';
  const template = fromNightly('events.amazonaws.com', source);
  expect(checkAll(analysed(template)).map(({ ruleId }) => ruleId)).toEqual(['missing-invoke-permission']);
  checkFix(rule, template, fromNightly('events.amazonaws.com', '!GetAtt Nightly.Arn'));
});

test('without a trigger in the template the mismatch is a finding of its own', () => {
  const template = `${WORKER}${permission('FromNightly', 'arn:aws:events:eu-west-1:123456789012:rule/nightly', 'sns.amazonaws.com')}`;
  expect(checkAll(analysed(template)).map(({ ruleId }) => ruleId)).toContain('principal-source-mismatch');
});
