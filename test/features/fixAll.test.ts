import { expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/src/analysis/index.ts';
import { fixAll, fixAllEdits } from '../../server/src/features/index.ts';
import { loadKnowledge } from '../../server/src/knowledge.node.ts';
import { checkAll, type Finding } from '../../server/src/rules/index.ts';
import { sourceText } from '../../server/src/syntax/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const analysed = (text: string): Analysis => analyse(sourceText('file:///template.yaml', text), loadKnowledge());
const all = (analysis: Analysis): readonly Finding[] => checkAll(analysis);

const policy = (actions: string): string => `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: ${actions}
    Resource: '*'
`;

test('fixes at different places are applied together', () => {
  const { text, applied } = fixAll(analysed(policy('[lambda:Invoke, s3:HeadObject]')), all);
  expect(text).toBe(policy('[lambda:InvokeFunction, s3:GetObject]'));
  expect(applied.map(({ ruleId }) => ruleId)).toEqual(['api-operation-as-action', 'api-operation-as-action']);
});

test('fixes that insert at the same place wait for each other', () => {
  const template = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  More:
    Type: AWS::SQS::Queue
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: logs
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: logs:*
                Resource: "*"
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
  MoreMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt More.Arn
`;
  const missing = (analysis: Analysis): readonly Finding[] =>
    all(analysis).filter(({ ruleId }) => ruleId === 'missing-execution-permission');
  expect(missing(analysed(template))).toHaveLength(2);
  const { text, applied } = fixAll(analysed(template), missing);
  const fixed = analysed(text);
  expect(applied).toHaveLength(2);
  expect(missing(fixed)).toEqual([]);
  expect(fixed.problems).toEqual([]);
  expect(text.match(/^ {6}Policies:$/gm)).toHaveLength(1);
});

test('a fix that does not remove its finding is not applied', () => {
  const text = policy('s3:GetObject');
  const stubborn = ({ source }: Analysis): readonly Finding[] => [
    {
      ruleId: 'stubborn',
      severity: 'error',
      outcome: 'style',
      docsUrl: '',
      span: { start: 0, end: 1 },
      message: '',
      subject: {},
      fixes: () => [
        {
          title: 'Add a line',
          preferred: true,
          edits: [{ span: { start: source.text.length, end: source.text.length }, newText: '# again\n' }],
        },
      ],
    },
  ];
  expect(fixAll(analysed(text), stubborn)).toEqual({ text, applied: [] });
});

test('the edits of whole lines give the fixed text', () => {
  const text = policy('\n      - lambda:Invoke\n      - s3:GetObject\n      - s3:HeadObject').replaceAll('\n', '\r\n');
  const analysis = analysed(text);
  const edits = fixAllEdits(analysis, all);
  expect(edits).toHaveLength(2);
  expect(applyEdits(text, edits)).toBe(fixAll(analysis, all).text);
});
