import { expect, test } from 'vitest';
import { codeActionsAt } from '../../server/src/features/index.ts';
import { checkAll } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import { analysed, contentOf, jsonTwin } from '../harness/twins.ts';

const TITLE = "Fix all 'api-operation-as-action' problems in this file";

/** The titles of what is offered at a word, and the text after fixing all of its kind. */
function offered(text: string, word: string, language: LanguageId = 'yaml') {
  const analysis = analysed(text, language);
  const start = text.indexOf(word);
  const actions = codeActionsAt(analysis, { start, end: start }, checkAll(analysis));
  const edits = actions.find(({ title }) => title === TITLE)?.edits();
  return { titles: actions.map(({ title }) => title), after: edits && applyEdits(text, edits) };
}

const policy = (actions: string): string => `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: ${actions}
    Resource: "*"
`;

test('beside a fix, all problems of its kind can be fixed; others stay', () => {
  const text = policy('[lambda:Invoke, s3:HeadObject, s3:GetObjct]');
  const { titles, after } = offered(text, 'lambda:Invoke');
  expect(titles.slice(0, 2)).toEqual(['Replace with lambda:InvokeFunction', TITLE]);
  expect(after).toBe(policy('[lambda:InvokeFunction, s3:GetObject, s3:GetObjct]'));
});

test('in JSON as well', () => {
  const { after = '' } = offered(jsonTwin(policy('[lambda:Invoke, s3:HeadObject]')), 'lambda:Invoke', 'json');
  expect(contentOf(after, 'json')).toBe(contentOf(policy('[lambda:InvokeFunction, s3:GetObject]'), 'yaml'));
});

test('not where it is the only one', () => {
  expect(offered(policy('[lambda:Invoke, s3:GetObjct]'), 'lambda:Invoke').titles).not.toContain(TITLE);
});

test('all that lacks a permission to invoke gets one', () => {
  const rule = (name: string): string => `  ${name}:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{ Id: worker, Arn: !GetAtt Worker.Arn }]
`;
  const text = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Role: arn:aws:iam::123456789012:role/worker }
${rule('Daily')}${rule('Again')}`;
  const analysis = analysed(text);
  const [finding] = checkAll(analysis);
  const actions = finding ? codeActionsAt(analysis, finding.span, checkAll(analysis)) : [];
  const all = actions.find(({ title }) => title === 'Add all missing permissions to invoke in this file');
  const after = applyEdits(text, all?.edits() ?? []);
  expect(after.match(/AWS::Lambda::Permission/g)).toHaveLength(2);
  expect(checkAll(analysed(after))).toEqual([]);
});
