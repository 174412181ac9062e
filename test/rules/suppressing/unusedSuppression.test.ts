import { expect, test } from 'vitest';
import { checkAll, RULES } from '../../../server/src/rules/index.ts';
import { unusedSuppression } from '../../../server/src/rules/suppressing/unusedSuppression.ts';
import { analysed, checkFix, checkRule } from '../../harness/index.ts';

const policy = (action: string): string => `Version: "2012-10-17"
Statement:
  - Effect: Allow
${action}
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;

const template = (metadata: string, action: string): string => `Resources:
  Readers:
    Type: AWS::IAM::ManagedPolicy
${metadata}
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: ${action}
            Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;

test('the ids of all rules have a hyphen, by which a comment tells them from words', () => {
  expect(RULES.map(({ id }) => id).filter((id) => !id.includes('-'))).toEqual([]);
});

test.each([
  ['that is used', policy('    # lambda-iam-ignore api-operation-as-action\n    Action: lambda:Invoke')],
  [
    'that is used on its own line',
    policy('    Action: lambda:Invoke # lambda-iam-ignore api-operation-as-action: it is an example'),
  ],
  [
    'whose reason has commas',
    policy('    # lambda-iam-ignore api-operation-as-action, well, an example\n    Action: lambda:Invoke'),
  ],
  ['without an id', policy('    # lambda-iam-ignore\n    Action: lambda:Invoke')],
  ['that silences this rule', policy('    # lambda-iam-ignore unused-suppression\n    Action: lambda:InvokeFunction')],
  ['in a text', policy('    Action: lambda:InvokeFunction\n    Sid: "# lambda-iam-ignore unknown-action"')],
  ['in a file that is none of ours', 'a: 1 # lambda-iam-ignore unknown-action'],
])('silent: a comment %s', (_, text) => {
  checkRule(unusedSuppression, text);
});

test('a comment whose ids are used in part', () => {
  checkRule(
    unusedSuppression,
    policy(`    # lambda-iam-ignore unknown-action, api-operation-as-action, unknown-service
    #                   ^^^^^^^^^^^^^^ hint: unknown-action finds nothing here
    #                                                            ^^^^^^^^^^^^^^^ hint: unknown-service finds nothing here
    Action: lambda:Invoke`),
  );
});

test('JSON with comments', () => {
  const text =
    '{\n  "Statement": {\n    // lambda-iam-ignore unknown-action\n    "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }';
  expect(unusedSuppression.check(analysed(text, 'json')).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'unknown-action',
  ]);
});

test('metadata, in YAML and in JSON', () => {
  const used = template('    Metadata: {lambda-iam: {ignore: api-operation-as-action}}', 'lambda:Invoke');
  const unused = used.replace('lambda:Invoke', 'lambda:InvokeFunction');
  checkRule(unusedSuppression, used);
  expect(checkAll(analysed(unused)).map(({ ruleId, message }) => [ruleId, message])).toEqual([
    [
      'unused-suppression',
      'api-operation-as-action finds nothing in this resource, so there is nothing to silence. Remove it, or it hides the next mistake.',
    ],
  ]);
});

test.each([
  [
    'the line',
    '    # lambda-iam-ignore unknown-action for a while\n    Action: lambda:InvokeFunction',
    '    Action: lambda:InvokeFunction',
  ],
  [
    'the end of a line',
    '    Action: lambda:InvokeFunction  # lambda-iam-ignore unknown-action',
    '    Action: lambda:InvokeFunction',
  ],
  [
    'the first id',
    '    # lambda-iam-ignore unknown-action, api-operation-as-action why\n    Action: lambda:Invoke',
    '    # lambda-iam-ignore api-operation-as-action why\n    Action: lambda:Invoke',
  ],
  [
    'the last id',
    '    # lambda-iam-ignore api-operation-as-action, unknown-action why\n    Action: lambda:Invoke',
    '    # lambda-iam-ignore api-operation-as-action why\n    Action: lambda:Invoke',
  ],
])('the fix removes %s', (_, before, after) => {
  checkFix(unusedSuppression, policy(before), policy(after));
});

test('the fix puts right what was meant', () => {
  checkFix(
    unusedSuppression,
    policy('    # lambda-iam-ignore api-operation-as-actoin\n    Action: lambda:Invoke'),
    policy('    # lambda-iam-ignore api-operation-as-action\n    Action: lambda:Invoke'),
  );
  checkFix(
    unusedSuppression,
    template('    Metadata: {lambda-iam: {ignore: [api-operation-as-actoin]}}', 'lambda:Invoke'),
    template('    Metadata: {lambda-iam: {ignore: [api-operation-as-action]}}', 'lambda:Invoke'),
  );
});

test.each([
  ['{lambda-iam: {ignore: [unknown-action]}}', undefined],
  ['{Owner: us, lambda-iam: {ignore: unknown-action}}', '{Owner: us}'],
  ['{lambda-iam: {ignore: [unknown-action], other: 1}}', '{lambda-iam: {other: 1}}'],
])('the fix of metadata leaves nothing empty: %s', (before, after) => {
  checkFix(
    unusedSuppression,
    template(`    Metadata: ${before}`, 'lambda:InvokeFunction'),
    after === undefined
      ? template('', 'lambda:InvokeFunction').replace('\n\n', '\n')
      : template(`    Metadata: ${after}`, 'lambda:InvokeFunction'),
  );
});
