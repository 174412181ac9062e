import { expect, test } from 'vitest';
import { policyReplacesPermissions as rule } from '../../../server/src/rules/invocation/policyReplacesPermissions.ts';
import { SAM_WORKER, WORKER } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkNoFix, checkRule, findingsOf, jsonTwin } from '../../harness/index.ts';

const policy = (arn: string, condition = ''): string => `  WorkerPolicy:
    Type: AWS::Lambda::ResourcePolicy
${condition}    Properties:
      ResourceArn: ${arn}
      PolicyDocument:
        Version: "2012-10-17"
        Statement: []
`;

const permission = (id: string, fn: string, condition = ''): string => `  ${id}:
    Type: AWS::Lambda::Permission
${condition}    Properties:
      FunctionName: ${fn}
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceAccount: !Ref AWS::AccountId
`;

const LIVE = `  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Worker
      FunctionVersion: $LATEST
`;

test('all permissions of the function are named', () => {
  const template = `${WORKER}${permission('One', '!Ref Worker')}${permission('Two', '!GetAtt Worker.Arn')}${policy('!GetAtt Worker.Arn')}`;
  for (const analysis of [analysed(template), analysed(jsonTwin(template), 'json')]) {
    const [finding, ...others] = findingsOf(rule, analysis);
    expect(others).toEqual([]);
    expect(finding?.message).toMatch(
      /^WorkerPolicy replaces the whole resource-based policy of Worker: One and 1 more may be lost/,
    );
    expect(finding?.related).toHaveLength(2);
  }
  checkNoFix(rule, template);
});

test('what SAM makes for an event is lost, too', () => {
  const template = `${SAM_WORKER}        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }\n${policy('!GetAtt Worker.Arn')}`;
  expect(findingsOf(rule, analysed(template)).map(({ message }) => message)).toEqual([
    expect.stringContaining('WorkerNightlyPermission may be lost'),
  ]);
});

test('an alias has a policy of its own, and so has another function', () => {
  checkRule(rule, `${WORKER}${LIVE}${permission('One', '!Ref Worker')}${policy('!Ref Live')}`);
  checkRule(rule, `${WORKER}${permission('One', 'other')}${policy('!GetAtt Worker.Arn')}`);
});

test('one of the two under a condition and the other under its opposite never meet', () => {
  const conditions = 'Conditions:\n  IsNew: !Equals [!Ref AWS::Region, eu-west-1]\n  IsOld: !Not [!Condition IsNew]\n';
  const [isNew, isOld] = ['    Condition: IsNew\n', '    Condition: IsOld\n'];
  checkRule(rule, `${conditions}${WORKER}${permission('One', '!Ref Worker', isOld)}${policy('!GetAtt Worker.Arn', isNew)}`);
});
