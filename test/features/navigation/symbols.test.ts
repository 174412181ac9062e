import { expect, test } from 'vitest';
import { type DocumentSymbol, documentSymbolsOf } from '../../../server/src/features/index.ts';
import { spanInText } from '../../../server/src/syntax/index.ts';
import { encloses } from '../../../server/src/text/span.ts';
import { analysed, jsonTwin, yaml } from '../../harness/index.ts';

const TEMPLATE = yaml`
  Transform: AWS::Serverless-2016-10-31
  Parameters:
    Stage: {Type: String}
  Conditions:
    Live: !Equals [!Ref Stage, live]
  Resources:
    Worker:
      Type: AWS::Lambda::Function
      Properties:
        Role: !GetAtt WorkerRole.Arn
    Mailer:
      Type: AWS::Serverless::Function
      Properties:
        Events:
          Daily: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
    WorkerRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
    OtherRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: sts:AssumeRole}]
    Topic:
      Type: AWS::SNS::Topic
      Properties:
        Subscription: [{Protocol: lambda, Endpoint: !GetAtt Worker.Arn}]
    TopicPolicy:
      Type: AWS::SNS::TopicPolicy
      Properties:
        Topics: [!Ref Topic]
        PolicyDocument:
          Statement: [{Effect: Allow, Principal: '*', Action: sns:Publish, Resource: '*'}]
    Unfinished:
  Outputs:
    Arn: {Value: !GetAtt Worker.Arn}
`;

type Line = readonly [name: string, sort: string, detail: string, children?: readonly Line[]];

const lines = (symbols: readonly DocumentSymbol[]): readonly Line[] =>
  symbols.map(({ name, sort, detail, children }) =>
    children.length > 0 ? [name, sort, detail, lines(children)] : [name, sort, detail],
  );

test('the outline of a template tells what there is to permissions', () => {
  for (const analysis of [analysed(TEMPLATE), analysed(jsonTwin(TEMPLATE), 'json')]) {
    expect(lines(documentSymbolsOf(analysis))).toEqual([
      ['Transform', 'section', ''],
      ['Parameters', 'section', '', [['Stage', 'parameter', 'String']]],
      ['Conditions', 'section', '', [['Live', 'condition', '']]],
      [
        'Resources',
        'section',
        '',
        [
          ['Worker', 'function', 'AWS::Lambda::Function · 1 trigger, 1 missing'],
          ['Mailer', 'function', 'AWS::Serverless::Function · 1 trigger'],
          ['WorkerRole', 'access', 'AWS::IAM::Role · execution role of Worker'],
          ['OtherRole', 'access', 'AWS::IAM::Role · role that states.amazonaws.com may assume'],
          ['Topic', 'resource', 'AWS::SNS::Topic'],
          ['TopicPolicy', 'access', 'AWS::SNS::TopicPolicy · resource-based policy of Topic'],
          ['Unfinished', 'resource', ''],
        ],
      ],
      ['Outputs', 'section', '', [['Arn', 'output', '']]],
    ]);
  }
});

test('a policy file has its statements', () => {
  const policy = yaml`
    Version: '2012-10-17'
    Statement:
      - Sid: Read
        Effect: Allow
        Action: [s3:GetObject, s3:ListBucket]
        Resource: '*'
      - Effect: Deny
        NotAction: s3:*
        Resource: '*'
  `;
  for (const analysis of [analysed(policy), analysed(jsonTwin(policy), 'json')]) {
    expect(lines(documentSymbolsOf(analysis))).toEqual([
      [
        'identity policy',
        'policy',
        '',
        [
          ['Read', 'statement', 'Allow s3:GetObject, s3:ListBucket'],
          ['Statement 2', 'statement', 'Deny all but s3:*'],
        ],
      ],
    ]);
  }
});

test('what is neither has no outline', () => {
  expect(documentSymbolsOf(analysed('name: x\njobs: [1]\n'))).toEqual([]);
});

test('every symbol encloses its name and its children, in half-typed text as well', () => {
  for (let length = 0; length <= TEMPLATE.length; length += 7) {
    const analysis = analysed(TEMPLATE.slice(0, length));
    const check = ({ name, span, nameSpan, children }: DocumentSymbol): void => {
      const place = spanInText(analysis.tree, span);
      expect(name).not.toBe('');
      expect(encloses(place, spanInText(analysis.tree, nameSpan)), `${name} after ${length}`).toBe(true);
      for (const child of children) expect(encloses(place, spanInText(analysis.tree, child.span))).toBe(true);
      children.forEach(check);
    };
    documentSymbolsOf(analysis).forEach(check);
  }
});
