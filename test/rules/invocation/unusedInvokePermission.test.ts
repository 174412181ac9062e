import { test } from 'vitest';
import { unusedInvokePermission as rule } from '../../../server/src/rules/invocation/unusedInvokePermission.ts';
import { WORKER } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

const OTHERS = `${WORKER}  Jobs:
    Type: AWS::SQS::Queue
`;

const rules = (target: string): string => `  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: target
          Arn: ${target}
`;

const permission = (source: string, more = ''): string => `  FromNightly:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: ${source}
${more}`;

const MARK = '      #          ^^^^^^^^^^^^^^^^^^^ hint: Nightly does not call Worker, so FromNightly has no effect.\n';

test('a rule that calls something else does not need the permission', () => {
  checkRule(rule, OTHERS + rules('!GetAtt Jobs.Arn') + permission('!GetAtt Nightly.Arn', MARK));
});

test('it can be removed, though that is not done unasked', () => {
  const template = OTHERS + rules('!GetAtt Jobs.Arn');
  checkFix(rule, template + permission('!GetAtt Nightly.Arn'), template, { title: 'Remove FromNightly' });
});

test('not where another resource waits for it', () => {
  const waiting = `${OTHERS}  Last:
    Type: AWS::SQS::Queue
    DependsOn: FromNightly
`;
  checkNoFix(rule, waiting + rules('!GetAtt Jobs.Arn') + permission('!GetAtt Nightly.Arn'));
});

test('an alarm that calls nothing', () => {
  const alarm = `  Nightly:
    Type: AWS::CloudWatch::Alarm
    Properties: { ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, AlarmActions: [!Ref Jobs] }
`;
  checkRule(
    rule,
    (OTHERS + alarm + permission('!GetAtt Nightly.Arn', MARK)).replace(
      'events.amazonaws.com',
      'lambda.alarms.cloudwatch.amazonaws.com',
    ),
  );
});

test.each([
  ['the function', '!GetAtt Worker.Arn'],
  ['what a parameter decides', '!Ref Target'],
  ['what a condition decides', '!If [IsLive, !GetAtt Worker.Arn, !GetAtt Jobs.Arn]'],
  ['the function by its name', '!Sub "arn:aws:lambda:eu-west-1:123456789012:function:${Worker}"'],
])('a rule that calls %s may need it', (_, target) => {
  const conditions = 'Parameters:\n  Target:\n    Type: String\nConditions:\n  IsLive: !Equals [!Ref AWS::Region, eu-west-1]\n';
  checkRule(rule, conditions + OTHERS + rules(target) + permission('!GetAtt Nightly.Arn'));
});

test('sources that do not say what they call are left alone', () => {
  const topic = '  Nightly:\n    Type: AWS::SNS::Topic\n';
  checkRule(rule, (OTHERS + topic + permission('!Ref Nightly')).replace('events.amazonaws.com', 'sns.amazonaws.com'));
});

test('a macro may add the target', () => {
  checkRule(rule, `Transform: Mine\n${OTHERS}${rules('!GetAtt Jobs.Arn')}${permission('!GetAtt Nightly.Arn')}`);
});
