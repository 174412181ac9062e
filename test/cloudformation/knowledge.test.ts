import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCloudFormationKnowledge } from '../../server/src/cloudformation/knowledgeText.ts';

const knowledge = createCloudFormationKnowledge(
  readFileSync(new URL('../../server/data/cloudformation.txt', import.meta.url), 'latin1'),
);

test('a type has what Ref and Fn::GetAtt return, and the pattern of its ARN', () => {
  expect(knowledge.resourceType('AWS::SQS::Queue')).toMatchObject({
    attributes: ['Arn', 'QueueName', 'QueueUrl'],
    primaryIdentifier: ['QueueUrl'],
    arnPattern: 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}',
  });
  expect(knowledge.resourceType('AWS::Lambda::Function')?.properties).toContain('Role');
  expect(knowledge.resourceType('AWS::Serverless::Function')?.properties).toContain('Policies');
});

test('what Ref returns is not always the primary identifier', () => {
  expect(knowledge.resourceType('AWS::ApiGateway::Stage')?.primaryIdentifier).toEqual(['StageName']);
  expect(knowledge.resourceType('AWS::ApiGateway::Resource')?.primaryIdentifier).toEqual(['ResourceId']);
});

test.each(['', 'AWS::SQS::queue', 'AWS::SQS', 'AWS::No::Such', 'Custom::Thing', '__proto__'])(
  'the type %j is not known',
  (type) => {
    expect(knowledge.resourceType(type)).toBeUndefined();
  },
);

test('a text that ends early or is empty is read as far as it goes', () => {
  expect(createCloudFormationKnowledge('').resourceTypes()).toEqual([]);
  expect(createCloudFormationKnowledge('A::B::C').resourceType('A::B::C')).toEqual({
    type: 'A::B::C',
    attributes: [],
    primaryIdentifier: [],
    arnPattern: undefined,
    properties: [],
  });
});
