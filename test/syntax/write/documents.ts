import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import { yaml } from '../../harness/fixture.ts';

const ordinary = yaml`
  # A template
  Transform: AWS::Serverless-2016-10-31

  Resources:
    # The queue
    Queue: # why
      Type: AWS::SQS::Queue

    Worker:
      Type: AWS::Serverless::Function
      Properties:
        Handler: index.handler # of the bundle
        Events: {}
        Policies:
          - AWSLambdaBasicExecutionRole
          # The queue's messages
          - Statement:
              - Effect: Allow
                Action: ["sqs:SendMessage", 'sqs:GetQueueAttributes']
                Resource: !GetAtt Queue.Arn
        Tags: { Stage: prod, 'Owner': "me" }
      # Metadata: none

  Outputs:
    Name: { Value: !Ref Queue }
`;

const flat = yaml`
  A:
  - B: x
    C: y
  -   - nested
      - z
  - {}
  D:
  - one
  # Behind the list
  E:
      F: wide
      G:
          H: i
`;

const texts = yaml`
  Code: |
    line one

      indented
  Folded: >-
    some words
    and more

  Kept: |+
    text

  Plain: several
    lines here
  Quoted: "with \"quotes\"
    and a fold"
  Last: |
    end
`;

const json = `${JSON.stringify(
  {
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: {} }, List: ['a', { b: [] }, 'c'] },
    Other: { Deep: [[1, 2], []] },
  },
  null,
  2,
)}\n`;

const loose = `{
  // The first
  "A": 1, // one
  "B": [
    "x", // of the list
    // about y
    "y"
  ],
  "C": { "D": "e" },
  /* The last */
  "F": "g",
}
`;

/** Texts in the styles that people write: a name, the text, its language. */
export const DOCUMENTS: readonly (readonly [name: string, text: string, language: LanguageId])[] = [
  ['an ordinary template', ordinary, 'yaml'],
  ['lists below their keys and mixed steps', flat, 'yaml'],
  ['texts over several lines', texts, 'yaml'],
  ['CRLF', ordinary.replaceAll('\n', '\r\n'), 'yaml'],
  ['no line break at the end', ordinary.trimEnd(), 'yaml'],
  ['a text at the end without a line break', texts.trimEnd(), 'yaml'],
  ['a byte order mark', `\uFEFF${flat}`, 'yaml'],
  ['YAML in brackets', 'A: { B: [x, { C: y }], D: {}, E: [] }\n', 'yaml'],
  ['YAML in brackets over several lines', 'A: {\n  B: [\n    x, # why\n    y\n  ],\n  C: z\n}\n', 'yaml'],
  ['JSON in YAML', 'A: {"B": ["x", {"C": "y"}], "D": {}}\nE: f\n', 'yaml'],
  ['JSON', json, 'json'],
  ['JSON with tabs and CRLF', json.replaceAll('  ', '\t').replaceAll('\n', '\r\n'), 'json'],
  ['JSON on one line', JSON.stringify(JSON.parse(json)), 'json'],
  ['JSON with comments and a trailing comma', loose, 'json'],
];
