import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerTo, errorPage, readError } from '../../../server/src/features/errors/index.ts';
import { editsInText } from '../../../server/src/syntax/index.ts';
import { applyEdits, areCompatible } from '../../../server/src/text/edit.ts';
import { analysed, dedent, jsonTwin, testKnowledge } from '../../harness/index.ts';
import { MESSAGES } from './messages.ts';

const TEMPLATE = dedent(`
  Transform: AWS::Serverless-2016-10-31
  Parameters:
    Stage: { Type: String }
  Resources:
    Orders: { Type: AWS::DynamoDB::Table, Properties: { TableName: !Sub 'shop-\${Stage}' } }
    Jobs: { Type: AWS::SQS::Queue }
    Worker:
      Type: AWS::Serverless::Function
      Properties:
        Policies: [{ DynamoDBReadPolicy: { TableName: !Ref Orders } }]
        Events: { Jobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } } }
    Shared: { Type: AWS::IAM::Role, Properties: { RoleName: !Sub '\${Stage}-shared' } }
    Mailer: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Shared.Arn } }
    Nightly: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: a, Arn: !GetAtt Mailer.Arn }] } }
`);
const documents = [analysed(TEMPLATE), analysed(jsonTwin(TEMPLATE), 'json')];

/** Names, ARNs and words out of all the messages, and some of the template. */
const words = fc.constantFrom(
  ...MESSAGES.flatMap(([, text]) => text.split(' ')),
  ...[
    'shop-WorkerRole-1A2B3C4D5E6F',
    'dev-shared',
    'sqs:SendMessage',
    'dynamodb:*',
    'arn:aws:dynamodb:eu-west-1:123456789012:table/shop-dev',
    '*',
    '$',
    '\n',
  ],
);
const someone = fc.constantFrom('shop-WorkerRole-1A2B3C4D5E6F/x', 'dev-shared/shop-Mailer-ABC123DEF456', 'nobody/x', '/', '');
const sentences = fc
  .tuple(someone, words, words, fc.array(words, { maxLength: 12 }))
  .map(
    ([who, action, on, rest]) =>
      `User: arn:aws:sts::123456789012:assumed-role/${who} is not authorized to perform: ${action} on resource: ${on} ${rest.join(' ')}`,
  );
const texts = fc.oneof(
  sentences,
  fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
  ...MESSAGES.map(([, text]) => fc.constant(text)),
);

test('whatever an error says, it is answered, and every change leaves a text that can be read', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const error = readError(text);
      if (!error) return;
      const answer = answerTo(error, documents, testKnowledge());
      expect(errorPage(answer, () => 'here')).not.toMatch(/undefined|\[object/);
      for (const { analysis, edits } of answer.fixes) {
        const changes = editsInText(analysis.tree, edits);
        expect(areCompatible(analysis.source.text, changes)).toBe(true);
        const { problems } = analysed(applyEdits(analysis.source.text, changes), analysis.source.languageId);
        expect(problems).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
