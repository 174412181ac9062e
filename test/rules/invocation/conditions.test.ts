import { test } from 'vitest';
import { missingInvokePermission as rule } from '../../../server/src/rules/invocation/missingInvokePermission.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

const CONDITIONS = `Parameters:
  Stage:
    Type: String
Conditions:
  IsLive: !Equals [!Ref Stage, live]
  IsLarge: !Equals [!Ref Stage, large]
  IsEither: !Or [!Condition IsLive, !Condition IsLarge]
`;

const nightly = (resource: string, branches: readonly [string, string, string]): string => `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
  Nightly:
    Type: AWS::Events::Rule
    Condition: ${resource}
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !If [${branches.join(', ')}]
`;

const permission = (condition: string): string => `  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Condition: ${condition}
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`;

const OTHER = 'arn:aws:sqs:eu-west-1:123456789012:jobs';

test('of several conditions the one is taken that says all of them', () => {
  const template = CONDITIONS + nightly('IsEither', ['IsLive', '!GetAtt Worker.Arn', OTHER]);
  checkFix(rule, template, template + permission('IsLive'));
});

test('a condition of the template is taken that is made of all of them', () => {
  const both = `${CONDITIONS}  IsBoth: !And [!Condition IsLarge, !Condition IsLive]\n`;
  const template = both + nightly('IsLive', ['IsLarge', '!GetAtt Worker.Arn', OTHER]);
  checkFix(rule, template, template + permission('IsBoth'));
});

test('a condition of its own is made where the template has none', () => {
  const template = nightly('IsLive', ['IsLarge', '!GetAtt Worker.Arn', OTHER]);
  checkFix(
    rule,
    CONDITIONS + template,
    `${CONDITIONS}  IsLiveAndIsLarge: !And [!Condition IsLive, !Condition IsLarge]\n${template}${permission('IsLiveAndIsLarge')}`,
  );
});

test('a condition that must fail is written with Fn::Not', () => {
  const template = nightly('IsLive', ['IsLarge', OTHER, '!GetAtt Worker.Arn']);
  checkFix(
    rule,
    CONDITIONS + template,
    `${CONDITIONS}  IsLiveAndNotIsLarge: !And [!Condition IsLive, !Not [!Condition IsLarge]]\n${template}${permission('IsLiveAndNotIsLarge')}`,
  );
});

test('terms that follow from others are left out', () => {
  const template = nightly('IsEither', ['IsLive', OTHER, '!GetAtt Worker.Arn']);
  checkFix(
    rule,
    CONDITIONS + template,
    `${CONDITIONS}  IsEitherAndNotIsLive: !And [!Condition IsEither, !Not [!Condition IsLive]]\n${template}${permission('IsEitherAndNotIsLive')}`,
  );
});

test('without a section for conditions there is none to add one to', () => {
  checkNoFix(rule, nightly('IsLive', ['IsLarge', '!GetAtt Worker.Arn', OTHER]));
});

test('a permission under a wider condition is there when the trigger is', () => {
  checkRule(rule, CONDITIONS + nightly('IsLive', ['IsLive', '!GetAtt Worker.Arn', OTHER]) + permission('IsEither'));
});

test('a permission that is there just when the trigger is not lets nobody in', () => {
  const conditions = `${CONDITIONS}  IsQuiet: !Not [!Condition IsLive]\n`;
  const template = conditions + nightly('IsLive', ['IsLive', '!GetAtt Worker.Arn', OTHER]) + permission('IsQuiet');
  const marked = template.replace(/ +Arn: !If.*\n/, (line) => {
    return `${line}${' '.repeat(line.indexOf('!GetAtt') - 2)}# ^^^^^^^^^^^^^^^^^^ Nightly may not invoke Worker\n`;
  });
  checkRule(rule, marked);
});
