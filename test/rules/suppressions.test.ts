import { expect, test } from 'vitest';
import { checkAll } from '../../server/src/rules/index.ts';
import { analysed } from '../harness/index.ts';

const idsIn = (text: string, language: 'yaml' | 'json' = 'yaml'): readonly string[] =>
  checkAll(analysed(text, language))
    .map(({ ruleId }) => ruleId)
    .filter((id) => id === 'api-operation-as-action');

const POLICY = `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: lambda:Invoke
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;

const withComment = (comment: string): string => POLICY.replace('lambda:Invoke\n', `lambda:Invoke ${comment}\n`);
const withLineAbove = (line: string): string => POLICY.replace('    Action', `    ${line}\n    Action`);

test('without a comment there is a finding', () => {
  expect(idsIn(POLICY)).toEqual(['api-operation-as-action']);
});

test.each([
  ['on the line', withComment('# lambda-iam-ignore api-operation-as-action')],
  ['on the line above', withLineAbove('# lambda-iam-ignore api-operation-as-action')],
  ['with several rules', withLineAbove('# lambda-iam-ignore unknown-action, api-operation-as-action')],
])('a YAML comment %s silences the rule', (_, text) => {
  expect(idsIn(text)).toEqual([]);
});

test.each([
  ['for another rule', withLineAbove('# lambda-iam-ignore unknown-action')],
  ['without a rule', withLineAbove('# lambda-iam-ignore')],
  ['two lines above', POLICY.replace('  - Effect', '  # lambda-iam-ignore api-operation-as-action\n  - Effect')],
  ['on the line below', POLICY.replace('    Resource', '    # lambda-iam-ignore api-operation-as-action\n    Resource')],
])('a comment %s does not', (_, text) => {
  expect(idsIn(text)).toEqual(['api-operation-as-action']);
});

const JSON_POLICY = `{
  "Statement": {
    "Effect": "Allow",
    "Action": "lambda:Invoke",
    "Resource": "*"
  }
}
`;

test('JSON with comments takes them as well', () => {
  const comment = '// lambda-iam-ignore api-operation-as-action';
  expect(idsIn(JSON_POLICY, 'json')).toEqual(['api-operation-as-action']);
  expect(idsIn(JSON_POLICY.replace('Invoke",', `Invoke", ${comment}`), 'json')).toEqual([]);
  expect(idsIn(JSON_POLICY.replace('    "Action', `    ${comment}\n    "Action`), 'json')).toEqual([]);
});

const template = (ignored: readonly string[]): object => {
  const policy = {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'lambda:Invoke', Resource: '*' }] } },
  };
  return { Resources: { First: { ...policy, Metadata: { 'lambda-iam': { ignore: ignored } } }, Second: policy } };
};

test.each(['yaml', 'json'] as const)('the metadata of a resource silence a rule in it, and only there (%s)', (language) => {
  const text = (ignored: readonly string[]): string => JSON.stringify(template(ignored), undefined, 2);
  expect(idsIn(text([]), language)).toHaveLength(2);
  expect(idsIn(text(['unknown-action']), language)).toHaveLength(2);
  expect(idsIn(text(['api-operation-as-action']), language)).toHaveLength(1);
});

test('metadata in blocks of YAML', () => {
  const text = `Resources:
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Metadata:
      lambda-iam:
        ignore:
          - api-operation-as-action
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: lambda:Invoke
            Resource: '*'
`;
  expect(idsIn(text)).toEqual([]);
  expect(idsIn(text.replace('- api-', '- other-'))).toEqual(['api-operation-as-action']);
});
