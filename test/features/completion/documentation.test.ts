import { expect, test } from 'vitest';
import { completionsAt, documentationOf, hoverAt } from '../../../server/src/features/index.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { analysed, withCursor, yaml } from '../../harness/index.ts';

const TEMPLATE = yaml`
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
    Worker:
      Type: AWS::Serverless::Function
      Properties:
        Policies:
          - POLICY
          - Statement:
              - Effect: Allow
                Action: [sqs:SendMessage, ACTION]
                Resource: RESOURCE
                Condition: { StringEquals: { KEY } }
              - STATEMENT
    Permission:
      Type: AWS::Lambda::Permission
      Properties:
        FunctionName: !Ref Worker
        Action: lambda:InvokeFunction
        Principal: PRINCIPAL
`;

const USUAL = {
  POLICY: 'AWSLambdaExecute',
  ACTION: 's3:*',
  RESOURCE: "'*'",
  KEY: '',
  STATEMENT: 'Effect: Deny',
  PRINCIPAL: 'sns.amazonaws.com',
};

const filled = (places: Partial<typeof USUAL>): string =>
  Object.entries({ ...USUAL, ...places }).reduce((text, [place, word]) => text.replace(place, () => word), TEMPLATE);

function documented(places: Partial<typeof USUAL>, label: string): string | undefined {
  const { text, offset } = withCursor(filled(places));
  const analysis = analysed(text);
  const item = completionsAt(analysis, offset).items.find((each) => each.label === label);
  return item && documentationOf(analysis, item.edit.span, item.subject);
}

test('the documentation of an action is the hover over it, at this spot', () => {
  const { text, offset } = withCursor(filled({ ACTION: '$0' }));
  const after = analysed(applyEdits(text, [{ span: { start: offset, end: offset }, newText: 's3:GetObject' }]));
  const documentation = documented({ ACTION: 's3:$0' }, 's3:GetObject');
  expect(documentation).toBe(hoverAt(after, offset + 4)?.markdown);
  expect(documentation).toContain('Worker');
});

test.each([
  [{ ACTION: '$0' }, 'sqs', 'SendMessage'],
  [{ ACTION: 's3:$0' }, 's3:Get*', 'GetAccessPoint'],
  [{ RESOURCE: '$0' }, 'Jobs.Arn', 'AWS::SQS::Queue'],
  [{ RESOURCE: '!GetAtt $0' }, 'Jobs', 'AWS::SQS::Queue'],
  [{ RESOURCE: '$0' }, 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', 'SQS'],
  [{ KEY: '$0' }, 'aws:SourceAccount', 'condition key'],
  [{ POLICY: '$0' }, 'SQSPollerPolicy', 'sqs:ReceiveMessage'],
  [{ POLICY: '$0' }, 'AWSLambdaBasicExecutionRole', 'logs:PutLogEvents'],
  [{ PRINCIPAL: '$0' }, 's3.amazonaws.com', 'Amazon S3'],
  [{ STATEMENT: 'Effect: Deny\n              $0' }, 'Condition', 'policy element'],
  [{ STATEMENT: '$0' }, 'Deny', 'effect'],
])('%j: %s is explained', (places, label, piece) => {
  expect(documented(places, label)).toContain(piece);
});

test('what is not written under its label is shown as it would be written', () => {
  const { text, offset } = withCursor(yaml`
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement:
              - $0
  `);
  const analysis = analysed(text);
  const trust = completionsAt(analysis, offset).items.find(({ label }) => label === 'Trust Lambda');
  expect(trust && documentationOf(analysis, trust.edit.span, trust.subject)).toBe(
    ['```', 'Effect: Allow', 'Principal:', '  Service: lambda.amazonaws.com', 'Action: sts:AssumeRole', '```'].join('\n'),
  );
});
