import { expect, test } from 'vitest';
import { missingInvokePermission } from '../../../server/src/rules/invocation/missingInvokePermission.ts';
import { permissionQualifierMismatch as rule } from '../../../server/src/rules/invocation/permissionQualifierMismatch.ts';
import { WORKER } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkFix, checkRule, findingsOf } from '../../harness/index.ts';

const ALIASES = `${WORKER}  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Worker
      FunctionVersion: $LATEST
  Test:
    Type: AWS::Lambda::Alias
    Properties:
      Name: test
      FunctionName: !Ref Worker
      FunctionVersion: $LATEST
`;

const nightly = (called: string, permitted: string, id = 'FromNightly'): string => `${ALIASES}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: ${called}
  ${id}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: ${permitted}
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`;

test.each([
  ['the function', '!Ref Live', '!GetAtt Worker.Arn', '!Ref Live'],
  ['another alias', '!Ref Live', '!Ref Test', '!Ref Live'],
  ['an alias', '!GetAtt Worker.Arn', '!Ref Live', '!GetAtt Worker.Arn'],
  ['an alias that the template does not make', '!Sub "${Worker.Arn}:canary"', '!Ref Worker', '!Sub ${Worker.Arn}:canary'],
  ['a version', '!Sub "${Worker.Arn}:7"', '!Ref Live', '!Sub ${Worker.Arn}:7'],
])('a permission for %s is moved to what is called', (_, called, permitted, mended) => {
  checkFix(rule, nightly(called, permitted), nightly(called, mended));
});

test('in flow style, too', () => {
  const flow = (permitted: string): string => `${nightly('!Ref Live', '!Ref Live').split('  FromNightly:')[0]}  FromNightly:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: ${permitted}, Action: lambda:InvokeFunction, Principal: events.amazonaws.com, SourceArn: !GetAtt Nightly.Arn }
`;
  checkFix(rule, flow('!Ref Worker'), flow('!Ref Live'));
});

test('a permission that serves another trigger stays, and a second one is added', () => {
  const template = `${nightly('!Ref Live', '!Ref Worker')}`.replace(
    '          Arn: !Ref Live\n',
    '          Arn: !Ref Live\n        - Id: plain\n          Arn: !GetAtt Worker.Arn\n',
  );
  expect(findingsOf(rule, analysed(template))).toEqual([]);
  checkFix(
    missingInvokePermission,
    template,
    template.replace(
      '  FromNightly:',
      `  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Live
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
  FromNightly:`,
    ),
  );
});

test('the words name both, and when it hurts', () => {
  const [finding] = findingsOf(rule, analysed(nightly('!Ref Live', '!Ref Worker')));
  expect(finding?.message).toBe(
    'Nightly calls live of Worker, but FromNightly lets it call Worker without a qualifier. Each has a policy of its own, so the call is refused. ' +
      'Deployment succeeds, but the function is never called: only the rule’s metric FailedInvocations shows it. Name the same one in both.',
  );
  expect(finding?.related?.map(({ message }) => message)).toEqual(['The permission is for Worker without a qualifier.']);
});

test.each([
  ['the same alias', '!Ref Live', '!Ref Live'],
  ['the same alias in another spelling', '!Ref Live', '!Sub "${Worker.Arn}:live"'],
  ['the function', '!GetAtt Worker.Arn', '!Ref Worker'],
  ['$LATEST, of which it is not known', '!GetAtt Worker.Arn', '!Sub "${Worker}:$LATEST"'],
])('%s in both is fine', (_, called, permitted) => {
  checkRule(rule, nightly(called, permitted));
});

test('a qualifier that a parameter decides is not known', () => {
  checkRule(rule, `Parameters:\n  Stage:\n    Type: String\n${nightly('!Sub "${Worker.Arn}:${Stage}"', '!Ref Live')}`);
});

test('with something else wrong as well it is another finding', () => {
  const template = nightly('!Ref Live', '!Ref Worker').replace('events.amazonaws.com', 'sns.amazonaws.com');
  checkRule(rule, template);
  expect(findingsOf(missingInvokePermission, analysed(template))).toHaveLength(1);
});
