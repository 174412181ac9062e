import { expect, test } from 'vitest';
import { explain } from '../../../server/src/features/index.ts';
import { analysed, jsonTwin } from '../../harness/index.ts';

const template = (schedule: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Graph:
    Type: AWS::Serverless::GraphQLApi
    Properties:
      SchemaInline: "type Query { orders: String }"
      Auth: { Type: API_KEY }
      DataSources: { Lambda: { Orders: { FunctionArn: !GetAtt Worker.Arn } } }
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      AutoPublishAlias: live
      InlineCode: exports.handler = async () => {};
      Events:
        Nightly: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day)${schedule} } }
`;

/** Who calls, and what lets them in, the same for YAML and JSON. */
function callers(schedule = ''): readonly (readonly [string, string, readonly string[]])[] {
  const yaml = template(schedule);
  const answers = [analysed(yaml), analysed(jsonTwin(yaml), 'json')].map((analysis) =>
    explain(analysis).functions.flatMap(({ invokers }) =>
      invokers.map(({ trigger, verdict, grantedBy }) => [trigger, verdict, grantedBy] as const),
    ),
  );
  expect(answers[1]).toEqual(answers[0]);
  return answers[0] ?? [];
}

test('the roles that SAM makes for schedules and data sources may call', () => {
  expect(callers()).toEqual([
    ['Graph', 'granted', ['GraphOrdersLambdaDataSourceRole (SAM)']],
    ['Worker.Events.Nightly', 'granted', ['WorkerNightlyRole (SAM)']],
  ]);
});

test('a permissions boundary may keep the role of a schedule from it', () => {
  expect(callers(', PermissionsBoundary: arn:aws:iam::123456789012:policy/limit')[1]).toEqual([
    'Worker.Events.Nightly',
    'unknown',
    [],
  ]);
});
