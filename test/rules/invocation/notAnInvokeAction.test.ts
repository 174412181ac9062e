import { expect, test } from 'vitest';
import { invokePermissionForPolledSource } from '../../../server/src/rules/invocation/invokePermissionForPolledSource.ts';
import { missingSourceAccount } from '../../../server/src/rules/invocation/missingSourceAccount.ts';
import { notAnInvokeAction } from '../../../server/src/rules/invocation/notAnInvokeAction.ts';
import { WORKER } from '../../../server/src/rules/support/samples.ts';
import { analysed, checkFix, checkRule, findingsOf } from '../../harness/index.ts';

const permission = (lines: readonly string[]): string => `${WORKER}  Entry:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
${lines.map((line) => `      ${line}\n`).join('')}`;

test('a permission for a queue is removed', () => {
  const text = permission([
    'Action: lambda:InvokeFunction',
    'Principal: sqs.amazonaws.com',
    'SourceAccount: !Ref AWS::AccountId',
  ]);
  checkFix(invokePermissionForPolledSource, text, WORKER);
});

test('a permission for a queue stays where another resource waits for it', () => {
  const text = `${permission(['Action: lambda:InvokeFunction', 'Principal: sqs.amazonaws.com'])}  Topic:
    Type: AWS::SNS::Topic
    DependsOn: Entry
`;
  const findings = findingsOf(invokePermissionForPolledSource, analysed(text));
  expect(findings.map((finding) => finding.fixes())).toEqual([[]]);
});

test('the account is added beside the ARN of a bucket', () => {
  const lines = ['Action: lambda:InvokeFunction', 'Principal: s3.amazonaws.com', 'SourceArn: arn:aws:s3:::orders'];
  checkFix(missingSourceAccount, permission(lines), permission([...lines, 'SourceAccount: !Ref AWS::AccountId']));
});

test('an ARN with an account, and one that a parameter gives, are left alone', () => {
  const before = ['Action: lambda:InvokeFunction', 'Principal: sns.amazonaws.com'];
  checkRule(missingSourceAccount, permission([...before, 'SourceArn: arn:aws:sns:eu-west-1:123456789012:orders']));
  checkRule(missingSourceAccount, `Parameters:\n  Arn: { Type: String }\n${permission([...before, 'SourceArn: !Ref Arn'])}`);
});

test('an action that cannot invoke is replaced', () => {
  const rest = ['Principal: events.amazonaws.com', 'SourceAccount: !Ref AWS::AccountId'];
  checkFix(
    notAnInvokeAction,
    permission(['Action: lambda:GetFunction', ...rest]),
    permission(['Action: lambda:InvokeFunction', ...rest]),
  );
});

test('a layer or an account may be given any action', () => {
  checkRule(notAnInvokeAction, permission(['Action: lambda:GetFunction', "Principal: '123456789012'"]));
});
