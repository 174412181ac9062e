import { expect, test } from 'vitest';
import { renameAt, renamePlaceAt } from '../../../server/src/features/index.ts';
import { applyEdits, areCompatible } from '../../../server/src/text/edit.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import { analysed, dedent, jsonTwin, withCursor } from '../../harness/index.ts';

function renamed(marked: string, newName: string, language: LanguageId): string {
  const { text, offset } = withCursor(marked);
  const edits = renameAt(analysed(text, language), offset, newName);
  if (!edits) return 'nothing to rename';
  if ('refusal' in edits) return edits.refusal;
  expect(areCompatible(text, edits)).toBe(true);
  return applyEdits(text, edits);
}

/** Demands the text after the rename at `$0`, and the same of the document in JSON. */
function checkRename(before: string, newName: string, after: string): void {
  const marked = dedent(before);
  expect(renamed(marked, newName, 'yaml')).toBe(dedent(after));
  expect(renamed(jsonTwin(marked), newName, 'json')).toBe(jsonTwin(dedent(after)));
}

/** Demands that a rename is refused with these words, in both languages; before a new name is typed where none can be good. */
function checkRefused(before: string, newName: string, words: string, when: 'at once' | 'with the name'): void {
  const marked = dedent(before);
  for (const [text, language] of [[marked, 'yaml'] as const, [jsonTwin(marked), 'json'] as const]) {
    expect(renamed(text, newName, language)).toBe(words);
    const cursor = withCursor(text);
    const place = renamePlaceAt(analysed(cursor.text, language), cursor.offset);
    expect(place && 'refusal' in place).toBe(when === 'at once');
  }
}

test('a resource, with attributes, quotes and other text kept', () => {
  checkRename(
    `
      Resources:
        "Queue":
          Type: AWS::SQS::Queue
        Worker:
          Type: AWS::Lambda::Function
          DependsOn: 'Queue'
          Properties:
            Description: Queue
            A: !GetAtt Que$0ue.Arn
            B: !GetAtt "Queue.Arn"
            C: {Fn::GetAtt: [Queue, Arn]}
            D: !Sub "\${Queue}/\${Queue.Arn}/Queue/\${QueueB}"
            E: !Ref Queue
        QueueB:
          Type: AWS::SQS::Queue
    `,
    'Jobs',
    `
      Resources:
        "Jobs":
          Type: AWS::SQS::Queue
        Worker:
          Type: AWS::Lambda::Function
          DependsOn: 'Jobs'
          Properties:
            Description: Queue
            A: !GetAtt Jobs.Arn
            B: !GetAtt "Jobs.Arn"
            C: {Fn::GetAtt: [Jobs, Arn]}
            D: !Sub "\${Jobs}/\${Jobs.Arn}/Queue/\${QueueB}"
            E: !Ref Jobs
        QueueB:
          Type: AWS::SQS::Queue
    `,
  );
});

test('in blocks of text', () => {
  checkRename(
    `
      Resources:
        Table:
          Type: AWS::DynamoDB::Table
        Other:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Text: !Sub |
              {"a": "\${Ta$0ble.Arn}",
               "b": "\${Table}"}
            Folded: !Sub >-
              one \${Table}
              two \${Table.Arn}
    `,
    'Orders',
    `
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
        Other:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Text: !Sub |
              {"a": "\${Orders.Arn}",
               "b": "\${Orders}"}
            Folded: !Sub >-
              one \${Orders}
              two \${Orders.Arn}
    `,
  );
});

test('a condition, a parameter and a mapping', () => {
  checkRename(
    `
      AWSTemplateFormatVersion: '2010-09-09'
      Conditions:
        Li$0ve: !Equals [!Ref Live, "yes"]
        Not: !Not [!Condition Live]
      Parameters: {Live: {Type: String}}
      Resources:
        A: {Type: AWS::SQS::Queue, Condition: Live}
    `,
    'IsLive',
    `
      AWSTemplateFormatVersion: '2010-09-09'
      Conditions:
        IsLive: !Equals [!Ref Live, "yes"]
        Not: !Not [!Condition IsLive]
      Parameters: {Live: {Type: String}}
      Resources:
        A: {Type: AWS::SQS::Queue, Condition: IsLive}
    `,
  );
  checkRename(
    `
      AWSTemplateFormatVersion: '2010-09-09'
      Parameters: {Stage: {Type: String}}
      Outputs: {A: {Value: !Sub "\${St$0age}"}}
    `,
    'Level',
    `
      AWSTemplateFormatVersion: '2010-09-09'
      Parameters: {Level: {Type: String}}
      Outputs: {A: {Value: !Sub "\${Level}"}}
    `,
  );
  checkRename(
    `
      AWSTemplateFormatVersion: '2010-09-09'
      Mappings: {Sizes: {a: {b: c}}}
      Outputs: {A: {Value: !FindInMap [Siz$0es, a, b]}}
    `,
    'Widths',
    `
      AWSTemplateFormatVersion: '2010-09-09'
      Mappings: {Widths: {a: {b: c}}}
      Outputs: {A: {Value: !FindInMap [Widths, a, b]}}
    `,
  );
});

