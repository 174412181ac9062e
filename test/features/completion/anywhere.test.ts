import { expect, test } from 'vitest';
import { completionsAt } from '../../../server/src/features/index.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import { analysed, jsonTwin, yaml } from '../../harness/index.ts';

const TEMPLATE = yaml`
  Transform: AWS::Serverless-2016-10-31
  Parameters:
    Stage: { Type: String }
  Resources:
    # The work
    Jobs:
      Type: AWS::SQS::Queue
    Worker:
      Type: AWS::Serverless::Function
      Properties:
        Events:
          Jobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
        Policies:
          - SQSPollerPolicy: { QueueName: !GetAtt Jobs.QueueName }
          - Statement:
              - Effect: Allow
                Action: ["sqs:SendMessage", 's3:GetObject', lambda:Invoke*]
                Resource:
                  - !Sub "\${Jobs.Arn}"
                  - arn:aws:s3:::files/*
                Condition:
                  StringEquals: { "aws:SourceAccount": !Ref AWS::AccountId }
    Permission:
      Type: AWS::Lambda::Permission
      DependsOn: [Jobs]
      Properties:
        FunctionName: !Ref Worker
        Action: lambda:InvokeFunction
        Principal: sns.amazonaws.com
        SourceArn: !Sub >-
          arn:aws:sns:\${AWS::Region}:\${AWS::AccountId}:alerts
    Role:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument: '{"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}'
        ManagedPolicyArns: !If [Small, [arn:aws:iam::aws:policy/ReadOnlyAccess], !Ref AWS::NoValue]
`;

interface Offers {
  readonly count: number;
  readonly wrong: readonly string[];
}

/** What is offered at every place of a text; wrong are edits that do not contain the cursor, or begin on another line. */
function offersIn(text: string, languageId: LanguageId, step: number): Offers {
  const analysis = analysed(text, languageId);
  const wrong: string[] = [];
  let count = 0;
  for (let offset = 0; offset <= text.length; offset += step) {
    const { items } = completionsAt(analysis, offset);
    count += items.length;
    for (const { edit, label } of items) {
      const { start, end } = edit.span;
      const isGood = start <= offset && offset <= end && !text.slice(start, end).includes('\n');
      if (!isGood) wrong.push(`${label} at ${JSON.stringify(text.slice(Math.max(0, offset - 30), offset))}`);
    }
  }
  return { count, wrong };
}

test.each<[LanguageId, string]>([
  ['yaml', TEMPLATE],
  ['json', jsonTwin(TEMPLATE)],
])('at every place of a template, %s', (languageId, text) => {
  const { count, wrong } = offersIn(text, languageId, 5);
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(300);
});

test.each<[LanguageId, string]>([
  ['yaml', TEMPLATE],
  ['json', jsonTwin(TEMPLATE)],
])('with any one line left out, %s', (languageId, text) => {
  const lines = text.split('\n');
  const without = (i: number): string => lines.filter((_, other) => other !== i).join('\n');
  expect(lines.flatMap((_, i) => offersIn(without(i), languageId, 131).wrong)).toEqual([]);
});

test.each<[LanguageId, string]>([
  ['yaml', TEMPLATE],
  ['json', jsonTwin(TEMPLATE)],
])('cut off at any place, %s', (languageId, text) => {
  for (let end = 0; end < text.length; end += 11) {
    const cut = text.slice(0, end);
    expect(() => completionsAt(analysed(cut, languageId), cut.length)).not.toThrow();
  }
});
