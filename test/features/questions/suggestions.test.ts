import { expect, test } from 'vitest';
import { actionsLike, functionsToAsk, resourcesFor } from '../../../server/src/features/index.ts';
import { analysed, dedent, withCursor } from '../../harness/index.ts';
import { inBoth } from './support.ts';

const TEMPLATE = `
  Resources:
    Orders: { Type: AWS::DynamoDB::Table }
    Jobs: { Type: AWS::SQS::Queue }
    Files: { Type: AWS::S3::Bucket }
    Setting: { Type: AWS::SSM::Parameter }
    Api: { Type: AWS::ApiGateway::RestApi }
    First: { Type: AWS::Lambda::Function }
    Second: { Type: AWS::Lambda::Function }
  `;

test('the function that the cursor is in comes first', () => {
  const at = (text: string) => {
    const { text: marked, offset } = withCursor(dedent(text));
    return functionsToAsk(analysed(marked), offset);
  };
  expect(at(TEMPLATE.replace('Second: { Type', 'Second: { $0Type'))).toEqual(['Second', 'First']);
  expect(at(TEMPLATE.replace('Sec', 'Sec$0'))).toEqual(['Second', 'First']);
  expect(at(TEMPLATE.replace('Orders', '$0Orders'))).toEqual(['First', 'Second']);
  for (const analysis of inBoth(TEMPLATE)) expect(functionsToAsk(analysis)).toEqual(['First', 'Second']);
});

test('actions by what is typed, those of the template’s services first', () => {
  for (const analysis of inBoth(TEMPLATE)) {
    const labels = (text: string) => actionsLike(analysis, text).map(({ label }) => label);
    expect(labels('query')[0]).toBe('dynamodb:Query');
    expect(labels('dynamodb:quer')).toEqual(['dynamodb:Query', 'dynamodb:QueryTable', 'dynamodb:QueryItems']);
    expect(labels('sqs:Send*')).toEqual(['sqs:Send*', 'sqs:SendMessage']);
    expect(labels('').every((label) => /^(?:dynamodb|sqs|s3|lambda|apigateway):/.test(label))).toBe(true);
    expect(labels('nosuchthing')).toEqual([]);
    expect(actionsLike(analysis, 's3:headobj')).toEqual([{ label: 's3:HeadObject', detail: 'allowed by s3:GetObject' }]);
    expect(actionsLike(analysis, 'sqs:purge')).toEqual([{ label: 'sqs:PurgeQueue', detail: 'Write' }]);
  }
});

test('the resources that an action is used on', () => {
  for (const analysis of inBoth(TEMPLATE)) {
    const labels = (action: string) => resourcesFor(analysis, action).map(({ label }) => label);
    expect(resourcesFor(analysis, 'dynamodb:Query')).toEqual([{ label: 'Orders', detail: 'AWS::DynamoDB::Table' }]);
    expect(labels('s3:Get*')).toEqual(['Files']);
    expect(labels('HeadObject')).toEqual(['Files']);
    expect(labels('lambda:Invoke')).toEqual(['First', 'Second']);
    expect(labels('ssm:GetParameter')).toEqual(['Setting']);
    expect(labels('execute-api:Invoke')).toEqual(['Api']);
    expect(labels('s3:ListAllMyBuckets')).toEqual([]);
    expect(labels('no:thing')).toEqual([]);
  }
});