test('a name that YAML would read as something else gets quotes where it has none', () => {
  const text = 'Resources:\n  A$0:\n    Type: AWS::SQS::Queue\n  B:\n    Type: AWS::SQS::Queue\n    DependsOn: A\n';
  expect(renamed(text, 'Yes', 'yaml')).toBe(
    "Resources:\n  Yes:\n    Type: AWS::SQS::Queue\n  B:\n    Type: AWS::SQS::Queue\n    DependsOn: 'Yes'\n",
  );
});

test('the same name changes nothing', () => {
  const { text, offset } = withCursor('Resources: {A$0: {Type: AWS::SQS::Queue}}');
  expect(renameAt(analysed(text), offset, 'A')).toEqual([]);
  expect(renamePlaceAt(analysed(text), offset)).toEqual({ span: { start: 12, end: 13 }, name: 'A' });
});

const TWO = `
  AWSTemplateFormatVersion: '2010-09-09'
  Parameters: {Stage: {Type: String}}
  Conditions: {Live: !Equals [!Ref Stage, live]}
  Resources:
    Queue: {Type: AWS::SQS::Queue}
    Ot$0her: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub ["\${Other}-\${Word}", {Word: a}]}}
`;

test('names that are taken or cannot be', () => {
  checkRefused(TWO, 'Queue', 'The name Queue is in use already in this file.', 'with the name');
  checkRefused(TWO, 'Stage', 'The name Stage is in use already in this file.', 'with the name');
  checkRefused(TWO, 'my-queue', '"my-queue" cannot be a name: only letters and digits, at most 255 of them.', 'with the name');
  checkRefused(TWO, 'Word', 'A Fn::Sub that uses the name has a variable of its own called Word.', 'with the name');
  expect(renamed(dedent(TWO), 'Live', 'yaml')).toContain('${Live}-');
});

test('what is not of this file', () => {
  checkRefused(
    'Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref AWS::Reg$0ion}}}',
    'B',
    'AWS::Region is not defined in this file, so it cannot be renamed here.',
    'at once',
  );
});

test('a name that SAM makes others from', () => {
  const template = (logicalId: string) => `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      ${logicalId}: {Type: AWS::Serverless::Function}
      WorkerUrl: {Type: AWS::SQS::Queue}
    Outputs:
      Role: {Value: !GetAtt WorkerRole.Arn}
      Url: {Value: !Ref WorkerUrl}
      Alias: {Value: !Ref Worker.Alias}
  `;
  checkRefused(
    template('Wor$0ker'),
    'Mailer',
    'SAM makes WorkerRole from the name Worker, and this template refers to it; a new name would break that reference.',
    'at once',
  );
  expect(renamed(dedent(template('Worker').replace('WorkerUrl: {', 'Worker$0Url: {')), 'Jobs', 'yaml')).toContain('!Ref Jobs');
});

test('a macro may mean the name by another text, and an included text is not seen', () => {
  const macro = (text: string) => `
    Transform: MyMacro
    AWSTemplateFormatVersion: '2010-09-09'
    Resources:
      Que$0ue: {Type: AWS::SQS::Queue, Metadata: {Twin: ${text}}}
  `;
  const words = 'A macro may take another text "Queue" of this template for the name, so a rename is not safe.';
  checkRefused(macro('Queue'), 'Jobs', words, 'at once');
  expect(renamed(dedent(macro('Queues')), 'Jobs', 'yaml')).toContain('Jobs: {');
  checkRefused(
    `
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Work$0er: {Type: AWS::Serverless::Function}
        Api:
          Type: AWS::Serverless::Api
          Properties:
            DefinitionBody:
              Fn::Transform: {Name: AWS::Include, Parameters: {Location: api.yaml}}
    `,
    'Mailer',
    'Fn::Transform brings in text from elsewhere, which may use the name Worker.',
    'at once',
  );
  const included =
    "Fn::Transform: {Name: AWS::Include}\nAWSTemplateFormatVersion: '2010-09-09'\nResources: {A$0: {Type: AWS::SQS::Queue}}";
  checkRefused(included, 'B', 'Fn::Transform brings in text from elsewhere, which may use the name A.', 'at once');
});
