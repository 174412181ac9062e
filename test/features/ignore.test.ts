import { expect, test } from 'vitest';
import { codeActionsAt } from '../../server/src/features/index.ts';
import { checkAll } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { analysed } from '../harness/index.ts';

/** The text after the action that silences `api-operation-as-action`; nothing without one. */
function ignoring(text: string, language: 'yaml' | 'json' = 'yaml'): string | undefined {
  const analysis = analysed(text, language);
  const start = text.indexOf('lambda:Invoke');
  const actions = codeActionsAt(analysis, { start, end: start }, checkAll(analysis));
  const action = actions.find(({ title }) => title.startsWith('Ignore api-operation-as-action'));
  if (!action) return undefined;
  expect(action.preferred).toBe(false);
  const after = applyEdits(text, action.edits());
  expect(checkAll(analysed(after, language)).map(({ ruleId }) => ruleId)).not.toContain('api-operation-as-action');
  return after;
}

const POLICY = `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: lambda:Invoke
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;

test('in YAML a comment is written above the line', () => {
  const after = POLICY.replace('    Action', '    # lambda-iam-ignore api-operation-as-action\n    Action');
  expect(ignoring(POLICY)).toBe(after);
});

test('a comment that is there already is added to', () => {
  const above = POLICY.replace('    Action', '    # lambda-iam-ignore unknown-action\n    Action');
  expect(ignoring(above)).toBe(above.replace('unknown-action', 'unknown-action, api-operation-as-action'));
});

const template = (metadata: object): string => {
  const Statement = [{ Effect: 'Allow', Action: 'lambda:Invoke', Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:a' }];
  const Readers = { Type: 'AWS::IAM::ManagedPolicy', ...metadata, Properties: { PolicyDocument: { Statement } } };
  return JSON.stringify({ Resources: { Readers } }, undefined, 2);
};

test.each([{}, { Metadata: { Owner: 'us' } }, { Metadata: { 'lambda-iam': { ignore: ['unknown-action'] } } }])(
  'in JSON the metadata of the resource say it: %j',
  (metadata) => {
    const { Resources } = JSON.parse(ignoring(template(metadata), 'json') ?? '{}');
    expect(Resources.Readers.Metadata['lambda-iam'].ignore).toContain('api-operation-as-action');
  },
);

test('a policy in JSON, and a text of several lines, have no place for it', () => {
  const Statement = { Effect: 'Allow', Action: 'lambda:Invoke', Resource: '*' };
  expect(ignoring(JSON.stringify({ Statement }, undefined, 2), 'json')).toBeUndefined();
});
