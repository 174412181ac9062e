import { expect, test } from 'vitest';
import { selectionsAt } from '../../../server/src/features/index.ts';
import { charactersAt } from '../../../server/src/syntax/index.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import { analysed, withCursor, yaml } from '../../harness/index.ts';

/** What is selected at the cursor `$0`, step by step, shorter than a line each. */
function selected(marked: string, language: LanguageId): readonly string[] {
  const { text, offset } = withCursor(marked);
  const { tree } = analysed(text, language);
  const texts = selectionsAt(analysed(text, language), offset).map((span) => charactersAt(tree, span));
  return texts.map((each) => each.replace(/\s+/g, ' '));
}

test('in an action, from its name to the document', () => {
  const statement = "Effect: Allow Action: 's3:GetObject'";
  const text = yaml`
    Version: '2012-10-17'
    Statement:
      - Effect: Allow
        Action: 's3:Get$0Object'
  `;
  expect(selected(text, 'yaml')).toEqual([
    'GetObject',
    's3:GetObject',
    "'s3:GetObject'",
    "Action: 's3:GetObject'",
    statement,
    `- ${statement}`,
    `Statement: - ${statement}`,
    `Version: '2012-10-17' Statement: - ${statement}`,
  ]);
});

test('in JSON', () => {
  const text = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s$03:GetObject", "s3:PutObject"]}]}';
  const list = '["s3:GetObject", "s3:PutObject"]';
  const statement = `{"Effect": "Allow", "Action": ${list}}`;
  expect(selected(text, 'json')).toEqual([
    's3',
    's3:GetObject',
    '"s3:GetObject"',
    list,
    `"Action": ${list}`,
    statement,
    `[${statement}]`,
    `"Statement": [${statement}]`,
    `{"Version": "2012-10-17", "Statement": [${statement}]}`,
  ]);
});

test('in a variable of Fn::Sub, with the tag', () => {
  const text = yaml`
    Resources:
      Queue:
        Type: AWS::SQS::Queue
        Properties:
          QueueName: !Sub "${'$'}{Sta$0ge}-jobs"
  `;
  expect(selected(text, 'yaml').slice(0, 5)).toEqual([
    'Stage',
    '${Stage}-jobs',
    '"${Stage}-jobs"',
    '!Sub "${Stage}-jobs"',
    'QueueName: !Sub "${Stage}-jobs"',
  ]);
});

test('in a policy that is written in a string', () => {
  const text = yaml`
    Resources:
      Policy:
        Type: AWS::SecretsManager::ResourcePolicy
        Properties:
          ResourcePolicy: '{"Statement": {"Effect": "Allow", "Action": "s3:Get$0Object"}}'
  `;
  expect(selected(text, 'yaml').slice(0, 5)).toEqual([
    'GetObject',
    's3:GetObject',
    '"s3:GetObject"',
    '"Action": "s3:GetObject"',
    '{"Effect": "Allow", "Action": "s3:GetObject"}',
  ]);
});

test('nothing in an empty text', () => {
  expect(selectionsAt(analysed(''), 0)).toEqual([]);
});
